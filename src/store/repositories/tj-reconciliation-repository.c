/* The months' reconciliations: the meetings, the findings with what was decided, and where everyone
 * went to school when a month was closed. */

#include "config.h"

#include "tj-reconciliation-repository.h"

#include "tj-change-private.h"

/**
 * tj_reconciliations_insert:
 * @reconciliation: a new month; it is told its id
 *
 * Returns: its id, or 0 with a #TjStoreError; %TJ_STORE_ERROR_CONSTRAINT when there is that month
 */
gint64
tj_reconciliations_insert (TjChange *change, TjReconciliation *reconciliation, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_RECONCILIATION (reconciliation), 0);

  return tj_change_insert (change, &tj_table_reconciliation, reconciliation, error)
             ? tj_entity_get_id (reconciliation)
             : 0;
}

/**
 * tj_reconciliations_update:
 * @reconciliation: a month of the register, as it is to be
 *
 * Writes what differs.
 *
 * Returns: whether the register has it so; %TJ_STORE_ERROR_NOT_FOUND when it is not there
 */
gboolean
tj_reconciliations_update (TjChange *change, TjReconciliation *reconciliation, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_RECONCILIATION (reconciliation), FALSE);

  return tj_change_update (change, &tj_table_reconciliation, reconciliation, error);
}

/**
 * tj_reconciliations_list:
 *
 * Returns: (transfer container) (element-type TjReconciliation): all months, the earliest first;
 *   NULL with a #TjStoreError
 */
GPtrArray *
tj_reconciliations_list (TjStore *store, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  return tj_table_list_all (&tj_table_reconciliation, store->connection, error);
}

/**
 * tj_reconciliation_items_insert:
 * @item: a new finding; it is told its id
 *
 * Returns: its id, or 0 with a #TjStoreError
 */
gint64
tj_reconciliation_items_insert (TjChange *change, TjReconciliationItem *item, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_RECONCILIATION_ITEM (item), 0);

  return tj_change_insert (change, &tj_table_reconciliation_item, item, error)
             ? tj_entity_get_id (item)
             : 0;
}

/**
 * tj_reconciliation_items_update:
 * @item: a finding of the register, as it is to be
 *
 * Writes what differs.
 *
 * Returns: whether the register has it so; %TJ_STORE_ERROR_NOT_FOUND when it is not there
 */
gboolean
tj_reconciliation_items_update (TjChange *change, TjReconciliationItem *item, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_RECONCILIATION_ITEM (item), FALSE);

  return tj_change_update (change, &tj_table_reconciliation_item, item, error);
}

/**
 * tj_reconciliation_items_delete:
 * @id: the finding
 *
 * Takes away a finding that the lists no longer give.
 *
 * Returns: whether it is gone; %TJ_STORE_ERROR_NOT_FOUND when it was not there
 */
gboolean
tj_reconciliation_items_delete (TjChange *change, gint64 id, GError **error)
{
  g_return_val_if_fail (change != NULL, FALSE);

  return tj_change_delete (change, &tj_table_reconciliation_item, id, error);
}

/**
 * tj_reconciliation_items_list:
 *
 * Returns: (transfer container) (element-type TjReconciliationItem): the findings of a month, in
 *   the order of its sheet; NULL with a #TjStoreError
 */
GPtrArray *
tj_reconciliation_items_list (TjStore *store, gint64 reconciliation_id, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  return tj_table_list (&tj_table_reconciliation_item, store->connection, reconciliation_id, error);
}

/**
 * tj_reconciliation_items_list_open:
 * @before: the first day of a month
 *
 * Returns: (transfer container) (element-type TjReconciliationItem): what is not yet carried out
 *   from earlier months, the oldest first; NULL with a #TjStoreError
 */
GPtrArray *
tj_reconciliation_items_list_open (TjStore *store, TjDate before, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TjStatement) select = NULL;
  g_autofree char *sql = NULL;

  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  sql = g_strdup_printf ("SELECT %s FROM reconciliation_item WHERE done_on IS NULL"
                         " AND reconciliation_id IN"
                         " (SELECT id FROM reconciliation WHERE month < ?) ORDER BY id",
                         tj_table_prepare (&tj_table_reconciliation_item)->columns);
  select = tj_statement_new (store->connection, sql, error);
  if (select == NULL)
    return NULL;
  tj_statement_bind_date (select, 1, before);
  return tj_table_read_all (&tj_table_reconciliation_item, select, items, error)
             ? g_steal_pointer (&items)
             : NULL;
}

