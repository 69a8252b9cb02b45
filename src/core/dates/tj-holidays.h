#pragma once

#include "tj-date.h"

G_BEGIN_DECLS

TjDate tj_holidays_easter (int year);
const char *tj_holidays_name (TjDate date);
gboolean tj_holidays_is_working_day (TjDate date);
TjDate tj_holidays_next_working_day (TjDate date);
TjDate tj_holidays_nearest_working_day (TjDate date);

G_END_DECLS
