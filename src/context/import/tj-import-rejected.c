/* The rows that were left out, as a list to mend and take in again: the row as it was, and why. Of a
 * protected person there is only the reason; their row is to be mended in the file it came in. */

#include "config.h"

#include "tj-import-rejected.h"

#include <glib/gi18n-lib.h>

#include "tj-audit.h"
#include "tj-csv-writer.h"
#include "tj-row-person.h"

static void
add_headings (TjCsvWriter *writer, const TjMapping *mapping)
{
  for (guint column = 0; column < tj_mapping_get_n_columns (mapping); column++)
    tj_csv_writer_add (writer, tj_mapping_get_title (mapping, column), -1);
  tj_csv_writer_add (writer, _ ("Row in the file"), -1);
  tj_csv_writer_add (writer, _ ("Why the row was left out"), -1);
  tj_csv_writer_end_row (writer);
}

/* Cells beyond the headings come last, where they move nothing. */
static void
add_cells (TjCsvWriter *writer, const TjImportTable *table, guint index, guint from, guint to)
{
  for (guint column = from; column < to; column++)
    {
      TjCell cell = tj_import_table_get_cell (table, index, column);

      tj_csv_writer_add (writer, cell.text, cell.length);
    }
}

static void
add_blanks (TjCsvWriter *writer, guint n)
{
  for (guint i = 0; i < n; i++)
    tj_csv_writer_add (writer, "", 0);
}

static void
add_reason (TjCsvWriter *writer, const TjImportIssue *issue)
{
  g_autofree char *row = g_strdup_printf ("%u", issue->row);
  g_autofree char *reason = issue->column[0] != '\0'
                                ? g_strdup_printf ("%s: %s", issue->column, issue->reason)
                                : g_strdup (issue->reason);

  tj_csv_writer_add (writer, row, -1);
  tj_csv_writer_add (writer, reason, -1);
}

static void
add_row (TjCsvWriter *writer,
         TjImportSession *session,
         const TjImportOutcome *outcome,
         const TjImportIssue *issue)
{
  g_autoptr (TjRowPerson) person = tj_row_person_new (session, outcome);
  TjImportTable *table = tj_import_session_get_table (session);
  guint n_columns = tj_mapping_get_n_columns (tj_import_session_get_mapping (session));

  if (person->is_protected)
    add_blanks (writer, n_columns);
  else
    add_cells (writer, table, outcome->index, 0, n_columns);
  add_reason (writer, issue);
  if (!person->is_protected)
    add_cells (writer, table, outcome->index, n_columns,
               tj_import_table_get_n_cells (table, outcome->index));
  tj_csv_writer_end_row (writer);
}

/**
 * tj_import_rejected_write:
 * @session: one whose list was tried or taken in
 *
 * Returns: (transfer full): the rows left out, as a separated list with the file's own headings
 */
GBytes *
tj_import_rejected_write (TjImportSession *session)
{
  TjImportReport *report = tj_import_session_get_report (session);
  TjCsvWriter *writer;
  guint n_outcomes, n_issues, next = 0;
  const TjImportOutcome *outcomes;
  const TjImportIssue *issues;

  g_return_val_if_fail (report != NULL, NULL);

  writer = tj_csv_writer_new ();
  outcomes = tj_import_report_get_outcomes (report, &n_outcomes);
  issues = tj_import_report_get_rejected (report, &n_issues);
  add_headings (writer, tj_import_session_get_mapping (session));
  for (guint i = 0; i < n_outcomes && next < n_issues; i++)
    if (outcomes[i].row == issues[next].row)
      add_row (writer, session, &outcomes[i], &issues[next++]);
  return tj_csv_writer_free_to_bytes (writer);
}

/**
 * tj_import_rejected_log:
 *
 * Writes in the log that the rows left out were saved to a file.
 *
 * Returns: FALSE with an error of the store
 */
gboolean
tj_import_rejected_log (TjImportSession *session, GError **error)
{
  TjContext *context = tj_import_session_get_context (session);

  return tj_audit_log (tj_context_get_store (context), "save-rejected", 0,
                       tj_import_session_get_source (session), error);
}
