/* The half-year's report as Poppler and qpdf read it: contents that lead where they say, headings
 * and tables in order, marks that are not read aloud, and no number that is hidden. */

#include "config.h"

#include "pdf-tags.h"
#include "report-tables.h"
#include "sheet-reader.h"

#include "tj-report-paper.h"

#include <string.h>

#define CREATED 1800000000
#define SECRET 31337 /* as a hidden cell's value it would show anywhere */

static SheetReader *
draw (const TjReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = tj_report_paper_draw (report, CREATED, &error);

  g_assert_no_error (error);
  return sheet_reader_new (pdf);
}

static SheetReader *
draw_sample (void)
{
  g_autoptr (GPtrArray) tables = report_tables_new ();
  TjReport report = report_sample (tables);

  return draw (&report);
}

static void
assert_in_order (const char *text, const char *const *parts)
{
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *place = strstr (text, parts[i]);

      if (place == NULL)
        g_error ("“%s” is missing or stands too early", parts[i]);
      text = place + strlen (parts[i]);
    }
}

static void
test_everything_drawn_is_tagged_or_an_artifact (void)
{
  g_autoptr (SheetReader) reader = draw_sample ();
  g_autoptr (GPtrArray) pages = pdf_objects_list_pages (reader->objects);

  for (guint page = 0; page < pages->len; page++)
    {
      pdf_tags_assert_page_is_marked (reader->objects, json_node_get_object (pdf_objects_resolve (
                                                           reader->objects, pages->pdata[page])));
      pdf_tags_assert_page_leads_to_elements (reader->objects, pages->pdata[page]);
    }
}

static void
test_the_parts_are_read_in_order (void)
{
  static const char *const parts[] = { "Tibro kommun",
                                       "Report on the municipality’s responsibility",
                                       "Contents",
                                       "1  Summary and proposed decision",
                                       "54 youths",
                                       "Proposed decision",
                                       "lägger rapporten till handlingarna",
                                       "2  The duty",
                                       "chapter 29, section 9",
                                       "3  Organisation",
                                       "Kompetenscenter",
                                       "4  The number of youths",
                                       "Table 1. Ungdomar under halvåret",
                                       "Kvinnor",
                                       "Vid halvårets slut",
                                       "54",
                                       "5  Contact",
                                       "10  Comparison",
                                       "11  The coordinator’s analysis",
                                       "Fler nås, och fortare",
                                       "Samarbetet med vuxenutbildningen",
                                       "12  Definitions",
                                       "Kännedom",
                                       "13  How small numbers are hidden",
                                       "below 5",
                                       "14  The register’s log",
                                       "9f3a 71c0",
                                       NULL };
  g_autoptr (SheetReader) reader = draw_sample ();
  g_autofree char *text = sheet_reader_get_text (reader);

  assert_in_order (text, parts);
}

/* The headings' levels in the order they are read: 1 once, and none is skipped. */
static void
test_no_level_of_heading_is_skipped (void)
{
  g_autoptr (SheetReader) reader = draw_sample ();
  g_autofree char *order = pdf_tags_read_order (reader->objects);
  int before = 0;

  g_assert_cmpuint (pdf_tags_count (order, "/H1"), ==, 1);
  for (const char *p = strstr (order, "/H"); p != NULL; p = strstr (p + 1, "/H"))
    if (g_ascii_isdigit (p[2]))
      {
        int level = p[2] - '0';

        g_assert_cmpint (level, <=, before + 1);
        before = level;
      }
  g_assert_cmpint (before, >, 0);
}

static guint
find_page (SheetReader *reader, JsonNode *reference)
{
  g_autoptr (GPtrArray) pages = pdf_objects_list_pages (reader->objects);

  for (guint i = 0; i < pages->len; i++)
    if (json_node_equal (pages->pdata[i], reference))
      return i + 1;
  g_assert_not_reached ();
}

/* Each entry is a link with words of its own (ISO 14289-1, 7.18.5), and leads to the page that it
 * names. */
