#pragma once

#include "tj-statement.h"
#include "tj-store-private.h"
#include "tj-table.h"

G_BEGIN_DECLS

/* What happened to a row; stored in undo_item.kind. */
typedef enum
{
  TJ_ROW_INSERTED,
  TJ_ROW_UPDATED,
  TJ_ROW_DELETED,
} TjRowEvent;

/* Entities: the row, its undo record, the names for the audit and the youth's agenda, in one. */
gboolean tj_change_insert (TjChange *self, TjTable *table, gpointer entity, GError **error);
gboolean tj_change_update (TjChange *self, TjTable *table, gpointer entity, GError **error);
gboolean tj_change_delete (TjChange *self, TjTable *table, gint64 id, GError **error);

/* Rows without an entity: call before the update or delete, after the insert. `table` is a
 * constant. */
gboolean tj_change_record_insert (TjChange *self, const char *table, gint64 id, GError **error);
gboolean tj_change_record_row (TjChange *self,
                               TjRowEvent event,
                               const char *table,
                               gint64 id,
                               GError **error);
void tj_change_touch (TjChange *self, gint64 youth_id);

/* What is gathered before it is written: `size` zeroed bytes that live as long as the change. The
 * commit writes them by `flush`; one kind of gathering a change. */
typedef gboolean (*TjChangeFlush) (TjChange *change, gpointer held, GError **error);
gpointer tj_change_hold (TjChange *self, gsize size, TjChangeFlush flush);

TjConnection *tj_change_get_connection (TjChange *self);
TjStore *tj_change_get_store (TjChange *self);

/* For undo itself: a change that leaves no undo record, with its own words for the audit. */
TjChange *tj_change_begin_unrecorded (TjStore *store,
                                      const char *action,
                                      const char *details,
                                      GError **error);

G_END_DECLS
