/* The bytes of a key file, little-endian:
 *
 *   header   magic "TJUGOKEY" 8 · version 2 · flags 2 (bit 0: demo) · register id 16 · created 8 ·
 *            cipher format 16                                  (authenticated by every slot)
 *   state    audit count 8 · audit head 32 · next slot id 2 · number of slots 2
 *   slots    see tj-key-codec.c
 *   MAC      32, over all above, under a subkey of the data key: checked at opening
 *   checksum 32, BLAKE2b over all above: tells damage from a wrong passphrase, before any key
 *
 * Magic, version and the closing checksum stay where they are in every future version, so that an
 * older program can say "newer" and not "damaged". */

#include "config.h"

#include "tj-key-file-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "tj-key-codec-private.h"

#define MAGIC "TJUGOKEY"
#define MAGIC_BYTES 8
#define MIN_BYTES (MAGIC_BYTES + 2 + TJ_KEY_FILE_CHECKSUM_BYTES)
#define FLAG_DEMO 1

G_STATIC_ASSERT (TJ_KEY_FILE_MAC_BYTES == crypto_auth_BYTES);

static void
write_header (TjKeyFile *self, GByteArray *out)
{
  g_byte_array_append (out, (const guint8 *)MAGIC, MAGIC_BYTES);
  tj_byte_writer_put_uint (out, TJ_KEY_FILE_VERSION, 2);
  tj_byte_writer_put_uint (out, self->demo ? FLAG_DEMO : 0, 2);
  g_byte_array_append (out, self->id, sizeof self->id);
  tj_byte_writer_put_uint (out, self->created_at, 8);
  g_byte_array_append (out, (const guint8 *)self->cipher_format, TJ_KEY_FILE_CIPHER_CHARS);
}

/* All that the MAC covers. */
static GByteArray *
write_body (TjKeyFile *self)
{
  GByteArray *out = g_byte_array_new ();

  write_header (self, out);
  tj_byte_writer_put_uint (out, self->audit_count, 8);
  g_byte_array_append (out, self->audit_head, sizeof self->audit_head);
  tj_byte_writer_put_uint (out, self->next_slot_id, 2);
  tj_byte_writer_put_uint (out, self->slots->len, 2);
  for (guint i = 0; i < self->slots->len; i++)
    tj_key_slot_write (g_ptr_array_index (self->slots, i), out);
  return out;
}

/* The cipher format is a short ASCII word, filled up with NULs. */
static gboolean
is_word (const char *field)
{
  gsize length = strlen (field);

  for (gsize i = 0; i < TJ_KEY_FILE_CIPHER_CHARS; i++)
    if (i < length ? !g_ascii_isgraph (field[i]) : field[i] != '\0')
      return FALSE;
  return length > 0;
}

static gboolean
read_header (TjKeyFile *self, TjByteReader *reader)
{
  guint64 flags = tj_byte_reader_take_uint (reader, 2);

  self->demo = flags == FLAG_DEMO;
  tj_byte_reader_take (reader, self->id, sizeof self->id);
  sodium_bin2hex (self->id_text, sizeof self->id_text, self->id, sizeof self->id);
  self->created_at = (gint64)tj_byte_reader_take_uint (reader, 8);
  tj_byte_reader_take (reader, (guint8 *)self->cipher_format, TJ_KEY_FILE_CIPHER_CHARS);
  return !reader->failed && flags <= FLAG_DEMO && self->created_at >= 0
         && is_word (self->cipher_format);
}

static gboolean
read_slots (TjKeyFile *self, TjByteReader *reader)
{
  guint64 n_slots;

  self->next_slot_id = tj_byte_reader_take_uint (reader, 2);
  n_slots = tj_byte_reader_take_uint (reader, 2);
  if (reader->failed || n_slots > TJ_KEY_FILE_MAX_SLOTS)
    return FALSE;
  for (guint64 i = 0; i < n_slots; i++)
    {
      TjKeySlot *slot = tj_key_slot_read (reader);

      if (slot == NULL)
        return FALSE;
      g_ptr_array_add (self->slots, slot);
      if (slot->id >= self->next_slot_id)
        return FALSE;
    }
  return TRUE;
}

