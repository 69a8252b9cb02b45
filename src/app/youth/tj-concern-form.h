#pragma once

#include "tj-form.h"

G_BEGIN_DECLS

#define TJ_TYPE_CONCERN_FORM (tj_concern_form_get_type ())
G_DECLARE_FINAL_TYPE (TjConcernForm, tj_concern_form, TJ, CONCERN_FORM, TjForm)

G_END_DECLS
