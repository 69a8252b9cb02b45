/* The mappings of each source, as one JSON list among the register's settings. Those with a name
 * are used when asked for; those without are remembered for the headings they were made for, and
 * the oldest of them goes when there are many. A mapping holds headings, never a row. */

#include "config.h"

#include "tj-mapping-service.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "tj-import-recognise.h"
#include "tj-mapping-json.h"
#include "tj-setting-keys.h"

/* How many lists of different headings are remembered for a source. */
#define REMEMBERED 12

/* The saved mappings of a source; empty when there are none. */
static JsonArray *
load (TjContext *context, const char *source, GError **error)
{
  g_autofree char *key = g_strconcat (TJ_SETTING_MAPPINGS, source, NULL);
  g_autoptr (GError) problem = NULL;
  g_autofree char *text = tj_context_dup_setting (context, key, &problem);
  g_autoptr (JsonNode) node = NULL;

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  /* What is not a list any more is as good as nothing: the headings still propose a mapping. */
  node = text != NULL ? json_from_string (text, NULL) : NULL;
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_dup_array (node)
                                                      : json_array_new ();
}

static gboolean
store (TjContext *context, const char *source, JsonArray *mappings, GError **error)
{
  g_autofree char *key = g_strconcat (TJ_SETTING_MAPPINGS, source, NULL);
  g_autoptr (JsonNode) node = json_node_init_array (json_node_alloc (), mappings);
  g_autofree char *text = json_to_string (node, FALSE);

  return tj_context_set_setting (context, key, text, error);
}

