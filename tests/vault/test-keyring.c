/* The keyring slot against a real gnome-keyring, started by with-keyring.sh. */

#include "config.h"

#include "tj-keyring.h"

#define SECRET_API_SUBJECT_TO_CHANGE
#include <libsecret/secret.h>

#include "vault-test.h"

static GList *
find_items (const char *register_id)
{
  g_autoptr (GHashTable) attributes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  GList *items;

  g_hash_table_insert (attributes, "register", (char *)register_id);
  items = secret_service_search_sync (NULL, NULL, attributes, SECRET_SEARCH_ALL, NULL, &error);
  g_assert_no_error (error);
  return items;
}

static void
test_the_keyring_opens (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TjSecret) opened = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TjKeyFile) again = NULL;

  g_assert_true (tj_keyring_is_available (NULL));
  g_assert_cmpuint (tj_key_file_add_keyring (file, key, NULL, NULL, &error), ==, 3);
  g_assert_no_error (error);
  bytes = tj_key_file_serialize (file);
  again = tj_key_file_parse (bytes, NULL);
  opened = tj_key_file_open_with_keyring (again, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tj_secret_equal (key, opened));
}

static void
test_the_item_holds_no_personal_data (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
  const char *id = tj_key_file_get_register_id (file);
  g_autolist (GObject) items = NULL;
  g_autoptr (GHashTable) attributes = NULL;

  g_assert_cmpuint (tj_key_file_add_keyring (file, key, "Evas dator", NULL, NULL), ==, 3);
  items = find_items (id);
  g_assert_cmpuint (g_list_length (items), ==, 1);
  attributes = secret_item_get_attributes (items->data);
  g_assert_cmpstr (g_hash_table_lookup (attributes, "application"), ==, APP_ID);
  g_assert_cmpstr (g_hash_table_lookup (attributes, "register"), ==, id);
  g_hash_table_remove (attributes, "application");
  g_hash_table_remove (attributes, "register");
  g_hash_table_remove (attributes, "xdg:schema");
  g_assert_cmpuint (g_hash_table_size (attributes), ==, 0);
}

/* Neither the data key nor what opens a slot by itself: only a key that needs the file too. */
static void
test_the_item_is_not_the_data_key (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
  g_autoptr (TjSecret) kept = NULL;

  g_assert_cmpuint (tj_key_file_add_keyring (file, key, NULL, NULL, NULL), ==, 3);
  kept = tj_keyring_lookup (tj_key_file_get_register_id (file), NULL, NULL);
  g_assert_nonnull (kept);
  g_assert_cmpuint (tj_secret_get_size (kept), ==, 32);
  g_assert_false (tj_secret_equal (kept, key));
}

static void
test_adding_twice_adds_nothing (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
  guint first = tj_key_file_add_keyring (file, key, NULL, NULL, NULL);

  g_assert_cmpuint (first, !=, 0);
  g_assert_cmpuint (tj_key_file_add_keyring (file, key, NULL, NULL, NULL), ==, first);
  g_assert_cmpuint (tj_key_file_get_n_slots (file), ==, 3);
}

static void
test_registers_have_their_own_items (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjSecret) other_key = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
  g_autoptr (TjKeyFile) other = new_key_file (&other_key, NULL);
  g_autoptr (TjSecret) opened = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (tj_key_file_add_keyring (file, key, NULL, NULL, NULL), ==, 3);
  g_assert_cmpuint (tj_key_file_add_keyring (other, other_key, NULL, NULL, NULL), ==, 3);
  opened = tj_key_file_open_with_keyring (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tj_secret_equal (key, opened));
}

static void
test_a_cleared_keyring_opens_no_more (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
  const char *id = tj_key_file_get_register_id (file);
  g_autolist (GObject) items = NULL;
  g_autoptr (TjSecret) opened = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (tj_key_file_add_keyring (file, key, NULL, NULL, NULL), ==, 3);
  g_assert_true (tj_keyring_clear (id, NULL, &error));
  g_assert_no_error (error);
  items = find_items (id);
  g_assert_null (items);
  g_assert_null (tj_key_file_open_with_keyring (file, NULL, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_WRONG_KEY);
  /* A new slot heals it. */
  g_assert_cmpuint (tj_key_file_add_keyring (file, key, NULL, NULL, NULL), ==, 4);
  opened = tj_key_file_open_with_keyring (file, NULL, NULL);
  g_assert_nonnull (opened);
}

static void
test_a_removed_slot_opens_no_more (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
  g_autoptr (GError) error = NULL;
  guint id = tj_key_file_add_keyring (file, key, NULL, NULL, NULL);

  g_assert_true (tj_key_file_remove_slot (file, key, id, &error));
  g_assert_no_error (error);
  g_assert_null (tj_key_file_open_with_keyring (file, NULL, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_WRONG_KEY);
}

static void
test_something_else_in_the_item_is_refused (void)
{
  static const char *const contents[] = { "", "abc", "zz", "00ff" };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (TjSecret) key = NULL;
      g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
      g_autolist (GObject) items = NULL;
      g_autoptr (SecretValue) value = secret_value_new (contents[i], -1, "text/plain");
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (tj_key_file_add_keyring (file, key, NULL, NULL, NULL), ==, 3);
      items = find_items (tj_key_file_get_register_id (file));
      g_assert_true (secret_item_set_secret_sync (items->data, value, NULL, &error));
      g_assert_no_error (error);
      g_assert_null (tj_key_file_open_with_keyring (file, NULL, &error));
      g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_WRONG_KEY);
    }
}

