#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TJ_TYPE_ROUTINE_CHOOSER (tj_routine_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TjRoutineChooser, tj_routine_chooser, TJ, ROUTINE_CHOOSER, AdwBin)

const char *tj_routine_chooser_get_routine (TjRoutineChooser *self);
void tj_routine_chooser_set_routine (TjRoutineChooser *self, const char *id);

G_END_DECLS
