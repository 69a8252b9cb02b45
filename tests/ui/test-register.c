/* The register's own screens in a real window: what they ask for is what the register has. */

#include "config.h"

#include "tj-letter-notice.h"
#include "tj-lock-page.h"
#include "tj-log-section.h"
#include "tj-setting-keys.h"
#include "tj-window.h"
#include "ui-fixture.h"

#define PEOPLE 60
#define DRAWN_MS 100

static UiFixture fixture;

/* A window past the lock, with a reference of the test's own, at a screen. */
static GtkWidget *
open_window (const char *screen)
{
  GtkWidget *window
      = g_object_ref (GTK_WIDGET (tj_window_new (fixture.application, fixture.context)));

  tj_window_start (TJ_WINDOW (window), NULL, TRUE, NULL);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_emit_by_name (ui_find (window, TJ_TYPE_LOCK_PAGE, NULL), "opened");
  ui_settle (DRAWN_MS);
  tj_window_show_screen (TJ_WINDOW (window), screen);
  ui_settle (DRAWN_MS);
  return window;
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle (DRAWN_MS);
  g_assert_finalize_object (window);
}

static void
set (const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;

  tj_context_set_setting (fixture.context, key, value, &error);
  g_assert_no_error (error);
  ui_settle (DRAWN_MS);
}

static void
test_missing_contact (void)
{
  GtkWidget *window = open_window ("letters");
  GtkWidget *notice = ui_find (window, TJ_TYPE_LETTER_NOTICE, NULL);

  g_assert_false (gtk_widget_get_visible (notice));
  set (TJ_SETTING_LETTERHEAD "phone", "");
  g_assert_true (gtk_widget_get_visible (notice));
  set (TJ_SETTING_LETTERHEAD "phone", "0504-180 00");
  g_assert_false (gtk_widget_get_visible (notice));
  close_window (window);
}

static guint
count_log_rows (GtkWidget *window)
{
  GtkColumnView *view
      = ui_find (ui_find (window, TJ_TYPE_LOG_SECTION, NULL), GTK_TYPE_COLUMN_VIEW, "view");

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view)));
}

static void
test_log_filter (void)
{
  GtkWidget *window = open_window ("register:log");
  GtkDropDown *period = ui_find (window, GTK_TYPE_DROP_DOWN, "period");
  GtkEditable *person = ui_find (window, GTK_TYPE_SEARCH_ENTRY, "person");
  const guint all = count_log_rows (window);

  g_assert_cmpuint (all, >, 1);
  gtk_editable_set_text (person, "KAA-9999");
  ui_settle (4 * DRAWN_MS);
  g_assert_cmpuint (count_log_rows (window), ==, 0);
  gtk_editable_set_text (person, "");
  ui_settle (4 * DRAWN_MS);
  g_assert_cmpuint (count_log_rows (window), ==, all + 1); /* the search was logged */

  gtk_drop_down_set_selected (period, 6);
  gtk_editable_set_text (ui_find (window, GTK_TYPE_ENTRY, "to"), "2001-01-01");
  ui_settle (DRAWN_MS);
  g_assert_cmpuint (count_log_rows (window), ==, 0);
  close_window (window);
}

static void
test_sections (void)
{
  static const char *const screens[] = { "register:log", "register:check" };
  GtkWidget *window = open_window ("register");

  for (gsize i = 0; i < G_N_ELEMENTS (screens); i++)
    {
      tj_window_show_screen (TJ_WINDOW (window), screens[i]);
      ui_settle (DRAWN_MS);
      g_assert_cmpstr (tj_window_get_screen (TJ_WINDOW (window)), ==, screens[i]);
    }
  close_window (window);
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv);
  ui_fixture_start (&fixture, PEOPLE);
  g_test_add_func ("/ui/letters/a-letter-without-somebody-to-call-says-so", test_missing_contact);
  g_test_add_func ("/ui/register/the-log-shows-what-is-asked-for", test_log_filter);
  g_test_add_func ("/ui/register/each-section-is-a-place-one-comes-back-to", test_sections);
  result = g_test_run ();
  ui_fixture_stop (&fixture);
  return result;
}