/* Two ways, one of them not the keyring: a second keyring slot does not make up for the paper. */
static void
test_the_keyring_alone_is_not_enough (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = tj_key_file_new (FALSE, &key);
  g_autoptr (TjSecret) passphrase = tj_secret_new_from_string (PASSPHRASE);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (tj_key_file_add_keyring (file, key, NULL, NULL, NULL), ==, 1);
  g_assert_true (tj_keyring_clear (tj_key_file_get_register_id (file), NULL, NULL));
  g_assert_cmpuint (tj_key_file_add_keyring (file, key, NULL, NULL, NULL), ==, 2);
  g_assert_false (tj_key_file_has_enough_slots (file));
  g_assert_cmpuint (tj_key_file_add_passphrase (file, key, passphrase, NULL, &CHEAP, NULL), ==, 3);
  g_assert_true (tj_key_file_has_enough_slots (file));
  g_assert_false (tj_key_file_remove_slot (file, key, 3, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_TOO_FEW_SLOTS);
  g_assert_true (tj_key_file_remove_slot (file, key, 1, NULL));
}

static void
test_waiting_can_be_cancelled (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (tj_key_file_add_keyring (file, key, NULL, NULL, NULL), ==, 3);
  g_cancellable_cancel (cancellable);
  g_assert_null (tj_key_file_open_with_keyring (file, cancellable, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_NO_KEYRING);
}

/* The last test: nobody is there to open the keyring again. */
static void
test_a_locked_keyring_asks_for_nothing (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
  g_autoptr (SecretService) service = NULL;
  g_autoptr (SecretCollection) collection = NULL;
  g_autoptr (GError) error = NULL;
  GList locked = { 0 };

  g_assert_cmpuint (tj_key_file_add_keyring (file, key, NULL, NULL, NULL), ==, 3);
  service = secret_service_get_sync (SECRET_SERVICE_OPEN_SESSION, NULL, &error);
  g_assert_no_error (error);
  collection = secret_collection_for_alias_sync (service, SECRET_COLLECTION_DEFAULT,
                                                 SECRET_COLLECTION_NONE, NULL, &error);
  g_assert_no_error (error);
  locked.data = collection;
  g_assert_cmpint (secret_service_lock_sync (service, &locked, NULL, NULL, &error), ==, 1);
  g_assert_no_error (error);

  g_assert_false (tj_keyring_is_available (NULL));
  g_assert_null (tj_key_file_open_with_keyring (file, NULL, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_NO_KEYRING);
  g_clear_error (&error);
  g_assert_cmpuint (tj_key_file_add_keyring (file, key, NULL, NULL, &error), ==, 0);
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_NO_KEYRING);
  g_clear_error (&error);
  g_assert_false (tj_keyring_clear (tj_key_file_get_register_id (file), NULL, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_NO_KEYRING);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/vault/keyring/" name, function)
  ADD ("opens-the-register", test_the_keyring_opens);
  ADD ("item-holds-no-personal-data", test_the_item_holds_no_personal_data);
  ADD ("item-is-not-the-data-key", test_the_item_is_not_the_data_key);
  ADD ("adding-twice-adds-nothing", test_adding_twice_adds_nothing);
  ADD ("registers-have-their-own-items", test_registers_have_their_own_items);
  ADD ("cleared-it-opens-no-more", test_a_cleared_keyring_opens_no_more);
  ADD ("a-removed-slot-opens-no-more", test_a_removed_slot_opens_no_more);
  ADD ("something-else-in-the-item-is-refused", test_something_else_in_the_item_is_refused);
  ADD ("alone-is-not-enough", test_the_keyring_alone_is_not_enough);
  ADD ("waiting-can-be-cancelled", test_waiting_can_be_cancelled);
  ADD ("locked-it-asks-for-nothing", test_a_locked_keyring_asks_for_nothing);
#undef ADD
  return g_test_run ();
}
