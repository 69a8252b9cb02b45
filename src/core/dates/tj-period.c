/* ISO 8601 periods of whole days, as the routines give their deadlines in. Times of day, fractions
 * and negative periods are no part of it. */

#include "config.h"

#include "tj-period.h"

/* Far over any deadline, far under what could overflow. */
#define MAX_COUNT 1200

static gboolean
read_count (const char **cursor, int *count)
{
  const char *start = *cursor;

  *count = 0;
  while (g_ascii_isdigit (**cursor) && *count <= MAX_COUNT)
    *count = *count * 10 + (*(*cursor)++ - '0');
  return *cursor != start && *count <= MAX_COUNT;
}

/**
 * tj_period_parse:
 * @iso: (nullable): P with years, months, weeks and days in that order: P1W, P2M, P1Y6M
 * @period: (out): the period; untouched when @iso is not one
 *
 * Returns: whether @iso is a period
 */
gboolean
tj_period_parse (const char *iso, TjPeriod *period)
{
  static const char units[] = "YMWD";
  int counts[4] = { 0 };
  int next = 0;

  g_return_val_if_fail (period != NULL, FALSE);

  if (iso == NULL || iso[0] != 'P' || iso[1] == '\0')
    return FALSE;

  for (const char *cursor = iso + 1; *cursor != '\0'; cursor++)
    {
      int count;

      if (!read_count (&cursor, &count))
        return FALSE;
      while (next < 4 && units[next] != *cursor)
        next++;
      if (next == 4)
        return FALSE;
      counts[next++] = count;
    }

  period->months = counts[0] * 12 + counts[1];
  period->days = counts[2] * 7 + counts[3];
  return TRUE;
}

/**
 * tj_period_format:
 *
 * Returns: (transfer full): the shortest usual form: P1W, P10D, P3M, P1M10D, P0D
 */
char *
tj_period_format (TjPeriod period)
{
  if (period.months == 0 && period.days > 0 && period.days % 7 == 0)
    return g_strdup_printf ("P%dW", period.days / 7);
  if (period.months == 0)
    return g_strdup_printf ("P%dD", period.days);
  if (period.days == 0)
    return g_strdup_printf ("P%dM", period.months);
  return g_strdup_printf ("P%dM%dD", period.months, period.days);
}

/**
 * tj_period_after:
 *
 * The day a period that starts on @date ends: months first, by lag 1930:173, 1 §, then days.
 * The day is not moved to a working day, see tj_holidays_next_working_day() for that.
 *
 * Returns: the day, or %TJ_DATE_NONE outside the years 1 … 9999
 */
TjDate
tj_period_after (TjPeriod period, TjDate date)
{
  TjDate moved;

  g_return_val_if_fail (date != TJ_DATE_NONE, TJ_DATE_NONE);

  moved = tj_date_add_months (date, period.months);
  return moved == TJ_DATE_NONE ? TJ_DATE_NONE : moved + (TjDate)period.days;
}
