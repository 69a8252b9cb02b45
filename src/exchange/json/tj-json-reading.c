/* Reading JSON that people edit: strictly, because a mistyped key would silently change what the
 * program does. An unknown key and a value of the wrong kind are refused with their place. `note`
 * is read over everywhere: it says where a value comes from. */

#include "config.h"

#include "tj-json-reading.h"

#include <glib/gi18n-lib.h>

/**
 * tj_json_reading_begin:
 * @what: what is read, as errors begin
 * @parser: must outlive the reading
 * @length: bytes of @json, −1 when NUL ends it
 *
 * Returns: (transfer none) (nullable): the object that @json is; NULL once there is an error
 */
JsonObject *
tj_json_reading_begin (TjJsonReading *self,
                       const char *what,
                       JsonParser *parser,
                       const char *json,
                       gssize length)
{
  g_autoptr (GError) syntax = NULL;
  JsonNode *root;

  *self = (TjJsonReading){ .what = what, .where = g_strdup (_ ("top level")) };
  if (!json_parser_load_from_data (parser, json, length, &syntax))
    tj_json_reading_refuse (self, "%s", syntax->message);
  root = self->error == NULL ? json_parser_get_root (parser) : NULL;
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return json_node_get_object (root);
  tj_json_reading_refuse (self, _ ("this is no JSON object"));
  return NULL;
}

/**
 * tj_json_reading_end:
 *
 * Returns: whether all was well; otherwise the error of format, which names the place
 */
gboolean
tj_json_reading_end (TjJsonReading *self, GError **error)
{
  g_clear_pointer (&self->where, g_free);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/**
 * tj_json_reading_refuse:
 * @format: what is wrong at the present place
 *
 * Notes the error, unless there is one.
 */
void
tj_json_reading_refuse (TjJsonReading *self, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  if (self->error != NULL)
    return;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (&self->error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_FORMAT,
               /* TRANSLATORS: what is read, the place in it, what is wrong there */
               _ ("%s, %s: %s"), self->what, self->where, what);
}

/**
 * tj_json_reading_enter:
 * @where: (transfer full): the place that is read from now on
 *
 * Says where the following errors are.
 */
void
tj_json_reading_enter (TjJsonReading *self, char *where)
{
  g_free (self->where);
  self->where = where;
}

/**
 * tj_json_reading_check_keys:
 * @known: the keys @object may have
 *
 * Refuses others.
 */
void
tj_json_reading_check_keys (TjJsonReading *self, JsonObject *object, const char *const *known)
{
  JsonObjectIter iter;
  const char *key;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &key, NULL))
    if (!g_strv_contains (known, key) && !g_str_equal (key, "note"))
      tj_json_reading_refuse (self, _ ("“%s” is not known here"), key);
}

/**
 * tj_json_reading_take_member:
 * @type: %JSON_TYPE_ARRAY, %JSON_TYPE_OBJECT or the type of a value
 *
 * Returns: (transfer none) (nullable): the member; NULL when there is none or an error
 */
JsonNode *
tj_json_reading_take_member (TjJsonReading *self,
                             JsonObject *object,
                             const char *key,
                             GType type,
                             gboolean required)
{
  JsonNode *node = self->error == NULL ? json_object_get_member (object, key) : NULL;

  if (node == NULL)
    {
      if (required)
        tj_json_reading_refuse (self, _ ("“%s” is missing"), key);
      return NULL;
    }
  if (type == JSON_TYPE_ARRAY ? !JSON_NODE_HOLDS_ARRAY (node)
      : type == JSON_TYPE_OBJECT
          ? !JSON_NODE_HOLDS_OBJECT (node)
          : !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != type)
    {
      tj_json_reading_refuse (self, _ ("“%s” is of the wrong kind"), key);
      return NULL;
    }
  return node;
}

/**
 * tj_json_reading_take_text:
 *
 * Returns: (transfer none) (nullable): the text of a member, which must not be empty
 */
const char *
tj_json_reading_take_text (TjJsonReading *self,
                           JsonObject *object,
                           const char *key,
                           gboolean required)
{
  JsonNode *node = tj_json_reading_take_member (self, object, key, G_TYPE_STRING, required);
  const char *text = node != NULL ? json_node_get_string (node) : NULL;

  if (text != NULL && text[0] == '\0')
    tj_json_reading_refuse (self, _ ("“%s” is empty"), key);
  return text;
}

/**
 * tj_json_reading_take_flag:
 *
 * Returns: whether a member is there and true
 */
gboolean
tj_json_reading_take_flag (TjJsonReading *self, JsonObject *object, const char *key)
{
  JsonNode *node = tj_json_reading_take_member (self, object, key, G_TYPE_BOOLEAN, FALSE);

  return node != NULL && json_node_get_boolean (node);
}

/**
 * tj_json_reading_take_objects:
 * @most: how many there may be; at least one must
 *
 * Returns: (transfer none) (nullable): the array @key of objects; NULL after an error
 */
JsonArray *
tj_json_reading_take_objects (TjJsonReading *self, JsonObject *object, const char *key, guint most)
{
  JsonNode *node = tj_json_reading_take_member (self, object, key, JSON_TYPE_ARRAY, TRUE);
  JsonArray *array = node != NULL ? json_node_get_array (node) : NULL;
  guint n = array != NULL ? json_array_get_length (array) : 0;

  if (array != NULL && (n == 0 || n > most))
    tj_json_reading_refuse (self, _ ("“%s” must have 1 to %u entries"), key, most);
  for (guint i = 0; i < n; i++)
    if (!JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
      tj_json_reading_refuse (self, _ ("“%s” is of the wrong kind"), key);
  return self->error == NULL ? array : NULL;
}
