/* Key files in memory: every way in, the rules for adding and removing, the log's head, and no
 * trace of the key in the process afterwards. */

#include "config.h"

#include <fcntl.h>
#include <unistd.h>

#include "vault-test.h"

/* Where the first slot's passes and memory stand in the file: header, state, slot. */
#define FIRST_COST_AT (52 + 44 + 12)

static void
test_each_way_gives_the_same_key (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjSecret) recovery = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, &recovery);
  g_autoptr (GError) error = NULL;
  g_autoptr (TjSecret) by_passphrase = open_with (file, PASSPHRASE, &error);
  g_autoptr (TjSecret) by_recovery = NULL;

  g_assert_no_error (error);
  g_assert_true (tj_secret_equal (key, by_passphrase));
  by_recovery = tj_key_file_open_with_recovery_key (file, recovery, &error);
  g_assert_no_error (error);
  g_assert_true (tj_secret_equal (key, by_recovery));
}

static void
test_the_standard_cost_opens (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = tj_key_file_new (FALSE, &key);
  g_autoptr (TjSecret) passphrase = tj_secret_new_from_string (PASSPHRASE);
  g_autoptr (TjSecret) opened = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const guint8 standard[] = { 3, 0, 0, 0, 0, 0, 4, 0 }; /* t = 3, 256 MiB */

  g_assert_cmpuint (tj_key_file_add_passphrase (file, key, passphrase, NULL, NULL, &error), ==, 1);
  g_assert_no_error (error);
  bytes = tj_key_file_serialize (file);
  g_assert_cmpmem ((const guint8 *)g_bytes_get_data (bytes, NULL) + FIRST_COST_AT, 8, standard, 8);
  opened = open_with (file, PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_true (tj_secret_equal (key, opened));
}

static void
test_a_wrong_passphrase_is_told (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
  static const char *const wrong[] = { "", "korrekt häst", PASSPHRASE " ", "Korrekt häst batteri" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (open_with (file, wrong[i], &error));
      g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_WRONG_KEY);
    }
}

static void
test_a_recovery_key_of_another_register_is_told (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjSecret) other_key = NULL;
  g_autoptr (TjSecret) other_recovery = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
  g_autoptr (TjKeyFile) other = new_key_file (&other_key, &other_recovery);
  g_autoptr (GError) error = NULL;

  g_assert_null (tj_key_file_open_with_recovery_key (file, other_recovery, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_WRONG_KEY);
}

static void
test_a_mistyped_recovery_key_is_told (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjSecret) typed = tj_secret_new_from_string ("ABCDE-FGHJK");
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (tj_key_file_open_with_recovery_key (file, typed, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_TYPO);
}

static void
test_the_escrow_key_opens (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
  g_autoptr (TjSecret) secret_half = tj_secret_new (crypto_box_SECRETKEYBYTES);
  g_autoptr (TjSecret) wrong_half = tj_secret_new_random (crypto_box_SECRETKEYBYTES);
  g_autoptr (TjSecret) opened = NULL;
  g_autoptr (GError) error = NULL;
  guint8 public_half[TJ_ESCROW_PUBLIC_KEY_BYTES];

  crypto_box_keypair (public_half, tj_secret_get_writable (secret_half));
  g_assert_cmpuint (tj_key_file_add_escrow (file, key, public_half, "Kommunen", &error), ==, 3);
  g_assert_no_error (error);
  opened = tj_key_file_open_with_escrow_key (file, secret_half, &error);
  g_assert_no_error (error);
  g_assert_true (tj_secret_equal (key, opened));
  g_assert_null (tj_key_file_open_with_escrow_key (file, wrong_half, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_WRONG_KEY);
}

static void
test_a_point_of_low_order_is_no_escrow_key (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
  g_autoptr (GError) error = NULL;
  const guint8 zeros[TJ_ESCROW_PUBLIC_KEY_BYTES] = { 0 };

  g_assert_cmpuint (tj_key_file_add_escrow (file, key, zeros, NULL, &error), ==, 0);
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_BAD_INPUT);
  g_assert_cmpuint (tj_key_file_get_n_slots (file), ==, 2);
}

static void
test_slots_are_listed (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
  const TjKeySlot *first = tj_key_file_get_slot (file, 0);
  const TjKeySlot *second = tj_key_file_get_slot (file, 1);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  g_assert_cmpuint (tj_key_file_get_n_slots (file), ==, 2);
  g_assert_cmpuint (tj_key_slot_get_id (first), ==, 1);
  g_assert_cmpstr (tj_key_slot_get_label (first), ==, "Kansliet");
  g_assert_cmpstr (tj_key_slot_kind_to_word (tj_key_slot_get_kind (first)), ==, "passphrase");
  g_assert_cmpint (tj_key_slot_get_created_at (first), <=, now);
  g_assert_cmpint (tj_key_slot_get_created_at (first), >, 1700000000);
  g_assert_cmpuint (tj_key_slot_get_id (second), ==, 2);
  g_assert_cmpint (tj_key_slot_get_kind (second), ==, TJ_KEY_SLOT_RECOVERY);
}

