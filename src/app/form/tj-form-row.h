#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TJ_TYPE_FORM_ROW (tj_form_row_get_type ())
G_DECLARE_INTERFACE (TjFormRow, tj_form_row, TJ, FORM_ROW, AdwPreferencesRow)

/* What a form asks of a field. The id in the .ui file is its name in a draft.
 * `dup_text` and `set_text`: the value as text that a draft can keep ("" for none).
 * `dup_shown`: the value as people read it; as dup_text when NULL.
 * `check`: a new string that says what is wrong and how to write it; NULL when nothing is.
 * `show_problem`: shows such a text beside the field, or takes it away (NULL).
 * Rows emit "row-changed" when their value changes, and "row-entered" when Enter asks to save. */
struct _TjFormRowInterface
{
  GTypeInterface parent_interface;

  char *(*dup_text) (TjFormRow *self);
  void (*set_text) (TjFormRow *self, const char *text);
  char *(*dup_shown) (TjFormRow *self);
  char *(*check) (TjFormRow *self);
  void (*show_problem) (TjFormRow *self, const char *problem);
};

const char *tj_form_row_get_name (TjFormRow *self);
const char *tj_form_row_get_title (TjFormRow *self);
char *tj_form_row_dup_text (TjFormRow *self);
char *tj_form_row_dup_shown (TjFormRow *self);
void tj_form_row_set_text (TjFormRow *self, const char *text);
char *tj_form_row_check (TjFormRow *self);
void tj_form_row_show_problem (TjFormRow *self, const char *problem);
void tj_form_row_emit_changed (TjFormRow *self);
void tj_form_row_emit_entered (TjFormRow *self);

G_END_DECLS
