#pragma once

#include <adwaita.h>

#include "tj-statistics.h"

G_BEGIN_DECLS

#define TJ_TYPE_PERIOD_BAR (tj_period_bar_get_type ())
G_DECLARE_FINAL_TYPE (TjPeriodBar, tj_period_bar, TJ, PERIOD_BAR, AdwBin)

/* Signals: "changed" when another period was chosen. */

void tj_period_bar_set_today (TjPeriodBar *self, TjDate today);
gboolean tj_period_bar_get_period (TjPeriodBar *self, TjStatisticsPeriod *period);

G_END_DECLS
