/* The largest list that is allowed, and one row more. What it takes is measured elsewhere; here it has
 * to arrive whole. */

#include "config.h"

#include "tj-mapping.h"

#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

#define COLUMNS 12

static GBytes *
make_list (guint n_rows)
{
  GString *text = g_string_sized_new ((gsize)n_rows * 100);

  g_string_append (text, "Personnummer;Efternamn;Förnamn;Gatuadress;Postnummer;Postort;Skola;"
                         "Program;Orsak;Registreringsdatum;Status;Anteckning\r\n");
  for (guint i = 1; i <= n_rows; i++)
    g_string_append_printf (
        text,
        "%012u;Öberg;Elsa;Åvägen %u;54330;Tibro;\"Skolan \"\"A\"\"\";EE;Avbrott;"
        "2026-11-02;;%u\r\n",
        i, i % 97, i);
  return g_string_free_to_bytes (text);
}

static void
assert_cell (const TjImportTable *table, guint row, guint column, const char *expected)
{
  TjCell cell = tj_import_table_get_cell (table, row, column);

  g_assert_cmpmem (cell.text, cell.length, expected, strlen (expected));
}

static void
assert_last_row (const TjImportTable *table)
{
  g_assert_cmpuint (tj_import_table_get_n_rows (table), ==, TJ_IMPORT_MAX_ROWS + 1);
  g_assert_cmpuint (tj_import_table_get_row_number (table, TJ_IMPORT_MAX_ROWS), ==,
                    TJ_IMPORT_MAX_ROWS + 1);
  g_assert_cmpuint (tj_import_table_get_n_cells (table, TJ_IMPORT_MAX_ROWS), ==, COLUMNS);
  assert_cell (table, TJ_IMPORT_MAX_ROWS, 0, "000001000000");
  assert_cell (table, TJ_IMPORT_MAX_ROWS, 6, "Skolan \"A\"");
  assert_cell (table, TJ_IMPORT_MAX_ROWS, 11, "1000000");
}

static void
test_text (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = make_list (TJ_IMPORT_MAX_ROWS);
  g_autoptr (TjImportTable) table = tj_import_table_read (bytes, NULL, NULL, &error);
  g_autoptr (TjMapping) mapping = NULL;

  g_assert_no_error (error);
  assert_last_row (table);
  mapping = tj_mapping_new (tj_import_source_find ("ist"), table, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tj_mapping_get_n_columns (mapping), ==, COLUMNS);
}

static void
test_one_row_more (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = make_list (TJ_IMPORT_MAX_ROWS + 1);

  g_assert_null (tj_import_table_read (bytes, NULL, NULL, &error));
  g_assert_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "1,000,000"));
}

/* Few cells of each row, since they are written slower than they are read. */
static void
write_rows (lxw_worksheet *sheet, guint n_rows)
{
  for (guint row = 0; row <= n_rows; row++)
    {
      worksheet_write_string (sheet, row, 0, row == n_rows ? "000001000000" : "1", NULL);
      worksheet_write_string (sheet, row, 6, "Skolan \"A\"", NULL);
      worksheet_write_number (sheet, row, COLUMNS - 1, row, NULL);
    }
}

static GBytes *
make_workbook (guint n_rows)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "tj-million-XXXXXX", NULL);
  lxw_workbook_options options = { .constant_memory = TRUE };
  lxw_workbook *workbook;
  char *contents = NULL;
  gsize size;

  g_close (g_mkstemp (path), NULL);
  workbook = workbook_new_opt (path, &options);
  write_rows (workbook_add_worksheet (workbook, NULL), n_rows);
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  g_unlink (path);
  return g_bytes_new_take (contents, size);
}

static void
test_workbook (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = make_workbook (TJ_IMPORT_MAX_ROWS);
  g_autoptr (TjImportTable) table = tj_import_table_read (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  assert_last_row (table);
}

static void
test_workbook_one_row_more (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = make_workbook (TJ_IMPORT_MAX_ROWS + 1);

  g_assert_null (tj_import_table_read (bytes, NULL, NULL, &error));
  g_assert_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "1,000,000"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/million/rows-of-text-arrive-whole", test_text);
  g_test_add_func ("/exchange/million/one-row-more-is-refused", test_one_row_more);
  g_test_add_func ("/exchange/million/rows-of-a-workbook-arrive-whole", test_workbook);
  g_test_add_func ("/exchange/million/one-row-more-of-a-workbook-is-refused",
                   test_workbook_one_row_more);
  return g_test_run ();
}
