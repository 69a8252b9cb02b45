/* The form for who a youth is: names, number, address, how to reach her, protection. A new number
 * (a coordination number that became a personal one) leaves the earlier one to be found. */

#include "config.h"

#include "tj-details-form.h"

#include "tj-code-row.h"
#include "tj-postal.h"
#include "tj-reach.h"
#include "tj-text-row.h"
#include "tj-youth-repository.h"
#include "tj-youth-service.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TjDetailsForm
{
  TjForm parent_instance;

  TjTextRow *given_name;
  TjTextRow *family_name;
  TjTextRow *number;
  TjTextRow *phone;
  TjTextRow *email;
  TjTextRow *care_of;
  TjTextRow *street;
  TjTextRow *extra;
  TjTextRow *postal_code;
  TjTextRow *locality;
  TjCodeRow *protection;

  TjYouth *loaded;
};

G_DEFINE_FINAL_TYPE (TjDetailsForm, tj_details_form, TJ_TYPE_FORM)

/* The rows that hold a property of the youth as it is. */
static const struct
{
  gsize row;
  const char *property;
} plain[] = {
  { G_STRUCT_OFFSET (TjDetailsForm, given_name), "given-name" },
  { G_STRUCT_OFFSET (TjDetailsForm, family_name), "family-name" },
  { G_STRUCT_OFFSET (TjDetailsForm, phone), "phone" },
  { G_STRUCT_OFFSET (TjDetailsForm, email), "email" },
  { G_STRUCT_OFFSET (TjDetailsForm, care_of), "care-of" },
  { G_STRUCT_OFFSET (TjDetailsForm, street), "street" },
  { G_STRUCT_OFFSET (TjDetailsForm, extra), "extra" },
  { G_STRUCT_OFFSET (TjDetailsForm, locality), "locality" },
};

static TjTextRow *
get_row (TjDetailsForm *self, gsize i)
{
  return G_STRUCT_MEMBER (TjTextRow *, self, plain[i].row);
}

static char *
check_phone (const char *text, gpointer user_data)
{
  return tj_phone_is_plausible (text)
             ? NULL
             : g_strdup (_ ("Write one phone number in digits, as in 070-123 45 67."));
}

static char *
check_email (const char *text, gpointer user_data)
{
  return tj_email_is_plausible (text)
             ? NULL
             : g_strdup (_ ("Write one address, as in kim.ek@example.se."));
}

static char *
check_number (const char *text, gpointer user_data)
{
  TjForm *form = TJ_FORM (user_data);
  g_autoptr (GError) problem = NULL;
  TjPersonalNumber number;

  return tj_youth_service_check_number (tj_form_get_context (form), tj_form_get_youth_id (form),
                                        text, &number, &problem)
             ? NULL
             : g_strdup (problem->message);
}

/* The number as the register writes it, "" for none that can be read. */
static char *
dup_number (TjDetailsForm *self)
{
  TjPersonalNumber number;
  g_autofree char *text = tj_form_row_dup_text (TJ_FORM_ROW (self->number));

  if (tj_personal_number_parse (text, tj_context_get_today (tj_form_get_context (TJ_FORM (self))),
                                &number)
      != TJ_NUMBER_OK)
    return g_strdup ("");
  return g_strdup (number.text);
}

static char *
dup_postal_code (TjDetailsForm *self)
{
  g_autofree char *text = tj_form_row_dup_text (TJ_FORM_ROW (self->postal_code));
  char *code = tj_postal_code_normalize (text);

  return code != NULL ? code : g_steal_pointer (&text);
}

static TjYouth *
dup_youth (TjDetailsForm *self)
{
  TjYouth *youth = tj_entity_copy (self->loaded);
  g_autofree char *number = dup_number (self);
  g_autofree char *postal_code = dup_postal_code (self);

  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char *text = tj_form_row_dup_text (TJ_FORM_ROW (get_row (self, i)));

      g_object_set (youth, plain[i].property, text, NULL);
    }
  if (!g_str_equal (number, tj_youth_get_personal_number (youth)))
    tj_youth_set_personal_number (youth, number);
  tj_youth_set_postal_code (youth, postal_code);
  tj_youth_set_protection (youth, tj_code_row_get_value (self->protection));
  return youth;
}

