/* What a source tells of its rows: what it noticed, what it left out and why, and whom the list no
 * longer names. All of it goes into the run's report. */

#include "config.h"

#include "tj-import-job-private.h"

#include "tj-import-report-private.h"

/**
 * tj_import_job_add_gone:
 * @youth_id: a youth, 0 for somebody who is none
 *
 * Counts somebody whom the list was expected to name and does not.
 *
 * Returns: FALSE with an error of the store
 */
gboolean
tj_import_job_add_gone (TjImportJob *job, gint64 youth_id, GError **error)
{
  TjImportOutcome outcome = { .result = TJ_IMPORT_GONE, .youth_id = youth_id };

  tj_import_report_add_outcome (job->report, &outcome);
  return tj_imports_add_row (job->change, job->run.id, 0, tj_import_result_word (TJ_IMPORT_GONE),
                             youth_id, error);
}

/**
 * tj_import_job_warn:
 * @field: of the source, or -1 for the row as such
 *
 * Notes something about a row that is taken in all the same.
 */
void
tj_import_job_warn (TjImportJob *job, const TjImportRow *row, int field, TjImportReason reason)
{
  tj_import_report_warn (job->report, row->number, tj_mapping_get_heading (job->mapping, field),
                         tj_import_reason_message (reason));
}

/**
 * tj_import_job_warn_file:
 * @field: of the source, or -1 for the file as such
 *
 * Notes something about the file or a whole column.
 */
void
tj_import_job_warn_file (TjImportJob *job, int field, TjImportReason reason)
{
  tj_import_report_warn (job->report, 0, tj_mapping_get_heading (job->mapping, field),
                         tj_import_reason_message (reason));
}

/**
 * tj_import_job_reject:
 * @field: of the source, or -1 for the row as such
 * @outcome: becomes rejected, or a conflict when the row contradicts the register
 *
 * Leaves a row out and says why. Nothing of it may have been written.
 */
void
tj_import_job_reject (TjImportJob *job,
                      const TjImportRow *row,
                      int field,
                      TjImportReason reason,
                      TjImportOutcome *outcome)
{
  outcome->result = reason == TJ_REASON_OTHER_NAME ? TJ_IMPORT_CONFLICT : TJ_IMPORT_REJECTED;
  tj_import_report_reject (job->report, row->number, tj_mapping_get_heading (job->mapping, field),
                           tj_import_reason_message (reason));
}

/**
 * tj_import_job_differ:
 * @field: a translated name of static storage
 *
 * Notes old and new of one field, for the preview.
 */
void
tj_import_job_differ (TjImportJob *job,
                      const TjImportRow *row,
                      const char *field,
                      const char *old_text,
                      const char *new_text)
{
  tj_import_report_add_difference (job->report, row->number, field, old_text, new_text);
}
