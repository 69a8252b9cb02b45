/* Undo and redo, over restarts. A change is kept as the rows it touched: of an inserted row the
 * id, of another the row as it was. Undoing walks them backwards, puts each back, and keeps in
 * their place what it takes to redo, so that both are one operation. What is undone is the latest
 * change, or an import nothing of which was touched since (tj-import-undo.c), so a row is always as
 * the change left it. */

#include "config.h"

#include "tj-undo.h"

#include <glib/gi18n-lib.h>

#include "tj-row-image.h"
#include "tj-undo-private.h"

/* Tables whose rows take part. The names go into SQL, so nothing else is let through. */
static const char *const tables[] = { "youth",
                                      "youth_number",
                                      "registration",
                                      "contact",
                                      "knowledge",
                                      "follow_up",
                                      "letter",
                                      "import_run",
                                      "import_row",
                                      "setting",
                                      "measure",
                                      "activity",
                                      "plan",
                                      "school_report",
                                      "school_report_step",
                                      "catalogue",
                                      "resident",
                                      "enrolment",
                                      "invoice_line",
                                      "certificate",
                                      "adult_study",
                                      "admission",
                                      "proposal",
                                      "price",
                                      "reconciliation",
                                      "reconciliation_item",
                                      "board_report",
                                      "delivery",
                                      "delivery_file",
                                      "delivery_row",
                                      NULL };

static void
item_free (gpointer data)
{
  TjUndoItem *item = data;

  g_free (item->table);
  g_clear_pointer (&item->image, g_bytes_unref);
  g_free (item);
}

/* One undo or redo at work: the items to play, last first, and those that will replace them. */
typedef struct
{
  TjChange *change;
  TjConnection *connection;
  GPtrArray *inverse;
} Replay;

static void
add_inverse (Replay *replay, TjRowEvent event, const char *table, gint64 id, GBytes *image)
{
  TjUndoItem *item = g_new0 (TjUndoItem, 1);

  item->event = event;
  item->table = g_strdup (table);
  item->first_id = item->last_id = id;
  item->image = image != NULL ? g_bytes_ref (image) : NULL;
  g_ptr_array_add (replay->inverse, item);
}

static void
touch_row (Replay *replay, const char *table, TjStatement *row)
{
  int column = tj_statement_find_column (row, g_str_equal (table, "youth") ? "id" : "youth_id");

  if (column >= 0 && !tj_statement_is_null (row, column))
    tj_change_touch (replay->change, tj_statement_get_number (row, column));
}

/* Reads the row as it is now; *image stays NULL when there is none. */
static gboolean
take_row (Replay *replay, const char *table, gint64 id, GBytes **image, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s WHERE id = ?", table);
  g_autoptr (TjStatement) select = tj_statement_new (replay->connection, sql, error);
  TjStatementStep step;

  if (select == NULL)
    return FALSE;
  tj_statement_bind_number (select, 1, id);
  step = tj_statement_step (select, error);
  if (step == TJ_STATEMENT_ROW)
    {
      *image = tj_row_image_take (select);
      touch_row (replay, table, select);
    }
  return step != TJ_STATEMENT_FAILED;
}

static gboolean
run_with_id (Replay *replay, const char *format, const char *table, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("%s %s WHERE id = ?", format, table);
  g_autoptr (TjStatement) statement = tj_statement_new (replay->connection, sql, error);

  if (statement == NULL)
    return FALSE;
  tj_statement_bind_number (statement, 1, id);
  return tj_statement_run (statement, error);
}

static gboolean
take_back_row (Replay *replay, const char *table, gint64 id, GError **error)
{
  g_autoptr (GBytes) image = NULL;

  if (!take_row (replay, table, id, &image, error))
    return FALSE;
  if (image == NULL)
    return TRUE;
  add_inverse (replay, TJ_ROW_DELETED, table, id, image);
  return run_with_id (replay, "DELETE FROM", table, id, error);
}

/* Backwards, so that redo, which turns the order round, inserts in the order of ids. */
static gboolean
take_back_rows (Replay *replay, const TjUndoItem *item, GError **error)
{
  for (gint64 id = item->last_id; id >= item->first_id; id--)
    if (!take_back_row (replay, item->table, id, error))
      return FALSE;
  return TRUE;
}

