#pragma once

#include "tj-chart.h"
#include "tj-paper.h"

G_BEGIN_DECLS

double tj_paper_chart_height (TjPaper *paper, const TjChart *chart, double width);
void tj_paper_chart (TjPaper *paper,
                     const TjChart *chart,
                     double x,
                     double y,
                     double width,
                     double height);

G_END_DECLS
