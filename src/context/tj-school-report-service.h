#pragma once

#include "tj-context.h"
#include "tj-school-report-step.h"
#include "tj-school-report.h"
#include "tj-youth.h"

G_BEGIN_DECLS

gboolean
tj_school_report_service_check (TjContext *context, TjSchoolReport *report, GError **error);
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

G_END_DECLS