static void
test_contents_lead_to_the_pages_they_name (void)
{
  g_autoptr (SheetReader) reader = draw_sample ();
  g_autoptr (GPtrArray) pages = pdf_objects_list_pages (reader->objects);
  JsonObject *page = json_node_get_object (pdf_objects_resolve (reader->objects, pages->pdata[1]));
  JsonArray *links = pdf_objects_get_array (reader->objects, page, "/Annots");
  g_autofree char *order = pdf_tags_read_order (reader->objects);

  g_assert_cmpuint (json_array_get_length (links), ==, 14);
  g_assert_cmpuint (pdf_tags_count (order, "/TOCI"), ==, 14);
  for (guint i = 0; i < json_array_get_length (links); i++)
    {
      JsonObject *link = json_node_get_object (
          pdf_objects_resolve (reader->objects, json_array_get_element (links, i)));
      JsonArray *target = pdf_objects_get_array (reader->objects, link, "/Dest");
      const char *words = pdf_objects_get_text (reader->objects, link, "/Contents");
      g_autofree char *named
          = g_strdup_printf ("page %u", find_page (reader, json_array_get_element (target, 0)));

      g_assert_cmpint (json_object_get_int_member (link, "/F"), ==, 4);
      g_assert_true (g_str_has_suffix (words, named));
      g_assert_true (json_object_has_member (link, "/StructParent"));
    }
}

/* The parent tree leads from each link to the element that holds it. */
static void
test_links_lead_to_their_elements (void)
{
  g_autoptr (SheetReader) reader = draw_sample ();
  JsonObject *root = pdf_objects_get_dict (
      reader->objects, pdf_objects_get_catalog (reader->objects), "/StructTreeRoot");
  JsonArray *numbers = pdf_objects_get_array (
      reader->objects, pdf_objects_get_dict (reader->objects, root, "/ParentTree"), "/Nums");
  gint64 before = -1;
  guint n_links = 0;

  for (guint i = 0; i < json_array_get_length (numbers); i += 2)
    {
      JsonNode *value
          = pdf_objects_resolve (reader->objects, json_array_get_element (numbers, i + 1));

      g_assert_cmpint (json_array_get_int_element (numbers, i), >, before);
      before = json_array_get_int_element (numbers, i);
      if (JSON_NODE_HOLDS_OBJECT (value))
        {
          g_assert_cmpstr (json_object_get_string_member (json_node_get_object (value), "/S"), ==,
                           "/Link");
          n_links++;
        }
    }
  g_assert_cmpuint (n_links, ==, 14);
}

static void
test_each_table_has_a_caption_and_heads (void)
{
  g_autoptr (SheetReader) reader = draw_sample ();
  g_autofree char *order = pdf_tags_read_order (reader->objects);
  guint n = pdf_tags_count (order, "/THead");

  g_assert_cmpuint (n, ==, 12);
  g_assert_cmpuint (pdf_tags_count (order, "/Caption"), ==, n - 1); /* not the definitions */
  g_assert_cmpuint (pdf_tags_count (order, "/TBody"), ==, n);
}

static void
test_each_chart_is_told_in_words (void)
{
  g_autoptr (SheetReader) reader = draw_sample ();
  g_autofree char *order = pdf_tags_read_order (reader->objects);
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), reader->objects->objects);
  g_autofree char *objects = json_to_string (root, FALSE);

  g_assert_cmpuint (pdf_tags_count (order, "/Figure"), ==, 4);
  g_assert_cmpuint (pdf_tags_count (objects, "\"/Alt\""), ==, 4);
  g_assert_true (sheet_reader_mentions (reader, "Youths at the end of each half-year"));
}

static void
test_a_draft_says_so_but_is_not_read_so (void)
{
  g_autoptr (GPtrArray) tables = report_tables_new ();
  TjReport report = report_sample (tables);
  g_autoptr (SheetReader) draft = draw (&report);
  g_autofree char *text = sheet_reader_get_text (draft);
  g_autoptr (SheetReader) approved = NULL;
  g_autofree char *approved_text = NULL;

  for (guint i = 0; i < sheet_reader_get_n_pages (draft); i++)
    {
      g_autofree char *page = sheet_reader_get_page_text (draft, i);

      g_assert_nonnull (strstr (page, "DRAFT"));
    }
  g_assert_null (strstr (text, "DRAFT"));
  g_assert_nonnull (strstr (text, "Draft, not approved"));
  report.approved_on = tj_date_new (2027, 1, 25);
  approved = draw (&report);
  approved_text = sheet_reader_get_text (approved);
  g_assert_false (sheet_reader_mentions (approved, "DRAFT"));
  g_assert_nonnull (strstr (approved_text, "Approved on 25 January 2027"));
}

