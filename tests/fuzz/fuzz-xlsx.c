/* Feeds anything to the reader of workbooks, as a whole archive. Checksums within the archive are not
 * looked at here, so that what is changed in it gets through. Every cell must lie in the table. */

#include "config.h"

#include "tj-import-table.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_table (TjImportTable *table)
{
  for (guint row = 0; row < tj_import_table_get_n_rows (table); row++)
    for (guint i = 0; i <= tj_import_table_get_n_cells (table, row); i++)
      {
        TjCell cell = tj_import_table_get_cell (table, row, i);

        g_assert_true (g_utf8_validate_len (cell.text, cell.length, NULL));
      }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (TjImportTable) table = tj_import_table_read (bytes, NULL, NULL, &error);

  g_assert_true ((table == NULL) == (error != NULL));
  if (table != NULL)
    check_table (table);
  return 0;
}
