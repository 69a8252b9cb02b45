/* Opening a register that is there: a key file, one of its slots, the database, the log's head, the
 * routine. Whatever fails, the context is as locked as before and nothing has been written. */

#include "config.h"

#include "tj-context-private.h"

#include <glib/gi18n-lib.h>

#include "tj-audit.h"
#include "tj-setting-keys.h"
#include "tj-settings.h"

/* Takes up the routine that the settings hold. */
gboolean
tj_context_load_routine (TjContext *self, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *json = tj_settings_dup (self->store, TJ_SETTING_ROUTINE, &problem);

  if (json != NULL)
    return tj_context_use_routine (self, json, error);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  g_set_error_literal (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT,
                       _ ("The register has no outreach routine."));
  return FALSE;
}

static gboolean
log_opening (TjContext *self, GError **error)
{
  g_autofree char *details = NULL;

  if (self->failed_openings > 0)
    details = g_strdup_printf ("failed-openings=%u", self->failed_openings);
  self->failed_openings = 0;
  return tj_audit_log (self->store, "open", 0, details, error);
}

static gboolean
finish_unlocking (TjContext *self, GError **error)
{
  self->store = tj_context_open_store (self, FALSE, error);
  if (self->store == NULL || !tj_context_check_log_head (self, error)
      || !tj_context_load_routine (self, error) || !log_opening (self, error))
    {
      tj_context_forget (self);
      return FALSE;
    }
  return TRUE;
}

static gboolean
load_key_file (TjContext *self, GError **error)
{
  g_autofree char *path = tj_context_dup_path (self, TJ_KEY_FILE_NAME);

  tj_context_forget (self);
  if (!tj_context_has_register (self))
    {
      g_set_error_literal (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_NO_REGISTER,
                           _ ("There is no register in this folder. Make one with “tjugo init”."));
      return FALSE;
    }
  self->key_file = tj_key_file_load (path, error);
  return self->key_file != NULL;
}

/* Takes `data_key`, which is NULL when no slot opened. */
static gboolean
unlock_with (TjContext *self, TjSecret *data_key, GError **error)
{
  self->data_key = data_key;
  if (data_key == NULL)
    self->failed_openings++;
  return data_key != NULL && finish_unlocking (self, error);
}

/**
 * tj_context_unlock_with_passphrase: opens the register. A wrong passphrase, a damaged key file,
 * a newer version and a register in use are told apart by the error; none writes a byte. Takes
 * about a second on purpose (Argon2id), so a window calls it from a worker thread.
 */
gboolean
tj_context_unlock_with_passphrase (TjContext *self, const TjSecret *passphrase, GError **error)
{
  g_return_val_if_fail (TJ_IS_CONTEXT (self), FALSE);
  return load_key_file (self, error)
         && unlock_with (self, tj_key_file_open_with_passphrase (self->key_file, passphrase, error),
                         error);
}

/**
 * tj_context_unlock_with_keyring: as with a passphrase, with the key that the session's Secret
 * Service keeps.
 */
gboolean
tj_context_unlock_with_keyring (TjContext *self, GError **error)
{
  g_return_val_if_fail (TJ_IS_CONTEXT (self), FALSE);
  return load_key_file (self, error)
         && unlock_with (self, tj_key_file_open_with_keyring (self->key_file, NULL, error), error);
}

/**
 * tj_context_unlock_with_recovery_key: as with a passphrase, with the key on the recovery sheet.
 */
gboolean
tj_context_unlock_with_recovery_key (TjContext *self, const TjSecret *text, GError **error)
{
  g_return_val_if_fail (TJ_IS_CONTEXT (self), FALSE);
  return load_key_file (self, error)
         && unlock_with (self, tj_key_file_open_with_recovery_key (self->key_file, text, error),
                         error);
}
