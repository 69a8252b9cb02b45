#pragma once

#include "tj-youth-tab.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TJ_TYPE_DETAILS_TAB (tj_details_tab_get_type ())
G_DECLARE_FINAL_TYPE (TjDetailsTab, tj_details_tab, TJ, DETAILS_TAB, AdwBin)

G_END_DECLS
