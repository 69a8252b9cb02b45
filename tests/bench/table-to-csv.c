/* Reads a list the way an import does and writes it as CSV, as the peers are asked to.
 * Use: table-to-csv LIST OUTPUT.csv */

#include "config.h"

#include "tj-csv-writer.h"
#include "tj-import-file.h"
#include "tj-import-table.h"

static GBytes *
write_table (TjImportTable *table)
{
  TjCsvWriter *writer = tj_csv_writer_new ();

  for (guint row = 0; row < tj_import_table_get_n_rows (table); row++)
    {
      for (guint i = 0; i < tj_import_table_get_n_cells (table, row); i++)
        {
          TjCell cell = tj_import_table_get_cell (table, row, i);

          tj_csv_writer_add (writer, cell.text, cell.length);
        }
      tj_csv_writer_end_row (writer);
    }
  return tj_csv_writer_free_to_bytes (writer);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = argc == 3 ? g_file_new_for_path (argv[1]) : NULL;
  g_autoptr (GBytes) bytes = file != NULL ? tj_import_load_file (file, NULL, &error) : NULL;
  g_autoptr (TjImportTable) table
      = bytes != NULL ? tj_import_table_read (bytes, NULL, NULL, &error) : NULL;
  g_autoptr (GBytes) text = table != NULL ? write_table (table) : NULL;

  if (text == NULL
      || !g_file_set_contents_full (argv[2], g_bytes_get_data (text, NULL), g_bytes_get_size (text),
                                    G_FILE_SET_CONTENTS_NONE, 0666, &error))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "two files are needed");
      return 1;
    }
  return 0;
}
