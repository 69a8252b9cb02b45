/* The sheet and its tables: pages, heads, rows and cells, read back by Poppler and qpdf. */

#include "config.h"

#include "pdf-tags.h"
#include "sheet-reader.h"
#include "sheet-samples.h"

#include "tj-sheet-table.h"

#include <string.h>

static SheetReader *
load (const char *sample)
{
  g_autoptr (GBytes) pdf = sample_draw (sample);

  return sheet_reader_new (pdf);
}

static SheetReader *
finish (TjSheet *sheet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = tj_sheet_finish (sheet, &error);

  g_assert_no_error (error);
  return sheet_reader_new (pdf);
}

static TjSheet *
begin (gboolean demo)
{
  TjSheetHead head = sample_head ();

  head.title = "Prov";
  head.handling = "Låses in";
  head.demo = demo;
  return tj_sheet_new (&head);
}

static guint
count (const char *text, const char *part)
{
  return pdf_tags_count (text, part);
}

static void
test_everything_drawn_is_tagged_or_an_artifact (void)
{
  for (guint i = 0; sample_names[i] != NULL; i++)
    {
      g_autoptr (SheetReader) reader = load (sample_names[i]);
      g_autoptr (GPtrArray) pages = pdf_objects_list_pages (reader->objects);

      for (guint page = 0; page < pages->len; page++)
        {
          pdf_tags_assert_page_is_marked (
              reader->objects,
              json_node_get_object (pdf_objects_resolve (reader->objects, pages->pdata[page])));
          pdf_tags_assert_page_leads_to_elements (reader->objects, pages->pdata[page]);
        }
    }
}

static JsonArray *
get_kids (PdfObjects *objects, JsonObject *element)
{
  JsonNode *kids = json_object_get_member (element, "/K");
  JsonArray *array = json_array_new ();

  if (kids == NULL || !JSON_NODE_HOLDS_ARRAY (kids))
    {
      if (kids != NULL)
        json_array_add_element (array, json_node_copy (pdf_objects_resolve (objects, kids)));
      return array;
    }
  for (guint i = 0; i < json_array_get_length (json_node_get_array (kids)); i++)
    json_array_add_element (array,
                            json_node_copy (pdf_objects_resolve (
                                objects, json_array_get_element (json_node_get_array (kids), i))));
  return array;
}

static const char *
get_scope (PdfObjects *objects, JsonObject *cell)
{
  return pdf_objects_get_text (objects, pdf_objects_get_dict (objects, cell, "/A"), "/Scope");
}

static guint
assert_row (PdfObjects *objects, JsonObject *row, gboolean is_head)
{
  g_autoptr (JsonArray) cells = get_kids (objects, row);

  for (guint i = 0; i < json_array_get_length (cells); i++)
    {
      JsonObject *cell = json_array_get_object_element (cells, i);
      gboolean is_th = g_str_equal (json_object_get_string_member (cell, "/S"), "/TH");

      g_assert_true (is_th || !is_head);
      if (is_th)
        g_assert_cmpstr (get_scope (objects, cell), ==, is_head ? "/Column" : "/Row");
    }
  return json_array_get_length (cells);
}

static void
assert_table (PdfObjects *objects, JsonObject *table)
{
  g_autoptr (JsonArray) parts = get_kids (objects, table);
  guint n_cells = 0;

  g_assert_cmpuint (json_array_get_length (parts), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (JsonArray) rows = get_kids (objects, json_array_get_object_element (parts, i));

      g_assert_cmpuint (json_array_get_length (rows), >, 0);
      for (guint j = 0; j < json_array_get_length (rows); j++)
        {
          guint n = assert_row (objects, json_array_get_object_element (rows, j), i == 0);

          g_assert_true (n_cells == 0 || n == n_cells);
          n_cells = n;
        }
    }
}

static guint
assert_tables (SheetReader *reader)
{
  JsonObject *root = pdf_objects_get_dict (
      reader->objects, pdf_objects_get_catalog (reader->objects), "/StructTreeRoot");
  g_autoptr (JsonArray) blocks
      = get_kids (reader->objects, pdf_objects_get_dict (reader->objects, root, "/K"));
  guint n_tables = 0;

  for (guint i = 0; i < json_array_get_length (blocks); i++)
    {
      JsonObject *block = json_array_get_object_element (blocks, i);

      if (!g_str_equal (json_object_get_string_member (block, "/S"), "/Table"))
        continue;
      assert_table (reader->objects, block);
      n_tables++;
    }
  return n_tables;
}

