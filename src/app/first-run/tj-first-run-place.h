#pragma once

#include "tj-context.h"
#include "tj-first-run-page.h"

G_BEGIN_DECLS

#define TJ_TYPE_FIRST_RUN_PLACE (tj_first_run_place_get_type ())
G_DECLARE_FINAL_TYPE (TjFirstRunPlace, tj_first_run_place, TJ, FIRST_RUN_PLACE, TjFirstRunPage)

void tj_first_run_place_set_context (TjFirstRunPlace *self, TjContext *context);
void tj_first_run_place_choose (TjFirstRunPlace *self, const char *folder);
gboolean tj_first_run_place_keep (TjFirstRunPlace *self, GError **error);

G_END_DECLS
