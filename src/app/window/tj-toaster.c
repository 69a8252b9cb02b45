/* A toast takes the place of the one before it: a queue would tell of what is long past. One that is
 * still coming in says the new words instead, and none goes before it has come in: libadwaita 1.2
 * writes to freed memory then. What counts is frames, not time, since while the loop is busy nothing
 * moves; so how long a toast stays is counted here as well. */

#include "config.h"

#include "tj-toaster.h"

/* Longer than a toast takes to come in, in microseconds. */
#define COMES_IN (600 * 1000)

#define STAYS_SECONDS 5

static void
set_toast (AdwToast *toast, const char *text, const char *button, const char *action)
{
  adw_toast_set_title (toast, text);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
}

static gboolean
on_time_up (gpointer user_data)
{
  TjToaster *self = user_data;

  self->timer = 0;
  if (self->latest != NULL)
    adw_toast_dismiss (self->latest);
  return G_SOURCE_REMOVE;
}

/* The frame in which the time is up may be the one that ends the motion; the next is after it. */
static gboolean
on_frame (GtkWidget *overlay, GdkFrameClock *clock, gpointer user_data)
{
  TjToaster *self = user_data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->has_come_in)
    {
      self->ticks = 0;
      self->timer = g_timeout_add_seconds (STAYS_SECONDS, on_time_up, self);
      return G_SOURCE_REMOVE;
    }
  if (self->first_frame == 0)
    self->first_frame = now;
  self->has_come_in = now - self->first_frame > COMES_IN;
  return G_SOURCE_CONTINUE;
}

static void
stop_counting (TjToaster *self)
{
  if (self->ticks != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->overlay), self->ticks);
  self->ticks = 0;
  g_clear_handle_id (&self->timer, g_source_remove);
}

/* Says `text`, with a button for an action unless they are NULL. */
void
tj_toaster_show (TjToaster *self, const char *text, const char *button, const char *action)
{
  AdwToast *toast;

  if (self->latest != NULL && (!self->has_come_in || self->ticks != 0))
    {
      set_toast (self->latest, text, button, action);
      return;
    }
  if (self->latest != NULL)
    adw_toast_dismiss (self->latest);
  toast = adw_toast_new ("");
  adw_toast_set_timeout (toast, 0);
  set_toast (toast, text, button, action);
  g_set_weak_pointer (&self->latest, toast);
  adw_toast_overlay_add_toast (self->overlay, toast);

  stop_counting (self);
  self->first_frame = 0;
  self->has_come_in = FALSE;
  self->ticks = gtk_widget_add_tick_callback (GTK_WIDGET (self->overlay), on_frame, self, NULL);
}

void
tj_toaster_clear (TjToaster *self)
{
  stop_counting (self);
  g_clear_weak_pointer (&self->latest);
}
