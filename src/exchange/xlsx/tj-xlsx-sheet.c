/* The rows of a sheet, as they stream by. Rows and cells stand where their references say, or after
 * the one before when they have none. A formula counts as the value that was last worked out for
 * it. Rows without a value are not kept; hidden rows are, and counted. */

#include "config.h"

#include "tj-xlsx-sheet.h"

#include "tj-exchange-error.h"
#include "tj-xlsx-merges.h"
#include "tj-xlsx-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ROW 1048576
#define MAX_COLUMN 16384

/* What all texts of a sheet may come to together. */
#define MAX_TEXT ((guint)768 * 1024 * 1024)

typedef enum
{
  CELL_NUMBER,
  CELL_SHARED,
  CELL_INLINE,
  CELL_TEXT, /* of a formula, an error, or a date as text */
  CELL_BOOLEAN,
} CellType;

struct _TjXlsxSheet
{
  TjImportTable *table; /* borrowed */
  TjXlsxContext context;
  TjXlsxMerges *merges;
  GArray *places; /* of the row */
  guint row;      /* from 1; 0 before the first */
  gboolean is_hidden;
  guint column;
  CellType type;
  guint style;
  TjXlsxText text;
  guint phonetic;
  gboolean in_data;
  gboolean in_row;
  gboolean in_cell;
  gboolean in_value;
};

/**
 * tj_xlsx_sheet_new:
 * @table: borrowed; takes the rows
 * @context: copied; what it names is borrowed
 *
 * Returns: (transfer full): what waits for the events of a sheet's part
 */
TjXlsxSheet *
tj_xlsx_sheet_new (TjImportTable *table, const TjXlsxContext *context)
{
  TjXlsxSheet *self = g_new0 (TjXlsxSheet, 1);

  self->table = table;
  self->context = *context;
  self->merges = tj_xlsx_merges_new ();
  self->places = g_array_new (FALSE, TRUE, sizeof (TjPlace));
  tj_xlsx_text_init (&self->text);
  return self;
}

/**
 * tj_xlsx_sheet_free:
 *
 * Frees @self; the table keeps its rows.
 */
void
tj_xlsx_sheet_free (TjXlsxSheet *self)
{
  tj_xlsx_merges_free (self->merges);
  g_array_unref (self->places);
  tj_xlsx_text_clear (&self->text);
  g_free (self);
}

/* The elements of a cell have names of one letter. */
static gboolean
is_named (const char *name, char letter)
{
  return name[0] == letter && name[1] == '\0';
}

static gboolean
refuse_size (GError **error, const char *message)
{
  g_set_error_literal (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_TOO_LARGE, message);
  return FALSE;
}

static gboolean
refuse_long_cell (const TjXlsxSheet *self, GError **error)
{
  g_set_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_TOO_LARGE,
               _ ("Row %u has a cell of more than 32,767 characters."), self->row);
  return FALSE;
}

/* Rows come in their order; two alike or one that goes back is no sheet. */
static gboolean
start_row (TjXlsxSheet *self, const TjXlsxAttributes *attributes, GError **error)
{
  guint number = self->row + 1;

  if (self->in_row)
    return tj_xlsx_refuse_damaged (error);
  tj_xlsx_attribute_number (attributes, "r", &number);
  if (number <= self->row || number > MAX_ROW)
    return tj_xlsx_refuse_damaged (error);
  self->row = number;
  self->in_row = TRUE;
  self->is_hidden = tj_xlsx_attribute_is_true (attributes, "hidden");
  self->column = G_MAXUINT;
  g_array_set_size (self->places, 0);
  return TRUE;
}

static CellType
read_type (const char *type, gsize length)
{
  if (length == 1 && type[0] == 's')
    return CELL_SHARED;
  if (length == 1 && type[0] == 'n')
    return CELL_NUMBER;
  if (length == 1 && type[0] == 'b')
    return CELL_BOOLEAN;
  return length > 0 && type[0] == 'i' ? CELL_INLINE : CELL_TEXT;
}

/* FALSE when it is no reference to this row. */
static gboolean
read_reference (TjXlsxSheet *self, const char *reference, gsize length)
{
  guint row;
  gsize n;

  return tj_xlsx_reference_read (reference, length, &self->column, &row, &n) && n == length
         && row == self->row;
}

/* This is done for every cell, so the attributes are gone through only once. */
static gboolean
start_cell (TjXlsxSheet *self, const TjXlsxAttributes *attributes, GError **error)
{
  gboolean is_good = !self->in_cell;

  self->column++;
  self->type = CELL_NUMBER;
  self->style = 0;
  for (int i = 0; i < attributes->n; i++)
    {
      gsize length;
      const char *value;
      char name = tj_xlsx_attribute_get (attributes, i, &value, &length);

      if (name == 'r')
        is_good = is_good && read_reference (self, value, length);
      else if (name == 's')
        tj_xlsx_digits_read (value, length, &self->style);
      else if (name == 't')
        self->type = read_type (value, length);
    }
  if (!is_good || self->column >= MAX_COLUMN)
    return tj_xlsx_refuse_damaged (error);
  self->in_cell = TRUE;
  tj_xlsx_text_begin (&self->text);
  return TRUE;
}

/* Within a cell: `v` is the value of all but inline text, which is `t`. */
static void
start_value (TjXlsxSheet *self, const char *name)
{
  if (is_named (name, 'v'))
    self->in_value = self->type != CELL_INLINE;
  else if (is_named (name, 't'))
    self->in_value = self->type == CELL_INLINE && self->phonetic == 0;
  else if (strcmp (name, "rPh") == 0)
    self->phonetic++;
}

