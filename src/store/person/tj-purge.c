/* Gallring: people are taken out of the register for good, at the latest on 31 December of the year
 * they turn 21 (förordning 2006:39 § 7). Gone are their rows in every table, also those that know them
 * by number only, all that is kept for undo, what the log says beside what was done, and what lay in
 * free space of the file, which is written anew. Left are a protocol that names nobody and the log,
 * which has ids only. */

#include "config.h"

#include "tj-purge.h"

#include "tj-audit-private.h"
#include "tj-change-private.h"
#include "tj-person-tables.h"
#include "tj-undo.h"

#define PURGED_AT_AGE "21"

static void
clear_count (TjPurgeCount *count)
{
  g_free (count->table);
}

static TjPurgeProtocol *
new_protocol (void)
{
  TjPurgeProtocol *protocol = g_new0 (TjPurgeProtocol, 1);

  protocol->counts = g_array_new (FALSE, FALSE, sizeof (TjPurgeCount));
  g_array_set_clear_func (protocol->counts, (GDestroyNotify)clear_count);
  return protocol;
}

static void
add_count (TjPurgeProtocol *protocol, const char *table, guint rows)
{
  TjPurgeCount fresh = { NULL, rows };

  protocol->rows += rows;
  for (guint i = 0; i < protocol->counts->len; i++)
    {
      TjPurgeCount *count = &g_array_index (protocol->counts, TjPurgeCount, i);

      if (g_str_equal (count->table, table))
        {
          count->rows += rows;
          return;
        }
    }
  if (rows == 0)
    return;
  fresh.table = g_strdup (table);
  g_array_append_val (protocol->counts, fresh);
}

/**
 * tj_purge_protocol_free:
 * @protocol: (transfer full): a protocol
 *
 * Frees it.
 */
void
tj_purge_protocol_free (TjPurgeProtocol *protocol)
{
  g_array_unref (protocol->counts);
  g_free (protocol->actor);
  g_free (protocol);
}

/**
 * tj_purge_find:
 * @year: a calendar year
 *
 * Looks for those who are to be gone by 31 December of @year: who turn 21 that year or have before.
 * The year of birth is that of the number, which every kind of number has.
 *
 * Returns: (transfer full) (element-type gint64): their ids; NULL with a #TjStoreError
 */
GArray *
tj_purge_find (TjStore *store, guint year, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  select = tj_statement_new (store->connection,
                             "SELECT id FROM youth WHERE"
                             " CAST (substr (personal_number, 1, 4) AS INTEGER) + " PURGED_AT_AGE
                             " <= ? ORDER BY personal_number",
                             error);
  if (select == NULL)
    return NULL;
  tj_statement_bind_number (select, 1, year);
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      gint64 id = tj_statement_get_number (select, 0);

      g_array_append_val (ids, id);
    }
  return step == TJ_STATEMENT_END ? g_steal_pointer (&ids) : NULL;
}

/* How many rows the last statement took. */
static gboolean
count_changes (TjConnection *connection,
               TjPurgeProtocol *protocol,
               const char *table,
               GError **error)
{
  g_autoptr (TjStatement) select = tj_statement_new (connection, "SELECT changes ()", error);

  if (select == NULL || tj_statement_step (select, error) != TJ_STATEMENT_ROW)
    return FALSE;
  add_count (protocol, table, (guint)tj_statement_get_number (select, 0));
  return TRUE;
}

static gboolean
delete_rows (TjConnection *connection,
             const char *table,
             const char *column,
             gint64 youth_id,
             TjPurgeProtocol *protocol,
             GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE %s = ?", table, column);
  g_autoptr (TjStatement) delete = tj_statement_new (connection, sql, error);

  if (delete == NULL)
    return FALSE;
  tj_statement_bind_number (delete, 1, youth_id);
  return tj_statement_run (delete, error) && count_changes (connection, protocol, table, error);
}

/* A line of the import log may begin with this youth and go on with others. */
static gboolean
leave_ranges (TjConnection *connection, gint64 youth_id, GError **error)
{
  g_autoptr (TjStatement) update
      = tj_statement_new (connection,
                          "UPDATE import_row SET youth_id = youth_id + 1, row = row + 1, n = n - 1"
                          " WHERE youth_id = ? AND n > 1",
                          error);

  if (update == NULL)
    return FALSE;
  tj_statement_bind_number (update, 1, youth_id);
  return tj_statement_run (update, error);
}

#define NUMBERS_OF_YOUTH                                                                           \
  "personal_number IN (SELECT personal_number FROM youth WHERE id = ?1"                            \
  " UNION SELECT personal_number FROM youth_number WHERE youth_id = ?1)"
#define NUMBERS_OF_YEAR "CAST (substr (personal_number, 1, 4) AS INTEGER) + " PURGED_AT_AGE " <= ?1"

