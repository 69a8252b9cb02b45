#pragma once

#include "tj-youth-tab.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TJ_TYPE_DOCUMENTS_TAB (tj_documents_tab_get_type ())
G_DECLARE_FINAL_TYPE (TjDocumentsTab, tj_documents_tab, TJ, DOCUMENTS_TAB, AdwBin)

G_END_DECLS
