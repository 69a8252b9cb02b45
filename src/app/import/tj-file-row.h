#pragma once

#include "tj-import-session.h"

G_BEGIN_DECLS

#define TJ_TYPE_FILE_ROW (tj_file_row_get_type ())
G_DECLARE_FINAL_TYPE (TjFileRow, tj_file_row, TJ, FILE_ROW, GObject)

TjFileRow *tj_file_row_new (TjImportSession *session, guint index);
char *tj_file_row_dup_number (TjFileRow *self);
gboolean tj_file_row_is_hidden (TjFileRow *self);
char *tj_file_row_dup_cell (TjFileRow *self, guint column);
char *tj_file_row_dup_words (TjFileRow *self);
void tj_file_row_show_always (TjFileRow *self);

char *tj_cell_dup_shown (TjCell cell);

G_END_DECLS
