#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Told when the print dialog is done: whether anything went to a printer. */
typedef void (*TjPdfPrintFunc) (gboolean printed, const GError *error, gpointer user_data);

void tj_pdf_print (GtkWindow *parent,
                   GBytes *pdf,
                   const char *job_name,
                   TjPdfPrintFunc done,
                   gpointer user_data);

G_END_DECLS
