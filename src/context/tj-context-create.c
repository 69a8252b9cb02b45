/* A new register, in two steps, so that nothing is on disk before the recovery key has been shown:
 * tj_context_prepare() makes the keys in memory, tj_context_create() writes. */

#include "config.h"

#include "tj-context-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tj-catalogue-service.h"
#include "tj-municipalities.h"
#include "tj-routine-json.h"
#include "tj-setting-keys.h"
#include "tj-undo.h"

static gboolean
refuse_existing (TjContext *self, GError **error)
{
  g_autofree char *database = tj_context_dup_path (self, TJ_STORE_FILE_NAME);

  if (!tj_context_has_register (self) && !g_file_test (database, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error_literal (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_EXISTS,
                       _ ("The folder holds a register already. Choose another folder."));
  return FALSE;
}

static gboolean
make_folder (TjContext *self, GError **error)
{
  if (g_mkdir_with_parents (self->register_dir, 0700) == 0)
    return TRUE;
  g_set_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT,
               _ ("The folder of the register cannot be made: %s."), g_strerror (errno));
  return FALSE;
}

static gboolean
write_first_settings (TjContext *self,
                      const char *municipality_code,
                      const char *routine_json,
                      GError **error)
{
  g_autofree char *name = tj_municipalities_dup_name (municipality_code);

  return tj_context_set_setting (self, TJ_SETTING_MUNICIPALITY, municipality_code, error)
         && tj_context_set_setting (self, TJ_SETTING_LETTERHEAD "municipality", name, error)
         && tj_context_set_routine (self, routine_json, error)
         && tj_catalogue_service_fill (self, self->routine->id, error)
         /* What a register is made with is not to be undone. */
         && tj_undo_clear (self->store, error);
}

static gboolean
write_register (TjContext *self,
                const char *municipality_code,
                const char *routine_json,
                GError **error)
{
  if (!make_folder (self, error))
    return FALSE;
  self->store = tj_context_open_store (self, TRUE, error);
  return self->store != NULL && write_first_settings (self, municipality_code, routine_json, error)
         && tj_context_save_key_file (self, error);
}

/* A register that could not be made whole leaves nothing behind. */
static void
remove_half_made (TjContext *self)
{
  g_autofree char *database = tj_context_dup_path (self, TJ_STORE_FILE_NAME);
  g_autofree char *keys = tj_context_dup_path (self, TJ_KEY_FILE_NAME);

  if (self->store != NULL)
    tj_store_close (self->store, NULL);
  g_unlink (database);
  g_unlink (keys);
  tj_context_forget (self);
}

static gboolean
check_municipality (const char *code, GError **error)
{
  g_autofree char *name = tj_municipalities_dup_name (code);

  if (name != NULL)
    return TRUE;
  g_set_error_literal (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT,
                       _ ("No municipality has this code. Give the four digits of SCB, "
                          "such as 1472."));
  return FALSE;
}

/**
 * tj_context_prepare: makes the keys of a new register, in memory only. `passphrase` may be NULL
 * when the keyring is to be used. Returns the recovery key as it is to be printed, or NULL with
 * `error` set. The next step is tj_context_create().
 */
TjSecret *
tj_context_prepare (TjContext *self, const TjSecret *passphrase, gboolean demo, GError **error)
{
  g_autoptr (TjSecret) recovery_key = NULL;

  g_return_val_if_fail (TJ_IS_CONTEXT (self), NULL);
  if (!refuse_existing (self, error))
    return NULL;
  tj_context_forget (self);
  self->key_file = tj_key_file_new (demo, &self->data_key);
  if (passphrase != NULL
      && tj_key_file_add_passphrase (self->key_file, self->data_key, passphrase, "", NULL, error)
             == 0)
    return NULL;
  recovery_key = tj_key_file_add_recovery_key (self->key_file, self->data_key, "", error);
  return g_steal_pointer (&recovery_key);
}

/**
 * tj_context_create: writes the register that tj_context_prepare() made the keys of, for a
 * municipality (SCB's four digits) and a preset routine (tibro, lidkoping, nordmaling), and
 * leaves it unlocked. With `with_keyring` the session's keyring gets a key of its own. On failure
 * nothing is left on disk and the keys are forgotten.
 */
gboolean
tj_context_create (TjContext *self,
                   const char *municipality_code,
                   const char *routine_id,
                   gboolean with_keyring,
                   GError **error)
{
  g_autofree char *routine_json = NULL;

  g_return_val_if_fail (TJ_IS_CONTEXT (self), FALSE);
  g_return_val_if_fail (self->key_file != NULL && self->store == NULL, FALSE);
  routine_json = tj_routine_preset_dup_json (routine_id, error);
  if (routine_json == NULL || !check_municipality (municipality_code, error)
      || !refuse_existing (self, error))
    return FALSE;
  if (with_keyring
      && tj_key_file_add_keyring (self->key_file, self->data_key, "", NULL, error) == 0)
    return FALSE;
  if (!write_register (self, municipality_code, routine_json, error))
    {
      remove_half_made (self);
      return FALSE;
    }
  return TRUE;
}
