/* What PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) ask of a document as a whole, each key read
 * back from finished letters. */

#define _GNU_SOURCE

#include "config.h"

#include "letter-fixture.h"
#include "pdf-objects.h"

#include <hb-ot.h>
#include <string.h>

/* Letters with everything that writes something of its own: marks, scripts, sheets, pages. */
static PdfObjects *
load (LetterFixture *fixture)
{
  fixture->letterhead->demo = TRUE;
  letter_fixture_add_person (fixture, "Åke", "Öst", "Sjöberg", "Storgatan 1", "lgh 1101");
  letter_fixture_add_person (fixture, "Łucja", "محمد", "", "Storgatan 2", "");
  letter_fixture_add_person (fixture, "Al\xf3\xb0\x80\x80va", "Office\xee\x80\x80", "", "Gatan",
                             "");
  letter_fixture_add_protected (fixture, "200601012396");
  letter_fixture_finish (fixture);
  return pdf_objects_load (fixture->bytes);
}

static char *
get_xmp (PdfObjects *objects)
{
  JsonObject *catalog = pdf_objects_get_catalog (objects);
  g_autoptr (GBytes) bytes
      = pdf_objects_get_stream (objects, json_object_get_member (catalog, "/Metadata"));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is missing in:\n%s", part, text);
}

static void
test_the_header_is_that_of_pdf_1_7 (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (PdfObjects) objects = load (fixture);
  const guint8 *file = g_bytes_get_data (fixture->bytes, NULL);

  g_assert_nonnull (objects);
  g_assert_cmpint (memcmp (file, "%PDF-1.7\n%", 10), ==, 0);
  for (guint i = 10; i < 14; i++)
    g_assert_cmpuint (file[i], >, 127);
}

static void
test_nothing_follows_the_end (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (PdfObjects) objects = load (fixture);
  gsize size;
  const char *file = g_bytes_get_data (fixture->bytes, &size);

  g_assert_nonnull (objects);
  g_assert_cmpint (memcmp (file + size - 6, "%%EOF\n", 6), ==, 0);
}

static void
test_every_stream_ends_with_a_line_break (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (PdfObjects) objects = load (fixture);
  gsize size;
  const char *file = g_bytes_get_data (fixture->bytes, &size);
  const char *end = file + size;
  guint n = 0;

  g_assert_nonnull (objects);
  for (const char *p = file; (p = memmem (p, (gsize)(end - p), "endstream", 9)) != NULL; p += 9)
    {
      g_assert_cmpint (p[-1], ==, '\n');
      n++;
    }
  g_assert_cmpuint (n, >, 5);
}

static void
test_the_file_has_an_identifier (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (PdfObjects) objects = load (fixture);
  JsonArray *id = pdf_objects_get_array (objects, pdf_objects_get_trailer (objects), "/ID");

  g_assert_cmpuint (json_array_get_length (id), ==, 2);
  g_assert_cmpuint (strlen (json_array_get_string_element (id, 0)), ==, 2 + 32);
  g_assert_cmpstr (json_array_get_string_element (id, 0), ==,
                   json_array_get_string_element (id, 1));
  g_assert_false (json_object_has_member (pdf_objects_get_trailer (objects), "/Encrypt"));
}

static void
test_the_catalog_says_language_title_and_tags (LetterFixture *fixture,
                                               G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (PdfObjects) objects = load (fixture);
  JsonObject *catalog = pdf_objects_get_catalog (objects);
  JsonObject *marks = pdf_objects_get_dict (objects, catalog, "/MarkInfo");
  JsonObject *viewer = pdf_objects_get_dict (objects, catalog, "/ViewerPreferences");

  g_assert_cmpstr (pdf_objects_get_text (objects, catalog, "/Lang"), ==, "sv-SE");
  g_assert_true (json_object_get_boolean_member (marks, "/Marked"));
  g_assert_true (json_object_get_boolean_member (viewer, "/DisplayDocTitle"));
  g_assert_true (json_object_has_member (catalog, "/StructTreeRoot"));
  g_assert_true (json_object_has_member (catalog, "/Outlines"));
}

