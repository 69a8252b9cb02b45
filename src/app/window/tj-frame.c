/* The open register: a sidebar and beside it one screen at a time. Screens are built when first
 * asked for. A screen is named by a word; "youths:to-act" is Youths showing one list, and
 * "youth:12" the page of one youth. */

#include "config.h"

#include "tj-frame.h"

#include "tj-agenda.h"
#include "tj-import-drop.h"
#include "tj-import-page.h"
#include "tj-letters-page.h"
#include "tj-merge-window.h"
#include "tj-palette.h"
#include "tj-people.h"
#include "tj-reconciliation-page.h"
#include "tj-register-page.h"
#include "tj-school-reports-page.h"
#include "tj-sidebar.h"
#include "tj-today-page.h"
#include "tj-undo-history.h"
#include "tj-undo-keys.h"
#include "tj-youth-page.h"
#include "tj-youths-page.h"

#include <glib/gi18n.h>

/* Longer than a toast takes to come in, in microseconds. */
#define TOAST_COMES_IN (600 * 1000)

struct _TjFrame
{
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  AdwToastOverlay *toasts;
  GtkStack *screens;
  GtkWidget *sidebar_pane;
  TjSidebar *sidebar;
  GtkWidget *demo_mark;

  TjContext *context;
  TjPeople *people;
  char *screen;
  char *list_screen;
  GtkWidget *focus_before;
  gboolean is_busy;   /* a thread has the register */
  gboolean is_worker; /* and it works for this window */
  gboolean is_behind; /* it changed meanwhile */
  AdwToast *latest_toast;
  gint64 toasted_at;
};

G_DEFINE_FINAL_TYPE (TjFrame, tj_frame, ADW_TYPE_BIN)

static const struct
{
  const char *name;
  const char *title;
  const char *icon_name;
} screens[] = {
  { "today", N_ ("Today"), "tj-today-symbolic" },
  { "youths", N_ ("Youths"), "tj-youths-symbolic" },
  { "letters", N_ ("Letters"), "tj-letters-symbolic" },
  { "school-reports", N_ ("School Reports"), "tj-school-symbolic" },
  { "reconciliation", N_ ("Reconciliation"), "tj-reconciliation-symbolic" },
  { "register", N_ ("Register"), "tj-register-symbolic" },
  { "import", N_ ("Import"), "tj-import-symbolic" },
};

static GtkWidget *
new_page (TjFrame *self, const char *name)
{
  if (g_str_equal (name, "today"))
    return tj_today_page_new (self->people);
  if (g_str_equal (name, "youths"))
    return tj_youths_page_new (self->people);
  if (g_str_equal (name, "youth"))
    return tj_youth_page_new (self->context);
  if (g_str_equal (name, "letters"))
    return tj_letters_page_new (self->context);
  if (g_str_equal (name, "school-reports"))
    return tj_school_reports_page_new (self->context);
  if (g_str_equal (name, "import"))
    return tj_import_page_new (self->context);
  if (g_str_equal (name, "reconciliation"))
    return tj_reconciliation_page_new (self->context);
  if (g_str_equal (name, "register"))
    return tj_register_page_new (self->context);

  return NULL;
}

/* The page of a screen, built on first use; NULL for a name that is none. */
static TjPage *
ensure_page (TjFrame *self, const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->screens, name);

  if (page != NULL)
    return TJ_PAGE (page);

  page = new_page (self, name);
  if (page == NULL)
    return NULL;

  gtk_stack_add_named (self->screens, page, name);
  g_object_bind_property (self->leaflet, "folded", page, "folded", G_BINDING_SYNC_CREATE);
  return TJ_PAGE (page);
}

static TjPage *
visible_page (TjFrame *self)
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

static char *
dup_status_screen (int status)
{
  return g_strdup_printf ("youths:%s", tj_code_word (&tj_statuses, status));
}

static void
update_counts (TjFrame *self)
{
  guint counts[TJ_N_STATUSES] = { 0 };
  g_autoptr (GError) error = NULL;
  int status;

  if (!tj_agenda_counts (tj_context_get_store (self->context), tj_context_get_today (self->context),
                         counts, &error))
    {
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (error->message));
      return;
    }

  for (status = 0; status < TJ_N_STATUSES; status++)
    {
      g_autofree char *screen = dup_status_screen (status);

      tj_sidebar_set_count (self->sidebar, screen, counts[status]);
    }
}

