/* Key files that are not what Tjugo wrote: damaged by accident (the checksum does not hold), or
 * changed on purpose by somebody who can compute checksums but has no key. */

#include "config.h"

#include "vault-test.h"

#define HEADER_BYTES 52
#define STATE_BYTES (8 + 32 + 2 + 2)
#define SLOTS_AT (HEADER_BYTES + STATE_BYTES)
#define SLOT_HEAD_BYTES 36

typedef struct
{
  TjSecret *key;
  TjSecret *recovery;
  TjKeyFile *file;
  GBytes *bytes;
  const guint8 *data;
  gsize size;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->file = new_key_file (&self->key, &self->recovery);
  self->bytes = tj_key_file_serialize (self->file);
  self->data = g_bytes_get_data (self->bytes, &self->size);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  tj_secret_unref (self->key);
  tj_secret_unref (self->recovery);
  g_object_unref (self->file);
  g_bytes_unref (self->bytes);
}

static gsize
slot_bytes (const guint8 *slot)
{
  return SLOT_HEAD_BYTES + slot[1] + 24 + 48;
}

/* Opens what @bytes hold, in every way there is; fails unless each is refused. */
static void
assert_refused (GBytes *bytes, const TjSecret *recovery)
{
  g_autoptr (TjKeyFile) file = tj_key_file_parse (bytes, NULL);
  g_autoptr (TjSecret) by_passphrase = file != NULL ? open_with (file, PASSPHRASE, NULL) : NULL;
  g_autoptr (TjSecret) by_recovery
      = file != NULL ? tj_key_file_open_with_recovery_key (file, recovery, NULL) : NULL;

  g_assert_null (by_passphrase);
  g_assert_null (by_recovery);
}

static void
assert_parse_error (GBytes *bytes, TjVaultError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tj_key_file_parse (bytes, &error));
  g_assert_error (error, TJ_VAULT_ERROR, (int)code);
}

static void
assert_damaged (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  assert_parse_error (bytes, TJ_VAULT_ERROR_DAMAGED);
}

static void
test_any_flipped_bit (Fixture *self, gconstpointer data)
{
  g_autofree guint8 *copy = g_memdup2 (self->data, self->size);

  for (gsize i = 0; i < self->size; i++)
    for (int bit = 0; bit < 8; bit++)
      {
        copy[i] ^= 1 << bit;
        assert_damaged (copy, self->size);
        copy[i] ^= 1 << bit;
      }
}

static void
test_any_cut (Fixture *self, gconstpointer data)
{
  for (gsize n = 0; n < self->size; n++)
    {
      assert_damaged (self->data, n);
      if (n >= 32)
        {
          g_autoptr (GBytes) cut = with_right_checksum (self->data, n);
          assert_refused (cut, self->recovery);
        }
    }
}

static void
test_any_flipped_byte_with_a_right_checksum (Fixture *self, gconstpointer data)
{
  g_autofree guint8 *copy = g_memdup2 (self->data, self->size);

  for (gsize i = 0; i < self->size - 32; i++)
    {
      g_autoptr (GBytes) changed = NULL;

      copy[i] ^= 0x01;
      changed = with_right_checksum (copy, self->size);
      assert_refused (changed, self->recovery);
      copy[i] ^= 0x01;
    }
}

static void
test_bytes_behind_the_end (Fixture *self, gconstpointer data)
{
  g_autofree guint8 *longer = g_malloc0 (self->size + 1);
  g_autoptr (GBytes) changed = NULL;

  memcpy (longer, self->data, self->size);
  assert_damaged (longer, self->size + 1);
  changed = with_right_checksum (longer, self->size + 1);
  assert_parse_error (changed, TJ_VAULT_ERROR_DAMAGED);
}

static void
test_a_newer_version (Fixture *self, gconstpointer data)
{
  g_autofree guint8 *copy = g_memdup2 (self->data, self->size);
  g_autoptr (GBytes) newer = NULL;
  g_autoptr (GBytes) zero = NULL;

  copy[8] = 2;
  newer = with_right_checksum (copy, self->size);
  assert_parse_error (newer, TJ_VAULT_ERROR_NEWER);
  copy[8] = 0;
  zero = with_right_checksum (copy, self->size);
  assert_parse_error (zero, TJ_VAULT_ERROR_DAMAGED);
}

