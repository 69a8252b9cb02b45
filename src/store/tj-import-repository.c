/* Runs of imports and what became of each row, so that a run can be told of and undone. */

#include "config.h"

#include "tj-import-repository.h"

#include "tj-change-private.h"

#define COLUMNS "date, source, rows, added, changed, unchanged, gone, rejected"

static void
bind_run (TjStatement *statement, const TjImportRun *run)
{
  tj_statement_bind_date (statement, 1, run->date);
  tj_statement_bind_text (statement, 2, run->source);
  tj_statement_bind_number (statement, 3, run->rows);
  tj_statement_bind_number (statement, 4, run->added);
  tj_statement_bind_number (statement, 5, run->changed);
  tj_statement_bind_number (statement, 6, run->unchanged);
  tj_statement_bind_number (statement, 7, run->gone);
  tj_statement_bind_number (statement, 8, run->rejected);
}

/**
 * tj_imports_insert:
 * @run: (inout): a run that begins; its id is set
 *
 * Adds a run. Its counts may be written later, in the same change.
 *
 * Returns: whether it is in
 */
gboolean
tj_imports_insert (TjChange *change, TjImportRun *run, GError **error)
{
  TjConnection *connection;
  g_autoptr (TjStatement) insert = NULL;

  g_return_val_if_fail (change != NULL && run != NULL, FALSE);

  connection = tj_change_get_connection (change);
  insert = tj_statement_new (
      connection, "INSERT INTO import_run (" COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)", error);
  if (insert == NULL)
    return FALSE;
  bind_run (insert, run);
  if (!tj_statement_run (insert, error))
    return FALSE;
  run->id = tj_connection_get_last_id (connection);
  return tj_change_record_insert (change, "import_run", run->id, error);
}

/**
 * tj_imports_update:
 * @run: a run with its id
 *
 * Writes the counts of a run.
 *
 * Returns: whether they are written
 */
gboolean
tj_imports_update (TjChange *change, const TjImportRun *run, GError **error)
{
  g_autoptr (TjStatement) update = NULL;

  g_return_val_if_fail (change != NULL && run != NULL && run->id != 0, FALSE);

  if (!tj_change_record_row (change, TJ_ROW_UPDATED, "import_run", run->id, error))
    return FALSE;
  update = tj_statement_new (tj_change_get_connection (change),
                             "UPDATE import_run SET date = ?, source = ?, rows = ?, added = ?,"
                             " changed = ?, unchanged = ?, gone = ?, rejected = ? WHERE id = ?",
                             error);
  if (update == NULL)
    return FALSE;
  bind_run (update, run);
  tj_statement_bind_number (update, 9, run->id);
  return tj_statement_run (update, error);
}

/**
 * tj_imports_add_row:
 * @row: the row's number in the file
 * @result: what became of it, a lower-case word
 * @youth_id: whom it was about, 0 when nobody
 *
 * Adds what became of a row.
 *
 * Returns: whether it is in
 */
gboolean
tj_imports_add_row (TjChange *change,
                    gint64 run_id,
                    guint row,
                    const char *result,
                    gint64 youth_id,
                    GError **error)
{
  TjConnection *connection;
  g_autoptr (TjStatement) insert = NULL;

  g_return_val_if_fail (change != NULL && result != NULL, FALSE);

  connection = tj_change_get_connection (change);
  insert = tj_statement_new (
      connection, "INSERT INTO import_row (run_id, row, result, youth_id) VALUES (?, ?, ?, ?)",
      error);
  if (insert == NULL)
    return FALSE;
  tj_statement_bind_number (insert, 1, run_id);
  tj_statement_bind_number (insert, 2, row);
  tj_statement_bind_text (insert, 3, result);
  tj_statement_bind_reference (insert, 4, youth_id);
  return tj_statement_run (insert, error)
         && tj_change_record_insert (change, "import_row", tj_connection_get_last_id (connection),
                                     error);
}

/**
 * tj_imports_foreach:
 * @func: (scope call): called for each run, latest first; FALSE ends the walk
 *
 * Returns: whether the runs could be read
 */
gboolean
tj_imports_foreach (TjStore *store, TjImportFunc func, gpointer user_data, GError **error)
{
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store) && func != NULL, FALSE);

  if (!tj_store_check_open (store, error))
    return FALSE;
  select = tj_statement_new (store->connection,
                             "SELECT id, " COLUMNS " FROM import_run ORDER BY id DESC", error);
  if (select == NULL)
    return FALSE;

  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      TjImportRun run = {
        .id = tj_statement_get_number (select, 0),
        .date = tj_statement_get_date (select, 1),
        .source = tj_statement_get_text (select, 2),
        .rows = (guint)tj_statement_get_number (select, 3),
        .added = (guint)tj_statement_get_number (select, 4),
        .changed = (guint)tj_statement_get_number (select, 5),
        .unchanged = (guint)tj_statement_get_number (select, 6),
        .gone = (guint)tj_statement_get_number (select, 7),
        .rejected = (guint)tj_statement_get_number (select, 8),
      };

      if (!func (&run, user_data))
        return TRUE;
    }
  return step == TJ_STATEMENT_END;
}
