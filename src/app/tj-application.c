/* The program with a window: options, the context that everything hangs from, and the lock.
 * Locking ends this process and starts the program anew (DESIGN § 10): names would linger in the
 * memory of widgets and layouts otherwise. */

#include "config.h"

#include "tj-application.h"

#include "tj-auto-lock.h"
#include "tj-backup-service.h"
#include "tj-process-hardening.h"
#include "tj-setting-keys.h"
#include "tj-window.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Until the register says otherwise. */
#define LOCK_MINUTES 10

struct _TjApplication
{
  AdwApplication parent_instance;

  TjContext *context;
  TjSecret *passphrase;

  char *register_dir;
  char *today;
  char *screen;
  int passphrase_fd;
  gboolean locked;

  char *screen_after_lock;
  TjAutoLock *auto_lock;
};

G_DEFINE_FINAL_TYPE (TjApplication, tj_application, ADW_TYPE_APPLICATION)

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows
      = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *window = windows; window != NULL; window = window->next)
    gtk_window_close (window->data);
}

/* A second look at the same register: it is open already. */
static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TjApplication *self = TJ_APPLICATION (user_data);
  TjWindow *window;

  if (!tj_context_is_unlocked (self->context) || tj_context_is_working (self->context))
    return;

  window = tj_window_new (self, self->context);
  tj_window_start_open (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  adw_show_about_window (window, "application-name", _ ("Tjugo"), "application-icon", APP_ID,
                         "version", PACKAGE_VERSION, "license-type", GTK_LICENSE_GPL_3_0,
                         "developer-name", _ ("The Tjugo project"), "comments",
                         _ ("The desk of a coordinator of the municipal responsibility for "
                            "activities (KAA): who to contact today, and how. Everything stays on "
                            "this computer, encrypted."),
                         "translator-credits", _ ("translator-credits"), NULL);
}

/* Before the first record nothing personal has been shown, so the lock is only for a register
 * that is open. */
static void
lock_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  tj_application_lock (TJ_APPLICATION (user_data), NULL);
}

static const GActionEntry app_actions[] = {
  /* While a thread works with the register for one window, the others wait. */
  { .name = "busy", .state = "false" },
  { .name = "new-window", .activate = new_window_action },
  { .name = "quit", .activate = quit_action },
  { .name = "about", .activate = about_action },
  { .name = "lock", .activate = lock_action },
};

static const struct
{
  const char *action;
  const char *accels[3];
} accels[] = {
  { "app.quit", { "<Control>q" } },
  { "app.new-window", { "<Control>n" } },
  { "app.lock", { "<Control>l" } },
  { "win.shortcuts", { "<Control>question", "F1" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.search", { "<Control>f" } },
  { "win.show-nth(1)", { "<Control>1" } },
  { "win.show-nth(2)", { "<Control>2" } },
  { "win.show-nth(3)", { "<Control>3" } },
  { "win.show-nth(4)", { "<Control>4" } },
  { "win.show-nth(5)", { "<Control>5" } },
  { "win.show-nth(6)", { "<Control>6" } },
  { "win.show-nth(7)", { "<Control>7" } },
  { "win.show-nth(8)", { "<Control>8" } },
  { "window.close", { "<Control>w" } },
};

static void
tj_application_startup (GApplication *application)
{
  gsize i;

  G_APPLICATION_CLASS (tj_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), app_actions,
                                   G_N_ELEMENTS (app_actions), application);
  for (i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action,
                                           accels[i].accels);
  gtk_window_set_default_icon_name (APP_ID);
}

/* The setting is the register's own, so it is known once that is open. */
static void
follow_settings (TjApplication *self)
{
  g_autofree char *minutes = NULL;
  guint64 number = LOCK_MINUTES;

  if (!tj_context_is_unlocked (self->context) || tj_context_is_working (self->context))
    return;
  minutes = tj_context_dup_setting (self->context, TJ_SETTING_LOCK_MINUTES, NULL);
  if (minutes != NULL)
    number = g_ascii_strtoull (minutes, NULL, 10);
  tj_auto_lock_set_idle_seconds (self->auto_lock, (guint)MIN (number, 24 * 60) * 60);
}

static void
on_auto_lock (TjApplication *self)
{
  tj_application_lock (self, NULL);
}

static void
watch_for_absence (TjApplication *self, GtkWindow *window)
{
  self->auto_lock = tj_auto_lock_new ();
  tj_auto_lock_set_idle_seconds (self->auto_lock, LOCK_MINUTES * 60);
  g_signal_connect_object (self->auto_lock, "lock", G_CALLBACK (on_auto_lock), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "settings-changed", G_CALLBACK (follow_settings), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "opened", G_CALLBACK (follow_settings), self, G_CONNECT_SWAPPED);
}

static void
tj_application_activate (GApplication *application)
{
  TjApplication *self = TJ_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autoptr (TjSecret) passphrase = g_steal_pointer (&self->passphrase);

  if (window == NULL)
    {
      window = GTK_WINDOW (tj_window_new (self, self->context));
      watch_for_absence (self, window);
      tj_window_start (TJ_WINDOW (window), passphrase, self->locked, self->screen);
    }

  gtk_window_present (window);
}

static gboolean
make_context (TjApplication *self, GError **error)
{
  TjDate today = tj_date_today ();

  if (self->today != NULL)
    {
      today = tj_date_parse (self->today);
      if (today == TJ_DATE_NONE)
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("--today takes a date as YYYY-MM-DD"));
          return FALSE;
        }
    }

  self->context = tj_context_new (self->register_dir, today);
  return TRUE;
}

