/* The form for a registration (blocks 1 and 5): a new one, or the correction of one. The end is asked
 * for only of a registration that has one: the deregistration is a form of its own. */

#include "config.h"

#include "tj-registration-form.h"

#include "tj-code-row.h"
#include "tj-date-row.h"
#include "tj-registration-repository.h"
#include "tj-registration-service.h"

#include <glib/gi18n.h>

struct _TjRegistrationForm
{
  TjForm parent_instance;

  TjDateRow *registered_on;
  TjCodeRow *background;
  TjTextRow *latest_education;
  TjDateRow *deregistered_on;
  TjCodeRow *reason;

  TjRegistration *loaded; /* as it was read; an empty one for a new registration */
};

G_DEFINE_FINAL_TYPE (TjRegistrationForm, tj_registration_form, TJ_TYPE_FORM)

static TjRegistration *
dup_registration (TjRegistrationForm *self)
{
  TjRegistration *registration = tj_entity_copy (self->loaded);
  g_autofree char *education = tj_form_row_dup_text (TJ_FORM_ROW (self->latest_education));

  tj_registration_set_registered_on (registration, tj_date_row_get_date (self->registered_on));
  tj_registration_set_background (registration, tj_code_row_get_value (self->background));
  tj_registration_set_latest_education (registration, education);
  if (!tj_registration_is_open (self->loaded))
    {
      tj_registration_set_deregistered_on (registration,
                                           tj_date_row_get_date (self->deregistered_on));
      tj_registration_set_reason (registration, tj_code_row_get_value (self->reason));
    }
  return registration;
}

static gboolean
tj_registration_form_fill (TjForm *form, GError **error)
{
  TjRegistrationForm *self = TJ_REGISTRATION_FORM (form);
  TjContext *context = tj_form_get_context (form);
  gint64 id = tj_form_get_subject (form);
  TjRegistration *registration
      = id == 0 ? tj_registration_new (tj_form_get_youth_id (form))
                : tj_registrations_load (tj_context_get_store (context), id, error);

  if (registration == NULL)
    return FALSE;

  g_clear_object (&self->loaded);
  self->loaded = registration;
  tj_date_row_set_date (self->registered_on,
                        id == 0 ? tj_context_get_today (context)
                                : tj_registration_get_registered_on (registration));
  tj_code_row_set_value (self->background, tj_registration_get_background (registration));
  tj_text_row_set_text (self->latest_education,
                        tj_registration_get_latest_education (registration));
  tj_date_row_set_date (self->deregistered_on, tj_registration_get_deregistered_on (registration));
  tj_code_row_set_value (self->reason, tj_registration_get_reason (registration));
  gtk_widget_set_visible (GTK_WIDGET (self->deregistered_on),
                          !tj_registration_is_open (registration));
  gtk_widget_set_visible (GTK_WIDGET (self->reason), !tj_registration_is_open (registration));
  return TRUE;
}

static gboolean
tj_registration_form_check (TjForm *form, GError **error)
{
  TjRegistrationForm *self = TJ_REGISTRATION_FORM (form);
  g_autoptr (TjRegistration) registration = dup_registration (self);
  TjContext *context = tj_form_get_context (form);
  g_autoptr (GError) problem = NULL;
  gboolean valid = tj_form_get_subject (form) == 0
                       ? tj_registration_service_check (context, registration, &problem)
                       : tj_registration_service_check_change (context, registration, &problem);

  return valid || tj_form_refuse (form, self->registered_on, problem->message);
}

static gboolean
tj_registration_form_save (TjForm *form, GError **error)
{
  g_autoptr (TjRegistration) registration = dup_registration (TJ_REGISTRATION_FORM (form));
  TjContext *context = tj_form_get_context (form);

  return tj_form_get_subject (form) == 0
             ? tj_registration_service_register (context, registration, error)
             : tj_registration_service_change (context, registration, error);
}

static void
tj_registration_form_dispose (GObject *object)
{
  G_OBJECT_CLASS (tj_registration_form_parent_class)->dispose (object);
  g_clear_object (&TJ_REGISTRATION_FORM (object)->loaded);
}

static void
tj_registration_form_class_init (TjRegistrationFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TjFormClass *form_class = TJ_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_registration_form_dispose;
  form_class->name = "registration";
  form_class->done = N_ ("Registered");
  form_class->done_change = N_ ("Registration changed");
  form_class->fill = tj_registration_form_fill;
  form_class->check = tj_registration_form_check;
  form_class->save = tj_registration_form_save;

  g_type_ensure (TJ_TYPE_CODE_ROW);
  g_type_ensure (TJ_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-registration-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TjRegistrationForm, registered_on);
  gtk_widget_class_bind_template_child (widget_class, TjRegistrationForm, background);
  gtk_widget_class_bind_template_child (widget_class, TjRegistrationForm, latest_education);
  gtk_widget_class_bind_template_child (widget_class, TjRegistrationForm, deregistered_on);
  gtk_widget_class_bind_template_child (widget_class, TjRegistrationForm, reason);
}

static void
tj_registration_form_init (TjRegistrationForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tj_code_row_set_codes (self->background, &tj_backgrounds, NULL);
  tj_code_row_set_codes (self->reason, &tj_deregistrations, NULL);
}
