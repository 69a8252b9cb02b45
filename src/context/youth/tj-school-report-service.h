#pragma once

#include "tj-context.h"
#include "tj-school-report-repository.h"
#include "tj-school-report-step.h"
#include "tj-youth.h"

G_BEGIN_DECLS

/* Which reports a list holds: those that are not done; all; those about somebody who is not
 * registered now, for preventive work. */
typedef enum
{
  TJ_REPORT_FILTER_OPEN,
  TJ_REPORT_FILTER_ALL,
  TJ_REPORT_FILTER_PREVENTIVE,
  TJ_N_REPORT_FILTERS,
} TjReportFilter;

GPtrArray *
tj_school_report_service_list (TjContext *context, TjReportFilter filter, GError **error);
gboolean tj_school_report_service_count (TjContext *context,
                                         guint counts[TJ_N_REPORT_FILTERS],
                                         GError **error);
char *tj_school_report_entry_dup_name (const TjSchoolReportEntry *entry);

gboolean tj_school_report_service_check (TjContext *context,
                                         TjSchoolReport *report,
                                         const char **field,
                                         GError **error);
gboolean tj_school_report_service_check_step (TjContext *context,
                                              TjSchoolReport *report,
                                              TjDate date,
                                              GError **error);
gboolean tj_school_report_service_receive (TjContext *context,
                                           TjSchoolReport *report,
                                           TjYouth *at_risk,
                                           GError **error);
gboolean tj_school_report_service_save (TjContext *context, TjSchoolReport *report, GError **error);
gboolean tj_school_report_service_step (TjContext *context,
                                        TjSchoolReport *report,
                                        TjReportState state,
                                        TjDate date,
                                        const char *note,
                                        GError **error);
gboolean tj_school_report_service_remove (TjContext *context, gint64 id, GError **error);

G_END_DECLS
