/* The month-20 reconciliation: the findings of a month by section, with the decision on the one that
 * is chosen beside them. The address says which month ("2026-11"); none is the month of today. */

#include "config.h"

#include "tj-reconciliation-page.h"

#include "tj-audit.h"
#include "tj-date-text.h"
#include "tj-decision-form.h"
#include "tj-finding-list.h"
#include "tj-reconciliation-files.h"
#include "tj-reconciliation-lines.h"
#include "tj-work.h"

#include <glib/gi18n.h>

#define HISTORY "history"
#define CONTESTED "contested"
#define LINES "lines"
#define MONTH_LETTERS 7 /* 2026-11 */

struct _TjReconciliationPage
{
  TjPage parent_instance;

  AdwWindowTitle *title;
  GtkWidget *sidebar_button;
  GtkWidget *make_button;
  GtkStack *state;
  AdwStatusPage *unmade;
  GtkDropDown *section;
  GtkStringList *section_names;
  GtkToggleButton *undecided;
  GtkLabel *progress;
  GtkColumnView *view;
  GtkMultiSelection *selection;
  GtkLabel *name;
  GtkLabel *evidence;
  GtkStack *pane;
  GtkLabel *several;
  TjDecisionForm *form;
  TjLineList *lines;

  TjFindingList *list;
  GArray *sections; /* int: what each line of the drop-down shows */
  TjDate month;
  gboolean is_closed;
  gboolean shows_history;
  gboolean shows_contested;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TjReconciliationPage, tj_reconciliation_page, TJ_TYPE_PAGE)

static char *
dup_month (TjDate month)
{
  char date[TJ_DATE_BUFFER];

  return g_strndup (tj_date_write (month, date), MONTH_LETTERS);
}

static void
add_section (TjReconciliationPage *self, int section, const char *name)
{
  guint n_decided;
  guint n = tj_finding_list_count (self->list, section, &n_decided);
  g_autofree char *text = NULL;

  if (n == 0 && section != TJ_SECTION_ALL)
    return;
  text = g_strdup_printf ("%s (%u)", name, n);
  g_array_append_val (self->sections, section);
  gtk_string_list_append (self->section_names, text);
}

static int
current_section (TjReconciliationPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->section);

  return selected < self->sections->len ? g_array_index (self->sections, int, selected)
                                        : TJ_SECTION_ALL;
}

/* The same section stays chosen when it is still there. */
static void
fill_sections (TjReconciliationPage *self)
{
  int chosen = current_section (self);
  guint selected = 0;

  g_array_set_size (self->sections, 0);
  gtk_string_list_splice (self->section_names, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->section_names)), NULL);
  add_section (self, TJ_SECTION_ALL, _ ("All sections"));
  add_section (self, TJ_SECTION_CARRIED_OVER, _ ("Open since earlier months"));
  for (int kind = 0; kind < TJ_N_FINDING_KINDS; kind++)
    add_section (self, kind, tj_code_label (&tj_finding_kinds, kind));

  for (guint i = 0; i < self->sections->len; i++)
    if (g_array_index (self->sections, int, i) == chosen)
      selected = i;
  gtk_drop_down_set_selected (self->section, selected);
  tj_finding_list_set_section (self->list, g_array_index (self->sections, int, selected));
}

static void
show_progress (TjReconciliationPage *self)
{
  guint n_decided;
  guint n = tj_finding_list_count (self->list, current_section (self), &n_decided);
  g_autofree char *amount = tj_amount_text (tj_finding_list_get_at_stake (self->list));
  g_autofree char *text
      = g_strdup_printf (_ ("%u of %u decided · %s at stake"), n_decided, n, amount);

  gtk_label_set_label (self->progress, text);
}

static void
show_several (TjReconciliationPage *self, guint n)
{
  g_autofree char *text
      = g_strdup_printf (g_dngettext (NULL, "%u finding chosen", "%u findings chosen", n), n);

  gtk_label_set_label (self->several, text);
}

static TjFindingItem *
dup_chosen (TjReconciliationPage *self)
{
  g_autoptr (GtkBitset) chosen
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_get_size (chosen) == 1 ? g_list_model_get_item (G_LIST_MODEL (self->selection),
                                                                    gtk_bitset_get_minimum (chosen))
                                           : NULL;
}

