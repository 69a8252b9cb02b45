/* Workbooks put together part by part: what Excel writes, and what nobody should. */

#include "config.h"

#include "xlsx-fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define ROOM (64 * 1024 * 1024)

static void
add_part (struct archive *archive, const XlsxPart *part)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize length = part->length > 0 ? part->length : strlen (part->text);

  archive_entry_set_pathname (entry, part->name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, length);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, part->text, length), ==, length);
  archive_entry_free (entry);
}

/* An archive of the parts; one that is not packed can be searched and damaged by hand. */
GBytes *
xlsx_pack (const XlsxPart *parts, gsize n_parts, gboolean is_packed)
{
  struct archive *archive = archive_write_new ();
  g_autofree char *room = g_malloc (ROOM);
  gsize used = 0;

  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, is_packed ? "compression=deflate" : "compression=store");
  g_assert_cmpint (archive_write_open_memory (archive, room, ROOM, &used), ==, ARCHIVE_OK);
  for (gsize i = 0; i < n_parts; i++)
    add_part (archive, &parts[i]);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return g_bytes_new (room, used);
}

GBytes *
xlsx_new (const char *workbook, const char *strings, const char *styles, const char *sheet)
{
  const XlsxPart parts[] = {
    { "_rels/.rels", XLSX_ROOT_RELATIONS }, { "xl/_rels/workbook.xml.rels", XLSX_RELATIONS },
    { "xl/workbook.xml", workbook },        { "xl/styles.xml", styles },
    { "xl/worksheets/sheet1.xml", sheet },  { "xl/sharedStrings.xml", strings },
  };

  return xlsx_pack (parts, G_N_ELEMENTS (parts), TRUE);
}

/* Style 1 is a date, 2 a time, 3 both, 4 a date by a code of its own, 5 a number with one. */
GBytes *
xlsx_new_sheet (const char *strings, const char *rows)
{
  g_autofree char *all_strings = g_strconcat ("<sst" XLSX_NAMESPACES ">", strings, "</sst>", NULL);
  g_autofree char *sheet
      = g_strconcat ("<worksheet" XLSX_NAMESPACES "><sheetData>", rows, "</worksheet>", NULL);

  return xlsx_new (XLSX_WORKBOOK ("", XLSX_ONE_SHEET), all_strings,
                   "<styleSheet" XLSX_NAMESPACES "><numFmts count=\"2\">"
                   "<numFmt numFmtId=\"164\" formatCode=\"[$-41D]d\\ mmmm\\ yyyy;@\"/>"
                   "<numFmt numFmtId=\"165\" formatCode=\"&quot;dag &quot;000000\\-0000\"/>"
                   "</numFmts><cellStyleXfs><xf numFmtId=\"22\"/></cellStyleXfs><cellXfs>"
                   "<xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/>"
                   "<xf numFmtId=\"21\"/><xf numFmtId=\"22\"/><xf numFmtId=\"164\"/>"
                   "<xf numFmtId=\"165\"/></cellXfs></styleSheet>",
                   sheet);
}

/* A workbook that a spreadsheet wrote. */
GBytes *
xlsx_load (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("TJ_TEST_FIXTURES"), "workbooks", name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

TjImportTable *
xlsx_read (GBytes *bytes, const char *sheet)
{
  g_autoptr (GError) error = NULL;
  TjImportTable *table = tj_import_table_read (bytes, sheet, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (table);
  return table;
}

/* Rows as text: `number:cell|cell/`, as in the tests of CSV. */
void
xlsx_assert_rows (const TjImportTable *table, const char *expected)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint row = 0; row < tj_import_table_get_n_rows (table); row++)
    {
      g_string_append_printf (rows, "%u:", tj_import_table_get_row_number (table, row));
      for (guint i = 0; i < tj_import_table_get_n_cells (table, row); i++)
        {
          TjCell cell = tj_import_table_get_cell (table, row, i);

          if (i > 0)
            g_string_append_c (rows, '|');
          g_string_append_len (rows, cell.text, cell.length);
        }
      g_string_append_c (rows, '/');
    }
  g_assert_cmpstr (rows->str, ==, expected);
}

/* What a sheet says. `rows` goes on to the end of the part: it ends its `sheetData` itself. */
void
xlsx_assert_sheet (const char *strings, const char *rows, const char *expected)
{
  g_autoptr (GBytes) bytes = xlsx_new_sheet (strings, rows);
  g_autoptr (TjImportTable) table = xlsx_read (bytes, NULL);

  xlsx_assert_rows (table, expected);
}

void
xlsx_assert_refused (GBytes *bytes, int code, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tj_import_table_read (bytes, NULL, NULL, &error));
  g_assert_error (error, TJ_EXCHANGE_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, part));
}
