#pragma once

#include <adwaita.h>

#include "tj-chart.h"

G_BEGIN_DECLS

#define TJ_TYPE_CHART_VIEW (tj_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (TjChartView, tj_chart_view, TJ, CHART_VIEW, GtkWidget)

GtkWidget *tj_chart_view_new (TjChart *chart, GtkWidget *table);
void tj_chart_view_set_chart (TjChartView *self, TjChart *chart);

G_END_DECLS
