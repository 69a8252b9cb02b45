/* The open register: a sidebar and beside it one screen at a time. Screens are built when first
 * asked for. A screen is named by a word; "youths:to-act" is Youths showing one list, and
 * "youth:12" the page of one youth. */

#include "config.h"

#include "tj-frame-private.h"

#include "tj-import-drop.h"
#include "tj-people.h"
#include "tj-screens.h"
#include "tj-sidebar-lines.h"
#include "tj-sidebar.h"
#include "tj-toaster.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (TjFrame, tj_frame, ADW_TYPE_BIN)

/* The page of a screen, built on first use; NULL for a name that is none. */
static TjPage *
ensure_page (TjFrame *self, const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->screens, name);

  if (page != NULL)
    return TJ_PAGE (page);

  page = tj_screens_new_page (name, self->context, self->people);
  if (page == NULL)
    return NULL;

  gtk_stack_add_named (self->screens, page, name);
  g_object_bind_property (self->leaflet, "folded", page, "folded", G_BINDING_SYNC_CREATE);
  return TJ_PAGE (page);
}

TjPage *
tj_frame_get_page (TjFrame *self)
{
  return TJ_PAGE (gtk_stack_get_visible_child (self->screens));
}

/* `screen` may be the very string that is replaced. */
static void
remember_screen (TjFrame *self, const char *screen)
{
  char *copy = g_strdup (screen);

  if (!g_str_has_prefix (screen, "youth:"))
    {
      g_free (self->list_screen);
      self->list_screen = g_strdup (copy);
    }
  g_free (self->screen);
  self->screen = copy;
}

static void
update_sidebar (TjFrame *self)
{
  g_autoptr (GError) error = NULL;

  if (!tj_sidebar_lines_count (self->sidebar, self->context, &error))
    tj_toaster_show (&self->toaster, error->message, NULL, NULL);
  tj_sidebar_lines_show_filters (self->sidebar, self->context, self->people);
  if (self->screen != NULL)
    tj_sidebar_show_screen (self->sidebar, self->screen);
}

static void
mark_all_stale (TjFrame *self)
{
  GtkWidget *page;

  for (page = gtk_widget_get_first_child (GTK_WIDGET (self->screens)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    tj_page_mark_stale (TJ_PAGE (page));
}

static gboolean
follow_store (gpointer user_data)
{
  TjFrame *self = TJ_FRAME (user_data);

  if (self->is_busy)
    {
      self->is_behind = TRUE;
    }
  else if (self->context != NULL && tj_context_is_unlocked (self->context))
    {
      tj_people_forget (self->people);
      update_sidebar (self);
      mark_all_stale (self);
    }
  return G_SOURCE_REMOVE;
}

/* May come from the worker thread, which also writes (to the log). */
static void
on_store_changed (TjFrame *self)
{
  g_main_context_invoke_full (NULL, G_PRIORITY_DEFAULT, follow_store, g_object_ref (self),
                              g_object_unref);
}

static void
on_opened (TjFrame *self, const char *screen)
{
  tj_frame_show_screen (self, screen);
}

static void
show_sidebar_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!TJ_FRAME (widget)->is_presenting)
    adw_leaflet_navigate (TJ_FRAME (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/* From a youth's page to where one came from. */
static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjFrame *self = TJ_FRAME (widget);
  g_autofree char *screen = g_strdup (self->list_screen != NULL ? self->list_screen : "youths");

  tj_frame_show_screen (self, screen);
}

/* A page has moved within itself: that is where one comes back to after a lock. */
static void
note_screen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  remember_screen (TJ_FRAME (widget), g_variant_get_string (parameter, NULL));
}

static void
toast_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tj_toaster_show (&TJ_FRAME (widget)->toaster, g_variant_get_string (parameter, NULL), NULL, NULL);
}

static void
toast_undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tj_toaster_show (&TJ_FRAME (widget)->toaster, g_variant_get_string (parameter, NULL), _ ("Undo"),
                   "frame.undo");
}

static void
set_busy (TjFrame *self, gboolean is_busy)
{
  gboolean was_behind = self->is_behind;

  self->is_busy = is_busy;
  tj_people_set_paused (self->people, is_busy);
  self->is_behind = FALSE;
  if (was_behind)
    follow_store (self);
}

/* Another window works with the register. */
static void
on_busy_elsewhere (GActionGroup *application, const char *name, GVariant *state, TjFrame *self)
{
  gboolean busy = g_variant_get_boolean (state);

  if (self->is_worker || self->is_busy == busy)
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->leaflet), !busy);
  set_busy (self, busy);
}

/* Tells the other windows. */
static void
set_worker (TjFrame *self, gboolean busy)
{
  GApplication *application = g_application_get_default ();

  set_busy (self, busy);
  if (busy)
    self->is_worker = TRUE;
  if (application != NULL)
    g_action_group_change_action_state (G_ACTION_GROUP (application), "busy",
                                        g_variant_new_boolean (busy));
  self->is_worker = busy;
}

/* While a worker thread has the register nothing else may ask for it. */
static void
busy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjFrame *self = TJ_FRAME (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  gboolean busy = g_variant_get_boolean (parameter);

  if (busy)
    {
      g_set_weak_pointer (&self->focus_before, gtk_root_get_focus (root));
      gtk_root_set_focus (root, NULL);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->leaflet), !busy);
  set_worker (self, busy);
  if (!busy && self->focus_before != NULL)
    gtk_widget_grab_focus (self->focus_before);
}

