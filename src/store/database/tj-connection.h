#pragma once

#include <glib.h>

#include "tj-store-error.h"

G_BEGIN_DECLS

#define TJ_CONNECTION_KEY_BYTES 32
#define TJ_CONNECTION_PAGE_BYTES 4096

typedef struct _TjConnection TjConnection;

TjConnection *tj_connection_open (const char *path,
                                  const guint8 key[TJ_CONNECTION_KEY_BYTES],
                                  gboolean create,
                                  GError **error);
TjConnection *tj_connection_open_copy (const char *path,
                                       const guint8 key[TJ_CONNECTION_KEY_BYTES],
                                       GError **error);
gboolean tj_connection_close (TjConnection *self, GError **error);
gboolean tj_connection_exec (TjConnection *self, const char *sql, GError **error);
gboolean tj_connection_checkpoint (TjConnection *self, GError **error);
gint64 tj_connection_get_last_id (TjConnection *self);

G_END_DECLS
