/* Youths: a list, searched as one types, with the selected youth beside it. Which list is told by
 * the address of the screen (tj-youth-scope.c). Of several selected a bar below says how many and
 * what can be done with them at once. */

#include "config.h"

#include "tj-youths-page.h"

#include "tj-audit.h"
#include "tj-column-chooser.h"
#include "tj-filter-editor.h"
#include "tj-several.h"
#include "tj-new-youth.h"
#include "tj-twenty.h"
#include "tj-youth-columns.h"
#include "tj-youth-list.h"
#include "tj-youth-preview.h"
#include "tj-youth-scope.h"

#include <glib/gi18n.h>

/* Looked at for so long, a youth has been read and not passed by. */
#define READING_MS 1500

struct _TjYouthsPage
{
  TjPage parent_instance;

  AdwWindowTitle *title;
  GtkSearchEntry *search;
  GtkColumnView *view;
  GtkMultiSelection *selection;
  GtkStack *state;
  AdwStatusPage *empty;
  TjYouthPreview *preview;
  TjColumnChooser *chooser;
  GtkRevealer *several;
  GtkLabel *several_count;

  TjPeople *people;
  TjYouthList *list;
  GtkButton *filter_button;
  GtkWidget *twenty_bar;
  char *part;
  gint64 filter_id;
  guint reading_timer;
  gboolean searching;
  gboolean reloading;
  gboolean was_shown;
};

G_DEFINE_FINAL_TYPE (TjYouthsPage, tj_youths_page, TJ_TYPE_PAGE)

static guint
count_selected (TjYouthsPage *self)
{
  g_autoptr (GtkBitset) set
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return (guint)gtk_bitset_get_size (set);
}

/* The selected youth; NULL when none is, or several are. */
static const TjAgendaRow *
selected_row (TjYouthsPage *self)
{
  g_autoptr (GtkBitset) set
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_get_size (set) == 1
             ? tj_youth_list_get_row (self->list, gtk_bitset_get_minimum (set))
             : NULL;
}

/* The ids of all who are selected, in the order of the list. */
static GArray *
dup_selected_ids (TjYouthsPage *self)
{
  g_autoptr (GtkBitset) set
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  gboolean valid;
  guint i;

  for (valid = gtk_bitset_iter_init_first (&iter, set, &i); valid;
       valid = gtk_bitset_iter_next (&iter, &i))
    g_array_append_val (ids, tj_youth_list_get_row (self->list, i)->youth_id);

  return ids;
}

/* Keeps the same youths selected while rows come and go. */
static void
select_youths (TjYouthsPage *self, GArray *ids)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = NULL;
  guint i, n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  for (i = 0; i < ids->len; i++)
    g_hash_table_add (wanted, &g_array_index (ids, gint64, i));
  for (i = 0; i < n && g_hash_table_size (wanted) > 0; i++)
    if (g_hash_table_contains (wanted, &tj_youth_list_get_row (self->list, i)->youth_id))
      gtk_bitset_add (selected, i);

  all = gtk_bitset_new_range (0, n);
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), selected, all);
}

static void
update_actions (TjYouthsPage *self)
{
  guint n = count_selected (self);
  g_autofree char *count = g_strdup_printf (ngettext ("%u selected", "%u selected", n), n);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "youths.open", n == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "youths.log-contact", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "youths.set-follow-up", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "youths.letters", n > 0);
  gtk_label_set_label (self->several_count, count);
  gtk_revealer_set_reveal_child (self->several, n > 1);
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
  const TjAgendaRow *row = selected_row (self);

  self->reading_timer = 0;
  if (row != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->preview)))
    log_access (self, "read", row->youth_id, NULL);
  return G_SOURCE_REMOVE;
}

static void
show_selected (TjYouthsPage *self)
{
  TjContext *context = tj_page_get_context (TJ_PAGE (self));

  g_clear_handle_id (&self->reading_timer, g_source_remove);
  if (selected_row (self) != NULL)
    self->reading_timer = g_timeout_add (READING_MS, on_read, self);

  if (selected_row (self) == NULL)
    tj_youth_preview_show_number (self->preview, count_selected (self));
  else if (tj_context_is_unlocked (context))
    tj_youth_preview_show (self->preview, context, selected_row (self));
  update_actions (self);
}

