#pragma once

#include "tj-page.h"

G_BEGIN_DECLS

#define TJ_TYPE_PROPOSAL_LIST (tj_proposal_list_get_type ())
G_DECLARE_FINAL_TYPE (TjProposalList, tj_proposal_list, TJ, PROPOSAL_LIST, AdwBin)

void tj_proposal_list_set_page (TjProposalList *self, TjPage *page);
guint tj_proposal_list_refresh (TjProposalList *self);
void tj_proposal_list_focus (TjProposalList *self);

G_END_DECLS
