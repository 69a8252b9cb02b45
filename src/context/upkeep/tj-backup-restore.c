/* A register from a backup, in a folder that has none. The backup is proved, page by page, before
 * anything is written, and the key file is written last: a register that is half there has no key and
 * is not taken for one. */

#include "config.h"

#include "tj-backup-restore.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tj-audit.h"
#include "tj-context-private.h"
#include "tj-data-key.h"

#define RESTORING_SUFFIX ".restoring"

static gboolean
refuse_existing (TjContext *context, GError **error)
{
  g_autofree char *database = tj_context_dup_path (context, TJ_STORE_FILE_NAME);

  if (!tj_context_has_register (context) && !g_file_test (database, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error_literal (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_EXISTS,
                       _ ("The folder holds a register already. Choose another folder."));
  return FALSE;
}

static TjKeyFile *
load_keys (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = tj_backup_read_keys (path, error);

  return bytes != NULL ? tj_key_file_parse (bytes, error) : NULL;
}

static gboolean
prove (const char *path, const TjSecret *data_key, TjBackupCounts *counts, GError **error)
{
  g_autoptr (TjSecret) key = tj_data_key_derive (data_key, TJ_SUBKEY_DATABASE);
  g_autoptr (TjSecret) mac_key = tj_data_key_derive (data_key, TJ_SUBKEY_BACKUP);

  return tj_backup_check (path, tj_secret_get (key, NULL), tj_secret_get (mac_key, NULL), counts,
                          error);
}

static gboolean
move (const char *from, const char *to, GError **error)
{
  if (g_rename (from, to) == 0)
    return TRUE;
  return tj_context_refuse (error, g_strerror (errno));
}

/* A leftover of a restoring that was cut short is encrypted, and nobody's. */
static gboolean
write_files (TjContext *context, const char *path, TjKeyFile *keys, GError **error)
{
  g_autofree char *database = tj_context_dup_path (context, TJ_STORE_FILE_NAME);
  g_autofree char *key_path = tj_context_dup_path (context, TJ_KEY_FILE_NAME);
  g_autofree char *restoring = g_strconcat (database, RESTORING_SUFFIX, NULL);

  if (g_mkdir_with_parents (tj_context_get_register_dir (context), 0700) != 0)
    return tj_context_refuse (error, _ ("The folder of the register cannot be made."));
  (void)g_unlink (restoring);
  if (!tj_backup_extract (path, restoring, error))
    return FALSE;
  if (!move (restoring, database, error))
    {
      (void)g_unlink (restoring);
      return FALSE;
    }
  if (tj_key_file_save (keys, key_path, error))
    return TRUE;
  (void)g_unlink (database);
  return FALSE;
}

static gboolean
open_restored (TjContext *context,
               const TjSecret *passphrase,
               const TjSecret *recovery_key,
               GError **error)
{
  const gboolean is_open = passphrase != NULL
                               ? tj_context_unlock_with_passphrase (context, passphrase, error)
                               : tj_context_unlock_with_recovery_key (context, recovery_key, error);

  return is_open && tj_context_verify (context, error)
         && tj_audit_log (tj_context_get_store (context), "restore", 0, NULL, error);
}

/**
 * tj_backup_restore: makes the register of the locked `context` from the backup at `path`, opened by
 * its passphrase or, when that is NULL, its recovery key; verifies it and leaves it unlocked. The log
 * gets "restore". A folder that holds a register is refused, and a backup that does not prove itself
 * leaves nothing behind. Fills `counts`.
 */
gboolean
tj_backup_restore (TjContext *context,
                   const char *path,
                   const TjSecret *passphrase,
                   const TjSecret *recovery_key,
                   TjBackupCounts *counts,
                   GError **error)
{
  g_autoptr (TjKeyFile) keys = NULL;
  g_autoptr (TjSecret) data_key = NULL;

  g_return_val_if_fail (TJ_IS_CONTEXT (context) && !tj_context_is_unlocked (context), FALSE);
  g_return_val_if_fail (passphrase != NULL || recovery_key != NULL, FALSE);

  if (!refuse_existing (context, error) || (keys = load_keys (path, error)) == NULL)
    return FALSE;
  data_key = passphrase != NULL ? tj_key_file_open_with_passphrase (keys, passphrase, error)
                                : tj_key_file_open_with_recovery_key (keys, recovery_key, error);
  return data_key != NULL && prove (path, data_key, counts, error)
         && write_files (context, path, keys, error)
         && open_restored (context, passphrase, recovery_key, error);
}
