#pragma once

#include "tj-store.h"

G_BEGIN_DECLS

char *tj_settings_dup (TjStore *store, const char *key, GError **error);
gboolean tj_settings_set (TjChange *change, const char *key, const char *value, GError **error);

G_END_DECLS
