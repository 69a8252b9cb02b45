#pragma once

#include "tj-form.h"

G_BEGIN_DECLS

#define TJ_TYPE_ACTIVITY_FORM (tj_activity_form_get_type ())
G_DECLARE_FINAL_TYPE (TjActivityForm, tj_activity_form, TJ, ACTIVITY_FORM, TjForm)

G_END_DECLS
