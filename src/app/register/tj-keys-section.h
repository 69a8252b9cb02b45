#pragma once

#include "tj-page.h"

G_BEGIN_DECLS

#define TJ_TYPE_KEYS_SECTION (tj_keys_section_get_type ())
G_DECLARE_FINAL_TYPE (TjKeysSection, tj_keys_section, TJ, KEYS_SECTION, TjPage)

GtkWidget *tj_keys_section_new (TjContext *context);

G_END_DECLS
