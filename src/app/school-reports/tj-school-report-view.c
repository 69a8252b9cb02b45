/* One school report: what it says, what has been done with it, and the form for the next step. A
 * report that was removed emits "gone". */

#include "config.h"

#include "tj-school-report-view.h"

#include "tj-case-number.h"
#include "tj-date-text.h"
#include "tj-registration-repository.h"
#include "tj-report-step-form.h"
#include "tj-school-report-form.h"
#include "tj-school-report-service.h"
#include "tj-youth-repository.h"

#include <glib/gi18n.h>

struct _TjSchoolReportView
{
  AdwBin parent_instance;

  GtkLabel *name;
  GtkWidget *at_risk;
  GtkWidget *facts;
  AdwActionRow *category_row;
  AdwActionRow *came_row;
  AdwActionRow *diary_row;
  AdwActionRow *school_row;
  TjForm *form;
  GtkListBox *steps;
  TjForm *step_form;

  TjContext *context;
  gint64 report_id;
  gint64 youth_id;
};

enum
{
  SIGNAL_GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjSchoolReportView, tj_school_report_view, ADW_TYPE_BIN)

static void
show_editing (TjSchoolReportView *self, gboolean editing)
{
  gtk_widget_set_visible (GTK_WIDGET (self->form), editing);
  gtk_widget_set_visible (self->facts, !editing);
}

static void
show_facts (TjSchoolReportView *self, TjSchoolReport *report)
{
  const int category = tj_school_report_get_category (report);
  const char *label = tj_code_label (&tj_report_categories, category);
  const char *organiser = tj_school_report_get_organiser (report);
  const char *school = tj_school_report_get_school (report);
  g_autofree char *came = tj_date_text_long (tj_school_report_get_received_on (report));
  g_autofree char *weighed = g_strdup_printf (
      "%s · %s",
      tj_report_category_is_must ((TjReportCategory)category) ? C_ ("school-report", "Must")
                                                              : C_ ("school-report", "Should"),
      label);
  g_autofree char *both = g_strdup_printf ("%s, %s", school, organiser);

  adw_action_row_set_subtitle (self->category_row, weighed);
  adw_action_row_set_subtitle (self->came_row, came);
  adw_action_row_set_subtitle (self->diary_row, tj_school_report_get_diary_number (report));
  adw_action_row_set_subtitle (self->school_row, *organiser != '\0' ? both : school);
}

static GtkWidget *
new_step_row (TjSchoolReportStep *step)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *date = tj_date_text_long (tj_school_report_step_get_date (step));
  const char *note = tj_school_report_step_get_note (step);
  g_autofree char *text = *note != '\0' ? g_strdup_printf ("%s\n%s", date, note) : g_strdup (date);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (
      ADW_PREFERENCES_ROW (row),
      tj_code_label (&tj_report_states, tj_school_report_step_get_state (step)));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static gboolean
show_steps (TjSchoolReportView *self, GError **error)
{
  g_autoptr (GPtrArray) steps
      = tj_school_report_steps_list (tj_context_get_store (self->context), self->youth_id, error);
  GtkWidget *row;

  if (steps == NULL)
    return FALSE;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->steps))) != NULL)
    gtk_list_box_remove (self->steps, row);
  for (guint i = 0; i < steps->len; i++)
    if (tj_school_report_step_get_report_id (steps->pdata[i]) == self->report_id)
      gtk_list_box_append (self->steps, new_step_row (steps->pdata[i]));
  return TRUE;
}

static gboolean
show_youth (TjSchoolReportView *self, GError **error)
{
  TjStore *store = tj_context_get_store (self->context);
  g_autoptr (TjYouth) youth = tj_youths_load (store, self->youth_id, error);
  g_autofree char *number = tj_case_number_format (self->youth_id);
  g_autofree char *name = NULL;

  if (youth == NULL)
    return FALSE;
  name = tj_youth_is_protected (youth) ? g_strdup_printf (_ ("Protected person · %s"), number)
                                       : tj_youth_dup_name (youth);
  gtk_label_set_label (self->name, name);
  return TRUE;
}

static void
stop_editing (TjSchoolReportView *self)
{
  show_editing (self, FALSE);
}

