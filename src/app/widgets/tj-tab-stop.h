#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TJ_TYPE_TAB_STOP (tj_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (TjTabStop, tj_tab_stop, TJ, TAB_STOP, AdwBin)

G_END_DECLS
