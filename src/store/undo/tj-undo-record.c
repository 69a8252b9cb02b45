/* Keeps what it takes to undo a change, while the change is written. */

#include "config.h"

#include "tj-row-image.h"
#include "tj-undo-private.h"
#include "tj-undo.h"

/* How many changes can be undone. Older ones are dropped: what they hold is personal data that
 * nobody needs any more (förordning 2006:39 § 3). */
#define KEPT_CHANGES 200

/* An import is kept for longer: it can be undone until what it brought has been worked with. */
#define KEPT_FOR_IMPORTS 5000
#define IS_IMPORT "substr (action, 1, 7) = 'import-'"

/* Keeps one item of a change. */
gboolean
tj_undo_add_item (TjConnection *connection,
                  gint64 change_id,
                  guint seq,
                  const TjUndoItem *item,
                  GError **error)
{
  g_autoptr (TjStatement) insert
      = tj_statement_new (connection,
                          "INSERT INTO undo_item (change_id, seq, kind, name, first_id, last_id,"
                          " image) VALUES (?, ?, ?, ?, ?, ?, ?)",
                          error);
  gsize n = 0;
  gconstpointer image = item->image != NULL ? g_bytes_get_data (item->image, &n) : NULL;

  if (insert == NULL)
    return FALSE;
  tj_statement_bind_number (insert, 1, change_id);
  tj_statement_bind_number (insert, 2, seq);
  tj_statement_bind_number (insert, 3, item->event);
  tj_statement_bind_text (insert, 4, item->table);
  tj_statement_bind_number (insert, 5, item->first_id);
  tj_statement_bind_number (insert, 6, item->last_id);
  tj_statement_bind_bytes (insert, 7, image, n);
  return tj_statement_run (insert, error);
}

