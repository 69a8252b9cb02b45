/* Spreadsheets out: the parts of the file are unpacked and read as a spreadsheet would. */

#include "config.h"

#include "tj-workbook.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>

static const char *const choices[] = { "Lämnar KAA", "Ja, kvar", NULL };

static const TjWorkbookColumn columns[] = {
  { .title = "Personnummer", .kind = TJ_WORKBOOK_TEXT, .width = 16 },
  { .title = "Belopp", .kind = TJ_WORKBOOK_AMOUNT, .width = 12 },
  { .title = "Slut", .kind = TJ_WORKBOOK_DATE, .width = 12 },
  { .title = "Beslut", .kind = TJ_WORKBOOK_TEXT, .width = 20, .choices = choices },
  { .title = "Nyckel", .kind = TJ_WORKBOOK_KEY, .width = 4 },
};

static GBytes *
make (void)
{
  TjWorkbook *book = tj_workbook_new ("Avstämning");
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  tj_workbook_begin_sheet (book, "Fynd: alla / öppna [2026-11] och några ord till");
  tj_workbook_add_line (book, "Avstämning november", TRUE);
  tj_workbook_begin_table (book, columns, G_N_ELEMENTS (columns));
  tj_workbook_add_text (book, "20070101-2392");
  tj_workbook_add_amount (book, 1239150);
  tj_workbook_add_date (book, tj_date_new (2026, 11, 18));
  tj_workbook_add_text (book, "=HYPERLINK(\"x\")");
  tj_workbook_add_text (book, "k1");
  tj_workbook_end_row (book);
  g_assert_cmpuint (tj_workbook_get_row (book), ==, 4);
  tj_workbook_add_text (book, NULL);
  tj_workbook_add_formula (book, "=SUM(B3:B3)", 12391.5);
  tj_workbook_add_date (book, TJ_DATE_NONE);
  tj_workbook_end_row (book);
  tj_workbook_end_table (book);

  bytes = tj_workbook_finish (book, &error);
  g_assert_no_error (error);
  return bytes;
}

static char *
read_part (GBytes *bytes, const char *name)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  char *text = NULL;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (
      archive_read_open_memory (archive, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)),
      ==, ARCHIVE_OK);
  while (text == NULL && archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      if (!g_str_equal (archive_entry_pathname (entry), name))
        continue;
      text = g_malloc0 ((gsize)archive_entry_size (entry) + 1);
      g_assert_cmpint (archive_read_data (archive, text, (gsize)archive_entry_size (entry)), ==,
                       archive_entry_size (entry));
    }
  archive_read_free (archive);
  g_assert_nonnull (text);
  return text;
}

static void
assert_in (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("%s is not in %s", part, text);
}

static void
test_a_sheet_can_be_worked_in (void)
{
  g_autoptr (GBytes) bytes = make ();
  g_autofree char *sheet = read_part (bytes, "xl/worksheets/sheet1.xml");

  assert_in (sheet, "<pane ySplit=\"2\"");
  assert_in (sheet, "state=\"frozen\"");
  assert_in (sheet, "<autoFilter ref=\"A2:E4\"/>");
  assert_in (sheet, "<dataValidation type=\"list\"");
  assert_in (sheet, "sqref=\"D3:D4\"");
  assert_in (sheet, "<formula1>Val!$A$1:$A$2</formula1>");
  assert_in (sheet, "min=\"5\" max=\"5\"");
  assert_in (sheet, "hidden=\"1\"");
}

static void
test_values_keep_their_kind (void)
{
  g_autoptr (GBytes) bytes = make ();
  g_autofree char *sheet = read_part (bytes, "xl/worksheets/sheet1.xml");
  g_autofree char *strings = read_part (bytes, "xl/sharedStrings.xml");

  assert_in (sheet, "<v>12391.5</v>");
  assert_in (sheet, "<v>46344</v>");
  assert_in (sheet, "<f>SUM(B3:B3)</f><v>12391.5</v>");
  assert_in (strings, "<t>20070101-2392</t>");
  assert_in (strings, "<t>=HYPERLINK(\"x\")</t>");
  g_assert_null (strstr (sheet, "HYPERLINK"));
}

static void
test_sheet_names_are_made_legal (void)
{
  g_autoptr (GBytes) bytes = make ();
  g_autofree char *book = read_part (bytes, "xl/workbook.xml");

  assert_in (book, "name=\"Val\" sheetId=\"2\" state=\"hidden\"");
  assert_in (book, "name=\"Fynd  alla   öppna  2026-11  oc\"");
}

static void
test_nothing_is_left_on_the_disk (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tjugo-workbook-XXXXXX", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GDir) left = NULL;

  g_setenv ("TMPDIR", folder, TRUE);
  bytes = make ();
  left = g_dir_open (folder, 0, NULL);
  g_assert_null (g_dir_read_name (left));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_an_unfinished_workbook_can_be_thrown_away (void)
{
  g_autoptr (TjWorkbook) book = tj_workbook_new ("Avstämning");

  tj_workbook_begin_sheet (book, "Fynd");
  tj_workbook_add_line (book, "Avstämning", TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/workbook/a-sheet-can-be-worked-in", test_a_sheet_can_be_worked_in);
  g_test_add_func ("/exchange/workbook/values-keep-their-kind", test_values_keep_their_kind);
  g_test_add_func ("/exchange/workbook/sheet-names-are-made-legal",
                   test_sheet_names_are_made_legal);
  g_test_add_func ("/exchange/workbook/nothing-is-left-on-the-disk",
                   test_nothing_is_left_on_the_disk);
  g_test_add_func ("/exchange/workbook/an-unfinished-workbook-can-be-thrown-away",
                   test_an_unfinished_workbook_can_be_thrown_away);
  return g_test_run ();
}
