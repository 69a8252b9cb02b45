/* Headings are found wherever they stand and however they are spelt. */

#include "config.h"

#include "tj-mapping-json.h"

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

static TjImportTable *
read_table (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  TjImportTable *table = tj_import_table_read (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return table;
}

static TjMapping *
map (const char *text, GError **error)
{
  g_autoptr (TjImportTable) table = read_table (text);

  return tj_mapping_new (&source, table, error);
}

static TjMapping *
propose (const char *text)
{
  g_autoptr (TjImportTable) table = read_table (text);

  return tj_mapping_propose (&source, table);
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

static void
test_by_hand (void)
{
  g_autoptr (TjMapping) mapping = propose ("Nr;Vem;E-post\n");

  g_assert_false (tj_mapping_check (mapping, NULL));
  g_assert_false (tj_mapping_is_edited (mapping));
  tj_mapping_set_column (mapping, NUMBER, 0);
  tj_mapping_set_column (mapping, NAME, 2);
  g_assert_true (tj_mapping_check (mapping, NULL));
  g_assert_true (tj_mapping_is_edited (mapping));
  g_assert_cmpint (tj_mapping_get_column (mapping, EMAIL), ==, -1);
  g_assert_cmpint (tj_mapping_find_field (mapping, 2), ==, NAME);
  g_assert_cmpint (tj_mapping_find_field (mapping, 1), ==, -1);
  g_assert_cmpstr (tj_mapping_get_heading (mapping, NUMBER), ==, "Nr");
  tj_mapping_set_column (mapping, NAME, -1);
  g_assert_false (tj_mapping_check (mapping, NULL));
}

static void
test_choice_ends_doubt (void)
{
  g_autoptr (TjMapping) mapping = propose ("Pnr;Namn;Personnummer\n");

  g_assert_true (tj_mapping_is_repeated (mapping, NUMBER));
  tj_mapping_set_column (mapping, NUMBER, 0);
  g_assert_false (tj_mapping_is_repeated (mapping, NUMBER));
}

static void
test_other_header (void)
{
  g_autoptr (TjImportTable) table = read_table ("Pnr;Namn\nPersonnummer;E-post;Namn\n");
  g_autoptr (TjMapping) mapping = tj_mapping_propose (&source, table);

  g_assert_cmpuint (tj_mapping_get_header (mapping), ==, 1);
  tj_mapping_set_header (mapping, 0);
  g_assert_cmpuint (tj_mapping_get_n_columns (mapping), ==, 2);
  g_assert_cmpint (tj_mapping_get_column (mapping, NAME), ==, 1);
  g_assert_cmpint (tj_mapping_get_column (mapping, EMAIL), ==, -1);
}

static void
assert_column_name (const TjMapping *mapping, guint column, const char *expected)
{
  g_autofree char *name = tj_mapping_dup_column_name (mapping, column);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_column_names (void)
{
  g_autofree char *blanks = g_strnfill (701, ';');
  g_autofree char *text = g_strconcat ("Pnr;", blanks, "\n", NULL);
  g_autoptr (TjMapping) mapping = propose (text);

  assert_column_name (mapping, 0, "Pnr");
  assert_column_name (mapping, 1, "Column B");
  assert_column_name (mapping, 26, "Column AA");
  assert_column_name (mapping, 702, "Column AAA");
}

static void
test_restore (void)
{
  g_autoptr (TjMapping) first = propose ("A;Namn;Namn;;Bild\n");
  g_autoptr (TjMapping) moved = propose ("Bild;namn;Ny;;A:;NAMN\n");
  g_autoptr (TjMapping) poor = propose ("A;Namn;Pnr\n");
  g_autoptr (JsonObject) saved = NULL;
  g_autoptr (GError) error = NULL;

  tj_mapping_set_column (first, NUMBER, 0);
  tj_mapping_set_column (first, NAME, 2);
  tj_mapping_set_column (first, EMAIL, 3);
  saved = tj_mapping_save (first, "");

  g_assert_cmpint (tj_saved_mapping_find_header (saved, tj_mapping_get_table (first)), ==, 0);
  g_assert_cmpint (tj_saved_mapping_find_header (saved, tj_mapping_get_table (moved)), ==, -1);
  tj_mapping_restore (moved, saved, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tj_mapping_get_column (moved, NUMBER), ==, 4);
  g_assert_cmpint (tj_mapping_get_column (moved, NAME), ==, 5);
  g_assert_cmpint (tj_mapping_get_column (moved, EMAIL), ==, 3);

  g_assert_false (tj_mapping_restore (poor, saved, &error));
  g_assert_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_HEADER);
  g_assert_cmpint (tj_mapping_get_column (poor, NUMBER), ==, 2);
}

static void
test_restore_below_title (void)
{
  g_autoptr (TjMapping) first = propose ("Nr;Vem\n1;2\n");
  g_autoptr (TjMapping) later = propose ("Utskrift;\n\nNR.;vem\n1;2\n");
  g_autoptr (JsonObject) saved = NULL;
  g_autoptr (GError) error = NULL;

  tj_mapping_set_column (first, NUMBER, 0);
  tj_mapping_set_column (first, NAME, 1);
  saved = tj_mapping_save (first, "");
  g_assert_cmpuint (tj_mapping_get_header (later), ==, 0);
  tj_mapping_restore (later, saved, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tj_mapping_get_header (later), ==, 1);
  g_assert_cmpint (tj_mapping_get_column (later, NAME), ==, 1);
}

static void
test_restore_what_is_no_mapping (void)
{
  static const char *const texts[] = {
    "{}",
    "{\"name\": 7, \"headings\": 1, \"columns\": []}",
    "{\"headings\": [1, {}], \"columns\": {\"name\": \"x\"}}",
    "{\"headings\": [\"pnr\"], \"columns\": {\"name\": 1}}",
    "{\"headings\": [\"pnr\"], \"columns\": {\"name\": -2}}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (texts[i], NULL);
      g_autoptr (TjMapping) mapping = propose ("Pnr;Namn\n");
      JsonObject *saved = json_node_get_object (node);

      g_assert_cmpstr (tj_saved_mapping_get_name (saved), ==, "");
      g_assert_cmpint (tj_saved_mapping_find_header (saved, tj_mapping_get_table (mapping)), ==,
                       -1);
      if (!tj_mapping_restore (mapping, saved, NULL))
        g_assert_cmpint (tj_mapping_get_column (mapping, NAME), ==, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/mapping/spelling-does-not-matter", test_spelling);
  g_test_add_func ("/exchange/mapping/the-header-may-stand-below-a-title", test_header_below_title);
  g_test_add_func ("/exchange/mapping/of-repeated-headings-the-preferred-is-read", test_repeated);
  g_test_add_func ("/exchange/mapping/missing-headings-are-named-and-no-cell-is", test_missing);
  g_test_add_func ("/exchange/mapping/columns-are-chosen-by-hand", test_by_hand);
  g_test_add_func ("/exchange/mapping/choosing-ends-the-doubt-of-repeated-headings",
                   test_choice_ends_doubt);
  g_test_add_func ("/exchange/mapping/another-row-may-be-the-header", test_other_header);
  g_test_add_func ("/exchange/mapping/a-column-without-heading-has-its-letter", test_column_names);
  g_test_add_func ("/exchange/mapping/a-saved-mapping-finds-columns-that-moved", test_restore);
  g_test_add_func ("/exchange/mapping/a-saved-mapping-finds-its-header", test_restore_below_title);
  g_test_add_func ("/exchange/mapping/what-is-no-saved-mapping-changes-nothing",
                   test_restore_what_is_no_mapping);
  return g_test_run ();
}
