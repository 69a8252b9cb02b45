/* The spreadsheet of one long table: read back as it was, by our own reading. */

#include "config.h"

#include "tj-import-table.h"
#include "tj-long-sheet.h"

#include <string.h>

static TjImportTable *
read_back (TjLongSheet *sheet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tj_long_sheet_finish (sheet, &error);
  TjImportTable *table;

  g_assert_no_error (error);
  table = tj_import_table_read (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  return table;
}

static void
check_cell (TjImportTable *table, guint row, guint column, const char *expected)
{
  TjCell cell = tj_import_table_get_cell (table, row, column);

  g_assert_cmpmem (cell.text, cell.length, expected, strlen (expected));
}

static void
test_texts_and_dates_read_back (void)
{
  static const TjLongSheetColumn columns[] = { { "Nummer", 16 }, { "<&\">", 16 }, { "Dag", 16 } };
  TjLongSheet *sheet = tj_long_sheet_new ("Kol: [a]/b?", columns, G_N_ELEMENTS (columns));
  g_autoptr (TjImportTable) table = NULL;

  tj_long_sheet_add_text (sheet, "007");
  tj_long_sheet_add_text (sheet, "=1+1 & <Östra>");
  tj_long_sheet_add_date (sheet, tj_date_new (2026, 11, 18));
  tj_long_sheet_end_row (sheet);
  tj_long_sheet_add_text (sheet, "");
  tj_long_sheet_add_text (sheet, "007");
  tj_long_sheet_add_date (sheet, TJ_DATE_NONE);
  tj_long_sheet_end_row (sheet);
  table = read_back (sheet);
  g_assert_cmpstr (tj_import_table_get_sheet (table), ==, "Kol   a  b ");
  g_assert_cmpuint (tj_import_table_get_n_rows (table), ==, 3);
  check_cell (table, 0, 1, "<&\">");
  check_cell (table, 1, 0, "007");
  check_cell (table, 1, 1, "=1+1 & <Östra>");
  check_cell (table, 1, 2, "2026-11-18");
  check_cell (table, 2, 0, "");
  check_cell (table, 2, 1, "007");
}

/* More columns than there are letters, more rows than are packed at once. */
static void
test_a_large_one_reads_back (void)
{
  g_autofree TjLongSheetColumn *columns = g_new0 (TjLongSheetColumn, 60);
  TjLongSheet *sheet;
  g_autoptr (TjImportTable) table = NULL;

  for (guint i = 0; i < 60; i++)
    columns[i].title = g_intern_static_string ("kolumn");
  sheet = tj_long_sheet_new ("Blad", columns, 60);
  for (guint row = 0; row < 5000; row++)
    {
      for (guint i = 0; i < 60; i++)
        {
          g_autofree char *text = g_strdup_printf ("%u", row * i);

          tj_long_sheet_add_text (sheet, text);
        }
      tj_long_sheet_end_row (sheet);
    }
  table = read_back (sheet);
  g_assert_cmpuint (tj_import_table_get_n_rows (table), ==, 5001);
  check_cell (table, 5000, 59, "294941");
  check_cell (table, 2501, 26, "65000");
}

static void
test_without_rows_the_header_is_left (void)
{
  static const TjLongSheetColumn columns[] = { { "Nummer", 16 } };
  g_autoptr (TjImportTable) table
      = read_back (tj_long_sheet_new ("Blad", columns, G_N_ELEMENTS (columns)));

  g_assert_cmpuint (tj_import_table_get_n_rows (table), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/long-sheet/texts-and-dates-read-back",
                   test_texts_and_dates_read_back);
  g_test_add_func ("/exchange/long-sheet/a-large-one-reads-back", test_a_large_one_reads_back);
  g_test_add_func ("/exchange/long-sheet/without-rows-the-header-is-left",
                   test_without_rows_the_header_is_left);
  return g_test_run ();
}
