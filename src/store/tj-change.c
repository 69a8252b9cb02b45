/* One transaction for one thing somebody did. While rows are written it gathers what undo needs
 * (rows as they were), what the audit tells (tables and field names, never values) and whose
 * agenda is to be planned anew; the commit writes all of that with the rows or nothing at all.
 *
 * A youth that comes with the change is remembered with the few facts a ladder starts from, so
 * that an import of many plans each one as its registration arrives, without reading back. */

#include "config.h"

#include "tj-change-private.h"

#include <glib/gi18n-lib.h>

#include "tj-audit-private.h"
#include "tj-planner.h"
#include "tj-registration.h"
#include "tj-undo-private.h"
#include "tj-writer.h"
#include "tj-youth.h"

/* What happened in one table. Inserted rows come in ranges of ids; the latest stays open. */
typedef struct
{
  const char *table;
  guint inserted, updated, deleted;
  GPtrArray *fields; /* names that were updated */
  gint64 first_id, last_id;
  guint seq;
} Tally;

typedef struct
{
  TjDate birth;
  gboolean has_details;
  gboolean is_protected;
  gboolean is_planned;
} NewYouth;

struct _TjChange
{
  TjStore *store; /* NULL once it is committed or has failed to be */
  char *action;
  char *details; /* NULL: told by the tallies */
  gboolean is_recorded;
  gint64 undo_id;
  guint n_items;
  GArray *tallies;
  GHashTable *touched; /* youth ids whose agenda is to be planned anew */
  gint64 youth_id;     /* the only one concerned; 0 none, -1 several */
  GArray *new_youths;  /* NewYouth, of consecutive ids */
  gint64 first_new_id;
  TjWriter *writer;            /* once there are many */
  gint64 next_registration_id; /* for the writer; 0: to be looked up */
  GByteArray *row;             /* for the writer */
  gpointer held;
  TjChangeFlush flush;
};

static void
tally_clear (gpointer data)
{
  Tally *tally = data;

  g_ptr_array_unref (tally->fields);
}

/* Names are constants, mostly the same one. */
static gboolean
is_same_name (const char *a, const char *b)
{
  return a == b || g_str_equal (a, b);
}

static Tally *
get_tally (TjChange *self, const char *table)
{
  Tally tally = { .table = table };

  for (guint i = 0; i < self->tallies->len; i++)
    if (is_same_name (g_array_index (self->tallies, Tally, i).table, table))
      return &g_array_index (self->tallies, Tally, i);

  tally.fields = g_ptr_array_new ();
  g_array_append_val (self->tallies, tally);
  return &g_array_index (self->tallies, Tally, self->tallies->len - 1);
}

static gboolean
is_in_open_range (const Tally *tally, gint64 id)
{
  return tally->first_id != 0 && id >= tally->first_id && id <= tally->last_id;
}

static void
concern (TjChange *self, gint64 youth_id)
{
  if (self->youth_id == 0)
    self->youth_id = youth_id;
  else if (self->youth_id != youth_id)
    self->youth_id = -1;
}

static NewYouth *
find_new_youth (TjChange *self, gint64 youth_id)
{
  gint64 position = youth_id - self->first_new_id;

  if (position < 0 || position >= (gint64)self->new_youths->len)
    return NULL;
  return &g_array_index (self->new_youths, NewYouth, position);
}

static void
remember_new_youth (TjChange *self, TjYouth *youth)
{
  gint64 id = tj_entity_get_id (youth);
  NewYouth new_youth = {
    .birth = tj_youth_get_birth (youth),
    .has_details = tj_youth_has_details (youth),
    .is_protected = tj_youth_is_protected (youth),
  };

  if (self->new_youths->len > 0 && id != self->first_new_id + (gint64)self->new_youths->len)
    return;
  if (self->new_youths->len == 0)
    self->first_new_id = id;
  g_array_append_val (self->new_youths, new_youth);
}

