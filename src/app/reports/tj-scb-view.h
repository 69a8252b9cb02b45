#pragma once

#include "tj-page.h"

G_BEGIN_DECLS

#define TJ_TYPE_SCB_VIEW (tj_scb_view_get_type ())
G_DECLARE_FINAL_TYPE (TjScbView, tj_scb_view, TJ, SCB_VIEW, TjPage)

GtkWidget *tj_scb_view_new (TjContext *context);

G_END_DECLS
