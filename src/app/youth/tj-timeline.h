#pragma once

#include <gtk/gtk.h>

#include "tj-context.h"

G_BEGIN_DECLS

gboolean tj_timeline_fill (GtkBox *box, TjContext *context, gint64 youth_id, GError **error);

G_END_DECLS
