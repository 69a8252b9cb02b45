#pragma once

#include "tj-codes.h"
#include "tj-import-source.h"

G_BEGIN_DECLS

/* What an import wants to ask the coordinator about registrations, beside what was asked before. */
typedef struct _TjProposalBook TjProposalBook;

/* What is proposed and why. */
typedef struct
{
  TjProposalKind kind;
  int reason; /* TjDeregistration, -1 for a registration */
  TjBasis basis;
  TjDate date; /* from when it would count */
} TjProposalGround;

TjProposalBook *tj_proposal_book_new (TjImportJob *job, GError **error);
void tj_proposal_book_free (TjProposalBook *self);
gboolean tj_proposal_book_propose (TjProposalBook *self,
                                   gint64 youth_id,
                                   const TjProposalGround *ground,
                                   GError **error);
gboolean tj_proposal_book_lapse (TjProposalBook *self, gint64 youth_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjProposalBook, tj_proposal_book_free)

G_END_DECLS
