/* The form of an organiser's report: a new one, about a youth of the register or about one at risk
 * who comes into it without a registration, or a correction of what one says (with the report as
 * the form's subject; whose it is stays). */

#include "config.h"

#include "tj-school-report-form.h"

#include "tj-choice-row.h"
#include "tj-code-row.h"
#include "tj-date-row.h"
#include "tj-form-field.h"
#include "tj-school-report-service.h"
#include "tj-text-row.h"
#include "tj-youth-repository.h"
#include "tj-youth-row.h"

#include <glib/gi18n.h>

#define KNOWN "known"
#define AT_RISK "at-risk"

struct _TjSchoolReportForm
{
  TjForm parent_instance;

  GtkWidget *whose;
  TjChoiceRow *who;
  TjYouthRow *youth;
  TjTextRow *number;
  TjTextRow *given_name;
  TjTextRow *family_name;
  TjCodeRow *category;
  TjDateRow *received_on;
  TjTextRow *diary_number;
  TjTextRow *school;
  TjTextRow *organiser;

  TjSchoolReport *seen; /* as it was when the form was filled */
  gint64 saved;
};

G_DEFINE_FINAL_TYPE (TjSchoolReportForm, tj_school_report_form, TJ_TYPE_FORM)

static gboolean
is_at_risk (TjSchoolReportForm *self)
{
  return tj_form_get_subject (TJ_FORM (self)) == 0
         && g_str_equal (tj_choice_row_get_word (self->who), AT_RISK);
}

/* A number is checked with the register's day, for the century of ten digits. */
static TjNumberProblem
parse_number (TjSchoolReportForm *self, TjPersonalNumber *number)
{
  return tj_personal_number_parse (tj_text_row_get_text (self->number),
                                   tj_context_get_today (tj_form_get_context (TJ_FORM (self))),
                                   number);
}

static TjYouth *
dup_at_risk (TjSchoolReportForm *self)
{
  TjPersonalNumber number;
  TjYouth *youth;

  if (!is_at_risk (self) || parse_number (self, &number) != TJ_NUMBER_OK)
    return NULL;

  youth = g_object_new (TJ_TYPE_YOUTH, "personal-number", number.text, NULL);
  tj_form_field_read (self->given_name, youth, "given-name");
  tj_form_field_read (self->family_name, youth, "family-name");
  return youth;
}

static TjSchoolReport *
dup_report (TjSchoolReportForm *self)
{
  TjSchoolReport *report = tj_entity_copy (self->seen);

  if (tj_form_get_subject (TJ_FORM (self)) == 0)
    tj_school_report_set_youth_id (report, tj_youth_row_get_youth_id (self->youth));
  tj_school_report_set_category (report, MAX (0, tj_code_row_get_value (self->category)));
  tj_school_report_set_received_on (report, tj_date_row_get_date (self->received_on));
  tj_form_field_read (self->diary_number, report, "diary-number");
  tj_form_field_read (self->school, report, "school");
  tj_form_field_read (self->organiser, report, "organiser");
  return report;
}

static gboolean
tj_school_report_form_fill (TjForm *form, GError **error)
{
  TjSchoolReportForm *self = TJ_SCHOOL_REPORT_FORM (form);
  TjContext *context = tj_form_get_context (form);
  gint64 id = tj_form_get_subject (form);
  g_autoptr (TjSchoolReport) report = NULL;

  gtk_widget_set_visible (self->whose, id == 0);
  tj_youth_row_set_context (self->youth, context);
  tj_youth_row_set_youth_id (self->youth, tj_form_get_youth_id (form));
  tj_choice_row_set_word (self->who, KNOWN);
  tj_text_row_set_text (self->number, "");
  tj_text_row_set_text (self->given_name, "");
  tj_text_row_set_text (self->family_name, "");

  report = id == 0 ? tj_school_report_new (0)
                   : tj_school_reports_load (tj_context_get_store (context), id, error);
  if (report == NULL)
    return FALSE;
  g_set_object (&self->seen, report);
  tj_code_row_set_value (self->category, id == 0 ? -1 : tj_school_report_get_category (report));
  tj_date_row_set_date (self->received_on, id == 0 ? tj_context_get_today (context)
                                                   : tj_school_report_get_received_on (report));
  tj_text_row_set_text (self->diary_number, tj_school_report_get_diary_number (report));
  tj_text_row_set_text (self->school, tj_school_report_get_school (report));
  tj_text_row_set_text (self->organiser, tj_school_report_get_organiser (report));
  return TRUE;
}

static const char *
describe_category (int category)
{
  if (category < 0)
    return NULL;
  return tj_report_category_is_must ((TjReportCategory)category)
             ? _ ("Must: schools report this at once (skollagen 15:15, 18:15).")
             : _ ("Should: schools report this for the sake of prevention.");
}

