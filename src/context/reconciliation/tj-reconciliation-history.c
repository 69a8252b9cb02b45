/* The reconciliations month by month: what was found, decided and not paid, and which one is next. */

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

static void
count_open (TjReconciliationNext *next, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      next->n_undecided += tj_reconciliation_item_get_decision (items->pdata[i]) < 0;
      next->n_waiting += tj_reconciliation_service_is_waiting (items->pdata[i]);
    }
}

/* NULL when the month has not been made. */
static TjReconciliation *
find_month (GPtrArray *months, TjDate month)
{
  for (guint i = 0; i < months->len; i++)
    if (tj_reconciliation_get_month (months->pdata[i]) == month)
      return months->pdata[i];
  return NULL;
}

static TjDate
month_of (TjDate date)
{
  int year, month, day;

  tj_date_get (date, &year, &month, &day);
  return tj_date_new (year, month, 1);
}

/**
 * tj_reconciliation_service_load_next: which month is next, when its meeting is, and what is open in
 * it and since earlier months. Returns FALSE with `error` set.
 */
gboolean
tj_reconciliation_service_load_next (TjContext *context, TjReconciliationNext *next, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  g_autoptr (GPtrArray) months = tj_reconciliations_list (store, error);
  g_autoptr (GPtrArray) items = NULL;
  TjReconciliation *row;

  if (months == NULL)
    return FALSE;
  *next = (TjReconciliationNext){ .month = month_of (tj_context_get_today (context)) };
  row = find_month (months, next->month);
  if (row != NULL && tj_reconciliation_get_closed_on (row) != TJ_DATE_NONE)
    {
      next->month = tj_date_add_months (next->month, 1);
      row = find_month (months, next->month);
    }
  next->is_made = row != NULL;
  next->meeting_on = row != NULL ? tj_reconciliation_get_meeting_on (row)
                                 : tj_reconciliation_service_meeting_date (next->month);
  items = tj_reconciliation_items_list_open (store, tj_date_add_months (next->month, 1), error);
  if (items == NULL)
    return FALSE;
  count_open (next, items);
  return TRUE;
}
