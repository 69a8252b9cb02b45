#pragma once

#include <adwaita.h>

#include "tj-agenda.h"

G_BEGIN_DECLS

#define TJ_TYPE_TODAY_TURNS (tj_today_turns_get_type ())
G_DECLARE_FINAL_TYPE (TjTodayTurns, tj_today_turns, TJ, TODAY_TURNS, AdwBin)

void tj_today_turns_show (TjTodayTurns *self, TjAgendaList *list, TjDate today);

G_END_DECLS
