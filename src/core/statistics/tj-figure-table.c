/* A table of figures as it is shown, printed and written to files: lines, columns, and cells that
 * may be hidden. It does not count and does not decide what is hidden; a hidden figure keeps no
 * value, so that nobody can show it by mistake. */

#include "config.h"

#include "tj-figure-table.h"

#include <glib/gi18n-lib.h>

struct _TjFigureTable
{
  char *id;
  char *section;
  char *title;
  char *note;
  GArray *rows;    /* of TjFigureLine */
  GArray *columns; /* of TjFigureLine */
  GPtrArray *rows_of_figures;
};

static void
clear_line (gpointer data)
{
  TjFigureLine *line = data;

  g_free (line->id);
  g_free (line->label);
}

static GArray *
new_lines (void)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (TjFigureLine));

  g_array_set_clear_func (lines, clear_line);
  return lines;
}

static guint
add_line (GArray *lines, const char *id, const char *label, gboolean is_total)
{
  TjFigureLine line = { g_strdup (id), g_strdup (label), is_total };

  g_array_append_val (lines, line);
  return lines->len - 1;
}

/* Makes a row of figures as long as the table is wide. */
static void
widen (GArray *figures, guint n_columns)
{
  const TjFigure empty = { .quantity = TJ_NO_QUANTITY, .whole = TJ_NO_QUANTITY };

  while (figures->len < n_columns)
    g_array_append_val (figures, empty);
}

static guint
find_line (const GArray *lines, const char *id)
{
  guint i;

  for (i = 0; i < lines->len; i++)
    if (g_str_equal (g_array_index (lines, TjFigureLine, i).id, id))
      break;
  return i;
}

/**
 * tj_figure_table_new:
 * @id: a lower-case word with hyphens that stays the same from version to version
 * @section: the word of the report's section that it belongs to
 * @title: what stands above it, translated
 *
 * Returns: (transfer full): a table without rows and columns
 */
TjFigureTable *
tj_figure_table_new (const char *id, const char *section, const char *title)
{
  TjFigureTable *self = g_new0 (TjFigureTable, 1);

  self->id = g_strdup (id);
  self->section = g_strdup (section);
  self->title = g_strdup (title);
  self->note = g_strdup ("");
  self->rows = new_lines ();
  self->columns = new_lines ();
  self->rows_of_figures = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  return self;
}

/**
 * tj_figure_table_free:
 *
 * Frees the table and all that it holds.
 */
void
tj_figure_table_free (TjFigureTable *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->section);
  g_free (self->title);
  g_free (self->note);
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows_of_figures);
  g_free (self);
}

/**
 * tj_figure_table_get_id:
 *
 * Returns: the table's word
 */
const char *
tj_figure_table_get_id (const TjFigureTable *self)
{
  return self->id;
}

/**
 * tj_figure_table_get_section:
 *
 * Returns: the word of the section of the report
 */
const char *
tj_figure_table_get_section (const TjFigureTable *self)
{
  return self->section;
}

/**
 * tj_figure_table_get_title:
 *
 * Returns: what stands above the table
 */
const char *
tj_figure_table_get_title (const TjFigureTable *self)
{
  return self->title;
}

/**
 * tj_figure_table_get_note:
 *
 * Returns: what stands below the table; "" when nothing does
 */
const char *
tj_figure_table_get_note (const TjFigureTable *self)
{
  return self->note;
}

/**
 * tj_figure_table_set_note:
 * @note: what stands below the table, translated
 *
 * Says what must be known to read the table.
 */
void
tj_figure_table_set_note (TjFigureTable *self, const char *note)
{
  g_free (self->note);
  self->note = g_strdup (note);
}

/**
 * tj_figure_table_add_row:
 * @id: the row's word, its own in this table
 * @label: what it is called, translated
 * @is_total: whether it sums others
 *
 * Returns: the row's place, from 0; its figures are empty
 */
guint
tj_figure_table_add_row (TjFigureTable *self, const char *id, const char *label, gboolean is_total)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (TjFigure));

  widen (figures, self->columns->len);
  g_ptr_array_add (self->rows_of_figures, figures);
  return add_line (self->rows, id, label, is_total);
}

