/* Adding, listing and removing the ways to open a register. Removing one does not change the data
 * key: who kept an old copy of the file and its passphrase still has it. */

#include "config.h"

#include "tj-key-file-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "tj-keyring.h"
#include "tj-recovery-key.h"

#define MAX_SLOT_ID G_MAXUINT16

static const TjPassphraseCost STANDARD_COST = { .passes = 3, .memory_kib = 256 * 1024 };

/* A slot that may be added, or %NULL: the file verifies and has room, the label can be stored. */
static TjKeySlot *
begin_slot (TjKeyFile *self,
            TjKeySlotKind kind,
            const TjSecret *data_key,
            const char *label,
            GError **error)
{
  if (!tj_key_file_check_seal (self, data_key, error))
    return NULL;
  if (self->slots->len == TJ_KEY_FILE_MAX_SLOTS || self->next_slot_id == MAX_SLOT_ID)
    {
      g_set_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_BAD_INPUT,
                   _ ("A register has at most %d ways to open it"), TJ_KEY_FILE_MAX_SLOTS);
      return NULL;
    }
  return tj_key_slot_new (kind, self->next_slot_id, label, error);
}

/* Wraps, adds and seals. Returns the slot's id. */
static guint
finish_slot (TjKeyFile *self, TjKeySlot *slot, const TjSecret *kek, const TjSecret *data_key)
{
  g_autoptr (GBytes) header = tj_key_file_dup_header (self);

  tj_key_slot_wrap (slot, header, kek, data_key);
  g_ptr_array_add (self->slots, slot);
  self->next_slot_id = slot->id + 1;
  tj_key_file_seal (self, data_key);
  return slot->id;
}

/* The keyring slot that @kek opens, or 0. */
static guint
find_keyring_slot (TjKeyFile *self, const TjSecret *kek)
{
  g_autoptr (GBytes) header = tj_key_file_dup_header (self);

  for (guint i = 0; i < self->slots->len; i++)
    {
      const TjKeySlot *slot = g_ptr_array_index (self->slots, i);
      g_autoptr (TjSecret) opened = NULL;

      if (slot->kind == TJ_KEY_SLOT_KEYRING)
        opened = tj_key_slot_unwrap (slot, header, kek);
      if (opened != NULL)
        return slot->id;
    }
  return 0;
}

static int
find_slot (TjKeyFile *self, guint id)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (((TjKeySlot *)g_ptr_array_index (self->slots, i))->id == id)
      return i;
  return -1;
}

/* Whether the slots, but for the one at @without (-1: none), are enough for a register in use. */
static gboolean
are_enough (TjKeyFile *self, int without)
{
  guint n = 0, n_elsewhere = 0;

  for (guint i = 0; i < self->slots->len; i++)
    {
      const TjKeySlot *slot = g_ptr_array_index (self->slots, i);

      if ((int)i == without)
        continue;
      n++;
      n_elsewhere += slot->kind != TJ_KEY_SLOT_KEYRING;
    }
  return n >= 2 && n_elsewhere >= 1;
}

/**
 * tj_key_file_add_passphrase:
 * @self: a key file
 * @data_key: its data key
 * @passphrase: not empty
 * @label: (nullable): a name for the slot, stored in plain
 * @cost: (nullable): %NULL for the standard; less is for tests only
 * @error: %TJ_VAULT_ERROR_BAD_INPUT, %TJ_VAULT_ERROR_DAMAGED, %TJ_VAULT_ERROR_NO_MEMORY
 *
 * Returns: the new slot's id, or 0
 */
guint
tj_key_file_add_passphrase (TjKeyFile *self,
                            const TjSecret *data_key,
                            const TjSecret *passphrase,
                            const char *label,
                            const TjPassphraseCost *cost,
                            GError **error)
{
  g_autoptr (TjKeySlot) slot = NULL;
  g_autoptr (TjSecret) kek = NULL;

  g_return_val_if_fail (TJ_IS_KEY_FILE (self) && data_key != NULL && passphrase != NULL, 0);

  if (tj_secret_get_size (passphrase) == 0)
    {
      g_set_error_literal (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_BAD_INPUT,
                           _ ("The passphrase is empty"));
      return 0;
    }
  slot = begin_slot (self, TJ_KEY_SLOT_PASSPHRASE, data_key, label, error);
  if (slot == NULL)
    return 0;
  slot->cost = cost != NULL ? *cost : STANDARD_COST;
  randombytes_buf (slot->salt, sizeof slot->salt);
  kek = tj_key_slot_stretch (slot, passphrase, error);
  if (kek == NULL)
    return 0;
  return finish_slot (self, g_steal_pointer (&slot), kek, data_key);
}

/**
 * tj_key_file_add_keyring:
 * @self: a key file
 * @data_key: its data key
 * @label: (nullable): a name for the slot, stored in plain
 * @cancellable: (nullable): stops the waiting for the keyring
 * @error: %TJ_VAULT_ERROR_NO_KEYRING, %TJ_VAULT_ERROR_BAD_INPUT, %TJ_VAULT_ERROR_DAMAGED
 *
 * Leaves a random key in this user's keyring. If the keyring opens the register already, nothing
 * is added.
 *
 * Returns: the id of the slot that the keyring opens, or 0
 */
