#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TJ_TYPE_TEXT_CELL (tj_text_cell_get_type ())
G_DECLARE_FINAL_TYPE (TjTextCell, tj_text_cell, TJ, TEXT_CELL, GtkWidget)

GtkWidget *tj_text_cell_new (gboolean is_number);
const char *tj_text_cell_get_text (TjTextCell *self);
void tj_text_cell_set_text (TjTextCell *self, const char *text);

const char *tj_text_of (GtkWidget *widget);

G_END_DECLS
