#pragma once

#include "tj-page.h"

G_BEGIN_DECLS

#define TJ_TYPE_LOG_SECTION (tj_log_section_get_type ())
G_DECLARE_FINAL_TYPE (TjLogSection, tj_log_section, TJ, LOG_SECTION, TjPage)

GtkWidget *tj_log_section_new (TjContext *context);

G_END_DECLS
