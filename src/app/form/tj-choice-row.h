#pragma once

#include "tj-field-row.h"

G_BEGIN_DECLS

#define TJ_TYPE_CHOICE_ROW (tj_choice_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (TjChoiceRow, tj_choice_row, TJ, CHOICE_ROW, TjFieldRow)

struct _TjChoiceRowClass
{
  TjFieldRowClass parent_class;
};

GtkWidget *tj_choice_row_new (const char *title);
void tj_choice_row_clear (TjChoiceRow *self, const char *none);
void tj_choice_row_add (TjChoiceRow *self, const char *word, const char *label);
const char *tj_choice_row_get_word (TjChoiceRow *self);
void tj_choice_row_set_word (TjChoiceRow *self, const char *word);

G_END_DECLS
