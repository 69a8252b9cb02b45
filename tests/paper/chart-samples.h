#pragma once

#include "tj-chart.h"

/* The four charts of the report, of the made-up half-year; free with tj_chart_free(). */
#define N_CHART_SAMPLES 4
GPtrArray *chart_samples_new (void);
GBytes *chart_samples_draw (const GPtrArray *charts);
