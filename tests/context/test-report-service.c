/* A half-year's figures from a real register: what the scans read is what was written, the setting
 * decides what is hidden, and the log says what was counted. */

#include "config.h"

#include "context-fixture.h"
#include "tj-audit.h"
#include "tj-contact-repository.h"
#include "tj-country-figures.h"
#include "tj-knowledge-repository.h"
#include "tj-measure-service.h"
#include "tj-merge-service.h"
#include "tj-purge-service.h"
#include "tj-registration-repository.h"
#include "tj-report-service.h"
#include "tj-school-report-repository.h"
#include "tj-setting-keys.h"

#define WOMAN "200706262383"
#define MAN "200706012390"
#define OF_2005 "200501012397" /* a man */
#define TEMPORARY "20080311T001"
#define HALF ((TjHalfYear){ 2026, 2 })

static gint64
add_youth (ContextFixture *fixture, const char *number, TjProtection protection)
{
  return context_fixture_add_youth (fixture, number, "Söderlund", "Storgatan 1", protection);
}

static void
write_rows (ContextFixture *fixture, gint64 id)
{
  const TjDate today = context_fixture_today ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TjContact) contact = g_object_new (
      TJ_TYPE_CONTACT, "youth-id", id, "date", today - 10, "channel", TJ_CHANNEL_HOME_VISIT,
      "outcome", TJ_OUTCOME_ANSWERED, "occupation", TJ_OCCUPATION_WORK, NULL);
  g_autoptr (TjKnowledge) knowledge
      = g_object_new (TJ_TYPE_KNOWLEDGE, "youth-id", id, "date", today - 9, "source",
                      TJ_SOURCE_FOLK_HIGH_SCHOOL, "occupation", TJ_OCCUPATION_OTHER_STUDIES, NULL);
  g_autoptr (TjMeasure) measure
      = g_object_new (TJ_TYPE_MEASURE, "youth-id", id, "content", TJ_MEASURE_CONTENT_PRACTICE,
                      "started-on", today - 8, "ended-on", today - 1, "reason", "completed",
                      "after", TJ_AFTER_MEASURE_WORK, NULL);
  g_autoptr (TjSchoolReport) report
      = g_object_new (TJ_TYPE_SCHOOL_REPORT, "youth-id", id, "received-on", today - 20, "category",
                      TJ_REPORT_MONTH_ABSENT, NULL);
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (fixture->context), "test", &error);

  tj_contacts_insert (change, contact, &error);
  g_assert_no_error (error);
  tj_knowledge_insert (change, knowledge, &error);
  g_assert_no_error (error);
  tj_school_reports_insert (change, report, &error);
  g_assert_no_error (error);
  tj_change_commit (change, &error);
  g_assert_no_error (error);
  tj_measure_service_save (fixture->context, measure, &error);
  g_assert_no_error (error);
}

static TjStatistics *
compute (ContextFixture *fixture, guint threshold)
{
  g_autoptr (GError) error = NULL;
  TjStatistics *statistics = tj_report_service_compute (
      fixture->context, tj_report_service_half (HALF), threshold, &error);

  g_assert_no_error (error);
  return statistics;
}

static const TjFigure *
figure (TjStatistics *statistics, const char *table, const char *row, const char *column)
{
  const TjFigure *found
      = tj_figure_table_find (tj_statistics_table (statistics, table), row, column);

  g_assert_nonnull (found);
  return found;
}

static void
assert_figure (TjStatistics *statistics,
               const char *table,
               const char *row,
               const char *column,
               int value)
{
  g_assert_cmpint (figure (statistics, table, row, column)->value, ==, value);
}

static void
test_what_was_written_is_counted (ContextFixture *fixture, gconstpointer unused)
{
  const gint64 id = add_youth (fixture, WOMAN, TJ_PROTECTION_NONE);
  g_autoptr (TjStatistics) statistics = NULL;
  g_autoptr (GArray) members = NULL;

  add_youth (fixture, MAN, TJ_PROTECTION_NONE);
  write_rows (fixture, id);
  statistics = compute (fixture, 0);
  assert_figure (statistics, "numbers", "new", "women", 1);
  assert_figure (statistics, "numbers", "new", "men", 1);
  assert_figure (statistics, "numbers-by-birth-year", "2007", "end", 2);
  assert_figure (statistics, "contact-by-channel", "home-visit", "women", 1);
  assert_figure (statistics, "occupation-at-contact", "work", "total", 1);
  assert_figure (statistics, "occupation", "other-studies", "total", 1);
  assert_figure (statistics, "knowledge", "reached", "total", 1);
  assert_figure (statistics, "measures-by-content", "practice", "women", 1);
  assert_figure (statistics, "measures-ended", "completed", "total", 1);
  assert_figure (statistics, "after-measures", "work", "total", 1);
  assert_figure (statistics, "school-reports-by-category", "month-absent", "total", 1);
  assert_figure (statistics, "youths-at-risk", "at-risk", "total", 1);
  assert_figure (statistics, "time-to-attempt", "in-time", "total", 1);
  assert_figure (statistics, "time-to-attempt", "late", "men", 1);
  assert_figure (statistics, "time-median", "attempt", "total", 4);
  members = tj_statistics_dup_members (
      statistics, figure (statistics, "contact", "reached", "total")->quantity);
  g_assert_cmpuint (members->len, ==, 1);
  g_assert_cmpint (g_array_index (members, gint64, 0), ==, id);
}

