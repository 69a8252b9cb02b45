/* The form in which the meeting decides on one finding. What the program proposes stands in it from
 * the start; the reason is asked for only when somebody leaves KAA. */

#include "config.h"

#include "tj-decision-form.h"

#include "tj-code-row.h"
#include "tj-date-row.h"
#include "tj-reconciliation-service.h"

#include <glib/gi18n.h>

struct _TjDecisionForm
{
  TjForm parent_instance;

  TjCodeRow *decision;
  TjCodeRow *reason;
  TjDateRow *ike_from;
  TjDateRow *register_on;
  TjDateRow *follow_up;

  TjReconciliationItem *item;
  int shown; /* the decision that the other rows belong to */
};

G_DEFINE_FINAL_TYPE (TjDecisionForm, tj_decision_form, TJ_TYPE_FORM)

static gboolean
is_leaving (TjDecisionForm *self)
{
  return tj_code_row_get_value (self->decision) == TJ_DECISION_LEAVE_KAA;
}

static gboolean
tj_decision_form_fill (TjForm *form, GError **error)
{
  TjDecisionForm *self = TJ_DECISION_FORM (form);
  TjReconciliationDecision decision;

  tj_reconciliation_service_propose (tj_form_get_context (form), self->item, &decision);
  tj_code_row_set_value (self->decision, (int)decision.decision);
  tj_code_row_set_value (self->reason, decision.reason);
  tj_date_row_set_date (self->ike_from, decision.ike_from);
  tj_date_row_set_date (self->register_on, decision.register_on);
  tj_date_row_set_date (self->follow_up, decision.follow_up_on);
  self->shown = (int)decision.decision;
  return TRUE;
}

static gboolean
is_registering (TjDecisionForm *self)
{
  return tj_code_row_get_value (self->decision) == TJ_DECISION_REGISTER;
}

/* Another decision brings what usually goes with it. */
static void
suggest (TjDecisionForm *self)
{
  int wanted = tj_code_row_get_value (self->decision);
  TjReconciliationDecision decision;

  if (wanted < 0 || wanted == self->shown || tj_form_is_filling (TJ_FORM (self)))
    return;
  self->shown = wanted;
  tj_reconciliation_service_suggest (tj_form_get_context (TJ_FORM (self)), self->item,
                                     (TjDecision)wanted, &decision);
  tj_code_row_set_value (self->reason, decision.reason);
  tj_date_row_set_date (self->follow_up, decision.follow_up_on);
  tj_date_row_set_date (self->register_on, decision.register_on);
}

static void
tj_decision_form_changed (TjForm *form)
{
  TjDecisionForm *self = TJ_DECISION_FORM (form);

  suggest (self);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), is_leaving (self));
  gtk_widget_set_visible (GTK_WIDGET (self->ike_from), is_leaving (self));
  gtk_widget_set_visible (GTK_WIDGET (self->register_on), is_registering (self));
  gtk_widget_set_visible (GTK_WIDGET (self->follow_up), !is_leaving (self));
}

static TjReconciliationDecision
read_decision (TjDecisionForm *self)
{
  TjReconciliationDecision decision
      = { .decision = (TjDecision)tj_code_row_get_value (self->decision),
          .decided_on = tj_context_get_today (tj_form_get_context (TJ_FORM (self))),
          .reason = -1 };

  if (is_leaving (self))
    {
      decision.reason = tj_code_row_get_value (self->reason);
      decision.ike_from = tj_date_row_get_date (self->ike_from);
    }
  else
    {
      decision.follow_up_on = tj_date_row_get_date (self->follow_up);
    }
  if (is_registering (self))
    decision.register_on = tj_date_row_get_date (self->register_on);
  return decision;
}

static gboolean
tj_decision_form_check (TjForm *form, GError **error)
{
  TjDecisionForm *self = TJ_DECISION_FORM (form);
  TjReconciliationDecision decision = read_decision (self);
  g_autoptr (GError) problem = NULL;

  if (tj_reconciliation_service_check (tj_form_get_context (form), self->item, &decision, &problem))
    return TRUE;
  return tj_form_refuse (form,
                         is_leaving (self)       ? (gpointer)self->reason
                         : is_registering (self) ? (gpointer)self->register_on
                                                 : (gpointer)self->decision,
                         problem->message);
}

static gboolean
tj_decision_form_save (TjForm *form, GError **error)
{
  TjDecisionForm *self = TJ_DECISION_FORM (form);
  TjReconciliationDecision decision = read_decision (self);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, self->item);
  return tj_reconciliation_service_decide (tj_form_get_context (form), items, &decision, error);
}

static void
tj_decision_form_dispose (GObject *object)
{
  g_clear_object (&TJ_DECISION_FORM (object)->item);
  G_OBJECT_CLASS (tj_decision_form_parent_class)->dispose (object);
}

static void
tj_decision_form_class_init (TjDecisionFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TjFormClass *form_class = TJ_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_decision_form_dispose;
  form_class->name = "decision";
  form_class->fill = tj_decision_form_fill;
  form_class->changed = tj_decision_form_changed;
  form_class->check = tj_decision_form_check;
  form_class->save = tj_decision_form_save;
  form_class->adds = TRUE;

  g_type_ensure (TJ_TYPE_CODE_ROW);
  g_type_ensure (TJ_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/tjugo/Tjugo/ui/reconciliation/tj-decision-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TjDecisionForm, decision);
  gtk_widget_class_bind_template_child (widget_class, TjDecisionForm, reason);
  gtk_widget_class_bind_template_child (widget_class, TjDecisionForm, ike_from);
  gtk_widget_class_bind_template_child (widget_class, TjDecisionForm, register_on);
  gtk_widget_class_bind_template_child (widget_class, TjDecisionForm, follow_up);
}

static void
tj_decision_form_init (TjDecisionForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tj_code_row_set_codes (self->decision, &tj_decisions, NULL);
  tj_code_row_set_codes (self->reason, &tj_deregistrations, _ ("Choose…"));
}

/* Shows what is decided on `item`, or proposed. */
void
tj_decision_form_show (TjDecisionForm *self, TjContext *context, TjReconciliationItem *item)
{
  g_return_if_fail (TJ_IS_DECISION_FORM (self));

  g_set_object (&self->item, item);
  tj_form_begin (TJ_FORM (self), context, 0, tj_entity_get_id (item));
}
