/* What an import did, row by row. Filled by the import, read by commands and window. Large lists
 * make large reports, so entries are plain and their strings shared. */

#include "config.h"

#include "tj-import-report-private.h"

#include <glib/gi18n-lib.h>

struct _TjImportReport
{
  gatomicrefcount ref_count;
  gint64 run_id;
  guint n_rows;
  guint counts[TJ_N_IMPORT_RESULTS];
  GArray *rejected;
  GArray *warnings;
  GArray *outcomes;
  GArray *differences;
  GStringChunk *strings;
};

static const struct
{
  const char *word;
  const char *label;
} results[TJ_N_IMPORT_RESULTS] = {
  [TJ_IMPORT_NEW] = { "new", N_ ("New") },
  [TJ_IMPORT_CHANGED] = { "changed", N_ ("Changed") },
  [TJ_IMPORT_UNCHANGED] = { "unchanged", N_ ("Unchanged") },
  [TJ_IMPORT_REJECTED] = { "rejected", N_ ("Rejected") },
  [TJ_IMPORT_CONFLICT] = { "conflict", N_ ("Conflict") },
  [TJ_IMPORT_GONE] = { "gone", N_ ("No longer on the list") },
};

/**
 * tj_import_report_new:
 *
 * Returns: (transfer full): a report of nothing
 */