/* Reads what stands between the version and the checksum, to the last byte. */
static gboolean
read_body (TjKeyFile *self, TjByteReader *reader)
{
  if (!read_header (self, reader))
    return FALSE;
  self->audit_count = tj_byte_reader_take_uint (reader, 8);
  tj_byte_reader_take (reader, self->audit_head, sizeof self->audit_head);
  if (!read_slots (self, reader))
    return FALSE;
  tj_byte_reader_take (reader, self->mac, sizeof self->mac);
  return !reader->failed && reader->left == 0;
}

static gboolean
checksum_holds (const guint8 *bytes, gsize size)
{
  guint8 sum[TJ_KEY_FILE_CHECKSUM_BYTES];

  crypto_generichash (sum, sizeof sum, bytes, size - sizeof sum, NULL, 0);
  return memcmp (sum, bytes + size - sizeof sum, sizeof sum) == 0;
}

static TjKeyFile *
refuse (GError **error)
{
  g_set_error_literal (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_DAMAGED,
                       _ ("The key file is damaged. Restore it from a backup"));
  return NULL;
}

/* The part that each slot authenticates. */
GBytes *
tj_key_file_dup_header (TjKeyFile *self)
{
  GByteArray *out = g_byte_array_new ();

  write_header (self, out);
  return g_byte_array_free_to_bytes (out);
}

/* Computes the MAC anew, after any change. */
void
tj_key_file_seal (TjKeyFile *self, const TjSecret *data_key)
{
  g_autoptr (GByteArray) body = write_body (self);
  g_autoptr (TjSecret) key = tj_data_key_derive (data_key, TJ_SUBKEY_HEADER);

  crypto_auth (self->mac, body->data, body->len, tj_secret_get (key, NULL));
}

/* Whether nothing was changed since somebody who had @data_key sealed the file. */
gboolean
tj_key_file_verify_seal (TjKeyFile *self, const TjSecret *data_key)
{
  g_autoptr (GByteArray) body = write_body (self);
  g_autoptr (TjSecret) key = tj_data_key_derive (data_key, TJ_SUBKEY_HEADER);

  return crypto_auth_verify (self->mac, body->data, body->len, tj_secret_get (key, NULL)) == 0;
}

/**
 * tj_key_file_parse:
 * @bytes: the content of a key file, or anything at all
 * @error: %TJ_VAULT_ERROR_DAMAGED or %TJ_VAULT_ERROR_NEWER
 *
 * Checks form and checksum. Who wrote the bytes is known only after opening.
 *
 * Returns: (transfer full): the key file, or %NULL
 */
TjKeyFile *
tj_key_file_parse (GBytes *bytes, GError **error)
{
  g_autoptr (TjKeyFile) self = NULL;
  gsize size;
  const guint8 *data;
  TjByteReader reader;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size < MIN_BYTES || memcmp (data, MAGIC, MAGIC_BYTES) != 0 || !checksum_holds (data, size))
    return refuse (error);
  reader = (TjByteReader){ data + MAGIC_BYTES, size - MAGIC_BYTES - TJ_KEY_FILE_CHECKSUM_BYTES,
                           FALSE };
  switch (tj_byte_reader_take_uint (&reader, 2))
    {
    case 0:
      return refuse (error);
    case TJ_KEY_FILE_VERSION:
      break;
    default:
      g_set_error_literal (
          error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_NEWER,
          _ ("The key file was written by a newer version of Tjugo. Update the program"));
      return NULL;
    }
  self = g_object_new (TJ_TYPE_KEY_FILE, NULL);
  if (!read_body (self, &reader))
    return refuse (error);
  return g_steal_pointer (&self);
}

/**
 * tj_key_file_serialize:
 * @self: a key file
 *
 * Returns: (transfer full): its content, as tj_key_file_parse() reads it
 */
GBytes *
tj_key_file_serialize (TjKeyFile *self)
{
  GByteArray *out;
  guint8 sum[TJ_KEY_FILE_CHECKSUM_BYTES];

  g_return_val_if_fail (TJ_IS_KEY_FILE (self), NULL);

  out = write_body (self);
  g_byte_array_append (out, self->mac, sizeof self->mac);
  crypto_generichash (sum, sizeof sum, out->data, out->len, NULL, 0);
  g_byte_array_append (out, sum, sizeof sum);
  return g_byte_array_free_to_bytes (out);
}
