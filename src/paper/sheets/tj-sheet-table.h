#pragma once

#include "tj-sheet.h"

G_BEGIN_DECLS

#define TJ_SHEET_TABLE_MAX_COLUMNS 32

/* What the cells of a column are. */
typedef enum
{
  TJ_COLUMN_TEXT,   /* wraps */
  TJ_COLUMN_NUMBER, /* stands to the right */
  TJ_COLUMN_BOX,    /* a box to tick; the cells' text is not drawn */
  TJ_COLUMN_LINES,  /* lines to write on, below the cell's text if there is one */
} TjColumnKind;

/* A column; its title is borrowed for the call. `width` is in mm; 0 shares what the others leave,
 * by `share` (0 counts as 1). The cells of a column that `names_row` are read aloud as the names of
 * their rows. */
typedef struct
{
  const char *title;
  TjColumnKind kind;
  double width;
  double share;
  gboolean names_row;
} TjSheetColumn;

/* A table on a sheet. Its head stands again on each page it goes on to. */
typedef struct _TjSheetTable TjSheetTable;

TjSheetTable *tj_sheet_table_new (TjSheet *sheet, const TjSheetColumn *columns, guint n_columns);
void tj_sheet_table_set_caption (TjSheetTable *self, const char *caption);
double tj_sheet_table_measure (TjSheetTable *self, const char *const *const *rows, guint n_rows);
void tj_sheet_table_set_row_height (TjSheetTable *self, double mm);
void tj_sheet_table_set_striped (TjSheetTable *self, gboolean striped);
void tj_sheet_table_keep_with_next (TjSheetTable *self);
void tj_sheet_table_add_row (TjSheetTable *self, const char *const *cells);
void tj_sheet_table_add_total (TjSheetTable *self, const char *const *cells);
void tj_sheet_table_end (TjSheetTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjSheetTable, tj_sheet_table_end)

G_END_DECLS