static gboolean
start (gpointer data, const char *name, const TjXlsxAttributes *attributes, GError **error)
{
  TjXlsxSheet *self = data;
  const char *reference;
  gsize length;

  if (self->in_cell && !is_named (name, 'c'))
    start_value (self, name);
  else if (self->in_row && is_named (name, 'c'))
    return start_cell (self, attributes, error);
  else if (self->in_data && strcmp (name, "row") == 0)
    return start_row (self, attributes, error);
  else if (strcmp (name, "sheetData") == 0)
    self->in_data = TRUE;
  else if (strcmp (name, "mergeCell") == 0
           && (reference = tj_xlsx_attribute (attributes, "ref", &length)) != NULL)
    tj_xlsx_merges_add (self->merges, reference, length);
  return TRUE;
}

static gboolean
find_shared (TjXlsxSheet *self, TjPlace *place, GError **error)
{
  guint index;

  if (!tj_xlsx_digits_read (self->text.text->str, self->text.text->len, &index)
      || !tj_xlsx_strings_get (self->context.strings, index, place))
    return tj_xlsx_refuse_damaged (error);
  return !tj_xlsx_strings_is_too_long (*place) || refuse_long_cell (self, error);
}

/* The text that the cell's value is shown as. */
static const char *
find_text (TjXlsxSheet *self, char buffer[TJ_XLSX_NUMBER_BUFFER])
{
  const char *text = self->text.text->str;

  if (self->type == CELL_BOOLEAN)
    return strcmp (text, "1") == 0 || g_ascii_strcasecmp (text, "true") == 0 ? "TRUE" : "FALSE";
  if (self->type != CELL_NUMBER)
    return text;
  return tj_xlsx_number_write (text, tj_xlsx_styles_get_kind (self->context.styles, self->style),
                               self->context.is_1904, buffer);
}

/* FALSE with TOO_LARGE. An empty cell has no place. */
static gboolean
find_place (TjXlsxSheet *self, TjPlace *place, GError **error)
{
  char buffer[TJ_XLSX_NUMBER_BUFFER];
  const char *text;

  if (self->text.text->len == 0)
    return TRUE;
  if (self->type == CELL_SHARED)
    return find_shared (self, place, error);
  if (self->type == CELL_INLINE || self->type == CELL_TEXT)
    tj_xlsx_text_end (&self->text);
  if (self->text.is_too_long)
    return refuse_long_cell (self, error);
  if (self->table->copies->len > MAX_TEXT)
    return refuse_size (error, _ ("The workbook holds more text than a list can have."));
  text = find_text (self, buffer);
  *place = tj_import_table_keep (self->table, text, strlen (text));
  return TRUE;
}

static gboolean
end_cell (TjXlsxSheet *self, GError **error)
{
  TjPlace place = { 0 };

  self->in_cell = self->in_value = FALSE;
  self->phonetic = 0;
  if (!find_place (self, &place, error))
    return FALSE;
  if ((place.length & ~TJ_PLACE_IN_COPIES) == 0)
    return TRUE;
  if (self->column >= self->places->len)
    g_array_set_size (self->places, self->column + 1);
  g_array_index (self->places, TjPlace, self->column) = place;
  return TRUE;
}

static gboolean
end_row (TjXlsxSheet *self, GError **error)
{
  TjImportTable *table = self->table;

  self->in_row = FALSE;
  if (self->places->len == 0)
    return TRUE;
  /* One row more than the limit: the header is none of them. */
  if (table->rows->len > TJ_IMPORT_MAX_ROWS)
    return refuse_size (
        error, _ ("The list has more than 1,000,000 rows. Split it and import the parts."));
  if (table->places->len + self->places->len > TJ_IMPORT_MAX_CELLS)
    return refuse_size (error, _ ("The sheet has more cells than a list can have."));
  tj_import_table_add_row (table, self->row, (const TjPlace *)(gpointer)self->places->data,
                           self->places->len);
  table->n_hidden += self->is_hidden;
  return TRUE;
}

static gboolean
end (gpointer data, const char *name, GError **error)
{
  TjXlsxSheet *self = data;

  if (self->in_cell)
    {
      if (is_named (name, 'c'))
        return end_cell (self, error);
      if (is_named (name, 'v') || is_named (name, 't'))
        self->in_value = FALSE;
      else if (strcmp (name, "rPh") == 0)
        self->phonetic--;
    }
  else if (self->in_row && strcmp (name, "row") == 0)
    return end_row (self, error);
  else if (strcmp (name, "sheetData") == 0)
    self->in_data = FALSE;
  return TRUE;
}

static void
text (gpointer data, const char *piece, gsize length)
{
  TjXlsxSheet *self = data;

  if (self->in_value)
    tj_xlsx_text_add (&self->text, piece, length);
}

const TjXlsxHandler tj_xlsx_sheet_handler = { start, end, text };

/**
 * tj_xlsx_sheet_finish:
 *
 * Does what can only be done when the whole part has been read: merged cells stand at its end.
 */
void
tj_xlsx_sheet_finish (TjXlsxSheet *self)
{
  if (!tj_xlsx_merges_is_empty (self->merges))
    tj_xlsx_merges_fill (self->merges, self->table);
}
