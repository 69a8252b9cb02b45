#pragma once

#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_TYPE_LOG_ITEM (tj_log_item_get_type ())
G_DECLARE_FINAL_TYPE (TjLogItem, tj_log_item, TJ, LOG_ITEM, GObject)

TjLogItem *tj_log_item_new (TjContext *context, gint64 number);
gint64 tj_log_item_get_youth_id (TjLogItem *self);

G_END_DECLS
