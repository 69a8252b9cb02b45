#pragma once

#include <adwaita.h>

#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_TYPE_FRAME (tj_frame_get_type ())
G_DECLARE_FINAL_TYPE (TjFrame, tj_frame, TJ, FRAME, AdwBin)

GtkWidget *tj_frame_new (TjContext *context);
void tj_frame_show_screen (TjFrame *self, const char *screen);
void tj_frame_show_nth (TjFrame *self, guint n);
const char *tj_frame_get_screen (TjFrame *self);
void tj_frame_search (TjFrame *self);

G_END_DECLS
