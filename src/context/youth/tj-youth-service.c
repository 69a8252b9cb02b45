/* Who a youth is: name, number, address, how to reach her, and the marking that protects all
 * of it. A protected person is shown only for a stated reason, which is logged. */

#include "config.h"

#include "tj-youth-service.h"

#include <glib/gi18n-lib.h>

#include "tj-audit.h"
#include "tj-reach.h"
#include "tj-youth-repository.h"

/**
 * tj_youth_service_check_number: whether `text` can be the number of the youth (0: of a new one): a
 * right number that nobody else has or had. Fills `number`. `error` says what to change.
 */
gboolean
tj_youth_service_check_number (TjContext *context,
                               gint64 youth_id,
                               const char *text,
                               TjPersonalNumber *number,
                               GError **error)
{
  TjNumberProblem problem = tj_personal_number_parse (text, tj_context_get_today (context), number);
  g_autoptr (GError) failure = NULL;
  gint64 owner;

  if (problem != TJ_NUMBER_OK)
    return tj_context_refuse (error, tj_number_problem_message (problem));
  owner = tj_youths_find (tj_context_get_store (context), number->text, &failure);
  if (g_error_matches (failure, TJ_STORE_ERROR, TJ_STORE_ERROR_NOT_FOUND) || owner == youth_id)
    return TRUE;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return tj_context_refuse (error, _ ("The number belongs to somebody else in the register. Merge "
                                      "the two instead."));
}

/**
 * tj_youth_service_check: whether the youth can be kept as she is to be: has a name and a number of
 * her own, and a phone number and an e-mail address that can be such. `error` says what to change.
 */
gboolean
tj_youth_service_check (TjContext *context, TjYouth *youth, GError **error)
{
  TjPersonalNumber number;

  if (*tj_youth_get_given_name (youth) == '\0' || *tj_youth_get_family_name (youth) == '\0')
    return tj_context_refuse (error, _ ("The name is missing."));
  if (*tj_youth_get_phone (youth) != '\0' && !tj_phone_is_plausible (tj_youth_get_phone (youth)))
    return tj_context_refuse (error, _ ("This is not a phone number."));
  if (*tj_youth_get_email (youth) != '\0' && !tj_email_is_plausible (tj_youth_get_email (youth)))
    return tj_context_refuse (error, _ ("This is not an e-mail address."));
  return tj_youth_service_check_number (context, tj_entity_get_id (youth),
                                        tj_youth_get_personal_number (youth), &number, error);
}

/**
 * tj_youth_service_change: checks and writes a youth as she is to be; a number that is replaced is
 * kept among the earlier ones. Refused with TJ_STORE_ERROR_STALE when the row was changed since it
 * was read.
 */
gboolean
tj_youth_service_change (TjContext *context, TjYouth *youth, GError **error)
{
  g_autoptr (TjChange) change = NULL;

  if (!tj_youth_service_check (context, youth, error))
    return FALSE;
  change = tj_change_begin (tj_context_get_store (context), "change-youth", error);
  return change != NULL && tj_youths_update (change, youth, error)
         && tj_change_commit (change, error);
}

/**
 * tj_youth_service_unlock: logs that a protected person is to be shown, and why. Nothing may be shown
 * when it fails.
 */
gboolean
tj_youth_service_unlock (TjContext *context, gint64 youth_id, const char *reason, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (reason));

  if (*stripped == '\0')
    return tj_context_refuse (error, _ ("Say why the person has to be shown."));
  return tj_audit_log (tj_context_get_store (context), "unlock-protected", youth_id, stripped,
                       error);
}
