#pragma once

#include "tj-import-source.h"
#include "tj-import-table.h"

G_BEGIN_DECLS

const TjImportSource *tj_import_source_recognise (const TjImportTable *table, guint *score);

G_END_DECLS
