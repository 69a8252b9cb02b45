#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tj_focus_names_follow (GtkWindow *window);

G_END_DECLS
