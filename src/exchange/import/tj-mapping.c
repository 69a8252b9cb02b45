/* Which column holds which field. The headings propose it; the user may move a field to another
 * column, or the header to another row, before it is checked that nothing needed is missing. */

#include "config.h"

#include "tj-mapping.h"

#include <glib/gi18n-lib.h>

struct _TjMapping
{
  const TjImportSource *source;
  TjImportTable *table;
  guint header;
  GPtrArray *titles;  /* by column, as the list spells them; "" where it has none */
  int *columns;       /* by field, -1 where the list has no such column */
  gboolean *repeated; /* by field */
  gboolean is_edited;
};

/* Of several columns for one field the preferred synonym wins, then the first column. */
static void
assign_columns (TjMapping *self, const TjHeadings *headings)
{
  g_autofree guint *ranks = g_new0 (guint, self->source->n_fields);

  for (guint column = 0; column < self->titles->len; column++)
    {
      TjCell cell = tj_import_table_get_cell (self->table, self->header, column);
      const TjHeadingMeaning *meaning = tj_headings_find (headings, cell);
      guint field;

      if (meaning == NULL)
        continue;
      field = meaning->field;
      if (self->columns[field] >= 0)
        self->repeated[field] = TRUE;
      if (self->columns[field] >= 0 && ranks[field] <= meaning->rank)
        continue;
      ranks[field] = meaning->rank;
      self->columns[field] = column;
    }
}

static void
read_header (TjMapping *self, const TjHeadings *headings, guint row)
{
  self->header = row;
  g_ptr_array_set_size (self->titles, 0);
  for (guint i = 0; i < tj_import_table_get_n_cells (self->table, row); i++)
    {
      TjCell cell = tj_import_table_get_cell (self->table, row, i);

      g_ptr_array_add (self->titles, g_strstrip (g_strndup (cell.text, cell.length)));
    }
  for (guint i = 0; i < self->source->n_fields; i++)
    {
      self->columns[i] = -1;
      self->repeated[i] = FALSE;
    }
  assign_columns (self, headings);
}

/**
 * tj_mapping_propose:
 *
 * Maps the columns of @table to the fields of @source by their headings, as far as they are known.
 *
 * Returns: (transfer full): the mapping, perhaps not complete: tj_mapping_check() tells
 */
TjMapping *
tj_mapping_propose (const TjImportSource *source, const TjImportTable *table)
{
  TjMapping *self = g_new0 (TjMapping, 1);
  g_autoptr (TjHeadings) headings = tj_headings_new (source);

  self->source = source;
  self->table = tj_import_table_ref ((TjImportTable *)table);
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_new (int, source->n_fields);
  self->repeated = g_new0 (gboolean, source->n_fields);
  read_header (self, headings, tj_headings_find_header (headings, table));
  return self;
}

/**
 * tj_mapping_new:
 *
 * As tj_mapping_propose(), and checks that the mapping is complete.
 *
 * Returns: (transfer full): the mapping, or NULL with HEADER as from tj_mapping_check()
 */
