#pragma once

#include "tj-entity.h"

G_BEGIN_DECLS

#define TJ_TYPE_PROPOSAL (tj_proposal_get_type ())
G_DECLARE_FINAL_TYPE (TjProposal, tj_proposal, TJ, PROPOSAL, TjEntity)

/* reason is a TjDeregistration, -1 for a proposal to register. date is the day it would count from,
 * source the list it came with and basis what it rests on. */

TjProposal *tj_proposal_new (gint64 youth_id);

gint64 tj_proposal_get_youth_id (TjProposal *self);
int tj_proposal_get_kind (TjProposal *self);
int tj_proposal_get_reason (TjProposal *self);
TjDate tj_proposal_get_date (TjProposal *self);
const char *tj_proposal_get_source (TjProposal *self);
int tj_proposal_get_basis (TjProposal *self);
gint64 tj_proposal_get_run_id (TjProposal *self);
TjDate tj_proposal_get_proposed_on (TjProposal *self);
int tj_proposal_get_state (TjProposal *self);

void tj_proposal_set_youth_id (TjProposal *self, gint64 youth_id);
void tj_proposal_set_kind (TjProposal *self, int kind);
void tj_proposal_set_reason (TjProposal *self, int reason);
void tj_proposal_set_date (TjProposal *self, TjDate date);
void tj_proposal_set_source (TjProposal *self, const char *source);
void tj_proposal_set_basis (TjProposal *self, int basis);
void tj_proposal_set_run_id (TjProposal *self, gint64 run_id);
void tj_proposal_set_proposed_on (TjProposal *self, TjDate proposed_on);
void tj_proposal_set_state (TjProposal *self, int state);

G_END_DECLS