static gboolean
run_with_image (Replay *replay, const char *sql, GBytes *image, gint64 id, GError **error)
{
  g_autoptr (TjStatement) statement = tj_statement_new (replay->connection, sql, error);
  gsize n;
  const guint8 *bytes = g_bytes_get_data (image, &n);

  if (statement == NULL || !tj_row_image_bind (bytes, n, statement, error))
    return FALSE;
  if (id != 0)
    tj_statement_bind_number (statement, tj_statement_count_parameters (statement), id);
  return tj_statement_run (statement, error);
}

/* "UPDATE t SET a = ?, b = ? WHERE id = ?" or "INSERT INTO t VALUES (?, ?)", over all columns. */
static char *
compose (Replay *replay, const char *table, gboolean is_update, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s LIMIT 0", table);
  g_autoptr (TjStatement) select = tj_statement_new (replay->connection, sql, error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (select == NULL)
    return NULL;

  g_string_printf (text, is_update ? "UPDATE %s SET " : "INSERT INTO %s VALUES (", table);
  for (int i = 0; i < tj_statement_count_columns (select); i++)
    {
      g_string_append (text, i > 0 ? ", " : "");
      if (is_update)
        g_string_append_printf (text, "%s = ", tj_statement_get_column_name (select, i));
      g_string_append_c (text, '?');
    }
  g_string_append (text, is_update ? " WHERE id = ?" : ")");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
put_back_row (Replay *replay, const TjUndoItem *item, GError **error)
{
  gboolean is_update = item->event == TJ_ROW_UPDATED;
  g_autoptr (GBytes) now = NULL;
  g_autoptr (GBytes) then = NULL;
  g_autofree char *sql = compose (replay, item->table, is_update, error);

  if (sql == NULL)
    return FALSE;
  if (is_update && !take_row (replay, item->table, item->first_id, &now, error))
    return FALSE;
  if (!run_with_image (replay, sql, item->image, is_update ? item->first_id : 0, error))
    return FALSE;

  add_inverse (replay, is_update ? TJ_ROW_UPDATED : TJ_ROW_INSERTED, item->table, item->first_id,
               now);
  /* Read again for the youth it belongs to now. */
  return take_row (replay, item->table, item->first_id, &then, error);
}

static gboolean
play (Replay *replay, const TjUndoItem *item, GError **error)
{
  if (!g_strv_contains (tables, item->table))
    {
      g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_DAMAGED,
                           _ ("What is kept for undo is damaged"));
      return FALSE;
    }
  return item->event == TJ_ROW_INSERTED ? take_back_rows (replay, item, error)
                                        : put_back_row (replay, item, error);
}

static GPtrArray *
load_items (TjConnection *connection, gint64 change_id, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (item_free);
  g_autoptr (TjStatement) select
      = tj_statement_new (connection,
                          "SELECT kind, name, first_id, last_id, image FROM undo_item"
                          " WHERE change_id = ? ORDER BY seq DESC",
                          error);
  TjStatementStep step;

  if (select == NULL)
    return NULL;
  tj_statement_bind_number (select, 1, change_id);
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      TjUndoItem *item = g_new0 (TjUndoItem, 1);
      gsize n;
      const guint8 *image = tj_statement_get_bytes (select, 4, &n);

      item->event = (TjRowEvent)tj_statement_get_number (select, 0);
      item->table = g_strdup (tj_statement_get_text (select, 1));
      item->first_id = tj_statement_get_number (select, 2);
      item->last_id = tj_statement_get_number (select, 3);
      item->image = g_bytes_new (image, n);
      g_ptr_array_add (items, item);
    }
  return step == TJ_STATEMENT_END ? g_steal_pointer (&items) : NULL;
}

static gboolean
replace_items (Replay *replay, gint64 change_id, GError **error)
{
  if (!tj_undo_run (replay->connection, "DELETE FROM undo_item WHERE change_id = ?", change_id,
                    error))
    return FALSE;
  for (guint i = 0; i < replay->inverse->len; i++)
    if (!tj_undo_add_item (replay->connection, change_id, i, replay->inverse->pdata[i], error))
      return FALSE;
  return tj_undo_run (replay->connection, "UPDATE undo_change SET undone = 1 - undone WHERE id = ?",
                      change_id, error);
}

