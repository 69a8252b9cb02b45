#pragma once

#include "tj-import-table.h"

/* Workbooks put together part by part, for the tests of reading them. */

typedef struct
{
  const char *name;
  const char *text;
  gsize length; /* 0: up to the NUL */
} XlsxPart;

/* The relations and the workbook that name one sheet, the strings and the styles. */
#define XLSX_ROOT_RELATIONS                                                                        \
  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"                              \
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"         \
  "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"        \
  "relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"

#define XLSX_RELATIONS                                                                             \
  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"                              \
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"         \
  "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"        \
  "relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>"                                   \
  "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"        \
  "relationships/styles\" Target=\"styles.xml\"/>"                                                 \
  "<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"        \
  "relationships/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"

#define XLSX_NAMESPACES                                                                            \
  " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""                           \
  " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""

#define XLSX_WORKBOOK(properties, sheets)                                                          \
  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"                              \
  "<workbook" XLSX_NAMESPACES "><workbookPr" properties "/><sheets>" sheets "</sheets></workbook>"

#define XLSX_ONE_SHEET "<sheet name=\"Blad1\" sheetId=\"1\" r:id=\"rId1\"/>"

GBytes *xlsx_pack (const XlsxPart *parts, gsize n_parts, gboolean is_packed);
GBytes *xlsx_new (const char *workbook, const char *strings, const char *styles, const char *sheet);
GBytes *xlsx_new_sheet (const char *strings, const char *rows);
GBytes *xlsx_load (const char *name);

TjImportTable *xlsx_read (GBytes *bytes, const char *sheet);
void xlsx_assert_rows (const TjImportTable *table, const char *expected);
void xlsx_assert_sheet (const char *strings, const char *rows, const char *expected);
void xlsx_assert_refused (GBytes *bytes, int code, const char *part);
