/* One youth: who, what comes next, the ladder, the timeline and beside it the tabs. The address is
 * "youth:ID", with "+contact" and the like for the tab one came for, and "+measures/measures/7/after"
 * for a form in it: the section, whose row of the register, and the row of the form. Reading a person is logged. A
 * protected person shows a case number and nothing else, until somebody says why more is needed; what
 * is shown then is hidden again as soon as the page is left. */

#include "config.h"

#include "tj-youth-page.h"

#include "tj-audit.h"
#include "tj-contacts-tab.h"
#include "tj-details-tab.h"
#include "tj-documents-tab.h"
#include "tj-measures-tab.h"
#include "tj-pair.h"
#include "tj-plan-tab.h"
#include "tj-timeline.h"
#include "tj-unlock-form.h"
#include "tj-youth-header.h"
#include "tj-youth-repository.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TjYouthPage
{
  TjPage parent_instance;

  GtkScrolledWindow *scroller;
  TjYouthHeader *header;
  TjTimeline *timeline;
  TjForm *unlock;
  GtkStack *tabs;
  GtkDropDown *tab_choice;

  gint64 youth_id;
  gboolean wants_tab;
  GStrv target;      /* tab, section, subject and row that one came for; NULL once it is open */
  gboolean unlocked; /* a protected person, for as long as the page is looked at */
  gboolean masked;
};

G_DEFINE_FINAL_TYPE (TjYouthPage, tj_youth_page, TJ_TYPE_PAGE)

static TjYouthTab *
visible_tab (TjYouthPage *self)
{
  return TJ_YOUTH_TAB (gtk_stack_get_visible_child (self->tabs));
}

/* The tabs are shown to no eye while the youth is masked, nor read from the register. */
static gboolean
show_tab (TjYouthPage *self, TjContext *context, GError **error)
{
  gtk_widget_set_visible (GTK_WIDGET (self->tabs), !self->masked);
  gtk_widget_set_visible (GTK_WIDGET (self->unlock), self->masked);
  if (!self->masked)
    return tj_youth_tab_show (visible_tab (self), context, self->youth_id, error);

  tj_form_begin (self->unlock, context, self->youth_id, 0);
  return TRUE;
}

static gboolean
show_all (TjYouthPage *self, TjContext *context, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  g_autoptr (TjYouth) youth = tj_youths_load (store, self->youth_id, error);

  if (youth == NULL)
    return FALSE;

  self->masked = tj_youth_is_protected (youth) && !self->unlocked;
  return tj_youth_header_show (self->header, context, youth, self->masked, error)
         && tj_timeline_show (self->timeline, context, self->youth_id, self->masked, error)
         && show_tab (self, context, error);
}

static void
log_reading (TjYouthPage *self)
{
  TjContext *context = tj_page_get_context (TJ_PAGE (self));
  g_autoptr (GError) error = NULL;

  if (!tj_audit_log (tj_context_get_store (context), "read", self->youth_id, NULL, &error))
    tj_page_show_error (TJ_PAGE (self), _ ("The reading could not be logged"), error);
}

static void
tj_youth_page_refresh (TjPage *page)
{
  TjYouthPage *self = TJ_YOUTH_PAGE (page);
  g_autoptr (GError) error = NULL;

  if (self->youth_id != 0 && !show_all (self, tj_page_get_context (page), &error))
    tj_page_show_error (page, _ ("The youth could not be read"), error);
}

static void
follow_tab (TjYouthPage *self)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (self->tabs);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (pages));

  for (guint i = 0; i < n; i++)
    if (gtk_selection_model_is_selected (pages, i))
      gtk_drop_down_set_selected (self->tab_choice, i);
}

static void
on_tab_changed (TjYouthPage *self)
{
  TjContext *context = tj_page_get_context (TJ_PAGE (self));
  g_autoptr (GError) error = NULL;

  follow_tab (self);
  if (self->youth_id != 0 && !self->masked && tj_context_is_unlocked (context)
      && !tj_youth_tab_show (visible_tab (self), context, self->youth_id, &error))
    tj_page_show_error (TJ_PAGE (self), _ ("The youth could not be read"), error);
}

static void
on_tab_chosen (TjYouthPage *self)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (self->tabs);

  gtk_selection_model_select_item (pages, gtk_drop_down_get_selected (self->tab_choice), TRUE);
}

static void
choose_tab (TjYouthPage *self, const char *name)
{
  if (gtk_stack_get_child_by_name (self->tabs, name) != NULL)
    gtk_stack_set_visible_child_name (self->tabs, name);
}

/* `part` is "12", "12+contact" or "12+measures/measures/7/after". */
static void
tj_youth_page_go (TjPage *page, const char *part)
{
  TjYouthPage *self = TJ_YOUTH_PAGE (page);
  const char *tab = part != NULL ? strchr (part, '+') : NULL;

  g_clear_pointer (&self->target, g_strfreev);
  self->youth_id = 0;
  self->unlocked = FALSE;
  self->target = tab != NULL ? g_strsplit (tab + 1, "/", 4) : NULL;
  choose_tab (self, self->target != NULL ? self->target[0] : "contact");
  self->youth_id = part != NULL ? g_ascii_strtoll (part, NULL, 10) : 0;
  self->wants_tab = tab != NULL;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  tj_page_mark_stale (page);
  if (self->youth_id != 0)
    log_reading (self);
}

/* Frames until a form that has just been opened has its place. */
#define FRAMES_TO_SETTLE 3

