/* A half-year for SCB out of a register: who and what is in it, how it looked on its last day, when
 * one is reminded of it, and that a file is kept and delivered by acts of their own. */

#include "config.h"

#include "context-fixture.h"
#include "tj-contact-repository.h"
#include "tj-measure-repository.h"
#include "tj-registration-repository.h"
#include "tj-scb-layout-service.h"
#include "tj-scb-service.h"
#include "tj-undo.h"

#include <string.h>

#define NUMBER "200706262383"

static const TjHalfYear first = { 2026, 1 };
static const TjHalfYear second = { 2026, 2 };

static TjDate
day (const char *iso)
{
  return tj_date_parse (iso);
}

/* Registered on 2026-11-02 by the fixture; moved to `from` and, with a reason, ended on `to`. */
static gint64
add_youth (ContextFixture *fixture, const char *number, const char *from, const char *to)
{
  gint64 id
      = context_fixture_add_youth (fixture, number, "Söderlund", "Storgatan 1", TJ_PROTECTION_NONE);
  TjStore *store = tj_context_get_store (fixture->context);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = tj_registrations_list (store, id, &error);
  g_autoptr (TjChange) change = tj_change_begin (store, "test", &error);

  g_object_set (all->pdata[0], "registered-on", day (from), "background", TJ_BACKGROUND_BREAK,
                NULL);
  if (to != NULL)
    g_object_set (all->pdata[0], "deregistered-on", day (to), "reason", TJ_DEREGISTRATION_MOVED,
                  NULL);
  tj_registrations_update (change, all->pdata[0], &error);
  tj_change_commit (change, &error);
  g_assert_no_error (error);
  return id;
}

static void
add_contact (ContextFixture *fixture,
             gint64 id,
             const char *date,
             TjOutcome outcome,
             TjOccupation occupation)
{
  TjStore *store = tj_context_get_store (fixture->context);
  g_autoptr (GError) error = NULL;
  g_autoptr (TjContact) contact = g_object_new (TJ_TYPE_CONTACT, "youth-id", id, "date", day (date),
                                                "outcome", outcome, "occupation", occupation, NULL);
  g_autoptr (TjChange) change = tj_change_begin (store, "test", &error);

  tj_contacts_insert (change, contact, &error);
  tj_change_commit (change, &error);
  g_assert_no_error (error);
}

/* "" for a day that is not known. */
static void
add_measure (ContextFixture *fixture,
             gint64 id,
             TjMeasureType type,
             const char *start,
             const char *end)
{
  TjStore *store = tj_context_get_store (fixture->context);
  gboolean has_ended = day (end) != TJ_DATE_NONE && day (end) <= context_fixture_today ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TjMeasure) measure = g_object_new (
      TJ_TYPE_MEASURE, "youth-id", id, "decision", type, "decided-on", day ("2026-03-01"),
      "started-on", day (start), "ended-on", day (end), "reason", has_ended ? "completed" : "",
      "after", has_ended ? TJ_AFTER_MEASURE_WORK : -1, NULL);
  g_autoptr (TjChange) change = tj_change_begin (store, "test", &error);

  tj_measures_insert (change, measure, &error);
  tj_change_commit (change, &error);
  g_assert_no_error (error);
}

static TjScbReport *
load (ContextFixture *fixture, TjHalfYear half)
{
  g_autoptr (GError) error = NULL;
  TjScbReport *report = tj_scb_service_load (fixture->context, half, &error);

  g_assert_no_error (error);
  return report;
}

static const TjScbRecord *
get_only (const TjScbReport *report)
{
  guint n;
  const TjScbRecord *records = tj_scb_book_get_records (report->book, &n);

  g_assert_cmpuint (n, ==, 1);
  return records;
}

static void
check_words (const TjScbReport *report, const char *expected)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < report->findings->len; i++)
    g_string_append_printf (
        words, "%s%s", i > 0 ? " " : "",
        tj_scb_rule_word (g_array_index (report->findings, TjScbFinding, i).rule));
  g_assert_cmpstr (words->str, ==, expected);
}

static void
test_only_who_was_reached_was_contacted (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture, NUMBER, "2026-02-01", NULL);
  g_autoptr (TjScbReport) report = NULL;
  const TjScbRecord *record;

  add_contact (fixture, id, "2026-08-01", TJ_OUTCOME_NO_ANSWER, TJ_OCCUPATION_UNKNOWN);
  add_contact (fixture, id, "2026-09-01", TJ_OUTCOME_DECLINED, TJ_OCCUPATION_UNKNOWN);
  add_contact (fixture, id, "2026-03-01", TJ_OUTCOME_ANSWERED, TJ_OCCUPATION_WORK);
  report = load (fixture, second);
  record = get_only (report);
  g_assert_cmpuint (record->n_contacts, ==, 1);
  g_assert_cmpuint (record->contacts[0].date, ==, day ("2026-09-01"));
  check_words (report, "");
}