/* The first registration of a youth that came with this change says all there is to plan from. */
static gboolean
plan_new_youth (TjChange *self, NewYouth *youth, TjRegistration *registration, GError **error)
{
  TjLadderFacts facts = {
    .birth = youth->birth,
    .registered_on = tj_registration_get_registered_on (registration),
    .background = (TjBackground)tj_registration_get_background (registration),
    .has_details = youth->has_details,
    .is_protected = youth->is_protected,
  };

  youth->is_planned = TRUE;
  return tj_planner_plan_new (self->store, tj_registration_get_youth_id (registration), &facts,
                              self->writer, error);
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
close_range (TjChange *self, Tally *tally, GError **error)
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
  Tally *tally = get_tally (self, table);

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
  Tally *tally = get_tally (self, table);
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
  concern (self, youth_id);
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

static gint64
get_youth_id (gpointer entity)
{
  if (TJ_IS_YOUTH (entity))
    return tj_entity_get_id (entity);
  /* Of everything that belongs to a youth, the first field says to whom. */
  return tj_entity_get_number (entity, TJ_ENTITY_GET_CLASS (entity)->fields);
}

/* From so many new youths on, rows are written on a thread of their own. */
#define MANY_YOUTHS 256

static gboolean
is_first_registration (TjChange *self, gpointer entity)
{
  NewYouth *youth;

  if (!TJ_IS_REGISTRATION (entity) || !tj_registration_is_open (TJ_REGISTRATION (entity)))
    return FALSE;
  youth = find_new_youth (self, get_youth_id (entity));
  return youth != NULL && !youth->is_planned;
}

static gboolean
look_up_registration_id (TjChange *self, GError **error)
{
  g_autoptr (TjStatement) select = tj_statement_new (
      self->store->connection, "SELECT coalesce (max (id), 0) + 1 FROM registration", error);

  if (select == NULL || tj_statement_step (select, error) != TJ_STATEMENT_ROW)
    return FALSE;
  self->next_registration_id = tj_statement_get_number (select, 0);
  return TRUE;
}

/* What id the row gets; the writer is told, as it writes only later. */
static gboolean
give_id (TjChange *self, gpointer entity, GError **error)
{
  if (TJ_IS_YOUTH (entity))
    {
      tj_entity_set_id (entity, self->first_new_id + self->new_youths->len);
      return TRUE;
    }
  if (self->next_registration_id == 0 && !look_up_registration_id (self, error))
    return FALSE;
  tj_entity_set_id (entity, self->next_registration_id++);
  return TRUE;
}

static gboolean
insert_row (TjChange *self, TjTable *table, gpointer entity, GError **error)
{
  gboolean is_youth = TJ_IS_YOUTH (entity);

  if (is_youth && self->writer == NULL && self->new_youths->len >= MANY_YOUTHS)
    self->writer = tj_writer_new (self->store->connection);
  if (self->writer == NULL || !(is_youth || is_first_registration (self, entity)))
    {
      self->next_registration_id = 0;
      return tj_table_insert (table, self->store->connection, entity, error);
    }

  if (!tj_writer_check (self->writer, error) || !give_id (self, entity, error))
    return FALSE;
  tj_table_pack (table, tj_entity_get_id (entity), entity, self->row);
  tj_writer_insert (self->writer, tj_table_prepare (table)->insert, self->row);
  return TRUE;
}

/**
 * tj_change_insert:
 * @entity: a new entity
 *
 * Inserts @entity with all that goes with it. In a change with very many new youths a row that
 * the schema refuses is told of a little later, at the latest by the commit.
 *
 * Returns: whether it is in
 */
gboolean
tj_change_insert (TjChange *self, TjTable *table, gpointer entity, GError **error)
{
  gint64 youth_id;

  if (!insert_row (self, table, entity, error)
      || !tj_change_record_insert (self, table->name, tj_entity_get_id (entity), error))
    return FALSE;

  youth_id = get_youth_id (entity);
  if (TJ_IS_YOUTH (entity))
    {
      concern (self, youth_id);
      remember_new_youth (self, TJ_YOUTH (entity));
      return TRUE;
    }
  if (is_first_registration (self, entity))
    return plan_new_youth (self, find_new_youth (self, youth_id), TJ_REGISTRATION (entity), error);

  tj_change_touch (self, youth_id);
  return TRUE;
}

static void
note_fields (Tally *tally, gpointer before, gpointer after)
{
  TjEntityClass *klass = TJ_ENTITY_GET_CLASS (after);

  for (guint i = 0; i < klass->n_fields; i++)
    if (!tj_entity_field_equal (before, after, i)
        && !g_ptr_array_find (tally->fields, klass->fields[i].name, NULL))
      g_ptr_array_add (tally->fields, (gpointer)klass->fields[i].name);
}

/**
 * tj_change_update:
 * @entity: an entity with the id of a row
 *
 * Writes @entity over its row with all that goes with it; nothing when they are equal.
 *
 * Returns: whether the row is as @entity; %TJ_STORE_ERROR_NOT_FOUND when there is none
 */
gboolean
tj_change_update (TjChange *self, TjTable *table, gpointer entity, GError **error)
{
  TjConnection *connection = self->store->connection;
  g_autoptr (TjEntity) before = tj_table_load (table, connection, tj_entity_get_id (entity), error);

  if (before == NULL)
    return FALSE;
  if (tj_entity_equal (before, entity))
    return TRUE;
  if (!tj_change_record_row (self, TJ_ROW_UPDATED, table->name, tj_entity_get_id (entity), error)
      || !tj_table_update (table, connection, entity, error))
    return FALSE;

  note_fields (get_tally (self, table->name), before, entity);
  tj_change_touch (self, get_youth_id (before));
  tj_change_touch (self, get_youth_id (entity));
  return TRUE;
}

/**
 * tj_change_delete:
 * @id: a row
 *
 * Deletes the row with all that goes with it.
 *
 * Returns: whether it is gone; %TJ_STORE_ERROR_NOT_FOUND when there was none
 */
gboolean
tj_change_delete (TjChange *self, TjTable *table, gint64 id, GError **error)
{
  TjConnection *connection = self->store->connection;
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?", table->name);
  g_autoptr (TjEntity) before = tj_table_load (table, connection, id, error);
  g_autoptr (TjStatement) delete = NULL;

  if (before == NULL || !tj_change_record_row (self, TJ_ROW_DELETED, table->name, id, error))
    return FALSE;

  delete = tj_statement_new (connection, sql, error);
  if (delete == NULL)
    return FALSE;
  tj_statement_bind_number (delete, 1, id);
  tj_change_touch (self, get_youth_id (before));
  return tj_statement_run (delete, error);
}

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
  self->tallies = g_array_new (FALSE, FALSE, sizeof (Tally));
  g_array_set_clear_func (self->tallies, tally_clear);
  self->touched = g_hash_table_new (NULL, NULL);
  self->new_youths = g_array_new (FALSE, FALSE, sizeof (NewYouth));
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

/* In the order of ids, so that neighbours are read and written together. */
static gboolean
plan_touched (TjChange *self, GError **error)
{
  guint n;
  g_autofree gpointer *ids = g_hash_table_get_keys_as_array (self->touched, &n);

  qsort (ids, n, sizeof *ids, compare_ids);
  for (guint i = 0; i < n; i++)
    {
      gint64 id = (gint64)GPOINTER_TO_SIZE (ids[i]);

      if (!tj_planner_plan_youths (self->store, id, id, error))
        return FALSE;
    }

  /* Without a routine nothing could be planned: the next one plans everybody. */
  if (self->store->routine == NULL && self->youth_id != 0)
    return tj_planner_forget_routine (self->store, error);
  return TRUE;
}

static gboolean
write_undo (TjChange *self, GError **error)
{
  for (guint i = 0; i < self->tallies->len; i++)
    if (!close_range (self, &g_array_index (self->tallies, Tally, i), error))
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
static char *
describe (TjChange *self)
{
  GString *text = g_string_new (NULL);

  if (self->details != NULL)
    g_string_append (text, self->details);
  for (guint i = 0; self->details == NULL && i < self->tallies->len; i++)
    {
      Tally *tally = &g_array_index (self->tallies, Tally, i);

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

static gboolean
write_audit (TjChange *self, GError **error)
{
  g_autofree char *details = describe (self);

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
               && plan_touched (change, error) && write_undo (change, error)
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
