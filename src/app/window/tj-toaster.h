#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows one toast at a time on an overlay. */
typedef struct
{
  AdwToastOverlay *overlay; /* borrowed */
  AdwToast *latest;
  gboolean has_come_in; /* the latest, by the frames that were drawn */
  gint64 first_frame;   /* in microseconds of the frame clock; 0 before it */
  guint ticks;          /* the callback that counts frames; 0 when none does */
  guint timer;          /* until it goes; 0 before it has come in */
} TjToaster;

void tj_toaster_show (TjToaster *self, const char *text, const char *button, const char *action);
void tj_toaster_clear (TjToaster *self);

G_END_DECLS
