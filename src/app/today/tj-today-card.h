#pragma once

#include <adwaita.h>

#include "tj-agenda-groups.h"

G_BEGIN_DECLS

#define TJ_TYPE_TODAY_CARD (tj_today_card_get_type ())
G_DECLARE_FINAL_TYPE (TjTodayCard, tj_today_card, TJ, TODAY_CARD, AdwBin)

void tj_today_card_set_groups (TjTodayCard *self, const TjAgendaGroups *groups, TjAgendaCard card);

G_END_DECLS
