#pragma once

#include <cairo.h>
#include <glib-object.h>

G_BEGIN_DECLS

#define TJ_TYPE_PDF_DOCUMENT (tj_pdf_document_get_type ())
G_DECLARE_FINAL_TYPE (TjPdfDocument, tj_pdf_document, TJ, PDF_DOCUMENT, GObject)

TjPdfDocument *tj_pdf_document_new (GBytes *bytes, GError **error);
int tj_pdf_document_get_n_pages (TjPdfDocument *self);
void tj_pdf_document_get_page_size (TjPdfDocument *self, int page, double *width, double *height);
char *tj_pdf_document_dup_page_text (TjPdfDocument *self, int page);
void tj_pdf_document_render (TjPdfDocument *self, int page, cairo_t *cr, gboolean for_printing);

G_END_DECLS
