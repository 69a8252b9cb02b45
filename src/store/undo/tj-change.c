/* One transaction for one thing somebody did. While rows are written it gathers what undo needs
 * (rows as they were), what the audit tells (tables and field names, never values) and whose
 * agenda is to be planned anew; the commit writes all of that with the rows or nothing at all. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tj-audit-private.h"
#include "tj-change-state.h"
#include "tj-planner.h"

static TjChange *
begin (TjStore *store, const char *action, const char *details, gboolean recorded, GError **error)
{
  TjChange *self;

  if (!tj_store_check_open (store, error))
    return NULL;
  if (store->change != NULL)
    {
      g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_BUSY,
                           _ ("Another change is under way"));
      return NULL;
    }
  if (!tj_store_begin (store, error))
    return NULL;

  self = g_new0 (TjChange, 1);
  self->store = g_object_ref (store);
  self->action = g_strdup (action);
  self->details = g_strdup (details);
  self->is_recorded = recorded;
  self->tallies = g_array_new (FALSE, FALSE, sizeof (TjChangeTally));
  g_array_set_clear_func (self->tallies, tj_change_tally_clear);
  self->touched = g_hash_table_new (NULL, NULL);
  self->new_youths = g_array_new (FALSE, FALSE, sizeof (TjNewYouth));
  self->row = g_byte_array_new ();
  store->change = self;
  return self;
}

/**
 * tj_change_begin:
 * @action: what is done, in a lower-case word or two for the audit: "contact", "import-ist"
 *
 * Begins a change: a transaction that takes the register's rows, their undo record, the audit's
 * row and the agenda together.
 *
 * Returns: (transfer full): the change, or NULL with %TJ_STORE_ERROR_BUSY inside another one
 */
TjChange *
tj_change_begin (TjStore *store, const char *action, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store) && action != NULL, NULL);

  return begin (store, action, NULL, TRUE, error);
}

/**
 * tj_change_begin_unrecorded:
 *
 * Begins a change that keeps nothing for undo: an undo or a redo.
 *
 * Returns: (transfer full): the change, or NULL as tj_change_begin()
 */
TjChange *
tj_change_begin_unrecorded (TjStore *store, const char *action, const char *details, GError **error)
{
  return begin (store, action, details, FALSE, error);
}

static gint
compare_ids (gconstpointer a, gconstpointer b)
{
  gsize x = *(const gsize *)a, y = *(const gsize *)b;

  return (x > y) - (x < y);
}

/* So many that nobody touched are planned along rather than the tables be searched once more. */
#define SMALL_GAP 8

/* In the order of ids, so that neighbours are read and written together. */
static gboolean
plan_touched (TjChange *self, GError **error)
{
  guint n;
  g_autofree gpointer *ids = g_hash_table_get_keys_as_array (self->touched, &n);

  qsort (ids, n, sizeof *ids, compare_ids);
  for (guint i = 0, next; i < n; i = next)
    {
      for (next = i + 1; next < n; next++)
        if (GPOINTER_TO_SIZE (ids[next]) - GPOINTER_TO_SIZE (ids[next - 1]) > SMALL_GAP)
          break;
      if (!tj_planner_plan_youths (self->store, (gint64)GPOINTER_TO_SIZE (ids[i]),
                                   (gint64)GPOINTER_TO_SIZE (ids[next - 1]), error))
        return FALSE;
    }

  /* Without a routine nothing could be planned: the next one plans everybody. */
  if (self->store->routine == NULL && self->youth_id != 0)
    return tj_planner_forget_routine (self->store, error);
  return TRUE;
}

static gboolean
write_audit (TjChange *self, GError **error)
{
  g_autofree char *details = tj_change_describe (self);

  return tj_audit_append (self->store, self->action, MAX (self->youth_id, 0), details, error);
}

/* From here on the connection is nobody else's. */
static gboolean
end_writing (TjChange *self, GError **error)
{
  gboolean is_good;

  if (self->writer == NULL)
    return TRUE;
  tj_writer_settle (self->writer);
  is_good = tj_writer_check (self->writer, error);
  g_clear_pointer (&self->writer, tj_writer_free);
  return is_good;
}

/**
 * tj_change_commit:
 * @change: a change that was not committed yet
 *
 * Makes the change durable and tells the store's listeners. When it fails everything is as before
 * tj_change_begin().
 *
 * Returns: whether it is written to the disk
 */
gboolean
tj_change_commit (TjChange *change, GError **error)
{
  g_autoptr (TjStore) store = NULL;
  gboolean is_written;

  g_return_val_if_fail (change != NULL && change->store != NULL, FALSE);

  is_written = end_writing (change, error)
               && (change->flush == NULL || change->flush (change, change->held, error))
               && plan_touched (change, error) && tj_change_write_undo (change, error)
               && write_audit (change, error);
  store = g_steal_pointer (&change->store);
  store->change = NULL;
  if (!tj_store_finish (store, is_written, is_written ? error : NULL) || !is_written)
    return FALSE;

  /* A change that only wrote to the log is no news to anybody's list. */
  if (change->tallies->len > 0 || change->details != NULL)
    tj_store_emit_changed (store, MAX (change->youth_id, 0));
  return TRUE;
}

/**
 * tj_change_free:
 * @change: (transfer full): a change
 *
 * Frees it. When it was not committed nothing of it remains.
 */
void
tj_change_free (TjChange *change)
{
  /* Whoever gives up has been told, or does not want to know. */
  end_writing (change, NULL);
  if (change->store != NULL)
    {
      change->store->change = NULL;
      /* A rollback fails only when SQLite has rolled back already. */
      tj_store_finish (change->store, FALSE, NULL);
    }
  g_free (change->action);
  g_free (change->details);
  g_array_unref (change->tallies);
  g_hash_table_unref (change->touched);
  g_array_unref (change->new_youths);
  g_byte_array_unref (change->row);
  g_clear_object (&change->store);
  g_free (change->held);
  g_free (change);
}