static void
test_a_half_year_that_goes_on_is_said_to (void)
{
  g_autoptr (GPtrArray) tables = report_tables_new ();
  TjReport report = report_sample (tables);
  g_autoptr (SheetReader) whole = draw (&report);
  g_autofree char *whole_text = sheet_reader_get_text (whole);
  g_autoptr (SheetReader) reader = NULL;
  g_autofree char *text = NULL;

  report.is_unfinished = TRUE;
  reader = draw (&report);
  text = sheet_reader_get_text (reader);
  g_assert_null (strstr (whole_text, "is not over"));
  g_assert_nonnull (strstr (text, "The half-year is not over."));
}

static void
test_a_demo_says_so_on_each_page (void)
{
  g_autoptr (GPtrArray) tables = report_tables_new ();
  TjReport report = report_sample (tables);
  g_autoptr (SheetReader) reader = NULL;

  report.demo = TRUE;
  reader = draw (&report);
  for (guint i = 0; i < sheet_reader_get_n_pages (reader); i++)
    {
      g_autofree char *page = sheet_reader_get_page_text (reader, i);

      g_assert_nonnull (strstr (page, "DEMO"));
    }
}

/* Even if a hidden cell had kept its value. */
static void
test_a_hidden_number_stands_nowhere (void)
{
  g_autoptr (GPtrArray) tables = report_tables_new ();
  TjReport report = report_sample (tables);
  g_autoptr (SheetReader) reader = NULL;

  for (guint i = 0; i < tables->len; i++)
    for (guint row = 0; row < tj_figure_table_n_rows (tables->pdata[i]); row++)
      for (guint column = 0; column < tj_figure_table_n_columns (tables->pdata[i]); column++)
        if (tj_figure_table_get (tables->pdata[i], row, column)->hidden)
          tj_figure_table_at (tables->pdata[i], row, column)->value = SECRET;
  reader = draw (&report);
  g_assert_false (sheet_reader_mentions (reader, G_STRINGIFY (SECRET)));
  g_assert_true (sheet_reader_mentions (reader, ".."));
}

static void
test_a_long_table_goes_on_under_its_head (void)
{
  g_autoptr (GPtrArray) tables = report_tables_new ();
  TjReport report = report_sample (tables);
  TjFigureTable *table = tj_figure_table_new ("long", "measures", "Long");
  g_autoptr (SheetReader) reader = NULL;
  guint n_pages = 0;

  tj_figure_table_add_column (table, "total", "Samtliga", FALSE);
  for (guint i = 0; i < 90; i++)
    {
      g_autofree char *name = g_strdup_printf ("rad-%u", i);

      tj_figure_table_add_row (table, name, name, FALSE);
      *tj_figure_table_at (table, i, 0) = (TjFigure){ .kind = TJ_FIGURE_COUNT, .value = 5 };
    }
  g_ptr_array_add (tables, table);
  reader = draw (&report);
  for (guint i = 0; i < sheet_reader_get_n_pages (reader); i++)
    {
      g_autofree char *page = sheet_reader_get_page_text (reader, i);

      if (strstr (page, "rad-") == NULL)
        continue;
      g_assert_cmpuint (pdf_tags_count (page, "Samtliga"), ==, 1);
      n_pages++;
    }
  g_assert_cmpuint (n_pages, >=, 2);
}

static void
test_a_table_that_tells_nothing_is_a_line (void)
{
  g_autoptr (GPtrArray) tables = report_tables_new ();
  TjReport report = report_sample (tables);
  TjFigureTable *table = tj_figure_table_new ("silent", "measures", "Tigande");
  g_autoptr (SheetReader) reader = NULL;
  g_autofree char *text = NULL;

  tj_figure_table_add_column (table, "total", "Samtliga", FALSE);
  tj_figure_table_add_row (table, "row", "Raden", FALSE);
  tj_figure_hide (tj_figure_table_at (table, 0, 0));
  g_ptr_array_add (tables, table);
  reader = draw (&report);
  text = sheet_reader_get_text (reader);
  g_assert_nonnull (strstr (text, "Tigande"));
  g_assert_nonnull (strstr (text, "all numbers are hidden"));
  g_assert_null (strstr (text, "Raden"));
}

