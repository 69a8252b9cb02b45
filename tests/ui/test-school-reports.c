/* The screen of school reports: what can be received and what is refused, and whom the list names. */

#include "config.h"

#include "tj-choice-row.h"
#include "tj-code-row.h"
#include "tj-date-row.h"
#include "tj-school-report-form.h"
#include "tj-school-report-item.h"
#include "tj-school-report-service.h"
#include "tj-school-report-view.h"
#include "tj-undo.h"
#include "tj-window.h"
#include "tj-youth-repository.h"
#include "tj-youth-row.h"
#include "ui-fixture.h"

#define AT_RISK "20080101-2386"
#define SETTLE_MS 60

static UiFixture fixture;
static GtkWidget *window;

static TjStore *
store (void)
{
  return tj_context_get_store (fixture.context);
}

static void
show (const char *screen)
{
  tj_window_show_screen (TJ_WINDOW (window), screen);
  ui_settle (SETTLE_MS);
}

static GtkWidget *
form (void)
{
  GtkStack *stack = ui_find (ui_find (window, g_type_from_name ("TjSchoolReportsPage"), NULL),
                             GTK_TYPE_STACK, "state");

  return ui_find (gtk_stack_get_visible_child (stack), TJ_TYPE_SCHOOL_REPORT_FORM, NULL);
}

static void
write_text (const char *id, const char *text)
{
  tj_text_row_set_text (ui_find (form (), TJ_TYPE_TEXT_ROW, id), text);
}

static const char *
problem_of (const char *id)
{
  GtkWidget *row = ui_find (form (), TJ_TYPE_FIELD_ROW, id);

  return gtk_label_get_label (ui_find (row, GTK_TYPE_LABEL, "message"));
}

static gboolean
can_save (gpointer in)
{
  return gtk_widget_get_sensitive (ui_find (in, GTK_TYPE_BUTTON, "save"));
}

static void
fill_report (void)
{
  tj_code_row_set_value (ui_find (form (), TJ_TYPE_CODE_ROW, "category"), TJ_REPORT_BREAK);
  write_text ("diary_number", "KS 2026/117");
  write_text ("school", "Västerhöjd");
}

static guint
count_reports (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = tj_school_reports_list_all (store (), &error);

  g_assert_no_error (error);
  return all->len;
}

static void
test_an_incomplete_report_says_what_is_missing (void)
{
  show ("school-reports:new");
  g_assert_false (can_save (form ()));
  fill_report ();
  g_assert_false (can_save (form ()));
  write_text ("youth", "Nobody who is called so");
  g_assert_cmpstr (problem_of ("youth"), ==,
                   "Choose one of those proposed, with the arrow key and Enter.");
  tj_youth_row_set_youth_id (ui_find (form (), TJ_TYPE_YOUTH_ROW, "youth"), 3);
  g_assert_true (can_save (form ()));
  write_text ("received_on", "2026-11-19");
  g_assert_false (can_save (form ()));
  g_assert_cmpstr (problem_of ("received_on"), ==, "The day the report came lies ahead.");
  write_text ("received_on", "the day before");
  g_assert_nonnull (strstr (problem_of ("received_on"), "2026-11-18"));
  write_text ("received_on", "2026-11-17");
  g_assert_true (can_save (form ()));
  gtk_widget_activate_action (form (), "form.discard-draft", NULL);
}

static void
test_a_report_about_a_youth_of_the_register_is_received (void)
{
  guint before = count_reports ();
  GtkWidget *row;

  show ("school-reports:new");
  fill_report ();
  row = ui_find (form (), TJ_TYPE_YOUTH_ROW, "youth");
  tj_youth_row_set_youth_id (TJ_YOUTH_ROW (row), 3);
  gtk_widget_activate_action (form (), "form.save", NULL);
  ui_settle (SETTLE_MS);
  g_assert_cmpuint (count_reports (), ==, before + 1);
  g_assert_true (gtk_widget_get_mapped (ui_find (window, TJ_TYPE_SCHOOL_REPORT_VIEW, NULL)));
}

static void
test_typing_proposes_youths_and_never_a_protected_name (void)
{
  g_autoptr (TjYouth) youth = tj_youths_load (store (), 3, NULL);
  g_autoptr (TjYouth) hidden = tj_youths_load (store (), 4, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TjChange) change = tj_change_begin (store (), "change-youth", &error);
  GtkListBox *proposals;
  GtkWidget *row;

  tj_youth_set_family_name (hidden, "Osynlig");
  tj_youth_set_protection (hidden, TJ_PROTECTION_MARKED);
  g_assert_true (tj_youths_update (change, hidden, &error) && tj_change_commit (change, &error));

  show ("school-reports:new");
  row = ui_find (form (), TJ_TYPE_YOUTH_ROW, "youth");
  proposals = ui_find (row, GTK_TYPE_LIST_BOX, NULL);
  write_text ("youth", tj_youth_get_personal_number (youth));
  g_assert_nonnull (gtk_list_box_get_row_at_index (proposals, 0));
  g_signal_emit_by_name (proposals, "row-activated", gtk_list_box_get_row_at_index (proposals, 0));
  g_assert_cmpint (tj_youth_row_get_youth_id (TJ_YOUTH_ROW (row)), ==, 3);
  write_text ("youth", "Osynlig");
  g_assert_null (gtk_list_box_get_row_at_index (proposals, 0));
  write_text ("youth", tj_youth_get_personal_number (hidden));
  g_signal_emit_by_name (proposals, "row-activated", gtk_list_box_get_row_at_index (proposals, 0));
  g_assert_cmpint (tj_youth_row_get_youth_id (TJ_YOUTH_ROW (row)), ==, 4);
  g_assert_null (strstr (tj_text_row_get_text (TJ_TEXT_ROW (row)), "Osynlig"));
  gtk_widget_activate_action (form (), "form.discard-draft", NULL);
  g_assert_true (tj_undo (store (), &error));
}

