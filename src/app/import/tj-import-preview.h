#pragma once

#include <adwaita.h>

#include "tj-import-session.h"

G_BEGIN_DECLS

#define TJ_TYPE_IMPORT_PREVIEW (tj_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (TjImportPreview, tj_import_preview, TJ, IMPORT_PREVIEW, AdwBin)

void tj_import_preview_show (TjImportPreview *self, TjImportSession *session);

G_END_DECLS
