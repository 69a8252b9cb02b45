#pragma once

#include "tj-plan.h"
#include "tj-store.h"

G_BEGIN_DECLS

GPtrArray *tj_plans_list (TjStore *store, gint64 youth_id, GError **error);
TjPlan *tj_plans_load_latest (TjStore *store, gint64 youth_id, GError **error);
gint64 tj_plans_insert (TjChange *change, TjPlan *plan, GError **error);

G_END_DECLS
