/* A finished PDF in memory, read by Poppler. Poppler is taken in when the first document is
 * opened and not when the program starts: linking it with its dozen libraries costs a quarter of
 * the time to the locked window's first frame. */

#include "config.h"

#include "tj-pdf-document.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <gmodule.h>
#include <poppler.h>

/* Poppler's GLib interface, of the same number in Debian 12 and 13. */
#define POPPLER_LIBRARY "libpoppler-glib.so.8"

/* The functions in use, with the types that their header gives them. */
static struct
{
  __typeof__ (poppler_document_new_from_bytes) *document_new_from_bytes;
  __typeof__ (poppler_document_get_n_pages) *document_get_n_pages;
  __typeof__ (poppler_document_get_page) *document_get_page;
  __typeof__ (poppler_page_get_size) *page_get_size;
  __typeof__ (poppler_page_get_text) *page_get_text;
  __typeof__ (poppler_page_render) *page_render;
  __typeof__ (poppler_page_render_for_printing) *page_render_for_printing;
} poppler;

struct _TjPdfDocument
{
  GObject parent_instance;

  PopplerDocument *document;
};

G_DEFINE_FINAL_TYPE (TjPdfDocument, tj_pdf_document, G_TYPE_OBJECT)

static gboolean
take_functions (GModule *module)
{
  const struct
  {
    const char *name;
    gpointer *place;
  } functions[] = {
    { "poppler_document_new_from_bytes", (gpointer *)&poppler.document_new_from_bytes },
    { "poppler_document_get_n_pages", (gpointer *)&poppler.document_get_n_pages },
    { "poppler_document_get_page", (gpointer *)&poppler.document_get_page },
    { "poppler_page_get_size", (gpointer *)&poppler.page_get_size },
    { "poppler_page_get_text", (gpointer *)&poppler.page_get_text },
    { "poppler_page_render", (gpointer *)&poppler.page_render },
    { "poppler_page_render_for_printing", (gpointer *)&poppler.page_render_for_printing },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (functions); i++)
    if (!g_module_symbol (module, functions[i].name, functions[i].place))
      return FALSE;

  return TRUE;
}

static gboolean
ensure_poppler (GError **error)
{
  static gboolean loaded;
  GModule *module;

  if (loaded)
    return TRUE;

  module = g_module_open (POPPLER_LIBRARY, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
  if (module == NULL || !take_functions (module))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _ ("Pages cannot be shown: %s is missing"), POPPLER_LIBRARY);
      return FALSE;
    }

  g_module_make_resident (module);
  loaded = TRUE;
  return TRUE;
}

static void
tj_pdf_document_finalize (GObject *object)
{
  g_clear_object (&TJ_PDF_DOCUMENT (object)->document);
  G_OBJECT_CLASS (tj_pdf_document_parent_class)->finalize (object);
}

static void
tj_pdf_document_class_init (TjPdfDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tj_pdf_document_finalize;
}

static void
tj_pdf_document_init (TjPdfDocument *self)
{
}

/* Opens the document in `bytes`; NULL when it is none. */
TjPdfDocument *
tj_pdf_document_new (GBytes *bytes, GError **error)
{
  TjPdfDocument *self;
  PopplerDocument *document;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!ensure_poppler (error))
    return NULL;
  document = poppler.document_new_from_bytes (bytes, NULL, error);
  if (document == NULL)
    return NULL;

  self = g_object_new (TJ_TYPE_PDF_DOCUMENT, NULL);
  self->document = document;
  return self;
}

int
tj_pdf_document_get_n_pages (TjPdfDocument *self)
{
  g_return_val_if_fail (TJ_IS_PDF_DOCUMENT (self), 0);

  return poppler.document_get_n_pages (self->document);
}

/* In points; pages count from 0. */
void
tj_pdf_document_get_page_size (TjPdfDocument *self, int page, double *width, double *height)
{
  PopplerPage *drawn;

  g_return_if_fail (TJ_IS_PDF_DOCUMENT (self));

  drawn = poppler.document_get_page (self->document, page);
  poppler.page_get_size (drawn, width, height);
  g_object_unref (drawn);
}

char *
tj_pdf_document_dup_page_text (TjPdfDocument *self, int page)
{
  PopplerPage *read;
  char *text;

  g_return_val_if_fail (TJ_IS_PDF_DOCUMENT (self), NULL);

  read = poppler.document_get_page (self->document, page);
  text = poppler.page_get_text (read);
  g_object_unref (read);
  return text;
}

/* Draws a page at its own size in points. */
void
tj_pdf_document_render (TjPdfDocument *self, int page, cairo_t *cr, gboolean for_printing)
{
  PopplerPage *drawn;

  g_return_if_fail (TJ_IS_PDF_DOCUMENT (self));

  drawn = poppler.document_get_page (self->document, page);
  if (for_printing)
    poppler.page_render_for_printing (drawn, cr);
  else
    poppler.page_render (drawn, cr);
  g_object_unref (drawn);
}
