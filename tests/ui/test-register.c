/* The register's own screens in a real window: what they ask for is what the register has. */

#include "config.h"

#include "tj-letter-notice.h"
#include "tj-lock-page.h"
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

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv);
  ui_fixture_start (&fixture, PEOPLE);
  g_test_add_func ("/ui/letters/a-letter-without-somebody-to-call-says-so", test_missing_contact);
  result = g_test_run ();
  ui_fixture_stop (&fixture);
  return result;
}
