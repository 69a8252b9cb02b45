#pragma once

#include "tj-form.h"

G_BEGIN_DECLS

#define TJ_TYPE_MEASURE_FORM (tj_measure_form_get_type ())
G_DECLARE_FINAL_TYPE (TjMeasureForm, tj_measure_form, TJ, MEASURE_FORM, TjForm)

G_END_DECLS