/* A file for SCB is not kept once somebody who was in it is gone: that it was there, its size and its
 * checksum stay. */
static gboolean
empty_deliveries (TjConnection *connection,
                  const char *condition,
                  gint64 parameter,
                  TjPurgeProtocol *protocol,
                  GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("UPDATE delivery SET emptied_on = ?2 WHERE emptied_on IS NULL AND id IN"
                         " (SELECT delivery_id FROM delivery_row WHERE %s)",
                         condition);
  g_autoptr (TjStatement) update = tj_statement_new (connection, sql, error);

  if (update == NULL)
    return FALSE;
  tj_statement_bind_number (update, 1, parameter);
  tj_statement_bind_date (update, 2, protocol->date);
  return tj_statement_run (update, error)
         && tj_connection_exec (connection,
                                "DELETE FROM delivery_file WHERE delivery_id IN"
                                " (SELECT id FROM delivery WHERE emptied_on IS NOT NULL)",
                                error);
}

/* What lists say of people by number, of one youth or of all who are old enough. */
static gboolean
delete_facts (TjConnection *connection,
              const char *condition,
              gint64 parameter,
              TjPurgeProtocol *protocol,
              GError **error)
{
  g_auto (GStrv) tables = tj_number_tables_list (connection, error);

  if (!empty_deliveries (connection, condition, parameter, protocol, error))
    return FALSE;
  for (char **table = tables; table != NULL && *table != NULL; table++)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE %s", *table, condition);
      g_autoptr (TjStatement) delete = tj_statement_new (connection, sql, error);

      if (delete == NULL)
        return FALSE;
      tj_statement_bind_number (delete, 1, parameter);
      if (!tj_statement_run (delete, error) || !count_changes (connection, protocol, *table, error))
        return FALSE;
    }
  return tables != NULL;
}

static gboolean
delete_youth (TjConnection *connection,
              const char *const *tables,
              gint64 youth_id,
              TjPurgeProtocol *protocol,
              GError **error)
{
  if (!delete_facts (connection, NUMBERS_OF_YOUTH, youth_id, protocol, error)
      || !leave_ranges (connection, youth_id, error))
    return FALSE;
  for (guint i = 0; tables[i] != NULL; i++)
    if (!delete_rows (connection, tables[i], "youth_id", youth_id, protocol, error))
      return FALSE;
  return delete_rows (connection, "youth", "id", youth_id, protocol, error);
}

static gboolean
keep_count (TjConnection *connection, gint64 purge_id, const TjPurgeCount *count, GError **error)
{
  g_autoptr (TjStatement) insert = tj_statement_new (
      connection, "INSERT INTO purge_count (purge_id, name, rows) VALUES (?, ?, ?)", error);

  if (insert == NULL)
    return FALSE;
  tj_statement_bind_number (insert, 1, purge_id);
  tj_statement_bind_text (insert, 2, count->table);
  tj_statement_bind_number (insert, 3, count->rows);
  return tj_statement_run (insert, error);
}

static gboolean
keep_protocol (TjConnection *connection, TjPurgeProtocol *protocol, GError **error)
{
  g_autoptr (TjStatement) insert = tj_statement_new (
      connection, "INSERT INTO purge (date, actor, year, youths, rows) VALUES (?, ?, ?, ?, ?)",
      error);

  if (insert == NULL)
    return FALSE;
  tj_statement_bind_date (insert, 1, protocol->date);
  tj_statement_bind_text (insert, 2, protocol->actor);
  tj_statement_bind_number (insert, 3, protocol->year);
  tj_statement_bind_number (insert, 4, protocol->youths);
  tj_statement_bind_number (insert, 5, protocol->rows);
  if (!tj_statement_run (insert, error))
    return FALSE;
  protocol->id = tj_connection_get_last_id (connection);
  for (guint i = 0; i < protocol->counts->len; i++)
    if (!keep_count (connection, protocol->id, &g_array_index (protocol->counts, TjPurgeCount, i),
                     error))
      return FALSE;
  return TRUE;
}

static gboolean
delete_all (TjStore *store,
            TjPurgeProtocol *protocol,
            const gint64 *youth_ids,
            gsize n_youths,
            GError **error)
{
  g_auto (GStrv) tables = tj_person_tables_list (store->connection, error);

  if (tables == NULL
      || !tj_connection_exec (store->connection, "PRAGMA defer_foreign_keys = ON", error))
    return FALSE;
  for (gsize i = 0; i < n_youths; i++)
    if (!delete_youth (store->connection, (const char *const *)tables, youth_ids[i], protocol,
                       error)
        || !tj_audit_append (store, "purge-youth", youth_ids[i], "", error))
      return FALSE;
  return delete_facts (store->connection, NUMBERS_OF_YEAR, protocol->year, protocol, error)
         && tj_audit_wipe (store, youth_ids, n_youths, error) && tj_undo_clear (store, error)
         && keep_protocol (store->connection, protocol, error);
}

