#pragma once

#include "tj-form.h"

G_BEGIN_DECLS

#define TJ_TYPE_FOLLOW_UP_FORM (tj_follow_up_form_get_type ())
G_DECLARE_FINAL_TYPE (TjFollowUpForm, tj_follow_up_form, TJ, FOLLOW_UP_FORM, TjForm)

G_END_DECLS