/**
 * tj_figure_table_add_column:
 * @id: the column's word, its own in this table
 * @label: what it is called, translated
 * @is_total: whether it sums others
 *
 * Returns: the column's place, from 0; its figures are empty
 */
guint
tj_figure_table_add_column (TjFigureTable *self,
                            const char *id,
                            const char *label,
                            gboolean is_total)
{
  guint column = add_line (self->columns, id, label, is_total);

  for (guint i = 0; i < self->rows_of_figures->len; i++)
    widen (g_ptr_array_index (self->rows_of_figures, i), self->columns->len);
  return column;
}

/**
 * tj_figure_table_n_rows:
 *
 * Returns: how many rows there are
 */
guint
tj_figure_table_n_rows (const TjFigureTable *self)
{
  return self->rows->len;
}

/**
 * tj_figure_table_n_columns:
 *
 * Returns: how many columns of figures there are
 */
guint
tj_figure_table_n_columns (const TjFigureTable *self)
{
  return self->columns->len;
}

/**
 * tj_figure_table_row:
 * @row: below tj_figure_table_n_rows()
 *
 * Returns: (transfer none): the row's word and label
 */
const TjFigureLine *
tj_figure_table_row (const TjFigureTable *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return &g_array_index (self->rows, TjFigureLine, row);
}

/**
 * tj_figure_table_column:
 * @column: below tj_figure_table_n_columns()
 *
 * Returns: (transfer none): the column's word and label
 */
const TjFigureLine *
tj_figure_table_column (const TjFigureTable *self, guint column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return &g_array_index (self->columns, TjFigureLine, column);
}

/**
 * tj_figure_table_at:
 * @row: below tj_figure_table_n_rows()
 * @column: below tj_figure_table_n_columns()
 *
 * Returns: (transfer none): the cell, to be filled; it moves when a row or column is added
 */
TjFigure *
tj_figure_table_at (TjFigureTable *self, guint row, guint column)
{
  GArray *figures;

  g_return_val_if_fail (row < self->rows->len && column < self->columns->len, NULL);

  figures = g_ptr_array_index (self->rows_of_figures, row);
  return &g_array_index (figures, TjFigure, column);
}

/**
 * tj_figure_table_get:
 * @row: below tj_figure_table_n_rows()
 * @column: below tj_figure_table_n_columns()
 *
 * Returns: (transfer none): the cell
 */
const TjFigure *
tj_figure_table_get (const TjFigureTable *self, guint row, guint column)
{
  return tj_figure_table_at ((TjFigureTable *)self, row, column);
}

/**
 * tj_figure_table_find:
 * @row_id: a row's word
 * @column_id: a column's word
 *
 * Returns: (transfer none) (nullable): the cell where they meet; %NULL when one is not there
 */
const TjFigure *
tj_figure_table_find (const TjFigureTable *self, const char *row_id, const char *column_id)
{
  guint row = find_line (self->rows, row_id);
  guint column = find_line (self->columns, column_id);

  if (row == self->rows->len || column == self->columns->len)
    return NULL;
  return tj_figure_table_get (self, row, column);
}

/**
 * tj_figure_hide:
 * @figure: a cell that must not be told
 *
 * Takes the value away: what remains is that there is a figure here (LAW: small numbers).
 */
void
tj_figure_hide (TjFigure *figure)
{
  figure->hidden = TRUE;
  figure->value = 0;
}

/**
 * tj_figure_format:
 * @figure: a cell
 *
 * Returns: (transfer full): what is shown: "12", "45,2 %", "9 days", ".." for a hidden one and "–"
 *   for an empty one
 */
char *
tj_figure_format (const TjFigure *figure)
{
  if (figure->kind == TJ_FIGURE_EMPTY)
    return g_strdup ("–");
  if (figure->hidden)
    return g_strdup ("..");
  switch (figure->kind)
    {
    case TJ_FIGURE_SHARE:
      return g_strdup_printf ("%d,%d\u00a0%%", figure->value / 10, figure->value % 10);
    case TJ_FIGURE_DAYS:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong)figure->value), figure->value);
    case TJ_FIGURE_COUNT:
    case TJ_FIGURE_EMPTY:
    default:
      return g_strdup_printf ("%d", figure->value);
    }
}