static gboolean
tj_details_form_fill (TjForm *form, GError **error)
{
  TjDetailsForm *self = TJ_DETAILS_FORM (form);
  TjYouth *youth = tj_youths_load (tj_context_get_store (tj_form_get_context (form)),
                                   tj_form_get_youth_id (form), error);
  g_autofree char *number = NULL;
  g_autofree char *postal_code = NULL;

  if (youth == NULL)
    return FALSE;

  g_clear_object (&self->loaded);
  self->loaded = youth;
  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char *text = NULL;

      g_object_get (youth, plain[i].property, &text, NULL);
      tj_text_row_set_text (get_row (self, i), text);
    }
  number = tj_personal_number_format (tj_youth_get_personal_number (youth));
  postal_code = tj_postal_code_format (tj_youth_get_postal_code (youth));
  tj_text_row_set_text (self->number, number);
  tj_text_row_set_text (self->postal_code, postal_code);
  tj_code_row_set_value (self->protection, tj_youth_get_protection (youth));
  return TRUE;
}

static void
hint_at_number (TjDetailsForm *self)
{
  g_autofree char *number = dup_number (self);
  gboolean is_new
      = *number != '\0' && !g_str_equal (number, tj_youth_get_personal_number (self->loaded));

  tj_field_row_set_hint (TJ_FIELD_ROW (self->number),
                         is_new ? _ ("The former number is kept among the earlier ones.") : NULL);
}

static void
hint_at_postal_code (TjDetailsForm *self)
{
  g_autofree char *text = tj_form_row_dup_text (TJ_FORM_ROW (self->postal_code));
  g_autofree char *code = tj_postal_code_normalize (text);

  if (*text != '\0' && code == NULL)
    tj_field_row_set_warning (TJ_FIELD_ROW (self->postal_code),
                              _ ("A Swedish postal code has five digits, as in 543 30."));
  else
    tj_field_row_set_hint (TJ_FIELD_ROW (self->postal_code), NULL);
}

static void
hint_at_protection (TjDetailsForm *self)
{
  gboolean protects = tj_code_row_get_value (self->protection) != TJ_PROTECTION_NONE
                      && !tj_youth_is_protected (self->loaded);

  tj_field_row_set_hint (TJ_FIELD_ROW (self->protection),
                         protects ? _ ("Name, number and address will be shown to nobody who does "
                                       "not say why.")
                                  : NULL);
}

static void
tj_details_form_changed (TjForm *form)
{
  TjDetailsForm *self = TJ_DETAILS_FORM (form);

  hint_at_number (self);
  hint_at_postal_code (self);
  hint_at_protection (self);
}

static gboolean
tj_details_form_check (TjForm *form, GError **error)
{
  TjDetailsForm *self = TJ_DETAILS_FORM (form);
  g_autoptr (TjYouth) youth = dup_youth (self);

  return tj_youth_service_check (tj_form_get_context (form), youth, error);
}

static gboolean
tj_details_form_save (TjForm *form, GError **error)
{
  g_autoptr (TjYouth) youth = dup_youth (TJ_DETAILS_FORM (form));

  return tj_youth_service_change (tj_form_get_context (form), youth, error);
}

static void
tj_details_form_dispose (GObject *object)
{
  G_OBJECT_CLASS (tj_details_form_parent_class)->dispose (object);
  g_clear_object (&TJ_DETAILS_FORM (object)->loaded);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TJ_TYPE_TEXT_ROW);
  g_type_ensure (TJ_TYPE_CODE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-details-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TjDetailsForm, given_name);
  gtk_widget_class_bind_template_child (widget_class, TjDetailsForm, family_name);
  gtk_widget_class_bind_template_child (widget_class, TjDetailsForm, number);
  gtk_widget_class_bind_template_child (widget_class, TjDetailsForm, phone);
  gtk_widget_class_bind_template_child (widget_class, TjDetailsForm, email);
  gtk_widget_class_bind_template_child (widget_class, TjDetailsForm, care_of);
  gtk_widget_class_bind_template_child (widget_class, TjDetailsForm, street);
  gtk_widget_class_bind_template_child (widget_class, TjDetailsForm, extra);
  gtk_widget_class_bind_template_child (widget_class, TjDetailsForm, postal_code);
  gtk_widget_class_bind_template_child (widget_class, TjDetailsForm, locality);
  gtk_widget_class_bind_template_child (widget_class, TjDetailsForm, protection);
}

static void
tj_details_form_class_init (TjDetailsFormClass *klass)
{
  TjFormClass *form_class = TJ_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_details_form_dispose;
  form_class->name = "details";
  form_class->done_change = N_ ("Details changed");
  form_class->fill = tj_details_form_fill;
  form_class->changed = tj_details_form_changed;
  form_class->check = tj_details_form_check;
  form_class->save = tj_details_form_save;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
tj_details_form_init (TjDetailsForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tj_text_row_set_check (self->phone, check_phone, NULL);
  tj_text_row_set_check (self->email, check_email, NULL);
  tj_text_row_set_check (self->number, check_number, self);
  tj_text_row_set_placeholder (self->number, _ ("YYYYMMDD-NNNN"));
  tj_code_row_set_codes (self->protection, &tj_protections, NULL);
}
