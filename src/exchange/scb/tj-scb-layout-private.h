#pragma once

#include "tj-scb-layout.h"

G_BEGIN_DECLS

/* What the files of a layout share among themselves. */

#define TJ_SCB_LAYOUT_FORMAT 1

void tj_scb_layout_take_settings (TjScbLayout *layout, const TjScbLayout *from);
void tj_scb_layout_take_lists (TjScbLayout *layout, const TjScbLayout *from);

G_END_DECLS
