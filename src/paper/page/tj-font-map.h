#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

PangoContext *tj_font_map_create_context (void);

G_END_DECLS
