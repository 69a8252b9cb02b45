/* The page model. Everything drawn is either a content of a structure element or an artifact, as
 * PDF/UA-1 (ISO 14289-1, 7.1) asks: drawing outside both is a programming error.
 *
 * What many pages have in common (letterhead, standing paragraphs) is drawn between begin_shared
 * and end_shared: such parts become streams of their own, and a part drawn before, byte for byte,
 * is written once and referred to again. The marked content numbers inside a part are those of
 * each page that shows it, so a shared part belongs to a different element on every page. */

#include "config.h"

#include "tj-paper.h"

#include "tj-pdf-outline.h"
#include "tj-pdf-structure.h"

#include <math.h>

/* A link that is not written before what it leads to is known. */
typedef struct
{
  guint object;
  GString *entries;
} Link;

struct _TjPaper
{
  TjPdfFile *file;
  TjPdfStructure *structure;
  TjPdfOutline *outline;
  TjTypesetter *typesetter;
  char *language;
  gint64 created;
  GString *content;
  GString *contents;
  GString *pages;
  GString *scratch;
  GString *annotations; /* those of the page */
  GArray *links;
  GHashTable *shared;
  guint resources_object;
  guint pages_object;
  guint page_object;
  guint page_key;
  guint n_pages;
  double width;
  double height;
  gboolean in_content;
  gboolean in_reserved;
};

static void
clear_link (gpointer data)
{
  Link *link = data;

  if (link->entries != NULL)
    g_string_free (link->entries, TRUE);
}

static void
append_reference (GString *out, guint object)
{
  tj_ops_integer (out, object);
  g_string_append (out, " 0 R ");
}

static guint
write_content_stream (TjPaper *self)
{
  guint object = tj_pdf_file_reserve (self->file);

  tj_pdf_file_put_stream (self->file, object, "", self->content->str, self->content->len);
  return object;
}

static void
flush_content (TjPaper *self)
{
  if (self->content->len == 0)
    return;
  append_reference (self->contents, write_content_stream (self));
  g_string_truncate (self->content, 0);
}

static void
write_resources (TjPaper *self, const GString *fonts)
{
  g_string_printf (self->scratch, "<</Font<<%s>>>>", fonts->str);
  tj_pdf_file_put (self->file, self->resources_object, self->scratch);
}

static void
write_pages (TjPaper *self)
{
  g_string_printf (self->scratch, "<</Type/Pages/Count %u/Kids[%s]>>", self->n_pages,
                   self->pages->str);
  tj_pdf_file_put (self->file, self->pages_object, self->scratch);
}

static guint
write_catalog (TjPaper *self, guint metadata, guint output_intent, guint outline)
{
  guint object = tj_pdf_file_reserve (self->file);

  g_string_printf (self->scratch,
                   "<</Type/Catalog/Version/1.7/Pages %u 0 R/Metadata %u 0 R"
                   "/OutputIntents[%u 0 R]/StructTreeRoot %u 0 R/MarkInfo<</Marked true>>"
                   "/Lang(%s)/ViewerPreferences<</DisplayDocTitle true>>",
                   self->pages_object, metadata, output_intent,
                   tj_pdf_structure_get_root (self->structure), self->language);
  if (outline != 0)
    g_string_append_printf (self->scratch, "/Outlines %u 0 R", outline);
  g_string_append (self->scratch, ">>");
  tj_pdf_file_put_plain (self->file, object, self->scratch);
  return object;
}

/**
 * tj_paper_new:
 * @language: the document's language, such as "sv-SE"
 * @created: seconds of UTC since 1970
 *
 * Returns: (transfer full): a document without pages
 */
