/* Bookmarks (ISO 32000-1, 12.3.3): a chain of items, each naming the one before and the one after.
 * An item is written when the next one is known. */

#include "config.h"

#include "tj-pdf-outline.h"

#include "tj-pdf-ops.h"

struct _TjPdfOutline
{
  TjPdfFile *file;
  GString *pending;
  guint root;
  guint first;
  guint last;
  guint n_items;
};

static void
begin_item (TjPdfOutline *self, guint object, const char *title, guint page_object, double top)
{
  g_string_assign (self->pending, "<</Title ");
  tj_ops_text_string (self->pending, title);
  g_string_append_printf (self->pending, "/Parent %u 0 R/Dest[%u 0 R/XYZ 0 ", self->root,
                          page_object);
  tj_ops_number (self->pending, top);
  g_string_append (self->pending, " null]");
  if (self->last != 0)
    g_string_append_printf (self->pending, "/Prev %u 0 R", self->last);
  self->last = object;
}

static void
write_pending (TjPdfOutline *self)
{
  g_string_append (self->pending, ">>");
  tj_pdf_file_put (self->file, self->last, self->pending);
}

/* Returns: (transfer full): an outline without items; @file is borrowed */
TjPdfOutline *
tj_pdf_outline_new (TjPdfFile *file)
{
  TjPdfOutline *self = g_new0 (TjPdfOutline, 1);

  self->file = file;
  self->pending = g_string_new (NULL);
  return self;
}

/* Frees the outline; what it has written stays. */
void
tj_pdf_outline_free (TjPdfOutline *self)
{
  g_string_free (self->pending, TRUE);
  g_free (self);
}

/* Adds an item that leads to the upper edge, @top points, of a page. */
void
tj_pdf_outline_add (TjPdfOutline *self, const char *title, guint page_object, double top)
{
  guint object;

  if (self->root == 0)
    self->root = tj_pdf_file_reserve (self->file);
  object = tj_pdf_file_reserve (self->file);
  if (self->last == 0)
    self->first = object;
  else
    {
      g_string_append_printf (self->pending, "/Next %u 0 R", object);
      write_pending (self);
    }
  begin_item (self, object, title, page_object, top);
  self->n_items++;
}

/* Returns: the object of the outline, 0 if nothing was bookmarked */
guint
tj_pdf_outline_finish (TjPdfOutline *self)
{
  if (self->last == 0)
    return 0;
  write_pending (self);
  g_string_printf (self->pending, "<</Type/Outlines/First %u 0 R/Last %u 0 R/Count %u>>",
                   self->first, self->last, self->n_items);
  tj_pdf_file_put (self->file, self->root, self->pending);
  return self->root;
}
