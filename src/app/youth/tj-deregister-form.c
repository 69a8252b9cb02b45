/* The form that ends a registration: on what day and for what reason. When a measure is open it
 * offers to end that with it. */

#include "config.h"

#include "tj-deregister-form.h"

#include "tj-code-row.h"
#include "tj-date-row.h"
#include "tj-measure-repository.h"
#include "tj-registration-service.h"
#include "tj-switch-row.h"
#include "tj-open-registration.h"

#include <glib/gi18n.h>

struct _TjDeregisterForm
{
  TjForm parent_instance;

  TjDateRow *date;
  TjCodeRow *reason;
  TjSwitchRow *end_measures;
};

G_DEFINE_FINAL_TYPE (TjDeregisterForm, tj_deregister_form, TJ_TYPE_FORM)

static gboolean
has_open_measure (TjDeregisterForm *self)
{
  TjForm *form = TJ_FORM (self);
  g_autoptr (GPtrArray) measures = tj_measures_list (
      tj_context_get_store (tj_form_get_context (form)), tj_form_get_youth_id (form), NULL);
  TjDate date = tj_date_row_get_date (self->date);

  for (guint i = 0; measures != NULL && i < measures->len; i++)
    if (tj_measure_is_open (measures->pdata[i], date))
      return TRUE;
  return FALSE;
}

static gboolean
tj_deregister_form_fill (TjForm *form, GError **error)
{
  TjDeregisterForm *self = TJ_DEREGISTER_FORM (form);
  g_autoptr (TjRegistration) open
      = tj_open_registration_load (tj_form_get_context (form), tj_form_get_youth_id (form), error);

  if (open == NULL)
    return FALSE;

  tj_date_row_set_date (self->date, tj_context_get_today (tj_form_get_context (form)));
  tj_code_row_set_value (self->reason, -1);
  tj_switch_row_set_active (self->end_measures, FALSE);
  return TRUE;
}

static void
tj_deregister_form_changed (TjForm *form)
{
  TjDeregisterForm *self = TJ_DEREGISTER_FORM (form);

  gtk_widget_set_visible (GTK_WIDGET (self->end_measures), has_open_measure (self));
}

static gboolean
tj_deregister_form_check (TjForm *form, GError **error)
{
  TjDeregisterForm *self = TJ_DEREGISTER_FORM (form);

  return tj_registration_service_check_deregister (
      tj_form_get_context (form), tj_form_get_youth_id (form), tj_date_row_get_date (self->date),
      (TjDeregistration)tj_code_row_get_value (self->reason),
      tj_switch_row_get_active (self->end_measures), error);
}

static gboolean
tj_deregister_form_save (TjForm *form, GError **error)
{
  TjDeregisterForm *self = TJ_DEREGISTER_FORM (form);

  return tj_registration_service_deregister (
      tj_form_get_context (form), tj_form_get_youth_id (form), tj_date_row_get_date (self->date),
      (TjDeregistration)tj_code_row_get_value (self->reason),
      tj_switch_row_get_active (self->end_measures), error);
}

static void
tj_deregister_form_class_init (TjDeregisterFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TjFormClass *form_class = TJ_FORM_CLASS (klass);

  form_class->name = "deregister";
  form_class->done = N_ ("Deregistered");
  form_class->fill = tj_deregister_form_fill;
  form_class->changed = tj_deregister_form_changed;
  form_class->check = tj_deregister_form_check;
  form_class->save = tj_deregister_form_save;

  g_type_ensure (TJ_TYPE_CODE_ROW);
  g_type_ensure (TJ_TYPE_DATE_ROW);
  g_type_ensure (TJ_TYPE_SWITCH_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-deregister-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TjDeregisterForm, date);
  gtk_widget_class_bind_template_child (widget_class, TjDeregisterForm, reason);
  gtk_widget_class_bind_template_child (widget_class, TjDeregisterForm, end_measures);
}

static void
tj_deregister_form_init (TjDeregisterForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tj_code_row_set_codes (self->reason, &tj_deregistrations, _ ("Choose…"));
}
