#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tj_row_view_clear (GtkColumnView *view);
void tj_row_view_name_row (GtkListItem *item, const char *words);
void tj_row_view_set_rows (GtkColumnView *view, GListModel *rows);

G_END_DECLS
