/* Agreed follow-ups: set for one youth or several, moved, and done. */

#include "config.h"

#include "tj-follow-up-service.h"

#include <glib/gi18n-lib.h>

#include "tj-follow-up-repository.h"
#include "tj-registration-service.h"
#include "tj-routine.h"
#include "tj-term.h"
#include "tj-open-registration.h"

/**
 * tj_follow_up_service_propose: when to hear again from a youth with this occupation on this day:
 * of studies when the term ends, else as the routine says.
 */
TjDate
tj_follow_up_service_propose (TjContext *context, TjOccupation occupation, TjDate day)
{
  if (occupation == TJ_OCCUPATION_OTHER_STUDIES || occupation == TJ_OCCUPATION_STUDIES_ABROAD)
    return tj_term_end (day);
  return tj_routine_follow_up_after (tj_context_get_routine (context), occupation, day);
}

/**
 * tj_follow_up_service_check: whether the follow-up can be set: the youth is registered, and it is
 * due today or later. `error` says what to change.
 */
gboolean
tj_follow_up_service_check (TjContext *context, TjFollowUp *follow_up, GError **error)
{
  g_autoptr (TjRegistration) registration
      = tj_open_registration_load (context, tj_follow_up_get_youth_id (follow_up), error);

  if (registration == NULL)
    return FALSE;
  if (tj_follow_up_get_due (follow_up) == TJ_DATE_NONE)
    return tj_context_refuse (error, _ ("Give the day of the follow-up."));
  if (tj_follow_up_get_due (follow_up) < tj_context_get_today (context))
    return tj_context_refuse (error,
                              _ ("The day of the follow-up has passed. Give today or a later "
                                 "day."));
  return TRUE;
}

/**
 * tj_follow_up_service_set: sets a follow-up for each youth in one change: all or nothing. `reason`
 * may be empty.
 */
gboolean
tj_follow_up_service_set (TjContext *context,
                          const gint64 *youth_ids,
                          gsize n_youths,
                          TjDate due,
                          const char *reason,
                          GError **error)
{
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (context), "set-follow-up", error);

  for (gsize i = 0; change != NULL && i < n_youths; i++)
    {
      g_autoptr (TjFollowUp) follow_up = tj_follow_up_new (youth_ids[i]);

      tj_follow_up_set_due (follow_up, due);
      tj_follow_up_set_reason (follow_up, reason);
      if (!tj_follow_up_service_check (context, follow_up, error)
          || tj_follow_ups_insert (change, follow_up, error) == 0)
        return FALSE;
    }
  return change != NULL && tj_change_commit (change, error);
}

static gboolean
update (TjContext *context, TjFollowUp *follow_up, const char *action, GError **error)
{
  g_autoptr (TjChange) change = tj_change_begin (tj_context_get_store (context), action, error);

  return change != NULL && tj_follow_ups_update (change, follow_up, error)
         && tj_change_commit (change, error);
}

/**
 * tj_follow_up_service_move: moves an open follow-up to another day. `follow_up` is left as it was.
 */
gboolean
tj_follow_up_service_move (TjContext *context, TjFollowUp *follow_up, TjDate due, GError **error)
{
  g_autoptr (TjFollowUp) moved = tj_entity_copy (follow_up);

  if (tj_follow_up_get_done_on (follow_up) != TJ_DATE_NONE)
    return tj_context_refuse (error, _ ("The follow-up is done already."));
  tj_follow_up_set_due (moved, due);
  return tj_follow_up_service_check (context, moved, error)
         && update (context, moved, "move-follow-up", error);
}

/**
 * tj_follow_up_service_change: checks and writes an open follow-up as it is to be. Refused with
 * TJ_STORE_ERROR_STALE when the row was changed since it was read.
 */
gboolean
tj_follow_up_service_change (TjContext *context, TjFollowUp *follow_up, GError **error)
{
  if (tj_follow_up_get_done_on (follow_up) != TJ_DATE_NONE)
    return tj_context_refuse (error, _ ("The follow-up is done already."));
  return tj_follow_up_service_check (context, follow_up, error)
         && update (context, follow_up, "change-follow-up", error);
}

/**
 * tj_follow_up_service_remove: takes a follow-up that is no longer to be away.
 */
gboolean
tj_follow_up_service_remove (TjContext *context, gint64 id, GError **error)
{
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (context), "remove-follow-up", error);

  return change != NULL && tj_follow_ups_delete (change, id, error)
         && tj_change_commit (change, error);
}

/**
 * tj_follow_up_service_done: notes that a follow-up was done on a day, today or earlier. `follow_up`
 * is left as it was.
 */
gboolean
tj_follow_up_service_done (TjContext *context,
                           TjFollowUp *follow_up,
                           TjDate done_on,
                           GError **error)
{
  g_autoptr (TjFollowUp) done = tj_entity_copy (follow_up);

  if (tj_follow_up_get_done_on (follow_up) != TJ_DATE_NONE)
    return tj_context_refuse (error, _ ("The follow-up is done already."));
  if (done_on == TJ_DATE_NONE || done_on > tj_context_get_today (context))
    return tj_context_refuse (error, _ ("The day it was done lies ahead."));
  tj_follow_up_set_done_on (done, done_on);
  return update (context, done, "do-follow-up", error);
}
