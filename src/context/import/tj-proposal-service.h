#pragma once

#include "tj-context.h"
#include "tj-proposal.h"

G_BEGIN_DECLS

/* A proposal that waits for the coordinator, with whom it is about. */
typedef struct
{
  TjProposal *proposal;
  char *personal_number; /* "" for a protected person */
  char *name;            /* "Skyddad person" for a protected one */
  gboolean is_protected;
} TjProposalItem;

void tj_proposal_item_free (TjProposalItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjProposalItem, tj_proposal_item_free)

GPtrArray *tj_proposal_service_list (TjContext *context, GError **error);
gboolean tj_proposal_service_count (TjContext *context, guint *n, GError **error);
gboolean tj_proposal_service_accept (TjContext *context,
                                     const gint64 *ids,
                                     gsize n_ids,
                                     guint *n_accepted,
                                     GError **error);
gboolean tj_proposal_service_accept_all (TjContext *context, guint *n_accepted, GError **error);
gboolean
tj_proposal_service_decline (TjContext *context, const gint64 *ids, gsize n_ids, GError **error);

G_END_DECLS
