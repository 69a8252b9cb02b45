/* When to lock without being asked: when nobody has touched the windows for a while, when the session
 * is locked (login1, or the screen saver on the session's bus), and before the computer sleeps, which
 * is held up for as long as it takes. A computer without these services is watched for idleness
 * alone. */

#include "config.h"

#include "tj-auto-lock.h"

#include <gio/gunixfdlist.h>
#include <glib/gi18n.h>
#include <unistd.h>

#define LOGIN1 "org.freedesktop.login1"
#define LOGIN1_PATH "/org/freedesktop/login1"
#define MANAGER "org.freedesktop.login1.Manager"
#define SESSION "org.freedesktop.login1.Session"

/* How often idleness is looked at. */
#define TICK_SECONDS 1

struct _TjAutoLock
{
  GObject parent_instance;

  GCancellable *cancellable;
  GDBusConnection *system;
  GDBusConnection *session;
  GArray *subscriptions; /* of the system's bus */
  GArray *session_subscriptions;
  int inhibitor;
  gboolean is_listening;

  guint idle_seconds;
  gint64 last_touched;
  guint timer;
};

enum
{
  SIGNAL_LOCK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjAutoLock, tj_auto_lock, G_TYPE_OBJECT)

static void
lock_now (TjAutoLock *self)
{
  g_signal_emit (self, signals[SIGNAL_LOCK], 0);
}

static void
let_sleep (TjAutoLock *self)
{
  if (self->inhibitor >= 0)
    close (self->inhibitor);
  self->inhibitor = -1;
}

static gboolean
on_touched (TjAutoLock *self)
{
  self->last_touched = g_get_monotonic_time ();
  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_tick (gpointer user_data)
{
  TjAutoLock *self = user_data;
  const gint64 idle = g_get_monotonic_time () - self->last_touched;

  if (self->idle_seconds > 0 && idle >= (gint64)self->idle_seconds * G_USEC_PER_SEC)
    {
      self->last_touched = g_get_monotonic_time ();
      lock_now (self);
    }
  return G_SOURCE_CONTINUE;
}

/* Every key, click and movement in a window comes by here first. */
static void
watch_window (TjAutoLock *self, GtkWidget *window)
{
  GtkEventController *controller;

  if (g_object_get_data (G_OBJECT (window), "tj-auto-lock") != NULL)
    return;
  controller = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (on_touched), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (window, controller);
  g_object_set_data (G_OBJECT (window), "tj-auto-lock", self);
}

static void
on_windows_changed (TjAutoLock *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      watch_window (self, window);
    }
  on_touched (self);
}

static void
on_session_lock (GDBusConnection *connection,
                 const char *sender,
                 const char *path,
                 const char *interface,
                 const char *signal,
                 GVariant *parameters,
                 gpointer user_data)
{
  lock_now (user_data);
}

static void
on_flag (GDBusConnection *connection,
         const char *sender,
         const char *path,
         const char *interface,
         const char *signal,
         GVariant *parameters,
         gpointer user_data)
{
  TjAutoLock *self = user_data;
  gboolean begins = FALSE;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;
  g_variant_get (parameters, "(b)", &begins);
  if (!begins)
    return;
  lock_now (self);
  let_sleep (self);
}

static void
subscribe_system (TjAutoLock *self,
                  const char *interface,
                  const char *signal,
                  const char *path,
                  GDBusSignalCallback callback)
{
  const guint id
      = g_dbus_connection_signal_subscribe (self->system, LOGIN1, interface, signal, path, NULL,
                                            G_DBUS_SIGNAL_FLAGS_NONE, callback, self, NULL);

  g_array_append_val (self->subscriptions, id);
}

/* Whose session it is decides whose lock it is. */
static void
on_session_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TjAutoLock) self = user_data;
  g_autoptr (GVariant) reply
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  const char *path = NULL;

  /* No session, as for a program run by a service: idleness and sleep remain. */
  if (reply == NULL || self->system == NULL)
    return;
  g_variant_get (reply, "(&o)", &path);
  subscribe_system (self, SESSION, "Lock", path, on_session_lock);
  self->is_listening = TRUE;
}

static void
on_inhibited (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TjAutoLock) self = user_data;
  g_autoptr (GUnixFDList) files = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_with_unix_fd_list_finish (
      G_DBUS_CONNECTION (source), &files, result, NULL);

  /* Not allowed to hold up sleep: the lock then comes as soon as it can. */
  if (reply == NULL || files == NULL || self->system == NULL)
    return;
  let_sleep (self);
  self->inhibitor = g_unix_fd_list_get (files, 0, NULL);
}

