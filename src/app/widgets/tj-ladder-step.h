#pragma once

#include <gtk/gtk.h>

#include "tj-codes.h"

G_BEGIN_DECLS

#define TJ_TYPE_LADDER_STEP (tj_ladder_step_get_type ())
G_DECLARE_FINAL_TYPE (TjLadderStep, tj_ladder_step, TJ, LADDER_STEP, GtkWidget)

GtkWidget *tj_ladder_step_new (const char *label, const char *caption, TjStepState state);
void tj_ladder_step_set_ends (TjLadderStep *self, gboolean first, gboolean last);
const char *tj_ladder_step_get_summary (TjLadderStep *self);

G_END_DECLS
