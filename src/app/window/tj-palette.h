#pragma once

#include <adwaita.h>

#include "tj-people.h"

G_BEGIN_DECLS

#define TJ_TYPE_PALETTE (tj_palette_get_type ())
G_DECLARE_FINAL_TYPE (TjPalette, tj_palette, TJ, PALETTE, AdwWindow)

/* Signals: "chosen" (const char *action, const char *target or NULL), after which the window is
 * gone. */

GtkWidget *tj_palette_new (TjPeople *people);
void tj_palette_add (TjPalette *self, const char *title, const char *action, const char *target);

G_END_DECLS
