/* Measures and the activities they are made of (förordning 2006:39 § 4 (3) and § 8). */

#include "config.h"

#include "tj-measure-repository.h"

#include "tj-change-private.h"

/**
 * tj_activities_insert:
 * @activity: a new one; it is told its id
 *
 * Adds an activity to the register.
 *
 * Returns: its id, or 0 with a #TjStoreError
 */
gint64
tj_activities_insert (TjChange *change, TjActivity *activity, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_ACTIVITY (activity), 0);

  return tj_change_insert (change, &tj_table_activity, activity, error)
             ? tj_entity_get_id (activity)
             : 0;
}

/**
 * tj_activities_update:
 * @activity: one of the register, as it is to be
 *
 * Writes what differs.
 *
 * Returns: whether the register has it so; %TJ_STORE_ERROR_NOT_FOUND when it is not there
 */
gboolean
tj_activities_update (TjChange *change, TjActivity *activity, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_ACTIVITY (activity), FALSE);

  return tj_change_update (change, &tj_table_activity, activity, error);
}

/**
 * tj_activities_delete:
 * @id: the row
 *
 * Takes an activity that should not have been written out of the register.
 *
 * Returns: whether it is gone; %TJ_STORE_ERROR_NOT_FOUND when it was not there
 */
gboolean
tj_activities_delete (TjChange *change, gint64 id, GError **error)
{
  g_return_val_if_fail (change != NULL, FALSE);

  return tj_change_delete (change, &tj_table_activity, id, error);
}

/**
 * tj_activities_load:
 *
 * Returns: (transfer full): the one with this id, or NULL with %TJ_STORE_ERROR_NOT_FOUND or
 *   another #TjStoreError
 */
TjActivity *
tj_activities_load (TjStore *store, gint64 id, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  return tj_table_load (&tj_table_activity, store->connection, id, error);
}

/**
 * tj_activities_list:
 *
 * Returns: (transfer container) (element-type TjActivity): all of a youth, in order of start; NULL
 *   with a #TjStoreError
 */
GPtrArray *
tj_activities_list (TjStore *store, gint64 youth_id, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  return tj_table_list (&tj_table_activity, store->connection, youth_id, error);
}

/**
 * tj_measures_insert:
 * @measure: a new one; it is told its id
 *
 * Adds a measure to the register.
 *
 * Returns: its id, or 0 with a #TjStoreError
 */
gint64
tj_measures_insert (TjChange *change, TjMeasure *measure, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_MEASURE (measure), 0);

  return tj_change_insert (change, &tj_table_measure, measure, error) ? tj_entity_get_id (measure)
                                                                      : 0;
}

/**
 * tj_measures_update:
 * @measure: one of the register, as it is to be
 *
 * Writes what differs.
 *
 * Returns: whether the register has it so; %TJ_STORE_ERROR_NOT_FOUND when it is not there
 */
gboolean
tj_measures_update (TjChange *change, TjMeasure *measure, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_MEASURE (measure), FALSE);

  return tj_change_update (change, &tj_table_measure, measure, error);
}

/**
 * tj_measures_load:
 *
 * Returns: (transfer full): the one with this id, or NULL with %TJ_STORE_ERROR_NOT_FOUND or
 *   another #TjStoreError
 */
TjMeasure *
tj_measures_load (TjStore *store, gint64 id, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  return tj_table_load (&tj_table_measure, store->connection, id, error);
}

/**
 * tj_measures_list:
 *
 * Returns: (transfer container) (element-type TjMeasure): all of a youth, in order of start; NULL
 *   with a #TjStoreError
 */
GPtrArray *
tj_measures_list (TjStore *store, gint64 youth_id, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  return tj_table_list (&tj_table_measure, store->connection, youth_id, error);
}

static gboolean
delete_activities (TjChange *change, TjMeasure *measure, GError **error)
{
  g_autoptr (GPtrArray) activities
      = tj_table_list (&tj_table_activity, tj_change_get_connection (change),
                       tj_measure_get_youth_id (measure), error);

  for (guint i = 0; activities != NULL && i < activities->len; i++)
    {
      TjActivity *activity = activities->pdata[i];

      if (tj_activity_get_measure_id (activity) == tj_entity_get_id (measure)
          && !tj_activities_delete (change, tj_entity_get_id (activity), error))
        return FALSE;
    }
  return activities != NULL;
}

/**
 * tj_measures_delete:
 * @id: the row
 *
 * Takes a measure that should not have been written out of the register, with its activities.
 *
 * Returns: whether it is gone; %TJ_STORE_ERROR_NOT_FOUND when it was not there
 */
gboolean
tj_measures_delete (TjChange *change, gint64 id, GError **error)
{
  g_autoptr (TjMeasure) measure = NULL;

  g_return_val_if_fail (change != NULL, FALSE);

  measure = tj_table_load (&tj_table_measure, tj_change_get_connection (change), id, error);
  return measure != NULL && delete_activities (change, measure, error)
         && tj_change_delete (change, &tj_table_measure, id, error);
}
