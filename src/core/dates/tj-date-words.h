#pragma once

#include "tj-date.h"

G_BEGIN_DECLS

const char *tj_month_name (int month);
char *tj_date_format_long (TjDate date);

G_END_DECLS
