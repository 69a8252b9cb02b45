/* A list in memory: where each cell lies in the decoded text, or among copies. Eight bytes a cell,
 * so that the largest list allowed (a million rows) can be looked at row by row without being
 * parsed again. What a cell means is not known here. */

#include "config.h"

#include "tj-import-table-private.h"

#include "tj-xlsx-archive.h"
#include "tj-xlsx-reader.h"

#include <glib/gi18n-lib.h>

/* How often the cancellable is looked at while reading, in rows. */
#define ROWS_BETWEEN_CHECKS 4096

/**
 * tj_import_table_new:
 * @text: what the cells lie in that are no copies
 *
 * Returns: (transfer full): a table without rows
 */
TjImportTable *
tj_import_table_new (GBytes *text)
{
  TjImportTable *self = g_new0 (TjImportTable, 1);

  g_ref_count_init (&self->ref_count);
  self->text = g_bytes_ref (text);
  self->start = g_bytes_get_data (text, NULL);
  self->copies = g_byte_array_new ();
  self->places = g_array_new (FALSE, FALSE, sizeof (TjPlace));
  self->rows = g_array_new (FALSE, FALSE, sizeof (TjTableRow));
  return self;
}

/**
 * tj_import_table_keep:
 *
 * Copies the text of a cell into the table.
 *
 * Returns: where it lies
 */
TjPlace
tj_import_table_keep (TjImportTable *self, const char *text, gsize length)
{
  TjPlace place = { .offset = self->copies->len, .length = length | TJ_PLACE_IN_COPIES };

  g_byte_array_append (self->copies, (const guint8 *)text, length);
  return place;
}

/**
 * tj_import_table_add_row:
 * @number: as a spreadsheet shows it
 *
 * Adds a row of cells that lie in the table.
 */
void
tj_import_table_add_row (TjImportTable *self, guint number, const TjPlace *places, guint n_places)
{
  TjTableRow row = { .first = self->places->len, .number = number };

  g_array_append_val (self->rows, row);
  g_array_append_vals (self->places, places, n_places);
}

/* A first line `sep=;` is Excel's note to itself, and no row of the list. */
static gboolean
is_note (const TjCell *cell)
{
  return cell->length >= 4 && cell->length <= 5 && g_ascii_strncasecmp (cell->text, "sep=", 4) == 0;
}

static gboolean
add_csv_row (guint number, const TjCell *cells, guint n_cells, gpointer data)
{
  TjImportTable *self = data;
  TjTableRow row = { .first = self->places->len, .number = number };
  TjPlace *places;

  if (number == 1 && is_note (&cells[0]))
    return TRUE;
  self->is_full = self->places->len + n_cells > TJ_IMPORT_MAX_CELLS;
  if (self->is_full)
    return FALSE;
  g_array_append_val (self->rows, row);
  g_array_set_size (self->places, row.first + n_cells);
  places = &g_array_index (self->places, TjPlace, row.first);
  for (guint i = 0; i < n_cells; i++)
    if (G_UNLIKELY (cells[i].is_copy))
      places[i] = tj_import_table_keep (self, cells[i].text, cells[i].length);
    else
      places[i] = (TjPlace){ cells[i].text - self->start, cells[i].length };
  return self->rows->len % ROWS_BETWEEN_CHECKS != 0
         || !g_cancellable_is_cancelled (self->cancellable);
}

static gboolean
check_size (GBytes *bytes, GError **error)
{
  if (g_bytes_get_size (bytes) <= TJ_IMPORT_MAX_BYTES)
    return TRUE;
  g_set_error_literal (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_TOO_LARGE,
                       _ ("The file is larger than 250 MB. Split it and import the parts."));
  return FALSE;
}

/* Whether the rows are all there: the parsing may have been broken off, or there were none. */
static gboolean
check_rows (const TjImportTable *self, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (self->is_full)
    g_set_error_literal (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_TOO_LARGE,
                         _ ("The list has more than 50,000,000 cells. Split it and import the "
                            "parts."));
  else if (self->rows->len == 0)
    g_set_error_literal (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_EMPTY,
                         _ ("The file is empty."));
  return !self->is_full && self->rows->len > 0;
}

/**
 * tj_import_table_read_csv:
 * @bytes: the whole file, in any encoding that [func@text_decode] knows
 * @cancellable: (nullable): stops the reading
 *
 * Decodes and parses a separated list; the delimiter is detected.
 *
 * Returns: (transfer full): the table, or NULL with EMPTY, TOO_LARGE, FORMAT or ENCODING,
 *   or CANCELLED of #GIOErrorEnum
 */
TjImportTable *
tj_import_table_read_csv (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (TjImportTable) self = NULL;
  g_autoptr (GBytes) text = NULL;
  TjTextInfo info;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!check_size (bytes, error))
    return NULL;
  text = tj_text_decode (bytes, &info, error);
  if (text == NULL)
    return NULL;

  self = tj_import_table_new (text);
  length = g_bytes_get_size (text);
  self->info = info;
  self->delimiter = tj_csv_detect_delimiter (self->start, length);
  self->cancellable = cancellable;
  if (!tj_csv_parse (self->start, length, self->delimiter, add_csv_row, self, error)
      || !check_rows (self, error))
    return NULL;
  self->cancellable = NULL;
  return g_steal_pointer (&self);
}

