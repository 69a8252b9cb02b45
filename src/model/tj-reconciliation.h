#pragma once

#include "tj-entity.h"

G_BEGIN_DECLS

#define TJ_TYPE_RECONCILIATION (tj_reconciliation_get_type ())
G_DECLARE_FINAL_TYPE (TjReconciliation, tj_reconciliation, TJ, RECONCILIATION, TjEntity)

/* month is its first day; closed-on is TJ_DATE_NONE while it is worked on. figures is JSON: what the next
 * month stands beside. */

TjReconciliation *tj_reconciliation_new (TjDate month);

TjDate tj_reconciliation_get_month (TjReconciliation *self);
TjDate tj_reconciliation_get_meeting_on (TjReconciliation *self);
const char *tj_reconciliation_get_participants (TjReconciliation *self);
TjDate tj_reconciliation_get_made_on (TjReconciliation *self);
TjDate tj_reconciliation_get_closed_on (TjReconciliation *self);
const char *tj_reconciliation_get_figures (TjReconciliation *self);

void tj_reconciliation_set_month (TjReconciliation *self, TjDate month);
void tj_reconciliation_set_meeting_on (TjReconciliation *self, TjDate meeting_on);
void tj_reconciliation_set_participants (TjReconciliation *self, const char *participants);
void tj_reconciliation_set_made_on (TjReconciliation *self, TjDate made_on);
void tj_reconciliation_set_closed_on (TjReconciliation *self, TjDate closed_on);
void tj_reconciliation_set_figures (TjReconciliation *self, const char *figures);

G_END_DECLS
