/* Youths: a list, searched as one types, with the selected youth beside it. Which list is told by
 * the address of the screen: a status ("to-act"), a group of Today ("step-brev1"), or none for
 * all who are not closed. */

#include "config.h"

#include "tj-youths-page.h"

#include "tj-agenda-groups.h"
#include "tj-audit.h"
#include "tj-youth-item.h"
#include "tj-youth-list.h"
#include "tj-youth-preview.h"

#include <glib/gi18n.h>
#include <string.h>

#define ALL_STATUSES -1

/* Looked at for so long, a youth has been read and not passed by. */
#define READING_MS 1500

struct _TjYouthsPage
{
  TjPage parent_instance;

  AdwWindowTitle *title;
  GtkSearchEntry *search;
  GtkColumnView *view;
  GtkColumnViewColumn *name_column;
  GtkColumnViewColumn *status_column;
  GtkSingleSelection *selection;
  GtkSortListModel *sorted;
  GtkStack *state;
  AdwStatusPage *empty;
  TjYouthPreview *preview;

  TjYouthList *list;
  char *part;
  guint reading_timer;
  gboolean searching;
  gboolean was_shown;
};

G_DEFINE_FINAL_TYPE (TjYouthsPage, tj_youths_page, TJ_TYPE_PAGE)

static TjYouthItem *
selected_item (TjYouthsPage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
update_actions (TjYouthsPage *self)
{
  gboolean selected = selected_item (self) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "youths.open", selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "youths.log-contact", selected);
}

static void
show_count (TjYouthsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  gboolean searching = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
  g_autofree char *count = g_strdup_printf (ngettext ("%u youth", "%u youths", n), n);

  adw_window_title_set_subtitle (self->title, count);
  adw_status_page_set_title (self->empty, searching ? _ ("Nobody Found") : _ ("Nobody Here"));
  adw_status_page_set_description (
      self->empty, searching ? _ ("Search for the beginning of a name, or for a part of a number.")
                             : _ ("No youth belongs on this list today."));
  gtk_stack_set_visible_child_name (self->state, n > 0 ? "list" : "empty");
}

static void
log_access (TjYouthsPage *self, const char *action, gint64 youth_id, const char *details)
{
  TjContext *context = tj_page_get_context (TJ_PAGE (self));
  g_autoptr (GError) error = NULL;

  if (!tj_audit_log (tj_context_get_store (context), action, youth_id, details, &error))
    tj_page_show_error (TJ_PAGE (self), _ ("The reading could not be logged"), error);
}

static gboolean
on_read (gpointer user_data)
{
  TjYouthsPage *self = TJ_YOUTHS_PAGE (user_data);
  TjYouthItem *item = selected_item (self);

  self->reading_timer = 0;
  if (item != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->preview)))
    log_access (self, "read", tj_youth_item_get_id (item), NULL);
  return G_SOURCE_REMOVE;
}

static void
on_selected (TjYouthsPage *self)
{
  TjContext *context = tj_page_get_context (TJ_PAGE (self));

  g_clear_handle_id (&self->reading_timer, g_source_remove);
  if (selected_item (self) != NULL)
    self->reading_timer = g_timeout_add (READING_MS, on_read, self);

  if (context != NULL && tj_context_is_unlocked (context))
    tj_youth_preview_show (self->preview, context, selected_item (self));
  update_actions (self);
}

/* A search is logged once, when it begins, and never what was searched for. */
static void
on_searched (TjYouthsPage *self)
{
  gboolean searching = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';

  if (searching && !self->searching)
    log_access (self, "search", 0, NULL);
  self->searching = searching;
  tj_youth_list_set_search (self->list, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  show_count (self);
}

/* Letters typed in the list go to the search; from the second on they are typed there. */
static void
on_search_started (TjYouthsPage *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->search));

  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
}