static void
test_who_answered_has_an_occupation (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture, NUMBER, "2026-02-01", NULL);
  g_autoptr (TjScbReport) report = NULL;

  add_contact (fixture, id, "2026-09-01", TJ_OUTCOME_ANSWERED, TJ_OCCUPATION_UNKNOWN);
  report = load (fixture, second);
  check_words (report, "contact-without-occupation");
}

static void
test_the_last_day_is_the_view (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture, NUMBER, "2026-02-01", "2026-08-10");
  g_autoptr (TjScbReport) before = NULL, after = NULL;

  add_contact (fixture, id, "2026-03-01", TJ_OUTCOME_ANSWERED, TJ_OCCUPATION_WORK);
  add_measure (fixture, id, TJ_MEASURE_TYPE_MEASURE, "2026-03-10", "2026-08-01");
  before = load (fixture, first);
  g_assert_cmpuint (get_only (before)->deregistered_on, ==, TJ_DATE_NONE);
  g_assert_cmpint (get_only (before)->reason, ==, -1);
  g_assert_cmpuint (get_only (before)->measures[0].ended_on, ==, TJ_DATE_NONE);
  g_assert_cmpint (get_only (before)->measures[0].before, ==, TJ_OCCUPATION_WORK);
  check_words (before, "");
  after = load (fixture, second);
  g_assert_cmpuint (get_only (after)->deregistered_on, ==, day ("2026-08-10"));
  g_assert_cmpuint (get_only (after)->measures[0].ended_on, ==, day ("2026-08-01"));
  check_words (after, "no-contact");
}

static void
test_plans_and_decisions_to_seek_are_left_out (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture, NUMBER, "2026-02-01", NULL);
  g_autoptr (TjScbReport) report = NULL;
  const TjScbRecord *record;

  add_contact (fixture, id, "2026-09-01", TJ_OUTCOME_ANSWERED, TJ_OCCUPATION_WORK);
  add_measure (fixture, id, TJ_MEASURE_TYPE_MEASURE, "2026-12-01", "");
  add_measure (fixture, id, TJ_MEASURE_TYPE_OUTREACH, "2026-09-01", "");
  add_measure (fixture, id, TJ_MEASURE_TYPE_MEASURE, "2026-10-01", "2026-12-20");
  report = load (fixture, second);
  record = get_only (report);
  g_assert_cmpuint (record->n_measures, ==, 1);
  g_assert_cmpuint (record->measures[0].started_on, ==, day ("2026-10-01"));
  g_assert_cmpuint (record->measures[0].ended_on, ==, TJ_DATE_NONE);
  check_words (report, "");
}

static void
test_what_lies_outside_every_registration_is_told (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture, NUMBER, "2026-02-01", "2026-05-01");
  g_autoptr (TjScbReport) report = NULL;

  add_contact (fixture, id, "2026-09-01", TJ_OUTCOME_ANSWERED, TJ_OCCUPATION_WORK);
  report = load (fixture, second);
  check_words (report, "contact-after-deregistration");
  g_assert_cmpuint (tj_scb_rows_count (report->rows), ==, 0);
}

static void
check_due (ContextFixture *fixture, const char *today, const char *half, gboolean is_due)
{
  g_autoptr (TjContext) later = NULL;
  g_autoptr (GError) error = NULL;
  TjHalfYear found;
  gboolean found_due;
  char text[TJ_HALF_YEAR_BUFFER];

  tj_context_close (fixture->context, &error);
  later = tj_context_new (fixture->folder, day (today));
  tj_context_unlock_with_passphrase (later, fixture->passphrase, &error);
  g_assert_no_error (error);
  g_assert_true (tj_scb_service_find_due (later, &found, &found_due, &error));
  g_assert_cmpint (found_due, ==, is_due);
  if (is_due)
    g_assert_cmpstr (tj_half_year_write (found, text), ==, half);
  tj_context_close (later, &error);
  g_assert_no_error (error);
}

static void
test_one_is_reminded_from_six_weeks_before (ContextFixture *fixture, gconstpointer unused)
{
  check_due (fixture, "2026-11-18", NULL, FALSE);
  check_due (fixture, "2026-12-20", NULL, FALSE);
  check_due (fixture, "2026-12-21", "2026H2", TRUE);
  check_due (fixture, "2027-02-01", "2026H2", TRUE);
  check_due (fixture, "2027-02-02", NULL, FALSE);
  /* 1 September 2029 is a Saturday. */
  check_due (fixture, "2029-07-22", NULL, FALSE);
  check_due (fixture, "2029-07-23", "2029H1", TRUE);
  check_due (fixture, "2029-09-03", "2029H1", TRUE);
  tj_context_unlock_with_passphrase (fixture->context, fixture->passphrase, NULL);
}