/**
 * tj_import_table_read:
 * @bytes: the whole file
 * @sheet: (nullable): the name of the sheet of a workbook; the first one when NULL
 * @cancellable: (nullable): stops the reading
 *
 * Reads a list of any form that is known, by what the file holds and not by its name.
 *
 * Returns: (transfer full): the table; NULL with EMPTY, TOO_LARGE, FORMAT or ENCODING, or CANCELLED
 *   of #GIOErrorEnum
 */
TjImportTable *
tj_import_table_read (GBytes *bytes, const char *sheet, GCancellable *cancellable, GError **error)
{
  gsize size;
  const guint8 *data;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (!check_size (bytes, error))
    return NULL;
  if (tj_xlsx_is_archive (data, size))
    return tj_xlsx_read (bytes, sheet, cancellable, error);
  if (sheet == NULL)
    return tj_import_table_read_csv (bytes, cancellable, error);
  g_set_error_literal (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_FORMAT,
                       _ ("This is no workbook with sheets. Leave the sheet out."));
  return NULL;
}

/**
 * tj_import_table_ref:
 *
 * Returns: (transfer full): @self, held once more
 */
TjImportTable *
tj_import_table_ref (TjImportTable *self)
{
  g_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tj_import_table_unref:
 *
 * Lets go of @self; the last to do so frees it and the text its cells point into.
 */
void
tj_import_table_unref (TjImportTable *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;
  g_bytes_unref (self->text);
  g_byte_array_unref (self->copies);
  g_array_unref (self->places);
  g_array_unref (self->rows);
  g_strfreev (self->sheets);
  g_free (self);
}

/**
 * tj_import_table_get_n_rows:
 *
 * Returns: the rows that are not blank, the header among them
 */
guint
tj_import_table_get_n_rows (const TjImportTable *self)
{
  return self->rows->len;
}

/**
 * tj_import_table_get_n_cells:
 *
 * Returns: the cells of the row, which may be more or fewer than the header has
 */
guint
tj_import_table_get_n_cells (const TjImportTable *self, guint index)
{
  const TjTableRow *row = &g_array_index (self->rows, TjTableRow, index);
  guint end = index + 1 < self->rows->len ? row[1].first : self->places->len;

  return end - row->first;
}

/**
 * tj_import_table_get_row_number:
 *
 * Returns: the number that a spreadsheet shows for the row, from 1, blank rows counted
 */
guint
tj_import_table_get_row_number (const TjImportTable *self, guint index)
{
  return g_array_index (self->rows, TjTableRow, index).number;
}

/**
 * tj_import_table_get_cell:
 *
 * Returns: the cell, valid as long as @self; an empty one beyond the row's end
 */
TjCell
tj_import_table_get_cell (const TjImportTable *self, guint index, guint column)
{
  const TjPlace *place;

  if (column >= tj_import_table_get_n_cells (self, index))
    return (TjCell){ .text = "" };
  place = &g_array_index (self->places, TjPlace,
                          g_array_index (self->rows, TjTableRow, index).first + column);
  if (place->length & TJ_PLACE_IN_COPIES)
    return (TjCell){ .text = (const char *)self->copies->data + place->offset,
                     .length = place->length & ~TJ_PLACE_IN_COPIES };
  return (TjCell){ .text = self->start + place->offset, .length = place->length };
}

/**
 * tj_import_table_get_text_info:
 *
 * Returns: the encoding that was recognised and what was mended
 */
const TjTextInfo *
tj_import_table_get_text_info (const TjImportTable *self)
{
  return &self->info;
}

/**
 * tj_import_table_get_delimiter:
 *
 * Returns: what was found to stand between cells
 */
char
tj_import_table_get_delimiter (const TjImportTable *self)
{
  return self->delimiter;
}

/**
 * tj_import_table_get_sheets:
 *
 * Returns: (transfer none) (nullable): the names of the workbook's sheets, NULL-terminated; NULL
 *   for a text file
 */
const char *const *
tj_import_table_get_sheets (const TjImportTable *self)
{
  return (const char *const *)self->sheets;
}

/**
 * tj_import_table_get_sheet:
 *
 * Returns: (transfer none) (nullable): the sheet that was read; NULL for a text file
 */
const char *
tj_import_table_get_sheet (const TjImportTable *self)
{
  return self->sheets != NULL ? self->sheets[self->sheet] : NULL;
}

/**
 * tj_import_table_get_n_hidden:
 *
 * Returns: how many of the rows a spreadsheet hides, as by a filter; they are in the table
 */
guint
tj_import_table_get_n_hidden (const TjImportTable *self)
{
  return self->n_hidden;
}
