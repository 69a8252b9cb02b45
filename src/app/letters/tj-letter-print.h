#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Told when the print dialog is done: whether anything went to a printer. */
typedef void (*TjLetterPrintFunc) (gboolean printed, const GError *error, gpointer user_data);

void tj_letter_print (GtkWindow *parent, GBytes *pdf, TjLetterPrintFunc done, gpointer user_data);

G_END_DECLS
