/* A list that gives reason to look at a youth again leaves a follow-up, once. */

#include "config.h"

#include "tj-import-follow-up.h"

#include "tj-follow-up-repository.h"

#include <string.h>

static gboolean
is_waiting (GPtrArray *follow_ups, const char *reason)
{
  for (guint i = 0; i < follow_ups->len; i++)
    if (tj_follow_up_get_done_on (follow_ups->pdata[i]) == TJ_DATE_NONE
        && strcmp (tj_follow_up_get_reason (follow_ups->pdata[i]), reason) == 0)
      return TRUE;
  return FALSE;
}

/**
 * tj_import_follow_up_add:
 * @reason: translated; the same words are not set twice while they wait
 * @is_new: (out): whether it was not there already
 *
 * Sets a follow-up for a youth.
 *
 * Returns: FALSE with an error of the store
 */
gboolean
tj_import_follow_up_add (TjImportJob *job,
                         gint64 youth_id,
                         TjDate due,
                         const char *reason,
                         gboolean *is_new,
                         GError **error)
{
  g_autoptr (GPtrArray) known = tj_follow_ups_list (tj_import_job_get_store (job), youth_id, error);
  g_autoptr (TjFollowUp) follow_up = NULL;

  if (known == NULL)
    return FALSE;
  *is_new = !is_waiting (known, reason);
  if (!*is_new)
    return TRUE;
  follow_up = tj_follow_up_new (youth_id);
  tj_follow_up_set_due (follow_up, due);
  tj_follow_up_set_reason (follow_up, reason);
  return tj_follow_ups_insert (tj_import_job_get_change (job), follow_up, error) != 0;
}
