/* What lists propose to do with registrations, and the coordinator's answer. Nothing is done before
 * it; a yes may be to the whole lot and is one change, to be undone as one. */

#include "config.h"

#include "tj-proposal-service.h"

#include <glib/gi18n-lib.h>

#include "tj-proposal-repository.h"
#include "tj-registration-ending.h"
#include "tj-registration-repository.h"
#include "tj-registration-service.h"
#include "tj-youth-repository.h"

#define ENDS_AT_AGE 20

/**
 * tj_proposal_item_free: frees one of tj_proposal_service_list().
 */
void
tj_proposal_item_free (TjProposalItem *item)
{
  g_clear_object (&item->proposal);
  g_free (item->personal_number);
  g_free (item->name);
  g_free (item);
}

static TjProposalItem *
new_item (TjContext *context, TjProposal *proposal, GError **error)
{
  g_autoptr (TjYouth) youth
      = tj_youths_load (tj_context_get_store (context), tj_proposal_get_youth_id (proposal), error);
  TjProposalItem *item = NULL;

  if (youth == NULL)
    return NULL;
  item = g_new0 (TjProposalItem, 1);
  item->proposal = g_object_ref (proposal);
  item->is_protected = tj_youth_is_protected (youth);
  item->personal_number = g_strdup (item->is_protected ? "" : tj_youth_get_personal_number (youth));
  item->name = item->is_protected ? g_strdup (_ ("Protected person")) : tj_youth_dup_name (youth);
  return item;
}

/**
 * tj_proposal_service_list: what waits for an answer, the oldest first. Returns a new array of
 * TjProposalItem that owns its elements; NULL with `error` set.
 */
GPtrArray *
tj_proposal_service_list (TjContext *context, GError **error)
{
  g_autoptr (GPtrArray) open
      = tj_proposals_list_by_state (tj_context_get_store (context), TJ_PROPOSAL_OPEN, error);
  g_autoptr (GPtrArray) items
      = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_proposal_item_free);

  for (guint i = 0; open != NULL && i < open->len; i++)
    {
      TjProposalItem *item = new_item (context, open->pdata[i], error);

      if (item == NULL)
        return NULL;
      g_ptr_array_add (items, item);
    }
  return open != NULL ? g_steal_pointer (&items) : NULL;
}

/**
 * tj_proposal_service_count: how many wait for an answer.
 */
gboolean
tj_proposal_service_count (TjContext *context, guint *n, GError **error)
{
  g_autoptr (GPtrArray) open
      = tj_proposals_list_by_state (tj_context_get_store (context), TJ_PROPOSAL_OPEN, error);

  if (open != NULL)
    *n = open->len;
  return open != NULL;
}

static gboolean
set_state (TjChange *change, TjProposal *proposal, TjProposalState state, GError **error)
{
  tj_proposal_set_state (proposal, state);
  return tj_proposals_update (change, proposal, error);
}

static gboolean
has_open_registration (TjContext *context, gint64 youth_id, gboolean *has, GError **error)
{
  g_autoptr (GPtrArray) list
      = tj_registrations_list (tj_context_get_store (context), youth_id, error);

  *has = FALSE;
  for (guint i = 0; list != NULL && i < list->len; i++)
    *has |= tj_registration_is_open (list->pdata[i]);
  return list != NULL;
}

static gboolean
has_turned_twenty (TjContext *context, gint64 youth_id)
{
  g_autoptr (TjYouth) youth = tj_youths_load (tj_context_get_store (context), youth_id, NULL);
  TjDate birth = youth != NULL ? tj_youth_get_birth (youth) : TJ_DATE_NONE;

  return birth != TJ_DATE_NONE
         && tj_date_age (birth, tj_context_get_today (context)) >= ENDS_AT_AGE;
}

/* On the proposed day or, when something happened after it, on the day of that. */
static gboolean
deregister_youth (TjContext *context, TjChange *change, TjProposal *proposal, GError **error)
{
  g_auto (TjRegistrationEnding) ending
      = { .reason = (TjDeregistration)tj_proposal_get_reason (proposal) };

  if (!tj_registration_ending_load (&ending, context, tj_proposal_get_youth_id (proposal), error))
    return FALSE;
  ending.date = MAX (tj_proposal_get_date (proposal),
                     tj_registration_get_registered_on (ending.registration));
  ending.date = MAX (ending.date, ending.latest_event);
  return tj_registration_ending_check (&ending, TRUE, error)
         && tj_registration_ending_write (&ending, change, error);
}