static void
test_two_ways_are_needed (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = tj_key_file_new (FALSE, &key);
  g_autoptr (TjSecret) passphrase = tj_secret_new_from_string (PASSPHRASE);
  g_autoptr (TjSecret) recovery = NULL;

  g_assert_false (tj_key_file_has_enough_slots (file));
  tj_key_file_add_passphrase (file, key, passphrase, NULL, &CHEAP, NULL);
  g_assert_false (tj_key_file_has_enough_slots (file));
  recovery = tj_key_file_add_recovery_key (file, key, NULL, NULL);
  g_assert_nonnull (recovery);
  g_assert_true (tj_key_file_has_enough_slots (file));
}

static void
test_the_last_two_ways_stay (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);

  for (guint id = 1; id <= 2; id++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TjSecret) opened = NULL;

      g_assert_false (tj_key_file_remove_slot (file, key, id, &error));
      g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_TOO_FEW_SLOTS);
      opened = open_with (file, PASSPHRASE, NULL);
      g_assert_nonnull (opened);
    }
}

static void
test_a_removed_way_opens_no_more (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
  g_autoptr (TjSecret) second = tj_secret_new_from_string ("en annan lång fras");
  g_autoptr (TjSecret) opened = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (tj_key_file_add_passphrase (file, key, second, NULL, &CHEAP, NULL), ==, 3);
  g_assert_true (tj_key_file_remove_slot (file, key, 1, &error));
  g_assert_no_error (error);
  opened = tj_key_file_open_with_passphrase (file, second, &error);
  g_assert_no_error (error);
  g_assert_true (tj_secret_equal (key, opened));
  g_assert_null (open_with (file, PASSPHRASE, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_WRONG_KEY);
  /* Its number is not used again. */
  g_assert_cmpuint (tj_key_file_add_passphrase (file, key, second, NULL, &CHEAP, NULL), ==, 4);
}

static void
test_a_slot_that_is_not_there_cannot_be_removed (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (tj_key_file_remove_slot (file, key, 9, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_BAD_INPUT);
}

static void
test_an_empty_passphrase_is_refused (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
  g_autoptr (TjSecret) empty = tj_secret_new_from_string ("");
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (tj_key_file_add_passphrase (file, key, empty, NULL, &CHEAP, &error), ==, 0);
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_BAD_INPUT);
}

static void
test_labels_are_short_lines (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
  g_autofree char *longest = g_strnfill (64, 'x');
  g_autofree char *too_long = g_strnfill (65, 'x');
  const char *const bad[] = { "a\nb", "\x1b[31m", "\xff", too_long };
  g_autoptr (TjSecret) fine = tj_key_file_add_recovery_key (file, key, longest, NULL);

  g_assert_nonnull (fine);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (tj_key_file_add_recovery_key (file, key, bad[i], &error));
      g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_BAD_INPUT);
    }
}

static void
test_there_is_an_end_to_slots (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TjKeyFile) again = NULL;

  while (error == NULL)
    {
      g_autoptr (TjSecret) text = tj_key_file_add_recovery_key (file, key, NULL, &error);
    }
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_BAD_INPUT);
  g_assert_cmpuint (tj_key_file_get_n_slots (file), ==, 32);
  bytes = tj_key_file_serialize (file);
  again = tj_key_file_parse (bytes, NULL);
  g_assert_nonnull (again);
}

static void
test_the_log_head_is_kept (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TjKeyFile) again = NULL;
  g_autoptr (TjSecret) opened = NULL;
  guint8 head[TJ_AUDIT_HEAD_BYTES], back[TJ_AUDIT_HEAD_BYTES];

  g_assert_cmpuint (tj_key_file_get_audit_head (file, back), ==, 0);
  g_assert_true (sodium_is_zero (back, sizeof back));
  randombytes_buf (head, sizeof head);
  g_assert_true (tj_key_file_set_audit_head (file, key, head, 123456789012, NULL));
  bytes = tj_key_file_serialize (file);
  again = tj_key_file_parse (bytes, NULL);
  opened = open_with (again, PASSPHRASE, NULL);
  g_assert_nonnull (opened);
  g_assert_cmpuint (tj_key_file_get_audit_head (again, back), ==, 123456789012);
  g_assert_cmpmem (head, sizeof head, back, sizeof back);
}

