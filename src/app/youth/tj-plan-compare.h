#pragma once

#include <adwaita.h>

#include "tj-plan.h"

G_BEGIN_DECLS

#define TJ_TYPE_PLAN_COMPARE (tj_plan_compare_get_type ())
G_DECLARE_FINAL_TYPE (TjPlanCompare, tj_plan_compare, TJ, PLAN_COMPARE, AdwWindow)

/* `plans`: all versions, the first one first. */
GtkWidget *tj_plan_compare_new (GtkWindow *parent, GPtrArray *plans, gint64 version);
void tj_plan_compare_choose (TjPlanCompare *self, guint left, guint right);

G_END_DECLS
