#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tj_refuse_foreign_file (const guint8 *data, gsize size, GError **error);

G_END_DECLS
