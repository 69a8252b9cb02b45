#pragma once

#include "tj-import-table.h"

G_BEGIN_DECLS

TjImportTable *
tj_xlsx_read (GBytes *bytes, const char *sheet, GCancellable *cancellable, GError **error);

G_END_DECLS
