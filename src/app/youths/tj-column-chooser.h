#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TJ_TYPE_COLUMN_CHOOSER (tj_column_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TjColumnChooser, tj_column_chooser, TJ, COLUMN_CHOOSER, GtkWidget)

void tj_column_chooser_set_view (TjColumnChooser *self, GtkColumnView *view);

G_END_DECLS
