/* What is no workbook, a damaged one, or one made to do harm is refused in words that say what to
 * do; and nothing of it is believed before. */

#include "config.h"

#include "xlsx-fixture.h"

#include <string.h>

static GBytes *
new_workbook (void)
{
  return xlsx_new_sheet ("<si><t>x</t></si>",
                         "<row><c t=\"s\"><v>0</v></c><c><v>7</v></c></row></sheetData>");
}

static GBytes *
new_with_sheet (const char *sheet)
{
  return xlsx_new (XLSX_WORKBOOK ("", XLSX_ONE_SHEET), "<sst><si><t>x</t></si></sst>",
                   "<styleSheet/>", sheet);
}

static void
test_password (void)
{
  g_autoptr (GBytes) bytes = xlsx_load ("password.xlsx");

  xlsx_assert_refused (bytes, TJ_EXCHANGE_ERROR_FORMAT, "without a password");
}

static void
test_encrypted_archive (void)
{
  g_autoptr (GBytes) bytes = new_workbook ();
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *copy = g_memdup2 (data, size);
  g_autoptr (GBytes) marked = NULL;

  /* The first bit of the flags: in front of each part, and in the list at the end. */
  for (gsize i = 0; i + 10 < size; i++)
    if (memcmp (copy + i, "PK\003\004", 4) == 0)
      copy[i + 6] |= 1;
    else if (memcmp (copy + i, "PK\001\002", 4) == 0)
      copy[i + 8] |= 1;
  marked = g_bytes_new (copy, size);
  xlsx_assert_refused (marked, TJ_EXCHANGE_ERROR_FORMAT, "without a password");
}

static void
test_old_formats (void)
{
  g_autoptr (GBytes) xls = xlsx_load ("old.xls");
  g_autoptr (GBytes) ods = xlsx_load ("list.ods");
  g_autoptr (GBytes) older = g_bytes_new_static ("\x09\x04\x06\x00\x00\x00\x10\x00", 8);

  xlsx_assert_refused (xls, TJ_EXCHANGE_ERROR_FORMAT, "(.xls)");
  xlsx_assert_refused (older, TJ_EXCHANGE_ERROR_FORMAT, "(.xls)");
  xlsx_assert_refused (ods, TJ_EXCHANGE_ERROR_FORMAT, "(.ods)");
}

static void
assert_archive_refused (const char *name, const char *part)
{
  const XlsxPart parts[] = { { "_rels/.rels", "<Relationships/>" }, { name, "x" } };
  g_autoptr (GBytes) bytes = xlsx_pack (parts, G_N_ELEMENTS (parts), TRUE);

  xlsx_assert_refused (bytes, TJ_EXCHANGE_ERROR_FORMAT, part);
}

static void
test_other_archives (void)
{
  assert_archive_refused ("word/document.xml", "Word");
  assert_archive_refused ("xl/workbook.bin", "(.xlsb)");
  assert_archive_refused ("elever.csv", "(ZIP)");
}

static void
assert_text_refused (const char *text, const char *part)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  xlsx_assert_refused (bytes, TJ_EXCHANGE_ERROR_FORMAT, part);
}

static void
test_pretended_workbooks (void)
{
  assert_text_refused ("\r\n <HTML><table><tr><td>Pnr</td></tr></table></html>", "web page");
  assert_text_refused ("\xEF\xBB\xBF<?xml version=\"1.0\"?><?mso-application?>", "web page");
  assert_text_refused ("%PDF-1.7\n", "PDF");
  assert_text_refused ("{\\rtf1\\ansi}", "text document");
}

/* However many bytes of the archive are left: an error, or the whole list, never half of one. */
static void
test_cut_off (void)
{
  g_autoptr (GBytes) bytes = new_workbook ();

  for (gsize length = 4; length < g_bytes_get_size (bytes); length++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (TjImportTable) table = tj_import_table_read (part, NULL, NULL, &error);

      if (table != NULL)
        xlsx_assert_rows (table, "1:x|7/");
      else
        g_assert_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_FORMAT);
    }
}

static void
test_damaged_bytes (void)
{
  g_autoptr (GBytes) bytes = new_workbook ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 4; i < size; i += 3)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (TjImportTable) table = NULL;

      copy[i] ^= 0x55;
      damaged = g_bytes_new (copy, size);
      table = tj_import_table_read (damaged, NULL, NULL, NULL);
      if (table != NULL)
        xlsx_assert_rows (table, "1:x|7/");
    }
}

static void
assert_sheet_damaged (const char *sheet)
{
  g_autoptr (GBytes) bytes = new_with_sheet (sheet);

  xlsx_assert_refused (bytes, TJ_EXCHANGE_ERROR_FORMAT, "damaged");
}

