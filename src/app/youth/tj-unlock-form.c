/* The form that asks why a protected person has to be shown. The reason goes to the log before anything
 * is shown. */

#include "config.h"

#include "tj-unlock-form.h"

#include "tj-text-row.h"
#include "tj-youth-service.h"

#include <glib/gi18n.h>

#define SHORTEST_REASON 4

struct _TjUnlockForm
{
  TjForm parent_instance;

  TjTextRow *reason;
};

G_DEFINE_FINAL_TYPE (TjUnlockForm, tj_unlock_form, TJ_TYPE_FORM)

static char *
check_reason (const char *text, gpointer user_data)
{
  return g_utf8_strlen (text, -1) >= SHORTEST_REASON
             ? NULL
             : g_strdup (_ ("Say in a few words what you are about to do, without names."));
}

static gboolean
tj_unlock_form_fill (TjForm *form, GError **error)
{
  tj_text_row_set_text (TJ_UNLOCK_FORM (form)->reason, "");
  return TRUE;
}

static gboolean
tj_unlock_form_save (TjForm *form, GError **error)
{
  g_autofree char *reason = tj_form_row_dup_text (TJ_FORM_ROW (TJ_UNLOCK_FORM (form)->reason));

  return tj_youth_service_unlock (tj_form_get_context (form), tj_form_get_youth_id (form), reason,
                                  error);
}

static void
tj_unlock_form_class_init (TjUnlockFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TjFormClass *form_class = TJ_FORM_CLASS (klass);

  form_class->fill = tj_unlock_form_fill;
  form_class->save = tj_unlock_form_save;

  g_type_ensure (TJ_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-unlock-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TjUnlockForm, reason);
}

static void
tj_unlock_form_init (TjUnlockForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tj_text_row_set_check (self->reason, check_reason, NULL);
  tj_text_row_set_placeholder (self->reason, _ ("Such as: calls before a follow-up"));
}
