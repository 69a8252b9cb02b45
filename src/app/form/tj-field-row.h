#pragma once

#include "tj-form-row.h"

G_BEGIN_DECLS

#define TJ_TYPE_FIELD_ROW (tj_field_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (TjFieldRow, tj_field_row, TJ, FIELD_ROW, AdwPreferencesRow)

struct _TjFieldRowClass
{
  AdwPreferencesRowClass parent_class;
};

void tj_field_row_set_field (TjFieldRow *self, GtkWidget *field);
GtkWidget *tj_field_row_get_field (TjFieldRow *self);
void tj_field_row_add_suffix (TjFieldRow *self, GtkWidget *suffix);
gboolean tj_field_row_get_required (TjFieldRow *self);
void tj_field_row_set_required (TjFieldRow *self, gboolean required);
void tj_field_row_set_hint (TjFieldRow *self, const char *hint);
void tj_field_row_set_warning (TjFieldRow *self, const char *warning);
void tj_field_row_show_problem (TjFieldRow *self, const char *problem);

G_END_DECLS