static void
test_damaged_sheets (void)
{
  assert_sheet_damaged ("");
  assert_sheet_damaged ("<worksheet><sheetData>");
  assert_sheet_damaged ("<worksheet><sheetData><row></c></row></sheetData></worksheet>");
  assert_sheet_damaged ("<worksheet><sheetData><row><row/></row></sheetData></worksheet>");
  assert_sheet_damaged ("<worksheet><sheetData><row><c><c/></c></row></sheetData></worksheet>");
  assert_sheet_damaged ("<worksheet><sheetData><row r=\"2\"/><row r=\"2\"><c><v>1</v></c></row>"
                        "</sheetData></worksheet>");
  assert_sheet_damaged ("<worksheet><sheetData><row r=\"1048577\"/></sheetData></worksheet>");
  assert_sheet_damaged ("<worksheet><sheetData><row><c r=\"XFE1\"/></row></sheetData></worksheet>");
  assert_sheet_damaged ("<worksheet><sheetData><row><c r=\"A2\"/></row></sheetData></worksheet>");
  assert_sheet_damaged (
      "<worksheet><sheetData><row><c t=\"s\"><v>1</v></c></row></sheetData></worksheet>");
  assert_sheet_damaged (
      "<worksheet><sheetData><row><c t=\"s\"><v>-1</v></c></row></sheetData></worksheet>");
  assert_sheet_damaged ("<worksheet><sheetData><row><c><v>&nbsp;</v></c></row></sheetData>"
                        "</worksheet>");
  assert_sheet_damaged ("<worksheet><sheetData><row><c><v>\xff</v></c></row></sheetData>"
                        "</worksheet>");
}

static void
test_missing_parts (void)
{
  static const XlsxPart parts[] = {
    { "_rels/.rels", XLSX_ROOT_RELATIONS },
    { "xl/_rels/workbook.xml.rels", XLSX_RELATIONS },
    { "xl/workbook.xml", XLSX_WORKBOOK ("", XLSX_ONE_SHEET) },
  };

  for (gsize n = 1; n <= G_N_ELEMENTS (parts); n++)
    {
      g_autoptr (GBytes) bytes = xlsx_pack (parts, n, TRUE);

      xlsx_assert_refused (bytes, TJ_EXCHANGE_ERROR_FORMAT, n < 3 ? "(ZIP)" : "damaged");
    }
}

static void
test_entity_bomb (void)
{
  g_autoptr (GBytes) bytes = new_with_sheet (
      "<!DOCTYPE x [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
      "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><worksheet><sheetData><row><c><v>&c;</v></c>"
      "</row></sheetData></worksheet>");

  xlsx_assert_refused (bytes, TJ_EXCHANGE_ERROR_FORMAT, "definitions");
}

static void
test_outside_entities (void)
{
  g_autoptr (GBytes) entity
      = new_with_sheet ("<!DOCTYPE x [<!ENTITY a SYSTEM "
                        "\"file:///usr/lib/os-release\">]><worksheet><sheetData><row><c>"
                        "<v>&a;</v></c></row></sheetData></worksheet>");
  g_autoptr (GBytes) type
      = new_with_sheet ("<!DOCTYPE worksheet SYSTEM "
                        "\"file:///usr/lib/os-release\"><worksheet><sheetData><row><c><v>1</v>"
                        "</c></row></sheetData></worksheet>");

  xlsx_assert_refused (entity, TJ_EXCHANGE_ERROR_FORMAT, "definitions");
  xlsx_assert_refused (type, TJ_EXCHANGE_ERROR_FORMAT, "definitions");
}

static GBytes *
pack_sheet (const char *sheet, gsize length)
{
  const XlsxPart parts[] = {
    { "_rels/.rels", XLSX_ROOT_RELATIONS },
    { "xl/_rels/workbook.xml.rels", XLSX_RELATIONS },
    { "xl/workbook.xml", XLSX_WORKBOOK ("", XLSX_ONE_SHEET) },
    { "xl/worksheets/sheet1.xml", sheet, length },
  };

  return xlsx_pack (parts, G_N_ELEMENTS (parts), TRUE);
}

/* Forty million blanks between two rows pack to next to nothing. */
static void
test_zip_bomb (void)
{
  g_autoptr (GString) sheet = g_string_new ("<worksheet><sheetData>");
  g_autoptr (GBytes) bytes = NULL;

  for (int i = 0; i < 40000; i++)
    g_string_append_printf (sheet, "%1000s", "");
  g_string_append (sheet, "<row><c><v>1</v></c></row></sheetData></worksheet>");
  bytes = pack_sheet (sheet->str, sheet->len);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 100000);
  xlsx_assert_refused (bytes, TJ_EXCHANGE_ERROR_TOO_LARGE, "unpacks to more");
}

static void
test_many_parts (void)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (XlsxPart));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) bytes = NULL;

  for (int i = 0; i < 5000; i++)
    {
      XlsxPart part = { g_strdup_printf ("xl/%d.xml", i), "x", 1 };

      g_ptr_array_add (names, (gpointer)part.name);
      g_array_append_val (parts, part);
    }
  bytes = xlsx_pack ((const XlsxPart *)(gpointer)parts->data, parts->len, FALSE);
  xlsx_assert_refused (bytes, TJ_EXCHANGE_ERROR_TOO_LARGE, "unpacks to more");
}

