/* The form that notes that a concern report (orosanmälan) was made. Only that and when: what it said
 * may not be kept here (förordning 2006:39, 5 §). */

#include "config.h"

#include "tj-concern-form.h"

#include "tj-contact-service.h"
#include "tj-date-row.h"

#include <glib/gi18n.h>

struct _TjConcernForm
{
  TjForm parent_instance;

  TjDateRow *date;
};

G_DEFINE_FINAL_TYPE (TjConcernForm, tj_concern_form, TJ_TYPE_FORM)

static TjContact *
dup_contact (TjConcernForm *self)
{
  return g_object_new (TJ_TYPE_CONTACT, "youth-id", tj_form_get_youth_id (TJ_FORM (self)), "date",
                       tj_date_row_get_date (self->date), "channel", TJ_CHANNEL_CONCERN_REPORT,
                       "outcome", TJ_OUTCOME_SENT, NULL);
}

static gboolean
tj_concern_form_fill (TjForm *form, GError **error)
{
  tj_date_row_set_date (TJ_CONCERN_FORM (form)->date,
                        tj_context_get_today (tj_form_get_context (form)));
  return TRUE;
}

static gboolean
tj_concern_form_check (TjForm *form, GError **error)
{
  TjConcernForm *self = TJ_CONCERN_FORM (form);
  g_autoptr (TjContact) contact = dup_contact (self);
  g_autoptr (GError) problem = NULL;

  return tj_contact_service_check (tj_form_get_context (form), contact, &problem)
         || tj_form_refuse (form, self->date, problem->message);
}

static gboolean
tj_concern_form_save (TjForm *form, GError **error)
{
  g_autoptr (TjContact) contact = dup_contact (TJ_CONCERN_FORM (form));

  return tj_contact_service_log (tj_form_get_context (form), contact, TJ_DATE_NONE, error);
}

static void
tj_concern_form_class_init (TjConcernFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TjFormClass *form_class = TJ_FORM_CLASS (klass);

  form_class->name = "concern";
  form_class->done = N_ ("Concern report noted");
  form_class->fill = tj_concern_form_fill;
  form_class->check = tj_concern_form_check;
  form_class->save = tj_concern_form_save;

  g_type_ensure (TJ_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-concern-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TjConcernForm, date);
}

static void
tj_concern_form_init (TjConcernForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
