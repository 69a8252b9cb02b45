/* Text to glyphs: Pango breaks paragraphs into lines, orders right-to-left runs, chooses fonts and
 * shapes; here its glyphs become PDF text operators. Resolution is 72 dpi and hinting is off, so
 * that a point is a point. Lines stand `leading` apart whatever their fonts say.
 *
 * A text that comes again in every letter is set once and kept; a name is set and forgotten. */

#include "config.h"

#include "tj-typesetter.h"

#include "tj-font-map.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Where the first baseline stands in a line: the capitals' middle is the line's middle. */
#define BASELINE_DROP 0.36

/* A glyph may stand this far (points) from where its text puts it before it is moved. */
#define TOLERANCE 0.02

/* A kept text and what it was made of. */
typedef struct
{
  const TjTextStyle *style;
  double width;
  char *text;
  TjSetText set;
} Kept;

/* A style, its layout and, once asked for, its fonts. */
typedef struct
{
  const TjTextStyle *style;
  PangoLayout *layout;
} StyleLayout;

struct _TjTypesetter
{
  TjPdfFile *file;
  PangoContext *context;
  PangoAttrList *attributes;
  GHashTable *kept;
  GArray *layouts;
  GHashTable *fonts;
  GPtrArray *font_order;
  TjSetText once;
};

/* The state of the operators while a text is written. `x`, `y` is the last text position set;
 * `pen` and `drawn` are where the next glyph should stand and where it would. */
typedef struct
{
  TjTypesetter *self;
  GString *ops;
  const char *text;
  TjPdfFont *font;
  double size;
  double x, y;
  double pen, drawn;
  gboolean in_string;
  gboolean in_array;
} Writer;

static guint
kept_hash (gconstpointer key)
{
  const Kept *kept = key;

  return g_str_hash (kept->text) ^ g_direct_hash (kept->style) ^ g_double_hash (&kept->width);
}

static gboolean
kept_equal (gconstpointer a, gconstpointer b)
{
  const Kept *one = a, *other = b;

  return one->style == other->style && fabs (one->width - other->width) < TOLERANCE
         && g_str_equal (one->text, other->text);
}

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_string_free (kept->set.ops, TRUE);
  g_free (kept->text);
  g_free (kept);
}

static void
clear_style_layout (gpointer data)
{
  StyleLayout *entry = data;

  g_object_unref (entry->layout);
}

static PangoLayout *
new_layout (TjTypesetter *self, const TjTextStyle *style)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (description, style->family);
  pango_font_description_set_weight (description,
                                     style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (description, style->size * PANGO_SCALE);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_attributes (layout, self->attributes);
  return layout;
}

static PangoLayout *
get_layout (TjTypesetter *self, const TjTextStyle *style)
{
  StyleLayout entry = { style, NULL };

  for (guint i = 0; i < self->layouts->len; i++)
    if (g_array_index (self->layouts, StyleLayout, i).style == style)
      return g_array_index (self->layouts, StyleLayout, i).layout;
  entry.layout = new_layout (self, style);
  g_array_append_val (self->layouts, entry);
  return entry.layout;
}

static TjPdfFont *
get_font (TjTypesetter *self, PangoFont *pango_font)
{
  hb_face_t *face = hb_font_get_face (pango_font_get_hb_font (pango_font));
  TjPdfFont *font = g_hash_table_lookup (self->fonts, face);

  if (font == NULL)
    {
      font = tj_pdf_font_new (face, self->font_order->len + 1, tj_pdf_file_reserve (self->file));
      g_hash_table_insert (self->fonts, face, font);
      g_ptr_array_add (self->font_order, font);
    }
  return font;
}

static double
get_size (PangoFont *pango_font)
{
  int x_scale, y_scale;

  hb_font_get_scale (pango_font_get_hb_font (pango_font), &x_scale, &y_scale);
  return (double)x_scale / PANGO_SCALE;
}

static void
end_string (Writer *writer)
{
  if (writer->in_string)
    g_string_append_c (writer->ops, '>');
  writer->in_string = FALSE;
}

static void
end_array (Writer *writer)
{
  end_string (writer);
  if (writer->in_array)
    g_string_append (writer->ops, "]TJ\n");
  writer->in_array = FALSE;
}