/* Gives each saved filter its line under the lists, with the number it chooses. */
static void
update_filters (TjFrame *self)
{
  g_autoptr (GPtrArray) filters = tj_saved_filters_load (self->context, NULL);
  g_autofree char *above = dup_status_screen (TJ_N_STATUSES - 1);
  guint i;

  tj_sidebar_remove_like (self->sidebar, "youths:filter-");
  for (i = 0; filters != NULL && i < filters->len; i++)
    {
      const TjSavedFilter *filter = g_ptr_array_index (filters, i);
      g_autofree char *screen = g_strdup_printf ("youths:filter-%" G_GINT64_FORMAT, filter->id);

      tj_sidebar_insert_below (self->sidebar, above, screen, filter->name, NULL);
      tj_sidebar_set_count (self->sidebar, screen, tj_people_count_filter (self->people, filter));
      g_free (above);
      above = g_strdup (screen);
    }
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
      update_counts (self);
      update_filters (self);
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

static void
set_toast (AdwToast *toast, const char *text, const char *button, const char *action)
{
  adw_toast_set_title (toast, text);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
}

/* A toast takes the place of the one before it: a queue would tell of what is long past. One that is
 * still coming in says the new words instead: libadwaita 1.2 crashes when it is dismissed. */
static void
add_toast (TjFrame *self, const char *text, const char *button, const char *action)
{
  const gint64 now = g_get_monotonic_time ();
  AdwToast *toast;

  if (self->latest_toast != NULL && now - self->toasted_at < TOAST_COMES_IN)
    {
      set_toast (self->latest_toast, text, button, action);
      return;
    }
  if (self->latest_toast != NULL)
    adw_toast_dismiss (self->latest_toast);
  toast = adw_toast_new ("");
  set_toast (toast, text, button, action);
  g_set_weak_pointer (&self->latest_toast, toast);
  self->toasted_at = now;
  adw_toast_overlay_add_toast (self->toasts, toast);
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
  add_toast (TJ_FRAME (widget), g_variant_get_string (parameter, NULL), NULL, NULL);
}

static void
toast_undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_toast (TJ_FRAME (widget), g_variant_get_string (parameter, NULL), _ ("Undo"), "frame.undo");
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

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjFrame *self = TJ_FRAME (widget);

  if (self->is_busy)
    return;
  tj_frame_show_screen (self, "import");
  gtk_widget_activate_action (GTK_WIDGET (visible_page (self)), "import.open", NULL);
}

static void
import_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjFrame *self = TJ_FRAME (widget);
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  if (self->is_busy)
    return;
  tj_frame_show_screen (self, "import");
  tj_import_page_open (TJ_IMPORT_PAGE (visible_page (self)), file);
}

static void
replay (TjFrame *self, gboolean is_redo)
{
  gboolean done;
  g_autofree char *text = NULL;

  if (self->is_busy)
    return;
  text = tj_undo_keys_replay (self->context, is_redo, &done);
  if (!done)
    add_toast (self, text, NULL, NULL);
  else if (is_redo)
    add_toast (self, text, _ ("Undo"), "frame.undo");
  else
    add_toast (self, text, _ ("Redo"), "frame.redo");
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  replay (TJ_FRAME (widget), g_str_equal (name, "frame.redo"));
}

static void
undo_key_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gboolean is_redo = g_str_equal (name, "frame.redo-key");

  if (!tj_undo_keys_take (gtk_root_get_focus (gtk_widget_get_root (widget)), is_redo))
    replay (TJ_FRAME (widget), is_redo);
}

static void
undo_history_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  if (TJ_FRAME (widget)->is_busy)
    return;
  gtk_window_present (GTK_WINDOW (tj_undo_history_new (TJ_FRAME (widget)->context, window)));
}

static void
new_filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjFrame *self = TJ_FRAME (widget);

  if (self->is_busy)
    return;
  tj_frame_show_screen (self, "youths");
  gtk_widget_activate_action (GTK_WIDGET (visible_page (self)), "youths.filter", NULL);
}

static void
on_merged (TjFrame *self, const char *text)
{
  add_toast (self, text, _ ("Undo"), "frame.undo");
}

static void
duplicates_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjFrame *self = TJ_FRAME (widget);
  GtkWidget *window;

  if (self->is_busy)
    return;
  window = tj_merge_window_new (self->context);
  g_signal_connect_object (window, "saved", G_CALLBACK (on_merged), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (window));
}

