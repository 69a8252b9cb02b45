#pragma once

#include "tj-date.h"

G_BEGIN_DECLS

typedef struct
{
  const char *title;
  int width; /* in characters */
} TjLongSheetColumn;

/* A spreadsheet file of one sheet with very many rows, on its way out. */
typedef struct _TjLongSheet TjLongSheet;

TjLongSheet *
tj_long_sheet_new (const char *name, const TjLongSheetColumn *columns, guint n_columns);
void tj_long_sheet_free (TjLongSheet *self);

void tj_long_sheet_add_text (TjLongSheet *self, const char *text);
void tj_long_sheet_add_date (TjLongSheet *self, TjDate date);
void tj_long_sheet_end_row (TjLongSheet *self);
GBytes *tj_long_sheet_finish (TjLongSheet *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjLongSheet, tj_long_sheet_free)

G_END_DECLS
