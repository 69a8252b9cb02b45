/* The form of a youth whom no list has named: who it is, and the registration that begins. A number
 * that the population register's list knows brings name and address with it. */

#include "config.h"

#include "tj-new-youth-form.h"

#include "tj-arrival-service.h"
#include "tj-code-row.h"
#include "tj-date-row.h"
#include "tj-form-field.h"
#include "tj-text-row.h"

#include <glib/gi18n.h>

struct _TjNewYouthForm
{
  TjForm parent_instance;

  TjTextRow *personal_number;
  TjTextRow *given_name;
  TjTextRow *family_name;
  TjTextRow *phone;
  TjTextRow *email;
  TjCodeRow *protection;
  TjDateRow *registered_on;
  TjCodeRow *background;
  TjTextRow *latest_education;

  TjYouth *listed; /* who has the number by the population register's list, or NULL */
  gint64 saved;
};

G_DEFINE_FINAL_TYPE (TjNewYouthForm, tj_new_youth_form, TJ_TYPE_FORM)

/* The number as the register keeps it; what is no number, as it is written. */
static void
read_number (TjNewYouthForm *self, TjYouth *youth)
{
  const char *text = tj_text_row_get_text (self->personal_number);
  TjDate today = tj_context_get_today (tj_form_get_context (TJ_FORM (self)));
  TjPersonalNumber number;

  if (tj_personal_number_parse (text, today, &number) == TJ_NUMBER_OK)
    tj_youth_set_personal_number (youth, number.text);
  else
    tj_youth_set_personal_number (youth, text);
}

static TjYouth *
dup_youth (TjNewYouthForm *self)
{
  TjYouth *youth = self->listed != NULL ? tj_entity_copy (self->listed) : tj_youth_new ();

  read_number (self, youth);
  tj_form_field_read (self->given_name, youth, "given-name");
  tj_form_field_read (self->family_name, youth, "family-name");
  tj_form_field_read (self->phone, youth, "phone");
  tj_form_field_read (self->email, youth, "email");
  tj_youth_set_protection (youth, tj_code_row_get_value (self->protection));
  return youth;
}

static TjRegistration *
dup_registration (TjNewYouthForm *self)
{
  TjRegistration *registration = tj_registration_new (0);

  tj_registration_set_registered_on (registration, tj_date_row_get_date (self->registered_on));
  tj_registration_set_background (registration, tj_code_row_get_value (self->background));
  tj_form_field_read (self->latest_education, registration, "latest-education");
  return registration;
}

static gboolean
tj_new_youth_form_fill (TjForm *form, GError **error)
{
  TjNewYouthForm *self = TJ_NEW_YOUTH_FORM (form);
  TjTextRow *texts[] = { self->personal_number, self->given_name, self->family_name,
                         self->phone,           self->email,      self->latest_education };

  g_clear_object (&self->listed);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    tj_text_row_set_text (texts[i], "");
  tj_code_row_set_value (self->protection, TJ_PROTECTION_NONE);
  tj_code_row_set_value (self->background, TJ_BACKGROUND_UNKNOWN);
  tj_date_row_set_date (self->registered_on, tj_context_get_today (tj_form_get_context (form)));
  return TRUE;
}

static void
propose (TjTextRow *row, const char *text)
{
  if (*tj_text_row_get_text (row) == '\0')
    tj_text_row_set_text (row, text);
}

static void
tj_new_youth_form_changed (TjForm *form)
{
  TjNewYouthForm *self = TJ_NEW_YOUTH_FORM (form);
  gboolean was_listed = self->listed != NULL;

  g_clear_object (&self->listed);
  self->listed = tj_arrival_service_dup_listed (tj_form_get_context (form),
                                                tj_text_row_get_text (self->personal_number));
  if (self->listed == NULL || was_listed)
    return;
  propose (self->given_name, tj_youth_get_given_name (self->listed));
  propose (self->family_name, tj_youth_get_family_name (self->listed));
  tj_code_row_set_value (self->protection, tj_youth_get_protection (self->listed));
}

static gboolean
tj_new_youth_form_check (TjForm *form, GError **error)
{
  TjNewYouthForm *self = TJ_NEW_YOUTH_FORM (form);
  g_autoptr (TjYouth) youth = dup_youth (self);
  g_autoptr (TjRegistration) registration = dup_registration (self);
  g_autoptr (GError) problem = NULL;
  const char *field = NULL;

  return tj_arrival_service_check (tj_form_get_context (form), youth, registration, &field,
                                   &problem)
         || tj_form_field_refuse (form, field, problem, error);
}

static gboolean
tj_new_youth_form_save (TjForm *form, GError **error)
{
  TjNewYouthForm *self = TJ_NEW_YOUTH_FORM (form);
  g_autoptr (TjYouth) youth = dup_youth (self);
  g_autoptr (TjRegistration) registration = dup_registration (self);

  self->saved
      = tj_arrival_service_register (tj_form_get_context (form), youth, registration, error);
  return self->saved != 0;
}

static void
tj_new_youth_form_dispose (GObject *object)
{
  g_clear_object (&TJ_NEW_YOUTH_FORM (object)->listed);

  G_OBJECT_CLASS (tj_new_youth_form_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TJ_TYPE_CODE_ROW);
  g_type_ensure (TJ_TYPE_DATE_ROW);
  g_type_ensure (TJ_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-new-youth-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TjNewYouthForm, personal_number);
  gtk_widget_class_bind_template_child (widget_class, TjNewYouthForm, given_name);
  gtk_widget_class_bind_template_child (widget_class, TjNewYouthForm, family_name);
  gtk_widget_class_bind_template_child (widget_class, TjNewYouthForm, phone);
  gtk_widget_class_bind_template_child (widget_class, TjNewYouthForm, email);
  gtk_widget_class_bind_template_child (widget_class, TjNewYouthForm, protection);
  gtk_widget_class_bind_template_child (widget_class, TjNewYouthForm, registered_on);
  gtk_widget_class_bind_template_child (widget_class, TjNewYouthForm, background);
  gtk_widget_class_bind_template_child (widget_class, TjNewYouthForm, latest_education);
}

static void
tj_new_youth_form_class_init (TjNewYouthFormClass *klass)
{
  TjFormClass *form_class = TJ_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_new_youth_form_dispose;
  form_class->name = "new-youth";
  form_class->fill = tj_new_youth_form_fill;
  form_class->changed = tj_new_youth_form_changed;
  form_class->check = tj_new_youth_form_check;
  form_class->save = tj_new_youth_form_save;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
tj_new_youth_form_init (TjNewYouthForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tj_code_row_set_codes (self->protection, &tj_protections, NULL);
  tj_code_row_set_codes (self->background, &tj_backgrounds, NULL);
  tj_text_row_set_placeholder (self->personal_number, _ ("YYYYMMDD-NNNN"));
}

/* The youth who was registered last. */
gint64
tj_new_youth_form_get_saved (TjNewYouthForm *self)
{
  g_return_val_if_fail (TJ_IS_NEW_YOUTH_FORM (self), 0);

  return self->saved;
}
