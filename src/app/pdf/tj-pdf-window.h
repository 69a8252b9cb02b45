#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TJ_TYPE_PDF_WINDOW (tj_pdf_window_get_type ())
G_DECLARE_FINAL_TYPE (TjPdfWindow, tj_pdf_window, TJ, PDF_WINDOW, AdwWindow)

GtkWidget *
tj_pdf_window_new (GtkWindow *parent, const char *title, const char *file_name, GBytes *pdf);

G_END_DECLS
