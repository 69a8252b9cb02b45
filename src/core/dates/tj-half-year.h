#pragma once

#include "tj-date.h"

G_BEGIN_DECLS

/* The letters a half-year takes with its final NUL: 2026H2. */
#define TJ_HALF_YEAR_BUFFER 8

/* A half of a calendar year, which all reporting of the activity responsibility goes by. */
typedef struct
{
  int year;
  int half; /* 1 or 2 */
} TjHalfYear;

gboolean tj_half_year_parse (const char *text, TjHalfYear *half);
const char *tj_half_year_write (TjHalfYear half, char buffer[TJ_HALF_YEAR_BUFFER]);
char *tj_half_year_dup_name (TjHalfYear half);
TjHalfYear tj_half_year_of (TjDate date);
TjHalfYear tj_half_year_add (TjHalfYear half, int n);
int tj_half_year_compare (TjHalfYear a, TjHalfYear b);
TjDate tj_half_year_first_day (TjHalfYear half);
TjDate tj_half_year_last_day (TjHalfYear half);
TjDate tj_half_year_deadline (TjHalfYear half);
TjDate tj_half_year_reminder (TjHalfYear half);

G_END_DECLS
