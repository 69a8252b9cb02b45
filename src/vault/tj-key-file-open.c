/* The ways to open a register. Each tries every slot of its kind and takes the data key only when
 * the file's seal holds under it; nothing here writes. */

#include "config.h"

#include "tj-key-file-private.h"

#include <glib/gi18n-lib.h>

#include "tj-keyring.h"
#include "tj-recovery-key.h"

/* The KEK that @secret gives for a slot; %NULL without @error when it is not for this slot. */
static TjSecret *
derive_kek (const TjKeySlot *slot, const TjSecret *secret, GError **error)
{
  switch (slot->kind)
    {
    case TJ_KEY_SLOT_PASSPHRASE:
      return tj_key_slot_stretch (slot, secret, error);
    case TJ_KEY_SLOT_RECOVERY:
      return tj_key_slot_digest_recovery_key (secret);
    case TJ_KEY_SLOT_ESCROW:
      return tj_key_slot_unseal_kek (slot, secret);
    case TJ_KEY_SLOT_KEYRING:
    default:
      return tj_secret_new_from_bytes (tj_secret_get (secret, NULL), tj_secret_get_size (secret));
    }
}

/* Tries @secret on every slot of @kind; %NULL without @error when it opens none. */
static TjSecret *
open_slots (TjKeyFile *self, TjKeySlotKind kind, const TjSecret *secret, GError **error)
{
  g_autoptr (GBytes) header = tj_key_file_dup_header (self);

  for (guint i = 0; i < self->slots->len; i++)
    {
      const TjKeySlot *slot = g_ptr_array_index (self->slots, i);
      g_autoptr (GError) local = NULL;
      g_autoptr (TjSecret) kek = NULL;
      g_autoptr (TjSecret) data_key = NULL;

      if (slot->kind != kind)
        continue;
      kek = derive_kek (slot, secret, &local);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      data_key = kek != NULL ? tj_key_slot_unwrap (slot, header, kek) : NULL;
      if (data_key != NULL)
        return tj_key_file_check_seal (self, data_key, error) ? g_steal_pointer (&data_key) : NULL;
    }
  return NULL;
}

/* open_slots() with @message when nothing opens. */
static TjSecret *
open_or_refuse (TjKeyFile *self,
                TjKeySlotKind kind,
                const TjSecret *secret,
                const char *message,
                GError **error)
{
  g_autoptr (GError) local = NULL;
  TjSecret *data_key = open_slots (self, kind, secret, &local);

  if (data_key != NULL)
    return data_key;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_WRONG_KEY, message);
  return NULL;
}

/**
 * tj_key_file_open_with_passphrase:
 * @self: a key file
 * @passphrase: as typed
 * @error: %TJ_VAULT_ERROR_WRONG_KEY, %TJ_VAULT_ERROR_DAMAGED when the file was changed without the
 *   key, or %TJ_VAULT_ERROR_NO_MEMORY
 *
 * Takes about half a second and 256 MiB for each passphrase slot that does not fit.
 *
 * Returns: (transfer full): the data key, or %NULL
 */
TjSecret *
tj_key_file_open_with_passphrase (TjKeyFile *self, const TjSecret *passphrase, GError **error)
{
  g_return_val_if_fail (TJ_IS_KEY_FILE (self) && passphrase != NULL, NULL);

  return open_or_refuse (self, TJ_KEY_SLOT_PASSPHRASE, passphrase, _ ("Wrong passphrase"), error);
}

/**
 * tj_key_file_open_with_keyring:
 * @self: a key file
 * @cancellable: (nullable): stops the waiting for the keyring
 * @error: %TJ_VAULT_ERROR_NO_KEYRING when there is no unlocked keyring,
 *   %TJ_VAULT_ERROR_WRONG_KEY when it has no key to this register, %TJ_VAULT_ERROR_DAMAGED
 *
 * Returns: (transfer full): the data key, or %NULL
 */
TjSecret *
tj_key_file_open_with_keyring (TjKeyFile *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (TjSecret) kek = NULL;

  g_return_val_if_fail (TJ_IS_KEY_FILE (self), NULL);

  kek = tj_keyring_lookup (self->id_text, cancellable, error);
  if (kek == NULL)
    return NULL;
  return open_or_refuse (self, TJ_KEY_SLOT_KEYRING, kek,
                         _ ("The key in the keyring does not open this register"), error);
}

/**
 * tj_key_file_open_with_recovery_key:
 * @self: a key file
 * @text: the recovery key as typed
 * @error: %TJ_VAULT_ERROR_TYPO before anything is tried, %TJ_VAULT_ERROR_WRONG_KEY,
 *   %TJ_VAULT_ERROR_DAMAGED
 *
 * Returns: (transfer full): the data key, or %NULL
 */
TjSecret *
tj_key_file_open_with_recovery_key (TjKeyFile *self, const TjSecret *text, GError **error)
{
  g_autoptr (TjSecret) key = NULL;

  g_return_val_if_fail (TJ_IS_KEY_FILE (self) && text != NULL, NULL);

  key = tj_recovery_key_parse (text, error);
  if (key == NULL)
    return NULL;
  return open_or_refuse (self, TJ_KEY_SLOT_RECOVERY, key,
                         _ ("This recovery key does not belong to this register"), error);
}

/**
 * tj_key_file_open_with_escrow_key:
 * @self: a key file
 * @secret_key: the secret half (X25519) of the municipality's key
 * @error: %TJ_VAULT_ERROR_WRONG_KEY, %TJ_VAULT_ERROR_DAMAGED
 *
 * Returns: (transfer full): the data key, or %NULL
 */
TjSecret *
tj_key_file_open_with_escrow_key (TjKeyFile *self, const TjSecret *secret_key, GError **error)
{
  g_return_val_if_fail (TJ_IS_KEY_FILE (self) && secret_key != NULL, NULL);

  return open_or_refuse (self, TJ_KEY_SLOT_ESCROW, secret_key,
                         _ ("This escrow key does not open this register"), error);
}
