#pragma once

#include "tj-activity.h"
#include "tj-measure.h"
#include "tj-store.h"

G_BEGIN_DECLS

gint64 tj_activities_insert (TjChange *change, TjActivity *activity, GError **error);
gboolean tj_activities_update (TjChange *change, TjActivity *activity, GError **error);
gboolean tj_activities_delete (TjChange *change, gint64 id, GError **error);
TjActivity *tj_activities_load (TjStore *store, gint64 id, GError **error);
GPtrArray *tj_activities_list (TjStore *store, gint64 youth_id, GError **error);

gint64 tj_measures_insert (TjChange *change, TjMeasure *measure, GError **error);
gboolean tj_measures_update (TjChange *change, TjMeasure *measure, GError **error);
TjMeasure *tj_measures_load (TjStore *store, gint64 id, GError **error);
GPtrArray *tj_measures_list (TjStore *store, gint64 youth_id, GError **error);
gboolean tj_measures_delete (TjChange *change, gint64 id, GError **error);

G_END_DECLS
