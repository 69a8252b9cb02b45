#pragma once

#include "tj-date.h"
#include "tj-store.h"

G_BEGIN_DECLS

gboolean tj_demo_story_add (TjChange *change,
                            gint64 youth_id,
                            guint nth,
                            TjDate registered_on,
                            TjDate today,
                            GError **error);

G_END_DECLS
