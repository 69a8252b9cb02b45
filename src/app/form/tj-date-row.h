#pragma once

#include "tj-date.h"
#include "tj-text-row.h"

G_BEGIN_DECLS

#define TJ_TYPE_DATE_ROW (tj_date_row_get_type ())
G_DECLARE_FINAL_TYPE (TjDateRow, tj_date_row, TJ, DATE_ROW, TjTextRow)

GtkWidget *tj_date_row_new (const char *title);
void tj_date_row_set_today (TjDateRow *self, TjDate today);
TjDate tj_date_row_get_date (TjDateRow *self);
void tj_date_row_set_date (TjDateRow *self, TjDate date);

G_END_DECLS
