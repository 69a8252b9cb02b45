/* The window: first run, lock screen or the frame with its screens, one at a time. Nothing of the
 * register is touched before the first frame has been drawn, and the frame is built only once
 * the register is open. Its title never carries a person's name. */

#include "config.h"

#include "tj-window.h"

#include "tj-first-run.h"
#include "tj-focus-names.h"
#include "tj-frame.h"
#include "tj-lock-page.h"
#include "tj-preferences.h"
#include "tj-view-settings.h"

#include <glib/gi18n.h>

struct _TjWindow
{
  AdwApplicationWindow parent_instance;

  GtkStack *stage;

  TjContext *context;
  GSettings *settings;
  TjFrame *frame;
  char *screen;
};

enum
{
  SIGNAL_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjWindow, tj_window, ADW_TYPE_APPLICATION_WINDOW)

/* Puts `child` on the stage and takes the former one away. */
static void
set_stage (TjWindow *self, GtkWidget *child)
{
  GtkWidget *former = gtk_stack_get_visible_child (self->stage);

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_stack_add_child (self->stage, child);
  gtk_stack_set_visible_child (self->stage, child);
  if (former != NULL)
    gtk_stack_remove (self->stage, former);
}

static void
update_actions (TjWindow *self)
{
  static const char *const names[]
      = { "win.show-screen", "win.show-nth", "win.search", "win.preferences" };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], self->frame != NULL);
}

static void
show_frame (TjWindow *self)
{
  g_autofree char *screen = g_steal_pointer (&self->screen);

  self->frame = TJ_FRAME (tj_frame_new (self->context));
  set_stage (self, GTK_WIDGET (self->frame));
  update_actions (self);
  tj_frame_show_screen (self->frame, screen != NULL ? screen : "today");
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static gboolean
on_first_frame (gpointer user_data)
{
  GtkWidget *page = gtk_stack_get_visible_child (TJ_WINDOW (user_data)->stage);

  if (TJ_IS_LOCK_PAGE (page))
    tj_lock_page_begin (TJ_LOCK_PAGE (page));
  return G_SOURCE_REMOVE;
}

static void
on_after_paint (GdkFrameClock *clock, TjWindow *self)
{
  g_signal_handlers_disconnect_by_func (clock, on_after_paint, self);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_first_frame, g_object_ref (self), g_object_unref);
}

static void
show_screen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tj_window_show_screen (TJ_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_nth_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tj_frame_show_nth (TJ_WINDOW (widget)->frame, (guint)g_variant_get_int32 (parameter));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tj_frame_search (TJ_WINDOW (widget)->frame);
}

static void
preferences_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *preferences;

  if (tj_context_is_working (TJ_WINDOW (widget)->context))
    return;
  preferences = tj_preferences_new (TJ_WINDOW (widget)->context);

  gtk_window_set_transient_for (GTK_WINDOW (preferences), GTK_WINDOW (widget));
  gtk_window_present (GTK_WINDOW (preferences));
}

static void
shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource ("/se/tjugo/Tjugo/ui/window/tj-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, GTK_WINDOW (widget));
  gtk_window_present (window);
}

static void
restore_size (TjWindow *self)
{
  self->settings = tj_view_settings_new ();
  if (self->settings == NULL)
    return;

  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static void
tj_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tj_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                           G_CALLBACK (on_after_paint), widget, 0);
}

static void
tj_window_dispose (GObject *object)
{
  TjWindow *self = TJ_WINDOW (object);

  self->frame = NULL;
  g_clear_object (&self->context);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->screen, g_free);

  G_OBJECT_CLASS (tj_window_parent_class)->dispose (object);
}

static void
tj_window_class_init (TjWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_window_dispose;
  widget_class->realize = tj_window_realize;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/window/tj-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TjWindow, stage);

  gtk_widget_class_install_action (widget_class, "win.show-screen", "s", show_screen_action);
  gtk_widget_class_install_action (widget_class, "win.show-nth", "i", show_nth_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action);
}

static void
tj_window_init (TjWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tj_focus_names_follow (GTK_WINDOW (self));
  restore_size (self);
  update_actions (self);
}

TjWindow *
tj_window_new (TjApplication *application, TjContext *context)
{
  TjWindow *self = g_object_new (TJ_TYPE_WINDOW, "application", application, NULL);

  self->context = g_object_ref (context);
  return self;
}

/* The folder chosen in the first run holds a register: it waits for its key. */
static void
show_lock (TjWindow *self)
{
  GtkWidget *page = tj_lock_page_new (self->context);

  tj_lock_page_prepare (TJ_LOCK_PAGE (page), NULL, TRUE);
  g_signal_connect_object (page, "opened", G_CALLBACK (show_frame), self, G_CONNECT_SWAPPED);
  set_stage (self, page);
  tj_lock_page_begin (TJ_LOCK_PAGE (page));
}

/* Sets the first thing shown: the first run for a folder without a register, else the lock
 * screen. With `passphrase` (or a keyring, unless `locked`) it opens by itself once drawn. */
void
tj_window_start (TjWindow *self, TjSecret *passphrase, gboolean locked, const char *screen)
{
  GtkWidget *page;

  g_return_if_fail (TJ_IS_WINDOW (self));

  self->screen = g_strdup (screen);
  if (tj_context_has_register (self->context))
    {
      page = tj_lock_page_new (self->context);
      tj_lock_page_prepare (TJ_LOCK_PAGE (page), passphrase, !locked);
    }
  else
    {
      page = tj_first_run_new (self->context);
      g_signal_connect_object (page, "found", G_CALLBACK (show_lock), self, G_CONNECT_SWAPPED);
    }

  g_signal_connect_object (page, "opened", G_CALLBACK (show_frame), self, G_CONNECT_SWAPPED);
  set_stage (self, page);
}

/* Shows the register at once: it is open, another window has seen to that. */
void
tj_window_start_open (TjWindow *self)
{
  g_return_if_fail (TJ_IS_WINDOW (self));
  g_return_if_fail (tj_context_is_unlocked (self->context));

  show_frame (self);
}

void
tj_window_show_screen (TjWindow *self, const char *screen)
{
  g_return_if_fail (TJ_IS_WINDOW (self));

  if (self->frame != NULL)
    tj_frame_show_screen (self->frame, screen);
}

/* The screen shown, or NULL while the register is not open. */
const char *
tj_window_get_screen (TjWindow *self)
{
  g_return_val_if_fail (TJ_IS_WINDOW (self), NULL);

  return self->frame != NULL ? tj_frame_get_screen (self->frame) : NULL;
}