static void
change_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjSchoolReportView *self = TJ_SCHOOL_REPORT_VIEW (widget);

  tj_form_begin (self->form, self->context, self->youth_id, self->report_id);
  show_editing (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

static void
tell_error (TjSchoolReportView *self, const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "frame.toast", "s", error->message);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjSchoolReportView *self = TJ_SCHOOL_REPORT_VIEW (widget);
  g_autoptr (GError) error = NULL;

  if (!tj_school_report_service_remove (self->context, self->report_id, &error))
    {
      tell_error (self, error);
      return;
    }
  gtk_widget_activate_action (widget, "frame.toast-undo", "s", _ ("Report removed"));
  g_signal_emit (self, signals[SIGNAL_GONE], 0);
}

static void
done_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjSchoolReportView *self = TJ_SCHOOL_REPORT_VIEW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (TjSchoolReport) report
      = tj_school_reports_load (tj_context_get_store (self->context), self->report_id, &error);

  if (report == NULL
      || !tj_school_report_service_step (self->context, report, TJ_REPORT_STATE_DONE,
                                         tj_context_get_today (self->context), NULL, &error))
    tell_error (self, error);
  else
    gtk_widget_activate_action (widget, "frame.toast-undo", "s", _ ("Report done"));
}

static void
open_youth_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *screen
      = g_strdup_printf ("youth:%" G_GINT64_FORMAT, TJ_SCHOOL_REPORT_VIEW (widget)->youth_id);

  gtk_widget_activate_action (widget, "win.show-screen", "s", screen);
}

static void
tj_school_report_view_dispose (GObject *object)
{
  g_clear_object (&TJ_SCHOOL_REPORT_VIEW (object)->context);
  G_OBJECT_CLASS (tj_school_report_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TJ_TYPE_SCHOOL_REPORT_FORM);
  g_type_ensure (TJ_TYPE_REPORT_STEP_FORM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/tjugo/Tjugo/ui/school-reports/tj-school-report-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportView, name);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportView, at_risk);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportView, facts);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportView, category_row);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportView, came_row);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportView, diary_row);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportView, school_row);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportView, form);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportView, steps);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportView, step_form);
  gtk_widget_class_bind_template_callback (widget_class, stop_editing);
}

static void
tj_school_report_view_class_init (TjSchoolReportViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_school_report_view_dispose;
  signals[SIGNAL_GONE] = g_signal_new ("gone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "report.change", NULL, change_action);
  gtk_widget_class_install_action (widget_class, "report.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "report.done", NULL, done_action);
  gtk_widget_class_install_action (widget_class, "report.open-youth", NULL, open_youth_action);
}

static void
tj_school_report_view_init (TjSchoolReportView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
is_registered (TjSchoolReportView *self)
{
  g_autoptr (TjRegistration) open
      = tj_registrations_load_open (tj_context_get_store (self->context), self->youth_id, NULL);

  return open != NULL;
}

/* What is half-written about the report stays when it is shown again. */
gboolean
tj_school_report_view_show (TjSchoolReportView *self,
                            TjContext *context,
                            gint64 report_id,
                            GError **error)
{
  g_autoptr (TjSchoolReport) report
      = tj_school_reports_load (tj_context_get_store (context), report_id, error);

  g_return_val_if_fail (TJ_IS_SCHOOL_REPORT_VIEW (self), FALSE);

  if (report == NULL)
    return FALSE;
  if (self->report_id != report_id)
    show_editing (self, FALSE);
  g_set_object (&self->context, context);
  self->report_id = report_id;
  self->youth_id = tj_school_report_get_youth_id (report);
  if (!show_youth (self, error) || !show_steps (self, error))
    return FALSE;

  show_facts (self, report);
  gtk_widget_set_visible (self->at_risk, !is_registered (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.done",
                                 tj_school_report_get_state (report) != TJ_REPORT_STATE_DONE);
  if (gtk_widget_get_visible (GTK_WIDGET (self->form)))
    tj_form_begin (self->form, context, self->youth_id, report_id);
  tj_form_begin (self->step_form, context, self->youth_id, report_id);
  return TRUE;
}
