#pragma once

#include "tj-import-table-private.h"
#include "tj-xlsx-strings.h"
#include "tj-xlsx-styles.h"

G_BEGIN_DECLS

/* What the cells of a sheet are read with. */
typedef struct
{
  const TjXlsxStrings *strings;
  const TjXlsxStyles *styles;
  gboolean is_1904;
} TjXlsxContext;

/* A sheet while its rows go into a table. */
typedef struct _TjXlsxSheet TjXlsxSheet;

/* Reads the part that holds it; its data are the sheet. */
extern const TjXlsxHandler tj_xlsx_sheet_handler;

TjXlsxSheet *tj_xlsx_sheet_new (TjImportTable *table, const TjXlsxContext *context);
void tj_xlsx_sheet_free (TjXlsxSheet *self);
void tj_xlsx_sheet_finish (TjXlsxSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjXlsxSheet, tj_xlsx_sheet_free)

G_END_DECLS
