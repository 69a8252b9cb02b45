#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Told once: whether the file is on the disk; without `error` nobody wanted it. */
typedef void (*TjFileSaveFunc) (gboolean saved, const GError *error, gpointer user_data);

void tj_file_save (GtkWindow *parent,
                   const char *title,
                   const char *name,
                   GBytes *bytes,
                   TjFileSaveFunc done,
                   gpointer user_data);

G_END_DECLS
