/* Feeds anything to the decoder and the table. What comes out must be valid UTF-8 without NULs, and
 * every cell must lie in it. */

#include "config.h"

#include "tj-import-table.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_text (GBytes *text, const TjTextInfo *info)
{
  gsize length;
  const char *start = g_bytes_get_data (text, &length);

  g_assert_cmpint (info->encoding, <, TJ_N_ENCODINGS);
  g_assert_true (g_utf8_validate_len (start, length, NULL));
}

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
  g_autoptr (GBytes) text = NULL;
  g_autoptr (TjImportTable) table = NULL;
  TjTextInfo info;

  text = tj_text_decode (bytes, &info, NULL);
  if (text != NULL)
    check_text (text, &info);
  table = tj_import_table_read_csv (bytes, NULL, NULL);
  if (table != NULL)
    check_table (table);
  return 0;
}
