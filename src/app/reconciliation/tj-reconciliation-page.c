/* The month-20 reconciliation: how far the month has come, its findings by section, and the decision
 * on those that are chosen beside them. The address says which month ("2026-11"); none is the month
 * of today. */

#include "config.h"

#include "tj-reconciliation-page.h"

#include "tj-audit.h"
#include "tj-date-text.h"
#include "tj-decision-batch.h"
#include "tj-finding-pane.h"
#include "tj-finding-table.h"
#include "tj-reconciliation-files.h"
#include "tj-reconciliation-lines.h"
#include "tj-reconciliation-progress.h"
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
  TjReconciliationProgress *progress;
  TjFindingTable *table;
  TjFindingPane *pane;
  TjLineList *lines;

  TjDate month;
  gboolean is_closed;
  gboolean shows_history;
  gboolean shows_contested;
};

G_DEFINE_FINAL_TYPE (TjReconciliationPage, tj_reconciliation_page, TJ_TYPE_PAGE)

static char *
dup_month (TjDate month)
{
  char date[TJ_DATE_BUFFER];

  return g_strndup (tj_date_write (month, date), MONTH_LETTERS);
}

static void
show_sums (TjReconciliationPage *self)
{
  TjFindingSums sums = tj_finding_table_sum (self->table);

  tj_reconciliation_progress_show_sums (self->progress, &sums);
}

static gboolean
has_waiting (GPtrArray *chosen)
{
  for (guint i = 0; i < chosen->len; i++)
    if (tj_reconciliation_service_is_waiting (tj_finding_item_get_finding (chosen->pdata[i])))
      return TRUE;
  return FALSE;
}

static void
show_chosen (TjReconciliationPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GPtrArray) chosen = tj_finding_table_list_chosen (self->table);
  gboolean can_decide = chosen->len > 0 && !self->is_closed;

  tj_finding_pane_show (self->pane, tj_page_get_context (TJ_PAGE (self)), chosen, self->is_closed);
  gtk_widget_action_set_enabled (widget, "reconciliation.as-proposed", can_decide);
  gtk_widget_action_set_enabled (widget, "reconciliation.decide", can_decide);
  gtk_widget_action_set_enabled (widget, "reconciliation.carry-out",
                                 can_decide && has_waiting (chosen));
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
  TjContext *context = tj_page_get_context (TJ_PAGE (self));

  self->is_closed = tj_reconciliation_get_closed_on (view->month) != TJ_DATE_NONE;
  tj_finding_table_fill (self->table, context, view);
  tj_reconciliation_progress_show_month (self->progress, view->month,
                                         tj_context_get_today (context));
  show_sums (self);
  show_title (self, view->month);
  enable_actions (self, TRUE);
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
tell_decided (TjReconciliationPage *self, const char *words)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "frame.toast-undo", "s", words);
  tj_finding_table_go_on (self->table);
}

static void
on_decided (TjReconciliationPage *self)
{
  tell_decided (self, C_ ("reconciliation", "Decided"));
}

static void
on_batch_done (TjPage *page, const TjDecisionBatch *batch, const GError *error)
{
  g_autofree char *words = g_strdup_printf (
      g_dngettext (NULL, "%u decided", "%u decided", batch->n_decided), batch->n_decided);
  g_autofree char *refused = g_strdup_printf (
      g_dngettext (NULL, "%u could not be decided", "%u could not be decided", batch->n_refused),
      batch->n_refused);

  if (batch->n_decided > 0)
    tell_decided (TJ_RECONCILIATION_PAGE (page), words);
  if (error != NULL)
    tj_page_show_error (page, batch->n_decided > 0 ? refused : _ ("Nothing was decided"), error);
}

static void
decide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GPtrArray) chosen
      = tj_finding_table_list_chosen (TJ_RECONCILIATION_PAGE (widget)->table);

  tj_decision_batch_run (TJ_PAGE (widget), chosen, g_variant_get_int32 (parameter), on_batch_done);
}

static void
as_proposed_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GPtrArray) chosen
      = tj_finding_table_list_chosen (TJ_RECONCILIATION_PAGE (widget)->table);

  tj_decision_batch_run (TJ_PAGE (widget), chosen, TJ_AS_PROPOSED, on_batch_done);
}

static void
carry_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjReconciliationPage *self = TJ_RECONCILIATION_PAGE (widget);
  g_autoptr (GPtrArray) chosen = tj_finding_table_list_chosen (self->table);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < chosen->len; i++)
    g_ptr_array_add (items, tj_finding_item_get_finding (chosen->pdata[i]));
  if (tj_reconciliation_service_carry_out (tj_page_get_context (TJ_PAGE (self)), items, &error))
    gtk_widget_activate_action (widget, "frame.toast-undo", "s", _ ("Ticked off"));
  else
    tj_page_show_error (TJ_PAGE (self), _ ("Nothing was ticked off"), error);
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

static void
on_line_button (TjReconciliationPage *self, const char *key)
{
  tj_reconciliation_files_save_contested (TJ_PAGE (self), self->month, key);
}

static gboolean
tj_reconciliation_page_take_focus (TjPage *page)
{
  TjReconciliationPage *self = TJ_RECONCILIATION_PAGE (page);
  const char *shown = gtk_stack_get_visible_child_name (self->state);

  return g_strcmp0 (shown, "findings") == 0 ? tj_finding_table_take_focus (self->table)
                                            : gtk_widget_grab_focus (self->make_button);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TJ_TYPE_FINDING_PANE);
  g_type_ensure (TJ_TYPE_FINDING_TABLE);
  g_type_ensure (TJ_TYPE_LINE_LIST);
  g_type_ensure (TJ_TYPE_RECONCILIATION_PROGRESS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/tjugo/Tjugo/ui/reconciliation/tj-reconciliation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, title);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, make_button);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, state);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, unmade);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, progress);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, table);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, pane);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationPage, lines);
  gtk_widget_class_bind_template_callback (widget_class, on_decided);
  gtk_widget_class_bind_template_callback (widget_class, on_line_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_line_button);
  gtk_widget_class_bind_template_callback (widget_class, show_chosen);
  gtk_widget_class_bind_template_callback (widget_class, show_sums);
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
  gtk_widget_class_install_action (widget_class, "reconciliation.decide", "i", decide_action);
  gtk_widget_class_install_action (widget_class, "reconciliation.carry-out", NULL,
                                   carry_out_action);
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

  page_class->go = tj_reconciliation_page_go;
  page_class->refresh = tj_reconciliation_page_refresh;
  page_class->take_focus = tj_reconciliation_page_take_focus;

  bind_template (widget_class);
  install_actions (widget_class);
}

static void
tj_reconciliation_page_init (TjReconciliationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tj_reconciliation_page_new (TjContext *context)
{
  return g_object_new (TJ_TYPE_RECONCILIATION_PAGE, "context", context, NULL);
}
