/* The individual planning: the seven points of documentation that Skolverket prescribes (förordning
 * 2006:39, 8 §). It is filled with the version that holds, and each save makes a new one. */

#include "config.h"

#include "tj-plan-form.h"

#include "tj-date-row.h"
#include "tj-form-field.h"
#include "tj-note-row.h"
#include "tj-plan-repository.h"
#include "tj-plan-service.h"

#include <glib/gi18n.h>

struct _TjPlanForm
{
  TjForm parent_instance;

  TjNoteRow *goal;
  TjNoteRow *youth_part;
  TjNoteRow *municipality_part;
  TjNoteRow *other_part;
  TjDateRow *starts_on;
  TjDateRow *ends_on;
  TjNoteRow *end_reason;
  TjNoteRow *follow_up;
};

G_DEFINE_FINAL_TYPE (TjPlanForm, tj_plan_form, TJ_TYPE_FORM)

static TjPlan *
dup_plan (TjPlanForm *self)
{
  TjPlan *plan = tj_plan_new (tj_form_get_youth_id (TJ_FORM (self)));

  tj_form_field_read (self->goal, plan, "goal");
  tj_form_field_read (self->youth_part, plan, "youth-part");
  tj_form_field_read (self->municipality_part, plan, "municipality-part");
  tj_form_field_read (self->other_part, plan, "other-part");
  tj_form_field_read (self->end_reason, plan, "end-reason");
  tj_form_field_read (self->follow_up, plan, "follow-up");
  tj_plan_set_starts_on (plan, tj_date_row_get_date (self->starts_on));
  tj_plan_set_ends_on (plan, tj_date_row_get_date (self->ends_on));
  return plan;
}

static gboolean
tj_plan_form_fill (TjForm *form, GError **error)
{
  TjPlanForm *self = TJ_PLAN_FORM (form);
  g_autoptr (GError) problem = NULL;
  g_autoptr (TjPlan) latest = tj_plans_load_latest (
      tj_context_get_store (tj_form_get_context (form)), tj_form_get_youth_id (form), &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (latest == NULL)
    latest = tj_plan_new (tj_form_get_youth_id (form));
  tj_note_row_set_text (self->goal, tj_plan_get_goal (latest));
  tj_note_row_set_text (self->youth_part, tj_plan_get_youth_part (latest));
  tj_note_row_set_text (self->municipality_part, tj_plan_get_municipality_part (latest));
  tj_note_row_set_text (self->other_part, tj_plan_get_other_part (latest));
  tj_date_row_set_date (self->starts_on, tj_plan_get_starts_on (latest));
  tj_date_row_set_date (self->ends_on, tj_plan_get_ends_on (latest));
  tj_note_row_set_text (self->end_reason, tj_plan_get_end_reason (latest));
  tj_note_row_set_text (self->follow_up, tj_plan_get_follow_up (latest));
  return TRUE;
}

static gboolean
tj_plan_form_check (TjForm *form, GError **error)
{
  g_autoptr (TjPlan) plan = dup_plan (TJ_PLAN_FORM (form));
  g_autoptr (GError) problem = NULL;
  const char *field = NULL;

  return tj_plan_service_check (tj_form_get_context (form), plan, &field, &problem)
         || tj_form_field_refuse (form, field, problem, error);
}

static gboolean
tj_plan_form_save (TjForm *form, GError **error)
{
  g_autoptr (TjPlan) plan = dup_plan (TJ_PLAN_FORM (form));

  return tj_plan_service_save (tj_form_get_context (form), plan, error);
}

static void
tj_plan_form_class_init (TjPlanFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TjFormClass *form_class = TJ_FORM_CLASS (klass);

  form_class->name = "plan";
  form_class->done_change = N_ ("New version of the plan saved");
  form_class->fill = tj_plan_form_fill;
  form_class->check = tj_plan_form_check;
  form_class->save = tj_plan_form_save;

  g_type_ensure (TJ_TYPE_DATE_ROW);
  g_type_ensure (TJ_TYPE_NOTE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-plan-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TjPlanForm, goal);
  gtk_widget_class_bind_template_child (widget_class, TjPlanForm, youth_part);
  gtk_widget_class_bind_template_child (widget_class, TjPlanForm, municipality_part);
  gtk_widget_class_bind_template_child (widget_class, TjPlanForm, other_part);
  gtk_widget_class_bind_template_child (widget_class, TjPlanForm, starts_on);
  gtk_widget_class_bind_template_child (widget_class, TjPlanForm, ends_on);
  gtk_widget_class_bind_template_child (widget_class, TjPlanForm, end_reason);
  gtk_widget_class_bind_template_child (widget_class, TjPlanForm, follow_up);
}

static void
tj_plan_form_init (TjPlanForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
