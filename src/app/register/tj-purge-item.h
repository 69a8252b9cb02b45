#pragma once

#include "tj-purge-service.h"

G_BEGIN_DECLS

#define TJ_TYPE_PURGE_ITEM (tj_purge_item_get_type ())
G_DECLARE_FINAL_TYPE (TjPurgeItem, tj_purge_item, TJ, PURGE_ITEM, GObject)

TjPurgeItem *tj_purge_item_new (const TjPurgeCandidate *candidate, guint this_year);
gint64 tj_purge_item_get_youth_id (TjPurgeItem *self);

G_END_DECLS
