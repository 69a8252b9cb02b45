/* The price lists that invoices are held against; nothing personal. */

#include "config.h"

#include "tj-price-repository.h"

#include "tj-change-private.h"

/**
 * tj_prices_insert:
 * @price: a new line; it is told its id
 *
 * Adds a line to the lists.
 *
 * Returns: its id, or 0 with a #TjStoreError
 */
gint64
tj_prices_insert (TjChange *change, TjPriceLine *price, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_PRICE_LINE (price), 0);

  return tj_change_insert (change, &tj_table_price_line, price, error) ? tj_entity_get_id (price)
                                                                       : 0;
}

/**
 * tj_prices_update:
 * @price: a line of the register, as it is to be
 *
 * Writes what differs.
 *
 * Returns: whether the register has it so; %TJ_STORE_ERROR_NOT_FOUND when it is not there
 */
gboolean
tj_prices_update (TjChange *change, TjPriceLine *price, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_PRICE_LINE (price), FALSE);

  return tj_change_update (change, &tj_table_price_line, price, error);
}

/**
 * tj_prices_delete:
 * @id: the line
 *
 * Takes a line out of the lists.
 *
 * Returns: whether it is gone; %TJ_STORE_ERROR_NOT_FOUND when it was not there
 */
gboolean
tj_prices_delete (TjChange *change, gint64 id, GError **error)
{
  g_return_val_if_fail (change != NULL, FALSE);

  return tj_change_delete (change, &tj_table_price_line, id, error);
}

/**
 * tj_prices_list:
 *
 * Returns: (transfer container) (element-type TjPriceLine): all lines, programme by programme; NULL
 *   with a #TjStoreError
 */
GPtrArray *
tj_prices_list (TjStore *store, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  return tj_table_list_all (&tj_table_price_line, store->connection, error);
}
