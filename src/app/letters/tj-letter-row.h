#pragma once

#include <gtk/gtk.h>

#include "tj-letter-item.h"

G_BEGIN_DECLS

#define TJ_TYPE_LETTER_ROW (tj_letter_row_get_type ())
G_DECLARE_FINAL_TYPE (TjLetterRow, tj_letter_row, TJ, LETTER_ROW, GtkWidget)

G_END_DECLS
