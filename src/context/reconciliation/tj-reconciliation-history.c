/* The reconciliations month by month: what was found, decided and not paid. */

#include "config.h"

#include "tj-reconciliation-repository.h"
#include "tj-reconciliation-service.h"

static void
count_item (TjReconciliationPast *past, TjReconciliationItem *item)
{
  gint64 amount = MAX (0, tj_reconciliation_item_get_amount_ore (item));
  gboolean is_contested = tj_reconciliation_item_get_decision (item) == TJ_DECISION_CONTEST;

  past->n_items++;
  past->n_decided += tj_reconciliation_item_get_decision (item) >= 0;
  past->n_contested += is_contested;
  past->at_stake_ore += amount;
  if (is_contested && tj_reconciliation_item_get_done_on (item) != TJ_DATE_NONE)
    past->saved_ore += amount;
}

/**
 * tj_reconciliation_service_list_history: every month that has been made, the latest first. Returns
 * a new array of TjReconciliationPast; NULL with `error` set.
 */
GArray *
tj_reconciliation_service_list_history (TjContext *context, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  g_autoptr (GPtrArray) months = tj_reconciliations_list (store, error);
  g_autoptr (GArray) history = g_array_new (FALSE, FALSE, sizeof (TjReconciliationPast));

  for (guint i = months != NULL ? months->len : 0; i > 0; i--)
    {
      TjReconciliation *month = months->pdata[i - 1];
      TjReconciliationPast past = { .month = tj_reconciliation_get_month (month),
                                    .closed_on = tj_reconciliation_get_closed_on (month) };
      g_autoptr (GPtrArray) items
          = tj_reconciliation_items_list (store, tj_entity_get_id (month), error);

      if (items == NULL)
        return NULL;
      for (guint j = 0; j < items->len; j++)
        count_item (&past, items->pdata[j]);
      g_array_append_val (history, past);
    }
  return months != NULL ? g_steal_pointer (&history) : NULL;
}