guint
tj_key_file_add_keyring (TjKeyFile *self,
                         const TjSecret *data_key,
                         const char *label,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (TjKeySlot) slot = NULL;
  g_autoptr (TjSecret) kek = NULL;
  guint id;

  g_return_val_if_fail (TJ_IS_KEY_FILE (self) && data_key != NULL, 0);

  slot = begin_slot (self, TJ_KEY_SLOT_KEYRING, data_key, label, error);
  if (slot == NULL)
    return 0;
  kek = tj_keyring_lookup (self->id_text, cancellable, &local);
  id = kek != NULL ? find_keyring_slot (self, kek) : 0;
  if (id != 0)
    return id;
  if (kek == NULL && !g_error_matches (local, TJ_VAULT_ERROR, TJ_VAULT_ERROR_WRONG_KEY))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return 0;
    }
  g_clear_pointer (&kek, tj_secret_unref);
  kek = tj_secret_new_random (TJ_DATA_KEY_BYTES);
  if (!tj_keyring_store (self->id_text, kek, cancellable, error))
    return 0;
  return finish_slot (self, g_steal_pointer (&slot), kek, data_key);
}

/**
 * tj_key_file_add_recovery_key:
 * @self: a key file
 * @data_key: its data key
 * @label: (nullable): a name for the slot, stored in plain
 * @error: %TJ_VAULT_ERROR_BAD_INPUT, %TJ_VAULT_ERROR_DAMAGED
 *
 * Returns: (transfer full): the recovery key to print, the only copy there is, or %NULL
 */
TjSecret *
tj_key_file_add_recovery_key (TjKeyFile *self,
                              const TjSecret *data_key,
                              const char *label,
                              GError **error)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjSecret) kek = NULL;
  TjKeySlot *slot;

  g_return_val_if_fail (TJ_IS_KEY_FILE (self) && data_key != NULL, NULL);

  slot = begin_slot (self, TJ_KEY_SLOT_RECOVERY, data_key, label, error);
  if (slot == NULL)
    return NULL;
  key = tj_secret_new_random (TJ_RECOVERY_KEY_BYTES);
  kek = tj_key_slot_digest_recovery_key (key);
  finish_slot (self, slot, kek, data_key);
  return tj_recovery_key_format (key);
}

/**
 * tj_key_file_add_escrow:
 * @self: a key file
 * @data_key: its data key
 * @public_key: the public half (X25519) of a key that the municipality keeps elsewhere
 * @label: (nullable): a name for the slot, stored in plain
 * @error: %TJ_VAULT_ERROR_BAD_INPUT, %TJ_VAULT_ERROR_DAMAGED
 *
 * Returns: the new slot's id, or 0
 */
guint
tj_key_file_add_escrow (TjKeyFile *self,
                        const TjSecret *data_key,
                        const guint8 public_key[TJ_ESCROW_PUBLIC_KEY_BYTES],
                        const char *label,
                        GError **error)
{
  g_autoptr (TjKeySlot) slot = NULL;
  g_autoptr (TjSecret) kek = NULL;

  g_return_val_if_fail (TJ_IS_KEY_FILE (self) && data_key != NULL && public_key != NULL, 0);

  slot = begin_slot (self, TJ_KEY_SLOT_ESCROW, data_key, label, error);
  if (slot == NULL)
    return 0;
  kek = tj_key_slot_seal_kek (slot, public_key);
  if (kek == NULL)
    {
      g_set_error_literal (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_BAD_INPUT,
                           _ ("This is not a public key"));
      return 0;
    }
  return finish_slot (self, g_steal_pointer (&slot), kek, data_key);
}

/**
 * tj_key_file_remove_slot:
 * @self: a key file
 * @data_key: its data key
 * @id: the slot
 * @error: %TJ_VAULT_ERROR_TOO_FEW_SLOTS when too few would remain, %TJ_VAULT_ERROR_BAD_INPUT when
 *   there is no such slot, %TJ_VAULT_ERROR_DAMAGED
 *
 * After removing a keyring slot and saving, call tj_keyring_clear() too.
 *
 * Returns: whether the slot is gone
 */
gboolean
tj_key_file_remove_slot (TjKeyFile *self, const TjSecret *data_key, guint id, GError **error)
{
  int index;

  g_return_val_if_fail (TJ_IS_KEY_FILE (self) && data_key != NULL, FALSE);

  if (!tj_key_file_check_seal (self, data_key, error))
    return FALSE;
  index = find_slot (self, id);
  if (index < 0)
    {
      g_set_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_BAD_INPUT,
                   _ ("There is no way number %u to open the register"), id);
      return FALSE;
    }
  if (!are_enough (self, index))
    {
      g_set_error_literal (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_TOO_FEW_SLOTS,
                           _ ("Two ways to open the register must remain, one of them not the "
                              "keyring. Add another one first"));
      return FALSE;
    }
  g_ptr_array_remove_index (self->slots, index);
  tj_key_file_seal (self, data_key);
  return TRUE;
}

/**
 * tj_key_file_get_n_slots:
 * @self: a key file
 *
 * Returns: how many ways there are to open the register
 */
guint
tj_key_file_get_n_slots (TjKeyFile *self)
{
  g_return_val_if_fail (TJ_IS_KEY_FILE (self), 0);

  return self->slots->len;
}

/**
 * tj_key_file_get_slot:
 * @self: a key file
 * @index: from 0, in the order of adding
 *
 * Returns: (transfer none): the slot, valid until @self is changed
 */
const TjKeySlot *
tj_key_file_get_slot (TjKeyFile *self, guint index)
{
  g_return_val_if_fail (TJ_IS_KEY_FILE (self), NULL);
  g_return_val_if_fail (index < self->slots->len, NULL);

  return g_ptr_array_index (self->slots, index);
}

/**
 * tj_key_file_has_enough_slots:
 * @self: a key file
 *
 * Returns: whether the register may take its first record: two ways to open it, one of them not
 *   the keyring, which goes with the workstation
 */
gboolean
tj_key_file_has_enough_slots (TjKeyFile *self)
{
  g_return_val_if_fail (TJ_IS_KEY_FILE (self), FALSE);

  return are_enough (self, -1);
}
