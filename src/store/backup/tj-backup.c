/* Backing up an open register, and looking at a backup where it lies. A backup is the database as it
 * is on the disk, so what a purge has wiped is in none that is made later. */

#include "config.h"

#include "tj-backup-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tj-pages.h"
#include "tj-person-tables.h"
#include "tj-statement.h"
#include "tj-store-private.h"

static gboolean
count_table (TjConnection *connection, const char *table, guint64 *n, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", table);
  g_autoptr (TjStatement) select = tj_statement_new (connection, sql, error);

  if (select == NULL || tj_statement_step (select, error) != TJ_STATEMENT_ROW)
    return FALSE;
  *n = (guint64)tj_statement_get_number (select, 0);
  return TRUE;
}

static gboolean
count_all (TjConnection *connection, guint64 *rows, GError **error)
{
  g_auto (GStrv) tables = tj_tables_list (connection, error);

  *rows = 0;
  for (char **table = tables; table != NULL && *table != NULL; table++)
    {
      guint64 n;

      if (!count_table (connection, *table, &n, error))
        return FALSE;
      *rows += n;
    }
  return tables != NULL;
}

static gboolean
count (TjConnection *connection, TjBackupCounts *counts, GError **error)
{
  return count_table (connection, "youth", &counts->youths, error)
         && count_table (connection, "contact", &counts->contacts, error)
         && count_table (connection, "audit", &counts->log_rows, error)
         && count_all (connection, &counts->rows, error);
}

static gboolean
check_equal (const TjBackupCounts *here, const TjBackupCounts *there, GError **error)
{
  if (here->youths == there->youths && here->contacts == there->contacts
      && here->log_rows == there->log_rows && here->rows == there->rows)
    return TRUE;
  g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_DAMAGED,
                       _ ("The backup does not hold what the register holds"));
  return FALSE;
}

/**
 * tj_backup_write:
 * @path: where to; no file is there
 * @keys: the key file, which goes with it
 * @mac_key: the subkey that proves a backup
 * @counts: (out): what it holds
 *
 * Writes a backup of an open register, reads all of it back, opens it and counts it.
 *
 * Returns: whether a whole backup is on the disk; else none is, with %TJ_STORE_ERROR_BUSY within a
 *   change, %TJ_STORE_ERROR_IO or %TJ_STORE_ERROR_DAMAGED
 */
gboolean
tj_backup_write (TjStore *store,
                 const char *path,
                 GBytes *keys,
                 const guint8 mac_key[TJ_STORE_KEY_BYTES],
                 TjBackupCounts *counts,
                 GError **error)
{
  TjBackupCounts written;
  gboolean is_whole;

  g_return_val_if_fail (TJ_IS_STORE (store) && path != NULL && keys != NULL, FALSE);

  if (!tj_store_check_open (store, error))
    return FALSE;
  if (store->change != NULL)
    {
      g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_BUSY,
                           _ ("Another change is under way"));
      return FALSE;
    }
  if (!tj_connection_checkpoint (store->connection, error)
      || !count (store->connection, counts, error)
      || !tj_backup_file_write (store->path, path, keys, mac_key, error))
    return FALSE;

  is_whole = tj_backup_check (path, store->keys, mac_key, &written, error)
             && check_equal (counts, &written, error);
  if (!is_whole)
    (void)g_unlink (path);
  return is_whole;
}

/* SQLite's own look at the structure. */
static gboolean
check_structure (TjConnection *connection, GError **error)
{
  g_autoptr (TjStatement) check
      = tj_statement_new (connection, "PRAGMA integrity_check (1)", error);

  if (check == NULL || tj_statement_step (check, error) != TJ_STATEMENT_ROW)
    return FALSE;
  if (g_str_equal (tj_statement_get_text (check, 0), "ok"))
    return TRUE;
  g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_DAMAGED,
                       _ ("The backup is damaged or cut off"));
  return FALSE;
}

/**
 * tj_backup_check:
 * @key: the register's key
 * @mac_key: the subkey that proves a backup
 * @counts: (out): what it holds
 *
 * Reads every byte and every page of a backup and opens it, without writing anything.
 *
 * Returns: whether it is whole; else %TJ_STORE_ERROR_DAMAGED, %TJ_STORE_ERROR_WRONG_KEY or
 *   %TJ_STORE_ERROR_IO
 */
gboolean
tj_backup_check (const char *path,
                 const guint8 key[TJ_STORE_KEY_BYTES],
                 const guint8 mac_key[TJ_STORE_KEY_BYTES],
                 TjBackupCounts *counts,
                 GError **error)
{
  TjConnection *connection;
  gboolean is_good;

  g_return_val_if_fail (path != NULL && counts != NULL, FALSE);

  if (!tj_backup_file_check_mac (path, mac_key, error) || !tj_pages_verify (path, key, error))
    return FALSE;
  connection = tj_connection_open_copy (path, key, error);
  if (connection == NULL)
    return FALSE;
  is_good = check_structure (connection, error) && count (connection, counts, error);
  return tj_connection_close (connection, is_good ? error : NULL) && is_good;
}