TjPaper *
tj_paper_new (const char *language, gint64 created)
{
  TjPaper *self = g_new0 (TjPaper, 1);

  self->file = tj_pdf_file_new ();
  self->structure = tj_pdf_structure_new (self->file);
  self->outline = tj_pdf_outline_new (self->file);
  self->typesetter = tj_typesetter_new (self->file);
  self->language = g_strdup (language);
  self->created = created;
  self->content = g_string_new (NULL);
  self->contents = g_string_new (NULL);
  self->pages = g_string_new (NULL);
  self->scratch = g_string_new (NULL);
  self->annotations = g_string_new (NULL);
  self->links = g_array_new (FALSE, TRUE, sizeof (Link));
  g_array_set_clear_func (self->links, clear_link);
  self->shared
      = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  self->resources_object = tj_pdf_file_reserve (self->file);
  self->pages_object = tj_pdf_file_reserve (self->file);
  return self;
}

/* Frees the document, finished or not. */
void
tj_paper_free (TjPaper *self)
{
  tj_pdf_structure_free (self->structure);
  tj_pdf_outline_free (self->outline);
  tj_typesetter_free (self->typesetter);
  tj_pdf_file_free (self->file);
  g_string_free (self->content, TRUE);
  g_string_free (self->contents, TRUE);
  g_string_free (self->pages, TRUE);
  g_string_free (self->scratch, TRUE);
  g_string_free (self->annotations, TRUE);
  g_array_unref (self->links);
  g_hash_table_unref (self->shared);
  g_free (self->language);
  g_free (self);
}

/* Returns: (transfer none): what sets this document's text */
TjTypesetter *
tj_paper_get_typesetter (TjPaper *self)
{
  return self->typesetter;
}

/* Returns: how many pages have been begun */
guint
tj_paper_get_n_pages (const TjPaper *self)
{
  return self->n_pages;
}

/* Begins a page of @width by @height points after those before. */
void
tj_paper_begin_page (TjPaper *self, double width, double height)
{
  g_return_if_fail (self->page_object == 0);

  self->page_object = tj_pdf_file_reserve (self->file);
  self->page_key = tj_pdf_structure_begin_page (self->structure, self->page_object);
  self->width = width;
  self->height = height;
  self->n_pages++;
  append_reference (self->pages, self->page_object);
  g_string_truncate (self->contents, 0);
  g_string_truncate (self->content, 0);
  g_string_truncate (self->annotations, 0);
}

/* Ends the page; elements may stay open over to the next. */
void
tj_paper_end_page (TjPaper *self)
{
  g_return_if_fail (self->page_object != 0 && !self->in_content);

  flush_content (self);
  tj_pdf_structure_end_page (self->structure);
  g_string_assign (self->scratch, "<</Type/Page/Parent ");
  append_reference (self->scratch, self->pages_object);
  g_string_append (self->scratch, "/MediaBox[0 0 ");
  tj_ops_number (self->scratch, self->width);
  g_string_append_c (self->scratch, ' ');
  tj_ops_number (self->scratch, self->height);
  g_string_append (self->scratch, "]/Resources ");
  append_reference (self->scratch, self->resources_object);
  g_string_append (self->scratch, "/Contents[");
  g_string_append_len (self->scratch, self->contents->str, (gssize)self->contents->len);
  g_string_append (self->scratch, "]/Tabs/S");
  if (self->annotations->len > 0)
    g_string_append_printf (self->scratch, "/Annots[%s]", self->annotations->str);
  g_string_append (self->scratch, "/StructParents ");
  tj_ops_integer (self->scratch, self->page_key);
  g_string_append (self->scratch, ">>");
  tj_pdf_file_put (self->file, self->page_object, self->scratch);
  self->page_object = 0;
}

/* What is drawn from here to tj_paper_end_shared () is likely to stand on other pages too. */
void
tj_paper_begin_shared (TjPaper *self)
{
  g_return_if_fail (!self->in_content);

  flush_content (self);
}