/* Pages that were freed are overwritten already (secure_delete), but a page that was rearranged can
 * hold remains between its cells: every page is written anew. */
static gboolean
write_anew (TjStore *store, GError **error)
{
  return tj_connection_exec (store->connection, "VACUUM", error)
         && tj_connection_checkpoint (store->connection, error);
}

/**
 * tj_purge_run:
 * @year: the year whose purge it is, for the protocol
 * @today: the day, for the protocol
 *
 * Purges these youths in one transaction, with what lists have said of anybody who turns 21 in @year
 * or did before, and then writes the file anew. Nothing of it can be undone, nor anything that was done before. When only the writing anew fails the youths are gone
 * from the tables, and the next purge writes again.
 *
 * Returns: (transfer full): the protocol, which the register keeps; NULL with a #TjStoreError
 */
TjPurgeProtocol *
tj_purge_run (TjStore *store,
              guint year,
              TjDate today,
              const gint64 *youth_ids,
              gsize n_youths,
              GError **error)
{
  g_autoptr (TjPurgeProtocol) protocol = new_protocol ();
  g_autofree char *details = g_strdup_printf ("year=%u youths=%" G_GSIZE_FORMAT, year, n_youths);
  g_autoptr (TjChange) change = NULL;

  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  protocol->date = today;
  protocol->actor = g_utf8_make_valid (g_get_user_name (), -1);
  protocol->year = year;
  protocol->youths = (guint)n_youths;
  change = tj_change_begin_unrecorded (store, "purge", details, error);
  if (change == NULL || !delete_all (store, protocol, youth_ids, n_youths, error)
      || !tj_change_commit (change, error) || !write_anew (store, error))
    return NULL;
  return g_steal_pointer (&protocol);
}

/**
 * tj_purge_preview:
 *
 * Counts what tj_purge_run() would take, by doing it and rolling back. Nothing is changed or logged.
 *
 * Returns: (transfer full): what the protocol would say; NULL with a #TjStoreError
 */
TjPurgeProtocol *
tj_purge_preview (TjStore *store,
                  guint year,
                  const gint64 *youth_ids,
                  gsize n_youths,
                  GError **error)
{
  g_autoptr (TjPurgeProtocol) protocol = new_protocol ();
  g_autoptr (TjChange) change = NULL;

  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  protocol->date = tj_date_new ((int)year, 12, 31);
  protocol->actor = g_strdup ("");
  protocol->year = year;
  protocol->youths = (guint)n_youths;
  change = tj_change_begin_unrecorded (store, "purge", "", error);
  if (change == NULL || !delete_all (store, protocol, youth_ids, n_youths, error))
    return NULL;
  return g_steal_pointer (&protocol);
}

static gboolean
load_counts (TjStore *store, TjPurgeProtocol *protocol, GError **error)
{
  g_autoptr (TjStatement) select = tj_statement_new (
      store->connection, "SELECT name, rows FROM purge_count WHERE purge_id = ? ORDER BY rowid",
      error);
  const guint rows = protocol->rows;
  TjStatementStep step;

  if (select == NULL)
    return FALSE;
  tj_statement_bind_number (select, 1, protocol->id);
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    add_count (protocol, tj_statement_get_text (select, 0),
               (guint)tj_statement_get_number (select, 1));
  protocol->rows = rows;
  return step == TJ_STATEMENT_END;
}

/**
 * tj_purge_list_protocols:
 *
 * Returns: (transfer container) (element-type TjPurgeProtocol): all purges, latest first; NULL with
 *   a #TjStoreError
 */
GPtrArray *
tj_purge_list_protocols (TjStore *store, GError **error)
{
  g_autoptr (GPtrArray) protocols
      = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_purge_protocol_free);
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  select = tj_statement_new (
      store->connection, "SELECT id, date, actor, year, youths, rows FROM purge ORDER BY id DESC",
      error);
  if (select == NULL)
    return NULL;
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      TjPurgeProtocol *protocol = new_protocol ();

      protocol->id = tj_statement_get_number (select, 0);
      protocol->date = tj_statement_get_date (select, 1);
      protocol->actor = g_strdup (tj_statement_get_text (select, 2));
      protocol->year = (guint)tj_statement_get_number (select, 3);
      protocol->youths = (guint)tj_statement_get_number (select, 4);
      protocol->rows = (guint)tj_statement_get_number (select, 5);
      g_ptr_array_add (protocols, protocol);
    }
  if (step != TJ_STATEMENT_END)
    return NULL;
  for (guint i = 0; i < protocols->len; i++)
    if (!load_counts (store, protocols->pdata[i], error))
      return NULL;
  return g_steal_pointer (&protocols);
}
