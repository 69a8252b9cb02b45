/* Files for SCB as they were written and sent, with their rows. One that was written and not sent
 * is replaced by the next of its half-year; one that was sent stays until its people are purged
 * (tj-purge.c). */

#include "config.h"

#include "tj-delivery-repository.h"

#include <glib/gi18n-lib.h>

#include "tj-change-private.h"

/**
 * tj_delivery_free:
 * @delivery: (transfer full): a delivery
 *
 * Frees it.
 */
void
tj_delivery_free (TjDelivery *delivery)
{
  g_free (delivery->half);
  g_free (delivery->layout);
  g_free (delivery->format);
  g_free (delivery->made_at);
  g_free (delivery->columns);
  g_free (delivery->sha256);
  g_free (delivery);
}

/**
 * tj_deliveries_begin:
 * @details: for the log: which half-year, how many rows
 *
 * Begins the change in which a file is written. It is none to take back: the next file of the
 * half-year takes its place.
 *
 * Returns: (transfer full): the change, or NULL as tj_change_begin()
 */
TjChange *
tj_deliveries_begin (TjStore *store, const char *details, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  return tj_change_begin_unrecorded (store, "export-scb", details, error);
}

static gboolean
insert_content (TjChange *change, gint64 id, GBytes *content, GError **error)
{
  TjConnection *connection = tj_change_get_connection (change);
  g_autoptr (TjStatement) insert = tj_statement_new (
      connection, "INSERT INTO delivery_file (delivery_id, content) VALUES (?, ?)", error);
  gsize n;
  gconstpointer bytes = g_bytes_get_data (content, &n);

  if (insert == NULL)
    return FALSE;
  tj_statement_bind_number (insert, 1, id);
  tj_statement_bind_bytes (insert, 2, bytes, n);
  return tj_statement_run (insert, error)
         && tj_change_record_insert (change, "delivery_file",
                                     tj_connection_get_last_id (connection), error);
}

/**
 * tj_deliveries_insert:
 * @delivery: a file that was written; its id, instant and what becomes of it later are not read
 * @content: its bytes
 *
 * Keeps it.
 *
 * Returns: its id, or 0 with a #TjStoreError
 */
gint64
tj_deliveries_insert (TjChange *change, const TjDelivery *delivery, GBytes *content, GError **error)
{
  TjConnection *connection;
  g_autoptr (TjStatement) insert = NULL;
  g_autofree char *instant = tj_store_get_instant ();
  gint64 id;

  g_return_val_if_fail (change != NULL && delivery != NULL && content != NULL, 0);

  connection = tj_change_get_connection (change);
  insert = tj_statement_new (connection,
                             "INSERT INTO delivery (half, layout, format, made_at, rows, columns,"
                             " sha256) VALUES (?, ?, ?, ?, ?, ?, ?)",
                             error);
  if (insert == NULL)
    return 0;
  tj_statement_bind_text (insert, 1, delivery->half);
  tj_statement_bind_text (insert, 2, delivery->layout);
  tj_statement_bind_text (insert, 3, delivery->format);
  tj_statement_bind_text (insert, 4, instant);
  tj_statement_bind_number (insert, 5, delivery->rows);
  tj_statement_bind_text (insert, 6, delivery->columns);
  tj_statement_bind_text (insert, 7, delivery->sha256);
  if (!tj_statement_run (insert, error))
    return 0;
  id = tj_connection_get_last_id (connection);
  return tj_change_record_insert (change, "delivery", id, error)
                 && insert_content (change, id, content, error)
             ? id
             : 0;
}

/**
 * tj_deliveries_add_row:
 * @delivery_id: a delivery of the same change
 *
 * Keeps a row of it.
 *
 * Returns: whether it is kept
 */