TjMapping *
tj_mapping_new (const TjImportSource *source, const TjImportTable *table, GError **error)
{
  g_autoptr (TjMapping) self = tj_mapping_propose (source, table);

  return tj_mapping_check (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tj_mapping_free:
 *
 * Frees @self.
 */
void
tj_mapping_free (TjMapping *self)
{
  tj_import_table_unref (self->table);
  g_ptr_array_unref (self->titles);
  g_free (self->columns);
  g_free (self->repeated);
  g_free (self);
}

/**
 * tj_mapping_check:
 *
 * Looks whether all columns that the source needs are mapped.
 *
 * Returns: FALSE with HEADER, naming in one sentence what is missing, never what stands in the file
 */
gboolean
tj_mapping_check (const TjMapping *self, GError **error)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autofree char *names = NULL;
  const char *together = NULL;

  for (guint i = 0; i < self->source->n_fields; i++)
    if (self->source->fields[i].required && self->columns[i] < 0)
      g_ptr_array_add (missing, (gpointer)tj_mapping_get_field_label (self, i));
  if (self->source->check_columns != NULL
      && !self->source->check_columns (self->columns, &together))
    g_ptr_array_add (missing, (gpointer)_ (together));
  if (missing->len == 0)
    return TRUE;

  g_ptr_array_add (missing, NULL);
  names = g_strjoinv (", ", (char **)missing->pdata);
  g_set_error (
      error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_HEADER,
      _ ("The list has no column for: %s. Is it another list, or are the headings missing?"),
      names);
  return FALSE;
}

/**
 * tj_mapping_get_source:
 *
 * Returns: (transfer none): the source whose fields are mapped
 */
const TjImportSource *
tj_mapping_get_source (const TjMapping *self)
{
  return self->source;
}

/**
 * tj_mapping_get_table:
 *
 * Returns: (transfer none): the list whose columns are mapped
 */
const TjImportTable *
tj_mapping_get_table (const TjMapping *self)
{
  return self->table;
}

/**
 * tj_mapping_get_header:
 *
 * Returns: the row of the table, from 0, that holds the headings
 */
guint
tj_mapping_get_header (const TjMapping *self)
{
  return self->header;
}

/**
 * tj_mapping_set_header:
 * @row: of the table, from 0
 *
 * Takes another row for the headings and proposes the columns anew.
 */
void
tj_mapping_set_header (TjMapping *self, guint row)
{
  g_autoptr (TjHeadings) headings = NULL;

  g_return_if_fail (row < tj_import_table_get_n_rows (self->table));

  headings = tj_headings_new (self->source);
  read_header (self, headings, row);
  self->is_edited = TRUE;
}

/**
 * tj_mapping_get_n_columns:
 *
 * Returns: how many headings the list has, known or not
 */
guint
tj_mapping_get_n_columns (const TjMapping *self)
{
  return self->titles->len;
}

/**
 * tj_mapping_get_title:
 *
 * Returns: (transfer none): the heading of @column as the list spells it, "" when it has none
 */
const char *
tj_mapping_get_title (const TjMapping *self, guint column)
{
  g_return_val_if_fail (column < self->titles->len, "");
  return g_ptr_array_index (self->titles, column);
}

/**
 * tj_mapping_dup_column_name:
 *
 * Returns: (transfer full): the heading of @column, or "Column C" when it has none
 */
char *
tj_mapping_dup_column_name (const TjMapping *self, guint column)
{
  const char *title = tj_mapping_get_title (self, column);
  char letters[8] = "";
  char *first = letters + sizeof letters - 1;

  if (title[0] != '\0')
    return g_strdup (title);
  for (guint n = column + 1; n > 0; n = (n - 1) / 26)
    *--first = 'A' + (n - 1) % 26;
  return g_strdup_printf (_ ("Column %s"), first);
}

/**
 * tj_mapping_find_field:
 *
 * Returns: the field of the source that is read from @column, or -1
 */
int
tj_mapping_find_field (const TjMapping *self, guint column)
{
  for (guint field = 0; field < self->source->n_fields; field++)
    if (self->columns[field] == (int)column)
      return field;
  return -1;
}

/**
 * tj_mapping_get_column:
 *
 * Returns: the column, from 0, of a field of the source; -1 when the list has none
 */
int
tj_mapping_get_column (const TjMapping *self, guint field)
{
  g_return_val_if_fail (field < self->source->n_fields, -1);
  return self->columns[field];
}

/**
 * tj_mapping_set_column:
 * @column: from 0, or -1 for none
 *
 * Reads @field from @column. A column holds one field: another one that was read from it loses it.
 */
void
tj_mapping_set_column (TjMapping *self, guint field, int column)
{
  int other;

  g_return_if_fail (field < self->source->n_fields);
  g_return_if_fail (column >= -1 && column < (int)self->titles->len);

  self->repeated[field] = FALSE;
  if (column == self->columns[field])
    return;
  other = column >= 0 ? tj_mapping_find_field (self, column) : -1;
  if (other >= 0)
    self->columns[other] = -1;
  self->columns[field] = column;
  self->is_edited = TRUE;
}

/**
 * tj_mapping_get_heading:
 * @field: a field of the source, or -1
 *
 * Returns: (transfer none): the heading as the list spells it; the field's own translated name
 *   when the list has no such column or no word above it, and "" for no field
 */
const char *
tj_mapping_get_heading (const TjMapping *self, int field)
{
  const char *title = "";

  if (field < 0)
    return "";
  if (self->columns[field] >= 0)
    title = tj_mapping_get_title (self, self->columns[field]);
  return title[0] != '\0' ? title : tj_mapping_get_field_label (self, field);
}

/**
 * tj_mapping_get_field_label:
 *
 * Returns: (transfer none): the translated name of a field of the source
 */
const char *
tj_mapping_get_field_label (const TjMapping *self, guint field)
{
  g_return_val_if_fail (field < self->source->n_fields, "");
  return _ (self->source->fields[field].label);
}

/**
 * tj_mapping_is_repeated:
 *
 * Returns: whether several columns claim the field and nobody has chosen; only one of them is read
 */
gboolean
tj_mapping_is_repeated (const TjMapping *self, guint field)
{
  return self->repeated[field];
}

/**
 * tj_mapping_is_edited:
 *
 * Returns: whether a column or the header was set otherwise than the headings proposed
 */
gboolean
tj_mapping_is_edited (const TjMapping *self)
{
  return self->is_edited;
}
