#pragma once

#include <adwaita.h>

#include "tj-import-session.h"

G_BEGIN_DECLS

#define TJ_TYPE_IMPORT_COLUMNS (tj_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (TjImportColumns, tj_import_columns, TJ, IMPORT_COLUMNS, AdwBin)

/* Signal: "sheet-chosen" (char *): another sheet of the workbook is wanted. */

void tj_import_columns_show (TjImportColumns *self, TjImportSession *session);

G_END_DECLS
