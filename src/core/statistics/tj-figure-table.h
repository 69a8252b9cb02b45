#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a cell of a table says: nothing, how many, a share in tenths of a percent, or days. */
typedef enum
{
  TJ_FIGURE_EMPTY,
  TJ_FIGURE_COUNT,
  TJ_FIGURE_SHARE,
  TJ_FIGURE_DAYS,
} TjFigureKind;

#define TJ_NO_QUANTITY G_MAXUINT

/* One cell. `quantity` is what was counted (of the statistics it comes from), `whole` what a share
 * is a share of; TJ_NO_QUANTITY where there is none. A hidden figure has no value: see
 * tj_figure_hide(). */
typedef struct
{
  TjFigureKind kind;
  int value;
  guint quantity;
  guint whole;
  gboolean hidden;
} TjFigure;

/* One row or column: a word that stays the same, and what is printed. */
typedef struct
{
  char *id;
  char *label;
  gboolean is_total;
} TjFigureLine;

typedef struct _TjFigureTable TjFigureTable;

TjFigureTable *tj_figure_table_new (const char *id, const char *section, const char *title);
void tj_figure_table_free (TjFigureTable *self);

const char *tj_figure_table_get_id (const TjFigureTable *self);
const char *tj_figure_table_get_section (const TjFigureTable *self);
const char *tj_figure_table_get_title (const TjFigureTable *self);
const char *tj_figure_table_get_note (const TjFigureTable *self);
void tj_figure_table_set_note (TjFigureTable *self, const char *note);

guint
tj_figure_table_add_row (TjFigureTable *self, const char *id, const char *label, gboolean is_total);
guint tj_figure_table_add_column (TjFigureTable *self,
                                  const char *id,
                                  const char *label,
                                  gboolean is_total);
guint tj_figure_table_n_rows (const TjFigureTable *self);
guint tj_figure_table_n_columns (const TjFigureTable *self);
const TjFigureLine *tj_figure_table_row (const TjFigureTable *self, guint row);
const TjFigureLine *tj_figure_table_column (const TjFigureTable *self, guint column);

TjFigure *tj_figure_table_at (TjFigureTable *self, guint row, guint column);
const TjFigure *tj_figure_table_get (const TjFigureTable *self, guint row, guint column);
const TjFigure *
tj_figure_table_find (const TjFigureTable *self, const char *row_id, const char *column_id);

void tj_figure_hide (TjFigure *figure);
char *tj_figure_format (const TjFigure *figure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjFigureTable, tj_figure_table_free)

G_END_DECLS