/* Without the passphrase slot, or without the recovery slot: the other one must not open. */
static void
test_a_slot_removed_by_hand (Fixture *self, gconstpointer data)
{
  for (int which = 0; which < 2; which++)
    {
      gsize first = slot_bytes (self->data + SLOTS_AT);
      gsize second = slot_bytes (self->data + SLOTS_AT + first);
      gsize at = which == 0 ? SLOTS_AT : SLOTS_AT + first;
      gsize n = which == 0 ? first : second;
      g_autofree guint8 *copy = g_memdup2 (self->data, self->size);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (TjKeyFile) file = NULL;
      g_autoptr (GError) error = NULL;

      memmove (copy + at, copy + at + n, self->size - at - n);
      copy[SLOTS_AT - 2] = 1;
      changed = with_right_checksum (copy, self->size - n);
      file = tj_key_file_parse (changed, &error);
      g_assert_no_error (error);
      if (which == 0)
        g_assert_null (tj_key_file_open_with_recovery_key (file, self->recovery, &error));
      else
        g_assert_null (open_with (file, PASSPHRASE, &error));
      g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_DAMAGED);
    }
}

static void
test_a_slot_of_another_register (Fixture *self, gconstpointer data)
{
  g_autoptr (TjSecret) other_key = NULL;
  g_autoptr (TjKeyFile) other = new_key_file (&other_key, NULL);
  g_autoptr (GBytes) other_bytes = tj_key_file_serialize (other);
  g_autofree guint8 *copy = g_memdup2 (self->data, self->size);
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (TjKeyFile) file = NULL;
  g_autoptr (GError) error = NULL;

  /* The same passphrase and the same label, so that the slot fits and its secret is right. */
  memcpy (copy + SLOTS_AT, (const guint8 *)g_bytes_get_data (other_bytes, NULL) + SLOTS_AT,
          slot_bytes (copy + SLOTS_AT));
  changed = with_right_checksum (copy, self->size);
  file = tj_key_file_parse (changed, &error);
  g_assert_no_error (error);
  g_assert_null (open_with (file, PASSPHRASE, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_WRONG_KEY);
  g_clear_error (&error);
  g_assert_null (tj_key_file_open_with_recovery_key (file, self->recovery, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_DAMAGED);
}

static void
test_lower_parameters (Fixture *self, gconstpointer data)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) strong = tj_key_file_new (FALSE, &key);
  g_autoptr (TjSecret) passphrase = tj_secret_new_from_string (PASSPHRASE);
  const TjPassphraseCost cost = { .passes = 2, .memory_kib = 1024 };
  g_autofree guint8 *copy = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (TjKeyFile) file = NULL;
  g_autoptr (GError) error = NULL;

  tj_key_file_add_passphrase (strong, key, passphrase, NULL, &cost, NULL);
  bytes = tj_key_file_serialize (strong);
  copy = g_memdup2 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpuint (copy[SLOTS_AT + 12], ==, 2);
  copy[SLOTS_AT + 12] = 1;
  changed = with_right_checksum (copy, g_bytes_get_size (bytes));
  file = tj_key_file_parse (changed, &error);
  g_assert_no_error (error);
  g_assert_null (open_with (file, PASSPHRASE, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_WRONG_KEY);
}

/* The slot itself refuses, before the seal is looked at: number, date and label belong to it. */
static void
test_a_slot_with_another_label (Fixture *self, gconstpointer data)
{
  const gsize fields[] = { 4, 5, SLOT_HEAD_BYTES, SLOT_HEAD_BYTES + 7 };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree guint8 *copy = g_memdup2 (self->data, self->size);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (TjKeyFile) file = NULL;
      g_autoptr (GError) error = NULL;

      copy[SLOTS_AT + fields[i]] ^= 0x01;
      changed = with_right_checksum (copy, self->size);
      file = tj_key_file_parse (changed, &error);
      g_assert_no_error (error);
      g_assert_null (open_with (file, PASSPHRASE, &error));
      g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_WRONG_KEY);
    }
}

static void
test_absurd_parameters (Fixture *self, gconstpointer data)
{
  const gsize fields[] = { 12, 13, 14, 15, 18, 19 };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree guint8 *copy = g_memdup2 (self->data, self->size);
      g_autoptr (GBytes) changed = NULL;

      copy[SLOTS_AT + fields[i]] = 0xff;
      changed = with_right_checksum (copy, self->size);
      assert_parse_error (changed, TJ_VAULT_ERROR_DAMAGED);
    }
}

