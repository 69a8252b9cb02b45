/* Backups of the open register: one file with the encrypted database and the key file, so that it can
 * be restored with the passphrase or the recovery key on any computer, and never depends on this
 * one's keyring. */

#include "config.h"

#include "tj-backup-service.h"

#include <glib/gi18n-lib.h>

#include "tj-audit.h"
#include "tj-data-key.h"

static TjSecret *
derive (TjContext *context, TjSubkey which)
{
  return tj_data_key_derive (tj_context_get_data_key (context), which);
}

static gboolean
has_way_in (TjKeyFile *keys)
{
  for (guint i = 0; i < tj_key_file_get_n_slots (keys); i++)
    if (tj_key_slot_get_kind (tj_key_file_get_slot (keys, i)) != TJ_KEY_SLOT_KEYRING)
      return TRUE;
  return FALSE;
}

static gboolean
check_keys (TjContext *context, GError **error)
{
  return has_way_in (tj_context_get_key_file (context))
         || tj_context_refuse (error, _ ("Only this computer's keyring opens the register, and a "
                                         "backup would not open elsewhere. Add a passphrase or a "
                                         "recovery key first."));
}

/* The row in the log comes first, so that the backup has it, and with it the head in its key file. */
static gboolean
write_backup (TjContext *context, const char *path, TjBackupCounts *counts, GError **error)
{
  g_autoptr (TjSecret) mac_key = derive (context, TJ_SUBKEY_BACKUP);
  g_autoptr (GBytes) keys = NULL;

  if (!tj_audit_log (tj_context_get_store (context), "backup", 0, NULL, error)
      || !tj_context_save_key_file (context, error))
    return FALSE;
  keys = tj_key_file_serialize (tj_context_get_key_file (context));
  return tj_backup_write (tj_context_get_store (context), path, keys, tj_secret_get (mac_key, NULL),
                          counts, error);
}

/**
 * tj_backup_service_write: writes a backup to `path`, where no file is, reads it back, opens it and
 * counts it. The log gets "backup", and "backup-failed" after it when none was made. Fills `counts`.
 */
gboolean
tj_backup_service_write (TjContext *context,
                         const char *path,
                         TjBackupCounts *counts,
                         GError **error)
{
  g_return_val_if_fail (tj_context_is_unlocked (context), FALSE);

  if (!check_keys (context, error))
    return FALSE;
  if (write_backup (context, path, counts, error))
    return TRUE;
  /* That is the lesser trouble of the two. */
  tj_audit_log (tj_context_get_store (context), "backup-failed", 0, NULL, NULL);
  return FALSE;
}

static gboolean
check_same_register (TjContext *context, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = tj_backup_read_keys (path, error);
  g_autoptr (TjKeyFile) keys = bytes != NULL ? tj_key_file_parse (bytes, error) : NULL;

  if (keys == NULL)
    return FALSE;
  if (g_strcmp0 (tj_key_file_get_register_id (keys),
                 tj_key_file_get_register_id (tj_context_get_key_file (context)))
      != 0)
    return tj_context_refuse (error, _ ("That is a backup of another register."));
  return has_way_in (keys)
         || tj_context_refuse (error, _ ("Nothing but a keyring would open that backup."));
}

/**
 * tj_backup_service_rehearse: does all that restoring a backup does but for writing: reads every byte
 * and page, opens it and counts it. The log gets "rehearse-backup". Fills `counts`.
 */
gboolean
tj_backup_service_rehearse (TjContext *context,
                            const char *path,
                            TjBackupCounts *counts,
                            GError **error)
{
  g_autoptr (TjSecret) key = derive (context, TJ_SUBKEY_DATABASE);
  g_autoptr (TjSecret) mac_key = derive (context, TJ_SUBKEY_BACKUP);

  g_return_val_if_fail (tj_context_is_unlocked (context), FALSE);

  return tj_audit_log (tj_context_get_store (context), "rehearse-backup", 0, NULL, error)
         && check_same_register (context, path, error)
         && tj_backup_check (path, tj_secret_get (key, NULL), tj_secret_get (mac_key, NULL), counts,
                             error);
}
