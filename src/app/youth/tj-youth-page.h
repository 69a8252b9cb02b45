#pragma once

#include "tj-page.h"

G_BEGIN_DECLS

#define TJ_TYPE_YOUTH_PAGE (tj_youth_page_get_type ())
G_DECLARE_FINAL_TYPE (TjYouthPage, tj_youth_page, TJ, YOUTH_PAGE, TjPage)

GtkWidget *tj_youth_page_new (TjContext *context);

G_END_DECLS
