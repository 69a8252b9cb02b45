/* Mappings that are kept: which heading holds which field. A column is known again by its heading,
 * wherever it has moved; of several alike, and of those without one, by their order. */

#include "config.h"

#include "tj-mapping-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * tj_mapping_save:
 * @name: "" for the mapping that is remembered for its headings
 *
 * Returns: (transfer full): what tj_mapping_restore() needs to map the same headings again
 */
JsonObject *
tj_mapping_save (const TjMapping *self, const char *name)
{
  const TjImportSource *source = tj_mapping_get_source (self);
  JsonObject *saved = json_object_new ();
  JsonArray *headings = json_array_new ();
  JsonObject *columns = json_object_new ();

  for (guint i = 0; i < tj_mapping_get_n_columns (self); i++)
    {
      g_autofree char *folded = tj_heading_fold (tj_mapping_get_title (self, i), -1);

      json_array_add_string_element (headings, folded);
    }
  for (guint field = 0; field < source->n_fields; field++)
    if (tj_mapping_get_column (self, field) >= 0)
      json_object_set_int_member (columns, source->fields[field].id,
                                  tj_mapping_get_column (self, field));
  json_object_set_string_member (saved, "name", name);
  json_object_set_array_member (saved, "headings", headings);
  json_object_set_object_member (saved, "columns", columns);
  return saved;
}

/**
 * tj_saved_mapping_get_name:
 *
 * Returns: (transfer none): the name it was saved under, "" when it is only remembered
 */
const char *
tj_saved_mapping_get_name (JsonObject *saved)
{
  const char *name = json_object_get_string_member_with_default (saved, "name", "");

  /* NULL is what JSON-GLib has for a member that is no string. */
  return name != NULL ? name : "";
}

static JsonArray *
get_headings (JsonObject *saved)
{
  JsonNode *node = json_object_get_member (saved, "headings");

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static const char *
get_heading (JsonArray *headings, guint i)
{
  JsonNode *node = json_array_get_element (headings, i);
  const char *heading
      = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "";

  return heading;
}

static gboolean
has_headings (JsonArray *headings, const TjImportTable *table, guint row)
{
  if (json_array_get_length (headings) != tj_import_table_get_n_cells (table, row))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (headings); i++)
    {
      TjCell cell = tj_import_table_get_cell (table, row, i);
      g_autofree char *folded = tj_heading_fold (cell.text, cell.length);

      if (strcmp (folded, get_heading (headings, i)) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * tj_saved_mapping_find_header:
 *
 * Returns: the row of @table, from 0, that has the headings it was saved for, in the same order; -1
 *   when none of the first ones has
 */
int
tj_saved_mapping_find_header (JsonObject *saved, const TjImportTable *table)
{
  JsonArray *headings = get_headings (saved);
  guint n_rows = MIN (tj_import_table_get_n_rows (table), TJ_HEADER_ROWS);

  for (guint row = 0; headings != NULL && row < n_rows; row++)
    if (has_headings (headings, table, row))
      return row;
  return -1;
}

static gboolean
is_titled (const TjMapping *mapping, guint column, const char *heading)
{
  g_autofree char *folded = tj_heading_fold (tj_mapping_get_title (mapping, column), -1);

  return strcmp (folded, heading) == 0;
}

/* The column of the list that is headed as the saved place was, and is as many-th of its kind. */
static int
find_column (const TjMapping *self, JsonArray *headings, gint64 place)
{
  const char *heading;
  guint nth = 0;

  if (headings == NULL || place < 0 || place >= json_array_get_length (headings))
    return -1;
  heading = get_heading (headings, place);
  for (guint i = 0; i < place; i++)
    nth += strcmp (get_heading (headings, i), heading) == 0;
  for (guint i = 0; i < tj_mapping_get_n_columns (self); i++)
    if (is_titled (self, i, heading) && nth-- == 0)
      return i;
  return -1;
}

static gboolean
refuse_field (const TjMapping *self, guint field, GError **error)
{
  g_set_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_HEADER,
               _ ("The list lacks the column that the saved mapping reads as: %s."),
               tj_mapping_get_field_label (self, field));
  return FALSE;
}

/**
 * tj_mapping_restore:
 *
 * Maps the columns as @saved has them; a field it does not name is not read. The row with the
 * headings it was saved for becomes the header; without one the header stays, and the columns are
 * found by their own headings.
 *
 * Returns: FALSE with HEADER, naming a field, when the list lacks a column of @saved; no
 *   column is then changed
 */
gboolean
tj_mapping_restore (TjMapping *self, JsonObject *saved, GError **error)
{
  const TjImportSource *source = tj_mapping_get_source (self);
  JsonNode *node = json_object_get_member (saved, "columns");
  JsonObject *columns
      = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonArray *headings = get_headings (saved);
  g_autofree int *found = g_new (int, source->n_fields);
  int header = tj_saved_mapping_find_header (saved, tj_mapping_get_table (self));

  if (header >= 0 && header != (int)tj_mapping_get_header (self))
    tj_mapping_set_header (self, header);
  for (guint field = 0; field < source->n_fields; field++)
    {
      const char *id = source->fields[field].id;

      found[field] = -1;
      if (columns == NULL || !json_object_has_member (columns, id))
        continue;
      found[field]
          = find_column (self, headings, json_object_get_int_member_with_default (columns, id, -1));
      if (found[field] < 0)
        return refuse_field (self, field, error);
    }
  for (guint field = 0; field < source->n_fields; field++)
    tj_mapping_set_column (self, field, -1);
  for (guint field = 0; field < source->n_fields; field++)
    tj_mapping_set_column (self, field, found[field]);
  return TRUE;
}