static void
fill_codes (ContextFixture *fixture)
{
  g_autoptr (TjScbReport) report = load (fixture, second);

  for (guint i = 0; i < report->missing_codes->len; i++)
    {
      const TjScbMissingCode *missing = report->missing_codes->pdata[i];
      g_autoptr (GError) error = NULL;

      tj_scb_layout_service_set_code (fixture->context, second, missing->list, missing->word, " 7 ",
                                      &error);
      g_assert_no_error (error);
    }
}

static void export(ContextFixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->scratch, name, NULL);
  g_autoptr (TjScbReport) report = load (fixture, second);
  g_autoptr (GError) error = NULL;

  tj_scb_service_export (fixture->context, report, TJ_SCB_TEXT, path, &error);
  g_assert_no_error (error);
}

static void
test_a_saved_file_waits_until_it_is_delivered (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture, NUMBER, "2026-02-01", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TjScbReport) draft = NULL, saved = NULL, sent = NULL, undone = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autofree char *path = g_build_filename (fixture->scratch, "b.csv", NULL);
  g_autofree char *written = NULL;
  gsize n;

  add_contact (fixture, id, "2026-09-01", TJ_OUTCOME_ANSWERED, TJ_OCCUPATION_WORK);
  export(fixture, "draft.csv");
  draft = load (fixture, second);
  g_assert_false (tj_scb_report_is_ready (draft));
  g_assert_null (draft->prepared);
  g_assert_false (tj_scb_service_mark_delivered (fixture->context, second, &error));
  g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
  g_clear_error (&error);

  fill_codes (fixture);
  export(fixture, "a.csv");
  export(fixture, "b.csv");
  saved = load (fixture, second);
  g_assert_true (tj_scb_report_is_ready (saved));
  g_assert_nonnull (saved->prepared);
  g_assert_cmpuint (saved->deliveries->len, ==, 1);
  g_assert_null (saved->differences);
  content = tj_deliveries_dup_content (tj_context_get_store (fixture->context), saved->prepared->id,
                                       &error);
  g_assert_true (g_file_get_contents (path, &written, &n, &error));
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), written, n);

  g_assert_true (tj_scb_service_mark_delivered (fixture->context, second, &error));
  sent = load (fixture, second);
  g_assert_nonnull (sent->delivered);
  g_assert_null (sent->prepared);
  g_assert_cmpuint (sent->differences->len, ==, 0);
  g_assert_true (tj_undo (tj_context_get_store (fixture->context), &error));
  undone = load (fixture, second);
  g_assert_null (undone->delivered);
  g_assert_nonnull (undone->prepared);
}

/* A file that cannot be written leaves nothing behind. */
static void
test_a_file_that_cannot_be_written_is_not_kept (ContextFixture *fixture, gconstpointer unused)
{
  gint64 id = add_youth (fixture, NUMBER, "2026-02-01", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TjScbReport) report = NULL, after = NULL;

  add_contact (fixture, id, "2026-09-01", TJ_OUTCOME_ANSWERED, TJ_OCCUPATION_WORK);
  fill_codes (fixture);
  report = load (fixture, second);
  g_assert_false (tj_scb_service_export (fixture->context, report, TJ_SCB_TEXT,
                                         "/nonexistent/folder/scb.csv", &error));
  g_assert_nonnull (error);
  after = load (fixture, second);
  g_assert_cmpuint (after->deliveries->len, ==, 0);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/context/scb/" name, ContextFixture, NULL, context_fixture_set_up, func,            \
              context_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("only-who-was-reached-was-contacted", test_only_who_was_reached_was_contacted);
  ADD ("who-answered-has-an-occupation", test_who_answered_has_an_occupation);
  ADD ("the-last-day-is-the-view", test_the_last_day_is_the_view);
  ADD ("plans-and-decisions-to-seek-are-left-out", test_plans_and_decisions_to_seek_are_left_out);
  ADD ("what-lies-outside-every-registration-is-told",
       test_what_lies_outside_every_registration_is_told);
  ADD ("one-is-reminded-from-six-weeks-before", test_one_is_reminded_from_six_weeks_before);
  ADD ("a-saved-file-waits-until-it-is-delivered", test_a_saved_file_waits_until_it_is_delivered);
  ADD ("a-file-that-cannot-be-written-is-not-kept", test_a_file_that_cannot_be_written_is_not_kept);
  return g_test_run ();
}
