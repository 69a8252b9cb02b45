/* What follows from a decision of the reconciliation meeting: a youth leaves KAA or comes into it, and
 * is asked about. Several findings may ask for the same thing: the first that is decided does it, and
 * what was done is not undone by deciding otherwise, only by undo. */

#include "config.h"

#include "tj-reconciliation-effect.h"

#include <glib/gi18n-lib.h>

#include "tj-follow-up-repository.h"
#include "tj-registration-ending.h"
#include "tj-registration-repository.h"
#include "tj-registration-service.h"
#include "tj-registration-start.h"
#include "tj-youth-repository.h"

static gint64
find_youth (TjContext *context, TjReconciliationItem *item)
{
  return tj_youths_find (tj_context_get_store (context),
                         tj_reconciliation_item_get_personal_number (item), NULL);
}

static gboolean
is_registered (TjContext *context, gint64 youth_id)
{
  g_autoptr (TjRegistration) open = NULL;

  if (youth_id != 0)
    open = tj_registrations_load_open (tj_context_get_store (context), youth_id, NULL);
  return open != NULL;
}

/* The day counts from when the studies broke off; for one whom nobody saw from when somebody does. */
static gboolean
load_start (TjRegistrationStart *start,
            TjContext *context,
            TjReconciliationItem *item,
            TjDate date,
            GError **error)
{
  if (!tj_registration_start_load (start, context,
                                   tj_reconciliation_item_get_personal_number (item), error)
      || !tj_registration_start_find_facts (start, error))
    return FALSE;
  if (date != TJ_DATE_NONE)
    start->date = date;
  else if (tj_reconciliation_item_get_kind (item) != TJ_FINDING_BREAK)
    start->date = tj_context_get_today (context);
  return TRUE;
}

/**
 * tj_reconciliation_effect_get_start: the day that a registration by this finding counts from unless
 * another one is given; TJ_DATE_NONE when nobody can be registered.
 */
TjDate
tj_reconciliation_effect_get_start (TjContext *context, TjReconciliationItem *item)
{
  g_auto (TjRegistrationStart) start = { 0 };

  return load_start (&start, context, item, TJ_DATE_NONE, NULL) ? start.date : TJ_DATE_NONE;
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
  return !is_registered (context, youth_id)
         || tj_registration_service_check_deregister (context, youth_id, decision->decided_on,
                                                      (TjDeregistration)decision->reason, TRUE,
                                                      error);
}

static gboolean
check_registering (TjContext *context,
                   TjReconciliationItem *item,
                   const TjReconciliationDecision *decision,
                   GError **error)
{
  g_auto (TjRegistrationStart) start = { 0 };

  return is_registered (context, find_youth (context, item))
         || (load_start (&start, context, item, decision->register_on, error)
             && tj_registration_start_check (&start, error));
}

/* What an earlier decision has done stands, and another one would say something else of it. */
static gboolean
check_earlier (TjContext *context,
               TjReconciliationItem *item,
               const TjReconciliationDecision *decision,
               GError **error)
{
  int earlier = tj_reconciliation_item_get_decision (item);
  gboolean registered = is_registered (context, find_youth (context, item));

  if (earlier == TJ_DECISION_LEAVE_KAA && !registered
      && (decision->decision != TJ_DECISION_LEAVE_KAA
          || decision->reason != tj_reconciliation_item_get_reason (item)))
    return tj_context_refuse (error, _ ("The youth has left KAA by the earlier decision. Undo it, "
                                        "or register the youth again first."));
  if (earlier == TJ_DECISION_REGISTER && registered && decision->decision != TJ_DECISION_REGISTER
      && decision->decision != TJ_DECISION_LEAVE_KAA)
    return tj_context_refuse (error,
                              _ ("The youth was registered by the earlier decision. Undo it, "
                                 "or deregister the youth first."));
  return TRUE;
}

/**
 * tj_reconciliation_effect_check: whether what the decision asks for can be done. Returns FALSE with
 * `error` saying why not.
 */
