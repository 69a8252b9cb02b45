#pragma once

#include <adwaita.h>

#include "tj-import-session.h"

G_BEGIN_DECLS

#define TJ_TYPE_IMPORT_DONE (tj_import_done_get_type ())
G_DECLARE_FINAL_TYPE (TjImportDone, tj_import_done, TJ, IMPORT_DONE, AdwBin)

void tj_import_done_show (TjImportDone *self, TjImportSession *session, guint n_proposals);

G_END_DECLS
