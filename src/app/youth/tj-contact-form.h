#pragma once

#include "tj-form.h"

G_BEGIN_DECLS

#define TJ_TYPE_CONTACT_FORM (tj_contact_form_get_type ())
G_DECLARE_FINAL_TYPE (TjContactForm, tj_contact_form, TJ, CONTACT_FORM, TjForm)

G_END_DECLS