/* Registered again from today: the day of the list may lie in an earlier registration. */
static gboolean
register_youth (TjContext *context, TjChange *change, TjProposal *proposal, GError **error)
{
  g_autoptr (TjRegistration) registration
      = tj_registration_new (tj_proposal_get_youth_id (proposal));

  tj_registration_set_registered_on (registration, tj_context_get_today (context));
  return tj_registration_service_check (context, registration, error)
         && tj_registrations_insert (change, registration, error) != 0;
}

/* What somebody has done by hand in the meantime is not done again: the proposal lapses. */
static gboolean
accept_one (TjContext *context,
            TjChange *change,
            TjProposal *proposal,
            guint *n_accepted,
            GError **error)
{
  gint64 youth_id = tj_proposal_get_youth_id (proposal);
  gboolean ends = tj_proposal_get_kind (proposal) == TJ_PROPOSAL_DEREGISTER;
  gboolean is_open;

  if (!has_open_registration (context, youth_id, &is_open, error))
    return FALSE;
  if (ends != is_open || (!ends && has_turned_twenty (context, youth_id)))
    return set_state (change, proposal, TJ_PROPOSAL_LAPSED, error);
  if (ends ? !deregister_youth (context, change, proposal, error)
           : !register_youth (context, change, proposal, error))
    return FALSE;
  (*n_accepted)++;
  return set_state (change, proposal, TJ_PROPOSAL_ACCEPTED, error);
}

static TjProposal *
load_open (TjContext *context, gint64 id, GError **error)
{
  g_autoptr (TjProposal) proposal = tj_proposals_load (tj_context_get_store (context), id, error);

  if (proposal == NULL)
    return NULL;
  if (tj_proposal_get_state (proposal) != TJ_PROPOSAL_OPEN)
    {
      tj_context_refuse (error, _ ("The proposal has been answered already."));
      return NULL;
    }
  return g_steal_pointer (&proposal);
}

/**
 * tj_proposal_service_accept: does what these propose, all in one change or none. A deregistration
 * counts from the proposed day, or from the latest contact or measure after it; measures that are
 * open end with it. One that no longer applies lapses and is not counted in `n_accepted`.
 */
gboolean
tj_proposal_service_accept (TjContext *context,
                            const gint64 *ids,
                            gsize n_ids,
                            guint *n_accepted,
                            GError **error)
{
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (context), "accept-proposals", error);
  guint n = 0;

  if (change == NULL)
    return FALSE;
  for (gsize i = 0; i < n_ids; i++)
    {
      g_autoptr (TjProposal) proposal = load_open (context, ids[i], error);

      if (proposal == NULL || !accept_one (context, change, proposal, &n, error))
        return FALSE;
    }
  if (!tj_change_commit (change, error))
    return FALSE;
  *n_accepted = n;
  return TRUE;
}

/**
 * tj_proposal_service_accept_all: a yes to all that wait, as tj_proposal_service_accept().
 */
gboolean
tj_proposal_service_accept_all (TjContext *context, guint *n_accepted, GError **error)
{
  g_autoptr (GPtrArray) open
      = tj_proposals_list_by_state (tj_context_get_store (context), TJ_PROPOSAL_OPEN, error);
  g_autofree gint64 *ids = NULL;

  if (open == NULL)
    return FALSE;
  *n_accepted = 0;
  if (open->len == 0)
    return TRUE;
  ids = g_new (gint64, open->len);
  for (guint i = 0; i < open->len; i++)
    ids[i] = tj_entity_get_id (open->pdata[i]);
  return tj_proposal_service_accept (context, ids, open->len, n_accepted, error);
}

/**
 * tj_proposal_service_decline: a no to these, in one change. The same list does not ask again for
 * the same reason while the registration lasts.
 */
gboolean
tj_proposal_service_decline (TjContext *context, const gint64 *ids, gsize n_ids, GError **error)
{
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (context), "decline-proposal", error);

  if (change == NULL)
    return FALSE;
  for (gsize i = 0; i < n_ids; i++)
    {
      g_autoptr (TjProposal) proposal = load_open (context, ids[i], error);

      if (proposal == NULL || !set_state (change, proposal, TJ_PROPOSAL_DECLINED, error))
        return FALSE;
    }
  return tj_change_commit (change, error);
}
