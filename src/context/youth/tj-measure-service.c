/* Measures and their activities (blocks 3 and 4): checked by the rules that the half-year's file is
 * checked by, so that what is wrong is told while it can be mended, and kept in one change each. */

#include "config.h"

#include "tj-measure-service.h"

#include <glib/gi18n-lib.h>

#include "tj-code-book-service.h"
#include "tj-measure-repository.h"
#include "tj-registration-repository.h"

/* Properties of a measure that can be at fault. */
#define DECIDED_ON "decided-on"
#define STARTED_ON "started-on"
#define ENDED_ON "ended-on"

/* The registration a measure belongs to: the latest that began by its first day. NULL, without
 * `error`, when none did. */
static TjRegistration *
find_registration (GPtrArray *registrations, TjDate first_day)
{
  TjRegistration *found = NULL;

  for (guint i = 0; i < registrations->len; i++)
    if (tj_registration_get_registered_on (registrations->pdata[i]) <= first_day)
      found = registrations->pdata[i];
  return found;
}

static gboolean
check_registration (TjContext *context,
                    TjMeasure *measure,
                    const char *first_field,
                    const char **field,
                    GError **error)
{
  const TjDate first_day = g_str_equal (first_field, DECIDED_ON)
                               ? tj_measure_get_decided_on (measure)
                               : tj_measure_get_started_on (measure);
  g_autoptr (GPtrArray) registrations = tj_registrations_list (
      tj_context_get_store (context), tj_measure_get_youth_id (measure), error);
  TjRegistration *registration;
  TjDate closed_on;

  if (registrations == NULL)
    return FALSE;
  registration = find_registration (registrations, first_day);
  if (registration == NULL)
    return tj_context_refuse_field (field, first_field, error,
                                    _ ("The measure begins before the registration. Check the "
                                       "dates, or register first."));
  closed_on = tj_registration_get_deregistered_on (registration);
  if (closed_on != TJ_DATE_NONE && first_day > closed_on)
    return tj_context_refuse_field (field, first_field, error,
                                    _ ("The measure begins after the deregistration. Register "
                                       "again first."));
  if (closed_on != TJ_DATE_NONE && tj_measure_is_open (measure, closed_on))
    return tj_context_refuse_field (field, ENDED_ON, error,
                                    _ ("The measure ends after the deregistration."));
  return TRUE;
}

static gboolean
check_reason (TjContext *context, TjMeasure *measure, const char **field, GError **error)
{
  g_autoptr (TjCodeBook) reasons
      = tj_code_book_service_load (context, TJ_CODE_BOOK_MEASURE_END, error);

  if (reasons == NULL)
    return FALSE;
  return tj_code_book_find_label (reasons, tj_measure_get_reason (measure)) != NULL
         || tj_context_refuse_field (field, "reason", error,
                                     _ ("The list of reasons does not have that one."));
}

/* Block 4 comes whole or not at all. */
static gboolean
check_end (TjContext *context, TjMeasure *measure, const char **field, GError **error)
{
  TjDate ended_on = tj_measure_get_ended_on (measure);
  gboolean has_reason = *tj_measure_get_reason (measure) != '\0';
  gboolean has_after = tj_measure_get_after (measure) >= 0;

  if (ended_on == TJ_DATE_NONE)
    return (!has_reason && !has_after)
           || tj_context_refuse_field (field, ENDED_ON, error,
                                       _ ("A reason and an occupation afterwards belong to a "
                                          "measure that has ended. Give its last day."));
  if (tj_measure_get_started_on (measure) == TJ_DATE_NONE)
    return tj_context_refuse_field (field, STARTED_ON, error,
                                    _ ("A measure that has ended has begun. Give its first day."));
  if (ended_on < tj_measure_get_started_on (measure))
    return tj_context_refuse_field (field, ENDED_ON, error,
                                    _ ("The measure ends before it begins."));
  if (ended_on > tj_context_get_today (context))
    return (!has_reason && !has_after)
           || tj_context_refuse_field (field, ENDED_ON, error,
                                       _ ("The measure's last day lies ahead: give the reason "
                                          "when it has come."));
  if (!has_reason || !has_after)
    return tj_context_refuse_field (field, has_reason ? "after" : "reason", error,
                                    _ ("Give the reason why the measure ended, and the "
                                       "occupation afterwards."));
  return check_reason (context, measure, field, error);
}

