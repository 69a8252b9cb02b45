#pragma once

#include <gtk/gtk.h>

#include "tj-pdf-document.h"

G_BEGIN_DECLS

#define TJ_TYPE_PDF_PAGE (tj_pdf_page_get_type ())
G_DECLARE_FINAL_TYPE (TjPdfPage, tj_pdf_page, TJ, PDF_PAGE, GtkWidget)

/* The zoom that follows the width at hand. */
#define TJ_PDF_PAGE_FIT 0.0

GtkWidget *tj_pdf_page_new (void);
void tj_pdf_page_set_page (TjPdfPage *self, TjPdfDocument *document, int page);
void tj_pdf_page_set_zoom (TjPdfPage *self, double zoom);
double tj_pdf_page_get_shown_zoom (TjPdfPage *self);

G_END_DECLS
