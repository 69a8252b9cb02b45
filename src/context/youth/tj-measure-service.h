#pragma once

#include "tj-activity.h"
#include "tj-context.h"
#include "tj-measure.h"

G_BEGIN_DECLS

gboolean tj_measure_service_check (TjContext *context,
                                   TjMeasure *measure,
                                   const char **field,
                                   GError **error);
gboolean tj_measure_service_save (TjContext *context, TjMeasure *measure, GError **error);
gboolean tj_measure_service_end (TjContext *context,
                                 gint64 id,
                                 TjDate ended_on,
                                 const char *reason,
                                 TjAfterMeasure after,
                                 GError **error);
gboolean tj_measure_service_remove (TjContext *context, gint64 id, GError **error);
gboolean tj_measure_service_check_activity (TjContext *context,
                                            TjActivity *activity,
                                            const char **field,
                                            GError **error);
gboolean
tj_measure_service_save_activity (TjContext *context, TjActivity *activity, GError **error);
gboolean tj_measure_service_remove_activity (TjContext *context, gint64 id, GError **error);

G_END_DECLS