static void
test_a_youth_at_risk_comes_with_the_report (void)
{
  g_autoptr (TjYouth) known = tj_youths_load (store (), 3, NULL);
  g_autoptr (GPtrArray) preventive = NULL;
  g_autoptr (GError) error = NULL;

  show ("school-reports:new");
  fill_report ();
  tj_choice_row_set_word (ui_find (form (), TJ_TYPE_CHOICE_ROW, "who"), "at-risk");
  write_text ("given_name", "Elin");
  write_text ("family_name", "Ståhl");
  write_text ("number", "20080101-2387");
  g_assert_false (can_save (form ()));
  g_assert_cmpstr (problem_of ("number"), !=, "");
  write_text ("number", tj_youth_get_personal_number (known));
  g_assert_cmpstr (problem_of ("number"), ==,
                   "The register has this number. Choose “In the register” above.");
  write_text ("number", AT_RISK);
  g_assert_true (can_save (form ()));
  gtk_widget_activate_action (form (), "form.save", NULL);
  ui_settle (SETTLE_MS);
  preventive = tj_school_report_service_list (fixture.context, TJ_REPORT_FILTER_PREVENTIVE, &error);
  g_assert_cmpint (tj_youths_find (store (), "200801012386", &error), !=, 0);
  g_assert_true (preventive->len > 0);
}

static TjReportState
latest_state (void)
{
  g_autoptr (GPtrArray) all = tj_school_reports_list_all (store (), NULL);
  TjReportState state = TJ_REPORT_STATE_RECEIVED;
  gint64 latest = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const TjSchoolReportEntry *entry = all->pdata[i];

      if (tj_entity_get_id (entry->report) > latest)
        {
          latest = tj_entity_get_id (entry->report);
          state = (TjReportState)tj_school_report_get_state (entry->report);
        }
    }
  return state;
}

/* The report that the test before received is still shown. */
static void
test_a_proposed_step_is_noted_as_it_stands (void)
{
  GtkWidget *view = ui_find (window, TJ_TYPE_SCHOOL_REPORT_VIEW, NULL);
  GtkWidget *step = ui_find (view, TJ_TYPE_FORM, "step_form");
  TjTextRow *date = ui_find (step, TJ_TYPE_DATE_ROW, "date");

  tj_text_row_set_text (date, "2020-01-01");
  g_assert_false (can_save (step));
  tj_text_row_set_text (date, "2026-11-18");
  g_assert_true (can_save (step));
  gtk_widget_activate_action (step, "form.save", NULL);
  ui_settle (SETTLE_MS);
  g_assert_cmpint (latest_state (), ==, TJ_REPORT_STATE_SCHOOL_CONTACTED);
  gtk_widget_activate_action (view, "report.done", NULL);
  ui_settle (SETTLE_MS);
  g_assert_cmpint (latest_state (), ==, TJ_REPORT_STATE_DONE);
}

static void
test_a_removed_report_can_be_undone (void)
{
  guint before = count_reports ();
  g_autoptr (GError) error = NULL;

  gtk_widget_activate_action (ui_find (window, TJ_TYPE_SCHOOL_REPORT_VIEW, NULL), "report.remove",
                              NULL);
  ui_settle (SETTLE_MS);
  g_assert_cmpuint (count_reports (), ==, before - 1);
  g_assert_true (tj_undo (store (), &error));
  g_assert_cmpuint (count_reports (), ==, before);
}

static void
test_the_list_shows_what_waits (void)
{
  GtkWidget *view;
  g_autoptr (GPtrArray) open = NULL;

  show ("school-reports");
  open = tj_school_report_service_list (fixture.context, TJ_REPORT_FILTER_OPEN, NULL);
  view = ui_find (ui_find (window, g_type_from_name ("TjSchoolReportsPage"), NULL),
                  GTK_TYPE_COLUMN_VIEW, "view");
  g_assert_cmpuint (
      g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)))),
      ==, open->len);
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv);
  ui_fixture_start (&fixture, 12);
  window = ui_open_window (&fixture);

  g_test_add_func ("/ui/school-reports/an-incomplete-report-says-what-is-missing",
                   test_an_incomplete_report_says_what_is_missing);
  g_test_add_func ("/ui/school-reports/typing-proposes-youths-and-never-a-protected-name",
                   test_typing_proposes_youths_and_never_a_protected_name);
  g_test_add_func ("/ui/school-reports/a-report-about-a-youth-of-the-register-is-received",
                   test_a_report_about_a_youth_of_the_register_is_received);
  g_test_add_func ("/ui/school-reports/a-youth-at-risk-comes-with-the-report",
                   test_a_youth_at_risk_comes_with_the_report);
  g_test_add_func ("/ui/school-reports/a-proposed-step-is-noted-as-it-stands",
                   test_a_proposed_step_is_noted_as_it_stands);
  g_test_add_func ("/ui/school-reports/a-removed-report-can-be-undone",
                   test_a_removed_report_can_be_undone);
  g_test_add_func ("/ui/school-reports/the-list-shows-what-waits", test_the_list_shows_what_waits);
  result = g_test_run ();
  ui_close_window (window);
  ui_fixture_stop (&fixture);
  return result;
}
