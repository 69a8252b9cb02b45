/* The presets of outreach routines, one card each, of which one is chosen ("routine"). */

#include "config.h"

#include "tj-routine-chooser.h"

#include "tj-routine-card.h"
#include "tj-routine-json.h"

struct _TjRoutineChooser
{
  AdwBin parent_instance;

  GtkBox *cards;
};

enum
{
  PROP_0,
  PROP_ROUTINE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TjRoutineChooser, tj_routine_chooser, ADW_TYPE_BIN)

static void
on_toggled (TjRoutineChooser *self, GtkCheckButton *button)
{
  if (gtk_check_button_get_active (button))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROUTINE]);
}

static void
fill (TjRoutineChooser *self)
{
  const char *const *ids = tj_routine_preset_ids ();
  GtkCheckButton *group = NULL;
  gsize i;

  for (i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TjRoutine) routine = tj_routine_preset_new (ids[i], &error);
      GtkCheckButton *button;
      GtkWidget *card;

      /* The presets are compiled in and covered by a test. */
      if (routine == NULL)
        g_error ("Preset routine %s: %s", ids[i], error->message);

      card = tj_routine_card_new (routine);
      button = tj_routine_card_get_button (TJ_ROUTINE_CARD (card));
      gtk_check_button_set_group (button, group);
      group = group != NULL ? group : button;
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->cards, card);
    }
}

static void
tj_routine_chooser_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ROUTINE:
      g_value_set_string (value, tj_routine_chooser_get_routine (TJ_ROUTINE_CHOOSER (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_routine_chooser_class_init (TjRoutineChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = tj_routine_chooser_get_property;
  properties[PROP_ROUTINE]
      = g_param_spec_string ("routine", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/widgets/tj-routine-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, TjRoutineChooser, cards);
}

static void
tj_routine_chooser_init (TjRoutineChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}

/* The id of the preset chosen, or NULL while none is. */
const char *
tj_routine_chooser_get_routine (TjRoutineChooser *self)
{
  GtkWidget *card;

  g_return_val_if_fail (TJ_IS_ROUTINE_CHOOSER (self), NULL);

  for (card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (gtk_check_button_get_active (tj_routine_card_get_button (TJ_ROUTINE_CARD (card))))
      return tj_routine_card_get_id (TJ_ROUTINE_CARD (card));

  return NULL;
}

void
tj_routine_chooser_set_routine (TjRoutineChooser *self, const char *id)
{
  GtkWidget *card;

  g_return_if_fail (TJ_IS_ROUTINE_CHOOSER (self));

  for (card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (g_strcmp0 (tj_routine_card_get_id (TJ_ROUTINE_CARD (card)), id) == 0)
      gtk_check_button_set_active (tj_routine_card_get_button (TJ_ROUTINE_CARD (card)), TRUE);
}
