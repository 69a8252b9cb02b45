/* School reports: the list, one report, or the form of a new one. The address of the screen says
 * which: a list ("all", "preventive", or none for those that are not done), the id of a report, or
 * "new", with "+12" about the youth 12. */

#include "config.h"

#include "tj-school-reports-page.h"

#include "tj-audit.h"
#include "tj-school-report-form.h"
#include "tj-school-report-list.h"
#include "tj-school-report-service.h"
#include "tj-school-report-view.h"

#include <glib/gi18n.h>
#include <string.h>

#define NEW "new"

struct _TjSchoolReportsPage
{
  TjPage parent_instance;

  AdwWindowTitle *title;
  GtkWidget *back;
  GtkWidget *sidebar_button;
  GtkWidget *new_button;
  GtkWidget *filters;
  GtkToggleButton *open_filter;
  GtkToggleButton *all_filter;
  GtkToggleButton *preventive_filter;
  GtkStack *state;
  TjSchoolReportList *list;
  AdwStatusPage *empty;
  GtkScrolledWindow *report_scroller;
  TjSchoolReportView *report;
  TjForm *form;

  TjReportFilter filter;
  gint64 report_id;
  gint64 about; /* the youth a new report is about; 0: to be chosen */
  gboolean is_new;
  gboolean choosing;
};

G_DEFINE_FINAL_TYPE (TjSchoolReportsPage, tj_school_reports_page, TJ_TYPE_PAGE)

static const char *const filter_words[TJ_N_REPORT_FILTERS] = {
  [TJ_REPORT_FILTER_OPEN] = "open",
  [TJ_REPORT_FILTER_ALL] = "all",
  [TJ_REPORT_FILTER_PREVENTIVE] = "preventive",
};

static GtkToggleButton *
filter_button (TjSchoolReportsPage *self, int filter)
{
  GtkToggleButton *buttons[TJ_N_REPORT_FILTERS] = {
    [TJ_REPORT_FILTER_OPEN] = self->open_filter,
    [TJ_REPORT_FILTER_ALL] = self->all_filter,
    [TJ_REPORT_FILTER_PREVENTIVE] = self->preventive_filter,
  };

  return buttons[filter];
}

static void
set_count (GtkToggleButton *button, const char *label, guint count)
{
  g_autofree char *text = count > 0 ? g_strdup_printf ("%s (%u)", label, count) : g_strdup (label);

  gtk_button_set_label (GTK_BUTTON (button), text);
}

static gboolean
show_counts (TjSchoolReportsPage *self, TjContext *context, GError **error)
{
  guint counts[TJ_N_REPORT_FILTERS] = { 0 };

  if (!tj_school_report_service_count (context, counts, error))
    return FALSE;
  set_count (self->open_filter, C_ ("school-reports", "Open"), counts[TJ_REPORT_FILTER_OPEN]);
  set_count (self->preventive_filter, C_ ("school-reports", "Preventive"),
             counts[TJ_REPORT_FILTER_PREVENTIVE]);
  return TRUE;
}

static void
describe_empty (TjSchoolReportsPage *self)
{
  static const char *const titles[TJ_N_REPORT_FILTERS] = {
    [TJ_REPORT_FILTER_OPEN] = N_ ("No Report Waits"),
    [TJ_REPORT_FILTER_ALL] = N_ ("No Reports Yet"),
    [TJ_REPORT_FILTER_PREVENTIVE] = N_ ("No Youth at Risk"),
  };
  static const char *const texts[TJ_N_REPORT_FILTERS] = {
    [TJ_REPORT_FILTER_OPEN] = N_ ("Every report from a school has been handled."),
    [TJ_REPORT_FILTER_ALL]
    = N_ ("Reports that schools send in are kept here, with what is done about them."),
    [TJ_REPORT_FILTER_PREVENTIVE]
    = N_ ("Here stand reports about youths who are not registered: they can still be helped to "
          "stay in school."),
  };

  adw_status_page_set_title (self->empty, _ (titles[self->filter]));
  adw_status_page_set_description (self->empty, _ (texts[self->filter]));
}

static gboolean
show_list (TjSchoolReportsPage *self, TjContext *context, GError **error)
{
  g_autoptr (GPtrArray) entries = tj_school_report_service_list (context, self->filter, error);

  if (entries == NULL || !show_counts (self, context, error))
    return FALSE;
  tj_school_report_list_fill (self->list, entries, tj_context_get_today (context));
  describe_empty (self);
  gtk_stack_set_visible_child_name (self->state, entries->len > 0 ? "list" : "empty");
  return TRUE;
}

static gboolean
show_new (TjSchoolReportsPage *self, TjContext *context)
{
  tj_form_begin (self->form, context, self->about, 0);
  gtk_stack_set_visible_child_name (self->state, NEW);
  return TRUE;
}

static gboolean
show_report (TjSchoolReportsPage *self, TjContext *context, GError **error)
{
  gtk_stack_set_visible_child_name (self->state, "report");
  return tj_school_report_view_show (self->report, context, self->report_id, error);
}

