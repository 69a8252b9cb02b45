#pragma once

#include "tj-page.h"

G_BEGIN_DECLS

#define TJ_TYPE_DASHBOARD (tj_dashboard_get_type ())
G_DECLARE_FINAL_TYPE (TjDashboard, tj_dashboard, TJ, DASHBOARD, TjPage)

GtkWidget *tj_dashboard_new (TjContext *context);

G_END_DECLS
