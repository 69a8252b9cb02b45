/* What lists propose to do with registrations, and what was answered. */

#include "config.h"

#include "tj-proposal-repository.h"

#include "tj-change-private.h"

/**
 * tj_proposals_insert:
 * @proposal: a new one; it is told its id
 *
 * Adds a proposal to the register.
 *
 * Returns: its id, or 0 with a #TjStoreError
 */
gint64
tj_proposals_insert (TjChange *change, TjProposal *proposal, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_PROPOSAL (proposal), 0);

  return tj_change_insert (change, &tj_table_proposal, proposal, error)
             ? tj_entity_get_id (proposal)
             : 0;
}

/**
 * tj_proposals_update:
 * @proposal: one of the register, as it is to be
 *
 * Writes what differs.
 *
 * Returns: whether the register has it so; %TJ_STORE_ERROR_NOT_FOUND when it is not there
 */
gboolean
tj_proposals_update (TjChange *change, TjProposal *proposal, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_PROPOSAL (proposal), FALSE);

  return tj_change_update (change, &tj_table_proposal, proposal, error);
}

/**
 * tj_proposals_load:
 *
 * Returns: (transfer full): the one with this id, or NULL with %TJ_STORE_ERROR_NOT_FOUND or
 *   another #TjStoreError
 */
TjProposal *
tj_proposals_load (TjStore *store, gint64 id, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  return tj_table_load (&tj_table_proposal, store->connection, id, error);
}

/**
 * tj_proposals_list:
 *
 * Returns: (transfer container) (element-type TjProposal): all of a youth, in order of day; NULL
 *   with a #TjStoreError
 */
GPtrArray *
tj_proposals_list (TjStore *store, gint64 youth_id, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  return tj_table_list (&tj_table_proposal, store->connection, youth_id, error);
}

/**
 * tj_proposals_list_by_state:
 * @state: a #TjProposalState
 *
 * Returns: (transfer container) (element-type TjProposal): everybody's proposals in that state, the
 *   oldest first; NULL with a #TjStoreError
 */
GPtrArray *
tj_proposals_list_by_state (TjStore *store, int state, GError **error)
{
  g_autoptr (GPtrArray) proposals = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TjStatement) select = NULL;
  g_autofree char *sql = NULL;

  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  sql = g_strdup_printf ("SELECT %s FROM proposal WHERE state = ? ORDER BY id",
                         tj_table_prepare (&tj_table_proposal)->columns);
  select = tj_statement_new (store->connection, sql, error);
  if (select == NULL)
    return NULL;
  tj_statement_bind_text (select, 1, tj_code_word (&tj_proposal_states, state));
  return tj_table_read_all (&tj_table_proposal, select, proposals, error)
             ? g_steal_pointer (&proposals)
             : NULL;
}
