/* Charts on paper, read back: each a figure with its words. */

#include "config.h"

#include "chart-samples.h"
#include "pdf-tags.h"
#include "sheet-reader.h"

#include <string.h>

typedef struct
{
  GPtrArray *charts;
  SheetReader *reader;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) pdf = NULL;

  fixture->charts = chart_samples_new ();
  pdf = chart_samples_draw (fixture->charts);
  fixture->reader = sheet_reader_new (pdf);
  (void)data;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->charts);
  sheet_reader_free (fixture->reader);
  (void)data;
}

static void
test_the_page_leads_to_its_figures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) pages = pdf_objects_list_pages (fixture->reader->objects);

  g_assert_cmpuint (pages->len, ==, 1);
  pdf_tags_assert_page_leads_to_elements (fixture->reader->objects, pages->pdata[0]);
  (void)data;
}

static GPtrArray *
list_figures (PdfObjects *objects)
{
  GPtrArray *figures = g_ptr_array_new ();
  JsonObjectIter iter;
  JsonNode *node;

  json_object_iter_init (&iter, objects->objects);
  while (json_object_iter_next (&iter, NULL, &node))
    {
      JsonNode *value = json_object_get_member (json_node_get_object (node), "value");
      JsonObject *dict
          = value != NULL && JSON_NODE_HOLDS_OBJECT (value) ? json_node_get_object (value) : NULL;

      if (dict != NULL && json_object_has_member (dict, "/Alt"))
        g_ptr_array_add (figures, dict);
    }
  return figures;
}

static guint
count_charts_told_by (const GPtrArray *charts, const char *alt)
{
  guint n = 0;

  for (guint i = 0; i < charts->len; i++)
    {
      g_autofree char *words = tj_chart_dup_alt (charts->pdata[i]);

      n += g_str_equal (words, alt);
    }
  return n;
}

static void
test_each_is_a_figure_with_its_words_and_place (Fixture *fixture, gconstpointer data)
{
  PdfObjects *objects = fixture->reader->objects;
  g_autoptr (GPtrArray) figures = list_figures (objects);

  g_assert_cmpuint (figures->len, ==, N_CHART_SAMPLES);
  for (guint i = 0; i < figures->len; i++)
    {
      const char *alt = pdf_objects_get_text (objects, figures->pdata[i], "/Alt");
      JsonObject *layout = pdf_objects_get_dict (objects, figures->pdata[i], "/A");

      g_assert_cmpstr (pdf_objects_get_text (objects, figures->pdata[i], "/S"), ==, "/Figure");
      g_assert_cmpuint (count_charts_told_by (fixture->charts, alt), ==, 1);
      g_assert_cmpuint (json_array_get_length (pdf_objects_get_array (objects, layout, "/BBox")),
                        ==, 4);
    }
  (void)data;
}

static void
test_hidden_values_are_two_dots (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = sheet_reader_get_text (fixture->reader);

  /* One in the line, two in the flow, one beside the stack, one bar. */
  g_assert_cmpuint (pdf_tags_count (text, ".."), ==, 5);
  g_assert_nonnull (strstr (text, "281"));
  (void)data;
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/paper/chart/the-page-leads-to-its-figures", Fixture, NULL, set_up,
              test_the_page_leads_to_its_figures, tear_down);
  g_test_add ("/paper/chart/each-is-a-figure-with-its-words-and-place", Fixture, NULL, set_up,
              test_each_is_a_figure_with_its_words_and_place, tear_down);
  g_test_add ("/paper/chart/hidden-values-are-two-dots", Fixture, NULL, set_up,
              test_hidden_values_are_two_dots, tear_down);

  return g_test_run ();
}