/* Merged ranges over all columns and rows would make a table of billions. */
static void
test_wide_merges (void)
{
  g_autoptr (GString) sheet = g_string_new ("<worksheet><sheetData>");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TjImportTable) table = NULL;

  for (int i = 1; i <= 20000; i++)
    g_string_append_printf (sheet, "<row><c><v>%d</v></c>%s</row>", i,
                            i == 1 ? "<c r=\"XFD1\"><v>1</v></c>" : "");
  g_string_append (sheet, "</sheetData><mergeCells>");
  for (int i = 0; i < 1000; i++)
    g_string_append (sheet, "<mergeCell ref=\"XFD1:XFD1048576\"/>");
  g_string_append (sheet, "</mergeCells></worksheet>");
  bytes = pack_sheet (sheet->str, sheet->len);
  table = xlsx_read (bytes, NULL);
  g_assert_cmpuint (tj_import_table_get_n_rows (table), ==, 20000);
  g_assert_cmpuint (tj_import_table_get_n_cells (table, 19999), ==, 1);
}

static char *
new_long_cell (guint n_characters)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_characters; i++)
    g_string_append (text, "ö");
  return g_string_free (text, FALSE);
}

static void
test_longest_cell (void)
{
  g_autofree char *longest = new_long_cell (TJ_IMPORT_MAX_CELL);
  g_autofree char *strings = g_strconcat ("<si><t>", longest, "</t></si>", NULL);
  g_autofree char *row = g_strconcat ("<row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>",
                                      longest, "</t></is></c></row></sheetData>", NULL);
  g_autofree char *expected = g_strdup_printf ("1:%s|%s/", longest, longest);

  xlsx_assert_sheet (strings, row, expected);
}

static void
test_too_long_cells (void)
{
  g_autofree char *text = new_long_cell (TJ_IMPORT_MAX_CELL + 1);
  g_autofree char *strings = g_strconcat ("<si><t>x</t></si><si><t>", text, "</t></si>", NULL);
  g_autofree char *row = g_strconcat ("<row r=\"7\"><c t=\"inlineStr\"><is><t>", text,
                                      "</t></is></c></row></sheetData>", NULL);
  g_autoptr (GBytes) shared
      = xlsx_new_sheet (strings, "<row r=\"7\"><c t=\"s\"><v>1</v></c></row></sheetData>");
  g_autoptr (GBytes) in_cell = xlsx_new_sheet ("", row);

  xlsx_assert_refused (shared, TJ_EXCHANGE_ERROR_TOO_LARGE, "Row 7 ");
  xlsx_assert_refused (in_cell, TJ_EXCHANGE_ERROR_TOO_LARGE, "Row 7 ");
  /* One that no cell shows does no harm. */
  xlsx_assert_sheet (strings, "<row><c t=\"s\"><v>0</v></c></row></sheetData>", "1:x/");
}

static void
test_empty (void)
{
  g_autoptr (GBytes) bytes
      = new_with_sheet ("<worksheet><sheetData><row r=\"3\"><c r=\"A3\" s=\"1\"/></row></sheetData>"
                        "</worksheet>");

  xlsx_assert_refused (bytes, TJ_EXCHANGE_ERROR_EMPTY, "empty");
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = new_workbook ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (tj_import_table_read (bytes, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/xlsx-refused/a-password", test_password);
  g_test_add_func ("/exchange/xlsx-refused/an-encrypted-archive", test_encrypted_archive);
  g_test_add_func ("/exchange/xlsx-refused/older-and-other-spreadsheets", test_old_formats);
  g_test_add_func ("/exchange/xlsx-refused/archives-of-other-things", test_other_archives);
  g_test_add_func ("/exchange/xlsx-refused/what-is-only-called-a-workbook",
                   test_pretended_workbooks);
  g_test_add_func ("/exchange/xlsx-refused/cut-off-it-is-never-half-a-list", test_cut_off);
  g_test_add_func ("/exchange/xlsx-refused/a-changed-byte-is-no-other-list", test_damaged_bytes);
  g_test_add_func ("/exchange/xlsx-refused/sheets-that-are-none", test_damaged_sheets);
  g_test_add_func ("/exchange/xlsx-refused/missing-parts", test_missing_parts);
  g_test_add_func ("/exchange/xlsx-refused/an-entity-bomb", test_entity_bomb);
  g_test_add_func ("/exchange/xlsx-refused/entities-from-outside", test_outside_entities);
  g_test_add_func ("/exchange/xlsx-refused/a-zip-bomb", test_zip_bomb);
  g_test_add_func ("/exchange/xlsx-refused/too-many-parts", test_many_parts);
  g_test_add_func ("/exchange/xlsx-refused/merged-cells-do-not-fill-the-memory", test_wide_merges);
  g_test_add_func ("/exchange/xlsx/the-longest-cell-arrives-whole", test_longest_cell);
  g_test_add_func ("/exchange/xlsx-refused/longer-cells-by-their-row", test_too_long_cells);
  g_test_add_func ("/exchange/xlsx-refused/nothing-in-it", test_empty);
  g_test_add_func ("/exchange/xlsx/cancelled-it-lets-go", test_cancelled);
  return g_test_run ();
}
