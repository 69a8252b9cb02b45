#pragma once

#include "tj-statistics.h"
#include "tj-store.h"

G_BEGIN_DECLS

gboolean tj_kept_figures_write (TjStore *store, const GArray *figures, GError **error);

G_END_DECLS
