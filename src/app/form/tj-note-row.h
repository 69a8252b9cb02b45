#pragma once

#include "tj-field-row.h"

G_BEGIN_DECLS

#define TJ_TYPE_NOTE_ROW (tj_note_row_get_type ())
G_DECLARE_FINAL_TYPE (TjNoteRow, tj_note_row, TJ, NOTE_ROW, TjFieldRow)

GtkWidget *tj_note_row_new (const char *title);
char *tj_note_row_dup_text (TjNoteRow *self);
void tj_note_row_set_text (TjNoteRow *self, const char *text);

G_END_DECLS