/**
 * tj_measure_service_check: whether the measure can be kept: it is decided or begun within a
 * registration, ends on or after its first day, and has a reason and an occupation afterwards when
 * it has ended, only then. A first or last day ahead is a plan. `error` says what to change, and
 * `field` (may be NULL) which property it is; a literal, NULL when no one is.
 */
gboolean
tj_measure_service_check (TjContext *context,
                          TjMeasure *measure,
                          const char **field,
                          GError **error)
{
  TjDate decided_on = tj_measure_get_decided_on (measure);
  TjDate started_on = tj_measure_get_started_on (measure);

  if (decided_on == TJ_DATE_NONE && started_on == TJ_DATE_NONE)
    return tj_context_refuse_field (field, DECIDED_ON, error,
                                    _ ("Give the day the measure is decided or begins."));
  if (decided_on > tj_context_get_today (context))
    return tj_context_refuse_field (field, DECIDED_ON, error,
                                    _ ("The day of the decision lies ahead."));
  if (decided_on != TJ_DATE_NONE && started_on != TJ_DATE_NONE && started_on < decided_on)
    return tj_context_refuse_field (field, STARTED_ON, error,
                                    _ ("The measure begins before it is decided."));
  return check_end (context, measure, field, error)
         && check_registration (context, measure,
                                decided_on != TJ_DATE_NONE ? DECIDED_ON : STARTED_ON, field, error);
}

static gboolean
stop_activities (TjContext *context, TjChange *change, TjMeasure *measure, GError **error)
{
  g_autoptr (GPtrArray) activities = tj_activities_list (tj_context_get_store (context),
                                                         tj_measure_get_youth_id (measure), error);

  for (guint i = 0; activities != NULL && i < activities->len; i++)
    {
      TjActivity *activity = activities->pdata[i];
      TjDate day = MAX (tj_activity_get_started_on (activity), tj_measure_get_ended_on (measure));

      if (tj_activity_get_measure_id (activity) != tj_entity_get_id (measure)
          || tj_activity_get_stopped_on (activity) != TJ_DATE_NONE)
        continue;
      tj_activity_set_stopped_on (activity, day);
      if (!tj_activities_update (change, activity, error))
        return FALSE;
    }
  return activities != NULL;
}

static gboolean
update_measure (TjContext *context, TjMeasure *measure, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  const TjDate today = tj_context_get_today (context);
  const gboolean is_open = tj_measure_is_open (measure, today);
  g_autoptr (TjMeasure) former = tj_measures_load (store, tj_entity_get_id (measure), error);
  g_autoptr (TjChange) change = NULL;

  if (former == NULL)
    return FALSE;
  change = tj_change_begin (
      store, tj_measure_is_open (former, today) && !is_open ? "end-measure" : "change-measure",
      error);
  return change != NULL && tj_measures_update (change, measure, error)
         && (is_open || stop_activities (context, change, measure, error))
         && tj_change_commit (change, error);
}

/**
 * tj_measure_service_save: checks and keeps a measure, a new one or one of the register as it is
 * to be. Activities within one that has ended stop with it, in the same change.
 */
gboolean
tj_measure_service_save (TjContext *context, TjMeasure *measure, GError **error)
{
  g_autoptr (TjChange) change = NULL;

  if (!tj_measure_service_check (context, measure, NULL, error))
    return FALSE;
  if (tj_entity_get_id (measure) != 0)
    return update_measure (context, measure, error);
  change = tj_change_begin (tj_context_get_store (context), "add-measure", error);
  return change != NULL && tj_measures_insert (change, measure, error) != 0
         && tj_change_commit (change, error);
}

