/* A toast takes the place of the one before it: a queue would tell of what is long past. */

#include "config.h"

#include "tj-toaster.h"

/* Longer than a toast takes to come in, in microseconds. */
#define COMES_IN (600 * 1000)

static void
set_toast (AdwToast *toast, const char *text, const char *button, const char *action)
{
  adw_toast_set_title (toast, text);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
}

/* Says `text`, with a button for an action unless they are NULL. A toast that is still coming in says
 * the new words instead: libadwaita 1.2 crashes when it is dismissed. */
void
tj_toaster_show (TjToaster *self, const char *text, const char *button, const char *action)
{
  const gint64 now = g_get_monotonic_time ();
  AdwToast *toast;

  if (self->latest != NULL && now - self->shown_at < COMES_IN)
    {
      set_toast (self->latest, text, button, action);
      return;
    }
  if (self->latest != NULL)
    adw_toast_dismiss (self->latest);
  toast = adw_toast_new ("");
  set_toast (toast, text, button, action);
  g_set_weak_pointer (&self->latest, toast);
  self->shown_at = now;
  adw_toast_overlay_add_toast (self->overlay, toast);
}

void
tj_toaster_clear (TjToaster *self)
{
  g_clear_weak_pointer (&self->latest);
}
