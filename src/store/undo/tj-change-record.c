/* What a change remembers of the rows it writes: for undo the rows as they were, for the audit tables,
 * numbers and names of fields, and whose agenda is to be planned anew. */

#include "config.h"

#include "tj-change-state.h"
#include "tj-undo-private.h"

/* Frees what a tally holds. */
void
tj_change_tally_clear (gpointer data)
{
  TjChangeTally *tally = data;

  g_ptr_array_unref (tally->fields);
}

/* Names are constants, mostly the same one. */
static gboolean
is_same_name (const char *a, const char *b)
{
  return a == b || g_str_equal (a, b);
}

static TjChangeTally *
get_tally (TjChange *self, const char *table)
{
  TjChangeTally tally = { .table = table };

  for (guint i = 0; i < self->tallies->len; i++)
    if (is_same_name (g_array_index (self->tallies, TjChangeTally, i).table, table))
      return &g_array_index (self->tallies, TjChangeTally, i);

  tally.fields = g_ptr_array_new ();
  g_array_append_val (self->tallies, tally);
  return &g_array_index (self->tallies, TjChangeTally, self->tallies->len - 1);
}

static gboolean
is_in_open_range (const TjChangeTally *tally, gint64 id)
{
  return tally->first_id != 0 && id >= tally->first_id && id <= tally->last_id;
}

/* Notes that a change is about a youth, among others or alone. */
void
tj_change_concern (TjChange *self, gint64 youth_id)
{
  if (self->youth_id == 0)
    self->youth_id = youth_id;
  else if (self->youth_id != youth_id)
    self->youth_id = -1;
}

/* The seq of an item is its place in the order of events; undo goes backwards. */
static gboolean
take_seq (TjChange *self, guint *seq, GError **error)
{
  TjConnection *connection = self->store->connection;

  if (self->undo_id == 0 && !tj_undo_next_id (connection, &self->undo_id, error))
    return FALSE;
  *seq = self->n_items++;
  return TRUE;
}

static gboolean
close_range (TjChange *self, TjChangeTally *tally, GError **error)
{
  if (tally->first_id == 0)
    return TRUE;
  return tj_undo_add_rows (self->store->connection, self->undo_id, tally->seq, tally->table,
                           tally->first_id, tally->last_id, error);
}

/**
 * tj_change_record_insert:
 * @table: a table's name
 * @id: the row that was inserted
 *
 * Lets undo and audit know of a row without entity.
 *
 * Returns: whether it is recorded
 */
gboolean
tj_change_record_insert (TjChange *self, const char *table, gint64 id, GError **error)
{
  TjChangeTally *tally = get_tally (self, table);

  tally->inserted++;
  if (!self->is_recorded)
    return TRUE;
  if (tally->first_id != 0 && id == tally->last_id + 1)
    {
      tally->last_id = id;
      return TRUE;
    }
  if (!close_range (self, tally, error) || !take_seq (self, &tally->seq, error))
    return FALSE;
  tally->first_id = tally->last_id = id;
  return TRUE;
}

/**
 * tj_change_record_row:
 * @event: what will happen to the row: an update or a delete
 * @table: a table's name
 * @id: the row, as it still is
 *
 * Keeps the row for undo, unless it came with this change: undoing its insert is enough.
 *
 * Returns: whether it is recorded
 */
gboolean
tj_change_record_row (TjChange *self,
                      TjRowEvent event,
                      const char *table,
                      gint64 id,
                      GError **error)
{
  TjChangeTally *tally = get_tally (self, table);
  guint seq;

  if (event == TJ_ROW_UPDATED)
    tally->updated++;
  else
    tally->deleted++;
  if (!self->is_recorded || is_in_open_range (tally, id))
    return TRUE;
  return take_seq (self, &seq, error)
         && tj_undo_add_image (self->store->connection, self->undo_id, seq, event, table, id,
                               error);
}

/**
 * tj_change_touch:
 * @youth_id: a youth
 *
 * Says that something the ladder or the lists depend on changed for a youth.
 */
void
tj_change_touch (TjChange *self, gint64 youth_id)
{
  tj_change_concern (self, youth_id);
  g_hash_table_add (self->touched, GSIZE_TO_POINTER ((gsize)youth_id));
}

/**
 * tj_change_get_connection:
 *
 * Returns: (transfer none): where the change's rows are written
 */
TjConnection *
tj_change_get_connection (TjChange *self)
{
  return self->store->connection;
}

/**
 * tj_change_get_store:
 *
 * Returns: (transfer none): the register that the change is of
 */
TjStore *
tj_change_get_store (TjChange *self)
{
  return self->store;
}

/**
 * tj_change_hold:
 * @size: how many bytes, the same at each call
 * @flush: writes what they gather; called at commit
 *
 * Returns: (transfer none): the change's own memory for @flush, zeros at first
 */
gpointer
tj_change_hold (TjChange *self, gsize size, TjChangeFlush flush)
{
  g_assert (self->flush == NULL || self->flush == flush);

  if (self->held == NULL)
    self->held = g_malloc0 (size);
  self->flush = flush;
  return self->held;
}

/* Notes the names of the fields in which a row before and after differ. */
void
tj_change_note_fields (TjChange *self, const char *table, gpointer before, gpointer after)
{
  TjChangeTally *tally = get_tally (self, table);
  TjEntityClass *klass = TJ_ENTITY_GET_CLASS (after);

  for (guint i = 0; i < klass->n_fields; i++)
    if (!tj_entity_field_equal (before, after, i)
        && !g_ptr_array_find (tally->fields, klass->fields[i].name, NULL))
      g_ptr_array_add (tally->fields, (gpointer)klass->fields[i].name);
}

/* Ends the undo record; a change without rows leaves none. */
gboolean
tj_change_write_undo (TjChange *self, GError **error)
{
  for (guint i = 0; i < self->tallies->len; i++)
    if (!close_range (self, &g_array_index (self->tallies, TjChangeTally, i), error))
      return FALSE;
  if (self->n_items == 0)
    return TRUE;
  return tj_undo_add_change (self->store->connection, self->undo_id, self->action,
                             MAX (self->youth_id, 0), error);
}

static void
append_count (GString *text, const char *table, char sign, guint n)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s %c%u", text->len > 0 ? ", " : "", table, sign, n);
}

/* As "contact +1, youth ~1 (phone, email)". */
char *
tj_change_describe (TjChange *self)
{
  GString *text = g_string_new (NULL);

  if (self->details != NULL)
    g_string_append (text, self->details);
  for (guint i = 0; self->details == NULL && i < self->tallies->len; i++)
    {
      TjChangeTally *tally = &g_array_index (self->tallies, TjChangeTally, i);

      append_count (text, tally->table, '+', tally->inserted);
      append_count (text, tally->table, '~', tally->updated);
      for (guint f = 0; f < tally->fields->len; f++)
        g_string_append_printf (text, "%s%s", f == 0 ? " (" : ", ",
                                (const char *)tally->fields->pdata[f]);
      if (tally->fields->len > 0)
        g_string_append_c (text, ')');
      append_count (text, tally->table, '-', tally->deleted);
    }
  return g_string_free (text, FALSE);
}
