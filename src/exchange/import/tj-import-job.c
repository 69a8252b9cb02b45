/* One run of an import: the open change, the register it is compared with, and the report that it
 * fills. Takes row after row; whether what was done is kept is decided at the end, so that a dry
 * run does everything that the real one does. */

#include "config.h"

#include "tj-import-job-private.h"

#include "tj-fact-repository.h"
#include "tj-fact-shield.h"
#include "tj-import-report-private.h"

#include <glib/gi18n-lib.h>

/* The file as a whole: what was mended in its text, and columns that say the same. */
static void
warn_about_file (TjImportJob *job)
{
  const TjTextInfo *info = tj_import_table_get_text_info (job->table);

  if (info->n_nuls > 0)
    tj_import_job_warn_file (job, -1, TJ_REASON_NULS);
  if (info->n_damaged > 0)
    tj_import_job_warn_file (job, -1, TJ_REASON_DAMAGED_TEXT);
  if (tj_import_table_get_n_hidden (job->table) > 0)
    tj_import_job_warn_file (job, -1, TJ_REASON_HIDDEN_ROWS);
  if (tj_mapping_get_header (job->mapping) > 0)
    tj_import_report_warn (
        job->report,
        tj_import_table_get_row_number (job->table, tj_mapping_get_header (job->mapping)), "",
        tj_import_reason_message (TJ_REASON_ROWS_ABOVE));
  for (guint field = 0; field < job->source->n_fields; field++)
    if (tj_mapping_is_repeated (job->mapping, field))
      tj_import_job_warn_file (job, field, TJ_REASON_REPEATED_HEADING);
}

static TjProposalBook *
open_proposals (TjImportJob *job, GError **error)
{
  const TjProposalRun run
      = { job->store, job->change, job->index, job->source->id, job->run.id, job->today };

  return tj_proposal_book_new (&run, error);
}

/**
 * tj_import_job_begin:
 * @table: borrowed until the job is freed, as @mapping is
 * @cancellable: (nullable): stops the looking up
 *
 * Opens a change and looks up the register as it is.
 *
 * Returns: (transfer full): the job; NULL with an error of the store or CANCELLED. Freed unfinished, it leaves
 *   the register untouched
 */
TjImportJob *
tj_import_job_begin (TjStore *store,
                     const TjImportTable *table,
                     const TjMapping *mapping,
                     TjDate today,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (TjImportJob) job = g_new0 (TjImportJob, 1);

  job->store = g_object_ref (store);
  job->table = table;
  job->mapping = mapping;
  job->source = tj_mapping_get_source (mapping);
  job->today = today;
  job->report = tj_import_report_new ();
  job->claimed = g_hash_table_new (NULL, NULL);
  job->seen = g_hash_table_new (g_str_hash, g_str_equal);
  job->numbers = g_string_chunk_new (4096);
  job->run = (TjImportRun){ .date = today, .source = job->source->id };

  job->index = tj_register_index_new (store, cancellable, error);
  if (job->index == NULL)
    return NULL;
  job->change = tj_change_begin (store, job->source->action, error);
  if (job->change == NULL || tj_imports_insert (job->change, &job->run, error) == 0)
    return NULL;

  warn_about_file (job);
  job->state = g_malloc0 (job->source->state_size);
  job->proposals = open_proposals (job, error);
  if (job->proposals == NULL)
    return NULL;
  job->protected = tj_facts_load_protected (store, error);
  if (job->protected == NULL || (job->source->begin != NULL && !job->source->begin (job, error)))
    return NULL;
  return g_steal_pointer (&job);
}

/**
 * tj_import_job_free:
 *
 * Frees @job. What it did and did not keep is rolled back.
 */
void
tj_import_job_free (TjImportJob *job)
{
  if (job->state != NULL && job->source->clear_state != NULL)
    job->source->clear_state (job->state);
  g_clear_pointer (&job->state, g_free);
  g_clear_pointer (&job->proposals, tj_proposal_book_free);
  g_clear_pointer (&job->protected, g_hash_table_unref);
  g_clear_pointer (&job->change, tj_change_free);
  g_clear_pointer (&job->index, tj_register_index_free);
  g_clear_pointer (&job->report, tj_import_report_unref);
  g_clear_pointer (&job->claimed, g_hash_table_unref);
  g_clear_pointer (&job->seen, g_hash_table_unref);
  g_clear_pointer (&job->numbers, g_string_chunk_free);
  tj_text_room_clear (&job->room);
  g_clear_object (&job->store);
  g_free (job);
}