/**
 * tj_reconciliation_items_list_done:
 * @since: the first day of the first month
 * @before: the first day of the month after the last
 *
 * Returns: (transfer container) (element-type TjReconciliationItem): what was decided so and has been
 *   carried out; NULL with a #TjStoreError
 */
GPtrArray *
tj_reconciliation_items_list_done (TjStore *store,
                                   TjDecision decision,
                                   TjDate since,
                                   TjDate before,
                                   GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TjStatement) select = NULL;
  g_autofree char *sql = NULL;

  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  sql = g_strdup_printf ("SELECT %s FROM reconciliation_item WHERE done_on IS NOT NULL"
                         " AND decision = ? AND reconciliation_id IN"
                         " (SELECT id FROM reconciliation WHERE month >= ? AND month < ?)"
                         " ORDER BY id",
                         tj_table_prepare (&tj_table_reconciliation_item)->columns);
  select = tj_statement_new (store->connection, sql, error);
  if (select == NULL)
    return NULL;
  tj_statement_bind_text (select, 1, tj_code_word (&tj_decisions, (int)decision));
  tj_statement_bind_date (select, 2, since);
  tj_statement_bind_date (select, 3, before);
  return tj_table_read_all (&tj_table_reconciliation_item, select, items, error)
             ? g_steal_pointer (&items)
             : NULL;
}

static gboolean
forget_enrolments (TjConnection *connection, TjDate month, GError **error)
{
  g_autoptr (TjStatement) forget = tj_statement_new (
      connection, "DELETE FROM enrolment_before WHERE month = ? OR month < ?", error);

  if (forget == NULL)
    return FALSE;
  tj_statement_bind_date (forget, 1, month);
  tj_statement_bind_date (forget, 2, tj_date_add_months (month, -1));
  return tj_statement_run (forget, error);
}

/**
 * tj_enrolments_before_keep:
 * @month: its first day
 * @day: on which one looks who is enrolled
 *
 * Keeps where everyone goes to school for the next month to compare with, and forgets all months
 * but this one and the one before it. Closing the month again keeps it anew, so that there is
 * nothing to undo.
 *
 * Returns: whether it is kept
 */
gboolean
tj_enrolments_before_keep (TjChange *change, TjDate month, TjDate day, GError **error)
{
  TjConnection *connection;
  g_autoptr (TjStatement) keep = NULL;

  g_return_val_if_fail (change != NULL, FALSE);

  connection = tj_change_get_connection (change);
  if (!forget_enrolments (connection, month, error))
    return FALSE;
  keep
      = tj_statement_new (connection,
                          "INSERT INTO enrolment_before (month, personal_number, school, programme)"
                          " SELECT ?, personal_number, school, programme FROM enrolment"
                          " WHERE starts_on <= ? AND (ends_on IS NULL OR ends_on >= ?)"
                          " ORDER BY starts_on, id",
                          error);
  if (keep == NULL)
    return FALSE;
  tj_statement_bind_date (keep, 1, month);
  tj_statement_bind_date (keep, 2, day);
  tj_statement_bind_date (keep, 3, day);
  return tj_statement_run (keep, error);
}

/**
 * tj_enrolments_before_foreach:
 * @month: the first day of a closed month
 * @func: (scope call): called for each enrolment
 *
 * Returns: whether what was kept of the month could be read; nothing kept is no failure
 */
gboolean
tj_enrolments_before_foreach (TjStore *store,
                              TjDate month,
                              TjEnrolmentBeforeFunc func,
                              gpointer user_data,
                              GError **error)
{
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store) && func != NULL, FALSE);

  if (!tj_store_check_open (store, error))
    return FALSE;
  select = tj_statement_new (
      store->connection,
      "SELECT personal_number, school, programme FROM enrolment_before WHERE month = ? ORDER BY id",
      error);
  if (select == NULL)
    return FALSE;
  tj_statement_bind_date (select, 1, month);
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    func (tj_statement_get_text (select, 0), tj_statement_get_text (select, 1),
          tj_statement_get_text (select, 2), user_data);
  return step == TJ_STATEMENT_END;
}
