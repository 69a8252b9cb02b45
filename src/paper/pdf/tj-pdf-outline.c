/* Bookmarks (ISO 32000-1, 12.3.3): items in levels, each naming its parent, the one before, the one
 * after and the span of its kids. An item is written when the next of its level, or of one above,
 * is known, so that memory holds one item a level. */

#include "config.h"

#include "tj-pdf-outline.h"

#include "tj-pdf-ops.h"

/* The items of one level under one parent; `pending` is the last one, not yet written. */
typedef struct
{
  GString *pending;
  guint first;
  guint last;
  guint n_inside;
} Level;

struct _TjPdfOutline
{
  TjPdfFile *file;
  Level levels[TJ_OUTLINE_LEVELS];
  guint depth;
  guint root;
  guint n_items;
};

static guint
get_parent (const TjPdfOutline *self, guint level)
{
  return level == 0 ? self->root : self->levels[level - 1].last;
}

/* The kids of @level's pending item, which are those of the level below. */
static void
append_kids (TjPdfOutline *self, guint level)
{
  Level *item = &self->levels[level];
  const Level *kids = level + 1 < TJ_OUTLINE_LEVELS ? &self->levels[level + 1] : NULL;

  if (item->n_inside > 0 && kids != NULL)
    g_string_append_printf (item->pending, "/First %u 0 R/Last %u 0 R/Count %u", kids->first,
                            kids->last, item->n_inside);
  item->n_inside = 0;
}

static void
write_pending (TjPdfOutline *self, guint level)
{
  append_kids (self, level);
  g_string_append (self->levels[level].pending, ">>");
  tj_pdf_file_put (self->file, self->levels[level].last, self->levels[level].pending);
}

static void
close_below (TjPdfOutline *self, guint level)
{
  for (; self->depth > level + 1; self->depth--)
    write_pending (self, self->depth - 1);
}

static void
begin_item (TjPdfOutline *self, guint level, const char *title, guint page_object, double top)
{
  Level *items = &self->levels[level];
  guint before = level < self->depth ? items->last : 0;

  items->last = tj_pdf_file_reserve (self->file);
  if (before != 0)
    {
      g_string_append_printf (items->pending, "/Next %u 0 R", items->last);
      append_kids (self, level);
      g_string_append (items->pending, ">>");
      tj_pdf_file_put (self->file, before, items->pending);
    }
  else
    items->first = items->last;
  g_string_assign (items->pending, "<</Title ");
  tj_ops_text_string (items->pending, title);
  g_string_append_printf (items->pending, "/Parent %u 0 R/Dest[%u 0 R/XYZ 0 ",
                          get_parent (self, level), page_object);
  tj_ops_number (items->pending, top);
  g_string_append (items->pending, " null]");
  if (before != 0)
    g_string_append_printf (items->pending, "/Prev %u 0 R", before);
}

/* Returns: (transfer full): an outline without items; @file is borrowed */
TjPdfOutline *
tj_pdf_outline_new (TjPdfFile *file)
{
  TjPdfOutline *self = g_new0 (TjPdfOutline, 1);

  self->file = file;
  for (guint i = 0; i < TJ_OUTLINE_LEVELS; i++)
    self->levels[i].pending = g_string_new (NULL);
  return self;
}

/* Frees the outline; what it has written stays. */
void
tj_pdf_outline_free (TjPdfOutline *self)
{
  for (guint i = 0; i < TJ_OUTLINE_LEVELS; i++)
    g_string_free (self->levels[i].pending, TRUE);
  g_free (self);
}

/**
 * tj_pdf_outline_add:
 * @level: 0 for the outermost; one that skips a level counts as the next below the last item
 * @top: where on the page the item leads, in points from its lower edge
 *
 * Adds an item after those added before.
 */
void
tj_pdf_outline_add (TjPdfOutline *self,
                    const char *title,
                    guint level,
                    guint page_object,
                    double top)
{
  level = MIN (MIN (level, self->depth), TJ_OUTLINE_LEVELS - 1);
  if (self->root == 0)
    self->root = tj_pdf_file_reserve (self->file);
  close_below (self, level);
  begin_item (self, level, title, page_object, top);
  self->depth = level + 1;
  for (guint i = 0; i < level; i++)
    self->levels[i].n_inside++;
  self->n_items++;
}

/* Returns: the object of the outline, 0 if nothing was bookmarked */
guint
tj_pdf_outline_finish (TjPdfOutline *self)
{
  g_autoptr (GString) root = g_string_new (NULL);

  if (self->depth == 0)
    return 0;
  close_below (self, 0);
  write_pending (self, 0);
  g_string_printf (root, "<</Type/Outlines/First %u 0 R/Last %u 0 R/Count %u>>",
                   self->levels[0].first, self->levels[0].last, self->n_items);
  tj_pdf_file_put (self->file, self->root, root);
  return self->root;
}