gboolean
tj_reconciliation_effect_check (TjContext *context,
                                TjReconciliationItem *item,
                                const TjReconciliationDecision *decision,
                                GError **error)
{
  if (!check_earlier (context, item, decision, error))
    return FALSE;
  if (decision->decision == TJ_DECISION_LEAVE_KAA)
    return check_leaving (context, item, decision, error);
  if (decision->decision == TJ_DECISION_REGISTER)
    return check_registering (context, item, decision, error);
  return TRUE;
}

/* The reminder that the item's decision set, if it is still to be done. */
static TjFollowUp *
find_reminder (TjContext *context, TjReconciliationItem *item)
{
  gint64 youth_id = find_youth (context, item);
  int decision = tj_reconciliation_item_get_decision (item);
  g_autoptr (GPtrArray) follow_ups = NULL;

  if (youth_id == 0 || decision < 0
      || tj_reconciliation_item_get_follow_up_on (item) == TJ_DATE_NONE)
    return NULL;
  follow_ups = tj_follow_ups_list (tj_context_get_store (context), youth_id, NULL);
  for (guint i = 0; follow_ups != NULL && i < follow_ups->len; i++)
    if (tj_follow_up_get_done_on (follow_ups->pdata[i]) == TJ_DATE_NONE
        && tj_follow_up_get_due (follow_ups->pdata[i])
               == tj_reconciliation_item_get_follow_up_on (item)
        && g_str_equal (tj_follow_up_get_reason (follow_ups->pdata[i]),
                        tj_code_label (&tj_decisions, decision)))
      return g_object_ref (follow_ups->pdata[i]);
  return NULL;
}

/* The reminder names no school: it stands in the list of the day. An earlier one of the same item
 * gives way. */
static gboolean
remind (TjContext *context,
        TjChange *change,
        TjReconciliationItem *item,
        const TjReconciliationDecision *decision,
        GError **error)
{
  gint64 youth_id = find_youth (context, item);
  g_autoptr (TjFollowUp) earlier = find_reminder (context, item);
  g_autoptr (TjFollowUp) follow_up = NULL;

  if (earlier != NULL && !tj_follow_ups_delete (change, tj_entity_get_id (earlier), error))
    return FALSE;
  if (decision->follow_up_on == TJ_DATE_NONE || youth_id == 0)
    return TRUE;
  follow_up = tj_follow_up_new (youth_id);
  tj_follow_up_set_due (follow_up, decision->follow_up_on);
  tj_follow_up_set_reason (follow_up, tj_code_label (&tj_decisions, (int)decision->decision));
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

  if (!is_registered (context, youth_id))
    return TRUE;
  return tj_registration_ending_load (&ending, context, youth_id, error)
         && tj_registration_ending_write (&ending, change, error);
}

static gboolean
register_youth (TjContext *context,
                TjChange *change,
                TjReconciliationItem *item,
                const TjReconciliationDecision *decision,
                GError **error)
{
  g_auto (TjRegistrationStart) start = { 0 };

  if (is_registered (context, find_youth (context, item)))
    return TRUE;
  return load_start (&start, context, item, decision->register_on, error)
         && tj_registration_start_write (&start, change, error) != 0;
}

/**
 * tj_reconciliation_effect_write: does what the decision asks for, within `change`; `item` is still
 * as it was before. Returns FALSE with `error` set.
 */
gboolean
tj_reconciliation_effect_write (TjContext *context,
                                TjChange *change,
                                TjReconciliationItem *item,
                                const TjReconciliationDecision *decision,
                                GError **error)
{
  if (decision->decision == TJ_DECISION_REGISTER
      && !register_youth (context, change, item, decision, error))
    return FALSE;
  if (!remind (context, change, item, decision, error))
    return FALSE;
  return decision->decision != TJ_DECISION_LEAVE_KAA
         || leave (context, change, item, decision, error);
}

/**
 * tj_reconciliation_effect_tick_off: ticks off the reminder of an item that has been carried out,
 * within `change`. Returns FALSE with `error` set.
 */
gboolean
tj_reconciliation_effect_tick_off (TjContext *context,
                                   TjChange *change,
                                   TjReconciliationItem *item,
                                   GError **error)
{
  g_autoptr (TjFollowUp) reminder = find_reminder (context, item);

  if (reminder == NULL)
    return TRUE;
  tj_follow_up_set_done_on (reminder, tj_context_get_today (context));
  return tj_follow_ups_update (change, reminder, error);
}
