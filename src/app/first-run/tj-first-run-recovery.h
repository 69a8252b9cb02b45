#pragma once

#include "tj-first-run-page.h"
#include "tj-secret.h"

G_BEGIN_DECLS

#define TJ_TYPE_FIRST_RUN_RECOVERY (tj_first_run_recovery_get_type ())
G_DECLARE_FINAL_TYPE (TjFirstRunRecovery,
                      tj_first_run_recovery,
                      TJ,
                      FIRST_RUN_RECOVERY,
                      TjFirstRunPage)

void tj_first_run_recovery_show (TjFirstRunRecovery *self, TjSecret *recovery_key);
TjSecret *tj_first_run_recovery_get_key (TjFirstRunRecovery *self);
void tj_first_run_recovery_wipe (TjFirstRunRecovery *self);

G_END_DECLS
