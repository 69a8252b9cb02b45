#pragma once

#include "tj-date.h"

G_BEGIN_DECLS

#define TJ_THINNING_DAYS 12
#define TJ_THINNING_WEEKS 10
#define TJ_THINNING_MONTHS 9

void tj_thinning_choose (const TjDate *dates, guint n_dates, TjDate today, gboolean *keep);
TjDate tj_thinning_last_day (TjDate date);

G_END_DECLS
