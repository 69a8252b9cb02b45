#pragma once

#include "tj-reconciliation-service.h"

G_BEGIN_DECLS

/* The month as files: what the meeting has before it, on paper and as a spreadsheet. Both are
 * logged before they are handed out. */

GBytes *tj_reconciliation_service_draw (TjContext *context, TjDate month, GError **error);
GBytes *tj_reconciliation_service_write_workbook (TjContext *context, TjDate month, GError **error);

char *tj_reconciliation_month_format (TjDate month);
char *tj_reconciliation_item_dup_name (TjContext *context, TjReconciliationItem *item);
char *tj_reconciliation_item_dup_number (TjReconciliationItem *item);

G_END_DECLS