static void
test_what_the_file_says_survives (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = tj_key_file_new (TRUE, &key);
  g_autoptr (GBytes) bytes = tj_key_file_serialize (file);
  g_autoptr (TjKeyFile) again = tj_key_file_parse (bytes, NULL);
  g_autoptr (GBytes) rewritten = tj_key_file_serialize (again);

  g_assert_true (tj_key_file_is_demo (again));
  g_assert_cmpuint (strlen (tj_key_file_get_register_id (again)), ==, 32);
  g_assert_cmpstr (tj_key_file_get_register_id (again), ==, tj_key_file_get_register_id (file));
  g_assert_cmpstr (tj_key_file_get_cipher_format (again), ==, "sqlcipher-3");
  g_assert_cmpint (tj_key_file_get_created_at (again), ==, tj_key_file_get_created_at (file));
  g_assert_true (g_bytes_equal (bytes, rewritten));
}

static void
test_another_key_changes_nothing (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
  g_autoptr (TjSecret) other = tj_secret_new_random (TJ_DATA_KEY_BYTES);
  g_autoptr (GBytes) before = tj_key_file_serialize (file);
  g_autoptr (GBytes) after = NULL;
  const guint8 head[TJ_AUDIT_HEAD_BYTES] = { 0 };

  g_assert_null (tj_key_file_add_recovery_key (file, other, NULL, NULL));
  g_assert_false (tj_key_file_remove_slot (file, other, 1, NULL));
  g_assert_false (tj_key_file_set_audit_head (file, other, head, 1, NULL));
  after = tj_key_file_serialize (file);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_subkeys_differ (void)
{
  g_autoptr (TjSecret) key = tj_secret_new_random (TJ_DATA_KEY_BYTES);
  g_autoptr (GPtrArray) subkeys = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_secret_unref);

  g_ptr_array_add (subkeys, tj_secret_ref (key));
  for (TjSubkey which = TJ_SUBKEY_HEADER; which <= TJ_SUBKEY_BACKUP; which++)
    {
      g_autoptr (TjSecret) again = tj_data_key_derive (key, which);
      TjSecret *subkey = tj_data_key_derive (key, which);

      g_assert_true (tj_secret_equal (subkey, again));
      for (guint i = 0; i < subkeys->len; i++)
        g_assert_false (tj_secret_equal (subkey, g_ptr_array_index (subkeys, i)));
      g_ptr_array_add (subkeys, subkey);
    }
}

/* Registers are opened with these: they must never change. */
static void
test_subkeys_are_fixed (void)
{
  g_autoptr (TjSecret) key = tj_secret_new (TJ_DATA_KEY_BYTES);
  g_autoptr (TjSecret) database = NULL;
  g_autoptr (TjSecret) audit = NULL;
  char hex[2 * TJ_DATA_KEY_BYTES + 1];

  memset (tj_secret_get_writable (key), 0x14, TJ_DATA_KEY_BYTES);
  database = tj_data_key_derive (key, TJ_SUBKEY_DATABASE);
  audit = tj_data_key_derive (key, TJ_SUBKEY_AUDIT);
  sodium_bin2hex (hex, sizeof hex, tj_secret_get (database, NULL), TJ_DATA_KEY_BYTES);
  g_assert_cmpstr (hex, ==, "09a5a053ca5f432ca4fe5f063917e46ee212ed7d87053b8d2f27a401d7c09319");
  sodium_bin2hex (hex, sizeof hex, tj_secret_get (audit, NULL), TJ_DATA_KEY_BYTES);
  g_assert_cmpstr (hex, ==, "e8b7cff1ff12283273f8a5cd24012e477b971bb9412081efd5ec8640faed4239");
}

/* Looks for @masked ^ 0x5a between two addresses. The buffer is static, because one from the heap
 * would lie where freed memory is to be looked at. */
static gboolean
range_holds (int memory, guintptr start, guintptr end, const guint8 *masked, gsize n)
{
  static guint8 window[65536];
  gboolean found = FALSE;

  for (guintptr from = start; from + n <= end && !found; from += sizeof window - n)
    {
      gssize got = pread (memory, window, MIN (sizeof window, end - from), (off_t)from);

      for (gssize at = 0; at + (gssize)n <= got && !found; at++)
        {
          gsize i = 0;

          while (i < n && window[at + i] == (masked[i] ^ 0x5a))
            i++;
          found = i == n;
        }
    }
  sodium_memzero (window, sizeof window);
  return found;
}

