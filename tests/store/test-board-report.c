/* Reports to the board: drafts are written over and undone, approved ones never change. */

#include "config.h"

#include "register.h"

#include "tj-board-report-repository.h"
#include "tj-undo.h"

static const TjHalfYear half = { 2026, 2 };

static TjChange *
begin (Register *self)
{
  g_autoptr (GError) error = NULL;
  TjChange *change = tj_change_begin (self->store, "test", &error);

  g_assert_no_error (error);
  return change;
}

static void
save (Register *self, TjBoardReport *report)
{
  g_autoptr (TjChange) change = begin (self);

  assert_works (tj_board_reports_save (change, report, error_));
  assert_works (tj_change_commit (change, error_));
}

static TjBoardReport *
add_draft (Register *self, const char *analysis)
{
  TjBoardReport *report = tj_board_report_new (half);

  g_free (report->analysis);
  report->analysis = g_strdup (analysis);
  report->threshold = 5;
  save (self, report);
  return report;
}

static void
approve (Register *self, TjBoardReport *report)
{
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF", 4);
  g_autoptr (GBytes) workbook = g_bytes_new_static ("PK", 2);
  const TjBoardReportFiles files = { "[]", pdf, workbook };
  g_autoptr (TjChange) change = begin (self);

  assert_works (tj_board_reports_approve (change, report, day ("2027-01-20"), &files, error_));
  assert_works (tj_change_commit (change, error_));
}

static TjBoardReport *
load (Register *self)
{
  g_autoptr (GPtrArray) reports = tj_board_reports_list (self->store, NULL);

  g_assert_cmpuint (reports->len, ==, 1);
  return g_ptr_array_steal_index (reports, 0);
}

static void
a_draft_is_kept_and_written_over (Register *self)
{
  g_autoptr (TjBoardReport) draft = add_draft (self, "Fler nås.");
  g_autoptr (TjBoardReport) kept = NULL;

  g_assert_cmpint (draft->id, !=, 0);
  g_free (draft->analysis);
  draft->analysis = g_strdup ("Färre nås.");
  save (self, draft);
  register_reopen (self);
  kept = load (self);
  g_assert_cmpstr (kept->analysis, ==, "Färre nås.");
  g_assert_cmpint (tj_half_year_compare (kept->half, half), ==, 0);
  g_assert_cmpuint (kept->version, ==, 1);
  g_assert_cmpuint (kept->threshold, ==, 5);
  g_assert_cmpint (kept->approved_on, ==, TJ_DATE_NONE);
}

static void
a_text_is_undone (Register *self)
{
  g_autoptr (TjBoardReport) draft = add_draft (self, "Fler nås.");
  g_autoptr (TjBoardReport) kept = NULL;

  g_free (draft->analysis);
  draft->analysis = g_strdup ("Färre nås.");
  save (self, draft);
  assert_works (tj_undo (self->store, error_));
  kept = load (self);
  g_assert_cmpstr (kept->analysis, ==, "Fler nås.");
}

static void
a_draft_has_no_files (Register *self)
{
  g_autoptr (TjBoardReport) draft = add_draft (self, "Fler nås.");

  assert_fails (tj_board_reports_dup_pdf (self->store, draft->id, error_),
                TJ_STORE_ERROR_NOT_FOUND);
  assert_fails (tj_board_reports_dup_tables (self->store, draft->id, error_),
                TJ_STORE_ERROR_NOT_FOUND);
}

static void
an_approved_report_is_given_back_as_it_was (Register *self)
{
  g_autoptr (TjBoardReport) report = add_draft (self, "Fler nås.");
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *tables = NULL;
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "%PDF", 4);

  approve (self, report);
  register_reopen (self);
  pdf = tj_board_reports_dup_pdf (self->store, report->id, NULL);
  tables = tj_board_reports_dup_tables (self->store, report->id, NULL);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), "%PDF", 4);
  g_assert_cmpstr (tables, ==, "[]");
  g_assert_cmpstr (report->digest, ==, digest);
}

static void
an_approved_report_is_not_changed (Register *self)
{
  g_autoptr (TjBoardReport) report = add_draft (self, "Fler nås.");
  g_autoptr (GBytes) other = g_bytes_new_static ("%PDG", 4);
  const TjBoardReportFiles files = { "[1]", other, other };
  g_autoptr (TjBoardReport) kept = NULL;

  approve (self, report);
  {
    g_autoptr (TjChange) change = begin (self);

    g_free (report->analysis);
    report->analysis = g_strdup ("Färre nås.");
    assert_fails (tj_board_reports_save (change, report, error_), TJ_STORE_ERROR_CONSTRAINT);
    assert_fails (tj_board_reports_approve (change, report, day ("2027-02-01"), &files, error_),
                  TJ_STORE_ERROR_CONSTRAINT);
  }
  kept = load (self);
  g_assert_cmpstr (kept->analysis, ==, "Fler nås.");
  g_assert_cmpint (kept->approved_on, ==, day ("2027-01-20"));
}

static void
an_approval_is_undone_and_redone (Register *self)
{
  g_autoptr (TjBoardReport) report = add_draft (self, "Fler nås.");
  g_autoptr (TjBoardReport) undone = NULL;
  g_autoptr (TjBoardReport) redone = NULL;
  g_autoptr (GBytes) pdf = NULL;

  approve (self, report);
  assert_works (tj_undo (self->store, error_));
  undone = load (self);
  g_assert_cmpint (undone->approved_on, ==, TJ_DATE_NONE);
  assert_fails (tj_board_reports_dup_pdf (self->store, report->id, error_),
                TJ_STORE_ERROR_NOT_FOUND);
  assert_works (tj_redo (self->store, error_));
  redone = load (self);
  g_assert_cmpint (redone->approved_on, ==, day ("2027-01-20"));
  pdf = tj_board_reports_dup_pdf (self->store, report->id, NULL);
  g_assert_cmpuint (g_bytes_get_size (pdf), ==, 4);
}

static void
a_version_of_a_half_year_is_one (Register *self)
{
  g_autoptr (TjBoardReport) first = add_draft (self, "Fler nås.");
  g_autoptr (TjBoardReport) second = tj_board_report_new (half);
  g_autoptr (TjChange) change = begin (self);

  assert_fails (tj_board_reports_save (change, second, error_), TJ_STORE_ERROR_CONSTRAINT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  register_add_test ("/board-report/a-draft-is-kept-and-written-over",
                     a_draft_is_kept_and_written_over);
  register_add_test ("/board-report/a-text-is-undone", a_text_is_undone);
  register_add_test ("/board-report/a-draft-has-no-files", a_draft_has_no_files);
  register_add_test ("/board-report/an-approved-report-is-given-back-as-it-was",
                     an_approved_report_is_given_back_as_it_was);
  register_add_test ("/board-report/an-approved-report-is-not-changed",
                     an_approved_report_is_not_changed);
  register_add_test ("/board-report/an-approval-is-undone-and-redone",
                     an_approval_is_undone_and_redone);
  register_add_test ("/board-report/a-version-of-a-half-year-is-one",
                     a_version_of_a_half_year_is_one);
  return g_test_run ();
}
