#pragma once

#include "tj-import-session.h"

G_BEGIN_DECLS

#define TJ_TYPE_FILE_ROWS (tj_file_rows_get_type ())
G_DECLARE_FINAL_TYPE (TjFileRows, tj_file_rows, TJ, FILE_ROWS, GObject)

TjFileRows *tj_file_rows_new (TjImportSession *session);

G_END_DECLS
