#pragma once

#include "tj-date.h"

G_BEGIN_DECLS

/* What the cells of a column hold, which decides how a spreadsheet shows them. */
typedef enum
{
  TJ_WORKBOOK_TEXT, /* also personal numbers, so that no digit is lost */
  TJ_WORKBOOK_LONG_TEXT,
  TJ_WORKBOOK_NUMBER,
  TJ_WORKBOOK_AMOUNT, /* öre, shown as kronor */
  TJ_WORKBOOK_DATE,
  TJ_WORKBOOK_KEY, /* what a row is known by when it is read back; hidden */
} TjWorkbookKind;

typedef struct
{
  const char *title;
  TjWorkbookKind kind;
  int width;                  /* in characters */
  const char *const *choices; /* NULL, or what a cell may be filled in with */
} TjWorkbookColumn;

/* A spreadsheet file on its way out: sheets one after another, each filled row by row. */
typedef struct _TjWorkbook TjWorkbook;

TjWorkbook *tj_workbook_new (const char *title);
void tj_workbook_free (TjWorkbook *self);

void tj_workbook_begin_sheet (TjWorkbook *self, const char *name);
void tj_workbook_add_line (TjWorkbook *self, const char *text, gboolean is_heading);
void tj_workbook_begin_table (TjWorkbook *self, const TjWorkbookColumn *columns, guint n_columns);
void tj_workbook_add_text (TjWorkbook *self, const char *text);
void tj_workbook_add_number (TjWorkbook *self, gint64 number);
void tj_workbook_add_amount (TjWorkbook *self, gint64 ore);
void tj_workbook_add_share (TjWorkbook *self, int per_mille);
void tj_workbook_add_date (TjWorkbook *self, TjDate date);
void tj_workbook_add_formula (TjWorkbook *self, const char *formula, double value);
void tj_workbook_end_row (TjWorkbook *self);
guint tj_workbook_get_row (TjWorkbook *self);
char *tj_workbook_dup_cell (guint column, guint row);
char *tj_workbook_dup_range (const char *sheet, guint column, guint first_row, guint last_row);
void tj_workbook_end_table (TjWorkbook *self);

GBytes *tj_workbook_finish (TjWorkbook *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjWorkbook, tj_workbook_free)

G_END_DECLS
