/* The window in which a youth is added by hand. Emits "added" with the youth's id, and closes. */

#include "config.h"

#include "tj-new-youth.h"

#include "tj-new-youth-form.h"

struct _TjNewYouth
{
  AdwWindow parent_instance;

  TjForm *form;
};

enum
{
  SIGNAL_ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjNewYouth, tj_new_youth, ADW_TYPE_WINDOW)

static void
on_saved (TjNewYouth *self)
{
  g_signal_emit (self, signals[SIGNAL_ADDED], 0,
                 tj_new_youth_form_get_saved (TJ_NEW_YOUTH_FORM (self->form)));
  gtk_window_close (GTK_WINDOW (self));
}

static void
tj_new_youth_class_init (TjNewYouthClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (TJ_TYPE_NEW_YOUTH_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youths/tj-new-youth.ui");
  gtk_widget_class_bind_template_child (widget_class, TjNewYouth, form);
  gtk_widget_class_bind_template_callback (widget_class, on_saved);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tj_new_youth_init (TjNewYouth *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

TjNewYouth *
tj_new_youth_new (GtkWindow *parent, TjContext *context)
{
  TjNewYouth *self = g_object_new (TJ_TYPE_NEW_YOUTH, "transient-for", parent, "modal", TRUE, NULL);

  tj_form_begin (self->form, context, 0, 0);
  tj_form_take_focus (self->form);
  return self;
}
