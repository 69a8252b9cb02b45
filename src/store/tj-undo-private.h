#pragma once

#include "tj-change-private.h"

G_BEGIN_DECLS

/* What tj-change.c asks of undo while a change is written. */
gboolean tj_undo_next_id (TjConnection *connection, gint64 *change_id, GError **error);
gboolean tj_undo_add_rows (TjConnection *connection,
                           gint64 change_id,
                           guint seq,
                           const char *table,
                           gint64 first_id,
                           gint64 last_id,
                           GError **error);
gboolean tj_undo_add_image (TjConnection *connection,
                            gint64 change_id,
                            guint seq,
                            TjRowEvent event,
                            const char *table,
                            gint64 id,
                            GError **error);
gboolean tj_undo_add_change (TjConnection *connection,
                             gint64 change_id,
                             const char *action,
                             gint64 youth_id,
                             GError **error);

G_END_DECLS
