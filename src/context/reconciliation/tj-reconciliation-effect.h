#pragma once

#include "tj-reconciliation-service.h"

G_BEGIN_DECLS

/* What a decision does in the register besides being written down. */

TjDate tj_reconciliation_effect_get_start (TjContext *context, TjReconciliationItem *item);
gboolean tj_reconciliation_effect_check (TjContext *context,
                                         TjReconciliationItem *item,
                                         const TjReconciliationDecision *decision,
                                         GError **error);
gboolean tj_reconciliation_effect_write (TjContext *context,
                                         TjChange *change,
                                         TjReconciliationItem *item,
                                         const TjReconciliationDecision *decision,
                                         GError **error);
gboolean tj_reconciliation_effect_tick_off (TjContext *context,
                                            TjChange *change,
                                            TjReconciliationItem *item,
                                            GError **error);

G_END_DECLS
