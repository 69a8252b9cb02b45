/* Makes two rows of one youth, who came in under two numbers, one row with all the history. Every
 * row that moves or goes is recorded, so that the whole is undone as any other change. */

#include "config.h"

#include "tj-merge.h"

#include <glib/gi18n-lib.h>

#include "tj-audit-private.h"
#include "tj-change-private.h"
#include "tj-person-tables.h"
#include "tj-registration.h"
#include "tj-youth.h"

typedef struct
{
  TjChange *change;
  TjConnection *connection;
  gint64 kept_id;
  gint64 other_id;
} Merge;

static TjRegistration *
find_same_day (GPtrArray *registrations, TjRegistration *registration)
{
  for (guint i = 0; i < registrations->len; i++)
    if (tj_registration_get_registered_on (registrations->pdata[i])
        == tj_registration_get_registered_on (registration))
      return registrations->pdata[i];
  return NULL;
}

static TjRegistration *
find_open (GPtrArray *registrations)
{
  for (guint i = 0; i < registrations->len; i++)
    if (tj_registration_is_open (registrations->pdata[i]))
      return registrations->pdata[i];
  return NULL;
}

/* Two registrations of one day are the same: open if either is, lest a youth is lost. */
static gboolean
unite (Merge *merge, TjRegistration *kept, TjRegistration *other, GError **error)
{
  if (tj_registration_is_open (other) && !tj_registration_is_open (kept))
    g_object_set (kept, "deregistered-on", TJ_DATE_NONE, "reason", -1, NULL);
  if (tj_registration_get_background (kept) == TJ_BACKGROUND_UNKNOWN)
    tj_registration_set_background (kept, tj_registration_get_background (other));
  return tj_change_delete (merge->change, &tj_table_registration, tj_entity_get_id (other), error)
         && tj_change_update (merge->change, &tj_table_registration, kept, error);
}

/* A youth has one open registration: the one that began first. */
static gboolean
drop_second_open (Merge *merge, TjRegistration *kept, TjRegistration *other, GError **error)
{
  gboolean other_first
      = tj_registration_get_registered_on (other) < tj_registration_get_registered_on (kept);

  return tj_change_delete (merge->change, &tj_table_registration,
                           tj_entity_get_id (other_first ? kept : other), error);
}

static gboolean
settle_registrations (Merge *merge, GError **error)
{
  g_autoptr (GPtrArray) kept
      = tj_table_list (&tj_table_registration, merge->connection, merge->kept_id, error);
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GPtrArray) left = NULL;
  TjRegistration *open, *other_open;

  if (kept == NULL
      || (others
          = tj_table_list (&tj_table_registration, merge->connection, merge->other_id, error))
             == NULL)
    return FALSE;
  for (guint i = 0; i < others->len; i++)
    {
      TjRegistration *same = find_same_day (kept, others->pdata[i]);

      if (same != NULL && !unite (merge, same, others->pdata[i], error))
        return FALSE;
    }
  left = tj_table_list (&tj_table_registration, merge->connection, merge->other_id, error);
  if (left == NULL)
    return FALSE;
  open = find_open (kept);
  other_open = find_open (left);
  return open == NULL || other_open == NULL || drop_second_open (merge, open, other_open, error);
}

static GArray *
list_ids (Merge *merge, const char *table, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE youth_id = ?", table);
  g_autoptr (TjStatement) select = tj_statement_new (merge->connection, sql, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  TjStatementStep step;

  if (select == NULL)
    return NULL;
  tj_statement_bind_number (select, 1, merge->other_id);
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      gint64 id = tj_statement_get_number (select, 0);

      g_array_append_val (ids, id);
    }
  return step == TJ_STATEMENT_END ? g_steal_pointer (&ids) : NULL;
}

static gboolean
move_row (Merge *merge, const char *table, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET youth_id = ? WHERE id = ?", table);
  g_autoptr (TjStatement) update = NULL;

  if (!tj_change_record_row (merge->change, TJ_ROW_UPDATED, table, id, error))
    return FALSE;
  update = tj_statement_new (merge->connection, sql, error);
  if (update == NULL)
    return FALSE;
  tj_statement_bind_number (update, 1, merge->kept_id);
  tj_statement_bind_number (update, 2, id);
  return tj_statement_run (update, error);
}

static gboolean
move_rows (Merge *merge, GError **error)
{
  g_auto (GStrv) tables = tj_person_tables_list (merge->connection, error);

  for (char **table = tables; table != NULL && *table != NULL; table++)
    {
      g_autoptr (GArray) ids = NULL;

      /* A log, whose lines may stand for many youths: which row was whose is left as it was. */
      if (g_str_equal (*table, "import_row"))
        continue;
      ids = list_ids (merge, *table, error);
      if (ids == NULL)
        return FALSE;
      for (guint i = 0; i < ids->len; i++)
        if (!move_row (merge, g_intern_string (*table), g_array_index (ids, gint64, i), error))
          return FALSE;
    }
  return tables != NULL;
}

