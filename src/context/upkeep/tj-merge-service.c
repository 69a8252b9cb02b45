/* Finding rows that may be of the same person, and making one of two that are. */

#include "config.h"

#include "tj-merge-service.h"

#include <glib/gi18n-lib.h>

#include "tj-merge.h"
#include "tj-name-match.h"
#include "tj-shared-numbers.h"
#include "tj-youth-repository.h"

/* Youths by the day of birth, and the pairs found. */
typedef struct
{
  GHashTable *by_birth; /* TjDate → GPtrArray of TjYouth */
  GArray *pairs;
} Search;

static gboolean
is_listed (GArray *pairs, gint64 a, gint64 b)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const TjDuplicate *pair = &g_array_index (pairs, TjDuplicate, i);

      if ((pair->first_id == a && pair->second_id == b)
          || (pair->first_id == b && pair->second_id == a))
        return TRUE;
    }
  return FALSE;
}

static void
add_pair (Search *search, gint64 first_id, gint64 second_id, gboolean by_number)
{
  TjDuplicate pair = { MIN (first_id, second_id), MAX (first_id, second_id), by_number };

  if (!is_listed (search->pairs, first_id, second_id))
    g_array_append_val (search->pairs, pair);
}

static void
on_shared_number (gint64 youth_id, gint64 other_id, gpointer user_data)
{
  add_pair (user_data, youth_id, other_id, TRUE);
}

/* That a name is like a protected person's would tell it. */
static gboolean
on_youth (TjYouth *youth, gpointer user_data)
{
  Search *search = user_data;
  gpointer key = GUINT_TO_POINTER (tj_youth_get_birth (youth));
  GPtrArray *twins;

  if (tj_youth_is_protected (youth) || tj_youth_get_birth (youth) == TJ_DATE_NONE)
    return TRUE;

  twins = g_hash_table_lookup (search->by_birth, key);
  if (twins == NULL)
    {
      twins = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (search->by_birth, key, twins);
    }
  for (guint i = 0; i < twins->len; i++)
    {
      TjYouth *other = twins->pdata[i];

      if (tj_name_is_similar (tj_youth_get_family_name (youth), tj_youth_get_given_name (youth),
                              tj_youth_get_family_name (other), tj_youth_get_given_name (other)))
        add_pair (search, tj_entity_get_id (youth), tj_entity_get_id (TJ_ENTITY (other)), FALSE);
    }
  g_ptr_array_add (twins, g_object_ref (youth));
  return TRUE;
}

/**
 * tj_merge_service_propose: the pairs of rows that may be of one person: those of whom one has a
 * number that the other had, then those born on one day with similar names. Protected persons are
 * only among the former. Returns a new array of TjDuplicate; NULL with `error` set.
 */
GArray *
tj_merge_service_propose (TjContext *context, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  g_autoptr (GHashTable) by_birth
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (TjDuplicate));
  Search search = { by_birth, pairs };

  if (!tj_shared_numbers_foreach (store, on_shared_number, &search, error)
      || !tj_youths_foreach (store, on_youth, &search, error))
    return NULL;
  return g_steal_pointer (&pairs);
}

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