static gboolean
scroll_to_focus (GtkWidget *widget, GdkFrameClock *clock, gpointer frames)
{
  TjYouthPage *self = TJ_YOUTH_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *content = gtk_scrolled_window_get_child (self->scroller);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double y;

  if (++(*(int *)frames) < FRAMES_TO_SETTLE)
    return G_SOURCE_CONTINUE;
  if (focus != NULL && gtk_widget_is_ancestor (focus, content)
      && gtk_widget_translate_coordinates (focus, content, 0, 0, NULL, &y))
    {
      double place = y + gtk_adjustment_get_value (adjustment);
      double room = gtk_adjustment_get_page_size (adjustment) / 3;

      gtk_adjustment_clamp_page (adjustment, place - room, place + room);
    }
  return G_SOURCE_REMOVE;
}

/* Opens the form that one came for, once, and brings it into view. */
static gboolean
open_target (TjYouthPage *self)
{
  g_auto (GStrv) target = g_steal_pointer (&self->target);

  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_to_focus, g_new0 (int, 1), g_free);
  return target != NULL && g_strv_length (target) >= 3
         && tj_youth_tab_open (visible_tab (self), target[1], g_ascii_strtoll (target[2], NULL, 10),
                               target[3]);
}

static gboolean
focus_tab (TjYouthPage *self)
{
  /* A tab that has not been shown knows no youth to open a form about. */
  if (self->target != NULL)
    tj_page_show (TJ_PAGE (self));
  if (self->masked)
    return gtk_widget_grab_focus (GTK_WIDGET (self->unlock));
  if (self->target != NULL && open_target (self))
    return TRUE;
  if (TJ_IS_CONTACTS_TAB (visible_tab (self)))
    return tj_contacts_tab_take_focus (TJ_CONTACTS_TAB (visible_tab (self)));
  return gtk_widget_grab_focus (GTK_WIDGET (visible_tab (self)));
}

static gboolean
tj_youth_page_take_focus (TjPage *page)
{
  TjYouthPage *self = TJ_YOUTH_PAGE (page);

  if (!self->wants_tab)
    return FALSE;

  self->wants_tab = FALSE;
  return focus_tab (self);
}

static gboolean
tj_youth_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (adw_bin_get_child (ADW_BIN (widget)), GTK_DIR_TAB_FORWARD);
}

static void
on_unlocked (TjYouthPage *self)
{
  self->unlocked = TRUE;
  tj_page_mark_stale (TJ_PAGE (self));
  focus_tab (self);
}

/* Whoever leaves a protected person leaves her masked. */
static void
tj_youth_page_unmap (GtkWidget *widget)
{
  TjYouthPage *self = TJ_YOUTH_PAGE (widget);

  GTK_WIDGET_CLASS (tj_youth_page_parent_class)->unmap (widget);
  if (!self->unlocked)
    return;

  self->unlocked = FALSE;
  tj_page_mark_stale (TJ_PAGE (self));
  if (tj_context_is_unlocked (tj_page_get_context (TJ_PAGE (self))))
    tj_youth_page_refresh (TJ_PAGE (self));
}

static void
tj_youth_page_finalize (GObject *object)
{
  g_strfreev (TJ_YOUTH_PAGE (object)->target);
  G_OBJECT_CLASS (tj_youth_page_parent_class)->finalize (object);
}

static void
log_contact_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjYouthPage *self = TJ_YOUTH_PAGE (widget);

  choose_tab (self, "contact");
  focus_tab (self);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TJ_TYPE_TIMELINE);
  g_type_ensure (TJ_TYPE_UNLOCK_FORM);
  g_type_ensure (TJ_TYPE_YOUTH_HEADER);
  g_type_ensure (TJ_TYPE_PAIR);
  g_type_ensure (TJ_TYPE_DETAILS_TAB);
  g_type_ensure (TJ_TYPE_CONTACTS_TAB);
  g_type_ensure (TJ_TYPE_MEASURES_TAB);
  g_type_ensure (TJ_TYPE_PLAN_TAB);
  g_type_ensure (TJ_TYPE_DOCUMENTS_TAB);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-youth-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TjYouthPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TjYouthPage, header);
  gtk_widget_class_bind_template_child (widget_class, TjYouthPage, unlock);
  gtk_widget_class_bind_template_child (widget_class, TjYouthPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, TjYouthPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, TjYouthPage, tab_choice);
  gtk_widget_class_bind_template_callback (widget_class, on_tab_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_unlocked);
}

static void
tj_youth_page_class_init (TjYouthPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TjPageClass *page_class = TJ_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tj_youth_page_finalize;
  page_class->go = tj_youth_page_go;
  page_class->refresh = tj_youth_page_refresh;
  page_class->take_focus = tj_youth_page_take_focus;
  widget_class->grab_focus = tj_youth_page_grab_focus;
  widget_class->unmap = tj_youth_page_unmap;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "youth.log-contact", NULL, log_contact_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "frame.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "frame.back",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, 0, "youth.log-contact", NULL);
}

/* Where there is no room for the row of tabs a list of them stands. */
static void
build_tab_choice (TjYouthPage *self)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (self->tabs);

  gtk_drop_down_set_model (self->tab_choice, G_LIST_MODEL (pages));
  g_signal_connect_object (self->tab_choice, "notify::selected", G_CALLBACK (on_tab_chosen), self,
                           G_CONNECT_SWAPPED);
}

static void
tj_youth_page_init (TjYouthPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  build_tab_choice (self);
}

GtkWidget *
tj_youth_page_new (TjContext *context)
{
  return g_object_new (TJ_TYPE_YOUTH_PAGE, "context", context, NULL);
}
