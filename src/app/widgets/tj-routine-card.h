#pragma once

#include <adwaita.h>

#include "tj-routine.h"

G_BEGIN_DECLS

#define TJ_TYPE_ROUTINE_CARD (tj_routine_card_get_type ())
G_DECLARE_FINAL_TYPE (TjRoutineCard, tj_routine_card, TJ, ROUTINE_CARD, AdwBin)

GtkWidget *tj_routine_card_new (const TjRoutine *routine);
const char *tj_routine_card_get_id (TjRoutineCard *self);
GtkCheckButton *tj_routine_card_get_button (TjRoutineCard *self);

G_END_DECLS