/* Ends the shared part; a part equal to an earlier one costs a reference. */
void
tj_paper_end_shared (TjPaper *self)
{
  g_autoptr (GBytes) key = g_bytes_new_static (self->content->str, self->content->len);
  guint object = GPOINTER_TO_UINT (g_hash_table_lookup (self->shared, key));

  g_return_if_fail (!self->in_content);

  if (self->content->len == 0)
    return;
  if (object == 0)
    {
      object = write_content_stream (self);
      g_hash_table_insert (self->shared, g_bytes_new (self->content->str, self->content->len),
                           GUINT_TO_POINTER (object));
    }
  append_reference (self->contents, object);
  g_string_truncate (self->content, 0);
}

/**
 * tj_paper_open_figure:
 * @alternative: what is to be seen, in words
 *
 * Opens a Figure that lies within a frame of the open page; @x and @y are its upper left corner.
 */
void
tj_paper_open_figure (TjPaper *self,
                      const char *alternative,
                      double x,
                      double y,
                      double width,
                      double height)
{
  const double box[] = { x, self->height - y - height, x + width, self->height - y };
  g_autoptr (GString) entries = g_string_new ("/Alt ");

  tj_ops_text_string (entries, alternative);
  g_string_append (entries, "/A<</O/Layout/Placement/Block/BBox[");
  for (guint i = 0; i < G_N_ELEMENTS (box); i++)
    {
      tj_ops_number (entries, box[i]);
      g_string_append_c (entries, ' ');
    }
  g_string_append (entries, "]>>");
  tj_paper_open (self, "Figure", entries->str);
}

/**
 * tj_paper_reserve:
 *
 * Keeps a place on the page, above what is drawn before, for what is not known yet: the number
 * of pages.
 *
 * Returns: the place, for tj_paper_begin_reserved ()
 */
guint
tj_paper_reserve (TjPaper *self)
{
  guint place = tj_pdf_file_reserve (self->file);

  g_return_val_if_fail (self->page_object != 0 && !self->in_content, 0);

  flush_content (self);
  append_reference (self->contents, place);
  return place;
}

/* Begins to fill a reserved place, once its page has ended and none is open. Artifacts only, and
 * the page is as high as the last one. Each place is filled once. */
void
tj_paper_begin_reserved (TjPaper *self, guint place)
{
  g_return_if_fail (self->page_object == 0 && place != 0);

  self->page_object = place;
  self->in_reserved = TRUE;
  g_string_truncate (self->content, 0);
}

/* Ends the filling. */
void
tj_paper_end_reserved (TjPaper *self)
{
  g_return_if_fail (self->in_reserved && !self->in_content);

  tj_pdf_file_put_stream (self->file, self->page_object, "", self->content->str,
                          self->content->len);
  self->page_object = 0;
  self->in_reserved = FALSE;
}

/* Opens a structure element of the standard @type; see tj_pdf_structure_open (). */
void
tj_paper_open (TjPaper *self, const char *type, const char *entries)
{
  tj_pdf_structure_open (self->structure, type, entries);
}

/* Closes the innermost element, which holds a content or another element by now unless it is a
 * table's empty cell. */
void
tj_paper_close (TjPaper *self)
{
  tj_pdf_structure_close (self->structure);
}

/* Begins a content of the innermost element, whose @type it repeats. */
void
tj_paper_begin_content (TjPaper *self, const char *type)
{
  g_return_if_fail (self->page_object != 0 && !self->in_content && !self->in_reserved);

  g_string_append_c (self->content, '/');
  g_string_append (self->content, type);
  g_string_append (self->content, "<</MCID ");
  tj_ops_integer (self->content, tj_pdf_structure_mark (self->structure));
  g_string_append (self->content, ">>BDC\n");
  self->in_content = TRUE;
}

/**
 * tj_paper_begin_artifact:
 * @entries: what kind of artifact, such as "/Type/Pagination/Subtype/Footer"
 *
 * Begins what a reader need not hear: lines, marks, what is repeated on each page.
 */
