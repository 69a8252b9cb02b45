#pragma once

#include "tj-log-item.h"
#include "tj-log-service.h"

G_BEGIN_DECLS

#define TJ_TYPE_LOG_LIST (tj_log_list_get_type ())
G_DECLARE_FINAL_TYPE (TjLogList, tj_log_list, TJ, LOG_LIST, GObject)

TjLogList *tj_log_list_new (void);
gboolean
tj_log_list_load (TjLogList *self, TjContext *context, const TjLogFilter *filter, GError **error);

G_END_DECLS
