#pragma once

#include "tj-tally.h"

G_BEGIN_DECLS

gboolean tj_tally_has_kept (const TjTally *self, TjStatisticsPeriod period);
void tj_tally_take_kept (TjTally *self, guint period);

G_END_DECLS
