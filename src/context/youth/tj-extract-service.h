#pragma once

#include <json-glib/json-glib.h>

#include "tj-context.h"

G_BEGIN_DECLS

JsonNode *tj_extract_service_build (TjContext *context, gint64 youth_id, GError **error);
gboolean
tj_extract_service_save (TjContext *context, gint64 youth_id, const char *path, GError **error);

G_END_DECLS
