#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TJ_TYPE_SIDEBAR_ROW (tj_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (TjSidebarRow, tj_sidebar_row, TJ, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget *tj_sidebar_row_new (const char *screen, const char *title, const char *icon_name);
const char *tj_sidebar_row_get_screen (TjSidebarRow *self);
void tj_sidebar_row_set_count (TjSidebarRow *self, guint count);

G_END_DECLS
