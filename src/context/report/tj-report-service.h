#pragma once

#include "tj-context.h"
#include "tj-half-year.h"
#include "tj-statistics.h"

G_BEGIN_DECLS

#define TJ_REPORT_THRESHOLD 5             /* unless the municipality says otherwise */
#define TJ_REPORT_THRESHOLD_SKOLVERKET 10 /* "Skolverkets gräns" */
#define TJ_REPORT_THRESHOLD_MAX 100
#define TJ_REPORT_EARLIER 8 /* half-years to compare with */

TjStatisticsPeriod tj_report_service_half (TjHalfYear half);
gboolean tj_report_service_get_threshold (TjContext *context, guint *threshold, GError **error);
gboolean tj_report_service_set_threshold (TjContext *context, guint threshold, GError **error);
TjStatisticsInput *tj_report_service_read (TjContext *context, GError **error);
TjStatistics *tj_report_service_count (TjContext *context,
                                       TjStatisticsInput *input,
                                       TjStatisticsPeriod period,
                                       guint threshold,
                                       GError **error);
TjStatistics *tj_report_service_compute (TjContext *context,
                                         TjStatisticsPeriod period,
                                         guint threshold,
                                         GError **error);
gboolean tj_report_service_keep (TjContext *context, GError **error);

G_END_DECLS
