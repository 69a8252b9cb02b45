/* The screen of SCB's file in a real window: what is left is told, each finding leads to the very
 * field that mends it, codes are filled in one after another, and a half-year that is ready says
 * so. */

#include "config.h"

#include "tj-field-row.h"
#include "tj-form-row.h"
#include "tj-registration-form.h"
#include "tj-registration-repository.h"
#include "tj-scb-codes.h"
#include "tj-scb-layout-box.h"
#include "tj-scb-layout-service.h"
#include "tj-scb-rows-view.h"
#include "tj-scb-view.h"
#include "tj-undo.h"
#include "tj-window.h"
#include "ui-fixture.h"

#define PEOPLE 60

static UiFixture fixture;
static const TjHalfYear now = { 2026, 2 };

static TjScbReport *
load (void)
{
  g_autoptr (GError) error = NULL;
  TjScbReport *report = tj_scb_service_load (fixture.context, now, &error);

  g_assert_no_error (error);
  return report;
}

static gboolean
shows_report (gpointer window)
{
  GtkStack *body = ui_find (ui_find (window, TJ_TYPE_SCB_VIEW, NULL), GTK_TYPE_STACK, "body");

  return g_strcmp0 (gtk_stack_get_visible_child_name (body), "waiting") != 0
         && !tj_context_is_working (fixture.context);
}

static GtkWidget *
open_view (void)
{
  GtkWidget *window = ui_open_window (&fixture);

  tj_window_show_screen (TJ_WINDOW (window), "reports:scb/2026H2");
  ui_settle (UI_DRAWN_MS);
  g_assert_true (ui_wait_for (shows_report, window));
  return window;
}

static const char *
get_state (GtkWidget *window)
{
  return gtk_label_get_label (
      ui_find (ui_find (window, TJ_TYPE_SCB_VIEW, NULL), GTK_TYPE_LABEL, "state"));
}

static void
test_what_is_left_is_told (void)
{
  g_autoptr (TjScbReport) report = load ();
  GtkWidget *window = open_view ();
  g_autofree char *errors = g_strdup_printf ("%u error", report->n_errors);

  g_assert_cmpuint (report->n_errors, >, 0);
  g_assert_nonnull (g_strrstr (get_state (window), errors));
  g_assert_true (ui_says (window, "Block 1 is not filled in: say what education the youth had "
                                  "last."));
  ui_close_window (window);
}

static const TjScbFinding *
find_finding (const TjScbReport *report, const char *rule)
{
  for (guint i = 0; i < report->findings->len; i++)
    {
      const TjScbFinding *finding = &g_array_index (report->findings, TjScbFinding, i);

      if (g_str_equal (tj_scb_rule_word (finding->rule), rule)
          && !tj_scb_book_is_protected (report->book, finding->youth_id))
        return finding;
    }
  g_assert_not_reached ();
}

static gboolean
has_focus_in (gpointer row)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (row));

  return focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row));
}

static void
test_a_finding_leads_to_the_field_that_mends_it (void)
{
  g_autoptr (TjScbReport) report = load ();
  const TjScbFinding *finding = find_finding (report, "missing-block-1");
  g_autofree char *address = tj_scb_finding_dup_address (report, finding);
  GtkWidget *window = open_view ();
  GtkWidget *form, *row;

  g_assert_true (g_str_has_suffix (address, "/background"));
  tj_window_show_screen (TJ_WINDOW (window), address);
  ui_settle (UI_DRAWN_MS);
  form = ui_find (window, TJ_TYPE_REGISTRATION_FORM, NULL);
  row = ui_find (form, TJ_TYPE_FIELD_ROW, "background");
  g_assert_true (gtk_widget_get_mapped (row));
  g_assert_true (has_focus_in (row));
  tj_form_row_set_text (TJ_FORM_ROW (row), "break");
  gtk_widget_activate_action (form, "form.save", NULL);
  ui_settle (UI_DRAWN_MS);
  {
    g_autoptr (TjScbReport) after = load ();
    g_autoptr (GError) error = NULL;

    g_assert_cmpuint (after->n_errors, ==, report->n_errors - 1);
    g_assert_true (tj_undo (tj_context_get_store (fixture.context), &error));
  }
  ui_settle (UI_DRAWN_MS);
  ui_close_window (window);
}

