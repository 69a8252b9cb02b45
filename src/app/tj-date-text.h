#pragma once

#include "tj-date-words.h"
#include "tj-period.h"

G_BEGIN_DECLS

char *tj_date_text_short (TjDate date, TjDate today);
char *tj_date_text_long (TjDate date);
char *tj_date_text_relative (TjDate date, TjDate today);
char *tj_date_text_instant (const char *at, TjDate today);
char *tj_date_text_since (TjDate date, TjDate today);
char *tj_date_text_overdue (int days);
char *tj_period_text (TjPeriod period);
const char *tj_month_text (int month);

char *tj_text_within (const char *text);
char *tj_text_heading (const char *text);

G_END_DECLS
