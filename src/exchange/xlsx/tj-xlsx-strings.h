#pragma once

#include "tj-import-table-private.h"
#include "tj-xlsx-xml.h"

G_BEGIN_DECLS

/* The texts that the cells of a workbook share, kept in the table that is being read. */
typedef struct _TjXlsxStrings TjXlsxStrings;

/* Reads the part that holds them; its data are the strings. */
extern const TjXlsxHandler tj_xlsx_strings_handler;

TjXlsxStrings *tj_xlsx_strings_new (TjImportTable *table);
void tj_xlsx_strings_free (TjXlsxStrings *self);
gboolean tj_xlsx_strings_get (const TjXlsxStrings *self, guint index, TjPlace *place);
gboolean tj_xlsx_strings_is_too_long (TjPlace place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjXlsxStrings, tj_xlsx_strings_free)

G_END_DECLS
