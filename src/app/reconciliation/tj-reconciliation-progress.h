#pragma once

#include <adwaita.h>

#include "tj-finding-list.h"

G_BEGIN_DECLS

#define TJ_TYPE_RECONCILIATION_PROGRESS (tj_reconciliation_progress_get_type ())
G_DECLARE_FINAL_TYPE (TjReconciliationProgress,
                      tj_reconciliation_progress,
                      TJ,
                      RECONCILIATION_PROGRESS,
                      AdwBin)

void tj_reconciliation_progress_show_month (TjReconciliationProgress *self,
                                            TjReconciliation *month,
                                            TjDate today);
void tj_reconciliation_progress_show_sums (TjReconciliationProgress *self,
                                           const TjFindingSums *sums);

G_END_DECLS
