#pragma once

#include "tj-page.h"

G_BEGIN_DECLS

#define TJ_TYPE_REGISTER_PAGE (tj_register_page_get_type ())
G_DECLARE_FINAL_TYPE (TjRegisterPage, tj_register_page, TJ, REGISTER_PAGE, TjPage)

GtkWidget *tj_register_page_new (TjContext *context);

G_END_DECLS
