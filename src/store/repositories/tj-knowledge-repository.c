/* What is known of a youth without contact. */

#include "config.h"

#include "tj-knowledge-repository.h"

#include "tj-change-private.h"

/**
 * tj_knowledge_insert:
 * @knowledge: a new knowledge; it is told its id
 *
 * Adds a knowledge to the register.
 *
 * Returns: its id, or 0 with a #TjStoreError
 */
gint64
tj_knowledge_insert (TjChange *change, TjKnowledge *knowledge, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_KNOWLEDGE (knowledge), 0);

  return tj_change_insert (change, &tj_table_knowledge, knowledge, error)
             ? tj_entity_get_id (knowledge)
             : 0;
}

/**
 * tj_knowledge_update:
 * @knowledge: one of the register, as it is to be
 *
 * Writes what differs, as when it no longer holds for as long as it was thought to.
 *
 * Returns: whether the register has it so; %TJ_STORE_ERROR_NOT_FOUND when it is not there
 */
gboolean
tj_knowledge_update (TjChange *change, TjKnowledge *knowledge, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_KNOWLEDGE (knowledge), FALSE);

  return tj_change_update (change, &tj_table_knowledge, knowledge, error);
}

/**
 * tj_knowledge_load:
 *
 * Returns: (transfer full): the knowledge with this id, or NULL with %TJ_STORE_ERROR_NOT_FOUND or
 *   another #TjStoreError
 */
TjKnowledge *
tj_knowledge_load (TjStore *store, gint64 id, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  return tj_table_load (&tj_table_knowledge, store->connection, id, error);
}

/**
 * tj_knowledge_delete:
 * @id: the row
 *
 * Takes a knowledge that should not have been written out of the register.
 *
 * Returns: whether it is gone; %TJ_STORE_ERROR_NOT_FOUND when it was not there
 */
gboolean
tj_knowledge_delete (TjChange *change, gint64 id, GError **error)
{
  g_return_val_if_fail (change != NULL, FALSE);

  return tj_change_delete (change, &tj_table_knowledge, id, error);
}

/**
 * tj_knowledge_list:
 *
 * Returns: (transfer container) (element-type TjKnowledge): all of a youth, in order of date; NULL with a
 *   #TjStoreError
 */
GPtrArray *
tj_knowledge_list (TjStore *store, gint64 youth_id, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  return tj_table_list (&tj_table_knowledge, store->connection, youth_id, error);
}
