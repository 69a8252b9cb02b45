/* The beginning of a period in the register (block 1) of somebody whom a list names, as one step of a
 * larger change: who it is by the population register, what they left and when by the schools'
 * lists, and whether they can be registered. */

#include "config.h"

#include "tj-registration-start.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tj-certificate.h"
#include "tj-enrolment.h"
#include "tj-fact-repository.h"
#include "tj-registration-repository.h"
#include "tj-registration-service.h"
#include "tj-resident.h"
#include "tj-setting-keys.h"
#include "tj-youth-repository.h"

/* Programmes for those who are not eligible for a national one begin so: IMA, IMV, IMS, IMY. */
#define INTRODUCTION "IM"

/**
 * tj_registration_start_clear: lets go of what was read.
 */
void
tj_registration_start_clear (TjRegistrationStart *start)
{
  g_clear_object (&start->youth);
  g_clear_pointer (&start->education, g_free);
}

static TjYouth *
new_youth (TjResident *resident)
{
  TjYouth *youth = tj_youth_new ();

  tj_youth_set_personal_number (youth, tj_resident_get_personal_number (resident));
  tj_youth_set_given_name (youth, tj_resident_get_given_name (resident));
  tj_youth_set_family_name (youth, tj_resident_get_family_name (resident));
  tj_youth_set_care_of (youth, tj_resident_get_care_of (resident));
  tj_youth_set_street (youth, tj_resident_get_street (resident));
  tj_youth_set_extra (youth, tj_resident_get_extra (resident));
  tj_youth_set_postal_code (youth, tj_resident_get_postal_code (resident));
  tj_youth_set_locality (youth, tj_resident_get_locality (resident));
  tj_youth_set_protection (youth, tj_resident_get_protection (resident));
  return youth;
}

/* A protected person belongs to where they stay, whatever the list says (29:6). */
static gboolean
check_lives_here (TjContext *context, TjResident *resident, GError **error)
{
  g_autofree char *own = tj_context_dup_setting (context, TJ_SETTING_MUNICIPALITY, NULL);
  const char *municipality = tj_resident_get_municipality (resident);
  TjDate moved_out = tj_resident_get_moved_out (resident);

  if (tj_resident_get_protection (resident) != TJ_PROTECTION_NONE)
    return TRUE;
  if ((moved_out == TJ_DATE_NONE || moved_out > tj_context_get_today (context))
      && (own == NULL || *municipality == '\0' || g_str_equal (own, municipality)))
    return TRUE;
  return tj_context_refuse (error,
                            _ ("The person has moved from the municipality by the population "
                               "register’s list."));
}

/**
 * tj_registration_start_load: finds the youth of that number, or makes a new one of what the
 * population register has. The registration counts from today until another day is set. Returns
 * FALSE with `error` saying why nobody can be registered.
 */
gboolean
tj_registration_start_load (TjRegistrationStart *start,
                            TjContext *context,
                            const char *personal_number,
                            GError **error)
{
  TjStore *store = tj_context_get_store (context);
  gint64 id = tj_youths_find (store, personal_number, NULL);
  g_autoptr (GPtrArray) residents = NULL;

  start->context = context;
  start->date = tj_context_get_today (context);
  start->background = TJ_BACKGROUND_UNKNOWN;
  if (id != 0)
    {
      start->youth = tj_youths_load (store, id, error);
      return start->youth != NULL;
    }
  residents = tj_facts_list (store, TJ_TYPE_RESIDENT, personal_number, error);
  if (residents == NULL)
    return FALSE;
  if (residents->len == 0)
    return tj_context_refuse (error,
                              _ ("The population register's list has nobody with this number."));
  if (!check_lives_here (context, residents->pdata[0], error))
    return FALSE;
  start->youth = new_youth (residents->pdata[0]);
  return TRUE;
}

static TjEnrolment *
find_last_ended (GPtrArray *enrolments, TjDate today)
{
  TjEnrolment *last = NULL;

  for (guint i = 0; i < enrolments->len; i++)
    {
      TjDate ends_on = tj_enrolment_get_ends_on (enrolments->pdata[i]);

      if (ends_on != TJ_DATE_NONE && ends_on <= today
          && (last == NULL || ends_on > tj_enrolment_get_ends_on (last)))
        last = enrolments->pdata[i];
    }
  return last;
}

static gboolean
has_studiebevis (GPtrArray *certificates, TjDate since)
{
  for (guint i = 0; i < certificates->len; i++)
    if (tj_certificate_get_kind (certificates->pdata[i]) == TJ_CERTIFICATE_STUDIEBEVIS
        && tj_certificate_get_issued_on (certificates->pdata[i]) >= since)
      return TRUE;
  return FALSE;
}

