#pragma once

#include "tj-context.h"
#include "tj-plan.h"

G_BEGIN_DECLS

gboolean
tj_plan_service_check (TjContext *context, TjPlan *plan, const char **field, GError **error);
gboolean tj_plan_service_save (TjContext *context, TjPlan *plan, GError **error);

G_END_DECLS
