#pragma once

#include "tj-context.h"

G_BEGIN_DECLS

gboolean tj_draft_save (TjContext *context,
                        const char *form,
                        gint64 youth_id,
                        const char *json,
                        GError **error);
char *tj_draft_load (TjContext *context, const char *form, gint64 youth_id, GError **error);
gboolean tj_draft_exists (TjContext *context, const char *form, gint64 youth_id);
gboolean tj_draft_discard (TjContext *context, const char *form, gint64 youth_id, GError **error);
gboolean tj_draft_discard_youths (TjContext *context,
                                  const gint64 *youth_ids,
                                  gsize n_youths,
                                  GError **error);

G_END_DECLS
