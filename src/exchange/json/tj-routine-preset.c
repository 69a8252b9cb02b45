/* The routines that come with the program, out of its resources. */

#include "config.h"

#include "tj-routine-json.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

static const char *const preset_ids[] = { "tibro", "lidkoping", "nordmaling", NULL };

/**
 * tj_routine_preset_ids:
 *
 * Returns: (transfer none): the ids of the routines that come with the program, NULL last; the
 *   first is the one to offer
 */
const char *const *
tj_routine_preset_ids (void)
{
  return preset_ids;
}

/**
 * tj_routine_preset_dup_json:
 *
 * Returns: (transfer full): the preset's JSON, or NULL with %TJ_EXCHANGE_ERROR_UNKNOWN_SOURCE when
 *   there is none with that id
 */
char *
tj_routine_preset_dup_json (const char *id, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  if (!g_strv_contains (preset_ids, id))
    {
      g_autofree char *choice = g_strjoinv (", ", (char **)preset_ids);

      g_set_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_UNKNOWN_SOURCE,
                   _ ("There is no such outreach routine; it can be one of %s"), choice);
      return NULL;
    }

  path = g_strdup_printf ("/se/tjugo/Tjugo/routines/%s.json", id);
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
                       : NULL;
}

/**
 * tj_routine_preset_new:
 *
 * Returns: (transfer full): the preset, or NULL with an error as tj_routine_preset_dup_json()
 */
TjRoutine *
tj_routine_preset_new (const char *id, GError **error)
{
  g_autofree char *json = tj_routine_preset_dup_json (id, error);

  return json != NULL ? tj_routine_json_read (json, -1, error) : NULL;
}