gboolean
tj_deliveries_add_row (TjChange *change,
                       gint64 delivery_id,
                       const TjDeliveryRow *row,
                       GError **error)
{
  TjConnection *connection = tj_change_get_connection (change);
  g_autoptr (TjStatement) insert
      = tj_statement_new (connection,
                          "INSERT INTO delivery_row (delivery_id, personal_number, registered_on,"
                          " is_open, cells) VALUES (?, ?, ?, ?, ?)",
                          error);

  if (insert == NULL)
    return FALSE;
  tj_statement_bind_number (insert, 1, delivery_id);
  tj_statement_bind_text (insert, 2, row->personal_number);
  tj_statement_bind_date (insert, 3, row->registered_on);
  tj_statement_bind_number (insert, 4, row->is_open);
  tj_statement_bind_text (insert, 5, row->cells);
  return tj_statement_run (insert, error)
         && tj_change_record_insert (change, "delivery_row", tj_connection_get_last_id (connection),
                                     error);
}

/**
 * tj_deliveries_set_delivered:
 * @delivered_on: the day it was sent
 *
 * Says that a file was sent.
 *
 * Returns: whether the register says so
 */
gboolean
tj_deliveries_set_delivered (TjChange *change, gint64 id, TjDate delivered_on, GError **error)
{
  g_autoptr (TjStatement) update = NULL;

  g_return_val_if_fail (change != NULL, FALSE);

  if (!tj_change_record_row (change, TJ_ROW_UPDATED, "delivery", id, error))
    return FALSE;
  update = tj_statement_new (tj_change_get_connection (change),
                             "UPDATE delivery SET delivered_on = ? WHERE id = ?", error);
  if (update == NULL)
    return FALSE;
  tj_statement_bind_date (update, 1, delivered_on);
  tj_statement_bind_number (update, 2, id);
  return tj_statement_run (update, error);
}

static gboolean
run_for_half (TjConnection *connection, const char *sql, const char *half, GError **error)
{
  g_autoptr (TjStatement) statement = tj_statement_new (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  tj_statement_bind_text (statement, 1, half);
  return tj_statement_run (statement, error);
}

#define UNSENT "(SELECT id FROM delivery WHERE half = ?1 AND delivered_on IS NULL)"

/**
 * tj_deliveries_drop_unsent:
 * @change: one that keeps nothing for undo
 *
 * Takes away what was written for a half-year and never sent. What could be redone of it goes too.
 *
 * Returns: whether it is gone
 */
gboolean
tj_deliveries_drop_unsent (TjChange *change, const char *half, GError **error)
{
  TjConnection *connection;

  g_return_val_if_fail (change != NULL && half != NULL, FALSE);

  connection = tj_change_get_connection (change);
  return run_for_half (connection, "DELETE FROM delivery_row WHERE delivery_id IN " UNSENT, half,
                       error)
         && run_for_half (connection, "DELETE FROM delivery_file WHERE delivery_id IN " UNSENT,
                          half, error)
         && tj_connection_exec (connection,
                                "DELETE FROM undo_item WHERE change_id IN"
                                " (SELECT id FROM undo_change WHERE undone = 1)",
                                error)
         && tj_connection_exec (connection, "DELETE FROM undo_change WHERE undone = 1", error)
         && run_for_half (connection,
                          "DELETE FROM delivery WHERE half = ?1 AND delivered_on IS NULL", half,
                          error);
}

#define COLUMNS                                                                                    \
  "d.id, d.half, d.layout, d.format, d.made_at, d.delivered_on, d.rows, d.columns, d.sha256,"      \
  " d.emptied_on"

static TjDelivery *
read_delivery (TjStatement *row)
{
  TjDelivery *delivery = g_new0 (TjDelivery, 1);

  delivery->id = tj_statement_get_number (row, 0);
  delivery->half = g_strdup (tj_statement_get_text (row, 1));
  delivery->layout = g_strdup (tj_statement_get_text (row, 2));
  delivery->format = g_strdup (tj_statement_get_text (row, 3));
  delivery->made_at = g_strdup (tj_statement_get_text (row, 4));
  delivery->delivered_on = tj_statement_get_date (row, 5);
  delivery->rows = (guint)tj_statement_get_number (row, 6);
  delivery->columns = g_strdup (tj_statement_get_text (row, 7));
  delivery->sha256 = g_strdup (tj_statement_get_text (row, 8));
  delivery->emptied_on = tj_statement_get_date (row, 9);
  return delivery;
}

/**
 * tj_deliveries_list:
 *
 * Returns: (transfer container) (element-type TjDelivery): all files, the latest first; NULL with a
 *   #TjStoreError
 */
GPtrArray *
tj_deliveries_list (TjStore *store, GError **error)
{
  g_autoptr (GPtrArray) deliveries
      = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_delivery_free);
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  select = tj_statement_new (store->connection,
                             "SELECT " COLUMNS " FROM delivery d ORDER BY d.id DESC", error);
  if (select == NULL)
    return NULL;
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    g_ptr_array_add (deliveries, read_delivery (select));
  return step == TJ_STATEMENT_END ? g_steal_pointer (&deliveries) : NULL;
}

