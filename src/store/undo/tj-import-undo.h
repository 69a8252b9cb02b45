#pragma once

#include "tj-store.h"

G_BEGIN_DECLS

gboolean tj_import_count_edited (TjStore *store, gint64 run_id, guint *n_edited, GError **error);
gboolean tj_import_undo (TjStore *store, gint64 run_id, gint64 *change_id, GError **error);

G_END_DECLS
