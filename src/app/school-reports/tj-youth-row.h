#pragma once

#include "tj-context.h"
#include "tj-text-row.h"

G_BEGIN_DECLS

#define TJ_TYPE_YOUTH_ROW (tj_youth_row_get_type ())
G_DECLARE_FINAL_TYPE (TjYouthRow, tj_youth_row, TJ, YOUTH_ROW, TjTextRow)

void tj_youth_row_set_context (TjYouthRow *self, TjContext *context);
gint64 tj_youth_row_get_youth_id (TjYouthRow *self);
void tj_youth_row_set_youth_id (TjYouthRow *self, gint64 youth_id);

G_END_DECLS
