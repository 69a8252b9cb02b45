#pragma once

#include <adwaita.h>

#include "tj-half-year.h"

G_BEGIN_DECLS

#define TJ_TYPE_HALF_YEAR_CHOOSER (tj_half_year_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TjHalfYearChooser, tj_half_year_chooser, TJ, HALF_YEAR_CHOOSER, AdwBin)

void tj_half_year_chooser_show (TjHalfYearChooser *self, TjDate today, TjHalfYear half);
TjHalfYear tj_half_year_chooser_get (TjHalfYearChooser *self);

G_END_DECLS