static gboolean
replay_change (TjChange *change, gint64 change_id, GError **error)
{
  g_autoptr (GPtrArray) inverse = g_ptr_array_new_with_free_func (item_free);
  Replay replay = { change, tj_change_get_connection (change), inverse };
  g_autoptr (GPtrArray) items = load_items (replay.connection, change_id, error);

  if (items == NULL
      || !tj_connection_exec (replay.connection, "PRAGMA defer_foreign_keys = ON", error))
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (!play (&replay, items->pdata[i], error))
      return FALSE;
  return replace_items (&replay, change_id, error);
}

/* The change that comes next: the latest that stands, or the earliest of the undone. */
static gboolean
find_next (TjStore *store, gboolean is_redo, gint64 *id, char **action, GError **error)
{
  g_autoptr (TjStatement) select = tj_statement_new (
      store->connection,
      is_redo ? "SELECT id, action FROM undo_change WHERE undone = 1 ORDER BY id LIMIT 1"
              : "SELECT id, action FROM undo_change WHERE undone = 0 ORDER BY id DESC LIMIT 1",
      error);

  if (select == NULL)
    return FALSE;
  switch (tj_statement_step (select, error))
    {
    case TJ_STATEMENT_ROW:
      *id = tj_statement_get_number (select, 0);
      *action = g_strdup (tj_statement_get_text (select, 1));
      return TRUE;
    case TJ_STATEMENT_END:
      g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_NOT_FOUND,
                           is_redo ? _ ("There is nothing to redo")
                                   : _ ("There is nothing to undo"));
      return FALSE;
    default:
      return FALSE;
    }
}

/**
 * tj_undo_replay:
 * @change_id: a change that stands, or with @is_redo one that is undone
 * @action: what it was called in the log
 *
 * Takes back a change, or makes it once more.
 *
 * Returns: whether it did
 */
gboolean
tj_undo_replay (TjStore *store,
                gint64 change_id,
                gboolean is_redo,
                const char *action,
                GError **error)
{
  g_autoptr (TjChange) change
      = tj_change_begin_unrecorded (store, is_redo ? "redo" : "undo", action, error);

  return change != NULL && replay_change (change, change_id, error)
         && tj_change_commit (change, error);
}

static gboolean
undo_or_redo (TjStore *store, gboolean is_redo, GError **error)
{
  g_autofree char *action = NULL;
  gint64 id = 0;

  return tj_store_check_open (store, error) && find_next (store, is_redo, &id, &action, error)
         && tj_undo_replay (store, id, is_redo, action, error);
}

/**
 * tj_undo:
 *
 * Takes back the latest change that stands, as a change of its own in the audit.
 *
 * Returns: whether it did; %TJ_STORE_ERROR_NOT_FOUND when there is none
 */
gboolean
tj_undo (TjStore *store, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), FALSE);

  return undo_or_redo (store, FALSE, error);
}

/**
 * tj_redo:
 *
 * Makes the change last undone once more. A new change empties what can be redone.
 *
 * Returns: whether it did; %TJ_STORE_ERROR_NOT_FOUND when there is none
 */
gboolean
tj_redo (TjStore *store, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), FALSE);

  return undo_or_redo (store, TRUE, error);
}

/**
 * tj_undo_entry_free:
 * @entry: (transfer full): an entry
 *
 * Frees it.
 */
void
tj_undo_entry_free (TjUndoEntry *entry)
{
  g_free (entry->at);
  g_free (entry->action);
  g_free (entry);
}

/**
 * tj_undo_list:
 *
 * Returns: (transfer container) (element-type TjUndoEntry): what can be undone or redone, latest
 *   first; NULL with a #TjStoreError
 */
GPtrArray *
tj_undo_list (TjStore *store, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  select = tj_statement_new (
      store->connection,
      "SELECT id, at, action, youth_id, undone FROM undo_change ORDER BY id DESC", error);
  if (select == NULL)
    return NULL;

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_undo_entry_free);
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      TjUndoEntry *entry = g_new0 (TjUndoEntry, 1);

      entry->id = tj_statement_get_number (select, 0);
      entry->at = g_strdup (tj_statement_get_text (select, 1));
      entry->action = g_strdup (tj_statement_get_text (select, 2));
      entry->youth_id = tj_statement_get_number (select, 3);
      entry->undone = tj_statement_get_number (select, 4) != 0;
      g_ptr_array_add (entries, entry);
    }
  return step == TJ_STATEMENT_END ? g_steal_pointer (&entries) : NULL;
}
