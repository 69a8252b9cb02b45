#pragma once

#include "tj-form.h"

G_BEGIN_DECLS

#define TJ_TYPE_UNLOCK_FORM (tj_unlock_form_get_type ())
G_DECLARE_FINAL_TYPE (TjUnlockForm, tj_unlock_form, TJ, UNLOCK_FORM, TjForm)

G_END_DECLS
