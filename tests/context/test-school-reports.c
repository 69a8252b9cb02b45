/* School reports, of youths in the register and of youths at risk who are not registered. */

#include "config.h"

#include "context-fixture.h"
#include "tj-agenda.h"
#include "tj-school-report-repository.h"
#include "tj-school-report-service.h"
#include "tj-undo.h"
#include "tj-youth-repository.h"

#define NUMBER "200706262383"
#define AT_RISK "200801012386"

static TjSchoolReport *
new_report (gint64 youth_id)
{
  return g_object_new (TJ_TYPE_SCHOOL_REPORT, "youth-id", youth_id, "received-on",
                       context_fixture_today () - 2, "category", TJ_REPORT_MONTH_ABSENT,
                       "diary-number", "KS 2026/117", "school", "Västerhöjd", "organiser", "Skövde",
                       NULL);
}

static guint
count (ContextFixture *fixture, int state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports
      = tj_school_reports_list_by_state (tj_context_get_store (fixture->context), state, &error);

  g_assert_no_error (error);
  return reports->len;
}

static void
test_the_first_four_must_be_reported (void)
{
  g_assert_true (tj_report_category_is_must (TJ_REPORT_NEVER_CAME));
  g_assert_true (tj_report_category_is_must (TJ_REPORT_ABSENCE));
  g_assert_false (tj_report_category_is_must (TJ_REPORT_CHANGE));
  g_assert_false (tj_report_category_is_must (TJ_REPORT_PROLONGED));
}

static void
test_a_report_goes_through_its_steps (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id
      = context_fixture_add_youth (fixture, NUMBER, "Söderlund", "Storgatan 1", TJ_PROTECTION_NONE);
  TjDate today = context_fixture_today ();
  g_autoptr (TjSchoolReport) report = new_report (id);
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tj_school_report_service_receive (fixture->context, report, NULL, &error));
  g_assert_cmpuint (count (fixture, TJ_REPORT_STATE_RECEIVED), ==, 1);
  g_assert_false (tj_school_report_service_step (
      fixture->context, report, TJ_REPORT_STATE_SCHOOL_CONTACTED, today - 3, NULL, &error));
  g_clear_error (&error);
  g_assert_true (tj_school_report_service_step (
      fixture->context, report, TJ_REPORT_STATE_SCHOOL_CONTACTED, today - 1, "Ringde", &error));
  g_assert_cmpuint (count (fixture, TJ_REPORT_STATE_RECEIVED), ==, 0);
  g_assert_cmpuint (count (fixture, -1), ==, 1);
  g_assert_true (tj_school_report_service_step (fixture->context, report, TJ_REPORT_STATE_DONE,
                                                today, NULL, &error));
  g_assert_cmpuint (count (fixture, -1), ==, 0);
  g_assert_cmpuint (count (fixture, TJ_REPORT_STATE_DONE), ==, 1);
  steps = tj_school_report_steps_list (tj_context_get_store (fixture->context), id, &error);
  g_assert_cmpuint (steps->len, ==, 3);
  g_assert_cmpstr (tj_school_report_step_get_note (steps->pdata[1]), ==, "Ringde");
}

static void
test_a_youth_at_risk_stands_on_no_other_list (ContextFixture *fixture, gconstpointer unused)
{
  TjStore *store = tj_context_get_store (fixture->context);
  g_autoptr (TjYouth) youth = tj_youth_new ();
  g_autoptr (TjSchoolReport) report = new_report (0);
  g_autoptr (TjAgendaList) rows = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;

  tj_youth_set_personal_number (youth, AT_RISK);
  tj_youth_set_given_name (youth, "Kim");
  g_assert_true (tj_school_report_service_receive (fixture->context, report, youth, &error));
  g_assert_cmpint (tj_school_report_get_youth_id (report), ==,
                   tj_youths_find (store, AT_RISK, &error));
  rows = tj_agenda_list (store, -1, context_fixture_today (), &error);
  g_assert_cmpuint (tj_agenda_list_get_length (rows), ==, 0);
  listed = tj_school_report_service_list (fixture->context, TJ_REPORT_FILTER_PREVENTIVE, &error);
  g_assert_cmpuint (listed->len, ==, 1);
  g_assert_true (tj_undo (store, &error));
  g_assert_cmpuint (count (fixture, -1), ==, 0);
  g_assert_cmpint (tj_youths_find (store, AT_RISK, &error), ==, 0);
}

static void
receive (ContextFixture *fixture, gint64 youth_id, TjReportCategory category, int day)
{
  g_autoptr (TjSchoolReport) report = new_report (youth_id);
  g_autoptr (GError) error = NULL;

  tj_school_report_set_category (report, (int)category);
  tj_school_report_set_received_on (report, (TjDate)((int)context_fixture_today () + day));
  tj_school_report_service_receive (fixture->context, report, NULL, &error);
  g_assert_no_error (error);
}

static char *
order_of (ContextFixture *fixture, TjReportFilter filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = tj_school_report_service_list (fixture->context, filter, &error);
  GString *order = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const TjSchoolReportEntry *entry = entries->pdata[i];

      g_string_append_printf (
          order, "%s%s%d", i > 0 ? " " : "",
          tj_code_word (&tj_report_categories, tj_school_report_get_category (entry->report)),
          (int)tj_school_report_get_received_on (entry->report) - (int)context_fixture_today ());
    }
  return g_string_free (order, FALSE);
}

