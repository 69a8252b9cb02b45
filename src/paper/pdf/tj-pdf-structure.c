/* The structure tree and the parent tree (ISO 32000-1, 14.7): a root with one Document, and under
 * it the elements in reading order. An element is written as soon as it is closed, so that memory
 * holds the open ones alone. Each page's marked contents are numbered from 0 in the order they
 * are drawn; the page's array in the parent tree names the element of each. */

#include "config.h"

#include "tj-pdf-structure.h"

#include "tj-pdf-ops.h"

/* An open element. `kids` are references and marked content numbers; `page` is the page of the
 * first marked content, and content on another page names its own. */
typedef struct
{
  guint object;
  guint page;
  guint n_kids;
  const char *type;
  char *entries;
  GString *kids;
} Element;

struct _TjPdfStructure
{
  TjPdfFile *file;
  GArray *open;
  GArray *page_parents;
  GString *parent_tree;
  GString *object_parents; /* those of the page's annotations, which follow the page's own */
  GString *scratch;
  guint root;
  guint page;
  guint page_key;
  guint n_keys;
};

static void
clear_element (gpointer data)
{
  Element *element = data;

  g_free (element->entries);
  g_string_free (element->kids, TRUE);
}

static Element *
get_innermost (TjPdfStructure *self)
{
  g_assert (self->open->len > 0);
  return &g_array_index (self->open, Element, self->open->len - 1);
}

static void
append_reference (GString *out, guint object)
{
  tj_ops_integer (out, object);
  g_string_append (out, " 0 R");
}

static void
begin_kid (Element *element)
{
  if (element->n_kids++ > 0)
    g_string_append_c (element->kids, ' ');
}

static guint
get_parent_object (const TjPdfStructure *self)
{
  return self->open->len > 1 ? g_array_index (self->open, Element, self->open->len - 2).object
                             : self->root;
}

static void
write_element (TjPdfStructure *self, const Element *element)
{
  GString *out = self->scratch;

  g_string_assign (out, "<</S/");
  g_string_append (out, element->type);
  g_string_append (out, "/P ");
  append_reference (out, get_parent_object (self));
  if (element->page != 0)
    {
      g_string_append (out, "/Pg ");
      append_reference (out, element->page);
    }
  if (element->entries != NULL)
    g_string_append (out, element->entries);
  if (element->n_kids > 0)
    {
      g_string_append (out, element->n_kids > 1 ? "/K[" : "/K ");
      g_string_append_len (out, element->kids->str, (gssize)element->kids->len);
    }
  g_string_append (out, element->n_kids > 1 ? "]>>" : ">>");
  tj_pdf_file_put (self->file, element->object, out);
}

static void
write_root (TjPdfStructure *self, guint document)
{
  guint tree = tj_pdf_file_reserve (self->file);

  g_string_append (self->parent_tree, "]>>");
  tj_pdf_file_put (self->file, tree, self->parent_tree);
  g_string_printf (self->scratch,
                   "<</Type/StructTreeRoot/K %u 0 R/ParentTree %u 0 R/ParentTreeNextKey %u>>",
                   document, tree, self->n_keys);
  tj_pdf_file_put (self->file, self->root, self->scratch);
}

/* Returns: (transfer full): a structure whose one Document is open; @file is borrowed */
TjPdfStructure *
tj_pdf_structure_new (TjPdfFile *file)
{
  TjPdfStructure *self = g_new0 (TjPdfStructure, 1);

  self->file = file;
  self->open = g_array_new (FALSE, FALSE, sizeof (Element));
  g_array_set_clear_func (self->open, clear_element);
  self->page_parents = g_array_new (FALSE, FALSE, sizeof (guint));
  self->parent_tree = g_string_new ("<</Nums[");
  self->object_parents = g_string_new (NULL);
  self->scratch = g_string_new (NULL);
  self->root = tj_pdf_file_reserve (file);
  tj_pdf_structure_open (self, "Document", NULL);
  return self;
}

/* Frees the structure; what it has written stays. */
void
tj_pdf_structure_free (TjPdfStructure *self)
{
  g_array_unref (self->open);
  g_array_unref (self->page_parents);
  g_string_free (self->parent_tree, TRUE);
  g_string_free (self->object_parents, TRUE);
  g_string_free (self->scratch, TRUE);
  g_free (self);
}