static void
tj_school_report_form_changed (TjForm *form)
{
  TjSchoolReportForm *self = TJ_SCHOOL_REPORT_FORM (form);
  gboolean at_risk = is_at_risk (self);

  gtk_widget_set_visible (GTK_WIDGET (self->youth), !at_risk);
  gtk_widget_set_visible (GTK_WIDGET (self->number), at_risk);
  gtk_widget_set_visible (GTK_WIDGET (self->given_name), at_risk);
  gtk_widget_set_visible (GTK_WIDGET (self->family_name), at_risk);
  tj_field_row_set_hint (TJ_FIELD_ROW (self->category),
                         describe_category (tj_code_row_get_value (self->category)));
}

static gboolean
check_number (TjSchoolReportForm *self)
{
  TjForm *form = TJ_FORM (self);
  TjPersonalNumber number;
  TjNumberProblem problem = parse_number (self, &number);

  if (problem != TJ_NUMBER_OK)
    return tj_form_refuse (form, self->number, tj_number_problem_message (problem));
  if (tj_youths_find (tj_context_get_store (tj_form_get_context (form)), number.text, NULL) != 0)
    return tj_form_refuse (form, self->number,
                           _ ("The register has this number. Choose “In the register” above."));
  return TRUE;
}

static gboolean
tj_school_report_form_check (TjForm *form, GError **error)
{
  TjSchoolReportForm *self = TJ_SCHOOL_REPORT_FORM (form);
  g_autoptr (TjSchoolReport) report = dup_report (self);
  g_autoptr (GError) problem = NULL;
  const char *field = NULL;

  if (is_at_risk (self) && !check_number (self))
    return FALSE;
  if (tj_school_report_service_check (tj_form_get_context (form), report, &field, &problem))
    return TRUE;
  return tj_form_field_refuse (form, field, problem, error);
}

static gboolean
tj_school_report_form_save (TjForm *form, GError **error)
{
  TjSchoolReportForm *self = TJ_SCHOOL_REPORT_FORM (form);
  TjContext *context = tj_form_get_context (form);
  g_autoptr (TjSchoolReport) report = dup_report (self);
  g_autoptr (TjYouth) at_risk = dup_at_risk (self);

  if (!(tj_form_get_subject (form) == 0
            ? tj_school_report_service_receive (context, report, at_risk, error)
            : tj_school_report_service_save (context, report, error)))
    return FALSE;
  self->saved = tj_entity_get_id (report);
  return TRUE;
}

static void
ensure_types (void)
{
  g_type_ensure (TJ_TYPE_CHOICE_ROW);
  g_type_ensure (TJ_TYPE_CODE_ROW);
  g_type_ensure (TJ_TYPE_DATE_ROW);
  g_type_ensure (TJ_TYPE_TEXT_ROW);
  g_type_ensure (TJ_TYPE_YOUTH_ROW);
}

static void
tj_school_report_form_dispose (GObject *object)
{
  g_clear_object (&TJ_SCHOOL_REPORT_FORM (object)->seen);
  G_OBJECT_CLASS (tj_school_report_form_parent_class)->dispose (object);
}

static void
tj_school_report_form_class_init (TjSchoolReportFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TjFormClass *form_class = TJ_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_school_report_form_dispose;
  form_class->name = "school-report";
  form_class->done = N_ ("Report received");
  form_class->done_change = N_ ("Report changed");
  form_class->fill = tj_school_report_form_fill;
  form_class->changed = tj_school_report_form_changed;
  form_class->check = tj_school_report_form_check;
  form_class->save = tj_school_report_form_save;

  ensure_types ();
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/tjugo/Tjugo/ui/school-reports/tj-school-report-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportForm, whose);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportForm, who);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportForm, youth);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportForm, number);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportForm, given_name);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportForm, family_name);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportForm, category);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportForm, received_on);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportForm, diary_number);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportForm, school);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportForm, organiser);
}

static void
tj_school_report_form_init (TjSchoolReportForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tj_choice_row_add (self->who, KNOWN, _ ("In the register"));
  tj_choice_row_add (self->who, AT_RISK, _ ("Not registered: at risk of leaving school"));
  tj_code_row_set_codes (self->category, &tj_report_categories, _ ("Choose…"));
  tj_text_row_set_placeholder (self->number, _ ("YYYYMMDD-NNNN"));
  tj_text_row_set_placeholder (self->diary_number, _ ("As in the diary: KS 2026/117"));
}

/* The report that was saved last. */
gint64
tj_school_report_form_get_saved (TjSchoolReportForm *self)
{
  g_return_val_if_fail (TJ_IS_SCHOOL_REPORT_FORM (self), 0);

  return self->saved;
}