/* Versions of both count on in the order they were written. */
static gboolean
number_plans (Merge *merge, GError **error)
{
  g_autoptr (TjStatement) select = tj_statement_new (
      merge->connection, "SELECT id, version FROM plan WHERE youth_id = ? ORDER BY written_on, id",
      error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  TjStatementStep step;

  if (select == NULL)
    return FALSE;
  tj_statement_bind_number (select, 1, merge->kept_id);
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      gint64 id = tj_statement_get_number (select, 0);

      g_array_append_val (ids, id);
    }
  for (guint i = 0; step == TJ_STATEMENT_END && i < ids->len; i++)
    {
      g_autoptr (TjEntity) plan = tj_table_load (&tj_table_plan, merge->connection,
                                                 g_array_index (ids, gint64, i), error);

      if (plan == NULL)
        return FALSE;
      g_object_set (plan, "version", (gint64)i + 1, NULL);
      if (!tj_change_update (merge->change, &tj_table_plan, plan, error))
        return FALSE;
    }
  return step == TJ_STATEMENT_END;
}

static gboolean
insert_number (Merge *merge, TjYouth *youth, GError **error)
{
  g_autoptr (TjStatement) insert = tj_statement_new (
      merge->connection,
      "INSERT INTO youth_number (youth_id, personal_number, number_kind) VALUES (?, ?, ?)", error);

  if (insert == NULL)
    return FALSE;
  tj_statement_bind_number (insert, 1, merge->kept_id);
  tj_statement_bind_text (insert, 2, tj_youth_get_personal_number (youth));
  tj_statement_bind_text (insert, 3,
                          tj_code_word (&tj_number_kinds, tj_youth_get_number_kind (youth)));
  return tj_statement_run (insert, error)
         && tj_change_record_insert (merge->change, "youth_number",
                                     tj_connection_get_last_id (merge->connection), error);
}

/* What one row lacks the other gives; an address goes as a whole, and protection that either has
 * both get. */
static void
fill_in (TjYouth *kept, TjYouth *other)
{
  if (*tj_youth_get_phone (kept) == '\0')
    tj_youth_set_phone (kept, tj_youth_get_phone (other));
  if (*tj_youth_get_email (kept) == '\0')
    tj_youth_set_email (kept, tj_youth_get_email (other));
  if (!tj_youth_has_address (kept))
    {
      tj_youth_set_care_of (kept, tj_youth_get_care_of (other));
      tj_youth_set_street (kept, tj_youth_get_street (other));
      tj_youth_set_extra (kept, tj_youth_get_extra (other));
      tj_youth_set_postal_code (kept, tj_youth_get_postal_code (other));
      tj_youth_set_locality (kept, tj_youth_get_locality (other));
    }
  tj_youth_set_protection (kept,
                           MAX (tj_youth_get_protection (kept), tj_youth_get_protection (other)));
}

/* The better of the two numbers stays: personal before coordination before temporary. */
static gboolean
unite_youths (Merge *merge, TjYouth *kept, TjYouth *other, GError **error)
{
  gboolean takes_number = tj_youth_get_number_kind (other) < tj_youth_get_number_kind (kept);

  if (!insert_number (merge, takes_number ? kept : other, error)
      || !tj_change_delete (merge->change, &tj_table_youth, merge->other_id, error))
    return FALSE;
  fill_in (kept, other);
  if (takes_number)
    tj_youth_set_personal_number (kept, tj_youth_get_personal_number (other));
  return tj_change_update (merge->change, &tj_table_youth, kept, error);
}

/**
 * tj_youths_merge:
 * @kept_id: the youth whose row stays
 * @other_id: the same person's other row, which goes
 *
 * Moves all that the register has of the other row, fills in what the kept one lacks, keeps the
 * number that goes among the earlier ones, and takes the other row away. The log of the other id
 * stays as it is; its row in the log of this change names it.
 *
 * Returns: whether they are one; %TJ_STORE_ERROR_NOT_FOUND when either is not there
 */
gboolean
tj_youths_merge (TjChange *change, gint64 kept_id, gint64 other_id, GError **error)
{
  Merge merge;
  g_autoptr (TjYouth) kept = NULL;
  g_autoptr (TjYouth) other = NULL;
  g_autofree char *details = NULL;

  g_return_val_if_fail (change != NULL && kept_id != other_id, FALSE);

  merge = (Merge){ change, tj_change_get_connection (change), kept_id, other_id };
  kept = tj_table_load (&tj_table_youth, merge.connection, kept_id, error);
  if (kept == NULL
      || (other = tj_table_load (&tj_table_youth, merge.connection, other_id, error)) == NULL)
    return FALSE;
  if (!settle_registrations (&merge, error) || !move_rows (&merge, error)
      || !number_plans (&merge, error) || !unite_youths (&merge, kept, other, error))
    return FALSE;
  tj_change_touch (change, kept_id);
  details = g_strdup_printf (TJ_AUDIT_MERGED "%" G_GINT64_FORMAT, other_id);
  return tj_audit_append (tj_change_get_store (change), "merge-into", kept_id, details, error);
}
