/* Saved filters as the register keeps them: one setting, JSON with the words of the code lists. To
 * keep or remove one is a change like any other, and can be undone. */

#include "config.h"

#include "tj-saved-filter.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "tj-setting-keys.h"

/* More would not be found again in a sidebar. */
#define MOST_FILTERS 30

static int
read_code (JsonObject *object, const char *key, const TjCodeList *codes)
{
  int value = -1;

  tj_code_parse (codes, json_object_get_string_member_with_default (object, key, ""), &value);
  return value;
}

static guint
read_number (JsonObject *object, const char *key)
{
  return (guint)CLAMP (json_object_get_int_member_with_default (object, key, 0), 0, 100000);
}

static char *
dup_text (JsonObject *object, const char *key)
{
  return g_strdup (json_object_get_string_member_with_default (object, key, ""));
}

static gboolean
read_flag (JsonObject *object, const char *key)
{
  return json_object_get_boolean_member_with_default (object, key, FALSE);
}

static TjSavedFilter *
read_filter (JsonObject *object)
{
  TjSavedFilter *filter = g_new0 (TjSavedFilter, 1);

  filter->id = json_object_get_int_member_with_default (object, "id", 0);
  filter->name = dup_text (object, "name");
  filter->status = read_code (object, "status", &tj_statuses);
  filter->step = dup_text (object, "step");
  filter->background = read_code (object, "background", &tj_backgrounds);
  filter->occupation = read_code (object, "occupation", &tj_occupations);
  filter->min_age = read_number (object, "min_age");
  filter->max_age = read_number (object, "max_age");
  filter->since = tj_date_parse (json_object_get_string_member_with_default (object, "since", ""));
  filter->within = read_number (object, "within");
  filter->is_overdue = read_flag (object, "overdue");
  filter->is_minor = read_flag (object, "minor");
  filter->lacks_details = read_flag (object, "lacks_details");
  filter->lacks_contact = read_flag (object, "lacks_contact");
  return filter;
}

static void
set_text (JsonObject *object, const char *key, const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, key, text);
}

static void
set_code (JsonObject *object, const char *key, const TjCodeList *codes, int value)
{
  if (value >= 0)
    json_object_set_string_member (object, key, tj_code_word (codes, value));
}

static void
set_number (JsonObject *object, const char *key, guint number)
{
  if (number > 0)
    json_object_set_int_member (object, key, number);
}

static void
set_flag (JsonObject *object, const char *key, gboolean flag)
{
  if (flag)
    json_object_set_boolean_member (object, key, TRUE);
}

static JsonObject *
write_filter (const TjSavedFilter *filter)
{
  JsonObject *object = json_object_new ();
  char since[TJ_DATE_BUFFER];

  json_object_set_int_member (object, "id", filter->id);
  json_object_set_string_member (object, "name", filter->name);
  set_code (object, "status", &tj_statuses, filter->status);
  set_text (object, "step", filter->step);
  set_code (object, "background", &tj_backgrounds, filter->background);
  set_code (object, "occupation", &tj_occupations, filter->occupation);
  set_number (object, "min_age", filter->min_age);
  set_number (object, "max_age", filter->max_age);
  if (filter->since != TJ_DATE_NONE)
    set_text (object, "since", tj_date_write (filter->since, since));
  set_number (object, "within", filter->within);
  set_flag (object, "overdue", filter->is_overdue);
  set_flag (object, "minor", filter->is_minor);
  set_flag (object, "lacks_details", filter->lacks_details);
  set_flag (object, "lacks_contact", filter->lacks_contact);
  return object;
}

static gboolean
store_filters (TjContext *context, GPtrArray *filters, GError **error)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  g_autofree char *text = NULL;

  for (guint i = 0; i < filters->len; i++)
    json_array_add_object_element (array, write_filter (filters->pdata[i]));
  json_node_set_array (root, array);
  text = json_to_string (root, FALSE);
  return tj_context_set_setting (context, TJ_SETTING_FILTERS, text, error);
}

