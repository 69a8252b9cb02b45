/* One way to open a register: what is known about it without opening, how a secret of each kind
 * becomes a key-encrypting key (KEK), and the wrapping of the data key under it with
 * XChaCha20-Poly1305. The file's header and the slot's own head are authenticated with it, so
 * that no slot works in another register's file or with other parameters. */

#include "config.h"

#include "tj-key-slot-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "tj-data-key.h"
#include "tj-key-codec-private.h"
#include "tj-vault-error.h"

#define KEK_BYTES crypto_aead_xchacha20poly1305_ietf_KEYBYTES

G_STATIC_ASSERT (TJ_KEY_SLOT_SALT_BYTES == crypto_pwhash_SALTBYTES);
G_STATIC_ASSERT (TJ_KEY_SLOT_NONCE_BYTES == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
G_STATIC_ASSERT (TJ_KEY_SLOT_WRAPPED_BYTES
                 == TJ_DATA_KEY_BYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES);
G_STATIC_ASSERT (TJ_KEY_SLOT_SEALED_BYTES == KEK_BYTES + crypto_box_SEALBYTES);
G_STATIC_ASSERT (TJ_ESCROW_PUBLIC_KEY_BYTES == crypto_box_PUBLICKEYBYTES);

static const char RECOVERY_CONTEXT[] = "tjugo recovery key to key-encrypting key";

static GByteArray *
build_associated_data (const TjKeySlot *self, GBytes *header)
{
  GByteArray *data = g_byte_array_new ();
  gsize size;
  const guint8 *bytes = g_bytes_get_data (header, &size);

  g_byte_array_append (data, bytes, size);
  tj_key_slot_write_head (self, data);
  return data;
}

/* An empty slot; it opens nothing before it is wrapped. %TJ_VAULT_ERROR_BAD_INPUT when @label
 * cannot be stored. */
TjKeySlot *
tj_key_slot_new (TjKeySlotKind kind, guint16 id, const char *label, GError **error)
{
  TjKeySlot *self;

  if (label == NULL)
    label = "";
  if (!tj_key_label_is_sound (label, strlen (label)))
    {
      g_set_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_BAD_INPUT,
                   _ ("The label is longer than %d bytes or is not a line of text"),
                   TJ_KEY_SLOT_MAX_LABEL);
      return NULL;
    }
  self = g_new0 (TjKeySlot, 1);
  self->kind = kind;
  self->id = id;
  self->label = g_strdup (label);
  self->created_at = g_get_real_time () / G_USEC_PER_SEC;
  return self;
}

/* Frees a slot; what it holds is no secret. */
void
tj_key_slot_free (TjKeySlot *self)
{
  g_free (self->label);
  g_free (self);
}

/* Puts @data_key into the slot, under @kek; the head must be complete before. */
void
tj_key_slot_wrap (TjKeySlot *self, GBytes *header, const TjSecret *kek, const TjSecret *data_key)
{
  g_autoptr (GByteArray) data = build_associated_data (self, header);

  randombytes_buf (self->nonce, sizeof self->nonce);
  crypto_aead_xchacha20poly1305_ietf_encrypt (self->wrapped, NULL, tj_secret_get (data_key, NULL),
                                              TJ_DATA_KEY_BYTES, data->data, data->len, NULL,
                                              self->nonce, tj_secret_get (kek, NULL));
}

/* Takes the data key out; %NULL when @kek is not the one, or anything authenticated was changed. */
TjSecret *
tj_key_slot_unwrap (const TjKeySlot *self, GBytes *header, const TjSecret *kek)
{
  g_autoptr (GByteArray) data = build_associated_data (self, header);
  g_autoptr (TjSecret) data_key = tj_secret_new (TJ_DATA_KEY_BYTES);

  if (tj_secret_get_size (kek) != KEK_BYTES)
    return NULL;
  if (crypto_aead_xchacha20poly1305_ietf_decrypt (tj_secret_get_writable (data_key), NULL, NULL,
                                                  self->wrapped, sizeof self->wrapped, data->data,
                                                  data->len, self->nonce, tj_secret_get (kek, NULL))
      != 0)
    return NULL;
  return g_steal_pointer (&data_key);
}

/* The KEK of a passphrase slot (Argon2id, the slot's salt and cost); fails only for want of
 * memory. */
