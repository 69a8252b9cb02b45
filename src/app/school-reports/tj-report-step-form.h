#pragma once

#include "tj-form.h"

G_BEGIN_DECLS

#define TJ_TYPE_REPORT_STEP_FORM (tj_report_step_form_get_type ())
G_DECLARE_FINAL_TYPE (TjReportStepForm, tj_report_step_form, TJ, REPORT_STEP_FORM, TjForm)

G_END_DECLS
