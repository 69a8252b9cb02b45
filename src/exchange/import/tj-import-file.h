#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *tj_import_load_file (GFile *file, GCancellable *cancellable, GError **error);

G_END_DECLS
