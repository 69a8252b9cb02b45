/* The catalogue of activities: filled once with those of the chosen routine's municipality, and
 * then the municipality's own. */

#include "config.h"

#include "tj-catalogue-service.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GStrv
load_names (const char *routine_id)
{
  g_autofree char *path = g_strdup_printf ("/se/tjugo/Tjugo/activities/%s.txt", routine_id);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;

  /* A routine of the municipality's own comes without activities. */
  if (bytes == NULL)
    return g_new0 (char *, 1);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return g_strsplit (g_strchomp (text), "\n", -1);
}

static gint64
next_position (GPtrArray *items)
{
  gint64 position = 0;

  for (guint i = 0; i < items->len; i++)
    position = MAX (position, ((TjCatalogueItem *)items->pdata[i])->position);
  return position + 1;
}

static TjCatalogueItem *
find_name (GPtrArray *items, const char *name)
{
  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (((TjCatalogueItem *)items->pdata[i])->name, name))
      return items->pdata[i];
  return NULL;
}

/**
 * tj_catalogue_service_fill: adds the activities that come with a preset routine (tibro, lidkoping,
 * nordmaling), except those the catalogue has by name, in one change. Another routine's id adds
 * nothing.
 */
gboolean
tj_catalogue_service_fill (TjContext *context, const char *routine_id, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  g_auto (GStrv) names = load_names (routine_id);
  g_autoptr (GPtrArray) items = tj_catalogue_list (store, error);
  g_autoptr (TjChange) change = NULL;
  gint64 position;

  if (items == NULL || (change = tj_change_begin (store, "fill-catalogue", error)) == NULL)
    return FALSE;
  position = next_position (items);
  for (char **name = names; *name != NULL; name++)
    {
      TjCatalogueItem item = { .name = *name, .position = position };

      if (find_name (items, *name) != NULL)
        continue;
      if (!tj_catalogue_insert (change, &item, error))
        return FALSE;
      position++;
    }
  return tj_change_commit (change, error);
}

/**
 * tj_catalogue_service_list: the activities to choose from, in their order. Returns a new array of
 * TjCatalogueItem that owns its elements; NULL with `error` set.
 */
GPtrArray *
tj_catalogue_service_list (TjContext *context, gboolean with_retired, GError **error)
{
  GPtrArray *items = tj_catalogue_list (tj_context_get_store (context), error);

  for (guint i = items != NULL && !with_retired ? items->len : 0; i > 0; i--)
    if (((TjCatalogueItem *)items->pdata[i - 1])->is_retired)
      g_ptr_array_remove_index (items, i - 1);
  return items;
}

static char *
dup_clean (const char *name, GPtrArray *items, gint64 id, GError **error)
{
  g_autofree char *clean = g_strstrip (g_strdup (name));
  TjCatalogueItem *same = find_name (items, clean);

  if (*clean == '\0')
    tj_context_refuse (error, _ ("Give the activity a name."));
  else if (same != NULL && same->id != id)
    tj_context_refuse (error, _ ("There is an activity of that name already."));
  else
    return g_steal_pointer (&clean);
  return NULL;
}

/**
 * tj_catalogue_service_add: adds an activity, last.
 */
gboolean
tj_catalogue_service_add (TjContext *context, const char *name, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  g_autoptr (GPtrArray) items = tj_catalogue_list (store, error);
  g_autoptr (TjCatalogueItem) item = g_new0 (TjCatalogueItem, 1);
  g_autoptr (TjChange) change = NULL;

  if (items == NULL || (item->name = dup_clean (name, items, 0, error)) == NULL)
    return FALSE;
  item->position = next_position (items);
  change = tj_change_begin (store, "change-catalogue", error);
  return change != NULL && tj_catalogue_insert (change, item, error)
         && tj_change_commit (change, error);
}

static TjCatalogueItem *
find_id (GPtrArray *items, gint64 id, GError **error)
{
  for (guint i = 0; i < items->len; i++)
    if (((TjCatalogueItem *)items->pdata[i])->id == id)
      return items->pdata[i];
  tj_context_refuse (error, _ ("There is no such activity."));
  return NULL;
}

static gboolean
update_item (TjContext *context, TjCatalogueItem *item, GError **error)
{
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (context), "change-catalogue", error);

  return change != NULL && tj_catalogue_update (change, item, error)
         && tj_change_commit (change, error);
}

/**
 * tj_catalogue_service_rename: gives an activity another name, also where it has been used.
 */
gboolean
tj_catalogue_service_rename (TjContext *context, gint64 id, const char *name, GError **error)
{
  g_autoptr (GPtrArray) items = tj_catalogue_list (tj_context_get_store (context), error);
  TjCatalogueItem *item = items != NULL ? find_id (items, id, error) : NULL;
  char *clean = item != NULL ? dup_clean (name, items, id, error) : NULL;

  if (clean == NULL)
    return FALSE;
  g_free (item->name);
  item->name = clean;
  return update_item (context, item, error);
}

/**
 * tj_catalogue_service_retire: takes an activity from what is offered, or offers it again. What
 * it has been used for keeps it.
 */
gboolean
tj_catalogue_service_retire (TjContext *context, gint64 id, gboolean is_retired, GError **error)
{
  g_autoptr (GPtrArray) items = tj_catalogue_list (tj_context_get_store (context), error);
  TjCatalogueItem *item = items != NULL ? find_id (items, id, error) : NULL;

  if (item == NULL)
    return FALSE;
  item->is_retired = is_retired;
  return update_item (context, item, error);
}
