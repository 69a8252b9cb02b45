#pragma once

#include "tj-choice-row.h"
#include "tj-codes.h"

G_BEGIN_DECLS

#define TJ_TYPE_CODE_ROW (tj_code_row_get_type ())
G_DECLARE_FINAL_TYPE (TjCodeRow, tj_code_row, TJ, CODE_ROW, TjChoiceRow)

GtkWidget *tj_code_row_new (const char *title, const TjCodeList *codes);
void tj_code_row_set_codes (TjCodeRow *self, const TjCodeList *codes, const char *none);
int tj_code_row_get_value (TjCodeRow *self);
void tj_code_row_set_value (TjCodeRow *self, int value);

G_END_DECLS
