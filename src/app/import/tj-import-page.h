#pragma once

#include "tj-page.h"

G_BEGIN_DECLS

#define TJ_TYPE_IMPORT_PAGE (tj_import_page_get_type ())
G_DECLARE_FINAL_TYPE (TjImportPage, tj_import_page, TJ, IMPORT_PAGE, TjPage)

GtkWidget *tj_import_page_new (TjContext *context);
void tj_import_page_open (TjImportPage *self, GFile *file);

G_END_DECLS
