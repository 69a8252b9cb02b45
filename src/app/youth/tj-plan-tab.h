#pragma once

#include "tj-youth-tab.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TJ_TYPE_PLAN_TAB (tj_plan_tab_get_type ())
G_DECLARE_FINAL_TYPE (TjPlanTab, tj_plan_tab, TJ, PLAN_TAB, AdwBin)

G_END_DECLS
