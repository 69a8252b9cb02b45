#pragma once

#include "tj-mapping.h"

G_BEGIN_DECLS

/* Why a row cannot be taken: the first thing found, and in which field (-1: the row as such). */
typedef struct
{
  TjImportReason reason;
  int field;
} TjRowProblem;

gboolean tj_import_row_is_blank (const TjImportTable *table, guint index);
gboolean tj_import_row_is_short (const TjImportTable *table, const TjMapping *mapping, guint index);
TjRowProblem tj_import_row_read (TjImportRow *row,
                                 const TjImportTable *table,
                                 const TjMapping *mapping,
                                 guint index,
                                 TjDate today,
                                 TjTextRoom *room);
gboolean tj_import_row_is_same (const TjImportTable *table,
                                const TjMapping *mapping,
                                guint index,
                                guint other);

G_END_DECLS