/* Runs a statement with one number. */
gboolean
tj_undo_run (TjConnection *connection, const char *sql, gint64 number, GError **error)
{
  g_autoptr (TjStatement) statement = tj_statement_new (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  tj_statement_bind_number (statement, 1, number);
  return tj_statement_run (statement, error);
}

/**
 * tj_undo_next_id:
 * @change_id: (out): the number for a new change
 *
 * Returns: whether it could be read
 */
gboolean
tj_undo_next_id (TjConnection *connection, gint64 *change_id, GError **error)
{
  g_autoptr (TjStatement) select
      = tj_statement_new (connection, "SELECT coalesce (max (id), 0) + 1 FROM undo_change", error);

  if (select == NULL || tj_statement_step (select, error) != TJ_STATEMENT_ROW)
    return FALSE;
  *change_id = tj_statement_get_number (select, 0);
  return TRUE;
}

/**
 * tj_undo_add_rows:
 *
 * Keeps that rows @first_id … @last_id were inserted.
 *
 * Returns: whether it is kept
 */
gboolean
tj_undo_add_rows (TjConnection *connection,
                  gint64 change_id,
                  guint seq,
                  const char *table,
                  gint64 first_id,
                  gint64 last_id,
                  GError **error)
{
  TjUndoItem item = { TJ_ROW_INSERTED, (char *)table, first_id, last_id, NULL };

  return tj_undo_add_item (connection, change_id, seq, &item, error);
}

/**
 * tj_undo_add_image:
 *
 * Keeps row @id as it is, before @event befalls it.
 *
 * Returns: whether it is kept
 */
gboolean
tj_undo_add_image (TjConnection *connection,
                   gint64 change_id,
                   guint seq,
                   TjRowEvent event,
                   const char *table,
                   gint64 id,
                   GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s WHERE id = ?", table);
  g_autoptr (TjStatement) select = tj_statement_new (connection, sql, error);
  g_autoptr (GBytes) image = NULL;
  TjUndoItem item = { event, (char *)table, id, id, NULL };
  TjStatementStep step;

  if (select == NULL)
    return FALSE;
  tj_statement_bind_number (select, 1, id);
  step = tj_statement_step (select, error);
  if (step != TJ_STATEMENT_ROW)
    return step == TJ_STATEMENT_END;

  image = tj_row_image_take (select);
  item.image = image;
  return tj_undo_add_item (connection, change_id, seq, &item, error);
}

static gboolean
has_old_imports (TjConnection *connection, gint64 last_id, gboolean *has, GError **error)
{
  g_autoptr (TjStatement) select = tj_statement_new (
      connection, "SELECT 1 FROM undo_change WHERE id <= ? AND " IS_IMPORT, error);
  TjStatementStep step;

  if (select == NULL)
    return FALSE;
  tj_statement_bind_number (select, 1, last_id);
  step = tj_statement_step (select, error);
  *has = step == TJ_STATEMENT_ROW;
  return step != TJ_STATEMENT_FAILED;
}

/* With a change goes the knowledge of what it touched: an import whose rows it touched can then not
 * be told from one that nobody has worked with. */
static gboolean
drop_touched_imports (TjConnection *connection, gint64 last_id, GError **error)
{
  gboolean has;

  if (!has_old_imports (connection, last_id, &has, error))
    return FALSE;
  return !has
         || tj_undo_run (connection,
                         "UPDATE undo_change SET action = 'dropped' WHERE id <= ?1 AND " IS_IMPORT
                         " AND EXISTS (SELECT 1 FROM undo_item mine, undo_item later"
                         " WHERE mine.change_id = undo_change.id"
                         " AND later.change_id > mine.change_id AND later.change_id <= ?1"
                         " AND later.kind <> 0 AND later.name = mine.name"
                         " AND later.first_id BETWEEN mine.first_id AND mine.last_id)",
                         last_id, error);
}

static gboolean
drop_old (TjConnection *connection, gint64 change_id, GError **error)
{
  gint64 last_id = change_id - KEPT_CHANGES;

  return drop_touched_imports (connection, last_id, error)
         && tj_undo_run (connection, "UPDATE undo_change SET action = 'dropped' WHERE id <= ?",
                         change_id - KEPT_FOR_IMPORTS, error)
         && tj_undo_run (connection,
                         "DELETE FROM undo_item WHERE change_id IN"
                         " (SELECT id FROM undo_change WHERE id <= ? AND NOT " IS_IMPORT ")",
                         last_id, error)
         && tj_undo_run (connection, "DELETE FROM undo_change WHERE id <= ? AND NOT " IS_IMPORT,
                         last_id, error);
}

/**
 * tj_undo_add_change:
 * @youth_id: the only youth concerned, or 0
 *
 * Ends the record of a new change: what was undone can no longer be redone, and the oldest
 * changes are dropped, but for imports.
 *
 * Returns: whether it is kept
 */
gboolean
tj_undo_add_change (TjConnection *connection,
                    gint64 change_id,
                    const char *action,
                    gint64 youth_id,
                    GError **error)
{
  g_autofree char *at = tj_store_get_instant ();
  g_autoptr (TjStatement) insert = NULL;

  if (!tj_connection_exec (connection,
                           "DELETE FROM undo_item WHERE change_id IN"
                           " (SELECT id FROM undo_change WHERE undone = 1);"
                           "DELETE FROM undo_change WHERE undone = 1",
                           error)
      || !drop_old (connection, change_id, error))
    return FALSE;

  insert = tj_statement_new (
      connection,
      "INSERT INTO undo_change (id, at, action, youth_id, undone) VALUES (?, ?, ?, ?, 0)", error);
  if (insert == NULL)
    return FALSE;
  tj_statement_bind_number (insert, 1, change_id);
  tj_statement_bind_text (insert, 2, at);
  tj_statement_bind_text (insert, 3, action);
  tj_statement_bind_number (insert, 4, youth_id);
  return tj_statement_run (insert, error);
}

/**
 * tj_undo_clear:
 *
 * Drops all that could be undone or redone, in the transaction that is open or one of its own.
 * What was kept is overwritten (secure_delete).
 *
 * Returns: whether nothing is kept any more
 */
gboolean
tj_undo_clear (TjStore *store, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), FALSE);

  return tj_store_check_open (store, error)
         && tj_connection_exec (store->connection, "DELETE FROM undo_item; DELETE FROM undo_change",
                                error);
}
