/* The beginning and the end of a period in the register (blocks 1 and 5). */

#include "config.h"

#include "tj-registration-service.h"

#include <glib/gi18n-lib.h>

#include "tj-knowledge-repository.h"
#include "tj-contact-repository.h"
#include "tj-measure-repository.h"
#include "tj-registration-ending.h"
#include "tj-registration-repository.h"
#include "tj-youth-repository.h"

#define ENDS_AT_AGE 20

static gboolean
check_earlier (GPtrArray *registrations, TjDate date, GError **error)
{
  for (guint i = 0; i < registrations->len; i++)
    {
      TjRegistration *earlier = registrations->pdata[i];

      if (tj_registration_is_open (earlier))
        return tj_context_refuse (error, _ ("The youth is registered already."));
      if (date <= tj_registration_get_registered_on (earlier)
          || date < tj_registration_get_deregistered_on (earlier))
        return tj_context_refuse (error, _ ("The day lies within an earlier registration. Give a "
                                            "later day."));
    }
  return TRUE;
}

/**
 * tj_registration_service_check_day: whether a registration may begin on `date`: not ahead, and
 * before the youth, in the register or not, has turned 20. `error` says what to change.
 */
gboolean
tj_registration_service_check_day (TjContext *context, TjYouth *youth, TjDate date, GError **error)
{
  TjDate birth = tj_youth_get_birth (youth);

  if (date == TJ_DATE_NONE)
    return tj_context_refuse (error, _ ("Give the day of the registration."));
  if (date > tj_context_get_today (context))
    return tj_context_refuse (error, _ ("The day of the registration lies ahead."));
  if (birth != TJ_DATE_NONE && date >= tj_date_birthday (birth, ENDS_AT_AGE))
    return tj_context_refuse (error, _ ("The youth has turned 20: the responsibility has ended."));
  return TRUE;
}

/**
 * tj_registration_service_check: whether the youth can be registered, for the first time or again:
 * has no open registration, has not turned 20, and the day is not ahead and after every earlier
 * registration. `error` says what to change.
 */
gboolean
tj_registration_service_check (TjContext *context, TjRegistration *registration, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  gint64 youth_id = tj_registration_get_youth_id (registration);
  TjDate date = tj_registration_get_registered_on (registration);
  g_autoptr (TjYouth) youth = tj_youths_load (store, youth_id, error);
  g_autoptr (GPtrArray) earlier = NULL;

  if (youth == NULL || (earlier = tj_registrations_list (store, youth_id, error)) == NULL
      || !tj_registration_service_check_day (context, youth, date, error))
    return FALSE;
  return check_earlier (earlier, date, error);
}

/**
 * tj_registration_service_register: checks and keeps a registration in one change.
 */
gboolean
tj_registration_service_register (TjContext *context, TjRegistration *registration, GError **error)
{
  g_autoptr (TjChange) change = NULL;

  if (!tj_registration_service_check (context, registration, error))
    return FALSE;
  change = tj_change_begin (tj_context_get_store (context), "register", error);
  return change != NULL && tj_registrations_insert (change, registration, error) != 0
         && tj_change_commit (change, error);
}

/* Whether `date` lies in a registration. */
static gboolean
covers (TjRegistration *registration, TjDate date)
{
  TjDate end = tj_registration_get_deregistered_on (registration);

  return date >= tj_registration_get_registered_on (registration)
         && (end == TJ_DATE_NONE || date <= end);
}

/* What was within the registration as it is must be so as it is to be. */
static gboolean
check_events (TjContext *context, TjRegistration *former, TjRegistration *changed, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  gint64 youth_id = tj_registration_get_youth_id (changed);
  g_autoptr (GPtrArray) contacts = tj_contacts_list (store, youth_id, error);
  g_autoptr (GPtrArray) measures = contacts ? tj_measures_list (store, youth_id, error) : NULL;

  if (measures == NULL)
    return FALSE;
  for (guint i = 0; i < contacts->len; i++)
    {
      TjDate date = tj_contact_get_date (contacts->pdata[i]);

      if (covers (former, date) && !covers (changed, date))
        return tj_context_refuse (error, _ ("A contact would lie outside the registration. Check "
                                            "the days."));
    }
  for (guint i = 0; i < measures->len; i++)
    {
      TjDate date = tj_measure_get_started_on (measures->pdata[i]);

      if (date != TJ_DATE_NONE && covers (former, date) && !covers (changed, date))
        return tj_context_refuse (error, _ ("A measure would lie outside the registration. Check "
                                            "the days."));
    }
  return TRUE;
}

