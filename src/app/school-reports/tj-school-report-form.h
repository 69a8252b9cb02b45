#pragma once

#include "tj-form.h"

G_BEGIN_DECLS

#define TJ_TYPE_SCHOOL_REPORT_FORM (tj_school_report_form_get_type ())
G_DECLARE_FINAL_TYPE (TjSchoolReportForm, tj_school_report_form, TJ, SCHOOL_REPORT_FORM, TjForm)

gint64 tj_school_report_form_get_saved (TjSchoolReportForm *self);

G_END_DECLS
