/* The form for a follow-up: on what day, and what it is about. */

#include "config.h"

#include "tj-follow-up-form.h"

#include "tj-date-row.h"
#include "tj-follow-up-repository.h"
#include "tj-follow-up-service.h"

#include <glib/gi18n.h>

struct _TjFollowUpForm
{
  TjForm parent_instance;

  TjDateRow *due;
  TjTextRow *reason;

  TjFollowUp *loaded; /* as it was read; an empty one for a new follow-up */
};

G_DEFINE_FINAL_TYPE (TjFollowUpForm, tj_follow_up_form, TJ_TYPE_FORM)

static TjFollowUp *
dup_follow_up (TjFollowUpForm *self)
{
  TjFollowUp *follow_up = tj_entity_copy (self->loaded);
  g_autofree char *reason = tj_form_row_dup_text (TJ_FORM_ROW (self->reason));

  tj_follow_up_set_due (follow_up, tj_date_row_get_date (self->due));
  tj_follow_up_set_reason (follow_up, reason);
  return follow_up;
}

static gboolean
tj_follow_up_form_fill (TjForm *form, GError **error)
{
  TjFollowUpForm *self = TJ_FOLLOW_UP_FORM (form);
  TjStore *store = tj_context_get_store (tj_form_get_context (form));
  gint64 id = tj_form_get_subject (form);
  TjFollowUp *follow_up = id == 0 ? tj_follow_up_new (tj_form_get_youth_id (form))
                                  : tj_follow_ups_load (store, id, error);

  if (follow_up == NULL)
    return FALSE;

  g_clear_object (&self->loaded);
  self->loaded = follow_up;
  tj_date_row_set_date (self->due, tj_follow_up_get_due (follow_up));
  tj_text_row_set_text (self->reason, tj_follow_up_get_reason (follow_up));
  return TRUE;
}

static gboolean
tj_follow_up_form_check (TjForm *form, GError **error)
{
  TjFollowUpForm *self = TJ_FOLLOW_UP_FORM (form);
  g_autoptr (TjFollowUp) follow_up = dup_follow_up (self);
  g_autoptr (GError) problem = NULL;

  return tj_follow_up_service_check (tj_form_get_context (form), follow_up, &problem)
         || tj_form_refuse (form, self->due, problem->message);
}

static gboolean
tj_follow_up_form_save (TjForm *form, GError **error)
{
  TjFollowUpForm *self = TJ_FOLLOW_UP_FORM (form);
  g_autoptr (TjFollowUp) follow_up = dup_follow_up (self);
  gint64 youth_id = tj_form_get_youth_id (form);

  if (tj_form_get_subject (form) != 0)
    return tj_follow_up_service_change (tj_form_get_context (form), follow_up, error);
  return tj_follow_up_service_set (tj_form_get_context (form), &youth_id, 1,
                                   tj_follow_up_get_due (follow_up),
                                   tj_follow_up_get_reason (follow_up), error);
}

static void
tj_follow_up_form_dispose (GObject *object)
{
  G_OBJECT_CLASS (tj_follow_up_form_parent_class)->dispose (object);
  g_clear_object (&TJ_FOLLOW_UP_FORM (object)->loaded);
}

static void
tj_follow_up_form_class_init (TjFollowUpFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TjFormClass *form_class = TJ_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_follow_up_form_dispose;
  form_class->name = "follow-up";
  form_class->done = N_ ("Follow-up set");
  form_class->done_change = N_ ("Follow-up changed");
  form_class->fill = tj_follow_up_form_fill;
  form_class->check = tj_follow_up_form_check;
  form_class->save = tj_follow_up_form_save;

  g_type_ensure (TJ_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-follow-up-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TjFollowUpForm, due);
  gtk_widget_class_bind_template_child (widget_class, TjFollowUpForm, reason);
}

static void
tj_follow_up_form_init (TjFollowUpForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tj_text_row_set_placeholder (self->reason, _ ("Such as: new course in January"));
}
