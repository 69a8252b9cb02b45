#pragma once

#include <adwaita.h>

#include "tj-import-session.h"

G_BEGIN_DECLS

#define TJ_TYPE_COLUMN_ROW (tj_column_row_get_type ())
G_DECLARE_FINAL_TYPE (TjColumnRow, tj_column_row, TJ, COLUMN_ROW, GtkListBoxRow)

GtkWidget *tj_column_row_new (TjImportSession *session, guint column, GListModel *fields);
void tj_column_row_update (TjColumnRow *self);

G_END_DECLS
