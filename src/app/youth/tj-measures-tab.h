#pragma once

#include "tj-youth-tab.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TJ_TYPE_MEASURES_TAB (tj_measures_tab_get_type ())
G_DECLARE_FINAL_TYPE (TjMeasuresTab, tj_measures_tab, TJ, MEASURES_TAB, AdwBin)

G_END_DECLS
