#pragma once

#include "tj-proposal.h"
#include "tj-store.h"

G_BEGIN_DECLS

gint64 tj_proposals_insert (TjChange *change, TjProposal *proposal, GError **error);
gboolean tj_proposals_update (TjChange *change, TjProposal *proposal, GError **error);
TjProposal *tj_proposals_load (TjStore *store, gint64 id, GError **error);
GPtrArray *tj_proposals_list (TjStore *store, gint64 youth_id, GError **error);
GPtrArray *tj_proposals_list_by_state (TjStore *store, int state, GError **error);

G_END_DECLS
