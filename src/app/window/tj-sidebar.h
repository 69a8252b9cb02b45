#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TJ_TYPE_SIDEBAR (tj_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (TjSidebar, tj_sidebar, TJ, SIDEBAR, AdwBin)

/* Signals: "opened" (const char *screen) when a line was chosen. */

void tj_sidebar_append (TjSidebar *self, const char *screen, const char *title, const char *icon);
void tj_sidebar_insert_below (TjSidebar *self,
                              const char *above,
                              const char *screen,
                              const char *title,
                              const char *icon);
void tj_sidebar_remove_like (TjSidebar *self, const char *prefix);
void tj_sidebar_set_count (TjSidebar *self, const char *screen, guint count);
void tj_sidebar_show_screen (TjSidebar *self, const char *screen);

G_END_DECLS