static void
finish_first (ContextFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries
      = tj_school_report_service_list (fixture->context, TJ_REPORT_FILTER_OPEN, &error);
  const TjSchoolReportEntry *first = entries->pdata[0];

  tj_school_report_service_step (fixture->context, first->report, TJ_REPORT_STATE_DONE,
                                 context_fixture_today (), NULL, &error);
  g_assert_no_error (error);
}

static void
test_what_must_be_reported_comes_before_what_should (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id
      = context_fixture_add_youth (fixture, NUMBER, "Söderlund", "Storgatan 1", TJ_PROTECTION_NONE);
  g_autofree char *open = NULL;
  g_autofree char *left = NULL;
  g_autofree char *all = NULL;
  g_autofree char *preventive = NULL;
  guint counts[TJ_N_REPORT_FILTERS];
  g_autoptr (GError) error = NULL;

  receive (fixture, id, TJ_REPORT_CHANGE, -9);
  receive (fixture, id, TJ_REPORT_BREAK, -2);
  receive (fixture, id, TJ_REPORT_ABSENCE, -5);
  open = order_of (fixture, TJ_REPORT_FILTER_OPEN);
  g_assert_cmpstr (open, ==, "absence-5 break-2 change-9");
  finish_first (fixture);
  left = order_of (fixture, TJ_REPORT_FILTER_OPEN);
  g_assert_cmpstr (left, ==, "break-2 change-9");
  all = order_of (fixture, TJ_REPORT_FILTER_ALL);
  g_assert_cmpstr (all, ==, "break-2 change-9 absence-5");
  preventive = order_of (fixture, TJ_REPORT_FILTER_PREVENTIVE);
  g_assert_cmpstr (preventive, ==, "");
  g_assert_true (tj_school_report_service_count (fixture->context, counts, &error));
  g_assert_cmpuint (counts[TJ_REPORT_FILTER_OPEN], ==, 2);
  g_assert_cmpuint (counts[TJ_REPORT_FILTER_PREVENTIVE], ==, 0);
}

static void
test_a_protected_youth_is_a_number_on_the_list (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = context_fixture_add_youth (fixture, NUMBER, "Söderlund", "", TJ_PROTECTION_MARKED);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  receive (fixture, id, TJ_REPORT_BREAK, -1);
  entries = tj_school_report_service_list (fixture->context, TJ_REPORT_FILTER_OPEN, &error);
  name = tj_school_report_entry_dup_name (entries->pdata[0]);
  g_assert_null (strstr (name, "Söderlund"));
  g_assert_true (g_str_has_prefix (name, "Protected person · "));
}

static void
test_a_removed_report_comes_back (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id
      = context_fixture_add_youth (fixture, NUMBER, "Söderlund", "Storgatan 1", TJ_PROTECTION_NONE);
  TjStore *store = tj_context_get_store (fixture->context);
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;

  receive (fixture, id, TJ_REPORT_BREAK, -1);
  reports = tj_school_reports_list (store, id, &error);
  g_assert_true (tj_school_report_service_remove (fixture->context,
                                                  tj_entity_get_id (reports->pdata[0]), &error));
  g_assert_cmpuint (count (fixture, -1), ==, 0);
  g_assert_true (tj_undo (store, &error));
  g_assert_cmpuint (count (fixture, -1), ==, 1);
  steps = tj_school_report_steps_list (store, id, &error);
  g_assert_cmpuint (steps->len, ==, 1);
}

static void
test_what_is_missing_is_told (ContextFixture *fixture, gconstpointer unused)
{
  static const char *const emptied[] = { "school", "diary-number" };

  for (gsize i = 0; i < G_N_ELEMENTS (emptied); i++)
    {
      g_autoptr (TjSchoolReport) report = new_report (1);
      g_autoptr (GError) error = NULL;

      g_object_set (report, emptied[i], "", NULL);
      g_assert_false (tj_school_report_service_receive (fixture->context, report, NULL, &error));
      g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
    }
}

static void
add (const char *path, void (*test) (ContextFixture *, gconstpointer))
{
  g_test_add (path, ContextFixture, NULL, context_fixture_set_up, test, context_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/context/school-reports/the-first-four-must-be-reported",
                   test_the_first_four_must_be_reported);
  add ("/context/school-reports/go-through-their-steps", test_a_report_goes_through_its_steps);
  add ("/context/school-reports/a-youth-at-risk-stands-on-no-other-list",
       test_a_youth_at_risk_stands_on_no_other_list);
  add ("/context/school-reports/what-must-be-reported-comes-before-what-should",
       test_what_must_be_reported_comes_before_what_should);
  add ("/context/school-reports/a-protected-youth-is-a-number-on-the-list",
       test_a_protected_youth_is_a_number_on_the_list);
  add ("/context/school-reports/a-removed-report-comes-back", test_a_removed_report_comes_back);
  add ("/context/school-reports/what-is-missing-is-told", test_what_is_missing_is_told);
  return g_test_run ();
}