static TjImportValue *
find_number (TjImportJob *job)
{
  for (guint field = 0; field < job->source->n_fields; field++)
    if (job->source->fields[field].kind == TJ_CELL_NUMBER)
      return &job->row.values[field];
  return NULL;
}

/* Notes that the person is on the list. TRUE when an earlier row of theirs was taken; `earlier`
 * is then that row. */
static gboolean
meet_person (TjImportJob *job, gboolean is_good, guint *earlier)
{
  TjImportValue *value = find_number (job);
  gpointer before = NULL;
  guint now;

  if (value == NULL || value->error != TJ_REASON_NONE || value->text[0] == '\0')
    return FALSE;
  g_hash_table_lookup_extended (job->seen, value->number.text, NULL, &before);
  *earlier = GPOINTER_TO_UINT (before) - 1;
  now = before != NULL ? GPOINTER_TO_UINT (before) : is_good ? job->row.index + 1 : 0;
  g_hash_table_insert (job->seen, g_string_chunk_insert (job->numbers, value->number.text),
                       GUINT_TO_POINTER (now));
  return before != NULL;
}

/* Excel's day numbers are told of once a column, not on every row. */
static gboolean
is_told_already (TjImportJob *job, guint field, TjImportReason reason)
{
  gboolean told = reason == TJ_REASON_DATE_SERIAL && job->told_serial[field];

  job->told_serial[field] |= reason == TJ_REASON_DATE_SERIAL;
  return told;
}

static void
warn_left_out (TjImportJob *job, guint field, TjImportReason reason)
{
  g_autofree char *text
      = g_strdup_printf ("%s %s", tj_import_reason_message (reason), _ ("The cell was left out."));

  tj_import_report_warn (job->report, job->row.number, tj_mapping_get_heading (job->mapping, field),
                         text);
}

/* What the cells of a row that is taken gave rise to. */
static void
warn_about_row (TjImportJob *job)
{
  if (tj_import_row_is_short (job->table, job->mapping, job->row.index))
    tj_import_job_warn (job, &job->row, -1, TJ_REASON_FEW_CELLS);
  for (guint field = 0; field < job->source->n_fields; field++)
    {
      const TjImportValue *value = &job->row.values[field];

      if (value->warning == TJ_REASON_NAME_GUESSED && job->source->has_loose_names)
        continue;
      if (value->error != TJ_REASON_NONE)
        warn_left_out (job, field, value->error);
      else if (value->warning != TJ_REASON_NONE && !is_told_already (job, field, value->warning))
        tj_import_job_warn (job, &job->row, field, value->warning);
    }
}

/* Counts the row and keeps its result with the run. */
static gboolean
note_outcome (TjImportJob *job, const TjImportOutcome *outcome, GError **error)
{
  tj_import_report_add_outcome (job->report, outcome);
  return (outcome->result == TJ_IMPORT_UNCHANGED && !job->source->is_roll)
         || tj_imports_add_row (job->change, job->run.id, outcome->row,
                                tj_import_result_word (outcome->result), outcome->youth_id, error);
}

/* The one way from a row that could be read, or not, to its outcome. */
static gboolean
decide_row (TjImportJob *job, TjRowProblem problem, TjImportOutcome *outcome, GError **error)
{
  gboolean is_good = problem.reason == TJ_REASON_NONE;
  guint earlier;
  gboolean is_repeated = meet_person (job, is_good, &earlier) && !job->source->has_repeats;

  if (!is_good)
    tj_import_job_reject (job, &job->row, problem.field, problem.reason, outcome);
  else if (is_repeated && tj_import_row_is_same (job->table, job->mapping, job->row.index, earlier))
    outcome->result = TJ_IMPORT_UNCHANGED;
  else if (is_repeated)
    tj_import_job_reject (job, &job->row, -1, TJ_REASON_DUPLICATE, outcome);
  else
    {
      warn_about_row (job);
      return job->source->apply (job, &job->row, outcome, error);
    }
  return TRUE;
}

/**
 * tj_import_job_take_row:
 * @index: a row of the table below its header
 *
 * Brings one row in, or notes why not. Blank rows are passed over.
 *
 * Returns: FALSE only when the store failed; the job must then be freed
 */
