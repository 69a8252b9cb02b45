#pragma once

#include "tj-page.h"

G_BEGIN_DECLS

GtkWidget *tj_reports_page_new (TjContext *context);

G_END_DECLS
