/* The activities that the municipality offers; nothing personal. */

#include "config.h"

#include "tj-catalogue.h"

#include "tj-change-private.h"

/**
 * tj_catalogue_item_free:
 * @item: (transfer full): an item
 *
 * Frees it.
 */
void
tj_catalogue_item_free (TjCatalogueItem *item)
{
  g_free (item->name);
  g_free (item);
}

static void
bind_item (TjStatement *statement, const TjCatalogueItem *item)
{
  tj_statement_bind_text (statement, 1, item->name);
  tj_statement_bind_number (statement, 2, item->position);
  tj_statement_bind_number (statement, 3, item->is_retired);
}

/**
 * tj_catalogue_insert:
 * @item: (inout): a new item; its id is set
 *
 * Adds an activity that is offered.
 *
 * Returns: whether it is in; %TJ_STORE_ERROR_CONSTRAINT when there is one of that name
 */
gboolean
tj_catalogue_insert (TjChange *change, TjCatalogueItem *item, GError **error)
{
  TjConnection *connection;
  g_autoptr (TjStatement) insert = NULL;

  g_return_val_if_fail (change != NULL && item != NULL && item->name != NULL, FALSE);

  connection = tj_change_get_connection (change);
  insert = tj_statement_new (
      connection, "INSERT INTO catalogue (name, position, is_retired) VALUES (?, ?, ?)", error);
  if (insert == NULL)
    return FALSE;
  bind_item (insert, item);
  if (!tj_statement_run (insert, error))
    return FALSE;
  item->id = tj_connection_get_last_id (connection);
  return tj_change_record_insert (change, "catalogue", item->id, error);
}

/**
 * tj_catalogue_update:
 * @item: an item with its id
 *
 * Renames, moves or retires an item.
 *
 * Returns: whether it is written
 */
gboolean
tj_catalogue_update (TjChange *change, const TjCatalogueItem *item, GError **error)
{
  g_autoptr (TjStatement) update = NULL;

  g_return_val_if_fail (change != NULL && item != NULL && item->id != 0, FALSE);

  if (!tj_change_record_row (change, TJ_ROW_UPDATED, "catalogue", item->id, error))
    return FALSE;
  update = tj_statement_new (
      tj_change_get_connection (change),
      "UPDATE catalogue SET name = ?, position = ?, is_retired = ? WHERE id = ?", error);
  if (update == NULL)
    return FALSE;
  bind_item (update, item);
  tj_statement_bind_number (update, 4, item->id);
  return tj_statement_run (update, error);
}

/**
 * tj_catalogue_list:
 *
 * Returns: (transfer container) (element-type TjCatalogueItem): all items in their order, retired
 *   ones too; NULL with a #TjStoreError
 */
GPtrArray *
tj_catalogue_list (TjStore *store, GError **error)
{
  g_autoptr (GPtrArray) items
      = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_catalogue_item_free);
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  select = tj_statement_new (
      store->connection,
      "SELECT id, name, position, is_retired FROM catalogue ORDER BY position, id", error);
  if (select == NULL)
    return NULL;

  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      TjCatalogueItem *item = g_new0 (TjCatalogueItem, 1);

      item->id = tj_statement_get_number (select, 0);
      item->name = g_strdup (tj_statement_get_text (select, 1));
      item->position = tj_statement_get_number (select, 2);
      item->is_retired = tj_statement_get_number (select, 3) != 0;
      g_ptr_array_add (items, item);
    }
  return step == TJ_STATEMENT_END ? g_steal_pointer (&items) : NULL;
}