static void
on_selected (TjYouthsPage *self)
{
  if (!self->reloading)
    show_selected (self);
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

/* Puts the focus on the first selected row: after a change of rows the list has forgotten it. */
static gboolean
focus_list (TjYouthsPage *self)
{
  g_autoptr (GtkBitset) set
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  if (!gtk_widget_grab_focus (GTK_WIDGET (self->view)))
    return FALSE;
  if (!gtk_bitset_is_empty (set))
    gtk_widget_activate_action (rows, "list.scroll-to-item", "u", gtk_bitset_get_minimum (set));

  return gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
select_only (TjYouthsPage *self, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
}

static void
on_search_done (TjYouthsPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return;
  if (count_selected (self) == 0)
    select_only (self, 0);

  focus_list (self);
}

static void
on_search_stopped (TjYouthsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  focus_list (self);
}

static void
on_order_changed (TjYouthsPage *self)
{
  g_autoptr (GArray) ids = dup_selected_ids (self);
  gboolean descending;
  const TjYouthColumn *column = tj_youth_columns_get_order (self->view, &descending);

  self->reloading = TRUE;
  tj_youth_list_set_order (self->list, column != NULL ? column->compare : NULL, descending);
  select_youths (self, ids);
  self->reloading = FALSE;
  show_selected (self);
}

static void
show_youth (TjYouthsPage *self, const char *form)
{
  const TjAgendaRow *row = selected_row (self);
  g_autofree char *screen = NULL;

  if (row == NULL)
    return;

  screen = g_strdup_printf ("youth:%" G_GINT64_FORMAT "%s", row->youth_id, form);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-screen", "s", screen);
}

static void
on_activated (TjYouthsPage *self, guint position)
{
  select_only (self, position);
  show_youth (self, "");
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_youth (TJ_YOUTHS_PAGE (widget), "");
}

static void
on_several_saved (TjYouthsPage *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "frame.toast-undo", "s", text);
}

static void
open_several (TjYouthsPage *self, TjSeveralTask task)
{
  GtkWidget *several = tj_several_new (tj_page_get_context (TJ_PAGE (self)), task);
  g_autoptr (GArray) ids = dup_selected_ids (self);
  guint i;

  for (i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *name = tj_youth_row_dup_name (
          tj_youth_list_get_row (self->list, tj_youth_list_find (self->list, id)));

      tj_several_add (TJ_SEVERAL (several), id, name);
    }
  g_signal_connect_object (several, "saved", G_CALLBACK (on_several_saved), self,
                           G_CONNECT_SWAPPED);
  tj_several_present (TJ_SEVERAL (several), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

/* One youth has a page with a form on it; several have one form together. */
static void
log_contact_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjYouthsPage *self = TJ_YOUTHS_PAGE (widget);

  if (count_selected (self) == 1)
    show_youth (self, "+contact");
  else
    open_several (self, TJ_SEVERAL_CONTACT);
}

static void
set_follow_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_several (TJ_YOUTHS_PAGE (widget), TJ_SEVERAL_FOLLOW_UP);
}

/* "letters:12,15": Letters with those ticked; of a kind, "letters:twenty/12,15". */
static void
show_letters (TjYouthsPage *self, const char *kind, GArray *ids)
{
  g_autoptr (GString) screen = g_string_new ("letters:");
  guint i;

  if (kind != NULL)
    g_string_append_printf (screen, "%s/", kind);
  for (i = 0; i < ids->len; i++)
    g_string_append_printf (screen, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (ids, gint64, i));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-screen", "s", screen->str);
}

static void
letters_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GArray) ids = dup_selected_ids (TJ_YOUTHS_PAGE (widget));

  show_letters (TJ_YOUTHS_PAGE (widget), NULL, ids);
}

/* To those selected, or else to all on the list. */
static void
letters_twenty_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjYouthsPage *self = TJ_YOUTHS_PAGE (widget);
  g_autoptr (GArray) ids = dup_selected_ids (self);
  guint i, n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  for (i = 0; count_selected (self) == 0 && i < n; i++)
    g_array_append_val (ids, tj_youth_list_get_row (self->list, i)->youth_id);
  if (ids->len > 0)
    show_letters (self, "twenty", ids);
}

static void
deregister_twenty_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjYouthsPage *self = TJ_YOUTHS_PAGE (widget);
  GtkWidget *twenty = tj_twenty_new (tj_page_get_context (TJ_PAGE (self)));

  g_signal_connect_object (twenty, "saved", G_CALLBACK (on_several_saved), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (twenty), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (twenty));
}

/* The page of the new youth is what comes next: there is a first step to take. */
static void
on_added (TjYouthsPage *self, gint64 youth_id)
{
  g_autofree char *screen = g_strdup_printf ("youth:%" G_GINT64_FORMAT, youth_id);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-screen", "s", screen);
  gtk_widget_activate_action (GTK_WIDGET (self), "frame.toast-undo", "s", _ ("Registered"));
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjNewYouth *dialog = tj_new_youth_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                         tj_page_get_context (TJ_PAGE (widget)));

  g_signal_connect_object (dialog, "added", G_CALLBACK (on_added), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
unselect_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjYouthsPage *self = TJ_YOUTHS_PAGE (widget);

  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  focus_list (self);
}