void
tj_paper_begin_artifact (TjPaper *self, const char *entries)
{
  g_return_if_fail (self->page_object != 0 && !self->in_content);

  g_string_append_printf (self->content, "/Artifact<<%s>>BDC\n", entries);
  self->in_content = TRUE;
}

/* Ends the content or the artifact. */
void
tj_paper_end_content (TjPaper *self)
{
  g_return_if_fail (self->in_content);

  g_string_append (self->content, "EMC\n");
  self->in_content = FALSE;
}

/* Draws @text with its upper left corner at @x, @y. */
void
tj_paper_text (TjPaper *self, const TjSetText *text, double x, double y)
{
  const double origin[] = { x, self->height - y };

  g_return_if_fail (self->in_content);

  g_string_append (self->content, "BT\n");
  tj_ops_numbers (self->content, G_N_ELEMENTS (origin), origin, "Td");
  g_string_append_len (self->content, text->ops->str, (gssize)text->ops->len);
  g_string_append (self->content, "ET\n");
}

/* Draws @text turned anticlockwise by @degrees around its upper left corner. */
void
tj_paper_rotated_text (TjPaper *self, const TjSetText *text, double x, double y, double degrees)
{
  double angle = degrees * G_PI / 180;
  const double matrix[]
      = { cos (angle), sin (angle), -sin (angle), cos (angle), x, self->height - y };

  g_return_if_fail (self->in_content);

  g_string_append (self->content, "q\n");
  tj_ops_numbers (self->content, G_N_ELEMENTS (matrix), matrix, "cm");
  g_string_append (self->content, "BT\n");
  g_string_append_len (self->content, text->ops->str, (gssize)text->ops->len);
  g_string_append (self->content, "ET\nQ\n");
}

/* Fills the rectangle whose upper left corner is at @x, @y. */
void
tj_paper_area (TjPaper *self, double x, double y, double width, double height, TjColour colour)
{
  const double rectangle[] = { x, self->height - y - height, width, height };

  g_return_if_fail (self->in_content);

  tj_ops_fill (self->content, colour);
  tj_ops_numbers (self->content, G_N_ELEMENTS (rectangle), rectangle, "re");
  g_string_append (self->content, "f\n");
}

static void
choose_pen (TjPaper *self, double thickness, TjColour colour)
{
  const double rgb[] = { colour.red, colour.green, colour.blue };

  tj_ops_numbers (self->content, G_N_ELEMENTS (rgb), rgb, "RG");
  tj_ops_numbers (self->content, 1, &thickness, "w");
}

/* Draws a straight line, @thickness points thick. */
void
tj_paper_line (TjPaper *self,
               double x1,
               double y1,
               double x2,
               double y2,
               double thickness,
               TjColour colour)
{
  const double from[] = { x1, self->height - y1 };
  const double to[] = { x2, self->height - y2 };

  g_return_if_fail (self->in_content);

  choose_pen (self, thickness, colour);
  tj_ops_numbers (self->content, G_N_ELEMENTS (from), from, "m");
  tj_ops_numbers (self->content, G_N_ELEMENTS (to), to, "l");
  g_string_append (self->content, "S\n");
}

/* Draws the outline of a rectangle, in dashes of @dash points, or whole if that is 0. */
void
tj_paper_frame (TjPaper *self,
                double x,
                double y,
                double width,
                double height,
                double thickness,
                double dash,
                TjColour colour)
{
  const double rectangle[] = { x, self->height - y - height, width, height };

  g_return_if_fail (self->in_content);

  choose_pen (self, thickness, colour);
  if (dash > 0)
    {
      g_string_append_c (self->content, '[');
      tj_ops_number (self->content, dash);
      g_string_append (self->content, "]0 d\n");
    }
  tj_ops_numbers (self->content, G_N_ELEMENTS (rectangle), rectangle, "re");
  g_string_append (self->content, dash > 0 ? "S\n[]0 d\n" : "S\n");
}

