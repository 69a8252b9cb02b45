/* A written list is read back as it was, and nothing in it is a formula to a spreadsheet. */

#include "config.h"

#include "tj-csv-writer.h"
#include "tj-import-table.h"
#include "tj-import-value.h"

#include <string.h>

static const char *const texts[]
    = { "Kim",    "",   "Ek; Lund", "\"citat\"", "två\nrader", " blank ",      "=1+1",
        "+46701", "-5", "@SUM(A1)", "\tflik",    "Åsa",        "20070103-2385" };

static GBytes *
write_texts (void)
{
  TjCsvWriter *writer = tj_csv_writer_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    tj_csv_writer_add (writer, texts[i], -1);
  tj_csv_writer_end_row (writer);
  tj_csv_writer_add (writer, "", -1);
  tj_csv_writer_add (writer, "två bokstäver", 4);
  tj_csv_writer_end_row (writer);
  return tj_csv_writer_free_to_bytes (writer);
}

static void
test_read_back (void)
{
  g_autoptr (GBytes) bytes = write_texts ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TjImportTable) table = tj_import_table_read_csv (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tj_import_table_get_n_cells (table, 0), ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      TjCell cell = tj_import_table_get_cell (table, 0, i);
      g_autofree char *text = g_strndup (cell.text, cell.length);
      gboolean fenced = text[0] == '\'';

      g_assert_cmpstr (text + fenced, ==, texts[i]);
    }
  g_assert_cmpuint (tj_import_table_get_n_cells (table, 1), ==, 2);
  g_assert_cmpuint (tj_import_table_get_cell (table, 1, 1).length, ==, 4);
}

static void
test_no_formula (void)
{
  g_autoptr (GBytes) bytes = write_texts ();
  g_autoptr (TjImportTable) table = tj_import_table_read_csv (bytes, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      TjCell cell = tj_import_table_get_cell (table, 0, i);

      g_assert_true (cell.length == 0 || memchr ("=+-@\t\r\n", cell.text[0], 7) == NULL);
    }
}

/* The apostrophe is no part of the number when the list comes back, corrected. */
static void
test_phone (void)
{
  TjCsvWriter *writer = tj_csv_writer_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TjImportTable) table = NULL;
  TjTextRoom room = { 0 };
  TjImportValue value;
  TjCell cell;

  tj_csv_writer_add (writer, "+46 73-254 74 64", -1);
  tj_csv_writer_end_row (writer);
  bytes = tj_csv_writer_free_to_bytes (writer);
  table = tj_import_table_read_csv (bytes, NULL, NULL);
  cell = tj_import_table_get_cell (table, 0, 0);
  tj_text_room_reserve (&room, tj_text_room_size_for (cell.length));
  tj_import_value_read (&value, TJ_CELL_PHONE, &cell, tj_date_parse ("2026-11-18"), &room);
  g_assert_cmpint (value.error, ==, TJ_REASON_NONE);
  g_assert_null (strchr (value.text, '\''));
  tj_text_room_clear (&room);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv-writer/what-was-written-is-read-back", test_read_back);
  g_test_add_func ("/exchange/csv-writer/no-cell-is-a-formula", test_no_formula);
  g_test_add_func ("/exchange/csv-writer/a-fenced-phone-number-is-one-still", test_phone);
  return g_test_run ();
}