static gboolean
process_holds (const guint8 *masked, gsize n)
{
  static char maps[262144];
  int list = g_open ("/proc/self/maps", O_RDONLY | O_CLOEXEC, 0);
  int memory = g_open ("/proc/self/mem", O_RDONLY | O_CLOEXEC, 0);
  gboolean found = FALSE;
  gssize got;
  gsize size = 0;

  while ((got = read (list, maps + size, sizeof maps - 1 - size)) > 0)
    size += got;
  maps[size] = '\0';
  for (const char *line = maps; *line != '\0' && !found; line = strchr (line, '\n') + 1)
    {
      char *at;
      guintptr start = g_ascii_strtoull (line, &at, 16);
      guintptr end = g_ascii_strtoull (at + 1, &at, 16);

      if (g_str_has_prefix (at, " rw") && end - start < 64 * 1024 * 1024)
        found = range_holds (memory, start, end, masked, n);
    }
  close (list);
  close (memory);
  return found;
}

/* The last @n bytes: the first of a freed block are written over by the allocator. */
static void
mask (guint8 *masked, const TjSecret *secret, gsize n)
{
  gsize size;
  const guint8 *bytes = tj_secret_get (secret, &size);

  for (gsize i = 0; i < n; i++)
    masked[i] = bytes[size - n + i] ^ 0x5a;
}

/* Holds because the program binds its symbols at start: a late binding saves the vector registers,
 * with the last bytes copied, on the stack. */
static void
test_no_key_is_left_in_the_process (void)
{
  guint8 masked_key[16], masked_subkey[16], masked_text[24];
  TjSecret *key = NULL, *recovery = NULL, *subkey, *opened;
  TjKeyFile *file = new_key_file (&key, &recovery);

  opened = tj_key_file_open_with_recovery_key (file, recovery, NULL);
  subkey = tj_data_key_derive (opened, TJ_SUBKEY_DATABASE);
  mask (masked_key, key, sizeof masked_key);
  mask (masked_subkey, subkey, sizeof masked_subkey);
  mask (masked_text, recovery, sizeof masked_text);
  /* While they are in use they are found: the search works. */
  g_assert_true (process_holds (masked_key, sizeof masked_key));
  g_assert_true (process_holds (masked_subkey, sizeof masked_subkey));
  g_assert_true (process_holds (masked_text, sizeof masked_text));

  g_object_unref (file);
  tj_secret_unref (opened);
  tj_secret_unref (subkey);
  tj_secret_unref (recovery);
  tj_secret_unref (key);
  g_assert_false (process_holds (masked_key, sizeof masked_key));
  g_assert_false (process_holds (masked_subkey, sizeof masked_subkey));
  g_assert_false (process_holds (masked_text, sizeof masked_text));
}

static void
test_it_goes_away (void)
{
  TjSecret *key = NULL;
  TjKeyFile *file = new_key_file (&key, NULL);

  tj_secret_unref (key);
  g_assert_finalize_object (file);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/vault/key-file/" name, function)
  ADD ("no-key-is-left-in-the-process", test_no_key_is_left_in_the_process);
  ADD ("each-way-gives-the-same-key", test_each_way_gives_the_same_key);
  ADD ("the-standard-cost-opens", test_the_standard_cost_opens);
  ADD ("a-wrong-passphrase-is-told", test_a_wrong_passphrase_is_told);
  ADD ("a-recovery-key-of-another-register-is-told",
       test_a_recovery_key_of_another_register_is_told);
  ADD ("a-mistyped-recovery-key-is-told", test_a_mistyped_recovery_key_is_told);
  ADD ("the-escrow-key-opens", test_the_escrow_key_opens);
  ADD ("a-point-of-low-order-is-no-escrow-key", test_a_point_of_low_order_is_no_escrow_key);
  ADD ("slots-are-listed", test_slots_are_listed);
  ADD ("two-ways-are-needed", test_two_ways_are_needed);
  ADD ("the-last-two-ways-stay", test_the_last_two_ways_stay);
  ADD ("a-removed-way-opens-no-more", test_a_removed_way_opens_no_more);
  ADD ("a-slot-that-is-not-there-cannot-be-removed",
       test_a_slot_that_is_not_there_cannot_be_removed);
  ADD ("an-empty-passphrase-is-refused", test_an_empty_passphrase_is_refused);
  ADD ("labels-are-short-lines", test_labels_are_short_lines);
  ADD ("there-is-an-end-to-slots", test_there_is_an_end_to_slots);
  ADD ("the-log-head-is-kept", test_the_log_head_is_kept);
  ADD ("what-the-file-says-survives", test_what_the_file_says_survives);
  ADD ("another-key-changes-nothing", test_another_key_changes_nothing);
  ADD ("subkeys-differ", test_subkeys_differ);
  ADD ("subkeys-are-fixed", test_subkeys_are_fixed);
  ADD ("it-goes-away", test_it_goes_away);
#undef ADD
  return g_test_run ();
}