/* Protected people and those with a temporary number are counted as all others. */
static void
test_everybody_is_counted (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (TjStatistics) statistics = NULL;

  add_youth (fixture, WOMAN, TJ_PROTECTION_POPULATION);
  add_youth (fixture, TEMPORARY, TJ_PROTECTION_NONE);
  statistics = compute (fixture, 0);
  assert_figure (statistics, "numbers", "end", "women", 1);
  assert_figure (statistics, "numbers", "end", "unknown", 1);
  assert_figure (statistics, "numbers", "end", "total", 2);
  assert_figure (statistics, "numbers-by-birth-year", "2008", "end", 1);
}

static void
test_merged_rows_are_one_youth (ContextFixture *fixture, gconstpointer unused)
{
  const gint64 kept = add_youth (fixture, WOMAN, TJ_PROTECTION_NONE);
  const gint64 other = add_youth (fixture, TEMPORARY, TJ_PROTECTION_NONE);
  g_autoptr (GError) error = NULL;
  g_autoptr (TjStatistics) statistics = NULL;

  write_rows (fixture, other);
  tj_merge_service_merge (fixture->context, kept, other, &error);
  g_assert_no_error (error);
  statistics = compute (fixture, 0);
  assert_figure (statistics, "numbers", "during", "total", 1);
  assert_figure (statistics, "contact", "reached", "women", 1);
}

static void
test_the_threshold_is_a_setting (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjStatistics) statistics = NULL;
  guint threshold = 0;

  g_assert_true (tj_report_service_get_threshold (fixture->context, &threshold, &error));
  g_assert_cmpuint (threshold, ==, 5);
  g_assert_false (tj_report_service_set_threshold (fixture->context, 1, &error));
  g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_true (
      tj_report_service_set_threshold (fixture->context, TJ_REPORT_THRESHOLD_SKOLVERKET, &error));
  g_assert_true (tj_report_service_get_threshold (fixture->context, &threshold, &error));
  g_assert_cmpuint (threshold, ==, 10);
  add_youth (fixture, WOMAN, TJ_PROTECTION_NONE);
  statistics = compute (fixture, threshold);
  g_assert_true (figure (statistics, "numbers", "end", "total")->hidden);
}

static gboolean
find_report (const TjAuditEntry *entry, gpointer found)
{
  if (g_str_equal (entry->action, "report"))
    {
      g_assert_cmpint (entry->youth_id, ==, 0);
      g_assert_cmpstr (entry->details, ==, "period=2026H2 threshold=5");
      (*(guint *)found)++;
    }
  return TRUE;
}

static void
test_the_log_says_what_was_counted (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjStatistics) statistics = compute (fixture, 5);
  guint found = 0;

  tj_audit_foreach (tj_context_get_store (fixture->context), find_report, &found, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found, ==, 1);
}

static void
test_what_has_not_begun_is_refused (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tj_report_service_compute (
      fixture->context, tj_report_service_half ((TjHalfYear){ 2027, 1 }), 5, &error));
  g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
}

static void
test_the_countrys_figures_are_data (ContextFixture *fixture, gconstpointer unused)
{
  static const char own[]
      = "{\"figures\":[{\"id\":\"reached\",\"measure\":\"reached\",\"period\":\"2027\","
        "\"percent\":61.5,\"source\":\"SCB\"}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (TjStatistics) first = compute (fixture, 5), second = NULL;

  assert_figure (first, "comparison-country", "reached", "country", 450);
  assert_figure (first, "comparison-country", "in-measure", "country", 220);
  assert_figure (first, "comparison-country", "of-population", "country", 122);
  tj_context_set_setting (fixture->context, TJ_SETTING_REPORT_COUNTRY, own, &error);
  g_assert_no_error (error);
  second = compute (fixture, 5);
  assert_figure (second, "comparison-country", "reached", "country", 615);
  g_assert_cmpuint (tj_figure_table_n_rows (tj_statistics_table (second, "comparison-country")), ==,
                    1);
}

