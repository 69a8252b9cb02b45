#pragma once

#include "tj-first-run-page.h"

G_BEGIN_DECLS

#define TJ_TYPE_FIRST_RUN_ROUTINE (tj_first_run_routine_get_type ())
G_DECLARE_FINAL_TYPE (TjFirstRunRoutine,
                      tj_first_run_routine,
                      TJ,
                      FIRST_RUN_ROUTINE,
                      TjFirstRunPage)

const char *tj_first_run_routine_get_municipality (TjFirstRunRoutine *self);
const char *tj_first_run_routine_get_routine (TjFirstRunRoutine *self);
gboolean tj_first_run_routine_wants_keyring (TjFirstRunRoutine *self);
void tj_first_run_routine_offer_keyring (TjFirstRunRoutine *self, gboolean available);

G_END_DECLS
