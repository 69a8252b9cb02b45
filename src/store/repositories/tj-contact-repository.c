/* Contacts and attempts: documentation, kept apart from the register proper (DESIGN § 4). */

#include "config.h"

#include "tj-contact-repository.h"

#include "tj-change-private.h"

/**
 * tj_contacts_insert:
 * @contact: a new contact; it is told its id
 *
 * Adds a contact to the register.
 *
 * Returns: its id, or 0 with a #TjStoreError
 */
gint64
tj_contacts_insert (TjChange *change, TjContact *contact, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_CONTACT (contact), 0);

  return tj_change_insert (change, &tj_table_contact, contact, error) ? tj_entity_get_id (contact)
                                                                      : 0;
}

/**
 * tj_contacts_update:
 * @contact: a contact of the register, as it is to be
 *
 * Writes what differs.
 *
 * Returns: whether the register has it so; %TJ_STORE_ERROR_NOT_FOUND when it is not there
 */
gboolean
tj_contacts_update (TjChange *change, TjContact *contact, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_CONTACT (contact), FALSE);

  return tj_change_update (change, &tj_table_contact, contact, error);
}

/**
 * tj_contacts_delete:
 * @id: the row
 *
 * Takes a contact that should not have been written out of the register.
 *
 * Returns: whether it is gone; %TJ_STORE_ERROR_NOT_FOUND when it was not there
 */
gboolean
tj_contacts_delete (TjChange *change, gint64 id, GError **error)
{
  g_return_val_if_fail (change != NULL, FALSE);

  return tj_change_delete (change, &tj_table_contact, id, error);
}

/**
 * tj_contacts_load:
 *
 * Returns: (transfer full): the contact with this id, or NULL with %TJ_STORE_ERROR_NOT_FOUND or
 *   another #TjStoreError
 */
TjContact *
tj_contacts_load (TjStore *store, gint64 id, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  return tj_table_load (&tj_table_contact, store->connection, id, error);
}

/**
 * tj_contacts_list:
 *
 * Returns: (transfer container) (element-type TjContact): all of a youth, in order of date; NULL with a
 *   #TjStoreError
 */
GPtrArray *
tj_contacts_list (TjStore *store, gint64 youth_id, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  return tj_table_list (&tj_table_contact, store->connection, youth_id, error);
}
