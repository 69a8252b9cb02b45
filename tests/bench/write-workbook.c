/* Makes a workbook out of a list, as a school's system would: texts shared among the cells, the date
 * as a real date. Use: write-workbook LIST.csv WORKBOOK.xlsx */

#include "config.h"

#include <string.h>
#include <xlsxwriter.h>

#include "tj-date.h"
#include "tj-import-file.h"
#include "tj-import-table.h"

static void
write_cell (lxw_worksheet *sheet, guint row, guint column, TjCell cell, lxw_format *as_date)
{
  g_autofree char *text = g_strndup (cell.text, cell.length);
  TjDate date = tj_date_parse (text);

  if (date == TJ_DATE_NONE)
    worksheet_write_string (sheet, row, column, text, NULL);
  else
    worksheet_write_number (sheet, row, column, date - tj_date_new (1899, 12, 30), as_date);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (argv[1]);
  g_autoptr (GBytes) bytes = tj_import_load_file (file, NULL, &error);
  g_autoptr (TjImportTable) table
      = bytes != NULL ? tj_import_table_read (bytes, NULL, NULL, &error) : NULL;
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  lxw_format *as_date;

  if (table == NULL || argc != 3)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "two files are needed");
      return 1;
    }
  workbook = workbook_new (argv[2]);
  sheet = workbook_add_worksheet (workbook, "Elever");
  as_date = workbook_add_format (workbook);
  format_set_num_format (as_date, "yyyy-mm-dd");
  for (guint row = 0; row < tj_import_table_get_n_rows (table); row++)
    for (guint i = 0; i < tj_import_table_get_n_cells (table, row); i++)
      write_cell (sheet, row, i, tj_import_table_get_cell (table, row, i), as_date);
  return workbook_close (workbook) == LXW_NO_ERROR ? 0 : 1;
}
