#pragma once

#include <gtk/gtk.h>

#include "tj-context.h"

G_BEGIN_DECLS

gboolean tj_undo_keys_take (GtkWidget *focus, gboolean is_redo);
char *tj_undo_keys_replay (TjContext *context, gboolean is_redo, gboolean *done);

G_END_DECLS
