/* A font as PDF/A asks for it (ISO 19005-2, 6.2.11): a subset of the font's program, embedded; a
 * composite font with Identity-H, so that a code is a glyph's number; widths equal to the
 * program's; and a ToUnicode map that gives every glyph its text. HarfBuzz cuts the subset and
 * keeps the glyphs' numbers. */

#include "config.h"

#include "tj-pdf-font.h"

#include "tj-pdf-ops.h"

#include <glib/gi18n-lib.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <math.h>

/* The space a mapping takes in one `beginbfchar` block at most (ISO 32000-1, 9.10.3). */
#define MAPPINGS_PER_BLOCK 100

#define TAG_CFF HB_TAG ('C', 'F', 'F', ' ')
#define FLAG_SYMBOLIC 4

struct _TjPdfFont
{
  hb_face_t *face;
  hb_font_t *font;
  hb_set_t *glyphs;
  GHashTable *texts;
  double *advances;
  guint n_glyphs;
  guint index;
  guint object;
};

static double
per_mille (const TjPdfFont *self, double units)
{
  return units * 1000.0 / hb_face_get_upem (self->face);
}

static gboolean
face_has_table (hb_face_t *face, hb_tag_t tag)
{
  hb_blob_t *blob = hb_face_reference_table (face, tag);
  gboolean found = hb_blob_get_length (blob) > 0;

  hb_blob_destroy (blob);
  return found;
}

static hb_face_t *
cut_subset (const TjPdfFont *self)
{
  static const hb_tag_t layout[]
      = { HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('G', 'P', 'O', 'S'), HB_TAG ('G', 'D', 'E', 'F') };
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_face_t *subset;

  if (input == NULL)
    return NULL;
  hb_set_union (hb_subset_input_glyph_set (input), self->glyphs);
  for (guint i = 0; i < G_N_ELEMENTS (layout); i++)
    hb_set_add (hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG), layout[i]);
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING);
  subset = hb_subset_or_fail (self->face, input);
  hb_subset_input_destroy (input);
  return subset;
}

