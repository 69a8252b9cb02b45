/* Agreed days on which to hear of a youth again. */

#include "config.h"

#include "tj-follow-up-repository.h"

#include "tj-change-private.h"

/**
 * tj_follow_ups_insert:
 * @follow_up: a new follow up; it is told its id
 *
 * Adds a follow up to the register.
 *
 * Returns: its id, or 0 with a #TjStoreError
 */
gint64
tj_follow_ups_insert (TjChange *change, TjFollowUp *follow_up, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_FOLLOW_UP (follow_up), 0);

  return tj_change_insert (change, &tj_table_follow_up, follow_up, error)
             ? tj_entity_get_id (follow_up)
             : 0;
}

/**
 * tj_follow_ups_update:
 * @follow_up: a follow up of the register, as it is to be
 *
 * Writes what differs.
 *
 * Returns: whether the register has it so; %TJ_STORE_ERROR_NOT_FOUND when it is not there
 */
gboolean
tj_follow_ups_update (TjChange *change, TjFollowUp *follow_up, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_FOLLOW_UP (follow_up), FALSE);

  return tj_change_update (change, &tj_table_follow_up, follow_up, error);
}

/**
 * tj_follow_ups_delete:
 * @id: the row
 *
 * Takes a follow up that should not have been written out of the register.
 *
 * Returns: whether it is gone; %TJ_STORE_ERROR_NOT_FOUND when it was not there
 */
gboolean
tj_follow_ups_delete (TjChange *change, gint64 id, GError **error)
{
  g_return_val_if_fail (change != NULL, FALSE);

  return tj_change_delete (change, &tj_table_follow_up, id, error);
}

/**
 * tj_follow_ups_load:
 *
 * Returns: (transfer full): the follow-up with this id, or NULL with %TJ_STORE_ERROR_NOT_FOUND or
 *   another #TjStoreError
 */
TjFollowUp *
tj_follow_ups_load (TjStore *store, gint64 id, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  return tj_table_load (&tj_table_follow_up, store->connection, id, error);
}

/**
 * tj_follow_ups_list:
 *
 * Returns: (transfer container) (element-type TjFollowUp): all of a youth, in order of date; NULL with a
 *   #TjStoreError
 */
GPtrArray *
tj_follow_ups_list (TjStore *store, gint64 youth_id, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  return tj_table_list (&tj_table_follow_up, store->connection, youth_id, error);
}