/* NULL for an element that is no mapping. */
static JsonObject *
get_saved (JsonArray *mappings, guint i)
{
  JsonNode *node = json_array_get_element (mappings, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gboolean
is_named (JsonObject *saved, const char *name)
{
  return saved != NULL && strcmp (tj_saved_mapping_get_name (saved), name) == 0;
}

/* The mapping saved as `name`; for "" one remembered for headings that `table` has. Returns its place,
 * or -1. */
static int
find (JsonArray *mappings, const char *name, const TjImportTable *table)
{
  for (guint i = 0; i < json_array_get_length (mappings); i++)
    {
      JsonObject *saved = get_saved (mappings, i);

      if (is_named (saved, name)
          && (name[0] != '\0' || tj_saved_mapping_find_header (saved, table) >= 0))
        return i;
    }
  return -1;
}

static void
forget_oldest (JsonArray *mappings)
{
  guint n = 0;

  for (guint i = json_array_get_length (mappings); i > 0; i--)
    {
      n += is_named (get_saved (mappings, i - 1), "");
      if (n > REMEMBERED)
        {
          json_array_remove_element (mappings, i - 1);
          n--;
        }
    }
}

/* Puts a mapping last in the list, in the place of the one it replaces. */
static gboolean
keep (TjContext *context, const TjMapping *mapping, const char *name, GError **error)
{
  const char *source = tj_mapping_get_source (mapping)->id;
  g_autoptr (JsonArray) mappings = load (context, source, error);
  g_autoptr (JsonNode) saved = json_node_new (JSON_NODE_OBJECT);
  int old;

  if (mappings == NULL)
    return FALSE;
  json_node_take_object (saved, tj_mapping_save (mapping, name));
  old = find (mappings, name, tj_mapping_get_table (mapping));
  if (old >= 0 && json_node_equal (json_array_get_element (mappings, old), saved))
    return TRUE;
  if (old >= 0)
    json_array_remove_element (mappings, old);
  json_array_add_element (mappings, g_steal_pointer (&saved));
  forget_oldest (mappings);
  return store (context, source, mappings, error);
}

/**
 * tj_mapping_service_list_names:
 * @source: the id of a kind of list
 *
 * Returns: (transfer full): the names of the mappings saved for it, NULL-terminated; NULL on failure
 */
char **
tj_mapping_service_list_names (TjContext *context, const char *source, GError **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (JsonArray) mappings = load (context, source, error);

  if (mappings == NULL)
    return NULL;
  for (guint i = 0; i < json_array_get_length (mappings); i++)
    {
      JsonObject *saved = get_saved (mappings, i);

      if (saved != NULL && !is_named (saved, ""))
        g_strv_builder_add (names, tj_saved_mapping_get_name (saved));
    }
  return g_strv_builder_end (names);
}

/**
 * tj_mapping_service_use:
 * @mapping: of a list that was read; its columns become those of the saved mapping
 * @name: under which it was saved for the same source
 *
 * Returns: FALSE with BAD_INPUT when there is no such mapping, or HEADER of #TjExchangeError when
 *   the list lacks a column of it
 */
gboolean
tj_mapping_service_use (TjContext *context, TjMapping *mapping, const char *name, GError **error)
{
  g_autoptr (JsonArray) mappings = load (context, tj_mapping_get_source (mapping)->id, error);
  int place;

  if (mappings == NULL)
    return FALSE;
  place = name[0] != '\0' ? find (mappings, name, tj_mapping_get_table (mapping)) : -1;
  if (place < 0)
    return tj_context_refuse (error, _ ("No mapping has been saved under this name."));
  return tj_mapping_restore (mapping, get_saved (mappings, place), error);
}

/**
 * tj_mapping_service_recall:
 * @mapping: of a list that was read
 * @is_recalled: (out) (optional): whether a mapping was remembered for its headings
 *
 * Maps the columns as they were when a list with the same headings was imported last. Without
 * such a list the mapping stays as the headings propose.
 *
 * Returns: FALSE with an error of the store
 */
gboolean
tj_mapping_service_recall (TjContext *context,
                           TjMapping *mapping,
                           gboolean *is_recalled,
                           GError **error)
{
  g_autoptr (JsonArray) mappings = load (context, tj_mapping_get_source (mapping)->id, error);
  int place;

  if (mappings == NULL)
    return FALSE;
  place = find (mappings, "", tj_mapping_get_table (mapping));
  if (is_recalled != NULL)
    *is_recalled = place >= 0;
  return place < 0 || tj_mapping_restore (mapping, get_saved (mappings, place), error);
}

/**
 * tj_mapping_service_recognise:
 * @source: (out) (transfer none) (nullable): the kind of list that @table was the last time its
 *   headings came, or that its headings tell; NULL when neither does
 *
 * Finds the kind of a list, also one whose headings say nothing to anybody but the user.
 *
 * Returns: FALSE with an error of the store
 */
gboolean
tj_mapping_service_recognise (TjContext *context,
                              const TjImportTable *table,
                              const TjImportSource **source,
                              GError **error)
{
  for (const char *const *id = tj_import_source_list_ids (); *id != NULL; id++)
    {
      g_autoptr (JsonArray) mappings = load (context, *id, error);

      if (mappings == NULL)
        return FALSE;
      if (find (mappings, "", table) < 0)
        continue;
      *source = tj_import_source_find (*id);
      return TRUE;
    }
  *source = tj_import_source_recognise (table, NULL);
  return TRUE;
}

/**
 * tj_mapping_service_save:
 * @name: what the user calls it; an earlier one of that name is replaced
 *
 * Keeps @mapping for lists of the same source.
 *
 * Returns: FALSE with BAD_INPUT for an empty name, HEADER of #TjExchangeError when a column is
 *   missing, or an error of the store
 */
gboolean
tj_mapping_service_save (TjContext *context,
                         const TjMapping *mapping,
                         const char *name,
                         GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));

  if (stripped[0] == '\0')
    return tj_context_refuse (error, _ ("Give the mapping a name."));
  return tj_mapping_check (mapping, error) && keep (context, mapping, stripped, error);
}

/**
 * tj_mapping_service_remember:
 *
 * Keeps @mapping for the next list of the same source with the same headings, when somebody has
 * changed what the headings proposed. To be called before the import, so that undoing takes the
 * import back first.
 *
 * Returns: FALSE with an error of the store
 */
gboolean
tj_mapping_service_remember (TjContext *context, const TjMapping *mapping, GError **error)
{
  return !tj_mapping_is_edited (mapping) || keep (context, mapping, "", error);
}

/**
 * tj_mapping_service_remove:
 *
 * Forgets the mapping saved as @name; one that is not there is no error.
 *
 * Returns: FALSE with an error of the store
 */
gboolean
tj_mapping_service_remove (TjContext *context, const char *source, const char *name, GError **error)
{
  g_autoptr (JsonArray) mappings = load (context, source, error);
  int place;

  g_return_val_if_fail (name[0] != '\0', FALSE);

  if (mappings == NULL)
    return FALSE;
  place = find (mappings, name, NULL);
  if (place < 0)
    return TRUE;
  json_array_remove_element (mappings, place);
  return store (context, source, mappings, error);
}
