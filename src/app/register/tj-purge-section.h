#pragma once

#include "tj-page.h"

G_BEGIN_DECLS

#define TJ_TYPE_PURGE_SECTION (tj_purge_section_get_type ())
G_DECLARE_FINAL_TYPE (TjPurgeSection, tj_purge_section, TJ, PURGE_SECTION, TjPage)

GtkWidget *tj_purge_section_new (TjContext *context);

G_END_DECLS
