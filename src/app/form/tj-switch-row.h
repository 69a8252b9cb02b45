#pragma once

#include "tj-form-row.h"

G_BEGIN_DECLS

#define TJ_TYPE_SWITCH_ROW (tj_switch_row_get_type ())
G_DECLARE_FINAL_TYPE (TjSwitchRow, tj_switch_row, TJ, SWITCH_ROW, AdwActionRow)

gboolean tj_switch_row_get_active (TjSwitchRow *self);
void tj_switch_row_set_active (TjSwitchRow *self, gboolean active);

G_END_DECLS