static void
test_tables_are_regular_and_their_heads_have_a_scope (void)
{
  static const struct
  {
    const char *sample;
    guint n_tables;
  } expected[] = { { "wide-table", 1 }, { "home-visit", 3 }, { "log", 4 }, { "extract", 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (SheetReader) reader = load (expected[i].sample);

      g_assert_cmpuint (assert_tables (reader), ==, expected[i].n_tables);
    }
}

/* Seen on each page, read once. */
static void
test_a_head_stands_on_each_page_and_is_read_once (void)
{
  g_autoptr (SheetReader) reader = load ("wide-table");
  g_autofree char *order = pdf_tags_read_order (reader->objects);

  g_assert_cmpuint (sheet_reader_get_n_pages (reader), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *text = sheet_reader_get_page_text (reader, i);

      g_assert_cmpuint (count (text, "Fakturerat"), ==, 1);
    }
  g_assert_cmpuint (count (order, "/THead"), ==, 1);
  g_assert_cmpuint (count (order, "/TBody"), ==, 1);
  g_assert_cmpuint (count (order, "/TR"), ==, 1 + 60 + 1);
}

static void
test_rows_stand_once_and_in_order (void)
{
  g_autoptr (SheetReader) reader = load ("wide-table");
  g_autofree char *text = sheet_reader_get_text (reader);
  const char *place = text;

  for (guint i = 1; i <= 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("Elev nummer %u\n", i);

      place = strstr (place, name);
      g_assert_nonnull (place);
    }
  g_assert_cmpuint (count (text, "Elev nummer "), ==, 60);
}

static void
get_columns (TjSheetColumn columns[3])
{
  columns[0] = (TjSheetColumn){ .title = "Vem", .names_row = TRUE, .width = 40 };
  columns[1] = (TjSheetColumn){ .title = "Belopp", .kind = TJ_COLUMN_NUMBER, .width = 30 };
  columns[2] = (TjSheetColumn){ .title = "Text" };
}

static void
test_a_cell_longer_than_a_page_loses_nothing (void)
{
  g_autoptr (TjSheet) sheet = begin (FALSE);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SheetReader) reader = NULL;
  g_autofree char *found = NULL;
  TjSheetColumn columns[3];
  TjSheetTable *table;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "ord%u. ", i);
  get_columns (columns);
  table = tj_sheet_table_new (sheet, columns, 3);
  tj_sheet_table_add_row (table, (const char *const[]){ "före", "1", "kort" });
  tj_sheet_table_add_row (table, (const char *const[]){ "lång", "2", text->str });
  tj_sheet_table_add_row (table, (const char *const[]){ "efter", "3", "kort" });
  tj_sheet_table_end (table);
  reader = finish (sheet);
  found = sheet_reader_get_text (reader);
  g_assert_cmpuint (sheet_reader_get_n_pages (reader), >, 4);
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *word = g_strdup_printf ("ord%u.", i);

      g_assert_cmpuint (count (found, word), ==, 1);
    }
  g_assert_cmpuint (assert_tables (reader), ==, 1);
}

static void
test_a_paragraph_longer_than_a_page_loses_nothing (void)
{
  g_autoptr (TjSheet) sheet = begin (FALSE);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SheetReader) reader = NULL;
  g_autofree char *found = NULL;
  g_autofree char *order = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "ord%u. ", i);
  tj_sheet_paragraph (sheet, text->str);
  reader = finish (sheet);
  found = sheet_reader_get_text (reader);
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *word = g_strdup_printf ("ord%u.", i);

      g_assert_cmpuint (count (found, word), ==, 1);
    }
  order = pdf_tags_read_order (reader->objects);
  g_assert_cmpstr (order, ==, "/Document/P/H1/P");
}

/* The right edge of the last character of @word, wherever it stands. */
static double
find_right_edge (SheetReader *reader, const char *word)
{
  g_autoptr (SheetPage) page = sheet_reader_get_page (reader, 0);
  g_autofree char *text = poppler_page_get_text (page);
  const char *place = strstr (text, word);
  g_autofree PopplerRectangle *areas = NULL;
  guint n = 0;

  g_assert_nonnull (place);
  g_assert_true (poppler_page_get_text_layout (page, &areas, &n));
  return areas[g_utf8_pointer_to_offset (text, place + strlen (word)) - 1].x2;
}

