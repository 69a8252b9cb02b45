#pragma once

#include "tj-context.h"

G_BEGIN_DECLS

gboolean tj_demo_fill (TjContext *context,
                       guint people,
                       guint events_per_person,
                       guint32 seed,
                       GError **error);

G_END_DECLS
