/* Sheets read back: pages as they look by Poppler, counted from 0, and what is read aloud from the
 * objects that qpdf lists. (Poppler's own reading of tagged text spoils letters beyond ASCII.) */

#include "config.h"

#include "sheet-reader.h"

#include "pdf-tags.h"

#include <stdio.h>
#include <string.h>

/* Text from hexadecimal UTF-16 up to the first other character. */
static char *
read_utf16 (const char *hex)
{
  gunichar2 units[64];
  glong n = 0;

  for (; g_ascii_isxdigit (*hex); hex += 4, n++)
    {
      guint unit = 0;

      g_assert_cmpint (n, <, G_N_ELEMENTS (units));
      g_assert_cmpint (sscanf (hex, "%4x", &unit), ==, 1);
      units[n] = (gunichar2)unit;
    }
  return g_utf16_to_utf8 (units, n, NULL, NULL, NULL);
}

SheetReader *
sheet_reader_new (GBytes *pdf)
{
  SheetReader *self = g_new0 (SheetReader, 1);
  g_autoptr (GError) error = NULL;

  self->objects = pdf_objects_load (pdf);
  self->fonts
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_hash_table_unref);
  self->document = poppler_document_new_from_bytes (pdf, NULL, &error);
  g_assert_no_error (error);
  return self;
}

void
sheet_reader_free (SheetReader *self)
{
  g_hash_table_unref (self->fonts);
  pdf_objects_free (self->objects);
  g_object_unref (self->document);
  g_free (self);
}

guint
sheet_reader_get_n_pages (SheetReader *self)
{
  return (guint)poppler_document_get_n_pages (self->document);
}

SheetPage *
sheet_reader_get_page (SheetReader *self, guint page)
{
  return poppler_document_get_page (self->document, (int)page);
}

char *
sheet_reader_get_page_text (SheetReader *self, guint page)
{
  g_autoptr (SheetPage) poppler_page = sheet_reader_get_page (self, page);

  return poppler_page_get_text (poppler_page);
}

/* The font's glyphs as text, from its ToUnicode map: "<glyph> <UTF-16>" a line. */
static GHashTable *
read_font (SheetReader *self, JsonObject *font)
{
  g_autoptr (GBytes) bytes
      = pdf_objects_get_stream (self->objects, json_object_get_member (font, "/ToUnicode"));
  g_autofree char *map = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (map, "\n", -1);
  GHashTable *glyphs = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint glyph;
      int at = 0;

      if (sscanf (lines[i], "<%4x> <%n", &glyph, &at) == 1 && at > 0)
        g_hash_table_insert (glyphs, GUINT_TO_POINTER (glyph), read_utf16 (lines[i] + at));
    }
  return glyphs;
}

static GHashTable *
get_font (SheetReader *self, JsonObject *page, const char *name)
{
  GHashTable *glyphs = g_hash_table_lookup (self->fonts, name);
  JsonObject *fonts;

  if (glyphs != NULL)
    return glyphs;
  fonts = pdf_objects_get_dict (self->objects,
                                pdf_objects_get_dict (self->objects, page, "/Resources"), "/Font");
  glyphs = read_font (self, pdf_objects_get_dict (self->objects, fonts, name));
  g_hash_table_insert (self->fonts, g_strdup (name), glyphs);
  return glyphs;
}

static void
append_glyphs (GHashTable *font, const char *line, GString *out)
{
  for (const char *p = strchr (line, '<'); p != NULL; p = strchr (p, '<'))
    for (p++; g_ascii_isxdigit (*p); p += 4)
      {
        guint glyph = 0;

        g_assert_cmpint (sscanf (p, "%4x", &glyph), ==, 1);
        g_string_append (out, g_hash_table_lookup (font, GUINT_TO_POINTER (glyph)));
      }
}

/* What the page's tagged contents show, each on a line: one operator stands on a line. */
static void
read_page (SheetReader *self, JsonObject *page, GString *out)
{
  g_autofree char *content = pdf_tags_get_content (self->objects, page);
  g_auto (GStrv) lines = g_strsplit (content, "\n", -1);
  GHashTable *font = NULL;
  gboolean tagged = FALSE, replaced = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];

      if (g_str_has_suffix (line, " Tf"))
        {
          g_autofree char *name = g_strndup (line, strcspn (line, " "));

          font = get_font (self, page, name);
        }
      else if (g_str_has_prefix (line, "/Span"))
        {
          g_autofree char *actual = read_utf16 (strstr (line, "<FEFF") + 5);

          replaced = TRUE;
          if (tagged)
            g_string_append (out, actual);
        }
      else if (g_str_has_suffix (line, "BDC"))
        tagged = strstr (line, "/MCID ") != NULL;
      else if (g_str_equal (line, "EMC"))
        {
          if (tagged && !replaced)
            g_string_append_c (out, '\n');
          tagged = tagged && replaced;
          replaced = FALSE;
        }
      else if (tagged && !replaced
               && (g_str_has_suffix (line, "TJ") || g_str_has_suffix (line, "Tj")))
        append_glyphs (font, line, out);
    }
}

/* The whole text as it is read aloud: content by content, without artifacts. */
char *
sheet_reader_get_text (SheetReader *self)
{
  g_autoptr (GPtrArray) pages = pdf_objects_list_pages (self->objects);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < pages->len; i++)
    read_page (self, json_node_get_object (pdf_objects_resolve (self->objects, pages->pdata[i])),
               all);
  return g_string_free (all, FALSE);
}

/* Whether @text stands anywhere: on a page, in a bookmark, in what describes the document. */
gboolean
sheet_reader_mentions (SheetReader *self, const char *text)
{
  g_autoptr (GString) pages = g_string_new (NULL);
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), self->objects->objects);
  g_autofree char *objects = json_to_string (root, FALSE);

  for (guint i = 0; i < sheet_reader_get_n_pages (self); i++)
    {
      g_autofree char *page = sheet_reader_get_page_text (self, i);

      g_string_append (pages, page);
    }
  return strstr (pages->str, text) != NULL || strstr (objects, text) != NULL;
}