static void
test_what_is_written_is_printed_as_written (void)
{
  static const char written[] = "Punkt (a) \\ <b>fet</b> & %d {{namn}} 50 % – Łukasz.";
  g_autoptr (GPtrArray) tables = report_tables_new ();
  TjReport report = report_sample (tables);
  g_autoptr (SheetReader) reader = NULL;
  g_autofree char *text = NULL;

  report.analysis = written;
  reader = draw (&report);
  text = sheet_reader_get_text (reader);
  g_assert_nonnull (strstr (text, written));
}

static void
test_parts_without_text_are_left_out (void)
{
  g_autoptr (GPtrArray) tables = report_tables_new ();
  TjReport report = report_sample (tables);
  g_autoptr (SheetReader) reader = NULL;
  g_autofree char *text = NULL;

  report.analysis = report.organisation = report.decision = report.log_head = "";
  report.n_definitions = 0;
  reader = draw (&report);
  text = sheet_reader_get_text (reader);
  g_assert_null (strstr (text, "analysis"));
  g_assert_null (strstr (text, "Organisation"));
  g_assert_null (strstr (text, "Proposed decision"));
  g_assert_null (strstr (text, "Definitions"));
  g_assert_null (strstr (text, "log"));
}

static void
test_the_same_report_is_the_same_file (void)
{
  g_autoptr (GPtrArray) tables = report_tables_new ();
  TjReport report = report_sample (tables);
  g_autoptr (GBytes) one = tj_report_paper_draw (&report, CREATED, NULL);
  g_autoptr (GBytes) other = tj_report_paper_draw (&report, CREATED, NULL);

  g_assert_true (g_bytes_equal (one, other));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-paper/everything-drawn-is-tagged-or-an-artifact",
                   test_everything_drawn_is_tagged_or_an_artifact);
  g_test_add_func ("/report-paper/the-parts-are-read-in-order", test_the_parts_are_read_in_order);
  g_test_add_func ("/report-paper/no-level-of-heading-is-skipped",
                   test_no_level_of_heading_is_skipped);
  g_test_add_func ("/report-paper/contents-lead-to-the-pages-they-name",
                   test_contents_lead_to_the_pages_they_name);
  g_test_add_func ("/report-paper/links-lead-to-their-elements", test_links_lead_to_their_elements);
  g_test_add_func ("/report-paper/each-table-has-a-caption-and-heads",
                   test_each_table_has_a_caption_and_heads);
  g_test_add_func ("/report-paper/each-chart-is-told-in-words", test_each_chart_is_told_in_words);
  g_test_add_func ("/report-paper/a-draft-says-so-but-is-not-read-so",
                   test_a_draft_says_so_but_is_not_read_so);
  g_test_add_func ("/report-paper/a-half-year-that-goes-on-is-said-to",
                   test_a_half_year_that_goes_on_is_said_to);
  g_test_add_func ("/report-paper/a-demo-says-so-on-each-page", test_a_demo_says_so_on_each_page);
  g_test_add_func ("/report-paper/a-hidden-number-stands-nowhere",
                   test_a_hidden_number_stands_nowhere);
  g_test_add_func ("/report-paper/a-long-table-goes-on-under-its-head",
                   test_a_long_table_goes_on_under_its_head);
  g_test_add_func ("/report-paper/a-table-that-tells-nothing-is-a-line",
                   test_a_table_that_tells_nothing_is_a_line);
  g_test_add_func ("/report-paper/what-is-written-is-printed-as-written",
                   test_what_is_written_is_printed_as_written);
  g_test_add_func ("/report-paper/parts-without-text-are-left-out",
                   test_parts_without_text_are_left_out);
  g_test_add_func ("/report-paper/the-same-report-is-the-same-file",
                   test_the_same_report_is_the_same_file);
  return g_test_run ();
}