static void
test_a_log_head_from_yesterday (Fixture *self, gconstpointer data)
{
  guint8 head[TJ_AUDIT_HEAD_BYTES];
  g_autoptr (GBytes) today = NULL;
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (TjKeyFile) file = NULL;
  g_autofree guint8 *copy = NULL;
  g_autoptr (GError) error = NULL;

  memset (head, 7, sizeof head);
  g_assert_true (tj_key_file_set_audit_head (self->file, self->key, head, 40, NULL));
  today = tj_key_file_serialize (self->file);
  copy = g_memdup2 (g_bytes_get_data (today, NULL), self->size);
  memcpy (copy + HEADER_BYTES, self->data + HEADER_BYTES, 8 + 32);
  changed = with_right_checksum (copy, self->size);
  file = tj_key_file_parse (changed, NULL);
  g_assert_nonnull (file);
  g_assert_null (open_with (file, PASSPHRASE, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_DAMAGED);
}

static void
test_a_changed_file_takes_no_changes (Fixture *self, gconstpointer data)
{
  g_autofree guint8 *copy = g_memdup2 (self->data, self->size);
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (TjKeyFile) file = NULL;
  g_autoptr (GError) error = NULL;

  copy[HEADER_BYTES] ^= 1; /* the log's length */
  changed = with_right_checksum (copy, self->size);
  file = tj_key_file_parse (changed, NULL);
  g_assert_nonnull (file);
  g_assert_null (tj_key_file_add_recovery_key (file, self->key, NULL, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_DAMAGED);
}

static void
test_random_bytes (Fixture *self, gconstpointer data)
{
  for (gsize n = 0; n < 2000; n++)
    {
      g_autofree guint8 *noise = g_malloc (n + 50);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (TjKeyFile) file = NULL;

      randombytes_buf (noise, n + 50);
      assert_damaged (noise, n + 50);
      memcpy (noise, "TJUGOKEY\1\0", 10);
      bytes = with_right_checksum (noise, n + 50);
      file = tj_key_file_parse (bytes, NULL);
      if (file != NULL)
        assert_refused (bytes, self->recovery);
    }
}

static void
test_messages_differ (Fixture *self, gconstpointer data)
{
  g_autofree guint8 *copy = g_memdup2 (self->data, self->size);
  g_autoptr (GBytes) damaged = NULL;
  g_autoptr (GBytes) newer = NULL;
  g_autoptr (GError) wrong_error = NULL;
  g_autoptr (GError) damaged_error = NULL;
  g_autoptr (GError) newer_error = NULL;

  copy[60] ^= 1;
  damaged = g_bytes_new (copy, self->size);
  copy[8] = 9;
  newer = with_right_checksum (copy, self->size);
  g_assert_null (open_with (self->file, "fel", &wrong_error));
  g_assert_null (tj_key_file_parse (damaged, &damaged_error));
  g_assert_null (tj_key_file_parse (newer, &newer_error));
  g_assert_cmpstr (wrong_error->message, !=, damaged_error->message);
  g_assert_cmpstr (wrong_error->message, !=, newer_error->message);
  g_assert_cmpstr (damaged_error->message, !=, newer_error->message);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/vault/key-file/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("any-flipped-bit-is-damage", test_any_flipped_bit);
  ADD ("any-cut-is-damage", test_any_cut);
  ADD ("any-byte-changed-on-purpose-is-refused", test_any_flipped_byte_with_a_right_checksum);
  ADD ("bytes-behind-the-end-are-damage", test_bytes_behind_the_end);
  ADD ("a-newer-version-is-told", test_a_newer_version);
  ADD ("a-slot-removed-by-hand-is-noticed", test_a_slot_removed_by_hand);
  ADD ("a-slot-of-another-register-is-refused", test_a_slot_of_another_register);
  ADD ("a-slot-with-another-label-is-refused", test_a_slot_with_another_label);
  ADD ("lower-parameters-are-refused", test_lower_parameters);
  ADD ("absurd-parameters-are-damage", test_absurd_parameters);
  ADD ("a-log-head-from-yesterday-is-noticed", test_a_log_head_from_yesterday);
  ADD ("a-changed-file-takes-no-changes", test_a_changed_file_takes_no_changes);
  ADD ("random-bytes-are-refused", test_random_bytes);
  ADD ("messages-differ", test_messages_differ);
#undef ADD
  return g_test_run ();
}
