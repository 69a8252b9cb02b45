#pragma once

#include "tj-catalogue.h"
#include "tj-context.h"

G_BEGIN_DECLS

gboolean tj_catalogue_service_fill (TjContext *context, const char *routine_id, GError **error);
GPtrArray *tj_catalogue_service_list (TjContext *context, gboolean with_retired, GError **error);
gboolean tj_catalogue_service_add (TjContext *context, const char *name, GError **error);
gboolean
tj_catalogue_service_rename (TjContext *context, gint64 id, const char *name, GError **error);
gboolean
tj_catalogue_service_retire (TjContext *context, gint64 id, gboolean is_retired, GError **error);

G_END_DECLS