static void
test_numbers_end_at_the_same_place (void)
{
  g_autoptr (TjSheet) sheet = begin (FALSE);
  g_autoptr (SheetReader) reader = NULL;
  TjSheetColumn columns[3];
  TjSheetTable *table;

  get_columns (columns);
  table = tj_sheet_table_new (sheet, columns, 3);
  tj_sheet_table_add_row (table, (const char *const[]){ "a", "7,25", NULL });
  tj_sheet_table_add_row (table, (const char *const[]){ "b", "118 420,75", NULL });
  tj_sheet_table_add_total (table, (const char *const[]){ "c", "118 428,00", NULL });
  tj_sheet_table_end (table);
  reader = finish (sheet);
  g_assert_cmpfloat_with_epsilon (find_right_edge (reader, "7,25"),
                                  find_right_edge (reader, "420,75"), 0.2);
  g_assert_cmpfloat_with_epsilon (find_right_edge (reader, "428,00"),
                                  find_right_edge (reader, "420,75"), 0.2);
}

static void
test_an_empty_table_leaves_no_trace (void)
{
  g_autoptr (TjSheet) sheet = begin (FALSE);
  g_autoptr (SheetReader) reader = NULL;
  g_autofree char *order = NULL;
  TjSheetColumn columns[3];

  get_columns (columns);
  tj_sheet_table_end (tj_sheet_table_new (sheet, columns, 3));
  reader = finish (sheet);
  order = pdf_tags_read_order (reader->objects);
  g_assert_cmpstr (order, ==, "/Document/P/H1");
  g_assert_false (sheet_reader_mentions (reader, "Belopp"));
}

static void
test_every_page_says_its_number_and_of_how_many (void)
{
  for (guint i = 0; sample_names[i] != NULL; i++)
    {
      g_autoptr (SheetReader) reader = load (sample_names[i]);
      guint n = sheet_reader_get_n_pages (reader);

      for (guint page = 0; page < n; page++)
        {
          g_autofree char *text = sheet_reader_get_page_text (reader, page);
          g_autofree char *number = g_strdup_printf ("Page %u of %u", page + 1, n);

          g_assert_cmpuint (count (text, number), ==, 1);
        }
    }
}

static void
test_nothing_stands_outside_the_margins (void)
{
  const double margin = 18 * 72 / 25.4;

  for (guint i = 0; sample_names[i] != NULL; i++)
    {
      g_autoptr (SheetReader) reader = load (sample_names[i]);

      for (guint n = 0; n < sheet_reader_get_n_pages (reader); n++)
        {
          g_autoptr (SheetPage) page = sheet_reader_get_page (reader, n);
          g_autofree PopplerRectangle *areas = NULL;
          double width, height;
          guint n_areas = 0;

          poppler_page_get_size (page, &width, &height);
          g_assert_true (poppler_page_get_text_layout (page, &areas, &n_areas));
          for (guint a = 0; a < n_areas; a++)
            {
              g_assert_cmpfloat (areas[a].x1, >, margin - 8);
              g_assert_cmpfloat (areas[a].x2, <, width - margin + 8);
              g_assert_cmpfloat (areas[a].y1, >, 20);
              g_assert_cmpfloat (areas[a].y2, <, height - 8);
            }
        }
    }
}

static void
test_a_demo_says_so_on_each_page_and_nothing_else_does (void)
{
  for (gboolean demo = FALSE; demo <= TRUE; demo++)
    {
      g_autoptr (TjSheet) sheet = begin (demo);
      g_autoptr (SheetReader) reader = NULL;

      tj_sheet_rules (sheet, 60);
      reader = finish (sheet);
      g_assert_cmpuint (sheet_reader_get_n_pages (reader), ==, 2);
      for (guint i = 0; i < 2; i++)
        {
          g_autofree char *text = sheet_reader_get_page_text (reader, i);

          g_assert_cmpint (strstr (text, "DEMO") != NULL, ==, demo);
        }
    }
}

static JsonObject *
follow (SheetReader *reader, JsonObject *item, const char *key)
{
  return pdf_objects_get_dict (reader->objects, item, key);
}

static void
test_headings_are_bookmarked_in_levels (void)
{
  g_autoptr (TjSheet) sheet = begin (FALSE);
  g_autoptr (SheetReader) reader = NULL;
  JsonObject *outline, *first, *second;

  tj_sheet_heading (sheet, 2, "Ett");
  tj_sheet_heading (sheet, 3, "Ett ett");
  tj_sheet_heading (sheet, 3, "Ett två");
  tj_sheet_heading (sheet, 2, "Två");
  tj_sheet_heading (sheet, 3, "Två ett");
  reader = finish (sheet);
  outline = follow (reader, pdf_objects_get_catalog (reader->objects), "/Outlines");
  first = follow (reader, outline, "/First");
  second = follow (reader, outline, "/Last");
  g_assert_cmpint (json_object_get_int_member (outline, "/Count"), ==, 5);
  g_assert_cmpstr (pdf_objects_get_text (reader->objects, first, "/Title"), ==, "Ett");
  g_assert_cmpint (json_object_get_int_member (first, "/Count"), ==, 2);
  g_assert_true (follow (reader, first, "/Next") == second);
  g_assert_true (follow (reader, second, "/Prev") == first);
  g_assert_true (follow (reader, follow (reader, first, "/First"), "/Next")
                 == follow (reader, first, "/Last"));
  g_assert_true (follow (reader, follow (reader, first, "/Last"), "/Parent") == first);
  g_assert_cmpint (json_object_get_int_member (second, "/Count"), ==, 1);
  g_assert_true (follow (reader, second, "/First") == follow (reader, second, "/Last"));
  g_assert_false (json_object_has_member (follow (reader, second, "/First"), "/Prev"));
}

