/* The board report's screen in a real window: what is written is kept, what is seen is what will be
 * printed, and what is approved stays. */

#include "config.h"

#include "tj-board-report-service.h"
#include "tj-board-view.h"
#include "tj-choice-row.h"
#include "tj-note-row.h"
#include "tj-pdf-view.h"
#include "tj-undo.h"
#include "tj-window.h"
#include "ui-fixture.h"

#define PEOPLE 60

static UiFixture fixture;
static const TjHalfYear over = { 2026, 1 };

static gboolean
shows_pdf (gpointer window)
{
  GtkStack *preview = ui_find (window, GTK_TYPE_STACK, "preview");

  return g_strcmp0 (gtk_stack_get_visible_child_name (preview), "pdf") == 0
         && !tj_context_is_working (fixture.context);
}

static GtkWidget *
open_view (const char *screen)
{
  GtkWidget *window = ui_open_window (&fixture);

  tj_window_show_screen (TJ_WINDOW (window), screen);
  ui_settle (UI_DRAWN_MS);
  /* A page that is opened may be drawn twice; what the thread has cannot be written to. */
  g_assert_true (ui_wait_for (shows_pdf, window));
  ui_settle (5 * UI_DRAWN_MS);
  g_assert_true (ui_wait_for (shows_pdf, window));
  return window;
}

static GtkWidget *
find_view (GtkWidget *window)
{
  return ui_find (window, TJ_TYPE_BOARD_VIEW, NULL);
}

static gboolean
is_enabled (GtkWidget *window, const char *label)
{
  GtkWidget *button = ui_find (window, GTK_TYPE_BUTTON, label);

  return gtk_widget_is_sensitive (button);
}

static TjBoardReport *
find_report (void)
{
  g_autoptr (GError) error = NULL;
  TjBoardReport *report = tj_board_report_service_find (fixture.context, over, &error);

  g_assert_no_error (error);
  return report;
}

static void
test_the_report_is_seen_as_it_will_be_printed (void)
{
  GtkWidget *window = open_view ("reports:board/2026H1");
  TjPdfView *pdf = ui_find (window, TJ_TYPE_PDF_VIEW, NULL);

  g_assert_cmpint (tj_pdf_view_get_n_pages (pdf), >, 5);
  g_assert_true (ui_says (window, "Draft"));
  ui_close_window (window);
}

static void
test_what_is_written_is_kept (void)
{
  GtkWidget *window = open_view ("reports:board/2026H1");
  GtkWidget *form = ui_find (window, g_type_from_name ("TjBoardForm"), NULL);
  g_autoptr (TjBoardReport) report = NULL;

  tj_note_row_set_text (ui_find (window, TJ_TYPE_NOTE_ROW, "analysis"), "Fler nås nu än förr.");
  tj_choice_row_set_word (ui_find (window, TJ_TYPE_CHOICE_ROW, "threshold"), "10");
  gtk_widget_activate_action (form, "form.save", NULL);
  ui_settle (UI_DRAWN_MS);
  g_assert_true (ui_wait_for (shows_pdf, window));
  report = find_report ();
  g_assert_cmpstr (report->analysis, ==, "Fler nås nu än förr.");
  g_assert_cmpuint (report->threshold, ==, 10);
  ui_close_window (window);
}

static void
test_a_half_year_that_goes_on_cannot_be_approved (void)
{
  GtkWidget *window = open_view ("reports:board/2026H2");

  g_assert_false (is_enabled (window, "approve_button"));
  tj_window_show_screen (TJ_WINDOW (window), "reports:board/2026H1");
  ui_settle (UI_DRAWN_MS);
  g_assert_true (ui_wait_for (shows_pdf, window));
  g_assert_true (is_enabled (window, "approve_button"));
  ui_close_window (window);
}

static gboolean
answer_dialog (const char *response)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (toplevel))
        {
          adw_message_dialog_response (ADW_MESSAGE_DIALOG (toplevel), response);
          gtk_window_destroy (GTK_WINDOW (toplevel));
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_approved (gpointer data)
{
  g_autoptr (TjBoardReport) report
      = tj_context_is_working (fixture.context) ? NULL : find_report ();

  return report != NULL && report->approved_on != TJ_DATE_NONE;
}

static void
test_what_is_approved_stays_until_it_is_undone (void)
{
  GtkWidget *window = open_view ("reports:board/2026H1");
  g_autoptr (GError) error = NULL;

  gtk_widget_activate_action (find_view (window), "board.approve", NULL);
  ui_settle (UI_DRAWN_MS);
  g_assert_true (answer_dialog ("approve"));
  g_assert_true (ui_wait_for (is_approved, window));
  ui_settle (UI_DRAWN_MS);
  g_assert_true (ui_wait_for (shows_pdf, window));
  g_assert_true (ui_says (window, "Approved"));
  g_assert_false (gtk_widget_get_mapped (ui_find (window, g_type_from_name ("TjBoardForm"), NULL)));

  tj_undo (tj_context_get_store (fixture.context), &error);
  g_assert_no_error (error);
  ui_settle (UI_DRAWN_MS);
  g_assert_true (ui_wait_for (shows_pdf, window));
  g_assert_true (gtk_widget_get_mapped (ui_find (window, g_type_from_name ("TjBoardForm"), NULL)));
  ui_close_window (window);
}

int
main (int argc, char **argv)
{
  int failed;

  gtk_test_init (&argc, &argv, NULL);
  ui_fixture_start (&fixture, PEOPLE);
  g_test_add_func ("/board-view/the-report-is-seen-as-it-will-be-printed",
                   test_the_report_is_seen_as_it_will_be_printed);
  g_test_add_func ("/board-view/what-is-written-is-kept", test_what_is_written_is_kept);
  g_test_add_func ("/board-view/a-half-year-that-goes-on-cannot-be-approved",
                   test_a_half_year_that_goes_on_cannot_be_approved);
  g_test_add_func ("/board-view/what-is-approved-stays-until-it-is-undone",
                   test_what_is_approved_stays_until_it_is_undone);
  failed = g_test_run ();
  ui_fixture_stop (&fixture);
  return failed;
}
