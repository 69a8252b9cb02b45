#pragma once

#include "tj-reconciliation-input.h"
#include "tj-reconciliation.h"

G_BEGIN_DECLS

gboolean tj_reconciliation_update (TjContext *context,
                                   TjChange *change,
                                   TjReconciliation *month,
                                   TjReconciliationInput *input,
                                   const GArray *findings,
                                   gboolean *is_changed,
                                   GError **error);

void tj_reconciliation_drop_asked (TjReconciliationInput *input, GArray *findings);

G_END_DECLS
