#pragma once

#include "tj-csv-reader.h"
#include "tj-text-decoder.h"

G_BEGIN_DECLS

/* A list as it was read: rows of cells, with the row numbers a spreadsheet would show. */
typedef struct _TjTable TjTable;

TjTable *tj_table_read_csv (GBytes *bytes, GError **error);
TjTable *tj_table_ref (TjTable *self);
void tj_table_unref (TjTable *self);

guint tj_table_get_n_rows (const TjTable *self);
guint tj_table_get_n_cells (const TjTable *self, guint index);
guint tj_table_get_row_number (const TjTable *self, guint index);
TjCell tj_table_get_cell (const TjTable *self, guint index, guint column);
const TjTextInfo *tj_table_get_text_info (const TjTable *self);
char tj_table_get_delimiter (const TjTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjTable, tj_table_unref)

G_END_DECLS