/* What the school says of how the studies ended; what it does not say is not known. */
static TjBackground
judge_background (TjEnrolment *last, GPtrArray *certificates)
{
  int reason = last != NULL ? tj_enrolment_get_end_reason (last) : -1;
  TjDate ended_on = last != NULL ? tj_enrolment_get_ends_on (last) : TJ_DATE_NONE;

  if (reason == TJ_ENROLMENT_END_STUDIEBEVIS || has_studiebevis (certificates, ended_on))
    return TJ_BACKGROUND_STUDIEBEVIS;
  if (last != NULL
      && g_ascii_strncasecmp (tj_enrolment_get_programme (last), INTRODUCTION,
                              strlen (INTRODUCTION))
             == 0)
    return TJ_BACKGROUND_INTRODUCTION;
  return reason == TJ_ENROLMENT_END_BREAK ? TJ_BACKGROUND_BREAK : TJ_BACKGROUND_UNKNOWN;
}

static char *
describe_education (TjEnrolment *last)
{
  const char *school = tj_enrolment_get_school (last);
  const char *programme = tj_enrolment_get_programme (last);

  return *school != '\0' && *programme != '\0' ? g_strdup_printf ("%s, %s", school, programme)
                                               : g_strdup (*school != '\0' ? school : programme);
}

/* The day may not lie within an earlier registration. */
static gboolean
put_after_earlier (TjRegistrationStart *start, GError **error)
{
  gint64 id = tj_entity_get_id (start->youth);
  g_autoptr (GPtrArray) earlier = NULL;

  if (id == 0)
    return TRUE;
  earlier = tj_registrations_list (tj_context_get_store (start->context), id, error);
  for (guint i = 0; earlier != NULL && i < earlier->len; i++)
    start->date
        = MAX (start->date, MAX (tj_registration_get_deregistered_on (earlier->pdata[i]),
                                 tj_registration_get_registered_on (earlier->pdata[i]) + 1));
  return earlier != NULL;
}

/**
 * tj_registration_start_find_facts: what the schools' lists say of the person: background, latest
 * education, and, when the studies broke off or ended in a studiebevis, the day of that as the day
 * of the registration. Returns FALSE with an error of the store.
 */
gboolean
tj_registration_start_find_facts (TjRegistrationStart *start, GError **error)
{
  TjStore *store = tj_context_get_store (start->context);
  const char *number = tj_youth_get_personal_number (start->youth);
  g_autoptr (GPtrArray) enrolments = tj_facts_list (store, TJ_TYPE_ENROLMENT, number, error);
  g_autoptr (GPtrArray) certificates
      = enrolments != NULL ? tj_facts_list (store, TJ_TYPE_CERTIFICATE, number, error) : NULL;
  TjEnrolment *last;

  if (certificates == NULL)
    return FALSE;
  last = find_last_ended (enrolments, tj_context_get_today (start->context));
  start->background = judge_background (last, certificates);
  if (last == NULL)
    return TRUE;
  start->education = describe_education (last);
  if (start->background != TJ_BACKGROUND_UNKNOWN)
    start->date = tj_enrolment_get_ends_on (last);
  return put_after_earlier (start, error);
}

/**
 * tj_registration_start_is_registered: whether the youth has an open registration already, so that
 * there is nothing to begin.
 */
gboolean
tj_registration_start_is_registered (TjRegistrationStart *start)
{
  gint64 id = tj_entity_get_id (start->youth);
  g_autoptr (TjRegistration) open = NULL;

  if (id != 0)
    open = tj_registrations_load_open (tj_context_get_store (start->context), id, NULL);
  return open != NULL;
}

static TjRegistration *
new_registration (TjRegistrationStart *start)
{
  TjRegistration *registration = tj_registration_new (tj_entity_get_id (start->youth));

  tj_registration_set_registered_on (registration, start->date);
  tj_registration_set_background (registration, (int)start->background);
  tj_registration_set_latest_education (registration,
                                        start->education != NULL ? start->education : "");
  return registration;
}

/**
 * tj_registration_start_check: whether the registration can be made. `error` says what to change.
 */
gboolean
tj_registration_start_check (TjRegistrationStart *start, GError **error)
{
  g_autoptr (TjRegistration) registration = new_registration (start);

  if (tj_entity_get_id (start->youth) == 0)
    return tj_registration_service_check_day (start->context, start->youth, start->date, error);
  return tj_registration_service_check (start->context, registration, error);
}

/**
 * tj_registration_start_write: registers within `change`, and adds the youth if need be. Returns the
 * youth's id; 0 with `error` set.
 */
gint64
tj_registration_start_write (TjRegistrationStart *start, TjChange *change, GError **error)
{
  g_autoptr (TjRegistration) registration = NULL;

  if (!tj_registration_start_check (start, error))
    return 0;
  if (tj_entity_get_id (start->youth) == 0 && tj_youths_insert (change, start->youth, error) == 0)
    return 0;
  registration = new_registration (start);
  return tj_registrations_insert (change, registration, error) != 0
             ? tj_entity_get_id (start->youth)
             : 0;
}