static void
test_a_sheet_declares_what_it_is (void)
{
  g_autoptr (SheetReader) reader = load ("home-visit");
  JsonObject *catalog = pdf_objects_get_catalog (reader->objects);
  g_autoptr (GBytes) bytes
      = pdf_objects_get_stream (reader->objects, json_object_get_member (catalog, "/Metadata"));
  g_autofree char *xmp = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *title = poppler_document_get_title (reader->document);

  g_assert_nonnull (strstr (xmp, "<pdfaid:part>2</pdfaid:part>"));
  g_assert_nonnull (strstr (xmp, "<pdfaid:conformance>A</pdfaid:conformance>"));
  g_assert_nonnull (strstr (xmp, "<pdfuaid:part>1</pdfuaid:part>"));
  g_assert_cmpstr (title, ==, "Home visits");
  g_assert_cmpstr (pdf_objects_get_text (reader->objects, catalog, "/Lang"), ==, "en");
}

/* Paragraphs of many lengths, so that some would end a line into the next page. */
static void
test_no_last_line_begins_a_page_alone (void)
{
  for (guint n_words = 700; n_words < 760; n_words += 4)
    {
      g_autoptr (TjSheet) sheet = begin (FALSE);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (SheetReader) reader = NULL;
      g_autofree char *last = NULL;

      for (guint i = 0; i < n_words; i++)
        g_string_append (text, "ordrikt ");
      tj_sheet_gap (sheet, 40);
      tj_sheet_paragraph (sheet, text->str);
      reader = finish (sheet);
      if (sheet_reader_get_n_pages (reader) < 2)
        continue;
      last = sheet_reader_get_page_text (reader, 1);
      g_assert_cmpuint (count (last, "ordrikt"), >, 14); /* more than a line holds */
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/sheet/everything-drawn-is-tagged-or-an-artifact",
                   test_everything_drawn_is_tagged_or_an_artifact);
  g_test_add_func ("/paper/sheet/tables-are-regular-and-their-heads-have-a-scope",
                   test_tables_are_regular_and_their_heads_have_a_scope);
  g_test_add_func ("/paper/sheet/a-head-stands-on-each-page-and-is-read-once",
                   test_a_head_stands_on_each_page_and_is_read_once);
  g_test_add_func ("/paper/sheet/rows-stand-once-and-in-order", test_rows_stand_once_and_in_order);
  g_test_add_func ("/paper/sheet/a-cell-longer-than-a-page-loses-nothing",
                   test_a_cell_longer_than_a_page_loses_nothing);
  g_test_add_func ("/paper/sheet/a-paragraph-longer-than-a-page-loses-nothing",
                   test_a_paragraph_longer_than_a_page_loses_nothing);
  g_test_add_func ("/paper/sheet/numbers-end-at-the-same-place",
                   test_numbers_end_at_the_same_place);
  g_test_add_func ("/paper/sheet/an-empty-table-leaves-no-trace",
                   test_an_empty_table_leaves_no_trace);
  g_test_add_func ("/paper/sheet/every-page-says-its-number-and-of-how-many",
                   test_every_page_says_its_number_and_of_how_many);
  g_test_add_func ("/paper/sheet/nothing-stands-outside-the-margins",
                   test_nothing_stands_outside_the_margins);
  g_test_add_func ("/paper/sheet/a-demo-says-so-on-each-page-and-nothing-else-does",
                   test_a_demo_says_so_on_each_page_and_nothing_else_does);
  g_test_add_func ("/paper/sheet/headings-are-bookmarked-in-levels",
                   test_headings_are_bookmarked_in_levels);
  g_test_add_func ("/paper/sheet/a-sheet-declares-what-it-is", test_a_sheet_declares_what_it_is);
  g_test_add_func ("/paper/sheet/no-last-line-begins-a-page-alone",
                   test_no_last_line_begins_a_page_alone);
  return g_test_run ();
}
