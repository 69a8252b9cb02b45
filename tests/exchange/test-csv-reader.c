/* Rows and cells come out as a spreadsheet would show them, from clean and from dirty text. */

#include "config.h"

#include "tj-csv-reader.h"
#include "tj-import-table.h"

#include <string.h>

/* Rows as text: `number:cell|cell` with a line each, which reads well in a test. */
static gboolean
print_row (guint row, const TjCell *cells, guint n_cells, gpointer data)
{
  GString *text = data;

  g_string_append_printf (text, "%u:", row);
  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (text, '|');
      g_string_append_len (text, cells[i].text, cells[i].length);
    }
  g_string_append_c (text, '/');
  return TRUE;
}

static void
assert_rows (const char *input, const char *expected)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  tj_csv_parse (input, strlen (input), ';', print_row, rows, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rows->str, ==, expected);
}

static void
test_line_ends (void)
{
  assert_rows ("a;b\r\nc;d\r\n", "1:a|b/2:c|d/");
  assert_rows ("a;b\nc;d", "1:a|b/2:c|d/");
  assert_rows ("a;b\rc;d\r", "1:a|b/2:c|d/");
  assert_rows ("a\r\nb\nc\rd", "1:a/2:b/3:c/4:d/");
}

static void
test_quotes (void)
{
  assert_rows ("\"a;b\";\"\"\n", "1:a;b|/");
  assert_rows ("\"say \"\"hi\"\"\";x\n", "1:say \"hi\"|x/");
  assert_rows ("\"one\r\ntwo\";x\ny;z\n", "1:one\r\ntwo|x/2:y|z/");
  assert_rows ("a \"quoted\" word;x\n", "1:a \"quoted\" word|x/");
  assert_rows ("\"Sjöbo\" gård;x\n", "1:Sjöbo gård|x/");
}

static void
test_empty_cells (void)
{
  assert_rows (";;\n", "1:||/");
  assert_rows ("a;\n;b", "1:a|/2:|b/");
  assert_rows ("", "");
}

static void
test_blank_rows (void)
{
  assert_rows ("a;b\n\n\r\nc;d\n\n", "1:a|b/4:c|d/");
}

static void
test_stray_quote (void)
{
  assert_rows ("\"a;b\nc;d\n", "1:\"a|b/2:c|d/");
  assert_rows ("\"a;b\nc;\"d\"\ne;f\n", "1:\"a|b/2:c|d/3:e|f/");
}

static void
test_ragged_rows (void)
{
  assert_rows ("a;b;c\nd\ne;f;g;h\n", "1:a|b|c/2:d/3:e|f|g|h/");
}

static void
assert_delimiter (const char *text, char expected)
{
  g_assert_cmpint (tj_csv_detect_delimiter (text, strlen (text)), ==, expected);
}

static void
test_delimiter (void)
{
  assert_delimiter ("a;b;c\n1;2;3\n", ';');
  assert_delimiter ("a,b,c\n1,2,3\n", ',');
  assert_delimiter ("a\tb\n1\t2\n", '\t');
  assert_delimiter ("Nummer;Namn\n1;Ek, Liam\n2;Ek, Bo\n", ';');
  assert_delimiter ("Nummer,Namn,Ort\n1,\"Ek; Liam\",x\n2,\"Ek; Bo\",y\n", ',');
  assert_delimiter ("Nummer\tEfternamn, Förnamn\tOrt\n1\tEk, Liam\tx\n", '\t');
  assert_delimiter ("one column\n1\n2\n", ';');
  assert_delimiter ("sep=,\na;b,c\n", ',');
}

static void
test_longest_cell (void)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new ("a;b\n");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < TJ_IMPORT_MAX_CELL; i++)
    g_string_append (text, "ö");
  tj_csv_parse (text->str, text->len, ';', print_row, rows, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, strlen ("1:a|b/2:/") + 2 * TJ_IMPORT_MAX_CELL);

  g_string_append (text, "ö;c\n");
  g_assert_false (tj_csv_parse (text->str, text->len, ';', print_row, rows, &error));
  g_assert_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "Row 2 "));
}

static gboolean
count_row (guint row, const TjCell *cells, guint n_cells, gpointer data)
{
  guint *n = data;

  (void)row;
  (void)cells;
  (void)n_cells;
  (*n)++;
  return TRUE;
}

static void
test_most_rows (void)
{
  gsize size = (TJ_IMPORT_MAX_ROWS + 1) * 4;
  g_autofree char *text = g_malloc (size + 4);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (gsize i = 0; i < size + 4; i += 4)
    memcpy (text + i, "1;2\n", 4);
  g_assert_true (tj_csv_parse (text, size, ';', count_row, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, TJ_IMPORT_MAX_ROWS + 1);

  g_assert_false (tj_csv_parse (text, size + 4, ';', count_row, &n, &error));
  g_assert_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_TOO_LARGE);
}

