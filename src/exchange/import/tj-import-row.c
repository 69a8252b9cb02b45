/* From the cells of a row to its typed values, and the first reason why it cannot be taken. */

#include "config.h"

#include "tj-import-row.h"

#include <string.h>

static gboolean
is_blank_cell (TjCell cell)
{
  for (guint32 i = 0; i < cell.length; i++)
    if (!g_ascii_isspace (cell.text[i]))
      return FALSE;
  return TRUE;
}

/**
 * tj_import_row_is_blank:
 *
 * Returns: whether all cells are empty, as in what spreadsheets leave below a list
 */
gboolean
tj_import_row_is_blank (const TjImportTable *table, guint index)
{
  guint n_cells = tj_import_table_get_n_cells (table, index);

  for (guint i = 0; i < n_cells; i++)
    if (!is_blank_cell (tj_import_table_get_cell (table, index, i)))
      return FALSE;
  return TRUE;
}

/**
 * tj_import_row_is_short:
 *
 * Returns: whether the row ends before a column that is read, which in a workbook says nothing: its
 *   empty cells need not be written
 */
gboolean
tj_import_row_is_short (const TjImportTable *table, const TjMapping *mapping, guint index)
{
  int n_cells = tj_import_table_get_n_cells (table, index);
  const TjImportSource *source = tj_mapping_get_source (mapping);

  if (n_cells >= (int)tj_mapping_get_n_columns (mapping)
      || tj_import_table_get_sheets (table) != NULL)
    return FALSE;
  for (guint field = 0; field < source->n_fields; field++)
    if (tj_mapping_get_column (mapping, field) >= n_cells)
      return TRUE;
  return FALSE;
}

/* Cells beyond the headings: a delimiter inside a cell has moved all that follow. */
static gboolean
has_too_many_cells (const TjImportTable *table, const TjMapping *mapping, guint index)
{
  guint n_cells = tj_import_table_get_n_cells (table, index);

  for (guint i = tj_mapping_get_n_columns (mapping); i < n_cells; i++)
    if (!is_blank_cell (tj_import_table_get_cell (table, index, i)))
      return TRUE;
  return FALSE;
}

static gsize
room_for_row (const TjImportTable *table, guint index)
{
  guint n_cells = tj_import_table_get_n_cells (table, index);
  gsize size = 0;

  for (guint i = 0; i < n_cells; i++)
    size += tj_text_room_size_for (tj_import_table_get_cell (table, index, i).length);
  return size;
}

/* Whether a value hinders the whole row. A bad cell that does not is emptied; its error stays, to
 * be told. */
static gboolean
hinders (const TjImportField *field, TjImportValue *value)
{
  if (field->required && value->text[0] == '\0' && value->error == TJ_REASON_NONE)
    value->error
        = field->kind == TJ_CELL_NUMBER ? TJ_REASON_NUMBER_MISSING : TJ_REASON_CELL_MISSING;
  if (value->error == TJ_REASON_NONE)
    return FALSE;
  if (field->required || field->strict)
    return TRUE;
  value->text = value->family = "";
  return FALSE;
}

/**
 * tj_import_row_read:
 * @row: (out): the values; their texts live in @room until it is reserved again
 * @today: decides the century of ten-digit numbers
 *
 * Reads a row of @table as @mapping says. All values are read, also after the first problem, so
 * that the person of a rejected row is known when the number is good.
 *
 * Returns: the problem, whose reason is %TJ_REASON_NONE for a good row
 */
TjRowProblem
tj_import_row_read (TjImportRow *row,
                    const TjImportTable *table,
                    const TjMapping *mapping,
                    guint index,
                    TjDate today,
                    TjTextRoom *room)
{
  const TjImportSource *source = tj_mapping_get_source (mapping);
  TjRowProblem problem = { TJ_REASON_NONE, -1 };

  g_assert (source->n_fields <= TJ_IMPORT_MAX_FIELDS);

  row->number = tj_import_table_get_row_number (table, index);
  row->index = index;
  tj_text_room_reserve (room, room_for_row (table, index));
  if (has_too_many_cells (table, mapping, index))
    problem.reason = TJ_REASON_TOO_MANY_CELLS;

  for (guint field = 0; field < source->n_fields; field++)
    {
      int column = tj_mapping_get_column (mapping, field);
      TjCell cell = { .text = "" };

      if (column >= 0)
        cell = tj_import_table_get_cell (table, index, column);
      tj_import_value_read (&row->values[field], source->fields[field].kind, &cell, today, room);
      if (hinders (&source->fields[field], &row->values[field]) && problem.reason == TJ_REASON_NONE)
        problem = (TjRowProblem){ row->values[field].error, (int)field };
    }
  return problem;
}

/**
 * tj_import_row_is_same:
 *
 * Returns: whether two rows say the same in all columns that are read, the personal number aside,
 *   which may be written in two ways
 */
gboolean
tj_import_row_is_same (const TjImportTable *table,
                       const TjMapping *mapping,
                       guint index,
                       guint other)
{
  const TjImportSource *source = tj_mapping_get_source (mapping);

  for (guint field = 0; field < source->n_fields; field++)
    {
      int column = tj_mapping_get_column (mapping, field);
      TjCell a, b;

      if (column < 0 || source->fields[field].kind == TJ_CELL_NUMBER)
        continue;
      a = tj_import_table_get_cell (table, index, column);
      b = tj_import_table_get_cell (table, other, column);
      if (a.length != b.length || memcmp (a.text, b.text, a.length) != 0)
        return FALSE;
    }
  return TRUE;
}
