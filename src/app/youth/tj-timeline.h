#pragma once

#include <adwaita.h>

#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_TYPE_TIMELINE (tj_timeline_get_type ())
G_DECLARE_FINAL_TYPE (TjTimeline, tj_timeline, TJ, TIMELINE, AdwBin)

gboolean tj_timeline_show (TjTimeline *self,
                           TjContext *context,
                           gint64 youth_id,
                           gboolean masked,
                           GError **error);
guint tj_timeline_get_length (TjTimeline *self);

G_END_DECLS
