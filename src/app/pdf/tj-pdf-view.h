#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TJ_TYPE_PDF_VIEW (tj_pdf_view_get_type ())
G_DECLARE_FINAL_TYPE (TjPdfView, tj_pdf_view, TJ, PDF_VIEW, GtkWidget)

GtkWidget *tj_pdf_view_new (void);
gboolean tj_pdf_view_set_bytes (TjPdfView *self, GBytes *bytes, GError **error);
void tj_pdf_view_show_page (TjPdfView *self, int page);
int tj_pdf_view_get_n_pages (TjPdfView *self);

G_END_DECLS
