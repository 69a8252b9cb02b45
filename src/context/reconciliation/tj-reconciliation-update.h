#pragma once

#include "tj-reconciliation-input.h"
#include "tj-reconciliation.h"

G_BEGIN_DECLS

gboolean tj_reconciliation_update (TjContext *context,
                                   TjChange *change,
                                   TjReconciliation *month,
                                   TjReconciliationInput *input,
                                   const GArray *findings,
                                   GError **error);

G_END_DECLS