static void
begin_array (Writer *writer)
{
  if (!writer->in_array)
    g_string_append_c (writer->ops, '[');
  writer->in_array = TRUE;
}

static void
move_to_pen (Writer *writer)
{
  double gap = writer->pen - writer->drawn;

  begin_array (writer);
  if (fabs (gap) < TOLERANCE)
    return;
  end_string (writer);
  tj_ops_number (writer->ops, round (-gap * 1000 / writer->size));
  writer->drawn += round (gap * 1000 / writer->size) * writer->size / 1000;
}

static void
append_rise (Writer *writer, double rise)
{
  const double values[] = { rise };

  end_array (writer);
  tj_ops_numbers (writer->ops, 1, values, "Ts");
}

static void
show_glyph (Writer *writer, guint glyph, const PangoGlyphGeometry *geometry)
{
  double rise = -(double)geometry->y_offset / PANGO_SCALE;
  double x_offset = (double)geometry->x_offset / PANGO_SCALE;

  if (fabs (rise) >= TOLERANCE)
    append_rise (writer, rise);
  writer->pen += x_offset;
  move_to_pen (writer);
  if (!writer->in_string)
    g_string_append_c (writer->ops, '<');
  writer->in_string = TRUE;
  tj_ops_hex16 (writer->ops, glyph);
  writer->drawn += tj_pdf_font_get_advance (writer->font, glyph) * writer->size / 1000;
  writer->pen += (double)geometry->width / PANGO_SCALE - x_offset;
  if (fabs (rise) >= TOLERANCE)
    append_rise (writer, 0);
}

/* One cluster, glyphs [from, to) for @length bytes of text, one character a glyph as far as they
 * go. Returns whether the glyphs' own mappings say the text, which they never do for characters of
 * private use (ISO 19005-2, 6.2.11.7.3). */
static gboolean
use_cluster (Writer *writer, const PangoGlyphInfo *glyphs, guint n, const char *text, gssize length)
{
  const char *end = text + length;
  gboolean exact = TRUE;

  for (guint i = 0; i < n; i++)
    {
      const char *next = text < end ? g_utf8_next_char (text) : text;
      const char *last = i + 1 == n ? end : next;

      if (last <= text)
        {
          exact = FALSE;
          text = g_utf8_prev_char (end);
          last = end;
        }
      if (!tj_pdf_font_use (writer->font, glyphs[i].glyph, text, last - text)
          || g_unichar_type (g_utf8_get_char (text)) == G_UNICODE_PRIVATE_USE)
        exact = FALSE;
      text = last;
    }
  return exact;
}

static void
begin_actual_text (Writer *writer, const char *text, gssize length)
{
  end_array (writer);
  g_string_append (writer->ops, "/Span<</ActualText<FEFF");
  tj_ops_utf16 (writer->ops, text, length);
  g_string_append (writer->ops, ">>>BDC\n");
}

static void
end_actual_text (Writer *writer)
{
  end_array (writer);
  g_string_append (writer->ops, "EMC\n");
}

