#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tj_import_drop_add (GtkWidget *widget);

G_END_DECLS
