#pragma once

#include <adwaita.h>

#include "tj-scb-service.h"

G_BEGIN_DECLS

#define TJ_TYPE_SCB_LAYOUT_BOX (tj_scb_layout_box_get_type ())
G_DECLARE_FINAL_TYPE (TjScbLayoutBox, tj_scb_layout_box, TJ, SCB_LAYOUT_BOX, AdwBin)

void tj_scb_layout_box_show (TjScbLayoutBox *self, TjContext *context, const TjScbReport *report);
gboolean tj_scb_layout_box_read (TjScbLayoutBox *self, GFile *file, GError **error);

G_END_DECLS