static gboolean
stop_at_second (guint row, const TjCell *cells, guint n_cells, gpointer data)
{
  return count_row (row, cells, n_cells, data) && row < 2;
}

static void
test_stop (void)
{
  guint n = 0;

  g_assert_true (tj_csv_parse ("a\nb\nc\n", 6, ';', stop_at_second, &n, NULL));
  g_assert_cmpuint (n, ==, 2);
}

static void
assert_cell (const TjImportTable *table, guint row, guint column, const char *expected)
{
  TjCell cell = tj_import_table_get_cell (table, row, column);

  g_assert_cmpmem (cell.text, cell.length, expected, strlen (expected));
}

static void
test_table (void)
{
  static const char text[] = "\xEF\xBB\xBF"
                             "a;b;c\r\n\r\n1;\"x \"\"y\"\"\"\r\n2;\"p\nq\";r;s\r\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (TjImportTable) table = tj_import_table_read_csv (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tj_import_table_get_n_rows (table), ==, 3);
  g_assert_cmpuint (tj_import_table_get_row_number (table, 1), ==, 3);
  g_assert_cmpuint (tj_import_table_get_n_cells (table, 2), ==, 4);
  g_assert_cmpint (tj_import_table_get_delimiter (table), ==, ';');
  assert_cell (table, 0, 2, "c");
  assert_cell (table, 1, 1, "x \"y\"");
  assert_cell (table, 1, 2, "");
  assert_cell (table, 2, 1, "p\nq");
  assert_cell (table, 2, 3, "s");
}

static void
test_most_cells_of_a_row (void)
{
  g_autofree char *most = g_strnfill (TJ_IMPORT_MAX_COLUMNS - 1, ';');
  g_autofree char *text = g_strconcat ("a;b\n", most, "\n", NULL);
  g_autofree char *wider = g_strconcat ("a;b\n", most, ";\n", NULL);
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (tj_csv_parse (text, strlen (text), ';', print_row, rows, &error));
  g_assert_no_error (error);
  g_assert_false (tj_csv_parse (wider, strlen (wider), ';', print_row, rows, &error));
  g_assert_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "Row 2 "));
}

static void
test_most_cells (void)
{
  gsize row = 16000, n_rows = TJ_IMPORT_MAX_CELLS / 16000 + 1;
  char *text = g_malloc (row * n_rows);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, row * n_rows);
  g_autoptr (GError) error = NULL;

  memset (text, ';', row * n_rows);
  for (gsize i = 1; i <= n_rows; i++)
    text[i * row - 1] = '\n';
  g_assert_null (tj_import_table_read (bytes, NULL, NULL, &error));
  g_assert_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "50,000,000"));
}

static void
test_note_of_excel (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("sep=,\r\nPnr,Namn\r\n1,2\r\n", 23);
  g_autoptr (TjImportTable) table = tj_import_table_read (bytes, NULL, NULL, NULL);

  g_assert_cmpint (tj_import_table_get_delimiter (table), ==, ',');
  g_assert_cmpuint (tj_import_table_get_n_rows (table), ==, 2);
  g_assert_cmpuint (tj_import_table_get_row_number (table, 0), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv/lines-end-in-crlf-lf-or-cr", test_line_ends);
  g_test_add_func ("/exchange/csv/quotes-fence-delimiters-quotes-and-line-breaks", test_quotes);
  g_test_add_func ("/exchange/csv/empty-cells-are-kept", test_empty_cells);
  g_test_add_func ("/exchange/csv/blank-rows-are-counted-but-not-given", test_blank_rows);
  g_test_add_func ("/exchange/csv/a-stray-quote-swallows-no-row", test_stray_quote);
  g_test_add_func ("/exchange/csv/ragged-rows-keep-their-cells", test_ragged_rows);
  g_test_add_func ("/exchange/csv/the-delimiter-is-detected", test_delimiter);
  g_test_add_func ("/exchange/csv/a-cell-of-32767-characters-passes-and-one-more-is-refused",
                   test_longest_cell);
  g_test_add_func ("/exchange/csv/a-million-rows-pass-and-one-more-is-refused", test_most_rows);
  g_test_add_func ("/exchange/csv/reading-stops-when-told", test_stop);
  g_test_add_func ("/exchange/table/cells-are-found-by-row-and-column", test_table);
  g_test_add_func ("/exchange/csv/a-row-wider-than-any-sheet-is-refused", test_most_cells_of_a_row);
  g_test_add_func ("/exchange/csv/more-cells-than-the-memory-is-for-are-refused", test_most_cells);
  g_test_add_func ("/exchange/csv/the-note-of-excel-is-no-row", test_note_of_excel);
  return g_test_run ();
}
