#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tj_process_forbid_core_dumps (GError **error);

G_END_DECLS
