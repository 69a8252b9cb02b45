/* Headings are found wherever they stand and however they are spelt. */

#include "config.h"

#include "tj-mapping.h"

#include <string.h>

enum
{
  NUMBER,
  NAME,
  EMAIL,
  N_FIELDS,
};

static const TjImportField fields[N_FIELDS] = {
  { "personal-number", "Personal number", "Personnummer|Pnr|Person nummer|P-nr", TJ_CELL_NUMBER,
    TRUE, TRUE },
  { "name", "Name", "Efternamn, förnamn|Namn|Full name", TJ_CELL_NAMES, TRUE, TRUE },
  { "email", "E-mail", "E-post|E-mail", TJ_CELL_EMAIL, FALSE, FALSE },
};

static const TjImportSource source
    = { .id = "test", .label = "Test", .fields = fields, .n_fields = N_FIELDS };

static TjMapping *
map (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TjImportTable) table = tj_import_table_read_csv (bytes, NULL, NULL);

  g_assert_nonnull (table);
  return tj_mapping_new (&source, table, error);
}

static void
assert_columns (const char *text, int number, int name, int email)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjMapping) mapping = map (text, &error);

  g_assert_no_error (error);
  g_assert_cmpint (tj_mapping_get_column (mapping, NUMBER), ==, number);
  g_assert_cmpint (tj_mapping_get_column (mapping, NAME), ==, name);
  g_assert_cmpint (tj_mapping_get_column (mapping, EMAIL), ==, email);
}

static void
test_spelling (void)
{
  assert_columns ("Personnummer;Namn;E-post\n", 0, 1, 2);
  assert_columns ("e post;EFTERNAMN , FORNAMN; person nummer:\n", 2, 1, 0);
  assert_columns ("Fo\u0308delseort;pnr.;Full_name\n", 1, 2, -1);
}

static void
test_header_below_title (void)
{
  g_autoptr (TjMapping) mapping = map ("Lista 2026-11-18;;\n\nPnr;Namn;E-post\n1;2;3\n", NULL);

  g_assert_nonnull (mapping);
  g_assert_cmpuint (tj_mapping_get_header (mapping), ==, 1);
}

static void
test_repeated (void)
{
  g_autoptr (TjMapping) mapping = map ("Pnr;Namn;Personnummer;Namn\n", NULL);

  g_assert_nonnull (mapping);
  g_assert_true (tj_mapping_is_repeated (mapping, NUMBER));
  g_assert_true (tj_mapping_is_repeated (mapping, NAME));
  g_assert_false (tj_mapping_is_repeated (mapping, EMAIL));
  g_assert_cmpint (tj_mapping_get_column (mapping, NUMBER), ==, 2);
  g_assert_cmpstr (tj_mapping_get_heading (mapping, NUMBER), ==, "Personnummer");
  g_assert_cmpint (tj_mapping_get_column (mapping, NAME), ==, 1);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (map ("20070103-2385;Ester Nilsson;a@example.org\n", &error));
  g_assert_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_HEADER);
  g_assert_nonnull (strstr (error->message, "Personal number, Name"));
  g_assert_null (strstr (error->message, "Nilsson"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/mapping/spelling-does-not-matter", test_spelling);
  g_test_add_func ("/exchange/mapping/the-header-may-stand-below-a-title", test_header_below_title);
  g_test_add_func ("/exchange/mapping/of-repeated-headings-the-preferred-is-read", test_repeated);
  g_test_add_func ("/exchange/mapping/missing-headings-are-named-and-no-cell-is", test_missing);
  return g_test_run ();
}
