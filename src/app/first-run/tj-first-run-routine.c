/* Whose register it is and how that municipality reaches out; and whether this computer's keyring
 * may open the register. */

#include "config.h"

#include "tj-first-run-routine.h"

#include "tj-municipality-chooser.h"
#include "tj-routine-chooser.h"

struct _TjFirstRunRoutine
{
  TjFirstRunPage parent_instance;

  TjMunicipalityChooser *municipality;
  TjRoutineChooser *routine;
  GtkWidget *keyring_row;
  GtkSwitch *keyring;
};

G_DEFINE_FINAL_TYPE (TjFirstRunRoutine, tj_first_run_routine, TJ_TYPE_FIRST_RUN_PAGE)

static void
on_chosen (TjFirstRunRoutine *self)
{
  tj_first_run_page_set_ready (TJ_FIRST_RUN_PAGE (self),
                               tj_first_run_routine_get_municipality (self) != NULL
                                   && tj_first_run_routine_get_routine (self) != NULL);
}

static void
tj_first_run_routine_class_init (TjFirstRunRoutineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TJ_TYPE_MUNICIPALITY_CHOOSER);
  g_type_ensure (TJ_TYPE_ROUTINE_CHOOSER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/tjugo/Tjugo/ui/first-run/tj-first-run-routine.ui");
  gtk_widget_class_bind_template_child (widget_class, TjFirstRunRoutine, municipality);
  gtk_widget_class_bind_template_child (widget_class, TjFirstRunRoutine, routine);
  gtk_widget_class_bind_template_child (widget_class, TjFirstRunRoutine, keyring_row);
  gtk_widget_class_bind_template_child (widget_class, TjFirstRunRoutine, keyring);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
}

static void
tj_first_run_routine_init (TjFirstRunRoutine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

const char *
tj_first_run_routine_get_municipality (TjFirstRunRoutine *self)
{
  g_return_val_if_fail (TJ_IS_FIRST_RUN_ROUTINE (self), NULL);

  return tj_municipality_chooser_get_code (self->municipality);
}

const char *
tj_first_run_routine_get_routine (TjFirstRunRoutine *self)
{
  g_return_val_if_fail (TJ_IS_FIRST_RUN_ROUTINE (self), NULL);

  return tj_routine_chooser_get_routine (self->routine);
}

gboolean
tj_first_run_routine_wants_keyring (TjFirstRunRoutine *self)
{
  g_return_val_if_fail (TJ_IS_FIRST_RUN_ROUTINE (self), FALSE);

  return gtk_switch_get_active (self->keyring);
}

/* The keyring is offered only where one answers. */
void
tj_first_run_routine_offer_keyring (TjFirstRunRoutine *self, gboolean available)
{
  g_return_if_fail (TJ_IS_FIRST_RUN_ROUTINE (self));

  gtk_widget_set_visible (self->keyring_row, available);
}
