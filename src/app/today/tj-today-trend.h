#pragma once

#include <adwaita.h>

#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_TYPE_TODAY_TREND (tj_today_trend_get_type ())
G_DECLARE_FINAL_TYPE (TjTodayTrend, tj_today_trend, TJ, TODAY_TREND, AdwBin)

void tj_today_trend_show (TjTodayTrend *self, TjContext *context, guint n_youths);

G_END_DECLS