/* "ABCDEF+Name": the six letters follow from the glyphs used, so that equal subsets share them. */
static char *
build_name (const TjPdfFont *self)
{
  char name[64] = "Font";
  char tag[7] = { 0 };
  guint size = sizeof name;
  guint32 hash = 2166136261U;
  hb_codepoint_t glyph = HB_SET_VALUE_INVALID;

  hb_ot_name_get_utf8 (self->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
  g_strcanon (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-", '-');
  while (hb_set_next (self->glyphs, &glyph))
    hash = (hash ^ glyph) * 16777619U;
  for (guint i = 0; i < 6; i++, hash /= 26)
    tag[i] = (char)('A' + hash % 26);
  return g_strconcat (tag, "+", name, NULL);
}

static GString *
build_widths (TjPdfFont *self)
{
  GString *widths = g_string_new ("[");
  hb_codepoint_t glyph = HB_SET_VALUE_INVALID;
  hb_codepoint_t last = HB_SET_VALUE_INVALID;

  while (hb_set_next (self->glyphs, &glyph))
    {
      if (last == HB_SET_VALUE_INVALID || glyph != last + 1)
        g_string_append_printf (widths, "%s%u[", last == HB_SET_VALUE_INVALID ? "" : "]", glyph);
      else
        g_string_append_c (widths, ' ');
      tj_ops_number (widths, tj_pdf_font_get_advance (self, glyph));
      last = glyph;
    }
  g_string_append (widths, "]]");
  return widths;
}

static GString *
build_to_unicode (const TjPdfFont *self)
{
  GString *map = g_string_new ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                               "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS)"
                               " /Supplement 0>> def\n"
                               "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                               "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
  guint left = hb_set_get_population (self->glyphs);
  guint in_block = 0;
  hb_codepoint_t glyph = HB_SET_VALUE_INVALID;

  while (hb_set_next (self->glyphs, &glyph))
    {
      if (in_block == 0)
        {
          in_block = MIN (left, MAPPINGS_PER_BLOCK);
          left -= in_block;
          g_string_append_printf (map, "%u beginbfchar\n", in_block);
        }
      g_string_append_c (map, '<');
      tj_ops_hex16 (map, glyph);
      g_string_append (map, "> <");
      tj_ops_utf16 (map, g_hash_table_lookup (self->texts, GUINT_TO_POINTER (glyph)), -1);
      g_string_append (map, ">\n");
      if (--in_block == 0)
        g_string_append (map, "endbfchar\n");
    }
  g_string_append (map, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
  return map;
}

static double
metric (const TjPdfFont *self, hb_ot_metrics_tag_t tag)
{
  hb_position_t value = 0;

  hb_ot_metrics_get_position_with_fallback (self->font, tag, &value);
  return per_mille (self, value);
}

/* The font's bounding box is read from its `head` table: xMin, yMin, xMax, yMax at offset 36. */
static void
append_bounding_box (const TjPdfFont *self, GString *out)
{
  hb_blob_t *head = hb_face_reference_table (self->face, HB_TAG ('h', 'e', 'a', 'd'));
  guint length;
  const guint8 *data = (const guint8 *)hb_blob_get_data (head, &length);

  g_string_append (out, "/FontBBox[");
  for (guint i = 0; i < 4 && length >= 44; i++)
    {
      gint16 value = (gint16)(data[36 + 2 * i] << 8 | data[37 + 2 * i]);

      tj_ops_number (out, round (per_mille (self, value)));
      g_string_append_c (out, i < 3 ? ' ' : ']');
    }
  hb_blob_destroy (head);
}

static void
write_descriptor (TjPdfFont *self,
                  TjPdfFile *file,
                  guint object,
                  guint program,
                  const char *name,
                  gboolean cff)
{
  g_autoptr (GString) out = g_string_new (NULL);
  double weight = hb_style_get_value (self->font, HB_STYLE_TAG_WEIGHT);

  g_string_printf (out, "<</Type/FontDescriptor/FontName/%s/Flags %d/%s %u 0 R", name,
                   FLAG_SYMBOLIC, cff ? "FontFile3" : "FontFile2", program);
  append_bounding_box (self, out);
  g_string_append (out, "/ItalicAngle ");
  tj_ops_number (out, hb_style_get_value (self->font, HB_STYLE_TAG_SLANT_ANGLE));
  g_string_append (out, "/Ascent ");
  tj_ops_number (out, metric (self, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER));
  g_string_append (out, "/Descent ");
  tj_ops_number (out, metric (self, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER));
  g_string_append (out, "/CapHeight ");
  tj_ops_number (out, metric (self, HB_OT_METRICS_TAG_CAP_HEIGHT));
  g_string_append (out, "/StemV ");
  tj_ops_number (out, round (50 + weight * weight / 4225));
  g_string_append (out, ">>");
  tj_pdf_file_put (file, object, out);
}

static void
write_descendant (TjPdfFont *self,
                  TjPdfFile *file,
                  guint object,
                  guint descriptor,
                  const char *name,
                  gboolean cff)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) widths = build_widths (self);

  g_string_printf (out,
                   "<</Type/Font/Subtype/%s/BaseFont/%s"
                   "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                   "/FontDescriptor %u 0 R%s/DW 1000/W%s>>",
                   cff ? "CIDFontType0" : "CIDFontType2", name, descriptor,
                   cff ? "" : "/CIDToGIDMap/Identity", widths->str);
  tj_pdf_file_put (file, object, out);
}

static void
write_program (TjPdfFile *file, guint object, hb_face_t *subset, gboolean cff)
{
  hb_blob_t *blob = hb_face_reference_blob (subset);
  guint length;
  const char *data = hb_blob_get_data (blob, &length);
  g_autofree char *entries
      = cff ? g_strdup ("/Subtype/OpenType") : g_strdup_printf ("/Length1 %u", length);

  tj_pdf_file_put_stream (file, object, entries, data, length);
  hb_blob_destroy (blob);
}

/* Returns: (transfer full): a font for @face, named F@index in the pages' resources */
TjPdfFont *
tj_pdf_font_new (hb_face_t *face, guint index, guint object)
{
  TjPdfFont *self = g_new0 (TjPdfFont, 1);

  self->face = hb_face_reference (face);
  self->font = hb_font_create (face);
  self->glyphs = hb_set_create ();
  self->texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->n_glyphs = hb_face_get_glyph_count (face);
  self->advances = g_new (double, self->n_glyphs);
  for (guint i = 0; i < self->n_glyphs; i++)
    self->advances[i] = -1;
  self->index = index;
  self->object = object;
  return self;
}

/* Frees the font; what it has written stays. */
void
tj_pdf_font_free (TjPdfFont *self)
{
  hb_set_destroy (self->glyphs);
  hb_font_destroy (self->font);
  hb_face_destroy (self->face);
  g_hash_table_unref (self->texts);
  g_free (self->advances);
  g_free (self);
}

/* Returns: the font's number among the document's: it is named F and that number */
guint
tj_pdf_font_get_index (const TjPdfFont *self)
{
  return self->index;
}

/* Returns: the object that the pages' resources refer to */
guint
tj_pdf_font_get_object (const TjPdfFont *self)
{
  return self->object;
}

/* Returns: the number of the glyph for @c, 0 if the font has none */
guint
tj_pdf_font_get_glyph (const TjPdfFont *self, gunichar c)
{
  hb_codepoint_t glyph = 0;

  hb_font_get_nominal_glyph (self->font, c, &glyph);
  return glyph;
}

/* Returns: the advance of @glyph in thousandths of the font's size */
double
tj_pdf_font_get_advance (TjPdfFont *self, guint glyph)
{
  g_assert (glyph < self->n_glyphs);
  if (self->advances[glyph] < 0)
    self->advances[glyph] = per_mille (self, hb_font_get_glyph_h_advance (self->font, glyph));
  return self->advances[glyph];
}

/**
 * tj_pdf_font_use:
 * @text: what @glyph stands for here, @length bytes of UTF-8
 *
 * Takes @glyph into the subset. The first text a glyph comes with is the one it is mapped to.
 *
 * Returns: whether the glyph's mapping says @text; if not, the text has to be given beside it
 */
gboolean
tj_pdf_font_use (TjPdfFont *self, guint glyph, const char *text, gssize length)
{
  const char *known = g_hash_table_lookup (self->texts, GUINT_TO_POINTER (glyph));

  if (known == NULL)
    {
      hb_set_add (self->glyphs, glyph);
      g_hash_table_insert (self->texts, GUINT_TO_POINTER (glyph), g_strndup (text, (gsize)length));
      return TRUE;
    }
  return strncmp (known, text, (gsize)length) == 0 && known[length] == '\0';
}

/**
 * tj_pdf_font_write:
 *
 * Puts the font's five objects into @file.
 *
 * Returns: whether the font's program could be cut
 */
gboolean
tj_pdf_font_write (TjPdfFont *self, TjPdfFile *file, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) map = NULL;
  g_autofree char *name = NULL;
  gboolean cff = face_has_table (self->face, TAG_CFF);
  hb_face_t *subset;
  guint descendant, descriptor, program, to_unicode;

  if (hb_set_is_empty (self->glyphs))
    tj_pdf_font_use (self, tj_pdf_font_get_glyph (self, ' '), " ", 1);
  map = build_to_unicode (self);
  name = build_name (self);
  subset = cut_subset (self);
  if (subset == NULL)
    {
      g_set_error_literal (error, TJ_PAPER_ERROR, TJ_PAPER_ERROR_RENDER,
                           _ ("A font could not be embedded"));
      return FALSE;
    }
  descendant = tj_pdf_file_reserve (file);
  descriptor = tj_pdf_file_reserve (file);
  program = tj_pdf_file_reserve (file);
  to_unicode = tj_pdf_file_reserve (file);
  write_program (file, program, subset, cff);
  hb_face_destroy (subset);
  tj_pdf_file_put_stream (file, to_unicode, "", map->str, map->len);
  write_descriptor (self, file, descriptor, program, name, cff);
  write_descendant (self, file, descendant, descriptor, name, cff);
  g_string_printf (out,
                   "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H"
                   "/DescendantFonts[%u 0 R]/ToUnicode %u 0 R>>",
                   name, descendant, to_unicode);
  tj_pdf_file_put (file, self->object, out);
  return TRUE;
}
