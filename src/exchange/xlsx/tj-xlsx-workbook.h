#pragma once

#include "tj-xlsx-archive.h"

G_BEGIN_DECLS

/* A sheet with cells, of those that a workbook has. */
typedef struct
{
  char *name;
  char *part;
  gboolean is_hidden;
} TjXlsxSheetInfo;

/* How a workbook is put together: its parts and its sheets in their order. */
typedef struct
{
  char *strings; /* part, NULL when there is none; so the next */
  char *styles;
  gboolean is_1904;
  GArray *sheets; /* of TjXlsxSheetInfo */
} TjXlsxWorkbook;

TjXlsxWorkbook *
tj_xlsx_workbook_read (TjXlsxArchive *archive, GCancellable *cancellable, GError **error);
void tj_xlsx_workbook_free (TjXlsxWorkbook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjXlsxWorkbook, tj_xlsx_workbook_free)

G_END_DECLS