/**
 * tj_measure_service_end: ends a measure, and those of its activities that have not stopped, in one
 * change.
 */
gboolean
tj_measure_service_end (TjContext *context,
                        gint64 id,
                        TjDate ended_on,
                        const char *reason,
                        TjAfterMeasure after,
                        GError **error)
{
  g_autoptr (TjMeasure) measure = tj_measures_load (tj_context_get_store (context), id, error);

  if (measure == NULL)
    return FALSE;
  g_object_set (measure, "ended-on", ended_on, "reason", reason, "after", after, NULL);
  return tj_measure_service_save (context, measure, error);
}

/**
 * tj_measure_service_remove: takes a measure that was written by mistake away, with its
 * activities.
 */
gboolean
tj_measure_service_remove (TjContext *context, gint64 id, GError **error)
{
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (context), "remove-measure", error);

  return change != NULL && tj_measures_delete (change, id, error)
         && tj_change_commit (change, error);
}

static gboolean
has_text (TjActivity *activity)
{
  return *tj_activity_get_goal (activity) != '\0' || *tj_activity_get_how (activity) != '\0'
         || *tj_activity_get_result (activity) != '\0';
}

/**
 * tj_measure_service_check_activity: whether the activity fits its measure: the same youth, not
 * begun before it nor stopped before it began. Within a measure by another actor nothing is
 * written in words, as words would name what förordning 2006:39 § 5 forbids. `field` is as of
 * tj_measure_service_check().
 */
gboolean
tj_measure_service_check_activity (TjContext *context,
                                   TjActivity *activity,
                                   const char **field,
                                   GError **error)
{
  TjDate started_on = tj_activity_get_started_on (activity);
  TjDate stopped_on = tj_activity_get_stopped_on (activity);
  g_autoptr (TjMeasure) measure = tj_measures_load (tj_context_get_store (context),
                                                    tj_activity_get_measure_id (activity), error);

  if (measure == NULL)
    return FALSE;
  if (tj_measure_get_youth_id (measure) != tj_activity_get_youth_id (activity))
    return tj_context_refuse (error, _ ("The activity belongs to another youth's measure."));
  if (stopped_on != TJ_DATE_NONE && stopped_on < started_on)
    return tj_context_refuse_field (field, "stopped-on", error,
                                    _ ("The activity stops before it starts."));
  if (started_on != TJ_DATE_NONE && started_on < tj_measure_get_started_on (measure))
    return tj_context_refuse_field (field, "started-on", error,
                                    _ ("The activity starts before its measure."));
  if (tj_measure_get_content (measure) == TJ_MEASURE_CONTENT_OTHER_ACTOR && has_text (activity))
    return tj_context_refuse_field (field, "goal", error,
                                    _ ("A measure by another actor is noted as such and nothing "
                                       "more. Leave the text empty."));
  return TRUE;
}

/**
 * tj_measure_service_save_activity: checks and keeps an activity, a new one or one of the register
 * as it is to be.
 */
gboolean
tj_measure_service_save_activity (TjContext *context, TjActivity *activity, GError **error)
{
  gboolean is_new = tj_entity_get_id (activity) == 0;
  g_autoptr (TjChange) change = NULL;

  if (!tj_measure_service_check_activity (context, activity, NULL, error))
    return FALSE;
  change = tj_change_begin (tj_context_get_store (context),
                            is_new ? "add-activity" : "change-activity", error);
  if (change == NULL)
    return FALSE;
  return (is_new ? tj_activities_insert (change, activity, error) != 0
                 : tj_activities_update (change, activity, error))
         && tj_change_commit (change, error);
}

/**
 * tj_measure_service_remove_activity: takes an activity that was written by mistake away.
 */
gboolean
tj_measure_service_remove_activity (TjContext *context, gint64 id, GError **error)
{
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (context), "remove-activity", error);

  return change != NULL && tj_activities_delete (change, id, error)
         && tj_change_commit (change, error);
}
