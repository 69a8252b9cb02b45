/* An outreach routine to choose: its name as a radio button and its ladders drawn below. */

#include "config.h"

#include "tj-routine-card.h"

#include "tj-ladder-view.h"

#include <glib/gi18n.h>

struct _TjRoutineCard
{
  AdwBin parent_instance;

  GtkCheckButton *button;
  GtkBox *tracks;

  char *id;
};

G_DEFINE_FINAL_TYPE (TjRoutineCard, tj_routine_card, ADW_TYPE_BIN)

/* Whom a track is for. Tracks are tried in order, so a later one that takes nearly everybody is
 * for those who are left. */
static char *
track_heading (const TjRoutineTrack *track)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int background, n = 0;

  for (background = 0; background < TJ_N_BACKGROUNDS; background++)
    n += (track->backgrounds & (1u << background)) != 0;
  if (n >= TJ_N_BACKGROUNDS - 1)
    return g_strdup (_ ("Everybody else"));

  for (background = 0; background < TJ_N_BACKGROUNDS; background++)
    {
      if ((track->backgrounds & (1u << background)) == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append (text, tj_code_label (&tj_backgrounds, background));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_track (TjRoutineCard *self, const TjRoutineTrack *track, gboolean with_heading)
{
  GtkWidget *view = tj_ladder_view_new ();

  if (with_heading)
    {
      g_autofree char *heading = track_heading (track);
      GtkWidget *label = gtk_label_new (heading);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (self->tracks, label);
    }

  tj_ladder_view_set_track (TJ_LADDER_VIEW (view), track);
  gtk_box_append (self->tracks, view);
}

static void
tj_routine_card_finalize (GObject *object)
{
  g_free (TJ_ROUTINE_CARD (object)->id);
  G_OBJECT_CLASS (tj_routine_card_parent_class)->finalize (object);
}

static void
tj_routine_card_class_init (TjRoutineCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tj_routine_card_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/widgets/tj-routine-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TjRoutineCard, button);
  gtk_widget_class_bind_template_child (widget_class, TjRoutineCard, tracks);
}

static void
tj_routine_card_init (TjRoutineCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tj_routine_card_new (const TjRoutine *routine)
{
  TjRoutineCard *self = g_object_new (TJ_TYPE_ROUTINE_CARD, NULL);
  guint i;

  self->id = g_strdup (routine->id);
  gtk_check_button_set_label (self->button, routine->label);
  for (i = 0; i < routine->tracks->len; i++)
    add_track (self, g_ptr_array_index (routine->tracks, i), routine->tracks->len > 1);

  return GTK_WIDGET (self);
}

const char *
tj_routine_card_get_id (TjRoutineCard *self)
{
  g_return_val_if_fail (TJ_IS_ROUTINE_CARD (self), NULL);

  return self->id;
}

GtkCheckButton *
tj_routine_card_get_button (TjRoutineCard *self)
{
  g_return_val_if_fail (TJ_IS_ROUTINE_CARD (self), NULL);

  return self->button;
}
