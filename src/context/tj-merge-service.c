/* Making one of two rows that turned out to be the same person. */

#include "config.h"

#include "tj-merge-service.h"

#include <glib/gi18n-lib.h>

#include "tj-merge.h"

/**
 * tj_merge_service_merge: moves all history of `other_id` to `kept_id` and takes the other row away,
 * in one change that undo takes back whole. The better number stays (personal before coordination
 * before temporary), the other is found as an earlier one; of two open registrations the one that
 * began first stays.
 */
gboolean
tj_merge_service_merge (TjContext *context, gint64 kept_id, gint64 other_id, GError **error)
{
  g_autoptr (TjChange) change = NULL;

  if (kept_id == other_id)
    return tj_context_refuse (error, _ ("Both numbers are of the same youth already."));
  change = tj_change_begin (tj_context_get_store (context), "merge", error);
  return change != NULL && tj_youths_merge (change, kept_id, other_id, error)
         && tj_change_commit (change, error);
}