static gboolean
check_days (TjContext *context, TjRegistration *registration, GError **error)
{
  TjDate from = tj_registration_get_registered_on (registration);
  TjDate to = tj_registration_get_deregistered_on (registration);
  TjDate today = tj_context_get_today (context);

  if (from == TJ_DATE_NONE)
    return tj_context_refuse (error, _ ("Give the day of the registration."));
  if (from > today)
    return tj_context_refuse (error, _ ("The day of the registration lies ahead."));
  if (to > today)
    return tj_context_refuse (error, _ ("The day of the deregistration lies ahead."));
  if (to != TJ_DATE_NONE && to < from)
    return tj_context_refuse (error, _ ("The day lies before the registration. Give a later day."));
  if ((to == TJ_DATE_NONE) != (tj_registration_get_reason (registration) < 0))
    return tj_context_refuse (error, _ ("A deregistration has both a day and a reason."));
  return TRUE;
}

static gboolean
check_others (GPtrArray *registrations, TjRegistration *changed, GError **error)
{
  for (guint i = 0; i < registrations->len; i++)
    {
      TjRegistration *other = registrations->pdata[i];
      TjDate end = tj_registration_get_deregistered_on (changed);

      if (tj_entity_get_id (other) != tj_entity_get_id (changed)
          && (covers (other, tj_registration_get_registered_on (changed))
              || covers (changed, tj_registration_get_registered_on (other))
              || (end != TJ_DATE_NONE && covers (other, end))))
        return tj_context_refuse (error, _ ("The days lie within another registration."));
    }
  return TRUE;
}

/**
 * tj_registration_service_check_change: whether a registration of the register can be as it is to
 * be: its days are in order, not ahead and not those of another one, and leave no contact or
 * measure outside. `error` says what to change.
 */
gboolean
tj_registration_service_check_change (TjContext *context,
                                      TjRegistration *registration,
                                      GError **error)
{
  TjStore *store = tj_context_get_store (context);
  g_autoptr (TjRegistration) former = NULL;
  g_autoptr (GPtrArray) all = NULL;

  if (!check_days (context, registration, error))
    return FALSE;
  former = tj_registrations_load (store, tj_entity_get_id (registration), error);
  if (former == NULL || !check_events (context, former, registration, error))
    return FALSE;
  all = tj_registrations_list (store, tj_registration_get_youth_id (registration), error);
  return all != NULL && check_others (all, registration, error);
}

/**
 * tj_registration_service_change: checks and writes a registration as it is to be. Refused with
 * TJ_STORE_ERROR_STALE when the row was changed since it was read.
 */
gboolean
tj_registration_service_change (TjContext *context, TjRegistration *registration, GError **error)
{
  g_autoptr (TjChange) change = NULL;

  if (!tj_registration_service_check_change (context, registration, error))
    return FALSE;
  change = tj_change_begin (tj_context_get_store (context), "change-registration", error);
  return change != NULL && tj_registrations_update (change, registration, error)
         && tj_change_commit (change, error);
}

/**
 * tj_registration_service_check_deregister: whether the youth can be deregistered on the day: it is
 * not ahead, and not before the registration, a contact or a measure; the reason that the youth has
 * turned 20 does not come before the birthday; and no measure is open, unless `end_measures`.
 */
gboolean
tj_registration_service_check_deregister (TjContext *context,
                                          gint64 youth_id,
                                          TjDate date,
                                          TjDeregistration reason,
                                          gboolean end_measures,
                                          GError **error)
{
  g_auto (TjRegistrationEnding) ending = { .date = date, .reason = reason };

  return tj_registration_ending_load (&ending, context, youth_id, error)
         && tj_registration_ending_check (&ending, end_measures, error);
}

/**
 * tj_registration_service_deregister: checks and deregisters in one change. Follow-ups that are
 * open are done with it; with `end_measures` open measures end that day, the occupation afterwards
 * unknown, and those that had not begun are taken away.
 */
gboolean
tj_registration_service_deregister (TjContext *context,
                                    gint64 youth_id,
                                    TjDate date,
                                    TjDeregistration reason,
                                    gboolean end_measures,
                                    GError **error)
{
  g_auto (TjRegistrationEnding) ending = { .date = date, .reason = reason };
  g_autoptr (TjChange) change = NULL;

  if (!tj_registration_ending_load (&ending, context, youth_id, error)
      || !tj_registration_ending_check (&ending, end_measures, error))
    return FALSE;
  change = tj_change_begin (ending.store, "deregister", error);
  return change != NULL && tj_registration_ending_write (&ending, change, error)
         && tj_change_commit (change, error);
}
