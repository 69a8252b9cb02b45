/* The key file as an object: what the register is, and the head of its log. Each change is sealed
 * with the data key; one that was made without it is noticed at the next opening. A file whose seal
 * does not hold is never changed, so that tampering is not blessed by the next honest change. */

#include "config.h"

#include "tj-key-file-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (TjKeyFile, tj_key_file, G_TYPE_OBJECT)

static void
tj_key_file_finalize (GObject *object)
{
  TjKeyFile *self = TJ_KEY_FILE (object);

  g_clear_pointer (&self->slots, g_ptr_array_unref);
  g_clear_pointer (&self->on_disk, g_bytes_unref);
  G_OBJECT_CLASS (tj_key_file_parent_class)->finalize (object);
}

static void
tj_key_file_class_init (TjKeyFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tj_key_file_finalize;
}

static void
tj_key_file_init (TjKeyFile *self)
{
  self->slots = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_key_slot_free);
  self->next_slot_id = 1;
}

/* Whether the seal holds; %TJ_VAULT_ERROR_DAMAGED when not. */
gboolean
tj_key_file_check_seal (TjKeyFile *self, const TjSecret *data_key, GError **error)
{
  if (tj_key_file_verify_seal (self, data_key))
    return TRUE;
  g_set_error_literal (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_DAMAGED,
                       _ ("The key file was changed outside Tjugo. Restore it from a backup"));
  return FALSE;
}

/**
 * tj_key_file_new:
 * @demo: whether the register holds invented people only
 * @data_key: (out) (transfer full): the new register's key, drawn at random
 *
 * Returns: (transfer full): a key file for a new register, with no way to open it yet
 */
TjKeyFile *
tj_key_file_new (gboolean demo, TjSecret **data_key)
{
  TjKeyFile *self;

  g_return_val_if_fail (data_key != NULL, NULL);

  *data_key = tj_secret_new_random (TJ_DATA_KEY_BYTES);
  self = g_object_new (TJ_TYPE_KEY_FILE, NULL);
  randombytes_buf (self->id, sizeof self->id);
  sodium_bin2hex (self->id_text, sizeof self->id_text, self->id, sizeof self->id);
  g_strlcpy (self->cipher_format, TJ_KEY_FILE_CIPHER_FORMAT, sizeof self->cipher_format);
  self->created_at = g_get_real_time () / G_USEC_PER_SEC;
  self->demo = demo;
  tj_key_file_seal (self, *data_key);
  return self;
}

/**
 * tj_key_file_get_register_id:
 * @self: a key file
 *
 * Returns: (transfer none): 32 hexadecimal digits, drawn at random when the register was made
 */
const char *
tj_key_file_get_register_id (TjKeyFile *self)
{
  g_return_val_if_fail (TJ_IS_KEY_FILE (self), NULL);

  return self->id_text;
}

/**
 * tj_key_file_get_cipher_format:
 * @self: a key file
 *
 * Returns: (transfer none): how the database beside it is encrypted, %TJ_KEY_FILE_CIPHER_FORMAT
 */
const char *
tj_key_file_get_cipher_format (TjKeyFile *self)
{
  g_return_val_if_fail (TJ_IS_KEY_FILE (self), NULL);

  return self->cipher_format;
}

/**
 * tj_key_file_get_created_at:
 * @self: a key file
 *
 * Returns: when the register was made, in seconds since 1970 (UTC)
 */
gint64
tj_key_file_get_created_at (TjKeyFile *self)
{
  g_return_val_if_fail (TJ_IS_KEY_FILE (self), 0);

  return self->created_at;
}

/**
 * tj_key_file_is_demo:
 * @self: a key file
 *
 * Returns: whether the register holds invented people only
 */
gboolean
tj_key_file_is_demo (TjKeyFile *self)
{
  g_return_val_if_fail (TJ_IS_KEY_FILE (self), FALSE);

  return self->demo;
}

/**
 * tj_key_file_set_audit_head:
 * @self: a key file
 * @data_key: its data key
 * @head: the hash of the log's last row
 * @count: how many rows the log has
 * @error: %TJ_VAULT_ERROR_DAMAGED
 *
 * Keeps the head of the log outside the database, so that a log that was cut short is noticed.
 * The log may be ahead of it after a crash, never behind.
 *
 * Returns: whether it was set; it is on the disk after tj_key_file_save()
 */
gboolean
tj_key_file_set_audit_head (TjKeyFile *self,
                            const TjSecret *data_key,
                            const guint8 head[TJ_AUDIT_HEAD_BYTES],
                            guint64 count,
                            GError **error)
{
  g_return_val_if_fail (TJ_IS_KEY_FILE (self) && data_key != NULL && head != NULL, FALSE);

  if (!tj_key_file_check_seal (self, data_key, error))
    return FALSE;
  memcpy (self->audit_head, head, TJ_AUDIT_HEAD_BYTES);
  self->audit_count = count;
  tj_key_file_seal (self, data_key);
  return TRUE;
}

/**
 * tj_key_file_get_audit_head:
 * @self: a key file
 * @head: (out): the hash of the log's last row when it was last kept; zeros for none
 *
 * Returns: how many rows the log had then
 */
guint64
tj_key_file_get_audit_head (TjKeyFile *self, guint8 head[TJ_AUDIT_HEAD_BYTES])
{
  g_return_val_if_fail (TJ_IS_KEY_FILE (self), 0);

  if (head != NULL)
    memcpy (head, self->audit_head, TJ_AUDIT_HEAD_BYTES);
  return self->audit_count;
}
