/* All that happened to a youth, latest first. The latest events are shown at once and the rest when
 * asked for, so that a long history costs no more to open than a short one. Masked, it shows no word
 * that somebody wrote. */

#include "config.h"

#include "tj-timeline.h"

#include "tj-event-row.h"
#include "tj-events.h"

#include <glib/gi18n.h>

#define ROWS_AT_ONCE 12

struct _TjTimeline
{
  AdwBin parent_instance;

  GtkBox *rows;
  GtkButton *more;

  GPtrArray *events;
  guint n_shown;
  TjDate today;
  gint64 youth_id;
};

G_DEFINE_FINAL_TYPE (TjTimeline, tj_timeline, ADW_TYPE_BIN)

static void
show_rows (TjTimeline *self, guint n)
{
  g_autofree char *label = NULL;

  for (; self->n_shown < MIN (n, self->events->len); self->n_shown++)
    {
      const TjEvent *event = self->events->pdata[self->n_shown];

      gtk_box_append (self->rows,
                      tj_event_row_new (event->date, event->what, event->more, self->today));
    }

  label = g_strdup_printf (_ ("Show All %u"), self->events->len);
  gtk_button_set_label (self->more, label);
  gtk_widget_set_visible (GTK_WIDGET (self->more), self->n_shown < self->events->len);
}

static void
clear_rows (TjTimeline *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  self->n_shown = 0;
}

static void
on_more (TjTimeline *self)
{
  show_rows (self, self->events->len);
}

static void
tj_timeline_finalize (GObject *object)
{
  g_ptr_array_unref (TJ_TIMELINE (object)->events);
  G_OBJECT_CLASS (tj_timeline_parent_class)->finalize (object);
}

static void
tj_timeline_class_init (TjTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tj_timeline_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, TjTimeline, rows);
  gtk_widget_class_bind_template_child (widget_class, TjTimeline, more);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
}

static void
tj_timeline_init (TjTimeline *self)
{
  self->events = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Whoever has asked for all events of a youth goes on seeing them. */
gboolean
tj_timeline_show (TjTimeline *self,
                  TjContext *context,
                  gint64 youth_id,
                  gboolean masked,
                  GError **error)
{
  g_autoptr (GPtrArray) events = NULL;
  gboolean shows_all;

  g_return_val_if_fail (TJ_IS_TIMELINE (self), FALSE);

  events = tj_events_list (context, youth_id, masked, error);
  if (events == NULL)
    return FALSE;

  shows_all = self->youth_id == youth_id && self->n_shown > ROWS_AT_ONCE;
  self->youth_id = youth_id;
  self->today = tj_context_get_today (context);
  g_ptr_array_unref (self->events);
  self->events = g_steal_pointer (&events);
  clear_rows (self);
  show_rows (self, shows_all ? self->events->len : ROWS_AT_ONCE);
  return TRUE;
}

/* How many events there are, shown or not. */
guint
tj_timeline_get_length (TjTimeline *self)
{
  g_return_val_if_fail (TJ_IS_TIMELINE (self), 0);

  return self->events->len;
}
