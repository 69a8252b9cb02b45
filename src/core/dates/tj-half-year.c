/* Half-years: the first is January to June, the second July to December. SCB gathers each of them,
 * the first by 1 September and the second by 1 February; such a day moves to the next working day
 * (lag 1930:173, 2 §). */

#include "config.h"

#include "tj-half-year.h"

#include "tj-holidays.h"

#include <glib/gi18n-lib.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 9998
#define REMINDER_DAYS 42 /* six weeks */

/**
 * tj_half_year_parse:
 * @text: (nullable): as 2026H2; a small h is taken too
 * @half: (out): the half-year; untouched when there is none
 *
 * Returns: whether @text is a half-year
 */
gboolean
tj_half_year_parse (const char *text, TjHalfYear *half)
{
  int year = 0;

  g_return_val_if_fail (half != NULL, FALSE);

  if (text == NULL)
    return FALSE;
  for (int i = 0; i < 4; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      year = year * 10 + (text[i] - '0');
    }
  if (g_ascii_toupper (text[4]) != 'H' || (text[5] != '1' && text[5] != '2') || text[6] != '\0'
      || year < FIRST_YEAR || year > LAST_YEAR)
    return FALSE;
  *half = (TjHalfYear){ year, text[5] - '0' };
  return TRUE;
}

/**
 * tj_half_year_write:
 *
 * Returns: @buffer, with the half-year as 2026H2
 */
const char *
tj_half_year_write (TjHalfYear half, char buffer[TJ_HALF_YEAR_BUFFER])
{
  g_snprintf (buffer, TJ_HALF_YEAR_BUFFER, "%04dH%d", half.year, half.half);
  return buffer;
}

/**
 * tj_half_year_dup_name:
 *
 * Returns: (transfer full): the half-year as people say it: "First half of 2026"
 */
char *
tj_half_year_dup_name (TjHalfYear half)
{
  return g_strdup_printf (half.half == 1 ? _ ("First half of %d") : _ ("Second half of %d"),
                          half.year);
}

/**
 * tj_half_year_of:
 *
 * Returns: the half-year that @date lies in
 */
TjHalfYear
tj_half_year_of (TjDate date)
{
  int year, month, day;

  tj_date_get (date, &year, &month, &day);
  return (TjHalfYear){ year, month <= 6 ? 1 : 2 };
}

/**
 * tj_half_year_add:
 * @n: how many half-years later; negative for earlier
 *
 * Returns: that half-year
 */
TjHalfYear
tj_half_year_add (TjHalfYear half, int n)
{
  int place = half.year * 2 + half.half - 1 + n;

  return (TjHalfYear){ place / 2, place % 2 + 1 };
}

/**
 * tj_half_year_compare:
 *
 * Returns: less than, equal to or more than 0, as @a comes before, is, or comes after @b
 */
int
tj_half_year_compare (TjHalfYear a, TjHalfYear b)
{
  return (a.year - b.year) * 2 + a.half - b.half;
}

/**
 * tj_half_year_first_day:
 *
 * Returns: 1 January or 1 July
 */
TjDate
tj_half_year_first_day (TjHalfYear half)
{
  return tj_date_new (half.year, half.half == 1 ? 1 : 7, 1);
}

/**
 * tj_half_year_last_day:
 *
 * Returns: 30 June or 31 December
 */
TjDate
tj_half_year_last_day (TjHalfYear half)
{
  return half.half == 1 ? tj_date_new (half.year, 6, 30) : tj_date_new (half.year, 12, 31);
}

/**
 * tj_half_year_deadline:
 *
 * Returns: the last day to report to SCB: 1 September, or 1 February of the next year, or the next
 *   working day (lag 1930:173, 2 §)
 */
TjDate
tj_half_year_deadline (TjHalfYear half)
{
  return tj_holidays_next_working_day (half.half == 1 ? tj_date_new (half.year, 9, 1)
                                                      : tj_date_new (half.year + 1, 2, 1));
}

/**
 * tj_half_year_reminder:
 *
 * Returns: six weeks before the deadline: from when on one is reminded of it
 */
TjDate
tj_half_year_reminder (TjHalfYear half)
{
  return tj_half_year_deadline (half) - REMINDER_DAYS;
}