/* Drops what draws nothing. Returns whether a font had a glyph for all of the rest. */
static gboolean
keep_drawable (Writer *writer, const PangoGlyphInfo *from, guint *n, PangoGlyphInfo *kept)
{
  gboolean known = TRUE;
  guint n_kept = 0;

  for (guint i = 0; i < *n; i++)
    {
      if (from[i].glyph == PANGO_GLYPH_EMPTY)
        {
          writer->pen += (double)from[i].geometry.width / PANGO_SCALE;
          continue;
        }
      kept[n_kept++] = from[i];
      known = known && from[i].glyph != 0 && (from[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0;
    }
  *n = n_kept;
  return known;
}

/* A question mark, read as what it stands for: a reference to the missing glyph is forbidden
 * (ISO 19005-2, 6.2.11.8). */
static void
write_unknown (Writer *writer, const PangoGlyphGeometry *geometry, const char *text, gssize length)
{
  guint glyph = tj_pdf_font_get_glyph (writer->font, '?');

  if (glyph == 0)
    return;
  tj_pdf_font_use (writer->font, glyph, "?", 1);
  begin_actual_text (writer, text, length);
  show_glyph (writer, glyph, geometry);
  end_actual_text (writer);
}

static void
write_cluster (Writer *writer, const PangoGlyphInfo *from, guint n, const char *text, gssize length)
{
  PangoGlyphInfo *glyphs = g_newa (PangoGlyphInfo, n);
  gboolean known = keep_drawable (writer, from, &n, glyphs);
  gboolean exact;

  if (n == 0)
    return;
  if (!known)
    {
      write_unknown (writer, &glyphs[0].geometry, text, length);
      return;
    }
  exact = use_cluster (writer, glyphs, n, text, length);
  if (!exact)
    begin_actual_text (writer, text, length);
  for (guint i = 0; i < n; i++)
    show_glyph (writer, glyphs[i].glyph, &glyphs[i].geometry);
  if (!exact)
    end_actual_text (writer);
}

static void
choose_font (Writer *writer, PangoFont *pango_font)
{
  TjPdfFont *font = get_font (writer->self, pango_font);
  double size = get_size (pango_font);

  if (font == writer->font && fabs (size - writer->size) < TOLERANCE)
    return;
  writer->font = font;
  writer->size = size;
  g_string_append (writer->ops, "/F");
  tj_ops_integer (writer->ops, tj_pdf_font_get_index (font));
  g_string_append_c (writer->ops, ' ');
  tj_ops_numbers (writer->ops, 1, &size, "Tf");
}

/* Glyphs are written from left to right; Pango's clusters come in the order of the text. */
static void
write_run (Writer *writer, PangoLayoutRun *run, double x, double y)
{
  const double move[] = { x - writer->x, y - writer->y };
  gboolean backwards = (run->item->analysis.level & 1) != 0;
  PangoGlyphItemIter iter;
  gboolean more;

  choose_font (writer, run->item->analysis.font);
  tj_ops_numbers (writer->ops, 2, move, "Td");
  writer->x = x;
  writer->y = y;
  writer->pen = writer->drawn = 0;
  more = backwards ? pango_glyph_item_iter_init_end (&iter, run, writer->text)
                   : pango_glyph_item_iter_init_start (&iter, run, writer->text);
  while (more)
    {
      int from = MIN (iter.start_glyph, iter.end_glyph + 1);
      int n = ABS (iter.end_glyph - iter.start_glyph);

      write_cluster (writer, run->glyphs->glyphs + from, (guint)n, writer->text + iter.start_index,
                     iter.end_index - iter.start_index);
      more = backwards ? pango_glyph_item_iter_prev_cluster (&iter)
                       : pango_glyph_item_iter_next_cluster (&iter);
    }
  end_array (writer);
}

/* Where a line ends a word ends: a space that nobody sees keeps them apart when read aloud. */
static void
write_line_end (Writer *writer)
{
  guint space = writer->font != NULL ? tj_pdf_font_get_glyph (writer->font, ' ') : 0;

  if (space == 0)
    return;
  tj_pdf_font_use (writer->font, space, " ", 1);
  g_string_append_c (writer->ops, '<');
  tj_ops_hex16 (writer->ops, space);
  g_string_append (writer->ops, ">Tj\n");
}

static void
write_line (Writer *writer, PangoLayoutLine *line, double x, double y)
{
  for (GSList *item = line->runs; item != NULL; item = item->next)
    {
      PangoLayoutRun *run = item->data;

      write_run (writer, run, x, y);
      x += (double)pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;
    }
}

static void
write_layout (TjTypesetter *self, PangoLayout *layout, const TjTextStyle *style, TjSetText *set)
{
  Writer writer = { .self = self, .ops = set->ops, .text = pango_layout_get_text (layout) };
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  gboolean more = TRUE;
  double y = -style->leading / 2 - BASELINE_DROP * style->size;

  *set = (TjSetText){ set->ops, 0, 0, 0 };
  tj_ops_fill (set->ops, style->colour);
  while (more)
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      write_line (&writer, line, (double)logical.x / PANGO_SCALE, y);
      set->width = MAX (set->width, (double)logical.width / PANGO_SCALE);
      set->n_lines++;
      y -= style->leading;
      more = pango_layout_iter_next_line (iter);
      if (more)
        write_line_end (&writer);
    }
  set->height = set->n_lines * style->leading;
  pango_layout_iter_free (iter);
}

static void
set_text (TjTypesetter *self,
          const TjTextStyle *style,
          double width,
          const char *text,
          TjSetText *set)
{
  PangoLayout *layout = get_layout (self, style);

  pango_layout_set_width (layout, width > 0 ? (int)(width * PANGO_SCALE) : -1);
  pango_layout_set_text (layout, text, -1);
  g_string_truncate (set->ops, 0);
  write_layout (self, layout, style, set);
}

/* Returns: (transfer full): a typesetter whose fonts go into @file, which is borrowed */
TjTypesetter *
tj_typesetter_new (TjPdfFile *file)
{
  TjTypesetter *self = g_new0 (TjTypesetter, 1);

  self->file = file;
  self->context = tj_font_map_create_context ();
  self->attributes = pango_attr_list_new ();
  pango_attr_list_insert (self->attributes, pango_attr_insert_hyphens_new (FALSE));
  self->kept = g_hash_table_new_full (kept_hash, kept_equal, kept_free, NULL);
  self->layouts = g_array_new (FALSE, FALSE, sizeof (StyleLayout));
  g_array_set_clear_func (self->layouts, clear_style_layout);
  self->fonts = g_hash_table_new (NULL, NULL);
  self->font_order = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_pdf_font_free);
  self->once.ops = g_string_new (NULL);
  return self;
}

