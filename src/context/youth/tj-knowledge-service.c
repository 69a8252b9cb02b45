/* Knowledge of a youth's occupation that came without contact, kept apart from contacts: who was
 * found at a school through a register has not been contacted. */

#include "config.h"

#include "tj-knowledge-service.h"

#include <glib/gi18n-lib.h>

#include "tj-follow-up-service.h"
#include "tj-knowledge-repository.h"
#include "tj-registration-service.h"
#include "tj-open-registration.h"

/**
 * tj_knowledge_service_propose_valid_until: until when the routine says this may be relied on.
 */
TjDate
tj_knowledge_service_propose_valid_until (TjContext *context, TjKnowledge *knowledge)
{
  return tj_follow_up_service_propose (context, tj_knowledge_get_occupation (knowledge),
                                       tj_knowledge_get_date (knowledge));
}

/**
 * tj_knowledge_service_check: whether it can be kept: the youth is registered, the day lies within
 * the registration and not ahead, and the last day it holds is not before. `error` says what to
 * change.
 */
gboolean
tj_knowledge_service_check (TjContext *context, TjKnowledge *knowledge, GError **error)
{
  g_autoptr (TjRegistration) registration
      = tj_open_registration_load (context, tj_knowledge_get_youth_id (knowledge), error);
  TjDate date = tj_knowledge_get_date (knowledge);
  TjDate valid_until = tj_knowledge_get_valid_until (knowledge);

  if (registration == NULL)
    return FALSE;
  if (date == TJ_DATE_NONE)
    return tj_context_refuse (error, _ ("Give the day it was known."));
  if (date > tj_context_get_today (context))
    return tj_context_refuse (error, _ ("The day it was known lies ahead."));
  if (date < tj_registration_get_registered_on (registration))
    return tj_context_refuse (error, _ ("It is dated before the registration. Check the date."));
  if (valid_until != TJ_DATE_NONE && valid_until < date)
    return tj_context_refuse (error, _ ("It holds until a day before it was known."));
  return TRUE;
}

/**
 * tj_knowledge_service_log: checks and keeps it in one change. Without valid-until it holds for as
 * long as the routine says.
 */
gboolean
tj_knowledge_service_log (TjContext *context, TjKnowledge *knowledge, GError **error)
{
  g_autoptr (TjChange) change = NULL;

  if (!tj_knowledge_service_check (context, knowledge, error))
    return FALSE;
  change = tj_change_begin (tj_context_get_store (context), "log-knowledge", error);
  return change != NULL && tj_knowledge_insert (change, knowledge, error) != 0
         && tj_change_commit (change, error);
}

/**
 * tj_knowledge_service_change: checks and writes knowledge of the register as it is to be. Refused
 * with TJ_STORE_ERROR_STALE when the row was changed since it was read.
 */
gboolean
tj_knowledge_service_change (TjContext *context, TjKnowledge *knowledge, GError **error)
{
  g_autoptr (TjChange) change = NULL;

  if (!tj_knowledge_service_check (context, knowledge, error))
    return FALSE;
  change = tj_change_begin (tj_context_get_store (context), "change-knowledge", error);
  return change != NULL && tj_knowledge_update (change, knowledge, error)
         && tj_change_commit (change, error);
}

/**
 * tj_knowledge_service_remove: takes it away when it was written by mistake.
 */
gboolean
tj_knowledge_service_remove (TjContext *context, gint64 id, GError **error)
{
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (context), "remove-knowledge", error);

  return change != NULL && tj_knowledge_delete (change, id, error)
         && tj_change_commit (change, error);
}
