/* The yearly purge (förordning 2006:39 § 7): a proposal to look through, and then the deed, which
 * cannot be undone. */

#include "config.h"

#include "tj-purge-service.h"

#include <glib/gi18n-lib.h>

#include "tj-audit.h"
#include "tj-draft.h"
#include "tj-registration-repository.h"
#include "tj-youth-repository.h"

/**
 * tj_purge_candidate_free: frees a candidate.
 */
void
tj_purge_candidate_free (TjPurgeCandidate *candidate)
{
  g_free (candidate->personal_number);
  g_free (candidate->name);
  g_free (candidate);
}

static gboolean
check_year (TjContext *context, guint year, GError **error)
{
  int this_year;

  tj_date_get (tj_context_get_today (context), &this_year, NULL, NULL);
  return year <= (guint)this_year
         || tj_context_refuse (error, _ ("The year lies ahead: its purge is not due yet."));
}

static gboolean
is_registered (TjStore *store, gint64 id, gboolean *is, GError **error)
{
  g_autoptr (GPtrArray) registrations = tj_registrations_list (store, id, error);

  *is = FALSE;
  for (guint i = 0; registrations != NULL && i < registrations->len; i++)
    *is = *is || tj_registration_is_open (registrations->pdata[i]);
  return registrations != NULL;
}

static TjPurgeCandidate *
new_candidate (TjStore *store, gint64 id, GError **error)
{
  g_autoptr (TjYouth) youth = tj_youths_load (store, id, error);
  g_autoptr (TjPurgeCandidate) candidate = g_new0 (TjPurgeCandidate, 1);

  if (youth == NULL || !is_registered (store, id, &candidate->is_registered, error))
    return NULL;
  candidate->youth_id = id;
  candidate->is_protected = tj_youth_is_protected (youth);
  candidate->personal_number
      = g_strdup (candidate->is_protected ? "" : tj_youth_get_personal_number (youth));
  candidate->name
      = candidate->is_protected ? g_strdup (_ ("Protected person")) : tj_youth_dup_name (youth);
  return g_steal_pointer (&candidate);
}

/**
 * tj_purge_service_propose: those who are to be gone by 31 December of `year`, which is not ahead:
 * who turn 21 in it or did before. Returns a new array of TjPurgeCandidate that owns its elements;
 * NULL with `error` set.
 */
GPtrArray *
tj_purge_service_propose (TjContext *context, guint year, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  g_autoptr (GPtrArray) candidates
      = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_purge_candidate_free);
  g_autoptr (GArray) ids = NULL;

  if (!check_year (context, year, error) || (ids = tj_purge_find (store, year, error)) == NULL
      || !tj_audit_log (store, "purge-proposal", 0, NULL, error))
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      TjPurgeCandidate *candidate = new_candidate (store, g_array_index (ids, gint64, i), error);

      if (candidate == NULL)
        return NULL;
      g_ptr_array_add (candidates, candidate);
    }
  return g_steal_pointer (&candidates);
}

/**
 * tj_purge_service_run: purges the candidates: their rows in every table, drafts about them, all
 * that could be undone, and what is left in free space. Returns the protocol, which names nobody
 * and is kept; NULL with `error` set.
 */
TjPurgeProtocol *
tj_purge_service_run (TjContext *context, guint year, GPtrArray *candidates, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!check_year (context, year, error))
    return NULL;
  for (guint i = 0; i < candidates->len; i++)
    g_array_append_val (ids, ((TjPurgeCandidate *)candidates->pdata[i])->youth_id);
  if (!tj_draft_discard_youths (context, (const gint64 *)ids->data, ids->len, error))
    return NULL;
  return tj_purge_run (tj_context_get_store (context), year, tj_context_get_today (context),
                       (const gint64 *)ids->data, ids->len, error);
}
