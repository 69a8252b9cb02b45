/* One youth: who, what comes next, the ladder, the timeline and beside it the tabs. The address is
 * "youth:ID", with "+contact" and the like for the tab one came for. Reading a person is logged. A
 * protected person shows a case number and nothing else. */

#include "config.h"

#include "tj-youth-page.h"

#include "tj-agenda.h"
#include "tj-audit.h"
#include "tj-case-number.h"
#include "tj-contacts-tab.h"
#include "tj-date-text.h"
#include "tj-details-tab.h"
#include "tj-documents-tab.h"
#include "tj-ladder-view.h"
#include "tj-measures-tab.h"
#include "tj-pair.h"
#include "tj-plan-tab.h"
#include "tj-registration-repository.h"
#include "tj-timeline.h"
#include "tj-youth-repository.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TjYouthPage
{
  TjPage parent_instance;

  GtkScrolledWindow *scroller;
  GtkLabel *name;
  GtkLabel *summary;
  GtkLabel *next;
  TjLadderView *ladder;
  GtkBox *timeline;
  GtkStack *tabs;
  GtkDropDown *tab_choice;

  gint64 youth_id;
  gboolean wants_tab;
};

G_DEFINE_FINAL_TYPE (TjYouthPage, tj_youth_page, TJ_TYPE_PAGE)

static void
show_next (TjYouthPage *self, const TjLadder *ladder, TjDate today)
{
  int next = tj_ladder_next (ladder, today);
  g_autofree char *when = NULL;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  gtk_widget_remove_css_class (GTK_WIDGET (self->next), "overdue");
  if (tj_ladder_is_resting (ladder, today))
    {
      date = tj_date_text_long (ladder->rests_until);
      text = g_strdup_printf (_ ("Rests until %s: %s"), date,
                              tj_code_label (&tj_occupations, ladder->occupation));
    }
  else if (next < 0)
    {
      text = g_strdup (_ ("No step waits"));
    }
  else if (tj_ladder_state (ladder, (guint)next, today) == TJ_STEP_OVERDUE)
    {
      when = tj_date_text_overdue (tj_ladder_days_overdue (ladder, (guint)next, today));
      text
          = g_strdup_printf (_ ("Next: %s, %s"), tj_ladder_step (ladder, (guint)next)->label, when);
      gtk_widget_add_css_class (GTK_WIDGET (self->next), "overdue");
    }
  else
    {
      date = tj_date_text_long (ladder->rungs[next].due);
      text = g_strdup_printf (_ ("Next: %s by %s"), tj_ladder_step (ladder, (guint)next)->label,
                              date);
    }

  gtk_label_set_label (self->next, text);
}

static void
show_summary (TjYouthPage *self, TjYouth *youth, TjRegistration *open, TjStatus status)
{
  TjDate today = tj_context_get_today (tj_page_get_context (TJ_PAGE (self)));
  g_autoptr (GString) text = g_string_new (NULL);

  if (!tj_youth_is_protected (youth))
    g_string_append_printf (text, _ ("%d years"), tj_date_age (tj_youth_get_birth (youth), today));
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "",
                          tj_code_label (&tj_statuses, (int)status));
  if (open != NULL)
    {
      g_autofree char *date = tj_date_text_short (tj_registration_get_registered_on (open), today);

      g_string_append_printf (text, " · ");
      g_string_append_printf (text, _ ("registered %s"), date);
      g_string_append_printf (
          text, " (%s)", tj_code_label (&tj_backgrounds, tj_registration_get_background (open)));
    }

  gtk_label_set_label (self->summary, text->str);
}

static void
show_person (TjYouthPage *self, TjYouth *youth)
{
  gboolean is_protected = tj_youth_is_protected (youth);
  g_autofree char *case_number = tj_case_number_format (self->youth_id);
  g_autofree char *name = is_protected ? g_strdup_printf (_ ("Protected person · %s"), case_number)
                                       : tj_youth_dup_name (youth);

  gtk_label_set_label (self->name, name);
}

