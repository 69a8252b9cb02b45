/* Periods in the register. */

#include "config.h"

#include "tj-registration-repository.h"

#include "tj-change-private.h"

/**
 * tj_registrations_insert:
 * @registration: a new registration; it is told its id
 *
 * Adds a registration to the register.
 *
 * Returns: its id, or 0 with a #TjStoreError
 */
gint64
tj_registrations_insert (TjChange *change, TjRegistration *registration, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_REGISTRATION (registration), 0);

  return tj_change_insert (change, &tj_table_registration, registration, error)
             ? tj_entity_get_id (registration)
             : 0;
}

/**
 * tj_registrations_update:
 * @registration: a registration of the register, as it is to be
 *
 * Writes what differs.
 *
 * Returns: whether the register has it so; %TJ_STORE_ERROR_NOT_FOUND when it is not there
 */
gboolean
tj_registrations_update (TjChange *change, TjRegistration *registration, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_REGISTRATION (registration), FALSE);

  return tj_change_update (change, &tj_table_registration, registration, error);
}

/**
 * tj_registrations_load:
 *
 * Returns: (transfer full): the registration with this id, or NULL with %TJ_STORE_ERROR_NOT_FOUND or
 *   another #TjStoreError
 */
TjRegistration *
tj_registrations_load (TjStore *store, gint64 id, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  return tj_table_load (&tj_table_registration, store->connection, id, error);
}

/**
 * tj_registrations_list:
 *
 * Returns: (transfer container) (element-type TjRegistration): all of a youth, in order of date; NULL with a
 *   #TjStoreError
 */
GPtrArray *
tj_registrations_list (TjStore *store, gint64 youth_id, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  return tj_table_list (&tj_table_registration, store->connection, youth_id, error);
}

/**
 * tj_registrations_load_open:
 *
 * Returns: (transfer full): the registration of a youth that is open, the latest if there are
 *   several; NULL with %TJ_STORE_ERROR_NOT_FOUND when there is none
 */
TjRegistration *
tj_registrations_load_open (TjStore *store, gint64 youth_id, GError **error)
{
  g_autoptr (TjStatement) select = NULL;

  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  select = tj_statement_new (store->connection,
                             "SELECT id FROM registration WHERE youth_id = ?"
                             " AND deregistered_on IS NULL ORDER BY registered_on DESC",
                             error);
  if (select == NULL)
    return NULL;

  tj_statement_bind_number (select, 1, youth_id);
  /* Without a row the id is 0, which no registration has. */
  if (tj_statement_step (select, error) == TJ_STATEMENT_FAILED)
    return NULL;
  return tj_table_load (&tj_table_registration, store->connection,
                        tj_statement_get_number (select, 0), error);
}

/**
 * tj_registrations_foreach_open:
 * @func: (scope call): called for each open registration, of one youth in order of date; FALSE
 *   ends the walk
 *
 * Goes through everybody who is registered now, for an import to compare with.
 *
 * Returns: whether the register could be read
 */
gboolean
tj_registrations_foreach_open (TjStore *store,
                               TjRegistrationFunc func,
                               gpointer user_data,
                               GError **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store) && func != NULL, FALSE);

  if (!tj_store_check_open (store, error))
    return FALSE;
  sql = g_strdup_printf ("SELECT %s FROM registration WHERE deregistered_on IS NULL"
                         " ORDER BY youth_id, registered_on",
                         tj_table_prepare (&tj_table_registration)->columns);
  select = tj_statement_new (store->connection, sql, error);
  if (select == NULL)
    return FALSE;

  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      g_autoptr (TjRegistration) registration
          = tj_table_read (&tj_table_registration, select, error);

      if (registration == NULL)
        return FALSE;
      if (!func (registration, user_data))
        return TRUE;
    }
  return step == TJ_STATEMENT_END;
}