/* Frees the typesetter and every text it keeps. */
void
tj_typesetter_free (TjTypesetter *self)
{
  g_hash_table_unref (self->kept);
  g_array_unref (self->layouts);
  g_hash_table_unref (self->fonts);
  g_ptr_array_unref (self->font_order);
  g_string_free (self->once.ops, TRUE);
  pango_attr_list_unref (self->attributes);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * tj_typesetter_set:
 * @width: where lines break, in points; 0 for never
 *
 * Sets @text, or finds it if it was set before.
 *
 * Returns: (transfer none): the set text, kept as long as @self
 */
const TjSetText *
tj_typesetter_set (TjTypesetter *self, const TjTextStyle *style, double width, const char *text)
{
  const Kept key = { style, width, (char *)text, { 0 } };
  Kept *kept = g_hash_table_lookup (self->kept, &key);

  if (kept == NULL)
    {
      kept = g_new0 (Kept, 1);
      *kept = (Kept){ style, width, g_strdup (text), { g_string_new (NULL), 0, 0, 0 } };
      set_text (self, style, width, text, &kept->set);
      g_hash_table_add (self->kept, kept);
    }
  return &kept->set;
}

/**
 * tj_typesetter_set_once:
 * @width: where lines break, in points; 0 for never
 *
 * Sets @text without keeping it, for what belongs to one person.
 *
 * Returns: (transfer none): the set text, valid until the next call
 */
const TjSetText *
tj_typesetter_set_once (TjTypesetter *self,
                        const TjTextStyle *style,
                        double width,
                        const char *text)
{
  set_text (self, style, width, text, &self->once);
  return &self->once;
}

/**
 * tj_typesetter_fit:
 * @width: where lines break, in points
 * @n_lines: at least 1
 *
 * Returns: how many bytes of @text stand on its first @n_lines lines
 */
gsize
tj_typesetter_fit (TjTypesetter *self,
                   const TjTextStyle *style,
                   double width,
                   const char *text,
                   guint n_lines)
{
  PangoLayout *layout = get_layout (self, style);
  PangoLayoutLine *next;

  pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  next = pango_layout_get_line_readonly (layout, (int)n_lines);
  return next != NULL ? (gsize)next->start_index : strlen (text);
}

/**
 * tj_typesetter_write_fonts:
 * @resources: takes the entries of the pages' font dictionary
 *
 * Returns: whether every font used could be embedded
 */
gboolean
tj_typesetter_write_fonts (TjTypesetter *self, GString *resources, GError **error)
{
  for (guint i = 0; i < self->font_order->len; i++)
    {
      TjPdfFont *font = g_ptr_array_index (self->font_order, i);

      g_string_append_printf (resources, "/F%u %u 0 R", tj_pdf_font_get_index (font),
                              tj_pdf_font_get_object (font));
      if (!tj_pdf_font_write (font, self->file, error))
        return FALSE;
    }
  return TRUE;
}
