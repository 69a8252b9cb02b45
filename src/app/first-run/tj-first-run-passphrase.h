#pragma once

#include "tj-first-run-page.h"
#include "tj-secret.h"

G_BEGIN_DECLS

#define TJ_TYPE_FIRST_RUN_PASSPHRASE (tj_first_run_passphrase_get_type ())
G_DECLARE_FINAL_TYPE (TjFirstRunPassphrase,
                      tj_first_run_passphrase,
                      TJ,
                      FIRST_RUN_PASSPHRASE,
                      TjFirstRunPage)

TjSecret *tj_first_run_passphrase_dup_secret (TjFirstRunPassphrase *self);
void tj_first_run_passphrase_wipe (TjFirstRunPassphrase *self);

G_END_DECLS
