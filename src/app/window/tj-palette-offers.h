#pragma once

#include "tj-context.h"
#include "tj-palette.h"

G_BEGIN_DECLS

void tj_palette_offers_add (TjPalette *palette, TjContext *context);

G_END_DECLS
