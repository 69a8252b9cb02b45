#pragma once

#include <adwaita.h>

#include "tj-proposal-service.h"

G_BEGIN_DECLS

#define TJ_TYPE_PROPOSAL_ROW (tj_proposal_row_get_type ())
G_DECLARE_FINAL_TYPE (TjProposalRow, tj_proposal_row, TJ, PROPOSAL_ROW, AdwActionRow)

/* Property: "chosen" (boolean). */

GtkWidget *tj_proposal_row_new (const TjProposalItem *item, TjDate today);
gint64 tj_proposal_row_get_id (TjProposalRow *self);
gboolean tj_proposal_row_get_chosen (TjProposalRow *self);
void tj_proposal_row_set_chosen (TjProposalRow *self, gboolean chosen);

G_END_DECLS