/**
 * tj_paper_link:
 * @description: where it leads, for who cannot see it
 *
 * Makes an area of the page, as a part of the innermost element, which is a Link, lead to a place
 * that is told by tj_paper_lead_here () once it is drawn.
 *
 * Returns: the link, which must come to lead somewhere
 */
guint
tj_paper_link (TjPaper *self,
               double x,
               double y,
               double width,
               double height,
               const char *description)
{
  const double corners[] = { x, self->height - y - height, x + width, self->height - y };
  Link link = { tj_pdf_file_reserve (self->file), g_string_new ("<</Type/Annot/Subtype/Link") };

  g_return_val_if_fail (self->page_object != 0 && !self->in_content, 0);

  tj_ops_numbers (link.entries, 0, NULL, "/Rect[");
  tj_ops_numbers (link.entries, G_N_ELEMENTS (corners), corners,
                  "]/F 4/Border[0 0 0]/StructParent ");
  tj_ops_integer (link.entries, tj_pdf_structure_mark_object (self->structure, link.object));
  g_string_append (link.entries, "/Contents ");
  tj_ops_text_string (link.entries, description);
  append_reference (self->annotations, link.object);
  g_array_append_val (self->links, link);
  return self->links->len - 1;
}

/* Lets @link lead to the height @y of the page being drawn. Each link leads to one place. */
void
tj_paper_lead_here (TjPaper *self, guint link, double y)
{
  Link *waiting = &g_array_index (self->links, Link, link);

  g_return_if_fail (self->page_object != 0 && waiting->entries != NULL);

  g_string_append (waiting->entries, "/Dest[");
  append_reference (waiting->entries, self->page_object);
  g_string_append (waiting->entries, "/XYZ 0 ");
  tj_ops_number (waiting->entries, self->height - y);
  g_string_append (waiting->entries, " null]>>");
  tj_pdf_file_put (self->file, waiting->object, waiting->entries);
  g_string_free (waiting->entries, TRUE);
  waiting->entries = NULL;
}

/* Bookmarks the page being drawn. The title, too, must not say who it is about. */
void
tj_paper_bookmark (TjPaper *self, const char *title)
{
  tj_paper_bookmark_at (self, title, 0, 0);
}

/* Bookmarks the height @y of the page being drawn; @level 0 is the outermost of three. */
void
tj_paper_bookmark_at (TjPaper *self, const char *title, guint level, double y)
{
  g_return_if_fail (self->page_object != 0);

  tj_pdf_outline_add (self->outline, title, level, self->page_object, self->height - y);
}

/**
 * tj_paper_finish:
 * @title: the document's title, without personal data
 *
 * Writes fonts, structure and metadata. The document has a page, and all its elements are closed.
 *
 * Returns: (transfer full): the finished PDF; @self can only be freed afterwards
 */
GBytes *
tj_paper_finish (TjPaper *self, const char *title, GError **error)
{
  const TjPaperInfo information = { title, self->language, self->created };
  g_autoptr (GString) fonts = g_string_new (NULL);
  guint metadata, output_intent, outline, info, catalog;

  g_return_val_if_fail (self->n_pages > 0 && self->page_object == 0, NULL);

  if (!tj_typesetter_write_fonts (self->typesetter, fonts, error))
    return NULL;
  output_intent = tj_pdf_metadata_write_output_intent (self->file, error);
  if (output_intent == 0)
    return NULL;
  tj_pdf_structure_finish (self->structure);
  outline = tj_pdf_outline_finish (self->outline);
  write_resources (self, fonts);
  write_pages (self);
  metadata = tj_pdf_metadata_write_xmp (self->file, &information);
  info = tj_pdf_metadata_write_info (self->file, &information);
  catalog = write_catalog (self, metadata, output_intent, outline);
  return tj_pdf_file_finish (self->file, catalog, info);
}