static void
show_one (TjReconciliationPage *self, TjFindingItem *item)
{
  g_autofree char *evidence = NULL;

  g_object_get (item, "evidence", &evidence, NULL);
  gtk_label_set_label (self->name, tj_finding_item_get_name (item));
  gtk_label_set_label (self->evidence, evidence);
  tj_decision_form_show (self->form, tj_page_get_context (TJ_PAGE (self)),
                         tj_finding_item_get_finding (item));
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !self->is_closed);
}

static void
show_chosen (TjReconciliationPage *self)
{
  g_autoptr (GtkBitset) chosen
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (TjFindingItem) item = dup_chosen (self);
  guint64 n = gtk_bitset_get_size (chosen);

  if (self->filling)
    return;
  if (item != NULL)
    show_one (self, item);
  show_several (self, (guint)n);
  gtk_stack_set_visible_child_name (self->pane, n == 0 ? "none" : n == 1 ? "one" : "several");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reconciliation.as-proposed",
                                 n > 0 && !self->is_closed);
}

static void
show_title (TjReconciliationPage *self, TjReconciliation *month)
{
  g_autofree char *name = tj_reconciliation_month_format (self->month);
  TjDate meeting_on = month != NULL ? tj_reconciliation_get_meeting_on (month)
                                    : tj_reconciliation_service_meeting_date (self->month);
  g_autofree char *meeting = tj_date_text_long (meeting_on);
  g_autofree char *subtitle = self->is_closed
                                  ? g_strdup_printf (_ ("%s · closed"), name)
                                  : g_strdup_printf (_ ("%s · meeting %s"), name, meeting);

  adw_window_title_set_subtitle (self->title, subtitle);
}

static void
enable_actions (TjReconciliationPage *self, gboolean is_made)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_button_set_label (GTK_BUTTON (self->make_button),
                        is_made ? _ ("Update") : _ ("Make Reconciliation"));
  gtk_widget_action_set_enabled (widget, "reconciliation.make", !self->is_closed);
  gtk_widget_action_set_enabled (widget, "reconciliation.paper", is_made);
  gtk_widget_action_set_enabled (widget, "reconciliation.workbook", is_made);
  gtk_widget_action_set_enabled (widget, "reconciliation.read", is_made && !self->is_closed);
  gtk_widget_action_set_enabled (widget, "reconciliation.close", is_made && !self->is_closed);
  gtk_widget_action_set_enabled (widget, "reconciliation.reopen", self->is_closed);
}

static void
show_unmade (TjReconciliationPage *self)
{
  g_autofree char *name = tj_reconciliation_month_format (self->month);
  g_autofree char *title = g_strdup_printf (_ ("%s Is Not Reconciled Yet"), name);
  g_autofree char *heading = tj_text_heading (title);

  self->is_closed = FALSE;
  adw_status_page_set_title (self->unmade, heading);
  gtk_stack_set_visible_child_name (self->state, "unmade");
  show_title (self, NULL);
  enable_actions (self, FALSE);
}

static void
show_view (TjReconciliationPage *self, TjReconciliationView *view)
{
  self->is_closed = tj_reconciliation_get_closed_on (view->month) != TJ_DATE_NONE;
  self->filling = TRUE;
  tj_finding_list_fill (self->list, tj_page_get_context (TJ_PAGE (self)), view);
  fill_sections (self);
  self->filling = FALSE;
  show_title (self, view->month);
  show_progress (self);
  enable_actions (self, TRUE);
  show_chosen (self);
  gtk_stack_set_visible_child_name (
      self->state, view->items->len + view->carried_over->len > 0 ? "findings" : "clean");
}

static void
show_lines (TjReconciliationPage *self, TjContext *context)
{
  if (self->shows_history)
    tj_reconciliation_lines_show_months (self->lines, context);
  else if (self->shows_contested)
    tj_reconciliation_lines_show_contested (self->lines, context, self->month);
  else
    return;
  gtk_stack_set_visible_child_name (self->state, LINES);
}

static void
tj_reconciliation_page_refresh (TjPage *page)
{
  TjReconciliationPage *self = TJ_RECONCILIATION_PAGE (page);
  TjContext *context = tj_page_get_context (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (TjReconciliationView) view
      = tj_reconciliation_service_load (context, self->month, &error);

  gtk_widget_set_visible (self->sidebar_button, tj_page_get_folded (page));
  if (view != NULL)
    show_view (self, view);
  else if (g_error_matches (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT))
    show_unmade (self);
  else
    tj_page_show_error (page, _ ("The reconciliation could not be read"), error);

  show_lines (self, context);
}

static void
log_reading (TjReconciliationPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!tj_audit_log (tj_context_get_store (tj_page_get_context (TJ_PAGE (self))), "list", 0,
                     "reconciliation", &error))
    tj_page_show_error (TJ_PAGE (self), _ ("The reading could not be logged"), error);
}