static void
show_head (TjSchoolReportsPage *self)
{
  gboolean is_list = !self->is_new && self->report_id == 0;

  adw_window_title_set_title (self->title, self->is_new ? _ ("New School Report")
                                           : is_list    ? _ ("School Reports")
                                                        : _ ("School Report"));
  gtk_widget_set_visible (self->back, !is_list);
  gtk_widget_set_visible (self->filters, is_list);
  gtk_widget_set_visible (self->new_button, is_list);
  gtk_widget_set_visible (self->sidebar_button, is_list && tj_page_get_folded (TJ_PAGE (self)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.new", is_list);
}

static void
tj_school_reports_page_refresh (TjPage *page)
{
  TjSchoolReportsPage *self = TJ_SCHOOL_REPORTS_PAGE (page);
  TjContext *context = tj_page_get_context (page);
  g_autoptr (GError) error = NULL;
  gboolean shown = self->is_new           ? show_new (self, context)
                   : self->report_id != 0 ? show_report (self, context, &error)
                                          : show_list (self, context, &error);

  show_head (self);
  if (!shown)
    tj_page_show_error (page, _ ("The reports could not be read"), error);
}

static void
go (TjSchoolReportsPage *self, const char *part)
{
  g_autofree char *screen
      = part != NULL ? g_strdup_printf ("school-reports:%s", part) : g_strdup ("school-reports");

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-screen", "s", screen);
}

static void
log_reading (TjSchoolReportsPage *self, const char *part)
{
  TjStore *store = tj_context_get_store (tj_page_get_context (TJ_PAGE (self)));
  g_autoptr (GError) error = NULL;
  g_autoptr (TjSchoolReport) report
      = self->report_id != 0 ? tj_school_reports_load (store, self->report_id, NULL) : NULL;

  if (!self->is_new
      && !tj_audit_log (store, report != NULL ? "read" : "list",
                        report != NULL ? tj_school_report_get_youth_id (report) : 0,
                        report != NULL ? "school-report" : "school-reports", &error))
    tj_page_show_error (TJ_PAGE (self), _ ("The reading could not be logged"), error);
}

static void
read_part (TjSchoolReportsPage *self, const char *part)
{
  self->is_new = part != NULL && g_str_has_prefix (part, NEW);
  self->about = self->is_new && part[strlen (NEW)] == '+'
                    ? g_ascii_strtoll (part + strlen (NEW) + 1, NULL, 10)
                    : 0;
  self->report_id = part != NULL ? g_ascii_strtoll (part, NULL, 10) : 0;
  if (part == NULL)
    self->filter = TJ_REPORT_FILTER_OPEN;
  for (int i = 0; i < TJ_N_REPORT_FILTERS; i++)
    if (g_strcmp0 (part, filter_words[i]) == 0)
      self->filter = (TjReportFilter)i;
}

static void
tj_school_reports_page_go (TjPage *page, const char *part)
{
  TjSchoolReportsPage *self = TJ_SCHOOL_REPORTS_PAGE (page);

  read_part (self, part);
  self->choosing = TRUE;
  gtk_toggle_button_set_active (filter_button (self, (int)self->filter), TRUE);
  self->choosing = FALSE;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->report_scroller), 0);
  log_reading (self, part);
  tj_page_mark_stale (page);
}

static gboolean
tj_school_reports_page_take_focus (TjPage *page)
{
  TjSchoolReportsPage *self = TJ_SCHOOL_REPORTS_PAGE (page);

  if (self->is_new)
    return gtk_widget_grab_focus (GTK_WIDGET (self->form));
  return self->report_id == 0 && gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
on_filter_toggled (TjSchoolReportsPage *self, GtkToggleButton *button)
{
  if (self->choosing || !gtk_toggle_button_get_active (button))
    return;

  for (int i = 0; i < TJ_N_REPORT_FILTERS; i++)
    if (filter_button (self, i) == button)
      go (self, filter_words[i]);
}

static void
on_chosen (TjSchoolReportsPage *self, gint64 report_id)
{
  g_autofree char *part = g_strdup_printf ("%" G_GINT64_FORMAT, report_id);

  go (self, part);
}

static void
back_to_list (TjSchoolReportsPage *self)
{
  go (self, filter_words[self->filter]);
}

static void
on_received (TjSchoolReportsPage *self)
{
  g_autofree char *part = g_strdup_printf (
      "%" G_GINT64_FORMAT, tj_school_report_form_get_saved (TJ_SCHOOL_REPORT_FORM (self->form)));

  go (self, part);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (TJ_SCHOOL_REPORTS_PAGE (widget), NEW);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjSchoolReportsPage *self = TJ_SCHOOL_REPORTS_PAGE (widget);

  if (self->is_new || self->report_id != 0)
    back_to_list (self);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TJ_TYPE_SCHOOL_REPORT_FORM);
  g_type_ensure (TJ_TYPE_SCHOOL_REPORT_LIST);
  g_type_ensure (TJ_TYPE_SCHOOL_REPORT_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/tjugo/Tjugo/ui/school-reports/tj-school-reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportsPage, title);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportsPage, back);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportsPage, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportsPage, filters);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportsPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportsPage, open_filter);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportsPage, all_filter);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportsPage, preventive_filter);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportsPage, state);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportsPage, list);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportsPage, report_scroller);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportsPage, report);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportsPage, form);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_received);
  gtk_widget_class_bind_template_callback (widget_class, back_to_list);
}

static void
tj_school_reports_page_class_init (TjSchoolReportsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TjPageClass *page_class = TJ_PAGE_CLASS (klass);

  page_class->go = tj_school_reports_page_go;
  page_class->refresh = tj_school_reports_page_refresh;
  page_class->take_focus = tj_school_reports_page_take_focus;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "reports.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "reports.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "reports.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "reports.back",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "reports.new",
                                       NULL);
}

static void
on_folded (TjSchoolReportsPage *self)
{
  tj_school_report_list_set_narrow (self->list, tj_page_get_folded (TJ_PAGE (self)));
  show_head (self);
}

static void
tj_school_reports_page_init (TjSchoolReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::folded", G_CALLBACK (on_folded), NULL);
}

GtkWidget *
tj_school_reports_page_new (TjContext *context)
{
  return g_object_new (TJ_TYPE_SCHOOL_REPORTS_PAGE, "context", context, NULL);
}
