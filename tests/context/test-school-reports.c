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
  g_autoptr (GError) error = NULL;

  tj_youth_set_personal_number (youth, AT_RISK);
  tj_youth_set_given_name (youth, "Kim");
  g_assert_true (tj_school_report_service_receive (fixture->context, report, youth, &error));
  g_assert_cmpint (tj_school_report_get_youth_id (report), ==,
                   tj_youths_find (store, AT_RISK, &error));
  rows = tj_agenda_list (store, -1, context_fixture_today (), &error);
  g_assert_cmpuint (tj_agenda_list_get_length (rows), ==, 0);
  g_assert_true (tj_undo (store, &error));
  g_assert_cmpuint (count (fixture, -1), ==, 0);
  g_assert_cmpint (tj_youths_find (store, AT_RISK, &error), ==, 0);
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
  add ("/context/school-reports/what-is-missing-is-told", test_what_is_missing_is_told);
  return g_test_run ();
}
