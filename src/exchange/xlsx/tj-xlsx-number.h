#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a number in a workbook is shown as. */
typedef enum
{
  TJ_XLSX_PLAIN,
  TJ_XLSX_DATE,
  TJ_XLSX_TIME,
  TJ_XLSX_DATE_TIME,
} TjXlsxNumberKind;

#define TJ_XLSX_NUMBER_BUFFER 32

TjXlsxNumberKind tj_xlsx_format_kind (guint id, const char *code);
const char *tj_xlsx_number_write (const char *text,
                                  TjXlsxNumberKind kind,
                                  gboolean is_1904,
                                  char buffer[TJ_XLSX_NUMBER_BUFFER]);

G_END_DECLS