static void
on_system_bus (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TjAutoLock) self = user_data;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (bus == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  self->system = g_object_ref (bus);
  subscribe_system (self, MANAGER, "PrepareForSleep", LOGIN1_PATH, on_flag);
  g_dbus_connection_call (bus, LOGIN1, LOGIN1_PATH, MANAGER, "GetSessionByPID",
                          g_variant_new ("(u)", (guint32)getpid ()), G_VARIANT_TYPE ("(o)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable, on_session_found,
                          g_object_ref (self));
  g_dbus_connection_call_with_unix_fd_list (
      bus, LOGIN1, LOGIN1_PATH, MANAGER, "Inhibit",
      g_variant_new ("(ssss)", "sleep", "Tjugo", _ ("The register is locked before sleep"),
                     "delay"),
      G_VARIANT_TYPE ("(h)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, self->cancellable, on_inhibited,
      g_object_ref (self));
}

static void
on_session_bus (GObject *source, GAsyncResult *result, gpointer user_data)
{
  static const char *const savers[] = { "org.gnome.ScreenSaver", "org.freedesktop.ScreenSaver" };
  g_autoptr (TjAutoLock) self = user_data;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (bus == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  self->session = g_object_ref (bus);
  for (gsize i = 0; i < G_N_ELEMENTS (savers); i++)
    {
      const guint id
          = g_dbus_connection_signal_subscribe (bus, NULL, savers[i], "ActiveChanged", NULL, NULL,
                                                G_DBUS_SIGNAL_FLAGS_NONE, on_flag, self, NULL);

      g_array_append_val (self->session_subscriptions, id);
    }
}

static void
unsubscribe (GDBusConnection *bus, GArray *subscriptions)
{
  for (guint i = 0; bus != NULL && i < subscriptions->len; i++)
    g_dbus_connection_signal_unsubscribe (bus, g_array_index (subscriptions, guint, i));
}

static void
tj_auto_lock_dispose (GObject *object)
{
  TjAutoLock *self = TJ_AUTO_LOCK (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  unsubscribe (self->system, self->subscriptions);
  unsubscribe (self->session, self->session_subscriptions);
  g_array_set_size (self->subscriptions, 0);
  g_array_set_size (self->session_subscriptions, 0);
  g_clear_object (&self->system);
  g_clear_object (&self->session);
  let_sleep (self);
  G_OBJECT_CLASS (tj_auto_lock_parent_class)->dispose (object);
}

static void
tj_auto_lock_finalize (GObject *object)
{
  TjAutoLock *self = TJ_AUTO_LOCK (object);

  g_object_unref (self->cancellable);
  g_array_unref (self->subscriptions);
  g_array_unref (self->session_subscriptions);
  G_OBJECT_CLASS (tj_auto_lock_parent_class)->finalize (object);
}

static void
tj_auto_lock_class_init (TjAutoLockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tj_auto_lock_dispose;
  G_OBJECT_CLASS (klass)->finalize = tj_auto_lock_finalize;

  signals[SIGNAL_LOCK] = g_signal_new ("lock", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tj_auto_lock_init (TjAutoLock *self)
{
  self->inhibitor = -1;
  self->cancellable = g_cancellable_new ();
  self->subscriptions = g_array_new (FALSE, FALSE, sizeof (guint));
  self->session_subscriptions = g_array_new (FALSE, FALSE, sizeof (guint));
  self->last_touched = g_get_monotonic_time ();
  self->timer = g_timeout_add_seconds (TICK_SECONDS, on_tick, self);
}

/* Begins to watch at once. */
TjAutoLock *
tj_auto_lock_new (void)
{
  TjAutoLock *self = g_object_new (TJ_TYPE_AUTO_LOCK, NULL);

  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed",
                           G_CALLBACK (on_windows_changed), self, G_CONNECT_SWAPPED);
  on_windows_changed (self);
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, on_system_bus, g_object_ref (self));
  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, on_session_bus, g_object_ref (self));
  return self;
}

/* How long nobody may touch the windows; 0: as long as they like. */
void
tj_auto_lock_set_idle_seconds (TjAutoLock *self, guint seconds)
{
  g_return_if_fail (TJ_IS_AUTO_LOCK (self));

  self->idle_seconds = seconds;
}

/* Whether the session's lock is heard. */
gboolean
tj_auto_lock_is_listening (TjAutoLock *self)
{
  g_return_val_if_fail (TJ_IS_AUTO_LOCK (self), FALSE);

  return self->is_listening && self->inhibitor >= 0;
}
