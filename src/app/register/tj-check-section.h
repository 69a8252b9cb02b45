#pragma once

#include "tj-page.h"

G_BEGIN_DECLS

#define TJ_TYPE_CHECK_SECTION (tj_check_section_get_type ())
G_DECLARE_FINAL_TYPE (TjCheckSection, tj_check_section, TJ, CHECK_SECTION, TjPage)

GtkWidget *tj_check_section_new (TjContext *context);

G_END_DECLS
