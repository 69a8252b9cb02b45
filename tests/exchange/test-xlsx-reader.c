/* Workbooks come out as the sheet shows them, whichever program wrote them. */

#include "config.h"

#include "xlsx-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

#define SHARED(n) "<c t=\"s\"><v>" #n "</v></c>"

static void
test_strings (void)
{
  xlsx_assert_sheet ("<si><t>Åsa</t></si>"
                     "<si><r><t xml:space=\"preserve\">von </t></r><r><rPr><b/></rPr><t>Ek</t></r>"
                     "<rPh sb=\"0\" eb=\"1\"><t>sound</t></rPh></si>"
                     "<si><t>a &amp; b &lt;c&gt; &#229;</t></si>"
                     "<si><t>one_x000D_\ntwo_x005F_x000D_ _x_ _xZZZZ_ _x0007__x00E5_</t></si>"
                     "<si/>",
                     "<row>" SHARED (0) SHARED (1) SHARED (2) SHARED (3) SHARED (4)
                         SHARED (0) "</row></sheetData>",
                     "1:Åsa|von Ek|a & b <c> å|one\r\ntwo_x000D_ _x_ _xZZZZ_ å||Åsa/");
}

static void
test_inline_strings (void)
{
  xlsx_assert_sheet ("",
                     "<row><c t=\"inlineStr\"><is><t>Ek</t></is></c>"
                     "<c t=\"inlineStr\"><is><r><t>a</t></r><r><t> b</t></r>"
                     "<rPh><t>x</t></rPh></is></c>"
                     "<c t=\"str\"><f>A1&amp;\"!\"</f><v>Ek!</v></c></row></sheetData>",
                     "1:Ek|a b|Ek!/");
}

static void
test_numbers (void)
{
  xlsx_assert_sheet (
      "",
      "<row><c><v>200701032385</v></c><c t=\"n\"><v>2.00701032385E11</v></c>"
      "<c><v>2.00701032385E+11</v></c><c s=\"5\"><v>701032385</v></c><c><v>0.1</v></c>"
      "<c><v>0.30000000000000004</v></c><c><v>12392</v></c><c><v>-5</v></c><c><v>1E300</v></c>"
      "<c><v>46344.0</v></c><c><v>9007199254740993</v></c></row></sheetData>",
      "1:200701032385|200701032385|200701032385|701032385|0.1|0.3|12392|-5|1e+300|46344|"
      "9007199254740993/");
}

static void
test_dates (void)
{
  xlsx_assert_sheet ("",
                     "<row><c s=\"1\"><v>46344</v></c><c s=\"3\"><v>46344.604166666664</v></c>"
                     "<c s=\"3\"><v>46344</v></c><c s=\"4\"><v>46344</v></c>"
                     "<c s=\"2\"><v>0.604224537</v></c><c s=\"1\"><v>59</v></c>"
                     "<c s=\"1\"><v>61</v></c><c s=\"1\"><v>60</v></c><c s=\"1\"><v>-1</v></c>"
                     "<c s=\"1\"><v>2958465</v></c><c s=\"1\"><v>2958466</v></c>"
                     "<c t=\"d\"><v>2026-11-18T00:00:00</v></c><c s=\"99\"><v>46344</v></c>"
                     "</row></sheetData>",
                     "1:2026-11-18|2026-11-18 14:30|2026-11-18|2026-11-18|14:30:05|1900-02-28|"
                     "1900-03-01|60|-1|9999-12-31|2958466|2026-11-18T00:00:00|46344/");
}

static void
test_dates_from_1904 (void)
{
  g_autoptr (GBytes) bytes
      = xlsx_new (XLSX_WORKBOOK (" date1904=\"1\"", XLSX_ONE_SHEET), "<sst/>",
                  "<styleSheet><cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
                  "<worksheet><sheetData><row><c s=\"1\"><v>44882</v></c><c s=\"1\"><v>0</v></c>"
                  "</row></sheetData></worksheet>");
  g_autoptr (TjImportTable) table = xlsx_read (bytes, NULL);

  xlsx_assert_rows (table, "1:2026-11-18|1904-01-01/");
}

static void
test_other_values (void)
{
  xlsx_assert_sheet ("",
                     "<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c>"
                     "<c><f>1+1</f><v>2</v></c><c><f>NOW()</f></c>"
                     "<c t=\"b\"><f>A1</f><v>1</v></c></row></sheetData>",
                     "1:TRUE|FALSE|#N/A|2||TRUE/");
}

