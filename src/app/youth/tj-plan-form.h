#pragma once

#include "tj-form.h"

G_BEGIN_DECLS

#define TJ_TYPE_PLAN_FORM (tj_plan_form_get_type ())
G_DECLARE_FINAL_TYPE (TjPlanForm, tj_plan_form, TJ, PLAN_FORM, TjForm)

G_END_DECLS
