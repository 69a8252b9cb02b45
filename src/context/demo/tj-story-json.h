#pragma once

#include <json-glib/json-glib.h>

#include "tj-context.h"

G_BEGIN_DECLS

typedef GPtrArray *(*TjStoryListFunc) (TjStore *store, gint64 youth_id, GError **error);

gboolean tj_story_json_add (JsonBuilder *builder,
                            const char *key,
                            TjContext *context,
                            gint64 youth_id,
                            TjStoryListFunc list,
                            GError **error);
gboolean tj_story_json_add_measures (JsonBuilder *builder,
                                     TjContext *context,
                                     gint64 youth_id,
                                     GError **error);
gboolean tj_story_json_add_school_reports (JsonBuilder *builder,
                                           TjContext *context,
                                           gint64 youth_id,
                                           GError **error);

G_END_DECLS
