#pragma once

#include "tj-ladder.h"
#include "tj-store-private.h"
#include "tj-writer.h"

G_BEGIN_DECLS

gboolean tj_planner_plan_new (TjStore *store,
                              gint64 youth_id,
                              const TjLadderFacts *facts,
                              TjWriter *writer,
                              GError **error);
gboolean tj_planner_plan_youths (TjStore *store, gint64 first_id, gint64 last_id, GError **error);
gboolean tj_planner_read_ladder (TjStore *store, const guint8 *bytes, gsize n, TjLadder *ladder);
gboolean tj_planner_plan_all_if_new (TjStore *store, GError **error);
gboolean tj_planner_forget_routine (TjStore *store, GError **error);

G_END_DECLS
