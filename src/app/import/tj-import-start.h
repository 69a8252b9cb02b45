#pragma once

#include <adwaita.h>

#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_TYPE_IMPORT_START (tj_import_start_get_type ())
G_DECLARE_FINAL_TYPE (TjImportStart, tj_import_start, TJ, IMPORT_START, AdwBin)

void tj_import_start_refresh (TjImportStart *self, TjContext *context);
void tj_import_start_set_proposals (TjImportStart *self, guint n);
void tj_import_start_set_trouble (TjImportStart *self, const char *trouble);

G_END_DECLS