TjImportReport *
tj_import_report_new (void)
{
  TjImportReport *self = g_new0 (TjImportReport, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->rejected = g_array_new (FALSE, FALSE, sizeof (TjImportIssue));
  self->warnings = g_array_new (FALSE, FALSE, sizeof (TjImportIssue));
  self->outcomes = g_array_new (FALSE, FALSE, sizeof (TjImportOutcome));
  self->differences = g_array_new (FALSE, FALSE, sizeof (TjImportDifference));
  self->strings = g_string_chunk_new (1024);
  return self;
}

/**
 * tj_import_report_ref:
 *
 * Returns: (transfer full): @self, held once more
 */
TjImportReport *
tj_import_report_ref (TjImportReport *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tj_import_report_unref:
 *
 * Lets go of @self; the last to do so frees it and all its strings.
 */
void
tj_import_report_unref (TjImportReport *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->rejected);
  g_array_unref (self->warnings);
  g_array_unref (self->outcomes);
  g_array_unref (self->differences);
  g_string_chunk_free (self->strings);
  g_free (self);
}

static void
add_issue (TjImportReport *self, GArray *issues, guint row, const char *column, const char *reason)
{
  TjImportIssue issue = {
    .row = row,
    .column = g_string_chunk_insert_const (self->strings, column),
    .reason = g_string_chunk_insert_const (self->strings, reason),
  };

  g_array_append_val (issues, issue);
}

/**
 * tj_import_report_reject:
 * @column: the list's own heading, or ""
 * @reason: a translated sentence without personal data
 *
 * Notes why a row was left out.
 */
void
tj_import_report_reject (TjImportReport *self, guint row, const char *column, const char *reason)
{
  add_issue (self, self->rejected, row, column, reason);
}

/**
 * tj_import_report_warn:
 * @row: or 0 for the file as a whole
 * @column: the list's own heading, or ""
 * @reason: a translated sentence without personal data
 *
 * Notes something that did not hinder.
 */
void
tj_import_report_warn (TjImportReport *self, guint row, const char *column, const char *reason)
{
  add_issue (self, self->warnings, row, column, reason);
}

/**
 * tj_import_report_add_outcome:
 *
 * Counts what became of a row, or that a youth is gone.
 */
void
tj_import_report_add_outcome (TjImportReport *self, const TjImportOutcome *outcome)
{
  g_array_append_val (self->outcomes, *outcome);
  self->counts[outcome->result]++;
  self->n_rows += outcome->result != TJ_IMPORT_GONE;
}

/**
 * tj_import_report_add_difference:
 *
 * Notes one field that a row changes. Its texts are personal data: for the preview, not for logs.
 */
void
tj_import_report_add_difference (TjImportReport *self,
                                 guint row,
                                 const char *field,
                                 const char *old_text,
                                 const char *new_text)
{
  TjImportDifference difference = {
    .row = row,
    .field = field,
    .old_text = g_string_chunk_insert_const (self->strings, old_text),
    .new_text = g_string_chunk_insert_const (self->strings, new_text),
  };

  g_array_append_val (self->differences, difference);
}

/**
 * tj_import_report_has_equal_counts:
 *
 * Returns: whether as many rows came out each way in both runs
 */
gboolean
tj_import_report_has_equal_counts (TjImportReport *self, TjImportReport *other)
{
  for (guint i = 0; i < TJ_N_IMPORT_RESULTS; i++)
    if (self->counts[i] != other->counts[i])
      return FALSE;
  return TRUE;
}

/**
 * tj_import_report_set_run_id:
 *
 * Says by which id the run was kept.
 */
void
tj_import_report_set_run_id (TjImportReport *self, gint64 run_id)
{
  self->run_id = run_id;
}

/**
 * tj_import_report_get_run_id:
 *
 * Returns: by which id the run can be undone, 0 for a dry run
 */
gint64
tj_import_report_get_run_id (TjImportReport *self)
{
  return self->run_id;
}

/**
 * tj_import_report_get_n_rows:
 *
 * Returns: the rows of the list that are not blank, without its header
 */
guint
tj_import_report_get_n_rows (TjImportReport *self)
{
  return self->n_rows;
}

/**
 * tj_import_report_get_count:
 *
 * Returns: how many rows (for %TJ_IMPORT_GONE: youths) came out as @result
 */
guint
tj_import_report_get_count (TjImportReport *self, TjImportResult result)
{
  g_return_val_if_fail (result < TJ_N_IMPORT_RESULTS, 0);
  return self->counts[result];
}

/**
 * tj_import_report_get_rejected:
 * @n_issues: (out): how many
 *
 * Returns: (array length=n_issues): one entry for each row left out, conflicts among them
 */
const TjImportIssue *
tj_import_report_get_rejected (TjImportReport *self, guint *n_issues)
{
  *n_issues = self->rejected->len;
  return (const TjImportIssue *)(gpointer)self->rejected->data;
}

/**
 * tj_import_report_get_warnings:
 * @n_issues: (out): how many
 *
 * Returns: (array length=n_issues): what to know about the file and the rows taken in
 */
const TjImportIssue *
tj_import_report_get_warnings (TjImportReport *self, guint *n_issues)
{
  *n_issues = self->warnings->len;
  return (const TjImportIssue *)(gpointer)self->warnings->data;
}

/**
 * tj_import_report_get_outcomes:
 * @n_outcomes: (out): how many
 *
 * Returns: (array length=n_outcomes): each row in the order of the list, then those gone
 */
const TjImportOutcome *
tj_import_report_get_outcomes (TjImportReport *self, guint *n_outcomes)
{
  *n_outcomes = self->outcomes->len;
  return (const TjImportOutcome *)(gpointer)self->outcomes->data;
}

/**
 * tj_import_report_get_differences:
 * @n: (out): how many
 *
 * Returns: (array length=n): old and new of each changed field, in the order of rows
 */
const TjImportDifference *
tj_import_report_get_differences (TjImportReport *self, guint *n)
{
  *n = self->differences->len;
  return (const TjImportDifference *)(gpointer)self->differences->data;
}

/**
 * tj_import_result_word:
 *
 * Returns: (transfer none): the stored word, as `unchanged`
 */
const char *
tj_import_result_word (TjImportResult result)
{
  g_return_val_if_fail (result < TJ_N_IMPORT_RESULTS, NULL);
  return results[result].word;
}

/**
 * tj_import_result_label:
 *
 * Returns: (transfer none): the translated label
 */
const char *
tj_import_result_label (TjImportResult result)
{
  g_return_val_if_fail (result < TJ_N_IMPORT_RESULTS, NULL);
  return _ (results[result].label);
}
