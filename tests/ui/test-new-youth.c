/* A youth is added by hand: the form says what is wrong, and the youth's page comes next. */

#include "config.h"

#include "tj-new-youth-form.h"
#include "tj-text-row.h"
#include "tj-window.h"
#include "tj-youth-repository.h"
#include "ui-fixture.h"

#define PEOPLE 20

/* From the Tax Agency's test numbers; born 2008. */
#define NUMBER "200803052380"

static UiFixture fixture;

static void
write_row (TjForm *form, const char *id, const char *text)
{
  tj_text_row_set_text (ui_find (form, TJ_TYPE_TEXT_ROW, id), text);
}

static TjForm *
open_form (GtkWidget *window)
{
  g_autoptr (GList) windows = NULL;
  TjForm *form = NULL;

  tj_window_show_screen (TJ_WINDOW (window), "youths");
  ui_settle (UI_DRAWN_MS);
  gtk_widget_activate_action (ui_find (window, g_type_from_name ("TjYouthsPage"), NULL),
                              "youths.new", NULL);
  ui_settle (UI_DRAWN_MS);
  windows = gtk_window_list_toplevels ();
  for (GList *each = windows; each != NULL && form == NULL; each = each->next)
    form = ui_find (each->data, TJ_TYPE_NEW_YOUTH_FORM, NULL);
  g_assert_nonnull (form);
  return form;
}

static void
test_is_added (void)
{
  TjStore *store = tj_context_get_store (fixture.context);
  GtkWidget *window = ui_open_window (&fixture);
  TjForm *form = open_form (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (TjYouth) youth = NULL;
  gint64 id;

  g_assert_false (tj_form_is_valid (form));
  write_row (form, "personal_number", "20080305-2380");
  write_row (form, "given_name", "Kim");
  write_row (form, "family_name", "Ny");
  write_row (form, "phone", "ring mamma");
  g_assert_false (tj_form_is_valid (form));
  write_row (form, "phone", "070-174 06 05");
  g_assert_true (tj_form_is_valid (form));
  gtk_widget_activate_action (GTK_WIDGET (form), "form.save", NULL);
  ui_settle (2 * UI_DRAWN_MS);

  id = tj_youths_find (store, NUMBER, &error);
  g_assert_no_error (error);
  youth = tj_youths_load (store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tj_youth_get_phone (youth), ==, "070-174 06 05");
  g_assert_true (ui_says (window, "Kim Ny"));
  ui_close_window (window);
}

static void
test_who_is_there_is_told (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  TjForm *form = open_form (window);

  write_row (form, "personal_number", NUMBER);
  write_row (form, "given_name", "Kim");
  write_row (form, "family_name", "Igen");
  g_assert_false (tj_form_is_valid (form));
  gtk_widget_activate_action (GTK_WIDGET (form), "form.cancel", NULL);
  ui_settle (UI_DRAWN_MS);
  ui_close_window (window);
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv);
  ui_fixture_start (&fixture, PEOPLE);
  g_test_add_func ("/ui/new-youth/is-added", test_is_added);
  g_test_add_func ("/ui/new-youth/who-is-there-is-told", test_who_is_there_is_told);
  result = g_test_run ();
  ui_fixture_stop (&fixture);
  return result;
}