static guint
find_index (GPtrArray *filters, gint64 id)
{
  guint i = 0;

  while (i < filters->len && ((TjSavedFilter *)filters->pdata[i])->id != id)
    i++;
  return i;
}

/**
 * tj_saved_filters_load: the register's filters in the order in which they were made. Returns a new
 * array of TjSavedFilter that owns its elements; NULL with `error` set.
 */
GPtrArray *
tj_saved_filters_load (TjContext *context, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *text = tj_context_dup_setting (context, TJ_SETTING_FILTERS, &problem);
  g_autoptr (JsonNode) root = NULL;
  GPtrArray *filters;

  if (problem == NULL && text != NULL)
    root = json_from_string (text, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  filters = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_saved_filter_free);
  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    return filters;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (root)); i++)
    {
      JsonNode *node = json_array_get_element (json_node_get_array (root), i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        g_ptr_array_add (filters, read_filter (json_node_get_object (node)));
    }
  return filters;
}

/**
 * tj_saved_filters_find: the filter with this id. Returns a new one; NULL, without `error`, when it
 * was removed.
 */
TjSavedFilter *
tj_saved_filters_find (TjContext *context, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) filters = tj_saved_filters_load (context, error);
  guint index = filters != NULL ? find_index (filters, id) : 0;

  if (filters == NULL || index == filters->len)
    return NULL;
  return tj_saved_filter_copy (filters->pdata[index]);
}

/**
 * tj_saved_filters_check: whether the filter can be kept: it has a name that no other has, and its
 * ages make a span. `error` says what to change.
 */
gboolean
tj_saved_filters_check (TjContext *context, const TjSavedFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) filters = tj_saved_filters_load (context, error);

  if (filters == NULL)
    return FALSE;
  if (*filter->name == '\0')
    return tj_context_refuse (error, _ ("Give the filter a name."));
  if (filter->max_age > 0 && filter->min_age > filter->max_age)
    return tj_context_refuse (error, _ ("The lowest age is above the highest."));
  if (filter->id == 0 && filters->len >= MOST_FILTERS)
    return tj_context_refuse (error, _ ("There are 30 filters already. Remove one first."));
  for (guint i = 0; i < filters->len; i++)
    {
      const TjSavedFilter *other = filters->pdata[i];

      if (other->id != filter->id && g_str_equal (other->name, filter->name))
        return tj_context_refuse (error, _ ("Another filter has this name. Choose another."));
    }
  return TRUE;
}

/**
 * tj_saved_filters_save: checks and keeps a filter; a new one is told its id.
 */
gboolean
tj_saved_filters_save (TjContext *context, TjSavedFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) filters = NULL;
  TjSavedFilter *kept = NULL;
  gint64 id = 0;

  if (!tj_saved_filters_check (context, filter, error)
      || (filters = tj_saved_filters_load (context, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < filters->len; i++)
    id = MAX (id, ((TjSavedFilter *)filters->pdata[i])->id);
  kept = tj_saved_filter_copy (filter);
  kept->id = filter->id != 0 ? filter->id : id + 1;
  id = kept->id;
  if (find_index (filters, id) < filters->len)
    {
      guint index = find_index (filters, id);

      tj_saved_filter_free (filters->pdata[index]);
      filters->pdata[index] = kept;
    }
  else
    {
      g_ptr_array_add (filters, kept);
    }
  if (!store_filters (context, filters, error))
    return FALSE;
  filter->id = id;
  return TRUE;
}

/**
 * tj_saved_filters_remove: removes a filter; the youths it chose stay where they are.
 */
gboolean
tj_saved_filters_remove (TjContext *context, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) filters = tj_saved_filters_load (context, error);

  if (filters == NULL)
    return FALSE;
  if (find_index (filters, id) < filters->len)
    g_ptr_array_remove_index (filters, find_index (filters, id));
  return store_filters (context, filters, error);
}
