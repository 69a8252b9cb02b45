#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TJ_TYPE_MUNICIPALITY_CHOOSER (tj_municipality_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TjMunicipalityChooser,
                      tj_municipality_chooser,
                      TJ,
                      MUNICIPALITY_CHOOSER,
                      AdwBin)

const char *tj_municipality_chooser_get_code (TjMunicipalityChooser *self);
void tj_municipality_chooser_set_code (TjMunicipalityChooser *self, const char *code);

G_END_DECLS
