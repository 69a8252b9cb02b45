/* A list in memory: where each cell lies in the decoded text. Eight bytes a cell, so that the
 * largest list allowed (a million rows) can be looked at row by row without being parsed again.
 * What a cell means is not known here. */

#include "config.h"

#include "tj-import-table.h"

#include <glib/gi18n-lib.h>

/* How often the cancellable is looked at while reading, in rows. */
#define ROWS_BETWEEN_CHECKS 4096

/* Set in a stored length when the cell lies among the copies and not in the text. */
#define IN_COPIES (1u << 31)

typedef struct
{
  guint32 offset;
  guint32 length;
} Place;

typedef struct
{
  guint32 first;
  guint32 number;
} Row;

struct _TjTable
{
  grefcount ref_count;
  GBytes *text;
  const char *start;
  GByteArray *copies;
  GArray *places;
  GArray *rows;
  TjTextInfo info;
  char delimiter;
  char **sheets;
  guint sheet;
  GCancellable *cancellable; /* while it is read */
};

static TjImportTable *
table_new (GBytes *text)
{
  TjImportTable *self = g_new0 (TjImportTable, 1);

  g_ref_count_init (&self->ref_count);
  self->text = g_bytes_ref (text);
  self->start = g_bytes_get_data (text, NULL);
  self->copies = g_byte_array_new ();
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  return self;
}

static Place
keep_copy (TjImportTable *self, const TjCell *cell)
{
  Place place = { .offset = self->copies->len, .length = cell->length | IN_COPIES };

  g_byte_array_append (self->copies, (const guint8 *)cell->text, cell->length);
  return place;
}

static gboolean
add_row (guint number, const TjCell *cells, guint n_cells, gpointer data)
{
  TjImportTable *self = data;
  Row row = { .first = self->places->len, .number = number };
  Place *places;

  g_array_append_val (self->rows, row);
  g_array_set_size (self->places, row.first + n_cells);
  places = &g_array_index (self->places, Place, row.first);
  for (guint i = 0; i < n_cells; i++)
    if (G_UNLIKELY (cells[i].is_copy))
      places[i] = keep_copy (self, &cells[i]);
    else
      places[i] = (Place){ cells[i].text - self->start, cells[i].length };
  return self->rows->len % ROWS_BETWEEN_CHECKS != 0
         || !g_cancellable_is_cancelled (self->cancellable);
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

  if (g_bytes_get_size (bytes) > TJ_IMPORT_MAX_BYTES)
    {
      g_set_error_literal (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_TOO_LARGE,
                           _ ("The file is larger than 100 MB. Split it and import the parts."));
      return NULL;
    }
  text = tj_text_decode (bytes, &info, error);
  if (text == NULL)
    return NULL;

  self = table_new (text);
  length = g_bytes_get_size (text);
  self->info = info;
  self->delimiter = tj_csv_detect_delimiter (self->start, length);
  self->cancellable = cancellable;
  if (!tj_csv_parse (self->start, length, self->delimiter, add_row, self, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self->cancellable = NULL;
  if (self->rows->len == 0)
    {
      g_set_error_literal (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_EMPTY,
                           _ ("The file is empty."));
      return NULL;
    }
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
  return tj_import_table_read_csv (bytes, cancellable, error);
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
  const Row *row = &g_array_index (self->rows, Row, index);
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
  return g_array_index (self->rows, Row, index).number;
}

/**
 * tj_import_table_get_cell:
 *
 * Returns: the cell, valid as long as @self; an empty one beyond the row's end
 */
TjCell
tj_import_table_get_cell (const TjImportTable *self, guint index, guint column)
{
  const Place *place;

  if (column >= tj_import_table_get_n_cells (self, index))
    return (TjCell){ .text = "" };
  place
      = &g_array_index (self->places, Place, g_array_index (self->rows, Row, index).first + column);
  if (place->length & IN_COPIES)
    return (TjCell){ .text = (const char *)self->copies->data + place->offset,
                     .length = place->length & ~IN_COPIES };
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
