#pragma once

#include "tj-chart.h"

G_BEGIN_DECLS

GPtrArray *tj_report_charts_new (const TjFigureTable *table);

G_END_DECLS
