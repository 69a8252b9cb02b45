/* Feeds anything to the parsers of a workbook's parts: a sheet, and after form feeds the shared
 * strings and the styles that it is read with. Cells must lie in the table, and rows must rise. */

#include "config.h"

#include "tj-xlsx-sheet.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

typedef struct
{
  const char *start;
  const char *end;
} Part;

static gssize
read_bytes (gpointer source, char *buffer, gsize size, GError **error)
{
  Part *part = source;
  gsize n = MIN (size, (gsize)(part->end - part->start));

  memcpy (buffer, part->start, n);
  part->start += n;
  return n;
}

/* What stands behind the next form feed; nothing when there is none. */
static Part
cut (Part *all)
{
  Part rest = { all->end, all->end };
  const char *stop = memchr (all->start, '\f', all->end - all->start);

  if (stop != NULL)
    {
      rest.start = stop + 1;
      all->end = stop;
    }
  return rest;
}

static gboolean
parse (Part part, const TjXlsxHandler *handler, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean is_good = tj_xlsx_xml_parse (read_bytes, &part, handler, data, &error);

  g_assert_true (is_good == (error == NULL));
  return is_good;
}

static void
check_table (TjImportTable *table)
{
  guint before = 0;

  for (guint row = 0; row < tj_import_table_get_n_rows (table); row++)
    {
      g_assert_cmpuint (tj_import_table_get_row_number (table, row), >, before);
      before = tj_import_table_get_row_number (table, row);
      for (guint i = 0; i <= tj_import_table_get_n_cells (table, row); i++)
        {
          TjCell cell = tj_import_table_get_cell (table, row, i);

          g_assert_true (g_utf8_validate_len (cell.text, cell.length, NULL));
        }
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  Part sheet_part = { (const char *)data, (const char *)data + size };
  Part strings_part = cut (&sheet_part), styles_part = cut (&strings_part);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (TjImportTable) table = tj_import_table_new (nothing);
  g_autoptr (TjXlsxStrings) strings = tj_xlsx_strings_new (table);
  g_autoptr (TjXlsxStyles) styles = tj_xlsx_styles_new ();
  TjXlsxContext context = { strings, styles, size % 2 == 1 };
  g_autoptr (TjXlsxSheet) sheet = tj_xlsx_sheet_new (table, &context);

  parse (styles_part, &tj_xlsx_styles_handler, styles);
  parse (strings_part, &tj_xlsx_strings_handler, strings);
  if (parse (sheet_part, &tj_xlsx_sheet_handler, sheet))
    tj_xlsx_sheet_finish (sheet);
  check_table (table);
  return 0;
}
