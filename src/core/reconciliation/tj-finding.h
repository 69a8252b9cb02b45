#pragma once

#include "tj-codes.h"
#include "tj-ike.h"

G_BEGIN_DECLS

/* Something the month's lists say of a pupil that the reconciliation meeting has to know. */
typedef struct
{
  TjFindingKind kind;
  guint pupil;       /* an index, as the next two */
  int enrolment;     /* -1 for none */
  int line;          /* -1 for none */
  gint64 amount_ore; /* at stake in the month: what should not be paid, or what is not yet asked */
  TjDecision proposal;
} TjFinding;

GArray *tj_reconcile (const TjIkePupil *pupils, guint n_pupils, const TjIkeRules *rules);
char *
tj_finding_describe (const TjFinding *finding, const TjIkePupil *pupils, const TjIkeRules *rules);

G_END_DECLS
