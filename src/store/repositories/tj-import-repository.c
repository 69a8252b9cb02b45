/* Runs of imports and what became of each row, so that a run can be told of and undone. */

#include "config.h"

#include "tj-import-repository.h"

#include <string.h>

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

/* Rows of one result that follow each other, not written yet. */
typedef struct
{
  gint64 run_id;
  guint row;
  guint n;
  char result[32];
  gint64 youth_id;
} RowRange;

static gboolean
flush_rows (TjChange *change, gpointer held, GError **error)
{
  RowRange *range = held;
  TjConnection *connection = tj_change_get_connection (change);
  g_autoptr (TjStatement) insert = NULL;

  if (range->n == 0)
    return TRUE;
  insert = tj_statement_new (
      connection,
      "INSERT INTO import_row (run_id, row, n, result, youth_id) VALUES (?, ?, ?, ?, ?)", error);
  if (insert == NULL)
    return FALSE;
  tj_statement_bind_number (insert, 1, range->run_id);
  tj_statement_bind_number (insert, 2, range->row);
  tj_statement_bind_number (insert, 3, range->n);
  tj_statement_bind_text (insert, 4, range->result);
  tj_statement_bind_reference (insert, 5, range->youth_id);
  range->n = 0;
  return tj_statement_run (insert, error)
         && tj_change_record_insert (change, "import_row", tj_connection_get_last_id (connection),
                                     error);
}

static gboolean
continues (const RowRange *range, gint64 run_id, guint row, const char *result, gint64 youth_id)
{
  return range->n > 0 && range->run_id == run_id && range->row + range->n == row
         && strcmp (range->result, result) == 0
         && youth_id == (range->youth_id != 0 ? range->youth_id + range->n : 0);
}

/**
 * tj_imports_add_row:
 * @row: the row's number in the file
 * @result: what became of it, a lower-case word of less than 32 letters
 * @youth_id: whom it was about, 0 when nobody
 *
 * Adds what became of a row. It is written with the change at the latest.
 *
 * Returns: whether it is taken
 */
gboolean
tj_imports_add_row (TjChange *change,
                    gint64 run_id,
                    guint row,
                    const char *result,
                    gint64 youth_id,
                    GError **error)
{
  RowRange *range;

  g_return_val_if_fail (change != NULL && result != NULL, FALSE);
  g_return_val_if_fail (strlen (result) < sizeof range->result, FALSE);

  range = tj_change_hold (change, sizeof *range, flush_rows);
  if (continues (range, run_id, row, result, youth_id))
    {
      range->n++;
      return TRUE;
    }
  if (!flush_rows (change, range, error))
    return FALSE;
  *range = (RowRange){ .run_id = run_id, .row = row, .n = 1, .youth_id = youth_id };
  g_strlcpy (range->result, result, sizeof range->result);
  return TRUE;
}

/**
 * tj_imports_foreach_row:
 * @run_id: a run
 * @func: (scope call): called for each row that was kept, in order; FALSE ends the walk
 *
 * Returns: whether the rows could be read
 */
gboolean
tj_imports_foreach_row (TjStore *store,
                        gint64 run_id,
                        TjImportRowFunc func,
                        gpointer user_data,
                        GError **error)
{
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store) && func != NULL, FALSE);

  if (!tj_store_check_open (store, error))
    return FALSE;
  select = tj_statement_new (
      store->connection,
      "SELECT row, n, result, youth_id FROM import_row WHERE run_id = ? ORDER BY id", error);
  if (select == NULL)
    return FALSE;

  tj_statement_bind_number (select, 1, run_id);
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      guint row = (guint)tj_statement_get_number (select, 0);
      guint n = (guint)tj_statement_get_number (select, 1);
      gint64 youth_id = tj_statement_get_number (select, 3);

      for (guint i = 0; i < n; i++)
        if (!func (row + i, tj_statement_get_text (select, 2), youth_id != 0 ? youth_id + i : 0,
                   user_data))
          return TRUE;
    }
  return step == TJ_STATEMENT_END;
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