static int
tj_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  TjApplication *self = TJ_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  if (make_context (self, &error) && self->passphrase_fd >= 0)
    self->passphrase = tj_secret_new_from_fd (self->passphrase_fd, &error);

  if (error != NULL)
    {
      g_printerr ("tjugo: %s\n", error->message);
      return 2;
    }

  /* A register asked for by name is another window than the one already open. */
  if (self->register_dir != NULL)
    g_application_set_flags (application, G_APPLICATION_NON_UNIQUE);

  return -1;
}

static void
add_options (TjApplication *self)
{
  const GOptionEntry entries[] = {
    { "register", 'r', 0, G_OPTION_ARG_FILENAME, &self->register_dir, N_ ("The register's folder"),
      N_ ("FOLDER") },
    { "today", 0, 0, G_OPTION_ARG_STRING, &self->today, N_ ("The day to work on"), N_ ("DATE") },
    { "passphrase-fd", 0, 0, G_OPTION_ARG_INT, &self->passphrase_fd,
      N_ ("Read the passphrase from an open file"), N_ ("NUMBER") },
    { "locked", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &self->locked, NULL, NULL },
    { "screen", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, &self->screen, NULL, NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

static void
tj_application_finalize (GObject *object)
{
  TjApplication *self = TJ_APPLICATION (object);

  g_clear_object (&self->auto_lock);
  g_clear_object (&self->context);
  g_clear_pointer (&self->passphrase, tj_secret_unref);
  g_free (self->register_dir);
  g_free (self->today);
  g_free (self->screen);
  g_free (self->screen_after_lock);

  G_OBJECT_CLASS (tj_application_parent_class)->finalize (object);
}

static void
tj_application_class_init (TjApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tj_application_finalize;
  application_class->startup = tj_application_startup;
  application_class->activate = tj_application_activate;
  application_class->handle_local_options = tj_application_handle_local_options;
}

static void
tj_application_init (TjApplication *self)
{
  self->passphrase_fd = -1;
  add_options (self);
}

/* GTK spools what is printed in the temporary folder; the session's own folder is memory. */
static void
keep_spool_in_memory (void)
{
  const char *runtime = g_getenv ("XDG_RUNTIME_DIR");

  if (runtime != NULL && g_access (runtime, W_OK) == 0)
    g_setenv ("TMPDIR", runtime, TRUE);
}

/* Starts the program anew, locked, in the same process. Returns only when that fails. */
static int
start_locked (TjApplication *self, const char *program)
{
  g_autofree char *dir = g_strdup (tj_context_get_register_dir (self->context));
  g_autofree char *screen = g_strdup_printf ("--screen=%s", self->screen_after_lock);
  g_autofree char *folder = g_strdup_printf ("--register=%s", dir);
  g_autofree char *today = g_strdup_printf ("--today=%s", self->today);
  g_autoptr (GPtrArray) args = g_ptr_array_new ();

  g_ptr_array_add (args, (char *)program);
  g_ptr_array_add (args, "--locked");
  g_ptr_array_add (args, screen);
  if (self->register_dir != NULL)
    g_ptr_array_add (args, folder);
  if (self->today != NULL)
    g_ptr_array_add (args, today);
  g_ptr_array_add (args, NULL);

  execv ("/proc/self/exe", (char **)args->pdata);
  g_printerr ("tjugo: %s\n", g_strerror (errno));
  return 1;
}

TjApplication *
tj_application_new (void)
{
  return g_object_new (TJ_TYPE_APPLICATION, "application-id", APP_ID, "resource-base-path",
                       "/se/tjugo/Tjugo", NULL);
}

/* Closes the register, wipes and starts anew on the lock screen; `screen` (or NULL) is where one
 * comes back to. */
void
tj_application_lock (TjApplication *self, const char *screen)
{
  GtkWindow *window;

  g_return_if_fail (TJ_IS_APPLICATION (self));

  if (!tj_context_is_unlocked (self->context))
    return;

  window = gtk_application_get_active_window (GTK_APPLICATION (self));
  if (screen == NULL && TJ_IS_WINDOW (window))
    screen = tj_window_get_screen (TJ_WINDOW (window));

  self->screen_after_lock = g_strdup (screen != NULL ? screen : "today");
  g_application_quit (G_APPLICATION (self));
}

/* The day's backup, when a folder was chosen for them. That it failed shows where backups are shown
 * and in the log; nobody is left here to tell. */
static void
back_up (TjApplication *self)
{
  TjBackupCounts counts;
  g_autoptr (GError) error = NULL;

  if (tj_context_is_unlocked (self->context) && !tj_context_is_working (self->context)
      && tj_backup_service_is_due (self->context)
      && !tj_backup_service_run (self->context, &counts, &error))
    g_printerr ("tjugo: %s\n", error->message);
}

/* The window's main(): what src/main.c calls when no command was given. */
int
tj_application_main (int argc, char **argv)
{
  g_autoptr (TjApplication) self = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  keep_spool_in_memory ();
  if (!tj_process_forbid_core_dumps (&error))
    g_printerr ("tjugo: %s\n", error->message);

  self = tj_application_new ();
  status = g_application_run (G_APPLICATION (self), argc, argv);

  g_clear_error (&error);
  if (self->context != NULL)
    back_up (self);
  if (self->context != NULL && !tj_context_close (self->context, &error))
    g_printerr ("tjugo: %s\n", error->message);
  if (self->screen_after_lock != NULL)
    status = start_locked (self, argv[0]);

  return status;
}
