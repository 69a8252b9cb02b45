#pragma once

#include "tj-field-row.h"

G_BEGIN_DECLS

#define TJ_TYPE_TEXT_ROW (tj_text_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (TjTextRow, tj_text_row, TJ, TEXT_ROW, TjFieldRow)

struct _TjTextRowClass
{
  TjFieldRowClass parent_class;
};

/* A new string that says what is wrong with `text` and how to write it; NULL when nothing is.
 * Never asked about an empty text. */
typedef char *(*TjTextCheck) (const char *text, gpointer user_data);

GtkWidget *tj_text_row_new (const char *title);
const char *tj_text_row_get_text (TjTextRow *self);
void tj_text_row_set_text (TjTextRow *self, const char *text);
void tj_text_row_set_check (TjTextRow *self, TjTextCheck check, gpointer user_data);
void tj_text_row_set_placeholder (TjTextRow *self, const char *text);

G_END_DECLS
