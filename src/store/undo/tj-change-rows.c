/* Entities in a change. A youth that comes with the change is remembered with the few facts a ladder
 * starts from, so that an import of many plans each one as its registration arrives, without
 * reading back; and from a number of them on their rows go to the writer's thread. */

#include "config.h"

#include "tj-change-state.h"
#include "tj-planner.h"
#include "tj-registration.h"
#include "tj-youth.h"

#include <glib/gi18n-lib.h>

static TjNewYouth *
find_new_youth (TjChange *self, gint64 youth_id)
{
  gint64 position = youth_id - self->first_new_id;

  if (position < 0 || position >= (gint64)self->new_youths->len)
    return NULL;
  return &g_array_index (self->new_youths, TjNewYouth, position);
}

static void
remember_new_youth (TjChange *self, TjYouth *youth)
{
  gint64 id = tj_entity_get_id (youth);
  TjNewYouth new_youth = {
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
plan_new_youth (TjChange *self, TjNewYouth *youth, TjRegistration *registration, GError **error)
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

/* What lists say of people by their number belongs to no youth. */
static gboolean
is_fact (const TjTable *table)
{
  return table->owner != NULL;
}

static gint64
get_youth_id (gpointer entity)
{
  if (TJ_IS_YOUTH (entity))
    return tj_entity_get_id (entity);
  /* Of everything that belongs to a youth, the first field says to whom. */
  return tj_entity_get_number (entity, TJ_ENTITY_GET_CLASS (entity)->fields);
}

static void
touch_owner (TjChange *self, const TjTable *table, gpointer entity)
{
  if (!is_fact (table))
    tj_change_touch (self, get_youth_id (entity));
}

/* From so many new youths on, or facts of one table, rows are written on a thread of their own. */
#define MANY_ROWS 256

static gboolean
is_first_registration (TjChange *self, gpointer entity)
{
  TjNewYouth *youth;

  if (!TJ_IS_REGISTRATION (entity) || !tj_registration_is_open (TJ_REGISTRATION (entity)))
    return FALSE;
  youth = find_new_youth (self, get_youth_id (entity));
  return youth != NULL && !youth->is_planned;
}

static gboolean
look_up_next_id (TjChange *self, const char *table, gint64 *next_id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce (max (id), 0) + 1 FROM %s", table);
  g_autoptr (TjStatement) select = tj_statement_new (self->store->connection, sql, error);

  if (select == NULL || tj_statement_step (select, error) != TJ_STATEMENT_ROW)
    return FALSE;
  *next_id = tj_statement_get_number (select, 0);
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
  if (self->next_registration_id == 0
      && !look_up_next_id (self, "registration", &self->next_registration_id, error))
    return FALSE;
  tj_entity_set_id (entity, self->next_registration_id++);
  return TRUE;
}

static void
give_to_writer (TjChange *self, TjTable *table, gpointer entity)
{
  gboolean is_of_youth = table != &tj_table_youth && table->owner == NULL;

  tj_table_pack (table, tj_entity_get_id (entity), entity, self->row);
  tj_writer_insert (self->writer, tj_table_prepare (table)->insert, is_of_youth, self->row);
}

/* Whether there are so many facts of this table that they go to the writer. */
static gboolean
has_many_facts (TjChange *self, const TjTable *table)
{
  if (self->fact_table != table)
    {
      self->fact_table = table;
      self->n_facts = 0;
    }
  if (self->n_facts++ < MANY_ROWS)
    {
      self->next_fact_id = 0;
      return FALSE;
    }
  if (self->writer == NULL)
    self->writer = tj_writer_new (self->store->connection);
  return TRUE;
}

static gboolean
insert_fact (TjChange *self, TjTable *table, gpointer fact, GError **error)
{
  if (!has_many_facts (self, table))
    return tj_table_insert (table, self->store->connection, fact, error);
  if (!tj_writer_check (self->writer, error)
      || (self->next_fact_id == 0
          && !look_up_next_id (self, table->name, &self->next_fact_id, error)))
    return FALSE;
  tj_entity_set_id (fact, self->next_fact_id++);
  give_to_writer (self, table, fact);
  return TRUE;
}

static gboolean
insert_row (TjChange *self, TjTable *table, gpointer entity, GError **error)
{
  gboolean is_youth = TJ_IS_YOUTH (entity);

  if (is_youth && self->writer == NULL && self->new_youths->len >= MANY_ROWS)
    self->writer = tj_writer_new (self->store->connection);
  if (self->writer == NULL || !(is_youth || is_first_registration (self, entity)))
    {
      self->next_registration_id = 0;
      return tj_table_insert (table, self->store->connection, entity, error);
    }

  if (!tj_writer_check (self->writer, error) || !give_id (self, entity, error))
    return FALSE;
  give_to_writer (self, table, entity);
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

  if (is_fact (table))
    return insert_fact (self, table, entity, error)
           && tj_change_record_insert (self, table->name, tj_entity_get_id (entity), error);
  if (!insert_row (self, table, entity, error)
      || !tj_change_record_insert (self, table->name, tj_entity_get_id (entity), error))
    return FALSE;

  youth_id = get_youth_id (entity);
  if (TJ_IS_YOUTH (entity))
    {
      tj_change_concern (self, youth_id);
      remember_new_youth (self, TJ_YOUTH (entity));
      return TRUE;
    }
  if (is_first_registration (self, entity))
    return plan_new_youth (self, find_new_youth (self, youth_id), TJ_REGISTRATION (entity), error);

  tj_change_touch (self, youth_id);
  return TRUE;
}

/* Two windows may have read the same row: the one that saves last would not know what the other
 * wrote. */
static gboolean
check_not_stale (gpointer entity, gpointer row, GError **error)
{
  if (!tj_entity_is_stale (entity, row))
    return TRUE;
  g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_STALE,
                       _ ("It was changed elsewhere meanwhile. Look at what was changed, then save "
                          "again."));
  return FALSE;
}

/**
 * tj_change_update:
 * @entity: an entity with the id of a row
 *
 * Writes @entity over its row with all that goes with it; nothing when they are equal. An entity
 * that was read from the register, or is a copy of one, is not written over a row that has been
 * changed since.
 *
 * Returns: whether the row is as @entity; %TJ_STORE_ERROR_NOT_FOUND when there is none,
 *   %TJ_STORE_ERROR_STALE when it has been changed
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
  if (!check_not_stale (entity, before, error)
      || !tj_change_record_row (self, TJ_ROW_UPDATED, table->name, tj_entity_get_id (entity), error)
      || !tj_table_update (table, connection, entity, error))
    return FALSE;

  if (tj_entity_is_marked (entity))
    tj_entity_mark_stored (entity);
  tj_change_note_fields (self, table->name, before, entity);
  touch_owner (self, table, before);
  touch_owner (self, table, entity);
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
  touch_owner (self, table, before);
  return tj_statement_run (delete, error);
}