static void
test_wrong_figures_are_refused (ContextFixture *fixture, gconstpointer unused)
{
  static const char *const wrong[] = {
    "",
    "[]",
    "{\"figures\":1}",
    "{\"figures\":[1]}",
    "{\"figures\":[{}]}",
    "{\"figures\":[{\"id\":\"a\",\"measure\":\"height\",\"period\":\"\",\"percent\":1,"
    "\"source\":\"\"}]}",
    "{\"figures\":[{\"id\":\"a\",\"measure\":\"reached\",\"period\":\"\",\"percent\":101,"
    "\"source\":\"\"}]}",
    "{\"figures\":[{\"id\":\"a\",\"measure\":\"reached\",\"period\":\"\",\"percent\":\"1\","
    "\"source\":\"\"}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (tj_country_figures_parse (wrong[i], -1, &error));
      g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
    }
}

static void
add_past (ContextFixture *fixture, gint64 id, TjDate from, TjDate to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjRegistration) registration
      = g_object_new (TJ_TYPE_REGISTRATION, "youth-id", id, "registered-on", from,
                      "deregistered-on", to, "reason", TJ_DEREGISTRATION_NATIONAL_PROGRAMME, NULL);
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (fixture->context), "test", &error);

  tj_registrations_insert (change, registration, &error);
  tj_change_commit (change, &error);
  g_assert_no_error (error);
}

static void
purge (ContextFixture *fixture, guint n_expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) candidates = tj_purge_service_propose (fixture->context, 2026, &error);
  TjPurgeProtocol *protocol = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (candidates->len, ==, n_expected);
  protocol = tj_purge_service_run (fixture->context, 2026, candidates, &error);
  g_assert_no_error (error);
  tj_purge_protocol_free (protocol);
}

/* One who was there in 2025 has turned 21 and is purged; one who is still there was as well. */
static void
test_a_purge_leaves_the_figures (ContextFixture *fixture, gconstpointer unused)
{
  const gint64 older = add_youth (fixture, OF_2005, TJ_PROTECTION_NONE);
  const gint64 younger = add_youth (fixture, WOMAN, TJ_PROTECTION_NONE);
  g_autoptr (TjStatistics) before = NULL, after = NULL, again = NULL;

  add_past (fixture, older, tj_date_new (2024, 9, 1), tj_date_new (2025, 8, 1));
  add_past (fixture, younger, tj_date_new (2025, 3, 1), tj_date_new (2026, 2, 1));
  before = compute (fixture, 0);
  assert_figure (before, "comparison-numbers", "2025H1", "end", 2);
  purge (fixture, 1);
  after = compute (fixture, 0);
  for (guint row = 0; row < 4; row++)
    for (guint column = 0; column < 4; column++)
      g_assert_cmpint (
          tj_figure_table_get (tj_statistics_table (after, "comparison-numbers"), row, column)
              ->value,
          ==,
          tj_figure_table_get (tj_statistics_table (before, "comparison-numbers"), row, column)
              ->value);
  assert_figure (after, "comparison-numbers", "2024H2", "new", 1);
  assert_figure (after, "comparison-sex", "2025H1", "men", 1);
  assert_figure (after, "comparison-shares", "2025H2", "back", 1000);
  assert_figure (after, "numbers", "during", "total", 1);
  g_assert_nonnull (tj_figure_table_get_note (tj_statistics_table (after, "comparison-numbers")));
  purge (fixture, 0);
  again = compute (fixture, 5);
  g_assert_true (figure (again, "comparison-numbers", "2025H1", "end")->hidden);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, ContextFixture, NULL, context_fixture_set_up, func, context_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/context/report/what-was-written-is-counted", test_what_was_written_is_counted);
  ADD ("/context/report/protected-and-temporary-are-counted", test_everybody_is_counted);
  ADD ("/context/report/merged-rows-are-one-youth", test_merged_rows_are_one_youth);
  ADD ("/context/report/the-threshold-is-a-setting", test_the_threshold_is_a_setting);
  ADD ("/context/report/the-log-says-what-was-counted", test_the_log_says_what_was_counted);
  ADD ("/context/report/what-has-not-begun-is-refused", test_what_has_not_begun_is_refused);
  ADD ("/context/report/the-countrys-figures-are-data", test_the_countrys_figures_are_data);
  ADD ("/context/report/a-purge-leaves-the-figures", test_a_purge_leaves_the_figures);
  ADD ("/context/report/wrong-figures-are-refused", test_wrong_figures_are_refused);
  return g_test_run ();
}
