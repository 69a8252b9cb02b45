#pragma once

#include "tj-youth-tab.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TJ_TYPE_CONTACTS_TAB (tj_contacts_tab_get_type ())
G_DECLARE_FINAL_TYPE (TjContactsTab, tj_contacts_tab, TJ, CONTACTS_TAB, AdwBin)

gboolean tj_contacts_tab_take_focus (TjContactsTab *self);

G_END_DECLS
