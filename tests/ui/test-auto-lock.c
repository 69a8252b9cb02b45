/* Locking by itself, with a login1 of the test's own on a private bus: the session's lock, sleep, the
 * screen saver and idleness each lock, and sleep waits until then. */

#include "config.h"

#include "tj-auto-lock.h"
#include "ui-fixture.h"

#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <unistd.h>

#define MANAGER_PATH "/org/freedesktop/login1"
#define SESSION_PATH "/org/freedesktop/login1/session/_31"

static const char introspection[]
    = "<node><interface name='org.freedesktop.login1.Manager'>"
      "<method name='GetSessionByPID'><arg type='u' direction='in'/><arg type='o' direction='out'/>"
      "</method><method name='Inhibit'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
      "<arg type='s' direction='in'/><arg type='s' direction='in'/>"
      "<arg type='h' direction='out'/></method></interface></node>";

/* login1 as far as it is asked, and what it saw. */
typedef struct
{
  GTestDBus *bus;
  GDBusConnection *connection;
  GDBusNodeInfo *node;
  int held; /* the reading end: at its end when the inhibitor is let go */
  TjAutoLock *lock;
  guint n_locks;
} Fixture;

static void
give_inhibitor (Fixture *fixture, GDBusMethodInvocation *invocation)
{
  g_autoptr (GUnixFDList) files = g_unix_fd_list_new ();
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  fcntl (ends[0], F_SETFL, O_NONBLOCK);
  fixture->held = ends[0];
  g_unix_fd_list_append (files, ends[1], NULL);
  close (ends[1]);
  g_dbus_method_invocation_return_value_with_unix_fd_list (invocation, g_variant_new ("(h)", 0),
                                                           files);
}

static void
on_call (GDBusConnection *connection,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer user_data)
{
  if (g_str_equal (method, "Inhibit"))
    give_inhibitor (user_data, invocation);
  else
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", SESSION_PATH));
}

static const GDBusInterfaceVTable vtable = { .method_call = on_call };

static void
on_lock (TjAutoLock *lock, Fixture *fixture)
{
  fixture->n_locks++;
}

static gboolean
is_listening (gpointer fixture)
{
  return tj_auto_lock_is_listening (((Fixture *)fixture)->lock);
}

static gboolean
has_locked (gpointer fixture)
{
  return ((Fixture *)fixture)->n_locks > 0;
}

static void
start_bus (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->bus);
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", g_test_dbus_get_bus_address (fixture->bus), TRUE);
  fixture->connection = g_dbus_connection_new_for_address_sync (
      g_test_dbus_get_bus_address (fixture->bus),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->node = g_dbus_node_info_new_for_xml (introspection, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (fixture->connection, MANAGER_PATH,
                                     fixture->node->interfaces[0], &vtable, fixture, NULL, &error);
  g_assert_no_error (error);
  g_bus_own_name_on_connection (fixture->connection, "org.freedesktop.login1",
                                G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL, NULL);
  ui_settle (200);
}

static void
begin (Fixture *fixture)
{
  fixture->n_locks = 0;
  fixture->held = -1;
  fixture->lock = tj_auto_lock_new ();
  g_signal_connect (fixture->lock, "lock", G_CALLBACK (on_lock), fixture);
  g_assert_true (ui_wait_for (is_listening, fixture));
}

static void
end (Fixture *fixture)
{
  g_assert_finalize_object (fixture->lock);
  close (fixture->held);
}

static void
emit (GDBusConnection *connection,
      const char *path,
      const char *interface,
      const char *signal,
      GVariant *parameters)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (connection, NULL, path, interface, signal, parameters, &error);
  g_assert_no_error (error);
}

static gboolean
is_held (Fixture *fixture)
{
  char byte;

  return read (fixture->held, &byte, 1) != 0; /* 0: its end */
}

static void
test_session_lock (gconstpointer data)
{
  Fixture *fixture = (Fixture *)data;

  begin (fixture);
  emit (fixture->connection, "/org/freedesktop/login1/session/_32",
        "org.freedesktop.login1.Session", "Lock", NULL);
  ui_settle (200);
  g_assert_cmpuint (fixture->n_locks, ==, 0); /* somebody else's session */
  emit (fixture->connection, SESSION_PATH, "org.freedesktop.login1.Session", "Lock", NULL);
  g_assert_true (ui_wait_for (has_locked, fixture));
  end (fixture);
}

static void
test_sleep (gconstpointer data)
{
  Fixture *fixture = (Fixture *)data;

  begin (fixture);
  g_assert_true (is_held (fixture));
  emit (fixture->connection, MANAGER_PATH, "org.freedesktop.login1.Manager", "PrepareForSleep",
        g_variant_new ("(b)", TRUE));
  g_assert_true (ui_wait_for (has_locked, fixture));
  g_assert_false (is_held (fixture));
  end (fixture);
}

static void
test_screen_saver (gconstpointer data)
{
  Fixture *fixture = (Fixture *)data;
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  begin (fixture);
  ui_settle (200);
  emit (session, "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged",
        g_variant_new ("(b)", FALSE));
  ui_settle (200);
  g_assert_cmpuint (fixture->n_locks, ==, 0);
  emit (session, "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged",
        g_variant_new ("(b)", TRUE));
  g_assert_true (ui_wait_for (has_locked, fixture));
  end (fixture);
}

static void
test_idle (gconstpointer data)
{
  Fixture *fixture = (Fixture *)data;

  begin (fixture);
  ui_settle (1500);
  g_assert_cmpuint (fixture->n_locks, ==, 0); /* no limit is set */
  tj_auto_lock_set_idle_seconds (fixture->lock, 1);
  g_assert_true (ui_wait_for (has_locked, fixture));
  end (fixture);
}

int
main (int argc, char **argv)
{
  Fixture fixture = { 0 };
  int result;

  gtk_test_init (&argc, &argv);
  start_bus (&fixture);
  g_test_add_data_func ("/ui/auto-lock/the-lock-of-this-session-locks", &fixture,
                        test_session_lock);
  g_test_add_data_func ("/ui/auto-lock/sleep-waits-for-the-lock", &fixture, test_sleep);
  g_test_add_data_func ("/ui/auto-lock/the-screen-saver-locks", &fixture, test_screen_saver);
  g_test_add_data_func ("/ui/auto-lock/idleness-locks-when-asked-to", &fixture, test_idle);
  result = g_test_run ();
  g_object_unref (fixture.connection);
  g_dbus_node_info_unref (fixture.node);
  g_test_dbus_stop (fixture.bus);
  g_object_unref (fixture.bus);
  return result;
}
