#pragma once

#include "tj-form.h"

G_BEGIN_DECLS

#define TJ_TYPE_NEW_YOUTH_FORM (tj_new_youth_form_get_type ())
G_DECLARE_FINAL_TYPE (TjNewYouthForm, tj_new_youth_form, TJ, NEW_YOUTH_FORM, TjForm)

gint64 tj_new_youth_form_get_saved (TjNewYouthForm *self);

G_END_DECLS
