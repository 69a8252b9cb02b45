#pragma once

#include "tj-form.h"

G_BEGIN_DECLS

#define TJ_TYPE_REGISTRATION_FORM (tj_registration_form_get_type ())
G_DECLARE_FINAL_TYPE (TjRegistrationForm, tj_registration_form, TJ, REGISTRATION_FORM, TjForm)

G_END_DECLS
