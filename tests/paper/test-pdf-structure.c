/* What PDF/UA-1 asks of the contents (ISO 14289-1, 7.1–7.6): everything drawn is tagged or an
 * artifact, the parent tree leads from each content to its element and back, and the elements
 * stand as a reader needs them. Read from finished letters by qpdf. */

#include "config.h"

#include "letter-fixture.h"
#include "pdf-objects.h"
#include "pdf-tags.h"

#include <string.h>

static PdfObjects *
load (LetterFixture *fixture)
{
  letter_fixture_add_person (fixture, "Åke", "Öst", "Sjöberg", "Storgatan 1", "lgh 1101");
  letter_fixture_add_person (fixture, "Łucja", "محمد", "", "Storgatan 2", "");
  letter_fixture_add_protected (fixture, "200601012396");
  letter_fixture_finish (fixture);
  return pdf_objects_load (fixture->bytes);
}

static PdfObjects *
load_long (LetterFixture *fixture)
{
  g_autoptr (GString) text = g_string_new (
      "kind: brev9\ntitle: Lång\nlanguage: en\nversion: 1\ndate: Date\nreference: Ref\n"
      "months: j f m a m j j a s o n d\n\n# Hello {{given_name}}\n\n");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 50; i++)
    g_string_append_printf (text, "- Point %u, {{given_name}}.\n", i);
  tj_letter_template_unref (fixture->letter);
  fixture->letter = tj_letter_template_parse (text->str, &error);
  g_assert_no_error (error);
  return load (fixture);
}

static void
test_everything_drawn_is_tagged_or_an_artifact (LetterFixture *fixture,
                                                G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (PdfObjects) objects = load (fixture);
  g_autoptr (GPtrArray) pages = pdf_objects_list_pages (objects);

  for (guint i = 0; i < pages->len; i++)
    pdf_tags_assert_page_is_marked (
        objects, json_node_get_object (pdf_objects_resolve (objects, pages->pdata[i])));
}

static void
test_every_content_leads_to_its_element (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (PdfObjects) objects = load (fixture);
  g_autoptr (GPtrArray) pages = pdf_objects_list_pages (objects);

  for (guint i = 0; i < pages->len; i++)
    pdf_tags_assert_page_leads_to_elements (objects, pages->pdata[i]);
}

static void
test_a_list_over_two_pages_leads_to_its_elements (LetterFixture *fixture,
                                                  G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (PdfObjects) objects = load_long (fixture);
  g_autoptr (GPtrArray) pages = pdf_objects_list_pages (objects);

  g_assert_cmpuint (pages->len, ==, 7);
  for (guint i = 0; i < pages->len; i++)
    {
      pdf_tags_assert_page_leads_to_elements (objects, pages->pdata[i]);
      pdf_tags_assert_page_is_marked (
          objects, json_node_get_object (pdf_objects_resolve (objects, pages->pdata[i])));
    }
}

static void
test_a_document_holds_a_part_for_each_sheet (LetterFixture *fixture,
                                             G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (PdfObjects) objects = load (fixture);
  g_autofree char *order = pdf_tags_read_order (objects);

  g_assert_true (g_str_has_prefix (order, "/Document/Part/P"));
  g_assert_cmpuint (pdf_tags_count (order, "/Document"), ==, 1);
  g_assert_cmpuint (pdf_tags_count (order, "/Part"), ==, 4);
  g_assert_cmpuint (pdf_tags_count (order, "/H1"), ==, 4);
}

/* Sender, date, reference, address; then the heading, the greeting and the rest. */
static void
test_a_letter_reads_from_the_top (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (PdfObjects) objects = load (fixture);
  g_autofree char *order = pdf_tags_read_order (objects);

  g_assert_true (g_str_has_prefix (order, "/Document/Part/P/P/P/P/H1/P/P/H2/L/LI/Lbl/LBody/LI"));
}

static void
test_lists_say_how_they_are_marked (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (PdfObjects) objects = load (fixture);
  g_autofree char *order = pdf_tags_read_order (objects);
  JsonObject *root
      = pdf_objects_get_dict (objects, pdf_objects_get_catalog (objects), "/StructTreeRoot");
  JsonObject *document = pdf_objects_get_dict (objects, root, "/K");
  JsonArray *parts = pdf_objects_get_array (objects, document, "/K");
  JsonObject *part
      = json_node_get_object (pdf_objects_resolve (objects, json_array_get_element (parts, 0)));
  JsonArray *kids = pdf_objects_get_array (objects, part, "/K");
  guint lists = 0;

  for (guint i = 0; i < json_array_get_length (kids); i++)
    {
      JsonObject *kid
          = json_node_get_object (pdf_objects_resolve (objects, json_array_get_element (kids, i)));

      if (!g_str_equal (json_object_get_string_member (kid, "/S"), "/L"))
        continue;
      g_assert_cmpstr (pdf_objects_get_text (objects, pdf_objects_get_dict (objects, kid, "/A"),
                                             "/ListNumbering"),
                       ==, "/Disc");
      lists++;
    }
  g_assert_cmpuint (lists, ==, 1);
  g_assert_cmpuint (pdf_tags_count (order, "/Lbl"), ==, pdf_tags_count (order, "/LBody"));
}

static void
test_a_letter_in_another_language_says_so (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (PdfObjects) objects = load_long (fixture);
  JsonObject *root
      = pdf_objects_get_dict (objects, pdf_objects_get_catalog (objects), "/StructTreeRoot");
  JsonArray *parts
      = pdf_objects_get_array (objects, pdf_objects_get_dict (objects, root, "/K"), "/K");
  JsonObject *part
      = json_node_get_object (pdf_objects_resolve (objects, json_array_get_element (parts, 0)));

  g_assert_cmpstr (pdf_objects_get_text (objects, part, "/Lang"), ==, "en");
}

#define ADD(path, function)                                                                        \
  g_test_add ("/paper/structure/" path, LetterFixture, NULL, letter_fixture_set_up, function,      \
              letter_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("everything-drawn-is-tagged-or-an-artifact", test_everything_drawn_is_tagged_or_an_artifact);
  ADD ("every-content-leads-to-its-element", test_every_content_leads_to_its_element);
  ADD ("a-list-over-two-pages-leads-to-its-elements",
       test_a_list_over_two_pages_leads_to_its_elements);
  ADD ("a-document-holds-a-part-for-each-sheet", test_a_document_holds_a_part_for_each_sheet);
  ADD ("a-letter-reads-from-the-top", test_a_letter_reads_from_the_top);
  ADD ("lists-say-how-they-are-marked", test_lists_say_how_they_are_marked);
  ADD ("a-letter-in-another-language-says-so", test_a_letter_in_another_language_says_so);
  return g_test_run ();
}
