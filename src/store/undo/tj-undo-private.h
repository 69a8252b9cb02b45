#pragma once

#include "tj-change-private.h"

G_BEGIN_DECLS

/* One row, or a range of inserted ones, of a change. */
typedef struct
{
  TjRowEvent event;
  char *table;
  gint64 first_id;
  gint64 last_id;
  GBytes *image;
} TjUndoItem;

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

/* What both playing and recording need. */
gboolean tj_undo_add_item (TjConnection *connection,
                           gint64 change_id,
                           guint seq,
                           const TjUndoItem *item,
                           GError **error);
gboolean tj_undo_replay (TjStore *store,
                         gint64 change_id,
                         gboolean is_redo,
                         const char *action,
                         GError **error);
gboolean tj_undo_run (TjConnection *connection, const char *sql, gint64 number, GError **error);

G_END_DECLS
