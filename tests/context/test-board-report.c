/* A report to the board from the first draft to the version after the one that was approved, on a
 * register of invented people. */

#include "config.h"

#include <poppler.h>
#include <string.h>

#include "context-fixture.h"
#include "tj-audit.h"
#include "tj-board-report-service.h"
#include "tj-demo.h"
#include "tj-report-service.h"
#include "tj-setting-keys.h"
#include "tj-undo.h"

#define PEOPLE 60
#define EVENTS 12
#define SEED 20

static const TjHalfYear over = { 2026, 1 };
static const TjHalfYear under_way = { 2026, 2 };

static void
set_up (ContextFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  context_fixture_set_up (fixture, data);
  tj_demo_fill (fixture->context, PEOPLE, EVENTS, SEED, &error);
  g_assert_no_error (error);
}

static TjBoardReport *
open_draft (ContextFixture *fixture, TjHalfYear half)
{
  g_autoptr (GError) error = NULL;
  TjBoardReport *report = tj_board_report_service_open (fixture->context, half, &error);

  g_assert_no_error (error);
  return report;
}

static void
write_text (char **text, const char *words)
{
  g_free (*text);
  *text = g_strdup (words);
}

static TjBoardReport *
approve (ContextFixture *fixture, TjHalfYear half, const char *analysis)
{
  g_autoptr (GError) error = NULL;
  TjBoardReport *report = open_draft (fixture, half);

  write_text (&report->analysis, analysis);
  write_text (&report->organisation, "Ett team om tre.");
  tj_board_report_service_approve (fixture->context, report, &error);
  g_assert_no_error (error);
  return report;
}

static GBytes *
draw (ContextFixture *fixture, const TjBoardReport *report)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = tj_board_report_service_draw (fixture->context, report, &error);

  g_assert_no_error (error);
  return pdf;
}

static char *
read_words (GBytes *pdf)
{
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) words = NULL;

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *page_text = poppler_page_get_text (page);

      g_string_append_printf (text, "%s\n", page_text);
      g_object_unref (page);
    }
  g_object_unref (document);
  words = g_regex_split_simple ("\\s+", text->str, 0, 0);
  return g_strjoinv (" ", words);
}

static void
assert_says (GBytes *pdf, const char *words, gboolean is_said)
{
  g_autofree char *text = read_words (pdf);

  if ((strstr (text, words) != NULL) != is_said)
    g_error ("“%s” %s", words, is_said ? "is missing" : "is there");
}

static void
add_youth (ContextFixture *fixture)
{
  context_fixture_add_youth (fixture, "200706262383", "Öst", "Storgatan 1", TJ_PROTECTION_NONE);
}

static void
test_a_draft_follows_the_register (ContextFixture *fixture, gconstpointer data)
{
  g_autoptr (TjBoardReport) report = open_draft (fixture, under_way);
  g_autoptr (GBytes) before = draw (fixture, report);
  g_autoptr (GBytes) after = NULL;

  assert_says (before, "Draft, not approved", TRUE);
  add_youth (fixture);
  after = draw (fixture, report);
  g_assert_false (g_bytes_equal (before, after));
}

static void
test_an_approved_report_does_not (ContextFixture *fixture, gconstpointer data)
{
  g_autoptr (TjBoardReport) report = approve (fixture, over, "Fler nås nu än förr.");
  g_autoptr (GBytes) before = draw (fixture, report);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (TjBoardReport) found = NULL;
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, before);

  g_assert_cmpstr (report->digest, ==, digest);
  assert_says (before, "Fler nås nu än förr.", TRUE);
  assert_says (before, "DRAFT", FALSE);
  add_youth (fixture);
  found = tj_board_report_service_find (fixture->context, over, NULL);
  g_assert_cmpint (found->id, ==, report->id);
  after = draw (fixture, found);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_a_half_year_that_goes_on_is_not_approved (ContextFixture *fixture, gconstpointer data)
{
  g_autoptr (TjBoardReport) report = open_draft (fixture, under_way);
  g_autoptr (GError) error = NULL;

  g_assert_false (tj_board_report_service_approve (fixture->context, report, &error));
  g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
  g_assert_cmpint (report->approved_on, ==, TJ_DATE_NONE);
}

static void
test_a_new_version_says_what_it_replaces (ContextFixture *fixture, gconstpointer data)
{
  g_autoptr (TjBoardReport) first = approve (fixture, over, "Fler nås nu än förr.");
  g_autoptr (GBytes) kept = draw (fixture, first);
  g_autoptr (GBytes) still = NULL;
  g_autoptr (TjBoardReport) second = NULL;
  g_autoptr (GBytes) pdf = NULL;

  assert_says (kept, "replaces", FALSE);
  second = approve (fixture, over, "Färre nås än vi trodde.");
  pdf = draw (fixture, second);
  g_assert_cmpuint (second->version, ==, 2);
  assert_says (pdf, "replaces the one that was approved on 18 November 2026", TRUE);
  still = draw (fixture, first);
  g_assert_true (g_bytes_equal (kept, still));
}

