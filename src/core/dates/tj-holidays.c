/* Working days in Sweden: the holidays of lag (1989:253) and the eves that lag (1930:173) treats
 * alike. 6 June and the rest stand as they are since 2005; earlier years are not asked for. */

#include "config.h"

#include "tj-holidays.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  int month;
  int day;
  const char *name;
} FixedDay;

typedef struct
{
  int after_easter;
  const char *name;
} EasterDay;

static const FixedDay fixed_days[] = {
  { 1, 1, NC_ ("holiday", "New Year's Day") },  { 1, 6, NC_ ("holiday", "Epiphany") },
  { 5, 1, NC_ ("holiday", "1 May") },           { 6, 6, NC_ ("holiday", "National Day") },
  { 12, 24, NC_ ("holiday", "Christmas Eve") }, { 12, 25, NC_ ("holiday", "Christmas Day") },
  { 12, 26, NC_ ("holiday", "Boxing Day") },    { 12, 31, NC_ ("holiday", "New Year's Eve") },
};

static const EasterDay easter_days[] = {
  { -2, NC_ ("holiday", "Good Friday") },  { 0, NC_ ("holiday", "Easter Sunday") },
  { 1, NC_ ("holiday", "Easter Monday") }, { 39, NC_ ("holiday", "Ascension Day") },
  { 49, NC_ ("holiday", "Whit Sunday") },
};

/* The Saturday on @first or within six days after it. */
static TjDate
saturday_from (TjDate first)
{
  return first + (TjDate)((13 - tj_date_weekday (first)) % 7);
}

static const char *
name_of (TjDate date)
{
  int year, month, day;
  TjDate easter, midsummer;

  tj_date_get (date, &year, &month, &day);
  for (gsize i = 0; i < G_N_ELEMENTS (fixed_days); i++)
    if (fixed_days[i].month == month && fixed_days[i].day == day)
      return fixed_days[i].name;

  easter = tj_holidays_easter (year);
  for (gsize i = 0; i < G_N_ELEMENTS (easter_days); i++)
    if ((gint64)date - easter == easter_days[i].after_easter)
      return easter_days[i].name;

  midsummer = saturday_from (tj_date_new (year, 6, 20));
  if (date == midsummer)
    return NC_ ("holiday", "Midsummer Day");
  if (date == midsummer - 1)
    return NC_ ("holiday", "Midsummer Eve");
  if (date == saturday_from (tj_date_new (year, 10, 31)))
    return NC_ ("holiday", "All Saints' Day");
  return NULL;
}

/**
 * tj_holidays_easter:
 * @year: a year of the Gregorian calendar
 *
 * Returns: Easter Sunday (the anonymous Gregorian computus, as Meeus gives it)
 */
TjDate
tj_holidays_easter (int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int epact = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int weekday = (32 + 2 * (b % 4) + 2 * (c / 4) - epact - c % 4) % 7;
  int late = (a + 11 * epact + 22 * weekday) / 451;
  int days = epact + weekday - 7 * late + 114;

  return tj_date_new (year, days / 31, days % 31 + 1);
}

/**
 * tj_holidays_name:
 *
 * Returns: (transfer none) (nullable): the name of the holiday (lag 1989:253), or of
 *   midsommarafton, julafton or nyårsafton, in the reader's language; NULL for other days,
 *   ordinary Sundays too
 */
const char *
tj_holidays_name (TjDate date)
{
  const char *name;

  g_return_val_if_fail (date != TJ_DATE_NONE, NULL);

  name = name_of (date);
  return name != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "holiday", name) : NULL;
}

/**
 * tj_holidays_is_working_day:
 *
 * Returns: whether @date is no Saturday, Sunday, holiday, midsommar-, jul- or nyårsafton
 *   (lag 1930:173, 2 §)
 */
gboolean
tj_holidays_is_working_day (TjDate date)
{
  g_return_val_if_fail (date != TJ_DATE_NONE, FALSE);

  return tj_date_weekday (date) <= 5 && name_of (date) == NULL;
}

/**
 * tj_holidays_next_working_day:
 *
 * For statutory deadlines (lag 1930:173, 2 §), not for the municipality's own ladder.
 *
 * Returns: @date, or the first working day after it
 */
TjDate
tj_holidays_next_working_day (TjDate date)
{
  g_return_val_if_fail (date != TJ_DATE_NONE, TJ_DATE_NONE);

  while (!tj_holidays_is_working_day (date))
    date++;
  return date;
}

/**
 * tj_holidays_nearest_working_day:
 *
 * For days that are a custom rather than a deadline, as the 20th of the reconciliation.
 *
 * Returns: @date, or the working day that is nearest to it, the later of two
 */
TjDate
tj_holidays_nearest_working_day (TjDate date)
{
  g_return_val_if_fail (date != TJ_DATE_NONE, TJ_DATE_NONE);

  for (TjDate distance = 0;; distance++)
    {
      if (tj_holidays_is_working_day (date + distance))
        return date + distance;
      if (tj_holidays_is_working_day (date - distance))
        return date - distance;
    }
}