/* What the palette offers beside the screens. */
static const struct
{
  const char *title;
  const char *action;
} commands[] = {
  { N_ ("Import a File"), "frame.import" },
  { N_ ("New Filter"), "frame.new-filter" },
  { N_ ("Duplicates"), "frame.duplicates" },
  { N_ ("Undo"), "frame.undo" },
  { N_ ("Redo"), "frame.redo" },
  { N_ ("Undo History"), "frame.undo-history" },
  { N_ ("Preferences"), "win.preferences" },
  { N_ ("Keyboard Shortcuts"), "win.shortcuts" },
  { N_ ("Lock"), "app.lock" },
};

static void
offer_screen (TjPalette *palette, const char *title, const char *screen)
{
  g_autofree char *text = g_strdup_printf (_ ("Go to %s"), title);

  tj_palette_add (palette, text, "win.show-screen", screen);
}

static void
offer_lists (TjFrame *self, TjPalette *palette)
{
  g_autoptr (GPtrArray) filters = tj_saved_filters_load (self->context, NULL);
  int status;
  guint i;

  offer_screen (palette, _ ("Has turned 20"), "youths:turned");
  offer_screen (palette, _ ("Turns 20 within 30 days"), "youths:twenty");
  for (status = 0; status < TJ_N_STATUSES; status++)
    {
      g_autofree char *screen = dup_status_screen (status);

      offer_screen (palette, tj_code_label (&tj_statuses, status), screen);
    }
  for (i = 0; filters != NULL && i < filters->len; i++)
    {
      const TjSavedFilter *filter = g_ptr_array_index (filters, i);
      g_autofree char *screen = g_strdup_printf ("youths:filter-%" G_GINT64_FORMAT, filter->id);

      offer_screen (palette, filter->name, screen);
    }
}

static void
on_chosen (TjFrame *self, const char *action, const char *target)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, target != NULL ? "s" : NULL, target);
}

static void
palette_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjFrame *self = TJ_FRAME (widget);
  TjPalette *palette;
  gsize i;

  if (self->is_busy)
    return;

  palette = TJ_PALETTE (tj_palette_new (self->people));
  for (i = 0; i < G_N_ELEMENTS (screens); i++)
    offer_screen (palette, _ (screens[i].title), screens[i].name);
  offer_lists (self, palette);
  for (i = 0; i < G_N_ELEMENTS (commands); i++)
    tj_palette_add (palette, _ (commands[i].title), commands[i].action, NULL);
  g_signal_connect_object (palette, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (palette), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (palette));
}

static void
build_sidebar (TjFrame *self)
{
  gsize i;
  int status;

  for (i = 0; i < G_N_ELEMENTS (screens); i++)
    {
      tj_sidebar_append (self->sidebar, screens[i].name, _ (screens[i].title),
                         screens[i].icon_name);
      if (!g_str_equal (screens[i].name, "youths"))
        continue;

      for (status = 0; status < TJ_N_STATUSES; status++)
        {
          g_autofree char *screen = dup_status_screen (status);

          tj_sidebar_append (self->sidebar, screen, tj_code_label (&tj_statuses, status), NULL);
        }
    }
}

static void
tj_frame_dispose (GObject *object)
{
  TjFrame *self = TJ_FRAME (object);

  g_clear_object (&self->context);
  g_clear_object (&self->people);
  g_clear_weak_pointer (&self->focus_before);
  g_clear_weak_pointer (&self->latest_toast);
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
  gtk_widget_class_install_action (widget_class, "frame.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "frame.import-file", "s", import_file_action);
  gtk_widget_class_install_action (widget_class, "frame.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "frame.redo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "frame.undo-key", NULL, undo_key_action);
  gtk_widget_class_install_action (widget_class, "frame.redo-key", NULL, undo_key_action);
  gtk_widget_class_install_action (widget_class, "frame.undo-history", NULL, undo_history_action);
  gtk_widget_class_install_action (widget_class, "frame.new-filter", NULL, new_filter_action);
  gtk_widget_class_install_action (widget_class, "frame.duplicates", NULL, duplicates_action);
  gtk_widget_class_install_action (widget_class, "frame.palette", NULL, palette_action);
}

static void
tj_frame_init (TjFrame *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  build_sidebar (self);
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
  update_counts (self);
  update_filters (self);
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
  g_return_if_fail (TJ_IS_FRAME (self));

  if (n >= 1 && n <= G_N_ELEMENTS (screens))
    tj_frame_show_screen (self, screens[n - 1].name);
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

  if (self->is_busy)
    return;
  if (tj_page_search (visible_page (self)))
    return;

  tj_frame_show_screen (self, "youths");
  tj_page_search (visible_page (self));
}
