/* Somebody who comes into the register by hand: who no list has named yet, but a colleague, a school
 * or the youth has. Youth and registration are one change. */

#include "config.h"

#include "tj-arrival-service.h"

#include <glib/gi18n-lib.h>

#include "tj-case-number.h"
#include "tj-reach.h"
#include "tj-registration-repository.h"
#include "tj-registration-service.h"
#include "tj-registration-start.h"
#include "tj-youth-repository.h"

static gboolean
parse_number (TjContext *context, const char *text, TjPersonalNumber *number)
{
  return tj_personal_number_parse (text, tj_context_get_today (context), number) == TJ_NUMBER_OK;
}

/**
 * tj_arrival_service_dup_listed: who has the number by the population register's list, as a youth
 * that is not in the register; a new reference. NULL when the number is none, the register has it,
 * or the list does not, or says that the person has moved.
 */
TjYouth *
tj_arrival_service_dup_listed (TjContext *context, const char *text)
{
  g_auto (TjRegistrationStart) start = { 0 };
  TjPersonalNumber number;

  if (!parse_number (context, text, &number)
      || !tj_registration_start_load (&start, context, number.text, NULL)
      || tj_entity_get_id (start.youth) != 0)
    return NULL;
  return g_object_ref (start.youth);
}

static gboolean
refuse_known (gint64 youth_id, const char **field, GError **error)
{
  g_autofree char *case_number = tj_case_number_format (youth_id);
  g_autofree char *message = g_strdup_printf (
      _ ("The register has this number already, as %s. Open that youth and register there."),
      case_number);

  return tj_context_refuse_field (field, "personal-number", error, message);
}

static gboolean
check_number (TjContext *context, TjYouth *youth, const char **field, GError **error)
{
  TjPersonalNumber number;
  TjNumberProblem problem = tj_personal_number_parse (tj_youth_get_personal_number (youth),
                                                      tj_context_get_today (context), &number);
  gint64 owner;

  if (problem != TJ_NUMBER_OK)
    return tj_context_refuse_field (field, "personal-number", error,
                                    tj_number_problem_message (problem));
  owner = tj_youths_find (tj_context_get_store (context), number.text, NULL);
  return owner == 0 || refuse_known (owner, field, error);
}

/**
 * tj_arrival_service_check: whether a youth who is not in the register can be registered: has a name
 * and a right number that nobody in the register has, details that can be such, has not turned 20,
 * and the day is not ahead. `error` says what to change and `field` (or NULL) which property is at
 * fault.
 */
gboolean
tj_arrival_service_check (TjContext *context,
                          TjYouth *youth,
                          TjRegistration *registration,
                          const char **field,
                          GError **error)
{
  if (!check_number (context, youth, field, error))
    return FALSE;
  if (*tj_youth_get_given_name (youth) == '\0')
    return tj_context_refuse_field (field, "given-name", error, _ ("The name is missing."));
  if (*tj_youth_get_family_name (youth) == '\0')
    return tj_context_refuse_field (field, "family-name", error, _ ("The name is missing."));
  if (*tj_youth_get_phone (youth) != '\0' && !tj_phone_is_plausible (tj_youth_get_phone (youth)))
    return tj_context_refuse_field (field, "phone", error, _ ("This is not a phone number."));
  if (*tj_youth_get_email (youth) != '\0' && !tj_email_is_plausible (tj_youth_get_email (youth)))
    return tj_context_refuse_field (field, "email", error, _ ("This is not an e-mail address."));
  if (field != NULL)
    *field = "registered-on";
  return tj_registration_service_check_day (
      context, youth, tj_registration_get_registered_on (registration), error);
}

/**
 * tj_arrival_service_register: checks, and adds the youth with the registration in one change. The
 * two are given their ids. Returns the youth's; 0 with `error` set.
 */
gint64
tj_arrival_service_register (TjContext *context,
                             TjYouth *youth,
                             TjRegistration *registration,
                             GError **error)
{
  g_autoptr (TjChange) change = NULL;

  if (!tj_arrival_service_check (context, youth, registration, NULL, error))
    return 0;
  change = tj_change_begin (tj_context_get_store (context), "register", error);
  if (change == NULL || tj_youths_insert (change, youth, error) == 0)
    return 0;
  tj_registration_set_youth_id (registration, tj_entity_get_id (youth));
  if (tj_registrations_insert (change, registration, error) == 0
      || !tj_change_commit (change, error))
    return 0;
  return tj_entity_get_id (youth);
}
