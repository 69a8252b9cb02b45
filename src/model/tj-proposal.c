/* What a list gives reason to do with a youth's registration, kept until the coordinator has answered: no
 * list deregisters anybody by itself. */

#include "config.h"

#include "tj-proposal.h"

#include "tj-entity-private.h"

#define Self TjProposal
#define PREFIX tj_proposal
#define FIELDS(FIELD)                                                                              \
  FIELD (NUMBER, youth_id, "youth-id", NULL)                                                       \
  FIELD (CODE, kind, "kind", &tj_proposal_kinds)                                                   \
  FIELD (OPTIONAL_CODE, reason, "reason", &tj_deregistrations)                                     \
  FIELD (DATE, date, "date", NULL)                                                                 \
  FIELD (TEXT, source, "source", NULL)                                                             \
  FIELD (CODE, basis, "basis", &tj_bases)                                                          \
  FIELD (NUMBER, run_id, "run-id", NULL)                                                           \
  FIELD (DATE, proposed_on, "proposed-on", NULL)                                                   \
  FIELD (CODE, state, "state", &tj_proposal_states)

struct _TjProposal
{
  TjEntity parent_instance;
  FIELDS (TJ_FIELD_MEMBER)
};

G_DEFINE_TYPE (TjProposal, tj_proposal, TJ_TYPE_ENTITY)
TJ_DEFINE_FIELDS

static void
tj_proposal_class_init (TjProposalClass *klass)
{
  tj_entity_class_install_fields (TJ_ENTITY_CLASS (klass), fields, N_FIELDS);
}

static void
tj_proposal_init (TjProposal *self)
{
  tj_entity_init_fields (TJ_ENTITY (self));
}

/**
 * tj_proposal_new:
 * @youth_id: whose it is
 *
 * Returns: (transfer full): one that is not yet in the register
 */
TjProposal *
tj_proposal_new (gint64 youth_id)
{
  return g_object_new (TJ_TYPE_PROPOSAL, "youth-id", youth_id, NULL);
}
