#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows one toast at a time on an overlay. */
typedef struct
{
  AdwToastOverlay *overlay; /* borrowed */
  AdwToast *latest;
  gint64 shown_at;
} TjToaster;

void tj_toaster_show (TjToaster *self, const char *text, const char *button, const char *action);
void tj_toaster_clear (TjToaster *self);

G_END_DECLS
