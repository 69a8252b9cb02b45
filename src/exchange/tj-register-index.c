/* The register by personal number and by open registration, read once when an import begins, so
 * that a row costs no query. */

#include "config.h"

#include "tj-register-index.h"

#include "tj-registration-repository.h"
#include "tj-youth-repository.h"

struct _TjRegisterIndex
{
  TjStore *store;
  GPtrArray *youths;
  GHashTable *by_id;         /* youth id → borrowed youth */
  GHashTable *by_number;     /* borrowed text of the youth → borrowed youth */
  GHashTable *open;          /* youth id → registration */
  GCancellable *cancellable; /* while it is read */
};

static gint64 *
box_id (gint64 id)
{
  gint64 *box = g_new (gint64, 1);

  *box = id;
  return box;
}

static gboolean
add_youth (TjYouth *youth, gpointer user_data)
{
  TjRegisterIndex *self = user_data;

  g_ptr_array_add (self->youths, g_object_ref (youth));
  g_hash_table_insert (self->by_id, box_id (tj_entity_get_id (youth)), youth);
  g_hash_table_insert (self->by_number, (gpointer)tj_youth_get_personal_number (youth), youth);
  return !g_cancellable_is_cancelled (self->cancellable);
}

/* Of several the latest, which comes last, counts. */
static gboolean
add_open (TjRegistration *registration, gpointer user_data)
{
  TjRegisterIndex *self = user_data;

  g_hash_table_insert (self->open, box_id (tj_registration_get_youth_id (registration)),
                       g_object_ref (registration));
  return !g_cancellable_is_cancelled (self->cancellable);
}

/**
 * tj_register_index_new:
 * @cancellable: (nullable): stops the reading
 *
 * Reads who is in the register of @store.
 *
 * Returns: (transfer full): the index, or NULL with an error of the store or CANCELLED
 */
TjRegisterIndex *
tj_register_index_new (TjStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (TjRegisterIndex) self = g_new0 (TjRegisterIndex, 1);

  self->store = g_object_ref (store);
  self->youths = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->by_number = g_hash_table_new (g_str_hash, g_str_equal);
  self->open = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->cancellable = cancellable;
  if (!tj_youths_foreach (store, add_youth, self, error)
      || !tj_registrations_foreach_open (store, add_open, self, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self->cancellable = NULL;
  return g_steal_pointer (&self);
}

/**
 * tj_register_index_free:
 *
 * Frees @self and its copies of the youths.
 */
void
tj_register_index_free (TjRegisterIndex *self)
{
  g_hash_table_unref (self->open);
  g_hash_table_unref (self->by_number);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->youths);
  g_object_unref (self->store);
  g_free (self);
}

/* Somebody who had the number before theirs was replaced. */
static gboolean
find_by_earlier_number (TjRegisterIndex *self,
                        const char *personal_number,
                        TjYouth **youth,
                        GError **error)
{
  g_autoptr (GError) cause = NULL;
  gint64 id = tj_youths_find (self->store, personal_number, &cause);

  if (id == 0 && !g_error_matches (cause, TJ_STORE_ERROR, TJ_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  *youth = id != 0 ? g_hash_table_lookup (self->by_id, &id) : NULL;
  return TRUE;
}

/**
 * tj_register_index_find:
 * @personal_number: twelve signs
 * @youth: (out) (transfer none) (nullable): who has that number, or else had it; NULL when nobody
 *
 * Returns: FALSE with an error of the store
 */
gboolean
tj_register_index_find (TjRegisterIndex *self,
                        const char *personal_number,
                        TjYouth **youth,
                        GError **error)
{
  *youth = g_hash_table_lookup (self->by_number, personal_number);
  if (*youth != NULL || self->youths->len == 0)
    return TRUE;
  return find_by_earlier_number (self, personal_number, youth, error);
}

/**
 * tj_register_index_find_open:
 *
 * Returns: (transfer none) (nullable): the youth's open registration
 */
TjRegistration *
tj_register_index_find_open (TjRegisterIndex *self, gint64 youth_id)
{
  return g_hash_table_lookup (self->open, &youth_id);
}

/**
 * tj_register_index_foreach_open:
 *
 * Calls @func for each youth with an open registration, in the order of their numbers.
 */
void
tj_register_index_foreach_open (TjRegisterIndex *self, TjRegisterIndexFunc func, gpointer user_data)
{
  for (guint i = 0; i < self->youths->len; i++)
    {
      TjYouth *youth = g_ptr_array_index (self->youths, i);
      gint64 id = tj_entity_get_id (youth);

      if (g_hash_table_contains (self->open, &id))
        func (youth, user_data);
    }
}
