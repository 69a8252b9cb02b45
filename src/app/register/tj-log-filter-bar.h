#pragma once

#include <adwaita.h>

#include "tj-log-service.h"

G_BEGIN_DECLS

#define TJ_TYPE_LOG_FILTER_BAR (tj_log_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (TjLogFilterBar, tj_log_filter_bar, TJ, LOG_FILTER_BAR, AdwBin)

/* Signals: "changed" when other rows are asked for. */

gboolean tj_log_filter_bar_fill (TjLogFilterBar *self,
                                 TjContext *context,
                                 TjLogFilter *filter,
                                 GError **error);
void tj_log_filter_bar_clear_filter (TjLogFilter *filter);
gboolean tj_log_filter_bar_is_empty (TjLogFilterBar *self);
void tj_log_filter_bar_focus_person (TjLogFilterBar *self);

G_END_DECLS
