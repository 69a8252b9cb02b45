#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Told once; NULL when nobody wanted a file. */
typedef void (*TjImportChooseFunc) (GFile *file, gpointer user_data);

void tj_import_choose (GtkWindow *parent, TjImportChooseFunc done, gpointer user_data);

G_END_DECLS