static TjDate
month_of_today (TjReconciliationPage *self)
{
  int year, month, day;

  tj_date_get (tj_context_get_today (tj_page_get_context (TJ_PAGE (self))), &year, &month, &day);
  return tj_date_new (year, month, 1);
}

static void
tj_reconciliation_page_go (TjPage *page, const char *part)
{
  TjReconciliationPage *self = TJ_RECONCILIATION_PAGE (page);

  self->shows_history = g_strcmp0 (part, HISTORY) == 0;
  self->shows_contested = g_strcmp0 (part, CONTESTED) == 0;
  if (self->month == TJ_DATE_NONE
      || !(self->shows_history || self->shows_contested
           || tj_reconciliation_service_parse_month (part, &self->month)))
    self->month = month_of_today (self);
  log_reading (self);
  tj_page_mark_stale (page);
}

static void
go_to_month (TjReconciliationPage *self, TjDate month)
{
  g_autofree char *part = dup_month (month);
  g_autofree char *screen = g_strdup_printf ("reconciliation:%s", part);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-screen", "s", screen);
}

static void
on_section_chosen (TjReconciliationPage *self)
{
  if (self->filling)
    return;
  tj_finding_list_set_section (self->list, current_section (self));
  show_progress (self);
}

static void
on_undecided_toggled (TjReconciliationPage *self)
{
  tj_finding_list_set_undecided_only (self->list, gtk_toggle_button_get_active (self->undecided));
  show_progress (self);
}

static void
on_decided (TjReconciliationPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "frame.toast-undo", "s",
                              C_ ("reconciliation", "Decided"));
}

static GPtrArray *
list_chosen (TjReconciliationPage *self, GArray *decisions)
{
  TjContext *context = tj_page_get_context (TJ_PAGE (self));
  g_autoptr (GtkBitset) chosen
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, chosen, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (TjFindingItem) item
          = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
      TjReconciliationItem *finding = tj_finding_item_get_finding (item);
      TjReconciliationDecision decision;

      if (tj_reconciliation_item_get_decision (finding) >= 0)
        continue;
      tj_reconciliation_service_propose (context, finding, &decision);
      g_array_append_val (decisions, decision);
      g_ptr_array_add (items, g_object_ref (finding));
    }
  return items;
}

static void
as_proposed_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjReconciliationPage *self = TJ_RECONCILIATION_PAGE (widget);
  g_autoptr (GArray) decisions = g_array_new (FALSE, FALSE, sizeof (TjReconciliationDecision));
  g_autoptr (GPtrArray) items = list_chosen (self, decisions);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!tj_reconciliation_service_decide (tj_page_get_context (TJ_PAGE (self)), items,
                                         (const TjReconciliationDecision *)decisions->data, &error))
    {
      tj_page_show_error (TJ_PAGE (self), _ ("Nothing was decided"), error);
      return;
    }
  text = g_strdup_printf (
      g_dngettext (NULL, "%u decided as proposed", "%u decided as proposed", items->len),
      items->len);
  gtk_widget_activate_action (widget, "frame.toast-undo", "s", text);
}

static gpointer
make (TjContext *context, gpointer user_data, GError **error)
{
  return tj_reconciliation_service_make (context, GPOINTER_TO_UINT (user_data), error);
}

static void
on_made (TjPage *page, gpointer result, const GError *error, gpointer user_data)
{
  TjReconciliationView *view = result;

  if (view == NULL)
    {
      tj_page_show_error (page, _ ("The month could not be reconciled"), error);
      return;
    }
  show_view (TJ_RECONCILIATION_PAGE (page), view);
  tj_reconciliation_view_free (view);
}

static void
make_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjReconciliationPage *self = TJ_RECONCILIATION_PAGE (widget);

  tj_work_run (TJ_PAGE (self), make, on_made, GUINT_TO_POINTER (self->month), NULL);
}

static void
paper_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tj_reconciliation_files_show (TJ_PAGE (widget), TJ_RECONCILIATION_PAGE (widget)->month);
}

static void
workbook_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tj_reconciliation_files_save (TJ_PAGE (widget), TJ_RECONCILIATION_PAGE (widget)->month);
}

