#pragma once

#include "tj-connection.h"

G_BEGIN_DECLS

gboolean tj_pages_check_key (const char *path,
                             const guint8 key[TJ_CONNECTION_KEY_BYTES],
                             guint *user_version,
                             GError **error);
gboolean
tj_pages_verify (const char *path, const guint8 key[TJ_CONNECTION_KEY_BYTES], GError **error);

G_END_DECLS
