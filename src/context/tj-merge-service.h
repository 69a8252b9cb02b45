#pragma once

#include "tj-context.h"

G_BEGIN_DECLS

gboolean
tj_merge_service_merge (TjContext *context, gint64 kept_id, gint64 other_id, GError **error);

G_END_DECLS
