#pragma once

#include "tj-page.h"

G_BEGIN_DECLS

#define TJ_TYPE_RECONCILIATION_PAGE (tj_reconciliation_page_get_type ())
G_DECLARE_FINAL_TYPE (TjReconciliationPage, tj_reconciliation_page, TJ, RECONCILIATION_PAGE, TjPage)

GtkWidget *tj_reconciliation_page_new (TjContext *context);

G_END_DECLS