static void
test_places (void)
{
  xlsx_assert_sheet ("<si><t>x</t></si>",
                     "<row r=\"3\"><c r=\"B3\" t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c>"
                     "<c r=\"AA3\" t=\"s\"><v>0</v></c><c r=\"XFD3\" s=\"1\"/></row>"
                     "<row><c r=\"A4\" s=\"1\"/></row>"
                     "<row r=\"7\"><c t=\"s\"><v>0</v></c></row></sheetData>",
                     "3:|x|x||||||||||||||||||||||||x/7:x/");
}

static void
test_merged (void)
{
  xlsx_assert_sheet (
      "<si><t>Skola</t></si><si><t>Lista</t></si>",
      "<row>" SHARED (
          1) "</row>"
             "<row><c><v>1</v></c><c r=\"C2\" t=\"s\"><v>0</v></c></row>"
             "<row><c><v>2</v></c></row><row><c><v>3</v></c><c r=\"C4\"><v>9</v></c></row>"
             "<row r=\"6\"><c><v>4</v></c></row>"
             "</sheetData><mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"C2:C5\"/>"
             "<mergeCell ref=\"nonsense\"/></mergeCells>",
      "1:Lista/2:1||Skola/3:2||Skola/4:3||9/6:4/");
}

static void
test_hidden_rows (void)
{
  g_autoptr (GBytes) bytes
      = xlsx_new_sheet ("", "<row><c><v>1</v></c></row><row hidden=\"1\"><c><v>2</v></c></row>"
                            "<row hidden=\"true\"/></sheetData>");
  g_autoptr (TjImportTable) table = xlsx_read (bytes, NULL);

  xlsx_assert_rows (table, "1:1/2:2/");
  g_assert_cmpuint (tj_import_table_get_n_hidden (table), ==, 1);
}

/* As Excel writes: with prefixes, namespaces that may be ignored, and things that are no cells. */
static void
test_what_excel_writes (void)
{
  static const char sheet[]
      = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
        "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
        "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        "mc:Ignorable=\"x14ac\" "
        "xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\">"
        "<x:dimension ref=\"A1:B2\"/><x:sheetViews><x:sheetView tabSelected=\"1\" "
        "workbookViewId=\"0\"><x:selection activeCell=\"B2\" sqref=\"B2\"/></x:sheetView>"
        "</x:sheetViews><x:sheetFormatPr defaultRowHeight=\"15\" x14ac:dyDescent=\"0.25\"/>"
        "<x:cols><x:col min=\"1\" max=\"1\" width=\"14\" customWidth=\"1\"/></x:cols>"
        "<x:sheetData><x:row r=\"1\" spans=\"1:2\" x14ac:dyDescent=\"0.25\">"
        "<x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c><x:c r=\"B1\" s=\"1\"><x:v>46344</x:v></x:c>"
        "</x:row></x:sheetData><x:autoFilter ref=\"A1:B1\"/>"
        "<x:dataValidations count=\"1\"><x:dataValidation type=\"list\" sqref=\"A1\">"
        "<x:formula1>$C$1</x:formula1></x:dataValidation></x:dataValidations>"
        "<x:pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" "
        "footer=\"0.3\"/><x:extLst><x:ext uri=\"{x}\"><c><v>7</v></c></x:ext></x:extLst>"
        "</x:worksheet>";
  const XlsxPart parts[] = {
    { "[Content_Types].xml", "<Types/>" },
    { "_rels/.rels",
      "<Relationships><Relationship Id=\"rId9\" Type=\"http://purl.oclc.org/ooxml/officeDocument/"
      "relationships/officeDocument\" Target=\"/xl/workbook22.xml\"/></Relationships>" },
    { "xl/_rels/workbook22.xml.rels",
      "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" "
      "Target=\"../XL/worksheets/./Sheet1.xml\"/>"
      "<Relationship Id=\"b\" Type=\"x/sharedStrings\" Target=\"/xl/sharedstrings.xml\"/>"
      "<Relationship Id=\"d\" Type=\"x/styles\" Target=\"styles.xml\"/>"
      "<Relationship Id=\"c\" Type=\"x/hyperlink\" Target=\"https://example.org\" "
      "TargetMode=\"External\"/></Relationships>" },
    { "xl/workbook22.xml", XLSX_WORKBOOK ("", "<sheet name=\"Blad1\" sheetId=\"4\" r:id=\"a\"/>") },
    { "xl\\worksheets\\sheet1.xml", sheet },
    { "xl/styles.xml", "<styleSheet><cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs></styleSheet>" },
    { "xl/sharedStrings.xml", "<sst><si><t>Personnummer</t></si></sst>" },
  };
  g_autoptr (GBytes) bytes = xlsx_pack (parts, G_N_ELEMENTS (parts), TRUE);
  g_autoptr (TjImportTable) table = xlsx_read (bytes, NULL);

  xlsx_assert_rows (table, "1:Personnummer|2026-11-18/");
}