/* Returns: the object of the structure tree's root, for the catalog */
guint
tj_pdf_structure_get_root (const TjPdfStructure *self)
{
  return self->root;
}

/**
 * tj_pdf_structure_open:
 * @type: (transfer none): a standard structure type, kept as a pointer
 * @entries: (nullable): further entries of the element's dictionary, such as its language
 *
 * Opens an element under the innermost open one. It must come to hold something, unless it is a
 * cell of a table.
 */
void
tj_pdf_structure_open (TjPdfStructure *self, const char *type, const char *entries)
{
  Element element = { tj_pdf_file_reserve (self->file), 0, 0, type, g_strdup (entries), NULL };

  if (self->open->len > 0)
    {
      Element *parent = get_innermost (self);

      begin_kid (parent);
      append_reference (parent->kids, element.object);
    }
  element.kids = g_string_sized_new (32);
  g_array_append_val (self->open, element);
}

static gboolean
may_be_empty (const Element *element)
{
  return g_str_equal (element->type, "TD") || g_str_equal (element->type, "TH");
}

/* Closes the innermost element and writes it. */
void
tj_pdf_structure_close (TjPdfStructure *self)
{
  g_assert (get_innermost (self)->n_kids > 0 || may_be_empty (get_innermost (self)));
  write_element (self, get_innermost (self));
  g_array_set_size (self->open, self->open->len - 1);
}

/* Returns: the page's key in the parent tree */
guint
tj_pdf_structure_begin_page (TjPdfStructure *self, guint page_object)
{
  self->page = page_object;
  g_array_set_size (self->page_parents, 0);
  self->page_key = self->n_keys++;
  return self->page_key;
}

/**
 * tj_pdf_structure_mark:
 *
 * Gives the next marked content of the page to the innermost element.
 *
 * Returns: the marked content's number on its page
 */
guint
tj_pdf_structure_mark (TjPdfStructure *self)
{
  Element *element = get_innermost (self);
  guint number = self->page_parents->len;

  begin_kid (element);
  if (element->page == 0)
    element->page = self->page;
  if (element->page == self->page)
    tj_ops_integer (element->kids, number);
  else
    g_string_append_printf (element->kids, "<</Type/MCR/Pg %u 0 R/MCID %u>>", self->page, number);
  g_array_append_val (self->page_parents, element->object);
  return number;
}

/**
 * tj_pdf_structure_mark_object:
 * @object: an annotation of the page
 *
 * Gives a whole object of the page to the innermost element (ISO 32000-1, 14.7.4.3).
 *
 * Returns: the object's key in the parent tree
 */
guint
tj_pdf_structure_mark_object (TjPdfStructure *self, guint object)
{
  Element *element = get_innermost (self);

  begin_kid (element);
  g_string_append_printf (element->kids, "<</Type/OBJR/Pg %u 0 R/Obj %u 0 R>>", self->page, object);
  g_string_append_printf (self->object_parents, " %u %u 0 R", self->n_keys, element->object);
  return self->n_keys++;
}

/* Writes the page's array of the parent tree. */
void
tj_pdf_structure_end_page (TjPdfStructure *self)
{
  guint object = tj_pdf_file_reserve (self->file);

  g_string_assign (self->scratch, "[");
  for (guint i = 0; i < self->page_parents->len; i++)
    {
      append_reference (self->scratch, g_array_index (self->page_parents, guint, i));
      g_string_append_c (self->scratch, i + 1 < self->page_parents->len ? ' ' : ']');
    }
  if (self->page_parents->len == 0)
    g_string_append_c (self->scratch, ']');
  tj_pdf_file_put (self->file, object, self->scratch);
  if (self->page_key > 0)
    g_string_append_c (self->parent_tree, ' ');
  tj_ops_integer (self->parent_tree, self->page_key);
  g_string_append_c (self->parent_tree, ' ');
  append_reference (self->parent_tree, object);
  g_string_append (self->parent_tree, self->object_parents->str);
  g_string_truncate (self->object_parents, 0);
}

/* Closes the Document and writes the root and the parent tree. */
void
tj_pdf_structure_finish (TjPdfStructure *self)
{
  guint document = get_innermost (self)->object;

  g_assert (self->open->len == 1);
  tj_pdf_structure_close (self);
  write_root (self, document);
}