gboolean
tj_import_job_take_row (TjImportJob *job, guint index, GError **error)
{
  TjImportOutcome outcome = { .index = index, .result = TJ_IMPORT_UNCHANGED };
  TjRowProblem problem;

  if (tj_import_row_is_blank (job->table, index))
    return TRUE;
  problem = tj_import_row_read (&job->row, job->table, job->mapping, index, job->today, &job->room);
  outcome.row = job->row.number;
  return decide_row (job, problem, &outcome, error) && note_outcome (job, &outcome, error);
}

static void
count_run (TjImportJob *job)
{
  TjImportReport *report = job->report;

  job->run.rows = tj_import_report_get_n_rows (report);
  job->run.added = tj_import_report_get_count (report, TJ_IMPORT_NEW);
  job->run.changed = tj_import_report_get_count (report, TJ_IMPORT_CHANGED);
  job->run.unchanged = tj_import_report_get_count (report, TJ_IMPORT_UNCHANGED);
  job->run.gone = tj_import_report_get_count (report, TJ_IMPORT_GONE);
  job->run.rejected = tj_import_report_get_count (report, TJ_IMPORT_REJECTED)
                      + tj_import_report_get_count (report, TJ_IMPORT_CONFLICT);
}

/**
 * tj_import_job_close:
 *
 * Does what the source does after its last row: the report is then complete.
 *
 * Returns: FALSE only when the store failed; the job must then be freed
 */
gboolean
tj_import_job_close (TjImportJob *job, GError **error)
{
  return job->source->finish == NULL || job->source->finish (job, error);
}

/**
 * tj_import_job_end:
 * @keep: whether to commit; a dry run rolls back
 *
 * Ends the run.
 *
 * Returns: FALSE with an error of the store; nothing is then kept
 */
gboolean
tj_import_job_end (TjImportJob *job, gboolean keep, GError **error)
{
  count_run (job);
  if (!tj_imports_update (job->change, &job->run, error))
    return FALSE;
  if (keep && !tj_change_commit (job->change, error))
    return FALSE;
  if (keep)
    tj_import_report_set_run_id (job->report, job->run.id);
  g_clear_pointer (&job->change, tj_change_free);
  return TRUE;
}

/**
 * tj_import_job_get_report:
 *
 * Returns: (transfer none): the report as far as the job has come
 */
TjImportReport *
tj_import_job_get_report (TjImportJob *job)
{
  return job->report;
}

/**
 * tj_import_job_get_store:
 *
 * Returns: (transfer none): the register
 */
TjStore *
tj_import_job_get_store (TjImportJob *job)
{
  return job->store;
}

/**
 * tj_import_job_get_change:
 *
 * Returns: (transfer none): the change that all rows go into
 */
TjChange *
tj_import_job_get_change (TjImportJob *job)
{
  return job->change;
}

/**
 * tj_import_job_get_today:
 *
 * Returns: the context's day
 */
TjDate
tj_import_job_get_today (TjImportJob *job)
{
  return job->today;
}

/**
 * tj_import_job_has_column:
 *
 * Returns: whether the list has a column for @field of the source
 */
gboolean
tj_import_job_has_column (TjImportJob *job, guint field)
{
  return tj_mapping_get_column (job->mapping, field) >= 0;
}

/**
 * tj_import_job_get_run_id:
 *
 * Returns: which run of imports this is
 */
gint64
tj_import_job_get_run_id (TjImportJob *job)
{
  return job->run.id;
}

/**
 * tj_import_job_get_source:
 *
 * Returns: (transfer none): the kind of list
 */
const TjImportSource *
tj_import_job_get_source (TjImportJob *job)
{
  return job->source;
}

/**
 * tj_import_job_get_state:
 *
 * Returns: (transfer none): what the source remembers from row to row
 */
gpointer
tj_import_job_get_state (TjImportJob *job)
{
  return job->state;
}

/**
 * tj_import_job_get_proposals:
 *
 * Returns: (transfer none): what to ask the coordinator
 */
TjProposalBook *
tj_import_job_get_proposals (TjImportJob *job)
{
  return job->proposals;
}

/**
 * tj_import_job_shield:
 *
 * Takes a person's name and address out of what lists have said before: the person is protected.
 *
 * Returns: FALSE with an error of the store
 */
gboolean
tj_import_job_shield (TjImportJob *job, const char *personal_number, GError **error)
{
  if (tj_import_job_is_protected (job, personal_number))
    return TRUE;
  g_hash_table_add (job->protected, g_strdup (personal_number));
  return tj_fact_shield (job->store, job->change, personal_number, error);
}
