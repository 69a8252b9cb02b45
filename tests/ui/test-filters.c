/* Saved filters in the window: a line in the sidebar with the number, and a list as long. */

#include "config.h"

#include "tj-filter-editor.h"
#include "tj-saved-filter.h"
#include "tj-text-row.h"
#include "tj-undo-service.h"
#include "tj-window.h"
#include "ui-fixture.h"

#define PEOPLE 120

static UiFixture fixture;

static guint
list_length (GtkWidget *window)
{
  GtkColumnView *view = ui_find (window, GTK_TYPE_COLUMN_VIEW, "view");

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view)));
}

static gint64
save_filter (const char *name, guint max_age)
{
  g_autoptr (TjSavedFilter) filter = tj_saved_filter_new ();
  g_autoptr (GError) error = NULL;

  g_free (filter->name);
  filter->name = g_strdup (name);
  filter->max_age = max_age;
  tj_saved_filters_save (fixture.context, filter, &error);
  g_assert_no_error (error);
  return filter->id;
}

static guint
count_matches (gint64 id)
{
  g_autoptr (TjPeople) people = tj_people_new (fixture.context);
  g_autoptr (TjSavedFilter) filter = tj_saved_filters_find (fixture.context, id, NULL);

  return tj_people_count_filter (people, filter);
}

static void
test_sidebar (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  gint64 id = save_filter ("Sixteen at most", 16);
  g_autofree char *screen = g_strdup_printf ("youths:filter-%" G_GINT64_FORMAT, id);
  g_autofree char *number = g_strdup_printf ("%u", count_matches (id));
  g_autoptr (TjUndoStep) step = NULL;

  ui_settle (UI_DRAWN_MS);
  g_assert_true (ui_says (window, "Sixteen at most"));
  tj_window_show_screen (TJ_WINDOW (window), screen);
  ui_settle (UI_DRAWN_MS);
  g_assert_cmpuint (list_length (window), ==, count_matches (id));
  g_assert_cmpuint (list_length (window), >, 0);
  g_assert_cmpuint (list_length (window), <, PEOPLE);
  g_assert_true (ui_says (window, number));

  step = tj_undo_service_undo (fixture.context, NULL);
  ui_settle (UI_DRAWN_MS);
  g_assert_false (ui_says (window, "Sixteen at most"));
  ui_close_window (window);
}

static void
on_saved (TjFilterEditor *editor, gint64 id, gint64 *saved)
{
  *saved = id;
}

static void
test_editor (void)
{
  g_autoptr (TjPeople) people = tj_people_new (fixture.context);
  GtkWidget *editor = g_object_ref (tj_filter_editor_new (people, 0));
  g_autoptr (TjSavedFilter) filter = NULL;
  gint64 id = 0;

  g_signal_connect (editor, "saved", G_CALLBACK (on_saved), &id);
  gtk_window_present (GTK_WINDOW (editor));
  ui_settle (UI_DRAWN_MS);
  gtk_widget_activate_action (editor, "filter.save", NULL);
  g_assert_cmpint (id, ==, 0);

  tj_text_row_set_text (ui_find (editor, TJ_TYPE_TEXT_ROW, "name"), "Seventeen and up");
  tj_text_row_set_text (ui_find (editor, TJ_TYPE_TEXT_ROW, "min_age"), "seventeen");
  gtk_widget_activate_action (editor, "filter.save", NULL);
  g_assert_cmpint (id, ==, 0);
  g_assert_true (ui_says (editor, "Write the age in whole years"));

  tj_text_row_set_text (ui_find (editor, TJ_TYPE_TEXT_ROW, "min_age"), "17");
  gtk_switch_set_active (ui_find (editor, GTK_TYPE_SWITCH, "lacks_contact"), TRUE);
  gtk_widget_activate_action (editor, "filter.save", NULL);
  ui_settle (UI_DRAWN_MS);
  filter = tj_saved_filters_find (fixture.context, id, NULL);
  g_assert_cmpstr (filter->name, ==, "Seventeen and up");
  g_assert_cmpuint (filter->min_age, ==, 17);
  g_assert_true (filter->lacks_contact);
  g_assert_finalize_object (editor);
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv);
  ui_fixture_start (&fixture, PEOPLE);
  g_test_add_func ("/ui/filters/stand-in-the-sidebar-with-their-number", test_sidebar);
  g_test_add_func ("/ui/filters/are-saved-when-they-are-well-written", test_editor);
  result = g_test_run ();
  ui_fixture_stop (&fixture);
  return result;
}
