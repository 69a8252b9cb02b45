/* What the reconciliation meeting decides, and what follows from it: a youth leaves KAA, somebody is
 * to be asked about, an item is carried out. One round of decisions is one change. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tj-follow-up-repository.h"
#include "tj-reconciliation-repository.h"
#include "tj-reconciliation-service.h"
#include "tj-registration-ending.h"
#include "tj-registration-repository.h"
#include "tj-registration-service.h"
#include "tj-youth-repository.h"

/* How long one waits for an answer before asking again. */
#define DAYS_TO_ANSWER 14

static gboolean
needs_following_up (TjDecision decision)
{
  return decision == TJ_DECISION_ASK_SCHOOL || decision == TJ_DECISION_CONTEST
         || decision == TJ_DECISION_AGREE_PROLONGED || decision == TJ_DECISION_REGISTER;
}

/* The ground that a finding gives for leaving KAA: who attends or is invoiced is in upper-secondary
 * school, and who studies there as an adult is counted as that (29 kap. 9 § skollagen). */
static int
usual_reason (TjDecision decision)
{
  return decision == TJ_DECISION_LEAVE_KAA ? TJ_DEREGISTRATION_NATIONAL_PROGRAMME : -1;
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
  TjDate today = tj_context_get_today (context);

  *decision = (TjReconciliationDecision){ .decision
                                          = (TjDecision)tj_reconciliation_item_get_proposal (item),
                                          .decided_on = today };
  decision->reason = usual_reason (decision->decision);
  if (needs_following_up (decision->decision))
    decision->follow_up_on = today + DAYS_TO_ANSWER;
  if (tj_reconciliation_item_get_decision (item) < 0)
    return;

  decision->decision = (TjDecision)tj_reconciliation_item_get_decision (item);
  decision->reason = tj_reconciliation_item_get_reason (item);
  decision->ike_from = tj_reconciliation_item_get_ike_from (item);
  decision->follow_up_on = tj_reconciliation_item_get_follow_up_on (item);
}

static gint64
find_youth (TjContext *context, TjReconciliationItem *item)
{
  return tj_youths_find (tj_context_get_store (context),
                         tj_reconciliation_item_get_personal_number (item), NULL);
}

/* Several findings of a month may ask the same youth to leave: the first that is decided does it. */
static gboolean
has_left (TjContext *context, gint64 youth_id)
{
  g_autoptr (TjRegistration) open
      = tj_registrations_load_open (tj_context_get_store (context), youth_id, NULL);

  return open == NULL;
}

static gboolean
check_leaving (TjContext *context,
               TjReconciliationItem *item,
               const TjReconciliationDecision *decision,
               GError **error)
{
  gint64 youth_id = find_youth (context, item);

  if (decision->reason < 0)
    return tj_context_refuse (error, _ ("Give the reason for leaving KAA."));
  if (youth_id == 0)
    return tj_context_refuse (error,
                              _ ("The person is not registered in KAA and cannot leave it."));
  if (has_left (context, youth_id))
    return TRUE;
  return tj_registration_service_check_deregister (context, youth_id, decision->decided_on,
                                                   (TjDeregistration)decision->reason, TRUE, error);
}

/**
 * tj_reconciliation_service_check: whether a finding can be decided on so. To leave KAA takes a
 * reason and an open registration. Returns FALSE with `error` saying what is missing.
 */
gboolean
tj_reconciliation_service_check (TjContext *context,
                                 TjReconciliationItem *item,
                                 const TjReconciliationDecision *decision,
                                 GError **error)
{
  if (decision->decided_on == TJ_DATE_NONE || decision->decided_on > tj_context_get_today (context))
    return tj_context_refuse (error, _ ("The day of the decision is missing or lies ahead."));
  if (decision->decision == TJ_DECISION_LEAVE_KAA)
    return check_leaving (context, item, decision, error);
  return TRUE;
}

/* The reminder names no school: it stands in the list of the day. */
static gboolean
remind (TjContext *context,
        TjChange *change,
        TjReconciliationItem *item,
        TjDate due,
        GError **error)
{
  gint64 youth_id = find_youth (context, item);
  g_autoptr (TjFollowUp) follow_up = NULL;

  if (due == TJ_DATE_NONE || youth_id == 0)
    return TRUE;
  follow_up = tj_follow_up_new (youth_id);
  tj_follow_up_set_due (follow_up, due);
  tj_follow_up_set_reason (
      follow_up, tj_code_label (&tj_decisions, tj_reconciliation_item_get_decision (item)));
  return tj_follow_ups_insert (change, follow_up, error) != 0;
}

static gboolean
leave (TjContext *context,
       TjChange *change,
       TjReconciliationItem *item,
       const TjReconciliationDecision *decision,
       GError **error)
{
  gint64 youth_id = find_youth (context, item);
  g_auto (TjRegistrationEnding) ending
      = { .date = decision->decided_on, .reason = (TjDeregistration)decision->reason };

  if (has_left (context, youth_id))
    return TRUE;
  return tj_registration_ending_load (&ending, context, youth_id, error)
         && tj_registration_ending_write (&ending, change, error);
}

static gboolean
decide_one (TjContext *context,
            TjChange *change,
            TjReconciliationItem *item,
            const TjReconciliationDecision *decision,
            GError **error)
{
  gboolean is_leaving = decision->decision == TJ_DECISION_LEAVE_KAA;
  TjDate done_on = needs_following_up (decision->decision) ? TJ_DATE_NONE : decision->decided_on;

  tj_reconciliation_item_set_decision (item, decision->decision);
  tj_reconciliation_item_set_decided_on (item, decision->decided_on);
  tj_reconciliation_item_set_reason (item, is_leaving ? decision->reason : -1);
  tj_reconciliation_item_set_ike_from (item, decision->ike_from);
  tj_reconciliation_item_set_follow_up_on (item, decision->follow_up_on);
  tj_reconciliation_item_set_done_on (item, done_on);
  if (!tj_reconciliation_items_update (change, item, error)
      || !remind (context, change, item, decision->follow_up_on, error))
    return FALSE;
  return !is_leaving || leave (context, change, item, decision, error);
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
 * decision for each, in one change: youths who leave KAA are deregistered, follow-ups are set.
 * Nothing is written when one of them cannot be decided so. Returns FALSE with `error` set.
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
 * tj_reconciliation_service_carry_out: ticks off what was decided on `items`, so that they are not
 * carried over any more. Returns FALSE with `error` set.
 */
gboolean
tj_reconciliation_service_carry_out (TjContext *context, GPtrArray *items, GError **error)
{
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (context), "carry-out-reconciliation", error);

  for (guint i = 0; change != NULL && i < items->len; i++)
    {
      tj_reconciliation_item_set_done_on (items->pdata[i], tj_context_get_today (context));
      if (!tj_reconciliation_items_update (change, items->pdata[i], error))
        return FALSE;
    }
  return change != NULL && tj_change_commit (change, error);
}