static GBytes *
new_three_sheets (void)
{
  const XlsxPart parts[] = {
    { "_rels/.rels", XLSX_ROOT_RELATIONS },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"a.xml\"/>"
      "<Relationship Id=\"b\" Type=\"x/worksheet\" Target=\"b.xml\"/>"
      "<Relationship Id=\"c\" Type=\"x/worksheet\" Target=\"c.xml\"/>"
      "<Relationship Id=\"d\" Type=\"x/chartsheet\" Target=\"d.xml\"/></Relationships>" },
    { "xl/workbook.xml",
      XLSX_WORKBOOK ("", "<sheet name=\"Diagram\" r:id=\"d\"/>"
                         "<sheet name=\"Koder\" state=\"hidden\" r:id=\"a\"/>"
                         "<sheet name=\"Försättsblad\" r:id=\"b\"/>"
                         "<sheet name=\"Elever &amp; skolor\" state=\"visible\" r:id=\"c\"/>") },
    { "xl/a.xml", "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>" },
    { "xl/b.xml", "<worksheet><sheetData/></worksheet>" },
    { "xl/c.xml", "<worksheet><sheetData><row><c><v>3</v></c></row></sheetData></worksheet>" },
  };

  return xlsx_pack (parts, G_N_ELEMENTS (parts), TRUE);
}

static void
test_sheets (void)
{
  g_autoptr (GBytes) bytes = new_three_sheets ();
  g_autoptr (TjImportTable) first = xlsx_read (bytes, NULL);
  g_autoptr (TjImportTable) hidden = xlsx_read (bytes, "Koder");

  g_assert_cmpstrv (tj_import_table_get_sheets (first),
                    ((const char *[]){ "Koder", "Försättsblad", "Elever & skolor", NULL }));
  g_assert_cmpstr (tj_import_table_get_sheet (first), ==, "Elever & skolor");
  xlsx_assert_rows (first, "1:3/");
  g_assert_cmpstr (tj_import_table_get_sheet (hidden), ==, "Koder");
  xlsx_assert_rows (hidden, "1:1/");
}

static void
assert_sheet_refused (GBytes *bytes, const char *sheet, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tj_import_table_read (bytes, sheet, NULL, &error));
  g_assert_error (error, TJ_EXCHANGE_ERROR, code);
  g_assert_null (strstr (error->message, sheet));
}

static void
test_missing_sheets (void)
{
  g_autoptr (GBytes) bytes = new_three_sheets ();
  g_autoptr (GBytes) text = g_bytes_new_static ("a;b\n", 4);

  assert_sheet_refused (bytes, "Försättsblad", TJ_EXCHANGE_ERROR_EMPTY);
  assert_sheet_refused (bytes, "Diagram", TJ_EXCHANGE_ERROR_FORMAT);
  assert_sheet_refused (text, "Blad1", TJ_EXCHANGE_ERROR_FORMAT);
}

static void
test_text_has_no_sheets (void)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("a;b\n", 4);
  g_autoptr (TjImportTable) table = xlsx_read (text, NULL);

  g_assert_null (tj_import_table_get_sheets (table));
  g_assert_null (tj_import_table_get_sheet (table));
}

/* The same list as each program wrote it. */
#define LIST                                                                                       \
  "1:Personnummer|Namn|Registrerad|Mobil|Skyddad/"                                                 \
  "2:200701032385|Nilsson, Ester|2026-07-01|0701234567|FALSE/"                                     \
  "3:20090325-2393|Söderlund, Liam|2026-11-07||TRUE/"                                             \
  "5:201001292380|Öberg, Elsa||a\nb/"

