/* Feeds anything to the CSV reader. Where libcsv, told to be strict, takes the text as well-formed,
 * both must find the same cells; elsewhere ours must only stay within the text. */

#include "config.h"

#include "tj-csv-reader.h"

#include <csv.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

#define END_OF_CELL '\x1f'
#define END_OF_ROW '\x1e'

static gboolean
print_row (guint row, const TjCell *cells, guint n_cells, gpointer user_data)
{
  GString *text = user_data;

  for (guint i = 0; i < n_cells; i++)
    {
      g_string_append_len (text, cells[i].text, cells[i].length);
      g_string_append_c (text, END_OF_CELL);
    }
  g_string_append_c (text, END_OF_ROW);
  return TRUE;
}

static void
on_cell (void *cell, size_t length, void *user_data)
{
  g_string_append_len (user_data, cell, length);
  g_string_append_c (user_data, END_OF_CELL);
}

static void
on_row (int end, void *user_data)
{
  g_string_append_c (user_data, END_OF_ROW);
}

/* libcsv drops blanks around cells, which belong to them. */
static int
is_no_space (unsigned char c)
{
  return 0;
}

/* FALSE when the text is not well-formed. */
static gboolean
ask_libcsv (const char *text, size_t size, char delimiter, GString *cells)
{
  struct csv_parser parser;
  gboolean is_good;

  csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_delim (&parser, (unsigned char)delimiter);
  csv_set_space_func (&parser, is_no_space);
  is_good = csv_parse (&parser, text, size, on_cell, on_row, cells) == size
            && csv_fini (&parser, on_cell, on_row, cells) == 0;
  csv_free (&parser);
  return is_good;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char delimiters[] = ";,\t";
  g_autoptr (GString) ours = g_string_new (NULL);
  g_autoptr (GString) theirs = g_string_new (NULL);
  const char *text = (const char *)data;
  char delimiter = size > 0 ? delimiters[data[0] % 3] : ';';

  if (tj_csv_parse (text, size, delimiter, print_row, ours, NULL)
      && ask_libcsv (text, size, delimiter, theirs))
    g_assert_cmpmem (ours->str, ours->len, theirs->str, theirs->len);
  tj_csv_detect_delimiter (text, size);
  return 0;
}
