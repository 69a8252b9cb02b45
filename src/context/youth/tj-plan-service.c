/* The individual plan: each save is a new version, and the earlier ones stay (förordning 2006:39
 * § 8). */

#include "config.h"

#include "tj-plan-service.h"

#include <glib/gi18n-lib.h>

#include "tj-plan-repository.h"

/**
 * tj_plan_service_check: whether the plan can be kept: it has a goal, ends on or after its first
 * day, and has a reason for ending only with a last day. `error` says what to change, and `field`
 * (may be NULL) which property it is.
 */
gboolean
tj_plan_service_check (TjContext *context, TjPlan *plan, const char **field, GError **error)
{
  TjDate starts_on = tj_plan_get_starts_on (plan);
  TjDate ends_on = tj_plan_get_ends_on (plan);

  if (*tj_plan_get_goal (plan) == '\0')
    return tj_context_refuse_field (field, "goal", error,
                                    _ ("Write what is planned and to what end."));
  if (ends_on != TJ_DATE_NONE && ends_on < starts_on)
    return tj_context_refuse_field (field, "ends-on", error, _ ("The plan ends before it starts."));
  if (ends_on == TJ_DATE_NONE && *tj_plan_get_end_reason (plan) != '\0')
    return tj_context_refuse_field (field, "ends-on", error,
                                    _ ("Give the last day with the reason for ending."));
  return TRUE;
}

/* Apart from version and day. */
static gboolean
says_the_same (TjPlan *latest, TjPlan *plan)
{
  g_autoptr (TjPlan) copy = tj_entity_copy (plan);

  tj_entity_set_id (copy, tj_entity_get_id (latest));
  tj_plan_set_version (copy, tj_plan_get_version (latest));
  tj_plan_set_written_on (copy, tj_plan_get_written_on (latest));
  return tj_entity_equal (copy, latest);
}

/**
 * tj_plan_service_save: checks the plan and keeps it as the youth's next version, written today;
 * `plan` is told its version and id. When it says what the latest version says nothing is kept.
 */
gboolean
tj_plan_service_save (TjContext *context, TjPlan *plan, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  g_autoptr (GError) problem = NULL;
  g_autoptr (TjPlan) latest = tj_plans_load_latest (store, tj_plan_get_youth_id (plan), &problem);
  g_autoptr (TjChange) change = NULL;

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (!tj_plan_service_check (context, plan, NULL, error))
    return FALSE;
  if (latest != NULL && says_the_same (latest, plan))
    return TRUE;
  tj_plan_set_written_on (plan, tj_context_get_today (context));
  change = tj_change_begin (store, latest == NULL ? "add-plan" : "revise-plan", error);
  return change != NULL && tj_plans_insert (change, plan, error) != 0
         && tj_change_commit (change, error);
}
