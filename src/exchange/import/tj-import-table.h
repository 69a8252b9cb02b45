#pragma once

#include <gio/gio.h>

#include "tj-csv-reader.h"
#include "tj-text-decoder.h"

G_BEGIN_DECLS

/* A list as it was read: rows of cells, with the row numbers a spreadsheet would show. */
typedef struct _TjTable TjImportTable;

TjImportTable *
tj_import_table_read (GBytes *bytes, const char *sheet, GCancellable *cancellable, GError **error);
TjImportTable *tj_import_table_read_csv (GBytes *bytes, GCancellable *cancellable, GError **error);
TjImportTable *tj_import_table_ref (TjImportTable *self);
void tj_import_table_unref (TjImportTable *self);

guint tj_import_table_get_n_rows (const TjImportTable *self);
guint tj_import_table_get_n_cells (const TjImportTable *self, guint index);
guint tj_import_table_get_row_number (const TjImportTable *self, guint index);
TjCell tj_import_table_get_cell (const TjImportTable *self, guint index, guint column);
const TjTextInfo *tj_import_table_get_text_info (const TjImportTable *self);
char tj_import_table_get_delimiter (const TjImportTable *self);
const char *const *tj_import_table_get_sheets (const TjImportTable *self);
const char *tj_import_table_get_sheet (const TjImportTable *self);
guint tj_import_table_get_n_hidden (const TjImportTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjImportTable, tj_import_table_unref)

G_END_DECLS
