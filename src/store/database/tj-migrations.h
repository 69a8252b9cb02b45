#pragma once

#include "tj-connection.h"

G_BEGIN_DECLS

guint tj_migrations_get_latest (void);
gboolean tj_migrations_run (TjConnection *connection, guint from, GError **error);

G_END_DECLS
