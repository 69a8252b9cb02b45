/* What the keyring slot does where there is no keyring: no bus, a bus without the service, and a
 * service that never answers. Each must end, with the same plain error. */

#include "config.h"

#include "tj-keyring.h"

#include "vault-test.h"

static void
assert_no_keyring (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
  g_autoptr (GBytes) before = tj_key_file_serialize (file);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (tj_key_file_add_keyring (file, key, NULL, NULL, &error), ==, 0);
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_NO_KEYRING);
  after = tj_key_file_serialize (file);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_no_bus (void)
{
  g_autoptr (GError) error = NULL;

  g_test_dbus_unset ();
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  assert_no_keyring ();
  g_assert_false (tj_keyring_is_available (NULL));
  g_assert_null (tj_keyring_lookup ("0", NULL, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_NO_KEYRING);
  g_clear_error (&error);
  g_assert_false (tj_keyring_clear ("0", NULL, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_NO_KEYRING);
}

static void
test_no_service (void)
{
  g_autoptr (GTestDBus) bus = g_test_dbus_new (G_TEST_DBUS_NONE);

  g_test_dbus_up (bus);
  assert_no_keyring ();
  g_test_dbus_down (bus);
}

/* Takes calls and never answers them. */
static GDBusMessage *
swallow (GDBusConnection *connection, GDBusMessage *message, gboolean incoming, gpointer data)
{
  if (incoming && g_dbus_message_get_message_type (message) == G_DBUS_MESSAGE_TYPE_METHOD_CALL)
    g_clear_object (&message);
  return message;
}

static void
test_a_stuck_service (void)
{
  g_autoptr (GTestDBus) bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (GDBusConnection) stuck = NULL;
  g_autoptr (GVariant) owned = NULL;
  g_autoptr (GError) error = NULL;

  g_test_dbus_up (bus);
  stuck = g_dbus_connection_new_for_address_sync (
      g_test_dbus_get_bus_address (bus),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, &error);
  g_assert_no_error (error);
  owned = g_dbus_connection_call_sync (stuck, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", "org.freedesktop.secrets", 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_add_filter (stuck, swallow, NULL, NULL);
  assert_no_keyring ();
  g_clear_object (&stuck);
  g_test_dbus_down (bus);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/keyring/no-bus-is-told", test_no_bus);
  g_test_add_func ("/vault/keyring/no-service-is-told", test_no_service);
  g_test_add_func ("/vault/keyring/a-stuck-service-is-told", test_a_stuck_service);
  return g_test_run ();
}
