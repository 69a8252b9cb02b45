/* Puts proposals beside those that wait already. A youth has at most one open proposal of a kind, a
 * weak ground gives way to a better one, and what the coordinator has declined is not asked again
 * while the youth's registration is the same. */

#include "config.h"

#include "tj-proposal-book.h"

#include "tj-proposal-repository.h"

#include <string.h>

struct _TjProposalBook
{
  TjProposalRun run;
  GHashTable *open;     /* youth id → GPtrArray of TjProposal */
  GHashTable *declined; /* the same */
};

static void
add (GHashTable *proposals, TjProposal *proposal)
{
  gpointer id = GSIZE_TO_POINTER ((gsize)tj_proposal_get_youth_id (proposal));
  GPtrArray *list = g_hash_table_lookup (proposals, id);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (proposals, id, list);
    }
  g_ptr_array_add (list, g_object_ref (proposal));
}

static GHashTable *
load (TjStore *store, TjProposalState state, GError **error)
{
  g_autoptr (GPtrArray) list = tj_proposals_list_by_state (store, state, error);
  GHashTable *proposals;

  if (list == NULL)
    return NULL;
  proposals = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  for (guint i = 0; i < list->len; i++)
    add (proposals, list->pdata[i]);
  return proposals;
}

/**
 * tj_proposal_book_new:
 * @run: copied; what it points at is borrowed
 *
 * Reads what was proposed before.
 *
 * Returns: (transfer full): the book, or NULL with an error of the store
 */
TjProposalBook *
tj_proposal_book_new (const TjProposalRun *run, GError **error)
{
  g_autoptr (TjProposalBook) self = g_new0 (TjProposalBook, 1);

  self->run = *run;
  self->open = load (run->store, TJ_PROPOSAL_OPEN, error);
  if (self->open == NULL)
    return NULL;
  self->declined = load (run->store, TJ_PROPOSAL_DECLINED, error);
  return self->declined != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * tj_proposal_book_free:
 *
 * Frees @self.
 */
void
tj_proposal_book_free (TjProposalBook *self)
{
  g_clear_pointer (&self->open, g_hash_table_unref);
  g_clear_pointer (&self->declined, g_hash_table_unref);
  g_free (self);
}

static GPtrArray *
list_of (GHashTable *proposals, gint64 youth_id)
{
  return g_hash_table_lookup (proposals, GSIZE_TO_POINTER ((gsize)youth_id));
}

/* Asked for the same reason by the same kind of list, in this registration, and declined. */
static gboolean
was_declined (TjProposalBook *self, gint64 youth_id, const TjProposalGround *ground)
{
  GPtrArray *list = list_of (self->declined, youth_id);
  TjRegistration *open = tj_register_index_find_open (self->run.index, youth_id);
  TjDate since = open != NULL ? tj_registration_get_registered_on (open) : TJ_DATE_NONE;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      TjProposal *proposal = list->pdata[i];

      if (tj_proposal_get_kind (proposal) == (int)ground->kind
          && tj_proposal_get_reason (proposal) == ground->reason
          && strcmp (tj_proposal_get_source (proposal), self->run.source) == 0
          && tj_proposal_get_proposed_on (proposal) >= since)
        return TRUE;
    }
  return FALSE;
}

static TjProposal *
find_open (TjProposalBook *self, gint64 youth_id, TjProposalKind kind)
{
  GPtrArray *list = list_of (self->open, youth_id);

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (tj_proposal_get_kind (list->pdata[i]) == (int)kind)
      return list->pdata[i];
  return NULL;
}

static void
fill_in (TjProposalBook *self, TjProposal *proposal, const TjProposalGround *ground)
{
  g_object_set (proposal, "kind", ground->kind, "reason", ground->reason, "basis", ground->basis,
                "date", ground->date, "source", self->run.source, "run-id", self->run.run_id,
                "proposed-on", self->run.today, NULL);
}

/* Another list's ground stays unless it was no more than an absence; the same list knows better
 * now than then. */
static gboolean
gives_way (TjProposalBook *self, TjProposal *proposal, const TjProposalGround *ground)
{
  gboolean is_same = tj_proposal_get_reason (proposal) == ground->reason
                     && tj_proposal_get_basis (proposal) == (int)ground->basis;

  if (is_same || ground->basis == TJ_BASIS_ABSENCE)
    return FALSE;
  return tj_proposal_get_basis (proposal) == TJ_BASIS_ABSENCE
         || strcmp (tj_proposal_get_source (proposal), self->run.source) == 0;
}

/**
 * tj_proposal_book_propose:
 *
 * Asks the coordinator, unless it was asked before.
 *
 * Returns: FALSE with an error of the store
 */
gboolean
tj_proposal_book_propose (TjProposalBook *self,
                          gint64 youth_id,
                          const TjProposalGround *ground,
                          GError **error)
{
  TjProposal *before = find_open (self, youth_id, ground->kind);
  g_autoptr (TjProposal) proposal = NULL;

  if (before != NULL)
    {
      if (!gives_way (self, before, ground))
        return TRUE;
      fill_in (self, before, ground);
      return tj_proposals_update (self->run.change, before, error);
    }
  if (was_declined (self, youth_id, ground))
    return TRUE;
  proposal = tj_proposal_new (youth_id);
  fill_in (self, proposal, ground);
  add (self->open, proposal);
  return tj_proposals_insert (self->run.change, proposal, error) != 0;
}

/**
 * tj_proposal_book_lapse:
 *
 * Takes back what this kind of list asked of a youth and nobody has answered: its ground is gone.
 *
 * Returns: FALSE with an error of the store
 */
gboolean
tj_proposal_book_lapse (TjProposalBook *self, gint64 youth_id, GError **error)
{
  GPtrArray *list = list_of (self->open, youth_id);

  for (guint i = 0; list != NULL && i < list->len;)
    {
      TjProposal *proposal = list->pdata[i];

      if (strcmp (tj_proposal_get_source (proposal), self->run.source) != 0)
        {
          i++;
          continue;
        }
      tj_proposal_set_state (proposal, TJ_PROPOSAL_LAPSED);
      if (!tj_proposals_update (self->run.change, proposal, error))
        return FALSE;
      g_ptr_array_remove_index (list, i);
    }
  return TRUE;
}
