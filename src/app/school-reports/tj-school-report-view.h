#pragma once

#include <adwaita.h>

#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_TYPE_SCHOOL_REPORT_VIEW (tj_school_report_view_get_type ())
G_DECLARE_FINAL_TYPE (TjSchoolReportView, tj_school_report_view, TJ, SCHOOL_REPORT_VIEW, AdwBin)

gboolean tj_school_report_view_show (TjSchoolReportView *self,
                                     TjContext *context,
                                     gint64 report_id,
                                     GError **error);

G_END_DECLS