static void
name_filter_button (TjYouthsPage *self)
{
  const char *name = self->filter_id != 0 ? _ ("Edit Filter") : _ ("New Filter");

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->filter_button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
on_filter_saved (TjYouthsPage *self, gint64 id)
{
  g_autofree char *screen = g_strdup_printf ("youths:filter-%" G_GINT64_FORMAT, id);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-screen", "s", screen);
  gtk_widget_activate_action (GTK_WIDGET (self), "frame.toast-undo", "s", _ ("Filter saved"));
}

static void
on_filter_removed (TjYouthsPage *self, const char *name)
{
  g_autofree char *text = g_strdup_printf (_ ("Filter “%s” removed"), name);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-screen", "s", "youths");
  gtk_widget_activate_action (GTK_WIDGET (self), "frame.toast-undo", "s", text);
}

static void
filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjYouthsPage *self = TJ_YOUTHS_PAGE (widget);
  GtkWidget *editor = tj_filter_editor_new (self->people, self->filter_id);

  g_signal_connect_object (editor, "saved", G_CALLBACK (on_filter_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "removed", G_CALLBACK (on_filter_removed), self,
                           G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (editor), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (editor));
}

static gboolean
choose_rows (TjYouthsPage *self, GError **error)
{
  TjYouthScope scope;

  if (!tj_youth_scope_resolve (self->people, self->part, &scope, error))
    return FALSE;

  self->filter_id = scope.filter_id;
  name_filter_button (self);
  gtk_widget_set_visible (self->twenty_bar, g_strcmp0 (self->part, "twenty") == 0
                                                || g_strcmp0 (self->part, "turned") == 0);
  adw_window_title_set_title (self->title, scope.title);
  tj_youth_list_set_only (self->list, scope.only, scope.data, scope.destroy);
  g_free (scope.title);
  return TRUE;
}

static void
tj_youths_page_refresh (TjPage *page)
{
  TjYouthsPage *self = TJ_YOUTHS_PAGE (page);
  g_autoptr (GArray) selected = dup_selected_ids (self);
  g_autoptr (GError) error = NULL;

  self->reloading = TRUE;
  if (choose_rows (self, &error) && tj_youth_list_reload (self->list, &error))
    select_youths (self, selected);
  self->reloading = FALSE;

  if (error != NULL)
    tj_page_show_error (page, _ ("The list could not be read"), error);
  show_count (self);
  show_selected (self);
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
tj_youths_page_take_focus (TjPage *page)
{
  return focus_list (TJ_YOUTHS_PAGE (page));
}

static void
tj_youths_page_dispose (GObject *object)
{
  TjYouthsPage *self = TJ_YOUTHS_PAGE (object);

  g_clear_handle_id (&self->reading_timer, g_source_remove);
  g_clear_object (&self->list);
  g_clear_object (&self->people);
  g_clear_pointer (&self->part, g_free);
  G_OBJECT_CLASS (tj_youths_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TJ_TYPE_COLUMN_CHOOSER);
  g_type_ensure (TJ_TYPE_YOUTH_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youths/tj-youths-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TjYouthsPage, title);
  gtk_widget_class_bind_template_child (widget_class, TjYouthsPage, search);
  gtk_widget_class_bind_template_child (widget_class, TjYouthsPage, view);
  gtk_widget_class_bind_template_child (widget_class, TjYouthsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, TjYouthsPage, state);
  gtk_widget_class_bind_template_child (widget_class, TjYouthsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, TjYouthsPage, preview);
  gtk_widget_class_bind_template_child (widget_class, TjYouthsPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, TjYouthsPage, several);
  gtk_widget_class_bind_template_child (widget_class, TjYouthsPage, several_count);
  gtk_widget_class_bind_template_child (widget_class, TjYouthsPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, TjYouthsPage, twenty_bar);
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
  page_class->go = tj_youths_page_go;
  page_class->refresh = tj_youths_page_refresh;
  page_class->search = tj_youths_page_search;
  page_class->take_focus = tj_youths_page_take_focus;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "youths.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "youths.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "youths.log-contact", NULL, log_contact_action);
  gtk_widget_class_install_action (widget_class, "youths.set-follow-up", NULL,
                                   set_follow_up_action);
  gtk_widget_class_install_action (widget_class, "youths.letters", NULL, letters_action);
  gtk_widget_class_install_action (widget_class, "youths.letters-twenty", NULL,
                                   letters_twenty_action);
  gtk_widget_class_install_action (widget_class, "youths.deregister-twenty", NULL,
                                   deregister_twenty_action);
  gtk_widget_class_install_action (widget_class, "youths.unselect", NULL, unselect_action);
  gtk_widget_class_install_action (widget_class, "youths.filter", NULL, filter_action);
}

static void
tj_youths_page_init (TjYouthsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tj_column_chooser_set_view (self->chooser, self->view);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->view));
}

GtkWidget *
tj_youths_page_new (TjPeople *people)
{
  TjYouthsPage *self
      = g_object_new (TJ_TYPE_YOUTHS_PAGE, "context", tj_people_get_context (people), NULL);

  self->people = g_object_ref (people);
  self->list = tj_youth_list_new (people);
  gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  on_order_changed (self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (on_order_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
