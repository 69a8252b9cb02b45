/* The form that notes a step in the handling of a school report, which is the form's subject. The
 * step after the present one is proposed. */

#include "config.h"

#include "tj-report-step-form.h"

#include "tj-code-row.h"
#include "tj-date-row.h"
#include "tj-note-row.h"
#include "tj-school-report-service.h"

#include <glib/gi18n.h>

struct _TjReportStepForm
{
  TjForm parent_instance;

  TjCodeRow *state;
  TjDateRow *date;
  TjNoteRow *note;
};

G_DEFINE_FINAL_TYPE (TjReportStepForm, tj_report_step_form, TJ_TYPE_FORM)

static TjSchoolReport *
load_report (TjForm *form, GError **error)
{
  return tj_school_reports_load (tj_context_get_store (tj_form_get_context (form)),
                                 tj_form_get_subject (form), error);
}

static gboolean
tj_report_step_form_fill (TjForm *form, GError **error)
{
  TjReportStepForm *self = TJ_REPORT_STEP_FORM (form);
  g_autoptr (TjSchoolReport) report = load_report (form, error);

  if (report == NULL)
    return FALSE;
  tj_code_row_set_value (self->state,
                         MIN (tj_school_report_get_state (report) + 1, TJ_REPORT_STATE_DONE));
  tj_date_row_set_date (self->date, tj_context_get_today (tj_form_get_context (form)));
  tj_note_row_set_text (self->note, "");
  return TRUE;
}

static gboolean
tj_report_step_form_check (TjForm *form, GError **error)
{
  TjReportStepForm *self = TJ_REPORT_STEP_FORM (form);
  g_autoptr (TjSchoolReport) report = load_report (form, error);
  g_autoptr (GError) problem = NULL;

  if (report == NULL)
    return FALSE;
  return tj_school_report_service_check_step (tj_form_get_context (form), report,
                                              tj_date_row_get_date (self->date), &problem)
         || tj_form_refuse (form, self->date, problem->message);
}

static gboolean
tj_report_step_form_save (TjForm *form, GError **error)
{
  TjReportStepForm *self = TJ_REPORT_STEP_FORM (form);
  g_autoptr (TjSchoolReport) report = load_report (form, error);
  g_autofree char *note = tj_note_row_dup_text (self->note);

  return report != NULL
         && tj_school_report_service_step (tj_form_get_context (form), report,
                                           (TjReportState)tj_code_row_get_value (self->state),
                                           tj_date_row_get_date (self->date), note, error);
}

static void
tj_report_step_form_class_init (TjReportStepFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TjFormClass *form_class = TJ_FORM_CLASS (klass);

  form_class->name = "report-step";
  form_class->done_change = N_ ("Step noted");
  form_class->fill = tj_report_step_form_fill;
  form_class->check = tj_report_step_form_check;
  form_class->save = tj_report_step_form_save;
  form_class->adds = TRUE;

  g_type_ensure (TJ_TYPE_CODE_ROW);
  g_type_ensure (TJ_TYPE_DATE_ROW);
  g_type_ensure (TJ_TYPE_NOTE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/tjugo/Tjugo/ui/school-reports/tj-report-step-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TjReportStepForm, state);
  gtk_widget_class_bind_template_child (widget_class, TjReportStepForm, date);
  gtk_widget_class_bind_template_child (widget_class, TjReportStepForm, note);
}

static void
tj_report_step_form_init (TjReportStepForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tj_code_row_set_codes (self->state, &tj_report_states, NULL);
}