static void
test_xmp_declares_both_standards (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  static const char *const parts[]
      = { "<pdfaid:part>2</pdfaid:part>",
          "<pdfaid:conformance>A</pdfaid:conformance>",
          "<pdfuaid:part>1</pdfuaid:part>",
          "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
          "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
          "<pdfaProperty:name>part</pdfaProperty:name>",
          "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>",
          "<pdfaProperty:category>internal</pdfaProperty:category>",
          "<rdf:li xml:lang=\"x-default\">Brev 1 – Tibro kommun</rdf:li>" };
  g_autoptr (PdfObjects) objects = load (fixture);
  g_autofree char *xmp = get_xmp (objects);

  g_assert_true (g_str_has_prefix (xmp, "<?xpacket begin=\"\xEF\xBB\xBF\" id="));
  g_assert_true (g_str_has_suffix (xmp, "<?xpacket end=\"w\"?>"));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_has (xmp, parts[i]);
}

static void
test_xmp_is_stored_in_plain (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (PdfObjects) objects = load (fixture);
  gsize size;
  const char *file = g_bytes_get_data (fixture->bytes, &size);

  g_assert_nonnull (objects);
  g_assert_nonnull (memmem (file, size, "<pdfaid:part>2</pdfaid:part>", 28));
}

static void
test_information_and_xmp_agree (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (PdfObjects) objects = load (fixture);
  JsonObject *info = pdf_objects_get_dict (objects, pdf_objects_get_trailer (objects), "/Info");
  g_autofree char *xmp = get_xmp (objects);
  g_autofree char *producer = g_strdup_printf ("<pdf:Producer>%s</pdf:Producer>",
                                               pdf_objects_get_text (objects, info, "/Producer"));
  g_autofree char *creator = g_strdup_printf ("<xmp:CreatorTool>%s</xmp:CreatorTool>",
                                              pdf_objects_get_text (objects, info, "/Creator"));

  assert_has (xmp, producer);
  assert_has (xmp, creator);
  g_assert_cmpstr (pdf_objects_get_text (objects, info, "/CreationDate"), ==, "D:20261005080000Z");
  g_assert_cmpstr (pdf_objects_get_text (objects, info, "/ModDate"), ==, "D:20261005080000Z");
  assert_has (xmp, "<xmp:CreateDate>2026-10-05T08:00:00Z</xmp:CreateDate>");
  assert_has (xmp, "<xmp:ModifyDate>2026-10-05T08:00:00Z</xmp:ModifyDate>");
  g_assert_cmpstr (pdf_objects_get_text (objects, info, "/Title"), ==, "Brev 1 – Tibro kommun");
  g_assert_false (json_object_has_member (info, "/Author"));
}

static void
test_colours_mean_srgb (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (PdfObjects) objects = load (fixture);
  JsonArray *intents
      = pdf_objects_get_array (objects, pdf_objects_get_catalog (objects), "/OutputIntents");
  JsonObject *intent
      = json_node_get_object (pdf_objects_resolve (objects, json_array_get_element (intents, 0)));
  JsonObject *dict = pdf_objects_get_dict (objects, intent, "/DestOutputProfile");
  g_autoptr (GBytes) profile
      = pdf_objects_get_stream (objects, json_object_get_member (intent, "/DestOutputProfile"));
  const char *bytes = g_bytes_get_data (profile, NULL);

  g_assert_cmpuint (json_array_get_length (intents), ==, 1);
  g_assert_cmpstr (pdf_objects_get_text (objects, intent, "/S"), ==, "/GTS_PDFA1");
  g_assert_cmpstr (pdf_objects_get_text (objects, intent, "/OutputConditionIdentifier"), ==,
                   "sRGB");
  g_assert_cmpint (json_object_get_int_member (dict, "/N"), ==, 3);
  g_assert_cmpint (memcmp (bytes + 12, "mntrRGB XYZ ", 12), ==, 0);
  g_assert_cmpint (memcmp (bytes + 36, "acsp", 4), ==, 0);
  g_assert_cmpint (bytes[8], <, 5);
}

