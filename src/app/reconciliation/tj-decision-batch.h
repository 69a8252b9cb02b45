#pragma once

#include "tj-page.h"

G_BEGIN_DECLS

/* Each as the program proposes, and only what is undecided. */
#define TJ_AS_PROPOSED (-1)

/* How it went: those that could not be decided so stay as they are. */
typedef struct
{
  guint n_decided;
  guint n_refused;
} TjDecisionBatch;

/* `error` says why the first was refused; NULL when none was. */
typedef void (*TjDecisionBatchDone) (TjPage *page,
                                     const TjDecisionBatch *batch,
                                     const GError *error);

void
tj_decision_batch_run (TjPage *page, GPtrArray *chosen, int decision, TjDecisionBatchDone done);

G_END_DECLS
