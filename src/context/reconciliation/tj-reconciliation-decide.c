/* What the reconciliation meeting decides: what is proposed, what can be decided, and a round of
 * decisions as one change with all that follows from them (tj-reconciliation-effect.c). */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tj-reconciliation-effect.h"
#include "tj-reconciliation-repository.h"

/* How long one waits for an answer before asking again. */
#define DAYS_TO_ANSWER 14

/* Done when somebody has answered; until then it is carried over. */
static gboolean
waits_for_answer (TjDecision decision)
{
  return decision == TJ_DECISION_ASK_SCHOOL || decision == TJ_DECISION_CONTEST
         || decision == TJ_DECISION_AGREE_PROLONGED;
}

/* The ground that a finding gives for leaving KAA: who attends or is invoiced is in upper-secondary
 * school, and who studies there as an adult is counted as that (29 kap. 9 § skollagen). */
static int
usual_reason (TjDecision decision)
{
  return decision == TJ_DECISION_LEAVE_KAA ? TJ_DEREGISTRATION_NATIONAL_PROGRAMME : -1;
}

/**
 * tj_reconciliation_service_suggest: what goes with a decision on `item` unless something else is
 * said: the usual reason, the day to ask again, the day a registration counts from.
 */
void
tj_reconciliation_service_suggest (TjContext *context,
                                   TjReconciliationItem *item,
                                   TjDecision wanted,
                                   TjReconciliationDecision *decision)
{
  TjDate today = tj_context_get_today (context);

  *decision = (TjReconciliationDecision){ .decision = wanted,
                                          .decided_on = today,
                                          .reason = usual_reason (wanted) };
  if (waits_for_answer (wanted))
    decision->follow_up_on = today + DAYS_TO_ANSWER;
  if (wanted == TJ_DECISION_REGISTER)
    decision->register_on = tj_reconciliation_effect_get_start (context, item);
}

/**
 * tj_reconciliation_service_propose: what to begin with when a finding is decided on: what has been
 * decided, or as the program proposes, today.
 */
void
tj_reconciliation_service_propose (TjContext *context,
                                   TjReconciliationItem *item,
                                   TjReconciliationDecision *decision)
{
  int decided = tj_reconciliation_item_get_decision (item);

  tj_reconciliation_service_suggest (
      context, item,
      (TjDecision)(decided >= 0 ? decided : tj_reconciliation_item_get_proposal (item)), decision);
  if (decided < 0)
    return;
  decision->reason = tj_reconciliation_item_get_reason (item);
  decision->ike_from = tj_reconciliation_item_get_ike_from (item);
  decision->follow_up_on = tj_reconciliation_item_get_follow_up_on (item);
}

/**
 * tj_reconciliation_service_check: whether a finding can be decided on so. To leave KAA takes a
 * reason and an open registration; to be registered takes somebody who lives here and is not 20.
 * Returns FALSE with `error` saying what is missing.
 */
gboolean
tj_reconciliation_service_check (TjContext *context,
                                 TjReconciliationItem *item,
                                 const TjReconciliationDecision *decision,
                                 GError **error)
{
  gboolean is_leaving = decision->decision == TJ_DECISION_LEAVE_KAA;

  if (decision->decided_on == TJ_DATE_NONE || decision->decided_on > tj_context_get_today (context))
    return tj_context_refuse (error, _ ("The day of the decision is missing or lies ahead."));
  if (!is_leaving && (decision->reason >= 0 || decision->ike_from != TJ_DATE_NONE))
    return tj_context_refuse (error, _ ("A reason and “IKE from” belong to leaving KAA only."));
  if (decision->follow_up_on != TJ_DATE_NONE
      && decision->follow_up_on != tj_reconciliation_item_get_follow_up_on (item)
      && decision->follow_up_on < decision->decided_on)
    return tj_context_refuse (error,
                              _ ("The follow-up lies before the decision. Give a later day."));
  return tj_reconciliation_effect_check (context, item, decision, error);
}

static gboolean
decide_one (TjContext *context,
            TjChange *change,
            TjReconciliationItem *item,
            const TjReconciliationDecision *decision,
            GError **error)
{
  if (!tj_reconciliation_effect_write (context, change, item, decision, error))
    return FALSE;
  tj_reconciliation_item_set_decision (item, decision->decision);
  tj_reconciliation_item_set_decided_on (item, decision->decided_on);
  tj_reconciliation_item_set_reason (item, decision->reason);
  tj_reconciliation_item_set_ike_from (item, decision->ike_from);
  tj_reconciliation_item_set_follow_up_on (item, decision->follow_up_on);
  tj_reconciliation_item_set_done_on (
      item, waits_for_answer (decision->decision) ? TJ_DATE_NONE : decision->decided_on);
  return tj_reconciliation_items_update (change, item, error);
}

static gboolean
check_all (TjContext *context,
           GPtrArray *items,
           const TjReconciliationDecision *decisions,
           GError **error)
{
  for (guint i = 0; i < items->len; i++)
    if (!tj_reconciliation_service_check (context, items->pdata[i], &decisions[i], error))
      return FALSE;
  return TRUE;
}

/**
 * tj_reconciliation_service_decide: writes what was decided on `items` (TjReconciliationItem), one
 * decision for each, in one change: youths who leave KAA are deregistered, those nobody saw are
 * registered, follow-ups are set. Nothing is written when one of them cannot be decided so. Returns
 * FALSE with `error` set.
 */
gboolean
tj_reconciliation_service_decide (TjContext *context,
                                  GPtrArray *items,
                                  const TjReconciliationDecision *decisions,
                                  GError **error)
{
  g_autoptr (TjChange) change = NULL;

  if (!check_all (context, items, decisions, error))
    return FALSE;
  change = tj_change_begin (tj_context_get_store (context), "decide-reconciliation", error);
  if (change == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (!decide_one (context, change, items->pdata[i], &decisions[i], error))
      return FALSE;
  return tj_change_commit (change, error);
}

/**
 * tj_reconciliation_service_is_waiting: whether `item` has been decided on and waits for an answer.
 */
gboolean
tj_reconciliation_service_is_waiting (TjReconciliationItem *item)
{
  return tj_reconciliation_item_get_decision (item) >= 0
         && tj_reconciliation_item_get_done_on (item) == TJ_DATE_NONE;
}

/**
 * tj_reconciliation_service_carry_out: ticks off what was decided on `items` and waited for an
 * answer, and its reminders, so that they are not carried over any more. What is undecided or done
 * with is passed over. Returns FALSE with `error` set.
 */
gboolean
tj_reconciliation_service_carry_out (TjContext *context, GPtrArray *items, GError **error)
{
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (context), "carry-out-reconciliation", error);

  for (guint i = 0; change != NULL && i < items->len; i++)
    {
      if (!tj_reconciliation_service_is_waiting (items->pdata[i]))
        continue;
      if (!tj_reconciliation_effect_tick_off (context, change, items->pdata[i], error))
        return FALSE;
      tj_reconciliation_item_set_done_on (items->pdata[i], tj_context_get_today (context));
      if (!tj_reconciliation_items_update (change, items->pdata[i], error))
        return FALSE;
    }
  return change != NULL && tj_change_commit (change, error);
}