static void
read_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tj_reconciliation_files_read (TJ_PAGE (widget), TJ_RECONCILIATION_PAGE (widget)->month);
}

static void
change_state (TjReconciliationPage *self,
              gboolean (*change) (TjContext *context, TjDate month, GError **error),
              const char *done)
{
  g_autoptr (GError) error = NULL;

  if (change (tj_page_get_context (TJ_PAGE (self)), self->month, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "frame.toast-undo", "s", done);
  else
    tj_page_show_error (TJ_PAGE (self), _ ("The month is as it was"), error);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  change_state (TJ_RECONCILIATION_PAGE (widget), tj_reconciliation_service_close,
                _ ("The month is closed"));
}

static void
reopen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  change_state (TJ_RECONCILIATION_PAGE (widget), tj_reconciliation_service_reopen,
                _ ("The month is open again"));
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjReconciliationPage *self = TJ_RECONCILIATION_PAGE (widget);

  go_to_month (self, tj_date_add_months (self->month, g_variant_get_int32 (parameter)));
}

static void
on_line_chosen (TjReconciliationPage *self, const char *key)
{
  g_autofree char *screen = g_strdup_printf ("reconciliation:%s", key);

  if (self->shows_contested)
    tj_reconciliation_files_show_contested (TJ_PAGE (self), self->month, key);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-screen", "s", screen);
}

static gboolean
tj_reconciliation_page_take_focus (TjPage *page)
{
  TjReconciliationPage *self = TJ_RECONCILIATION_PAGE (page);
  const char *shown = gtk_stack_get_visible_child_name (self->state);

  return gtk_widget_grab_focus (g_strcmp0 (shown, "findings") == 0 ? GTK_WIDGET (self->view)
                                                                   : self->make_button);
}

static void
tj_reconciliation_page_dispose (GObject *object)
{
  TjReconciliationPage *self = TJ_RECONCILIATION_PAGE (object);

  g_clear_object (&self->list);
  g_clear_pointer (&self->sections, g_array_unref);
  G_OBJECT_CLASS (tj_reconciliation_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TJ_TYPE_DECISION_FORM);
  g_type_ensure (TJ_TYPE_FINDING_ITEM);
  g_type_ensure (TJ_TYPE_LINE_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/tjugo/Tjugo/ui/reconciliation/tj-reconciliation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, title);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, make_button);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, state);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, unmade);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, section);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, section_names);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, undecided);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, progress);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, view);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, selection);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, name);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, evidence);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, pane);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, several);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, form);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, lines);
  gtk_widget_class_bind_template_callback (widget_class, on_section_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_undecided_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_decided);
  gtk_widget_class_bind_template_callback (widget_class, on_line_chosen);
  gtk_widget_class_bind_template_callback (widget_class, show_chosen);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reconciliation.make", NULL, make_action);
  gtk_widget_class_install_action (widget_class, "reconciliation.paper", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "reconciliation.workbook", NULL, workbook_action);
  gtk_widget_class_install_action (widget_class, "reconciliation.read", NULL, read_action);
  gtk_widget_class_install_action (widget_class, "reconciliation.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "reconciliation.reopen", NULL, reopen_action);
  gtk_widget_class_install_action (widget_class, "reconciliation.step", "i", step_action);
  gtk_widget_class_install_action (widget_class, "reconciliation.as-proposed", NULL,
                                   as_proposed_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "reconciliation.as-proposed", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK,
                                       "reconciliation.step", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK,
                                       "reconciliation.step", "i", 1);
}

static void
tj_reconciliation_page_class_init (TjReconciliationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TjPageClass *page_class = TJ_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_reconciliation_page_dispose;
  page_class->go = tj_reconciliation_page_go;
  page_class->refresh = tj_reconciliation_page_refresh;
  page_class->take_focus = tj_reconciliation_page_take_focus;

  bind_template (widget_class);
  install_actions (widget_class);
}

static void
tj_reconciliation_page_init (TjReconciliationPage *self)
{
  self->sections = g_array_new (FALSE, FALSE, sizeof (int));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = tj_finding_list_new ();
  gtk_multi_selection_set_model (self->selection, tj_finding_list_get_model (self->list));
  self->filling = FALSE;
}

GtkWidget *
tj_reconciliation_page_new (TjContext *context)
{
  return g_object_new (TJ_TYPE_RECONCILIATION_PAGE, "context", context, NULL);
}
