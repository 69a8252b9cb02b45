/* The register by personal number and by open registration, read once when an import begins, so
 * that a row costs no query. */

#include "config.h"

#include "tj-register-index.h"

#include "tj-registration-repository.h"
#include "tj-youth-repository.h"

struct _TjRegisterIndex
{
  GPtrArray *youths;
  GHashTable *by_id;         /* youth id → borrowed youth */
  GHashTable *by_number;     /* borrowed text of the youth → borrowed youth */
  GHashTable *by_earlier;    /* a number that was replaced → borrowed youth */
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

static gboolean
add_earlier_number (const char *personal_number, gint64 youth_id, gpointer user_data)
{
  TjRegisterIndex *self = user_data;
  TjYouth *youth = g_hash_table_lookup (self->by_id, &youth_id);

  if (youth != NULL && !g_hash_table_contains (self->by_earlier, personal_number))
    g_hash_table_insert (self->by_earlier, g_strdup (personal_number), youth);
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

  self->youths = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->by_number = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_earlier = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->open = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->cancellable = cancellable;
  if (!tj_youths_foreach (store, add_youth, self, error)
      || !tj_youths_foreach_earlier_number (store, add_earlier_number, self, error)
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
  g_hash_table_unref (self->by_earlier);
  g_hash_table_unref (self->by_number);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->youths);
  g_free (self);
}

/**
 * tj_register_index_find:
 * @personal_number: twelve signs
 *
 * Returns: (transfer none) (nullable): who has that number, or else had it; NULL when nobody
 */
TjYouth *
tj_register_index_find (TjRegisterIndex *self, const char *personal_number)
{
  TjYouth *youth = g_hash_table_lookup (self->by_number, personal_number);

  return youth != NULL ? youth : g_hash_table_lookup (self->by_earlier, personal_number);
}

/**
 * tj_register_index_get:
 *
 * Returns: (transfer none) (nullable): the youth with this id
 */
TjYouth *
tj_register_index_get (TjRegisterIndex *self, gint64 youth_id)
{
  return g_hash_table_lookup (self->by_id, &youth_id);
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