static TjYouthTab *
visible_tab (TjYouthPage *self)
{
  return TJ_YOUTH_TAB (gtk_stack_get_visible_child (self->tabs));
}

static gboolean
show_all (TjYouthPage *self, TjContext *context, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  TjDate today = tj_context_get_today (context);
  g_autoptr (TjYouth) youth = tj_youths_load (store, self->youth_id, error);
  g_autoptr (TjRegistration) open = NULL;
  TjLadder ladder = { 0 };
  gboolean is_open;

  if (youth == NULL)
    return FALSE;

  open = tj_registrations_load_open (store, self->youth_id, NULL);
  is_open = open != NULL && tj_agenda_load (store, self->youth_id, &ladder, error);
  if (open != NULL && !is_open)
    return FALSE;

  show_person (self, youth);
  show_summary (self, youth, open, is_open ? tj_status_of (&ladder, today) : TJ_STATUS_CLOSED);
  gtk_widget_set_visible (GTK_WIDGET (self->ladder), is_open);
  if (is_open)
    {
      show_next (self, &ladder, today);
      tj_ladder_view_set_ladder (self->ladder, &ladder, today);
    }
  else
    {
      gtk_label_set_label (self->next, _ ("Not registered now"));
    }

  return tj_timeline_fill (self->timeline, context, self->youth_id, error)
         && tj_youth_tab_show (visible_tab (self), context, self->youth_id, error);
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
  if (self->youth_id != 0 && tj_context_is_unlocked (context)
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

/* `part` is "12" or "12+contact". */
static void
tj_youth_page_go (TjPage *page, const char *part)
{
  TjYouthPage *self = TJ_YOUTH_PAGE (page);
  const char *tab = part != NULL ? strchr (part, '+') : NULL;

  self->youth_id = 0;
  choose_tab (self, tab != NULL ? tab + 1 : "contact");
  self->youth_id = part != NULL ? g_ascii_strtoll (part, NULL, 10) : 0;
  self->wants_tab = tab != NULL;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  tj_page_mark_stale (page);
  if (self->youth_id != 0)
    log_reading (self);
}

static gboolean
tj_youth_page_grab_focus (GtkWidget *widget)
{
  TjYouthPage *self = TJ_YOUTH_PAGE (widget);

  if (!self->wants_tab)
    return FALSE;

  self->wants_tab = FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (visible_tab (self)));
}

static void
log_contact_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjYouthPage *self = TJ_YOUTH_PAGE (widget);

  choose_tab (self, "contact");
  gtk_widget_grab_focus (GTK_WIDGET (visible_tab (self)));
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TJ_TYPE_LADDER_VIEW);
  g_type_ensure (TJ_TYPE_PAIR);
  g_type_ensure (TJ_TYPE_DETAILS_TAB);
  g_type_ensure (TJ_TYPE_CONTACTS_TAB);
  g_type_ensure (TJ_TYPE_MEASURES_TAB);
  g_type_ensure (TJ_TYPE_PLAN_TAB);
  g_type_ensure (TJ_TYPE_DOCUMENTS_TAB);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-youth-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TjYouthPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TjYouthPage, name);
  gtk_widget_class_bind_template_child (widget_class, TjYouthPage, summary);
  gtk_widget_class_bind_template_child (widget_class, TjYouthPage, next);
  gtk_widget_class_bind_template_child (widget_class, TjYouthPage, ladder);
  gtk_widget_class_bind_template_child (widget_class, TjYouthPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, TjYouthPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, TjYouthPage, tab_choice);
  gtk_widget_class_bind_template_callback (widget_class, on_tab_changed);
}

static void
tj_youth_page_class_init (TjYouthPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TjPageClass *page_class = TJ_PAGE_CLASS (klass);

  page_class->go = tj_youth_page_go;
  page_class->refresh = tj_youth_page_refresh;
  widget_class->grab_focus = tj_youth_page_grab_focus;

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