/**
 * tj_deliveries_dup_content:
 *
 * Returns: (transfer full): the file as it was sent; NULL with %TJ_STORE_ERROR_NOT_FOUND when a
 *   purge took it away
 */
GBytes *
tj_deliveries_dup_content (TjStore *store, gint64 id, GError **error)
{
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;
  const guint8 *bytes;
  gsize n;

  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  select = tj_statement_new (store->connection,
                             "SELECT content FROM delivery_file WHERE delivery_id = ?", error);
  if (select == NULL)
    return NULL;
  tj_statement_bind_number (select, 1, id);
  step = tj_statement_step (select, error);
  if (step == TJ_STATEMENT_ROW && (bytes = tj_statement_get_bytes (select, 0, &n)) != NULL)
    return g_bytes_new (bytes, n);
  if (step != TJ_STATEMENT_FAILED)
    g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_NOT_FOUND,
                         _ ("The file is no longer kept: somebody in it has been purged."));
  return NULL;
}

static TjDeliveryRow
read_row (TjStatement *select, int column)
{
  return (TjDeliveryRow){ .personal_number = tj_statement_get_text (select, column),
                          .registered_on = tj_statement_get_date (select, column + 1),
                          .is_open = tj_statement_get_number (select, column + 2) != 0,
                          .cells = tj_statement_get_text (select, column + 3) };
}

/**
 * tj_deliveries_foreach_row:
 * @func: (scope call): called for each row that is still kept, in the order of the file
 *
 * Returns: whether the register could be read
 */
gboolean
tj_deliveries_foreach_row (TjStore *store,
                           const TjDelivery *delivery,
                           TjDeliveryRowFunc func,
                           gpointer user_data,
                           GError **error)
{
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store) && delivery != NULL && func != NULL, FALSE);

  if (!tj_store_check_open (store, error))
    return FALSE;
  select = tj_statement_new (store->connection,
                             "SELECT personal_number, registered_on, is_open, cells"
                             " FROM delivery_row WHERE delivery_id = ? ORDER BY id",
                             error);
  if (select == NULL)
    return FALSE;
  tj_statement_bind_number (select, 1, delivery->id);
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      TjDeliveryRow row = read_row (select, 0);

      func (delivery, &row, user_data);
    }
  return step == TJ_STATEMENT_END;
}

/**
 * tj_deliveries_foreach_row_of_youth:
 * @func: (scope call): called for each row about the youth, under any number, the latest file last
 *
 * Returns: whether the register could be read
 */
gboolean
tj_deliveries_foreach_row_of_youth (TjStore *store,
                                    gint64 youth_id,
                                    TjDeliveryRowFunc func,
                                    gpointer user_data,
                                    GError **error)
{
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store) && func != NULL, FALSE);

  if (!tj_store_check_open (store, error))
    return FALSE;
  select = tj_statement_new (store->connection,
                             "SELECT " COLUMNS ", r.personal_number, r.registered_on, r.is_open,"
                             " r.cells FROM delivery_row r JOIN delivery d ON d.id = r.delivery_id"
                             " WHERE r.personal_number IN (SELECT personal_number FROM youth"
                             " WHERE id = ?1 UNION SELECT personal_number FROM youth_number"
                             " WHERE youth_id = ?1) ORDER BY r.id",
                             error);
  if (select == NULL)
    return FALSE;
  tj_statement_bind_number (select, 1, youth_id);
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      g_autoptr (TjDelivery) delivery = read_delivery (select);
      TjDeliveryRow row = read_row (select, 10);

      func (delivery, &row, user_data);
    }
  return step == TJ_STATEMENT_END;
}