static void
test_pages_tab_by_structure_and_use_fonts_alone (LetterFixture *fixture,
                                                 G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (PdfObjects) objects = load (fixture);
  g_autoptr (GPtrArray) pages = pdf_objects_list_pages (objects);

  g_assert_cmpuint (pages->len, ==, 5);
  for (guint i = 0; i < pages->len; i++)
    {
      JsonObject *page = json_node_get_object (pdf_objects_resolve (objects, pages->pdata[i]));
      JsonObject *resources = pdf_objects_get_dict (objects, page, "/Resources");

      g_assert_cmpstr (pdf_objects_get_text (objects, page, "/Tabs"), ==, "/S");
      g_assert_cmpint (json_object_get_int_member (page, "/StructParents"), ==, i);
      g_assert_cmpuint (json_object_get_size (resources), ==, 1);
      g_assert_true (json_object_has_member (resources, "/Font"));
      g_assert_false (json_object_has_member (page, "/Annots"));
    }
}

/* Widths as {glyph: thousandths}, from the W array of a CID font. */
static GHashTable *
read_widths (PdfObjects *objects, JsonObject *font)
{
  GHashTable *widths = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  JsonArray *w = pdf_objects_get_array (objects, font, "/W");

  for (guint i = 0; i + 1 < json_array_get_length (w); i += 2)
    {
      gint64 first = json_array_get_int_element (w, i);
      JsonArray *run = json_array_get_array_element (w, i + 1);

      for (guint j = 0; j < json_array_get_length (run); j++)
        {
          double width = json_array_get_double_element (run, j);

          g_hash_table_insert (widths, GINT_TO_POINTER ((int)first + (int)j),
                               g_memdup2 (&width, sizeof width));
        }
    }
  return widths;
}

static void
assert_widths (PdfObjects *objects, JsonObject *font, JsonObject *descriptor)
{
  g_autoptr (GBytes) program
      = pdf_objects_get_stream (objects, json_object_get_member (descriptor, "/FontFile2"));
  g_autoptr (GHashTable) widths = read_widths (objects, font);
  gsize size;
  const char *data = g_bytes_get_data (program, &size);
  hb_blob_t *blob = hb_blob_create (data, (guint)size, HB_MEMORY_MODE_READONLY, NULL, NULL);
  hb_face_t *face = hb_face_create (blob, 0);
  hb_font_t *hb_font = hb_font_create (face);
  GHashTableIter iter;
  gpointer glyph, width;

  g_hash_table_iter_init (&iter, widths);
  while (g_hash_table_iter_next (&iter, &glyph, &width))
    {
      double advance = hb_font_get_glyph_h_advance (hb_font, GPOINTER_TO_UINT (glyph)) * 1000.0
                       / hb_face_get_upem (face);

      g_assert_cmpuint (GPOINTER_TO_UINT (glyph), >, 0);
      g_assert_cmpuint (GPOINTER_TO_UINT (glyph), <, hb_face_get_glyph_count (face));
      g_assert_cmpfloat_with_epsilon (*(double *)width, advance, 0.5);
    }
  hb_font_destroy (hb_font);
  hb_face_destroy (face);
  hb_blob_destroy (blob);
}

/* Every glyph with a width has a text; none of it is what the standard forbids. */
static void
assert_mapped (PdfObjects *objects, JsonObject *composite, JsonObject *font)
{
  g_autoptr (GBytes) bytes
      = pdf_objects_get_stream (objects, json_object_get_member (composite, "/ToUnicode"));
  g_autofree char *map = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GHashTable) widths = read_widths (objects, font);
  GHashTableIter iter;
  gpointer glyph;

  g_hash_table_iter_init (&iter, widths);
  while (g_hash_table_iter_next (&iter, &glyph, NULL))
    {
      g_autofree char *entry = g_strdup_printf ("\n<%04X> <", GPOINTER_TO_UINT (glyph));
      const char *text = strstr (map, entry);

      g_assert_nonnull (text);
      text += strlen (entry);
      g_assert_false (g_str_has_prefix (text, ">") || g_str_has_prefix (text, "0000")
                      || g_str_has_prefix (text, "FFFE") || g_str_has_prefix (text, "FEFF"));
    }
}