/* Puts the focus on the selected row: after a change of rows the list has forgotten it. */
static gboolean
focus_list (TjYouthsPage *self)
{
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (!gtk_widget_grab_focus (GTK_WIDGET (self->view)))
    return FALSE;
  if (selected != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (rows, "list.scroll-to-item", "u", selected);

  return gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_search_done (TjYouthsPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return;
  if (selected_item (self) == NULL)
    gtk_single_selection_set_selected (self->selection, 0);

  focus_list (self);
}

static void
on_search_stopped (TjYouthsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  focus_list (self);
}

static void
show_youth (TjYouthsPage *self, const char *form)
{
  TjYouthItem *item = selected_item (self);
  g_autofree char *screen = NULL;

  if (item == NULL)
    return;

  screen = g_strdup_printf ("youth:%" G_GINT64_FORMAT "%s", tj_youth_item_get_id (item), form);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-screen", "s", screen);
}

static void
on_activated (TjYouthsPage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  show_youth (self, "");
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_youth (TJ_YOUTHS_PAGE (widget), "");
}

static void
log_contact_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_youth (TJ_YOUTHS_PAGE (widget), "+contact");
}

static gboolean
is_open (const TjAgendaRow *row, gpointer user_data)
{
  return row->status != TJ_STATUS_CLOSED;
}

static gboolean
is_in_group (const TjAgendaRow *row, gpointer user_data)
{
  return g_hash_table_contains (user_data, &row->youth_id);
}

/* Sets which rows belong here; the status to read, or ALL_STATUSES. */
static int
choose_rows (TjYouthsPage *self, GError **error)
{
  g_autoptr (TjAgendaGroups) groups = NULL;
  const TjAgendaGroup *group;
  int status;

  gtk_column_view_column_set_visible (self->status_column,
                                      self->part == NULL
                                          || !tj_code_parse (&tj_statuses, self->part, &status));
  if (self->part == NULL)
    {
      tj_youth_list_set_only (self->list, is_open, NULL, NULL);
      adw_window_title_set_title (self->title, _ ("Youths"));
      return ALL_STATUSES;
    }
  if (tj_code_parse (&tj_statuses, self->part, &status))
    {
      tj_youth_list_set_only (self->list, NULL, NULL, NULL);
      adw_window_title_set_title (self->title, tj_code_label (&tj_statuses, status));
      return status;
    }

  groups = tj_agenda_groups_load (tj_page_get_context (TJ_PAGE (self)), error);
  group = groups != NULL ? tj_agenda_groups_find (groups, self->part) : NULL;
  if (group != NULL)
    {
      adw_window_title_set_title (self->title, group->label);
      tj_youth_list_set_only (self->list, is_in_group, g_hash_table_ref (group->youths),
                              (GDestroyNotify)g_hash_table_unref);
    }
  return ALL_STATUSES;
}

/* Keeps the same youth selected while rows come and go. */
static void
select_youth (TjYouthsPage *self, gint64 youth_id)
{
  guint i, n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position = tj_youth_list_find (self->list, youth_id);

  if (position == G_MAXUINT)
    return;
  if (gtk_sorter_get_order (gtk_column_view_get_sorter (self->view)) == GTK_SORTER_ORDER_NONE)
    {
      gtk_single_selection_set_selected (self->selection, position);
      return;
    }
  for (i = 0; i < n; i++)
    {
      g_autoptr (TjYouthItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (tj_youth_item_get_id (item) == youth_id)
        gtk_single_selection_set_selected (self->selection, i);
    }
}

static void
tj_youths_page_refresh (TjPage *page)
{
  TjYouthsPage *self = TJ_YOUTHS_PAGE (page);
  TjContext *context = tj_page_get_context (page);
  TjDate today = tj_context_get_today (context);
  TjYouthItem *item = selected_item (self);
  gint64 selected = item != NULL ? tj_youth_item_get_id (item) : 0;
  g_autoptr (TjAgendaList) rows = NULL;
  g_autoptr (GError) error = NULL;
  int status = choose_rows (self, &error);

  if (error == NULL)
    rows = tj_agenda_list (tj_context_get_store (context), status, today, &error);
  if (rows == NULL)
    {
      tj_page_show_error (page, _ ("The list could not be read"), error);
      return;
    }

  tj_youth_list_set_rows (self->list, rows, today);
  select_youth (self, selected);
  show_count (self);
  on_selected (self);
}

static void
tj_youths_page_go (TjPage *page, const char *part)
{
  TjYouthsPage *self = TJ_YOUTHS_PAGE (page);

  if (self->was_shown && g_strcmp0 (self->part, part) == 0)
    return;

  self->was_shown = TRUE;
  g_free (self->part);
  self->part = g_strdup (part);
  log_access (self, "list", 0, part);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  tj_page_mark_stale (page);
}

static void
tj_youths_page_search (TjPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (TJ_YOUTHS_PAGE (page)->search));
}

static gboolean
tj_youths_page_grab_focus (GtkWidget *widget)
{
  return focus_list (TJ_YOUTHS_PAGE (widget));
}

static int
compare_sort_keys (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const TjAgendaRow *row_a = tj_youth_item_get_row ((TjYouthItem *)a);
  const TjAgendaRow *row_b = tj_youth_item_get_row ((TjYouthItem *)b);

  return gtk_ordering_from_cmpfunc (strcmp (row_a->sort_key, row_b->sort_key));
}

static void
tj_youths_page_dispose (GObject *object)
{
  TjYouthsPage *self = TJ_YOUTHS_PAGE (object);

  g_clear_handle_id (&self->reading_timer, g_source_remove);
  g_clear_object (&self->list);
  g_clear_pointer (&self->part, g_free);
  G_OBJECT_CLASS (tj_youths_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TJ_TYPE_YOUTH_ITEM);
  g_type_ensure (TJ_TYPE_YOUTH_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youths/tj-youths-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TjYouthsPage, title);
  gtk_widget_class_bind_template_child (widget_class, TjYouthsPage, search);
  gtk_widget_class_bind_template_child (widget_class, TjYouthsPage, view);
  gtk_widget_class_bind_template_child (widget_class, TjYouthsPage, name_column);
  gtk_widget_class_bind_template_child (widget_class, TjYouthsPage, status_column);
  gtk_widget_class_bind_template_child (widget_class, TjYouthsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, TjYouthsPage, sorted);
  gtk_widget_class_bind_template_child (widget_class, TjYouthsPage, state);
  gtk_widget_class_bind_template_child (widget_class, TjYouthsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, TjYouthsPage, preview);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_searched);
  gtk_widget_class_bind_template_callback (widget_class, on_search_done);
  gtk_widget_class_bind_template_callback (widget_class, on_search_started);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
tj_youths_page_class_init (TjYouthsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TjPageClass *page_class = TJ_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_youths_page_dispose;
  widget_class->grab_focus = tj_youths_page_grab_focus;
  page_class->go = tj_youths_page_go;
  page_class->refresh = tj_youths_page_refresh;
  page_class->search = tj_youths_page_search;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "youths.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "youths.log-contact", NULL, log_contact_action);
}

static void
tj_youths_page_init (TjYouthsPage *self)
{
  g_autoptr (GtkSorter) by_name = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = tj_youth_list_new ();
  gtk_sort_list_model_set_model (self->sorted, G_LIST_MODEL (self->list));
  gtk_sort_list_model_set_sorter (self->sorted, gtk_column_view_get_sorter (self->view));

  by_name = GTK_SORTER (gtk_custom_sorter_new (compare_sort_keys, NULL, NULL));
  gtk_column_view_column_set_sorter (self->name_column, by_name);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->view));
  update_actions (self);
}

GtkWidget *
tj_youths_page_new (TjContext *context)
{
  return g_object_new (TJ_TYPE_YOUTHS_PAGE, "context", context, NULL);
}
