#pragma once

#include <adwaita.h>

#include "tj-reconciliation-service.h"

G_BEGIN_DECLS

#define TJ_TYPE_RECONCILIATION_HISTORY_VIEW (tj_reconciliation_history_view_get_type ())
G_DECLARE_FINAL_TYPE (TjReconciliationHistoryView,
                      tj_reconciliation_history_view,
                      TJ,
                      RECONCILIATION_HISTORY_VIEW,
                      AdwBin)

/* Signals: "month-chosen" with a TjDate. */
void tj_reconciliation_history_view_show (TjReconciliationHistoryView *self, TjContext *context);

G_END_DECLS