static char *
make_workbook (int in_constant_memory)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (g_get_tmp_dir (), "tj-xlsx-XXXXXX", NULL);
  int file = g_mkstemp (path);
  lxw_workbook_options options = { .constant_memory = in_constant_memory };
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Elever");
  lxw_format *date = workbook_add_format (workbook);
  static const char *const headings[]
      = { "Personnummer", "Namn", "Registrerad", "Mobil", "Skyddad" };

  g_close (file, NULL);
  format_set_num_format (date, "yyyy-mm-dd");
  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    worksheet_write_string (sheet, 0, i, headings[i], NULL);
  worksheet_write_number (sheet, 1, 0, 200701032385, NULL);
  worksheet_write_string (sheet, 1, 1, "Nilsson, Ester", NULL);
  worksheet_write_datetime (sheet, 1, 2, &(lxw_datetime){ .year = 2026, .month = 7, .day = 1 },
                            date);
  worksheet_write_string (sheet, 1, 3, "0701234567", NULL);
  worksheet_write_boolean (sheet, 1, 4, 0, NULL);
  worksheet_write_string (sheet, 2, 0, "20090325-2393", NULL);
  worksheet_write_string (sheet, 2, 1, "Söderlund, Liam", NULL);
  worksheet_write_datetime (sheet, 2, 2, &(lxw_datetime){ .year = 2026, .month = 11, .day = 7 },
                            date);
  worksheet_write_boolean (sheet, 2, 4, 1, NULL);
  worksheet_write_formula_num (sheet, 4, 0, "=201001292379+1", NULL, 201001292380);
  worksheet_write_string (sheet, 4, 1, "Öberg, Elsa", NULL);
  worksheet_write_blank (sheet, 4, 2, date);
  worksheet_write_string (sheet, 4, 3, "a\nb", NULL);
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
  return path;
}

static void
test_libxlsxwriter (void)
{
  for (int in_constant_memory = 0; in_constant_memory < 2; in_constant_memory++)
    {
      g_autofree char *path = make_workbook (in_constant_memory);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (TjImportTable) table = NULL;
      char *contents;
      gsize length;

      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      bytes = g_bytes_new_take (contents, length);
      g_unlink (path);
      table = xlsx_read (bytes, NULL);
      xlsx_assert_rows (table, LIST);
    }
}

static void
test_libreoffice (void)
{
  g_autoptr (GBytes) bytes = xlsx_load ("libreoffice.xlsx");
  g_autoptr (TjImportTable) table = xlsx_read (bytes, NULL);

  xlsx_assert_rows (table, LIST);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/xlsx/strings-are-joined-and-unescaped", test_strings);
  g_test_add_func ("/exchange/xlsx/strings-may-stand-in-the-cell", test_inline_strings);
  g_test_add_func ("/exchange/xlsx/whole-numbers-keep-all-digits", test_numbers);
  g_test_add_func ("/exchange/xlsx/numbers-styled-as-dates-are-dates", test_dates);
  g_test_add_func ("/exchange/xlsx/days-may-count-from-1904", test_dates_from_1904);
  g_test_add_func ("/exchange/xlsx/truths-errors-and-formulas", test_other_values);
  g_test_add_func ("/exchange/xlsx/cells-stand-where-their-references-say", test_places);
  g_test_add_func ("/exchange/xlsx/merged-rows-all-have-the-value", test_merged);
  g_test_add_func ("/exchange/xlsx/hidden-rows-are-kept-and-counted", test_hidden_rows);
  g_test_add_func ("/exchange/xlsx/what-excel-writes", test_what_excel_writes);
  g_test_add_func ("/exchange/xlsx/the-first-sheet-seen-or-a-named-one", test_sheets);
  g_test_add_func ("/exchange/xlsx/a-sheet-that-is-not-there-is-refused", test_missing_sheets);
  g_test_add_func ("/exchange/xlsx/a-text-has-no-sheets", test_text_has_no_sheets);
  g_test_add_func ("/exchange/xlsx/what-libxlsxwriter-writes", test_libxlsxwriter);
  g_test_add_func ("/exchange/xlsx/what-libreoffice-writes", test_libreoffice);
  return g_test_run ();
}
