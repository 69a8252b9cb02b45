#pragma once

#include "tj-form.h"

G_BEGIN_DECLS

#define TJ_TYPE_DEREGISTER_FORM (tj_deregister_form_get_type ())
G_DECLARE_FINAL_TYPE (TjDeregisterForm, tj_deregister_form, TJ, DEREGISTER_FORM, TjForm)

G_END_DECLS
