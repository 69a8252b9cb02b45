#pragma once

#include "tj-form.h"
#include "tj-half-year.h"

G_BEGIN_DECLS

#define TJ_TYPE_BOARD_FORM (tj_board_form_get_type ())
G_DECLARE_FINAL_TYPE (TjBoardForm, tj_board_form, TJ, BOARD_FORM, TjForm)

void tj_board_form_show (TjBoardForm *self, TjContext *context, TjHalfYear half);

G_END_DECLS
