#pragma once

#include "tj-page.h"

G_BEGIN_DECLS

#define TJ_TYPE_SHEETS_SECTION (tj_sheets_section_get_type ())
G_DECLARE_FINAL_TYPE (TjSheetsSection, tj_sheets_section, TJ, SHEETS_SECTION, TjPage)

GtkWidget *tj_sheets_section_new (TjContext *context);

G_END_DECLS
