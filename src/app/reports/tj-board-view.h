#pragma once

#include "tj-page.h"

G_BEGIN_DECLS

#define TJ_TYPE_BOARD_VIEW (tj_board_view_get_type ())
G_DECLARE_FINAL_TYPE (TjBoardView, tj_board_view, TJ, BOARD_VIEW, TjPage)

GtkWidget *tj_board_view_new (TjContext *context);

G_END_DECLS