/* The same, of a page that stays in use to tell of the work and to stop it. */
static void
work_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjFrame *self = TJ_FRAME (widget);
  gboolean busy = g_variant_get_boolean (parameter);

  gtk_widget_set_sensitive (self->sidebar_pane, !busy);
  set_worker (self, busy);
}

/* Others look at the window: neither the lists with their counts nor any other screen is there. */
static void
present_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjFrame *self = TJ_FRAME (widget);

  self->is_presenting = g_variant_get_boolean (parameter);
  gtk_widget_set_visible (self->sidebar_pane, !self->is_presenting);
}

static void
tj_frame_dispose (GObject *object)
{
  TjFrame *self = TJ_FRAME (object);

  g_clear_object (&self->context);
  g_clear_object (&self->people);
  g_clear_weak_pointer (&self->focus_before);
  tj_toaster_clear (&self->toaster);
  g_clear_pointer (&self->screen, g_free);
  g_clear_pointer (&self->list_screen, g_free);
  G_OBJECT_CLASS (tj_frame_parent_class)->dispose (object);
}

static void
tj_frame_class_init (TjFrameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_frame_dispose;

  g_type_ensure (TJ_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/window/tj-frame.ui");
  gtk_widget_class_bind_template_child (widget_class, TjFrame, leaflet);
  gtk_widget_class_bind_template_child (widget_class, TjFrame, toasts);
  gtk_widget_class_bind_template_child (widget_class, TjFrame, screens);
  gtk_widget_class_bind_template_child (widget_class, TjFrame, sidebar_pane);
  gtk_widget_class_bind_template_child (widget_class, TjFrame, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TjFrame, demo_mark);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);

  gtk_widget_class_install_action (widget_class, "frame.show-sidebar", NULL, show_sidebar_action);
  gtk_widget_class_install_action (widget_class, "frame.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "frame.note-screen", "s", note_screen_action);
  gtk_widget_class_install_action (widget_class, "frame.toast", "s", toast_action);
  gtk_widget_class_install_action (widget_class, "frame.toast-undo", "s", toast_undo_action);
  gtk_widget_class_install_action (widget_class, "frame.busy", "b", busy_action);
  gtk_widget_class_install_action (widget_class, "frame.work", "b", work_action);
  gtk_widget_class_install_action (widget_class, "frame.present", "b", present_action);
  tj_frame_install_commands (widget_class);
}

static void
tj_frame_init (TjFrame *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->toaster.overlay = self->toasts;
  tj_sidebar_lines_build (self->sidebar);
  tj_import_drop_add (GTK_WIDGET (self));
}

GtkWidget *
tj_frame_new (TjContext *context)
{
  TjFrame *self = g_object_new (TJ_TYPE_FRAME, NULL);

  self->context = g_object_ref (context);
  self->people = tj_people_new (context);
  gtk_widget_set_visible (self->demo_mark, tj_context_is_demo (context));
  g_signal_connect_object (tj_context_get_store (context), "changed", G_CALLBACK (on_store_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "settings-changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  if (g_application_get_default () != NULL)
    g_signal_connect_object (g_application_get_default (), "action-state-changed::busy",
                             G_CALLBACK (on_busy_elsewhere), self, 0);
  update_sidebar (self);
  return GTK_WIDGET (self);
}

/* Goes to a screen; what follows a colon in its name goes to the page. While a thread has the
 * register no screen can be filled, so none is gone to. */
void
tj_frame_show_screen (TjFrame *self, const char *screen)
{
  g_auto (GStrv) parts = NULL;
  TjPage *page;

  g_return_if_fail (TJ_IS_FRAME (self));
  g_return_if_fail (screen != NULL);

  if (self->is_busy)
    return;
  if (self->is_presenting)
    {
      tj_toaster_show (&self->toaster, _ ("Leave presentation mode first"), NULL, NULL);
      return;
    }
  parts = g_strsplit (screen, ":", 2);
  page = ensure_page (self, parts[0]);
  if (page == NULL)
    return;

  remember_screen (self, screen);
  tj_page_go (page, parts[1]);
  gtk_stack_set_visible_child (self->screens, GTK_WIDGET (page));
  tj_page_show (page);
  tj_sidebar_show_screen (self->sidebar, screen);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  tj_page_take_focus (page);
}

/* Goes to the screen that is number `n` in the sidebar, the first being 1. */
void
tj_frame_show_nth (TjFrame *self, guint n)
{
  const TjScreen *screen;

  g_return_if_fail (TJ_IS_FRAME (self));

  screen = n >= 1 ? tj_screens_get (n - 1) : NULL;
  if (screen != NULL)
    tj_frame_show_screen (self, screen->name);
}

const char *
tj_frame_get_screen (TjFrame *self)
{
  g_return_val_if_fail (TJ_IS_FRAME (self), NULL);

  return self->screen;
}

/* Puts the focus in the search of the screen, or of Youths when the screen has none. */
void
tj_frame_search (TjFrame *self)
{
  g_return_if_fail (TJ_IS_FRAME (self));

  if (tj_frame_is_closed (self))
    return;
  if (tj_page_search (tj_frame_get_page (self)))
    return;

  tj_frame_show_screen (self, "youths");
  tj_page_search (tj_frame_get_page (self));
}
