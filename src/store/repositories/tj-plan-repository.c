/* Versions of individual plans. There is no update: a revision is the next version. */

#include "config.h"

#include "tj-plan-repository.h"

#include "tj-change-private.h"

/**
 * tj_plans_list:
 *
 * Returns: (transfer container) (element-type TjPlan): all of a youth, first version first; NULL
 *   with a #TjStoreError
 */
GPtrArray *
tj_plans_list (TjStore *store, gint64 youth_id, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  return tj_table_list (&tj_table_plan, store->connection, youth_id, error);
}

/**
 * tj_plans_load_latest:
 *
 * Returns: (transfer full) (nullable): the version that holds; NULL without @error when the youth
 *   has no plan
 */
TjPlan *
tj_plans_load_latest (TjStore *store, gint64 youth_id, GError **error)
{
  g_autoptr (GPtrArray) versions = tj_plans_list (store, youth_id, error);

  if (versions == NULL || versions->len == 0)
    return NULL;
  return g_object_ref (versions->pdata[versions->len - 1]);
}

static gboolean
find_next_version (TjConnection *connection, gint64 youth_id, gint64 *version, GError **error)
{
  g_autoptr (TjStatement) select = tj_statement_new (
      connection, "SELECT coalesce (max (version), 0) + 1 FROM plan WHERE youth_id = ?", error);

  if (select == NULL)
    return FALSE;
  tj_statement_bind_number (select, 1, youth_id);
  if (tj_statement_step (select, error) != TJ_STATEMENT_ROW)
    return FALSE;
  *version = tj_statement_get_number (select, 0);
  return TRUE;
}

/**
 * tj_plans_insert:
 * @plan: a plan, new or a revised copy of an earlier version; it is told its version and id
 *
 * Adds the youth's next version. What is documented is never written over (förordning 2006:39
 * § 8), so there is no way to change a version.
 *
 * Returns: its id, or 0 with a #TjStoreError
 */
gint64
tj_plans_insert (TjChange *change, TjPlan *plan, GError **error)
{
  gint64 version;

  g_return_val_if_fail (change != NULL && TJ_IS_PLAN (plan), 0);

  if (!find_next_version (tj_change_get_connection (change), tj_plan_get_youth_id (plan), &version,
                          error))
    return 0;
  tj_plan_set_version (plan, version);
  return tj_change_insert (change, &tj_table_plan, plan, error) ? tj_entity_get_id (plan) : 0;
}
