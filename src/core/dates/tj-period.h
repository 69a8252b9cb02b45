#pragma once

#include "tj-date.h"

G_BEGIN_DECLS

/* An ISO 8601 period of whole years, months, weeks and days: P1W, P14D, P1M. */
typedef struct
{
  int months;
  int days;
} TjPeriod;

gboolean tj_period_parse (const char *iso, TjPeriod *period);
char *tj_period_format (TjPeriod period);
TjDate tj_period_after (TjPeriod period, TjDate date);

G_END_DECLS