TjSecret *
tj_key_slot_stretch (const TjKeySlot *self, const TjSecret *passphrase, GError **error)
{
  g_autoptr (TjSecret) kek = tj_secret_new (KEK_BYTES);
  gsize size;
  const guint8 *bytes = tj_secret_get (passphrase, &size);

  if (crypto_pwhash (tj_secret_get_writable (kek), KEK_BYTES, (const char *)bytes, size, self->salt,
                     self->cost.passes, (gsize)self->cost.memory_kib * 1024,
                     crypto_pwhash_ALG_ARGON2ID13)
      != 0)
    {
      g_set_error_literal (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_NO_MEMORY,
                           _ ("There is not enough free memory to check the passphrase"));
      return NULL;
    }
  return g_steal_pointer (&kek);
}

/* The KEK of a recovery slot: the key is random already and needs no stretching. */
TjSecret *
tj_key_slot_digest_recovery_key (const TjSecret *key)
{
  TjSecret *kek = tj_secret_new (KEK_BYTES);
  gsize size;
  const guint8 *bytes = tj_secret_get (key, &size);

  crypto_generichash (tj_secret_get_writable (kek), KEK_BYTES, bytes, size,
                      (const guint8 *)RECOVERY_CONTEXT, sizeof RECOVERY_CONTEXT - 1);
  /* libsodium's BLAKE2b leaves its output on the stack. */
  sodium_stackzero (4096);
  return kek;
}

/* Draws the KEK of an escrow slot and keeps it sealed to @public_key. %NULL when that is none. */
TjSecret *
tj_key_slot_seal_kek (TjKeySlot *self, const guint8 *public_key)
{
  g_autoptr (TjSecret) kek = tj_secret_new_random (KEK_BYTES);

  memcpy (self->public_key, public_key, sizeof self->public_key);
  if (crypto_box_seal (self->sealed_kek, tj_secret_get (kek, NULL), KEK_BYTES, public_key) != 0)
    return NULL;
  return g_steal_pointer (&kek);
}

/* The KEK of an escrow slot, with the secret half; %NULL when it does not fit. */
TjSecret *
tj_key_slot_unseal_kek (const TjKeySlot *self, const TjSecret *secret_key)
{
  g_autoptr (TjSecret) kek = tj_secret_new (KEK_BYTES);

  if (tj_secret_get_size (secret_key) != crypto_box_SECRETKEYBYTES)
    return NULL;
  if (crypto_box_seal_open (tj_secret_get_writable (kek), self->sealed_kek, sizeof self->sealed_kek,
                            self->public_key, tj_secret_get (secret_key, NULL))
      != 0)
    return NULL;
  return g_steal_pointer (&kek);
}

/**
 * tj_key_slot_get_id:
 * @self: a slot
 *
 * Returns: its number in the file, from 1; never used again after its removal
 */
guint
tj_key_slot_get_id (const TjKeySlot *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->id;
}

/**
 * tj_key_slot_get_kind:
 * @self: a slot
 *
 * Returns: how it is opened
 */
TjKeySlotKind
tj_key_slot_get_kind (const TjKeySlot *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->kind;
}

/**
 * tj_key_slot_get_label:
 * @self: a slot
 *
 * Returns: (transfer none): what the user called it, perhaps empty; stored in plain
 */
const char *
tj_key_slot_get_label (const TjKeySlot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

/**
 * tj_key_slot_get_created_at:
 * @self: a slot
 *
 * Returns: when it was added, in seconds since 1970 (UTC)
 */
gint64
tj_key_slot_get_created_at (const TjKeySlot *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->created_at;
}

/**
 * tj_key_slot_kind_to_word:
 * @kind: a kind of slot
 *
 * Returns: (transfer none): the lower-case English word that commands print
 */
const char *
tj_key_slot_kind_to_word (TjKeySlotKind kind)
{
  switch (kind)
    {
    case TJ_KEY_SLOT_PASSPHRASE:
      return "passphrase";
    case TJ_KEY_SLOT_KEYRING:
      return "keyring";
    case TJ_KEY_SLOT_RECOVERY:
      return "recovery";
    case TJ_KEY_SLOT_ESCROW:
      return "escrow";
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * tj_key_slot_kind_get_label:
 * @kind: a kind of slot
 *
 * Returns: (transfer none): its name in the user's language
 */
const char *
tj_key_slot_kind_get_label (TjKeySlotKind kind)
{
  switch (kind)
    {
    case TJ_KEY_SLOT_PASSPHRASE:
      return _ ("Passphrase");
    case TJ_KEY_SLOT_KEYRING:
      return _ ("This user's keyring");
    case TJ_KEY_SLOT_RECOVERY:
      return _ ("Recovery key");
    case TJ_KEY_SLOT_ESCROW:
      return _ ("The municipality's escrow key");
    default:
      g_return_val_if_reached (NULL);
    }
}
