#pragma once

#include "tj-codes.h"
#include "tj-register-index.h"
#include "tj-undo.h"

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

/* Whose proposals they are: the run of one list, whose change takes what is proposed. */
typedef struct
{
  TjStore *store;
  TjChange *change;
  TjRegisterIndex *index;
  const char *source; /* the list's word */
  gint64 run_id;
  TjDate today;
} TjProposalRun;

TjProposalBook *tj_proposal_book_new (const TjProposalRun *run, GError **error);
void tj_proposal_book_free (TjProposalBook *self);
gboolean tj_proposal_book_propose (TjProposalBook *self,
                                   gint64 youth_id,
                                   const TjProposalGround *ground,
                                   GError **error);
gboolean tj_proposal_book_lapse (TjProposalBook *self, gint64 youth_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjProposalBook, tj_proposal_book_free)

G_END_DECLS
