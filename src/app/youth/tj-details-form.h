#pragma once

#include "tj-form.h"

G_BEGIN_DECLS

#define TJ_TYPE_DETAILS_FORM (tj_details_form_get_type ())
G_DECLARE_FINAL_TYPE (TjDetailsForm, tj_details_form, TJ, DETAILS_FORM, TjForm)

G_END_DECLS