static void
assert_font (PdfObjects *objects, JsonObject *composite)
{
  JsonArray *descendants = pdf_objects_get_array (objects, composite, "/DescendantFonts");
  JsonObject *font = json_node_get_object (
      pdf_objects_resolve (objects, json_array_get_element (descendants, 0)));
  JsonObject *descriptor = pdf_objects_get_dict (objects, font, "/FontDescriptor");
  const char *name = pdf_objects_get_text (objects, font, "/BaseFont");

  g_assert_cmpstr (pdf_objects_get_text (objects, composite, "/Encoding"), ==, "/Identity-H");
  g_assert_cmpstr (pdf_objects_get_text (objects, composite, "/BaseFont"), ==, name);
  g_assert_cmpstr (pdf_objects_get_text (objects, descriptor, "/FontName"), ==, name);
  g_assert_true (g_regex_match_simple ("^/[A-Z]{6}\\+[A-Za-z0-9-]+$", name, 0, 0));
  g_assert_cmpstr (pdf_objects_get_text (objects, font, "/CIDToGIDMap"), ==, "/Identity");
  assert_widths (objects, font, descriptor);
  assert_mapped (objects, composite, font);
}

static void
test_fonts_are_whole_and_say_what_they_show (LetterFixture *fixture,
                                             G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (PdfObjects) objects = load (fixture);
  g_autoptr (GPtrArray) fonts = pdf_objects_list_of_type (objects, "/Font");
  guint n = 0;

  for (guint i = 0; i < fonts->len; i++)
    if (g_str_equal (pdf_objects_get_text (objects, fonts->pdata[i], "/Subtype"), "/Type0"))
      {
        assert_font (objects, fonts->pdata[i]);
        n++;
      }
    else
      g_assert_cmpstr (pdf_objects_get_text (objects, fonts->pdata[i], "/Subtype"), ==,
                       "/CIDFontType2");
  g_assert_cmpuint (n, >=, 3);
}

static void
test_every_letter_has_a_bookmark (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (PdfObjects) objects = load (fixture);
  JsonObject *outline
      = pdf_objects_get_dict (objects, pdf_objects_get_catalog (objects), "/Outlines");
  JsonObject *item = pdf_objects_get_dict (objects, outline, "/First");
  guint n = 1;

  for (; json_object_has_member (item, "/Next"); n++)
    item = pdf_objects_get_dict (objects, item, "/Next");
  g_assert_cmpint (json_object_get_int_member (outline, "/Count"), ==, n);
  g_assert_cmpuint (n, ==, 5);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/paper/document/" path, LetterFixture, NULL, letter_fixture_set_up, function,       \
              letter_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("the-header-is-that-of-pdf-1-7", test_the_header_is_that_of_pdf_1_7);
  ADD ("nothing-follows-the-end", test_nothing_follows_the_end);
  ADD ("every-stream-ends-with-a-line-break", test_every_stream_ends_with_a_line_break);
  ADD ("the-file-has-an-identifier", test_the_file_has_an_identifier);
  ADD ("the-catalog-says-language-title-and-tags", test_the_catalog_says_language_title_and_tags);
  ADD ("xmp-declares-both-standards", test_xmp_declares_both_standards);
  ADD ("xmp-is-stored-in-plain", test_xmp_is_stored_in_plain);
  ADD ("information-and-xmp-agree", test_information_and_xmp_agree);
  ADD ("colours-mean-srgb", test_colours_mean_srgb);
  ADD ("pages-tab-by-structure-and-use-fonts-alone",
       test_pages_tab_by_structure_and_use_fonts_alone);
  ADD ("fonts-are-whole-and-say-what-they-show", test_fonts_are_whole_and_say_what_they_show);
  ADD ("every-letter-has-a-bookmark", test_every_letter_has_a_bookmark);
  return g_test_run ();
}