static AdwEntryRow *
get_missing (GtkWidget *window, int place)
{
  GtkListBox *list
      = ui_find (ui_find (window, TJ_TYPE_SCB_CODES, NULL), GTK_TYPE_LIST_BOX, "missing");

  return ADW_ENTRY_ROW (gtk_list_box_get_row_at_index (list, place));
}

static void
test_a_code_is_kept_and_can_be_taken_back (void)
{
  g_autoptr (TjScbReport) before = load ();
  GtkWidget *window = open_view ();
  AdwEntryRow *row = get_missing (window, 0);
  g_autoptr (GError) error = NULL;

  gtk_editable_set_text (GTK_EDITABLE (row), "07");
  g_signal_emit_by_name (row, "apply");
  ui_settle (UI_DRAWN_MS);
  g_assert_true (ui_wait_for (shows_report, window));
  {
    g_autoptr (TjScbReport) after = load ();

    g_assert_cmpuint (after->missing_codes->len, ==, before->missing_codes->len - 1);
  }
  g_assert_true (tj_undo (tj_context_get_store (fixture.context), &error));
  ui_settle (UI_DRAWN_MS);
  g_assert_true (ui_wait_for (shows_report, window));
  {
    g_autoptr (TjScbReport) again = load ();

    g_assert_cmpuint (again->missing_codes->len, ==, before->missing_codes->len);
  }
  ui_close_window (window);
}

static void
test_a_templates_unknown_columns_are_shown (void)
{
  g_autofree char *path = g_build_filename (fixture.folder, "mall.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TjScbLayout) layout = NULL;
  GtkWidget *window = open_view ();
  TjScbLayoutBox *box = ui_find (window, TJ_TYPE_SCB_LAYOUT_BOX, NULL);

  g_assert_true (g_file_set_contents (path, "Personnummer;Skolenhet\n", -1, &error));
  g_assert_true (tj_scb_layout_box_read (box, file, &error));
  g_assert_no_error (error);
  ui_settle (UI_DRAWN_MS);
  g_assert_true (ui_says (window, "Skolenhet"));
  g_assert_true (ui_says (window, "Not known: say what it holds"));
  gtk_widget_activate_action (GTK_WIDGET (box), "layout.keep", NULL);
  ui_settle (UI_DRAWN_MS);
  g_assert_true (ui_wait_for (shows_report, window));
  layout = tj_scb_layout_service_load (fixture.context, now, &error);
  g_assert_cmpuint (layout->columns->len, ==, 2);
  g_assert_true (tj_undo (tj_context_get_store (fixture.context), &error));
  ui_settle (UI_DRAWN_MS);
  g_assert_true (ui_wait_for (shows_report, window));
  ui_close_window (window);
}

int
main (int argc, char **argv)
{
  int failed;

  gtk_test_init (&argc, &argv, NULL);
  ui_fixture_start (&fixture, PEOPLE);
  g_test_add_func ("/ui/scb/what-is-left-is-told", test_what_is_left_is_told);
  g_test_add_func ("/ui/scb/a-finding-leads-to-the-field-that-mends-it",
                   test_a_finding_leads_to_the_field_that_mends_it);
  g_test_add_func ("/ui/scb/a-code-is-kept-and-can-be-taken-back",
                   test_a_code_is_kept_and_can_be_taken_back);
  g_test_add_func ("/ui/scb/a-templates-unknown-columns-are-shown",
                   test_a_templates_unknown_columns_are_shown);
  failed = g_test_run ();
  ui_fixture_stop (&fixture);
  return failed;
}
