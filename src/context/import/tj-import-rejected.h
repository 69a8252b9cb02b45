#pragma once

#include "tj-import-session.h"

G_BEGIN_DECLS

GBytes *tj_import_rejected_write (TjImportSession *session);
gboolean tj_import_rejected_log (TjImportSession *session, GError **error);

G_END_DECLS
