#pragma once

#include <gtk/gtk.h>

#include "tj-ladder.h"

G_BEGIN_DECLS

#define TJ_TYPE_LADDER_VIEW (tj_ladder_view_get_type ())
G_DECLARE_FINAL_TYPE (TjLadderView, tj_ladder_view, TJ, LADDER_VIEW, GtkWidget)

GtkWidget *tj_ladder_view_new (void);
void tj_ladder_view_clear (TjLadderView *self);
void tj_ladder_view_set_ladder (TjLadderView *self, const TjLadder *ladder, TjDate today);
void tj_ladder_view_set_track (TjLadderView *self, const TjRoutineTrack *track);

G_END_DECLS
