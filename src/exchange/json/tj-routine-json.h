#pragma once

#include "tj-exchange-error.h"
#include "tj-routine.h"

G_BEGIN_DECLS

TjRoutine *tj_routine_json_read (const char *json, gssize length, GError **error);
char *tj_routine_json_write (const TjRoutine *routine);

const char *const *tj_routine_preset_ids (void);
char *tj_routine_preset_dup_json (const char *id, GError **error);
TjRoutine *tj_routine_preset_new (const char *id, GError **error);

G_END_DECLS
