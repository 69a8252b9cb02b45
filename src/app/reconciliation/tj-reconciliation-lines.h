#pragma once

#include "tj-context.h"
#include "tj-line-list.h"

G_BEGIN_DECLS

/* Fill a list with the months that have been made (keys "2026-11"), or with the organisers whose
 * invoices a month contests (keys: their names). */
void tj_reconciliation_lines_show_months (TjLineList *list, TjContext *context);
void tj_reconciliation_lines_show_contested (TjLineList *list, TjContext *context, TjDate month);

G_END_DECLS