static void
test_an_approval_can_be_undone (ContextFixture *fixture, gconstpointer data)
{
  g_autoptr (TjBoardReport) report = approve (fixture, over, "Fler nås nu än förr.");
  g_autoptr (TjBoardReport) found = NULL;
  g_autoptr (GError) error = NULL;

  tj_undo (tj_context_get_store (fixture->context), &error);
  g_assert_no_error (error);
  found = tj_board_report_service_find (fixture->context, over, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->approved_on, ==, TJ_DATE_NONE);
  g_assert_cmpint (found->approved_on, !=, report->approved_on);
}

static void
test_what_stays_the_same_is_taken_over (ContextFixture *fixture, gconstpointer data)
{
  g_autoptr (TjBoardReport) first = approve (fixture, over, "Fler nås nu än förr.");
  g_autoptr (TjBoardReport) next = open_draft (fixture, under_way);
  g_autoptr (TjBoardReport) again = open_draft (fixture, over);

  g_assert_cmpint (next->id, ==, 0);
  g_assert_cmpuint (next->version, ==, 1);
  g_assert_cmpstr (next->organisation, ==, "Ett team om tre.");
  g_assert_cmpstr (next->analysis, ==, "");
  g_assert_cmpuint (again->version, ==, 2);
  g_assert_cmpstr (again->analysis, ==, "Fler nås nu än förr.");
}

static void
test_the_decision_names_the_board (ContextFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjBoardReport) report = NULL;
  g_autoptr (GBytes) pdf = NULL;

  tj_context_set_setting (fixture->context, TJ_SETTING_REPORT_BOARD, "Utbildningsnämnden", &error);
  g_assert_no_error (error);
  report = open_draft (fixture, over);
  g_assert_true (g_str_has_prefix (report->decision, "Utbildningsnämnden "));
  pdf = draw (fixture, report);
  assert_says (pdf, "Utbildningsnämnden", TRUE);
}

/* What the first report hid of its half-year the next one does not show among the earlier ones. */
static void
test_what_was_hidden_stays_hidden (ContextFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjStatistics) before = NULL;
  g_autoptr (TjStatistics) after = NULL;
  g_autoptr (TjBoardReport) report = NULL;
  const TjFigure *figure;

  tj_report_service_set_threshold (fixture->context, TJ_REPORT_THRESHOLD_MAX, &error);
  g_assert_no_error (error);
  report = approve (fixture, over, "Allt är litet.");
  before = tj_report_service_compute (fixture->context, tj_report_service_half (over),
                                      TJ_REPORT_THRESHOLD_MAX, &error);
  g_assert_no_error (error);
  figure = tj_figure_table_find (tj_statistics_table (before, "numbers"), "end", "total");
  g_assert_true (figure->hidden);

  after
      = tj_report_service_compute (fixture->context, tj_report_service_half (under_way), 2, &error);
  g_assert_no_error (error);
  figure
      = tj_figure_table_find (tj_statistics_table (after, "comparison-numbers"), "2026H1", "end");
  g_assert_true (figure->hidden);
  figure = tj_figure_table_find (tj_statistics_table (after, "numbers"), "start", "total");
  g_assert_true (figure->hidden);
}

static gboolean
count_approvals (const TjAuditEntry *entry, gpointer user_data)
{
  if (g_str_equal (entry->action, "approve-board-report"))
    {
      g_assert_null (strstr (entry->details, "Fler"));
      (*(guint *)user_data)++;
    }
  return TRUE;
}

static void
test_the_log_tells_of_the_approval_without_its_text (ContextFixture *fixture, gconstpointer data)
{
  g_autoptr (TjBoardReport) report = approve (fixture, over, "Fler nås nu än förr.");
  g_autoptr (GError) error = NULL;
  guint n = 0;

  tj_audit_foreach (tj_context_get_store (fixture->context), count_approvals, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (tj_context_verify_log (fixture->context, &error));
}

static void
add (const char *path, void (*test) (ContextFixture *fixture, gconstpointer data))
{
  g_test_add (path, ContextFixture, NULL, set_up, test, context_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/board-report/a-draft-follows-the-register", test_a_draft_follows_the_register);
  add ("/board-report/an-approved-report-does-not", test_an_approved_report_does_not);
  add ("/board-report/a-half-year-that-goes-on-is-not-approved",
       test_a_half_year_that_goes_on_is_not_approved);
  add ("/board-report/a-new-version-says-what-it-replaces",
       test_a_new_version_says_what_it_replaces);
  add ("/board-report/an-approval-can-be-undone", test_an_approval_can_be_undone);
  add ("/board-report/what-stays-the-same-is-taken-over", test_what_stays_the_same_is_taken_over);
  add ("/board-report/the-decision-names-the-board", test_the_decision_names_the_board);
  add ("/board-report/what-was-hidden-stays-hidden", test_what_was_hidden_stays_hidden);
  add ("/board-report/the-log-tells-of-the-approval-without-its-text",
       test_the_log_tells_of_the_approval_without_its_text);
  return g_test_run ();
}
