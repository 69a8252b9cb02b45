/* The end of a period in the register (block 5), as one step of a larger change: what it has to look
 * at, whether it can be made, and what ends with it. */

#include "config.h"

#include "tj-registration-ending.h"

#include <glib/gi18n-lib.h>

#include "tj-contact-repository.h"
#include "tj-follow-up-repository.h"
#include "tj-measure-repository.h"
#include "tj-registration-repository.h"
#include "tj-registration-service.h"
#include "tj-youth-repository.h"
#include "tj-open-registration.h"

#define ENDS_AT_AGE 20

/**
 * tj_registration_ending_clear: lets go of what was read.
 */
void
tj_registration_ending_clear (TjRegistrationEnding *ending)
{
  g_clear_object (&ending->youth);
  g_clear_object (&ending->registration);
  g_clear_pointer (&ending->measures, g_ptr_array_unref);
}

/* The latest day on which something happened that a deregistration may not come before. Knowledge
 * that is dated by a list does not count. */
static gboolean
find_latest_event (TjRegistrationEnding *ending, GError **error)
{
  g_autoptr (GPtrArray) contacts = tj_contacts_list (ending->store, ending->youth_id, error);
  TjDate today = tj_context_get_today (ending->context);

  if (contacts == NULL)
    return FALSE;
  for (guint i = 0; i < contacts->len; i++)
    ending->latest_event = MAX (ending->latest_event, tj_contact_get_date (contacts->pdata[i]));
  for (guint i = 0; i < ending->measures->len; i++)
    {
      TjMeasure *measure = ending->measures->pdata[i];
      TjDate started_on = tj_measure_get_started_on (measure);
      TjDate ended_on = tj_measure_get_ended_on (measure);

      if (started_on <= today)
        ending->latest_event = MAX (ending->latest_event, started_on);
      if (ended_on <= today)
        ending->latest_event = MAX (ending->latest_event, ended_on);
    }
  return TRUE;
}

/**
 * tj_registration_ending_load: reads what the deregistration of a youth has to look at. Returns
 * FALSE with `error` set, also when the youth is not registered.
 */
gboolean
tj_registration_ending_load (TjRegistrationEnding *ending,
                             TjContext *context,
                             gint64 youth_id,
                             GError **error)
{
  ending->context = context;
  ending->store = tj_context_get_store (context);
  ending->youth_id = youth_id;
  ending->youth = tj_youths_load (ending->store, youth_id, error);
  if (ending->youth == NULL)
    return FALSE;
  ending->registration = tj_open_registration_load (context, youth_id, error);
  if (ending->registration == NULL)
    return FALSE;
  ending->measures = tj_measures_list (ending->store, youth_id, error);
  return ending->measures != NULL && find_latest_event (ending, error);
}

static gboolean
has_open_measure (TjRegistrationEnding *ending)
{
  for (guint i = 0; i < ending->measures->len; i++)
    if (tj_measure_is_open (ending->measures->pdata[i], ending->date))
      return TRUE;
  return FALSE;
}

static gboolean
check_twenty (TjRegistrationEnding *ending, GError **error)
{
  TjDate birth = tj_youth_get_birth (ending->youth);

  if (ending->reason != TJ_DEREGISTRATION_TWENTY || birth == TJ_DATE_NONE
      || ending->date >= tj_date_birthday (birth, ENDS_AT_AGE))
    return TRUE;
  return tj_context_refuse (error, _ ("The youth has not turned 20 on that day."));
}

/**
 * tj_registration_ending_check: whether the youth can be deregistered on the day for the reason, as
 * tj_registration_service_check_deregister() says.
 */
gboolean
tj_registration_ending_check (TjRegistrationEnding *ending, gboolean end_measures, GError **error)
{
  if (ending->date == TJ_DATE_NONE)
    return tj_context_refuse (error, _ ("Give the day of the deregistration."));
  if (ending->date > tj_context_get_today (ending->context))
    return tj_context_refuse (error, _ ("The day of the deregistration lies ahead."));
  if (ending->date < tj_registration_get_registered_on (ending->registration))
    return tj_context_refuse (error, _ ("The day lies before the registration. Give a later day."));
  if (ending->date < ending->latest_event)
    return tj_context_refuse (error,
                              _ ("A contact or a measure is dated after that day. Give a later "
                                 "day."));
  if (!end_measures && has_open_measure (ending))
    return tj_context_refuse (error, _ ("A measure is open. End it first, or with the "
                                        "deregistration."));
  return check_twenty (ending, error);
}

/* A measure that had not begun was never one: it goes. */
static gboolean
end_measure (TjRegistrationEnding *ending, TjChange *change, TjMeasure *measure, GError **error)
{
  TjDate started_on = tj_measure_get_started_on (measure);

  if (!tj_measure_is_open (measure, ending->date))
    return TRUE;
  if (started_on == TJ_DATE_NONE || started_on > ending->date)
    return tj_measures_delete (change, tj_entity_get_id (measure), error);
  g_object_set (measure, "ended-on", ending->date, "reason", TJ_MEASURE_END_DEREGISTERED, "after",
                TJ_AFTER_MEASURE_UNKNOWN, NULL);
  return tj_measures_update (change, measure, error);
}

static gboolean
stop_activities (TjRegistrationEnding *ending, TjChange *change, GError **error)
{
  g_autoptr (GPtrArray) activities = tj_activities_list (ending->store, ending->youth_id, error);

  for (guint i = 0; activities != NULL && i < activities->len; i++)
    {
      TjActivity *activity = activities->pdata[i];

      if (tj_activity_get_stopped_on (activity) != TJ_DATE_NONE)
        continue;
      tj_activity_set_stopped_on (activity,
                                  MAX (ending->date, tj_activity_get_started_on (activity)));
      if (!tj_activities_update (change, activity, error))
        return FALSE;
    }
  return activities != NULL;
}

static gboolean
close_follow_ups (TjRegistrationEnding *ending, TjChange *change, GError **error)
{
  g_autoptr (GPtrArray) follow_ups = tj_follow_ups_list (ending->store, ending->youth_id, error);

  for (guint i = 0; follow_ups != NULL && i < follow_ups->len; i++)
    {
      TjFollowUp *follow_up = follow_ups->pdata[i];

      if (tj_follow_up_get_done_on (follow_up) != TJ_DATE_NONE)
        continue;
      tj_follow_up_set_done_on (follow_up, ending->date);
      if (!tj_follow_ups_update (change, follow_up, error))
        return FALSE;
    }
  return follow_ups != NULL;
}

/**
 * tj_registration_ending_write: deregisters within `change`: open measures end that day, activities
 * stop, follow-ups are done with. Returns FALSE with `error` set.
 */
gboolean
tj_registration_ending_write (TjRegistrationEnding *ending, TjChange *change, GError **error)
{
  for (guint i = 0; i < ending->measures->len; i++)
    if (!end_measure (ending, change, ending->measures->pdata[i], error))
      return FALSE;
  g_object_set (ending->registration, "deregistered-on", ending->date, "reason", ending->reason,
                NULL);
  return stop_activities (ending, change, error) && close_follow_ups (ending, change, error)
         && tj_registrations_update (change, ending->registration, error);
}
