/* What a command found, printed as a table, as JSON or as CSV. Commands build JSON once; the two
 * other forms are drawn from it, so that all three always say the same. Printed through stdio and
 * not g_print(), which would write each cell on its own. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static char *
dup_scalar (JsonNode *node)
{
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("");
  if (!JSON_NODE_HOLDS_VALUE (node))
    return json_to_string (node, FALSE);
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? _ ("yes") : _ ("no"));
  return json_to_string (node, FALSE);
}

static void
append_csv_cell (GString *line, const char *text)
{
  const gboolean quote = strpbrk (text, ";\"\r\n") != NULL;

  if (line->len > 0)
    g_string_append_c (line, ';');
  if (!quote)
    {
      g_string_append (line, text);
      return;
    }
  g_string_append_c (line, '"');
  for (const char *p = text; *p != '\0'; p++)
    g_string_append_len (line, *p == '"' ? "\"\"" : p, *p == '"' ? 2 : 1);
  g_string_append_c (line, '"');
}

static void
print_csv_row (gpointer row, gpointer unused)
{
  GPtrArray *cells = row;
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < cells->len; i++)
    append_csv_cell (line, g_ptr_array_index (cells, i));
  printf ("%s\n", line->str);
}

static int
column_width (GPtrArray *rows, guint column)
{
  glong width = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);

      width = MAX (width, g_utf8_strlen (g_ptr_array_index (row, column), -1));
    }
  return (int)width;
}

static void
print_table_row (GPtrArray *row, const int *widths)
{
  for (guint c = 0; c < row->len; c++)
    {
      const char *text = g_ptr_array_index (row, c);
      const int gap = widths[c] - (int)g_utf8_strlen (text, -1) + 2;

      printf ("%s%*s", text, c + 1 < row->len ? gap : 0, "");
    }
  printf ("\n");
}

static void
print_aligned (GPtrArray *rows)
{
  GPtrArray *head = g_ptr_array_index (rows, 0);
  g_autofree int *widths = g_new0 (int, head->len + 1);

  for (guint c = 0; c < head->len; c++)
    widths[c] = column_width (rows, c);
  for (guint r = 0; r < rows->len; r++)
    print_table_row (g_ptr_array_index (rows, r), widths);
}

static GPtrArray *
new_head (JsonObject *object)
{
  GPtrArray *head = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    g_ptr_array_add (head, g_strdup (l->data));
  return head;
}

static GPtrArray *
new_row (JsonObject *object, GPtrArray *head)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < head->len; i++)
    g_ptr_array_add (row,
                     dup_scalar (json_object_get_member (object, g_ptr_array_index (head, i))));
  return row;
}

/* The rows of an array of objects, the first row being its keys; NULL when it is empty. */
static GPtrArray *
new_rows (JsonArray *array)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  guint n = json_array_get_length (array);

  if (n == 0 || !JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, 0)))
    return NULL;
  g_ptr_array_add (rows, new_head (json_array_get_object_element (array, 0)));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (
        rows, new_row (json_array_get_object_element (array, i), g_ptr_array_index (rows, 0)));
  return g_steal_pointer (&rows);
}

static void
print_array (JsonArray *array, gboolean csv)
{
  g_autoptr (GPtrArray) rows = new_rows (array);

  if (rows != NULL && csv)
    g_ptr_array_foreach (rows, print_csv_row, NULL);
  else if (rows != NULL)
    print_aligned (rows);
}

static void
print_member (const char *name, JsonNode *value, gboolean csv)
{
  g_autofree char *text = NULL;

  if (JSON_NODE_HOLDS_ARRAY (value))
    {
      printf ("\n%s (%u)\n", name, json_array_get_length (json_node_get_array (value)));
      print_array (json_node_get_array (value), csv);
      return;
    }
  text = dup_scalar (value);
  if (csv)
    printf ("%s;%s\n", name, text);
  else
    printf ("%s: %s\n", name, text);
}

static void
print_object (JsonObject *object, gboolean csv)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    print_member (l->data, json_object_get_member (object, l->data), csv);
}

static void
print_json (JsonNode *root)
{
  g_autofree char *text = json_to_string (root, TRUE);

  printf ("%s\n", text);
}

/**
 * tj_cli_print: prints what `builder` holds in the form the user asked for (table unless told).
 * Returns TJ_EXIT_DONE.
 */
TjExit
tj_cli_print (TjCli *cli, JsonBuilder *builder, GError **error)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  const gboolean csv = g_strcmp0 (cli->format, "csv") == 0;

  if (g_strcmp0 (cli->format, "json") == 0)
    print_json (root);
  else if (JSON_NODE_HOLDS_ARRAY (root))
    print_array (json_node_get_array (root), csv);
  else
    print_object (json_node_get_object (root), csv);
  return TJ_EXIT_DONE;
}
