/* How a slot lies in the key file: little-endian, no padding, one way to write each slot, so that
 * reading and writing back gives the same bytes. The head (all but nonce and wrapped key) is what
 * the wrapping authenticates.
 *
 *   kind 1 · label length 1 · id 2 · created 8 · passes 4 · memory 4 · salt 16
 *   escrow only: public key 32 · sealed key 80
 *   label · nonce 24 · wrapped data key 48
 */

#include "config.h"

#include "tj-key-codec-private.h"

#include <string.h>

/* Beyond these a file is taken to be damaged rather than to be tried for minutes. */
#define MAX_PASSES 16
#define MIN_MEMORY_KIB 8
#define MAX_MEMORY_KIB (1024 * 1024)

static gboolean
is_zero (const guint8 *bytes, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (bytes[i] != 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_sound (const TjKeySlot *slot)
{
  const TjPassphraseCost *cost = &slot->cost;

  if (slot->id == 0 || slot->created_at < 0)
    return FALSE;
  switch (slot->kind)
    {
    case TJ_KEY_SLOT_PASSPHRASE:
      return cost->passes >= 1 && cost->passes <= MAX_PASSES && cost->memory_kib >= MIN_MEMORY_KIB
             && cost->memory_kib <= MAX_MEMORY_KIB;
    case TJ_KEY_SLOT_KEYRING:
    case TJ_KEY_SLOT_RECOVERY:
    case TJ_KEY_SLOT_ESCROW:
      return cost->passes == 0 && cost->memory_kib == 0 && is_zero (slot->salt, sizeof slot->salt);
    default:
      return FALSE;
    }
}

static void
read_label (TjByteReader *reader, TjKeySlot *slot, gsize length)
{
  char label[TJ_KEY_SLOT_MAX_LABEL + 1] = { 0 };

  if (length > TJ_KEY_SLOT_MAX_LABEL)
    {
      reader->failed = TRUE;
      return;
    }
  tj_byte_reader_take (reader, (guint8 *)label, length);
  if (!tj_key_label_is_sound (label, length))
    reader->failed = TRUE;
  else
    slot->label = g_strndup (label, length);
}

/* Copies @n bytes out; fewer left than that is a failure, and zeros. */
void
tj_byte_reader_take (TjByteReader *self, guint8 *out, gsize n)
{
  if (self->failed || self->left < n)
    {
      self->failed = TRUE;
      memset (out, 0, n);
      return;
    }
  memcpy (out, self->at, n);
  self->at += n;
  self->left -= n;
}

/* Reads a number of @n_bytes (at most 8). */
guint64
tj_byte_reader_take_uint (TjByteReader *self, gsize n_bytes)
{
  guint8 bytes[8] = { 0 };
  guint64 value;

  g_assert (n_bytes <= sizeof bytes);
  tj_byte_reader_take (self, bytes, n_bytes);
  memcpy (&value, bytes, sizeof value);
  return GUINT64_FROM_LE (value);
}

/* Appends the low @n_bytes (at most 8) of @value. */
void
tj_byte_writer_put_uint (GByteArray *out, guint64 value, gsize n_bytes)
{
  guint64 le = GUINT64_TO_LE (value);

  g_assert (n_bytes <= sizeof le);
  g_byte_array_append (out, (const guint8 *)&le, n_bytes);
}

/* Whether a label is one short line of text, as it may be shown in a list. */
gboolean
tj_key_label_is_sound (const char *label, gsize length)
{
  if (length > TJ_KEY_SLOT_MAX_LABEL || !g_utf8_validate (label, length, NULL))
    return FALSE;
  for (const char *c = label; c < label + length; c = g_utf8_next_char (c))
    if (g_unichar_iscntrl (g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

/* Appends the part of a slot that its wrapping authenticates. */
void
tj_key_slot_write_head (const TjKeySlot *self, GByteArray *out)
{
  gsize label_length = strlen (self->label);

  tj_byte_writer_put_uint (out, self->kind, 1);
  tj_byte_writer_put_uint (out, label_length, 1);
  tj_byte_writer_put_uint (out, self->id, 2);
  tj_byte_writer_put_uint (out, self->created_at, 8);
  tj_byte_writer_put_uint (out, self->cost.passes, 4);
  tj_byte_writer_put_uint (out, self->cost.memory_kib, 4);
  g_byte_array_append (out, self->salt, sizeof self->salt);
  if (self->kind == TJ_KEY_SLOT_ESCROW)
    {
      g_byte_array_append (out, self->public_key, sizeof self->public_key);
      g_byte_array_append (out, self->sealed_kek, sizeof self->sealed_kek);
    }
  g_byte_array_append (out, (const guint8 *)self->label, label_length);
}

/* Appends a whole slot. */
void
tj_key_slot_write (const TjKeySlot *self, GByteArray *out)
{
  tj_key_slot_write_head (self, out);
  g_byte_array_append (out, self->nonce, sizeof self->nonce);
  g_byte_array_append (out, self->wrapped, sizeof self->wrapped);
}

/* Reads a slot; %NULL when the bytes are none, or one that this program would not write. */
TjKeySlot *
tj_key_slot_read (TjByteReader *reader)
{
  g_autoptr (TjKeySlot) slot = g_new0 (TjKeySlot, 1);
  gsize label_length;

  slot->kind = tj_byte_reader_take_uint (reader, 1);
  label_length = tj_byte_reader_take_uint (reader, 1);
  slot->id = tj_byte_reader_take_uint (reader, 2);
  slot->created_at = (gint64)tj_byte_reader_take_uint (reader, 8);
  slot->cost.passes = tj_byte_reader_take_uint (reader, 4);
  slot->cost.memory_kib = tj_byte_reader_take_uint (reader, 4);
  tj_byte_reader_take (reader, slot->salt, sizeof slot->salt);
  if (slot->kind == TJ_KEY_SLOT_ESCROW)
    {
      tj_byte_reader_take (reader, slot->public_key, sizeof slot->public_key);
      tj_byte_reader_take (reader, slot->sealed_kek, sizeof slot->sealed_kek);
    }
  read_label (reader, slot, label_length);
  tj_byte_reader_take (reader, slot->nonce, sizeof slot->nonce);
  tj_byte_reader_take (reader, slot->wrapped, sizeof slot->wrapped);
  if (reader->failed || !is_sound (slot))
    return NULL;
  return g_steal_pointer (&slot);
}
