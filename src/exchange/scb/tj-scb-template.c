/* A layout from the Excel template that SCB publishes for a half-year: its header row gives the
 * columns and their order. A name is known from the layout before, or from a list of names that is
 * data (layouts/scb-columns.txt); what nobody knows stays empty until the user says what it is. */

#include "config.h"

#include "tj-scb-template.h"

#include "tj-headings.h"
#include "tj-scb-layout-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define NAMES "/se/tjugo/Tjugo/layouts/scb-columns.txt"
#define LONGEST_NAME 200

/* What is known of a name: a column of the former layout, or a field. */
typedef struct
{
  GHashTable *fields;  /* folded → field + 1 */
  GHashTable *columns; /* folded → TjScbColumn of the former layout */
} Names;

static void
add_names (Names *names, const char *line)
{
  g_auto (GStrv) halves = g_strsplit (line, ":", 2);
  g_auto (GStrv) words = NULL;
  TjScbField field;

  if (halves[0] == NULL || halves[1] == NULL || !tj_scb_field_parse (halves[0], &field))
    return;
  words = g_strsplit (halves[1], ",", -1);
  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_insert (names->fields, tj_heading_fold (g_strstrip (words[i]), -1),
                         GUINT_TO_POINTER ((guint)field + 1));
}

static gboolean
load_names (Names *names, const TjScbLayout *former, GError **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (NAMES, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (bytes == NULL)
    return FALSE;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '#')
      add_names (names, lines[i]);
  for (guint i = 0; former != NULL && i < former->columns->len; i++)
    {
      TjScbColumn *column = former->columns->pdata[i];

      g_hash_table_insert (names->columns, tj_heading_fold (column->name, -1), column);
    }
  return TRUE;
}

static gboolean
is_known (const Names *names, TjCell cell)
{
  g_autofree char *folded = NULL;

  if (cell.length == 0 || cell.length > LONGEST_NAME)
    return FALSE;
  folded = tj_heading_fold (cell.text, cell.length);
  return g_hash_table_contains (names->columns, folded)
         || g_hash_table_contains (names->fields, folded);
}

/* The row where most names are known; with none, the first that has more than one cell. */
static guint
find_header (const Names *names, const TjImportTable *table, guint *n_known)
{
  guint n_rows = MIN (tj_import_table_get_n_rows (table), TJ_HEADER_ROWS);
  guint best = 0;

  *n_known = 0;
  for (guint row = 0; row < n_rows; row++)
    {
      guint n = 0;

      for (guint i = 0; i < tj_import_table_get_n_cells (table, row); i++)
        n += is_known (names, tj_import_table_get_cell (table, row, i)) ? 1 : 0;
      if (n > *n_known)
        {
          *n_known = n;
          best = row;
        }
    }
  for (guint row = 0; *n_known == 0 && row < n_rows; row++)
    if (tj_import_table_get_n_cells (table, row) > 1)
      return row;
  return best;
}

static gboolean
has_name (const TjScbLayout *layout, const char *name)
{
  for (guint i = 0; i < layout->columns->len; i++)
    if (g_str_equal (((TjScbColumn *)layout->columns->pdata[i])->name, name))
      return TRUE;
  return FALSE;
}

/* A name that stands twice gets a number: a layout's names are its own. */
static char *
dup_name (const TjScbLayout *layout, TjCell cell)
{
  g_autofree char *raw = g_strndup (cell.text, MIN (cell.length, LONGEST_NAME));
  g_autofree char *name = g_utf8_make_valid (g_strstrip (raw), -1);
  char *free_name = g_strdup (name);

  for (guint n = 2; has_name (layout, free_name); n++)
    {
      g_free (free_name);
      free_name = g_strdup_printf ("%s (%u)", name, n);
    }
  return free_name;
}

static void
copy_column (TjScbLayout *layout, TjScbColumn *column, const TjScbColumn *former)
{
  if (!former->has_field)
    {
      tj_scb_column_set_constant (column, former->constant);
      return;
    }
  tj_scb_layout_set_field (layout, column, former->field);
  column->format = g_strdup (former->format);
  g_free (column->list);
  column->list = g_strdup (former->list);
}

/* A field fills one column: the next that is called so waits to be told what it is. */
static gboolean
fill_column (TjScbLayout *layout, TjScbColumn *column, const Names *names, const char *folded)
{
  const TjScbColumn *former = g_hash_table_lookup (names->columns, folded);
  guint field = GPOINTER_TO_UINT (g_hash_table_lookup (names->fields, folded));

  if (former != NULL)
    copy_column (layout, column, former);
  else if (field != 0 && !tj_scb_layout_has_field (layout, (TjScbField)(field - 1)))
    tj_scb_layout_set_field (layout, column, (TjScbField)(field - 1));
  else
    return FALSE;
  return TRUE;
}

static void
add_column (TjScbTemplate *self, const Names *names, TjCell cell)
{
  g_autofree char *name = dup_name (self->layout, cell);
  g_autofree char *folded = tj_heading_fold (cell.text, cell.length);
  TjScbColumn *column;

  if (*name == '\0')
    return;
  column = tj_scb_layout_add_column (self->layout, name);
  if (!fill_column (self->layout, column, names, folded))
    g_ptr_array_add (self->unknown, column->name);
}

/**
 * tj_scb_template_free:
 *
 * Frees @self.
 */
void
tj_scb_template_free (TjScbTemplate *self)
{
  g_clear_pointer (&self->layout, tj_scb_layout_free);
  g_ptr_array_unref (self->unknown);
  g_free (self);
}

/**
 * tj_scb_template_read:
 * @bytes: an .xlsx file, or text with delimiters
 * @name: what the layout is to be called
 * @former: the layout in use, whose formats, row rule and codes are taken over
 *
 * Makes a layout of a template's header row.
 *
 * Returns: (transfer full): the layout with what is unknown in it; NULL with a #TjExchangeError when
 *   there is no header or no personal number in it
 */
TjScbTemplate *
tj_scb_template_read (GBytes *bytes,
                      const char *name,
                      TjHalfYear valid_from,
                      const TjScbLayout *former,
                      GError **error)
{
  g_autoptr (GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Names names = { fields, columns };
  g_autoptr (TjImportTable) table = tj_import_table_read (bytes, NULL, NULL, error);
  g_autoptr (TjScbTemplate) self = NULL;
  guint row, n_known;

  g_return_val_if_fail (former != NULL, NULL);

  if (table == NULL || !load_names (&names, former, error))
    return NULL;
  row = find_header (&names, table, &n_known);
  self = g_new0 (TjScbTemplate, 1);
  self->unknown = g_ptr_array_new ();
  self->layout = tj_scb_layout_new (name);
  tj_scb_layout_take_settings (self->layout, former);
  tj_scb_layout_take_lists (self->layout, former);
  g_free (self->layout->title);
  self->layout->title = g_strdup (name);
  self->layout->valid_from = valid_from;
  if (row < tj_import_table_get_n_rows (table))
    {
      self->header_row = tj_import_table_get_row_number (table, row);
      for (guint i = 0; i < tj_import_table_get_n_cells (table, row); i++)
        add_column (self, &names, tj_import_table_get_cell (table, row, i));
    }
  if (n_known == 0 || !tj_scb_layout_has_field (self->layout, TJ_SCB_PERSONAL_NUMBER))
    {
      g_set_error_literal (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_HEADER,
                           _ ("No row of the template has a column for the personal number. Choose "
                              "the Excel template that SCB publishes for the half-year."));
      return NULL;
    }
  return g_steal_pointer (&self);
}
