/* Calendar dates as Julian day numbers. There is no zone and no time of day here: the register
 * knows days only, and "today" is handed in by whoever has a clock. */

#include "config.h"

#include "tj-date.h"

#include <string.h>

/* Day 1 is 1 January of year 1, as GLib counts. To reckon, years begin on 1 March, so that a leap
 * day comes last in its year and the months before it have lengths of a pattern: 153 days in five.
 * By hand and not by GDate because an import does it a dozen times for each of its rows. */
#define DAYS_BEFORE_YEAR_1 306
#define DAYS_IN_400_YEARS 146097
#define SECONDS_PER_DAY 86400

static gboolean
read_digits (const char *text, int n, int *value)
{
  *value = 0;
  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *value = *value * 10 + (text[i] - '0');
    }
  return TRUE;
}

/**
 * tj_date_new:
 *
 * Returns: the date, or %TJ_DATE_NONE when the calendar has no such day or the year is not
 *   1 … 9999
 */
TjDate
tj_date_new (int year, int month, int day)
{
  int from_march, shifted;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1
      || day > g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year))
    return TJ_DATE_NONE;

  from_march = (month + 9) % 12;
  shifted = year - (month <= 2);
  return (TjDate)(shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400
                  + (from_march * 153 + 2) / 5 + day - DAYS_BEFORE_YEAR_1);
}

/**
 * tj_date_parse:
 * @iso: (nullable): YYYY-MM-DD and nothing else
 *
 * Returns: the date, or %TJ_DATE_NONE when @iso is not one
 */
TjDate
tj_date_parse (const char *iso)
{
  int year, month, day;

  if (iso == NULL || strlen (iso) != TJ_DATE_BUFFER - 1 || iso[4] != '-' || iso[7] != '-')
    return TJ_DATE_NONE;
  if (!read_digits (iso, 4, &year) || !read_digits (iso + 5, 2, &month)
      || !read_digits (iso + 8, 2, &day))
    return TJ_DATE_NONE;
  return tj_date_new (year, month, day);
}

/**
 * tj_date_today:
 *
 * For the context's clock only: no rule asks the system what day it is.
 *
 * Returns: the day it is where the computer is
 */
TjDate
tj_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  return tj_date_new (year, month, day);
}

/**
 * tj_date_format:
 *
 * Returns: (transfer full): @date as YYYY-MM-DD, empty for %TJ_DATE_NONE
 */
char *
tj_date_format (TjDate date)
{
  char buffer[TJ_DATE_BUFFER];

  return g_strdup (tj_date_write (date, buffer));
}

/* By hand: an import writes a date or two for each of its rows. */
static void
write_digits (char *text, int n, int value)
{
  for (; n > 0; value /= 10)
    text[--n] = (char) ('0' + value % 10);
}

/**
 * tj_date_write:
 * @buffer: takes @date as YYYY-MM-DD, or an empty text for %TJ_DATE_NONE
 *
 * Returns: @buffer
 */
const char *
tj_date_write (TjDate date, char buffer[TJ_DATE_BUFFER])
{
  int year, month, day;

  if (date == TJ_DATE_NONE)
    {
      buffer[0] = '\0';
      return buffer;
    }

  tj_date_get (date, &year, &month, &day);
  write_digits (buffer, 4, year);
  buffer[4] = '-';
  write_digits (buffer + 5, 2, month);
  buffer[7] = '-';
  write_digits (buffer + 8, 2, day);
  buffer[10] = '\0';
  return buffer;
}

/**
 * tj_date_get:
 * @year: (out) (optional): the year
 * @month: (out) (optional): 1 … 12
 * @day: (out) (optional): 1 … 31
 *
 * Takes @date apart. It must not be %TJ_DATE_NONE.
 */
void
tj_date_get (TjDate date, int *year, int *month, int *day)
{
  guint32 count, in_era, year_of_era, day_of_year, from_march, month_number;

  g_return_if_fail (date != TJ_DATE_NONE);

  count = date - 1 + DAYS_BEFORE_YEAR_1;
  in_era = count % DAYS_IN_400_YEARS;
  year_of_era = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
  day_of_year = in_era - (year_of_era * 365 + year_of_era / 4 - year_of_era / 100);
  from_march = (day_of_year * 5 + 2) / 153;
  month_number = from_march < 10 ? from_march + 3 : from_march - 9;

  if (year != NULL)
    *year = (int)(count / DAYS_IN_400_YEARS * 400 + year_of_era + (month_number <= 2));
  if (month != NULL)
    *month = (int)month_number;
  if (day != NULL)
    *day = (int)(day_of_year - (from_march * 153 + 2) / 5 + 1);
}

/**
 * tj_date_weekday:
 *
 * Returns: 1 for Monday … 7 for Sunday
 */
int
tj_date_weekday (TjDate date)
{
  g_return_val_if_fail (date != TJ_DATE_NONE, 0);

  /* Julian day 1 of GLib, 1 January of year 1, was a Monday. */
  return (int)((date - 1) % 7) + 1;
}

/**
 * tj_date_iso_week:
 *
 * Returns: the week's number as Swedish calendars have it (ISO 8601)
 */
int
tj_date_iso_week (TjDate date)
{
  GDate parts;

  g_return_val_if_fail (date != TJ_DATE_NONE, 0);

  g_date_clear (&parts, 1);
  g_date_set_julian (&parts, date);
  return (int)g_date_get_iso8601_week_of_year (&parts);
}

/**
 * tj_date_add_months:
 * @months: how many, negative to go back
 *
 * A period in months ends on the same day number, or on the month's last day where that month
 * is shorter (lag 1930:173, 1 §).
 *
 * Returns: the date, or %TJ_DATE_NONE outside the years 1 … 9999
 */
TjDate
tj_date_add_months (TjDate date, int months)
{
  int year, month, day, count;

  g_return_val_if_fail (date != TJ_DATE_NONE, TJ_DATE_NONE);

  tj_date_get (date, &year, &month, &day);
  count = year * 12 + month - 1 + months;
  if (count < 12 || count >= 12 * 10000)
    return TJ_DATE_NONE;

  year = count / 12;
  month = count % 12 + 1;
  return tj_date_new (year, month,
                      MIN (day, g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year)));
}

/**
 * tj_date_birthday:
 *
 * Returns: the day a person born on @birth turns @age; 28 February for one born on a leap day
 *   when the year has none (lag 1930:173, 1 §)
 */
TjDate
tj_date_birthday (TjDate birth, int age)
{
  return tj_date_add_months (birth, age * 12);
}

/**
 * tj_date_age:
 *
 * Returns: the age in whole years on @today of a person born on @birth, negative before birth
 */
int
tj_date_age (TjDate birth, TjDate today)
{
  int birth_year, year;

  g_return_val_if_fail (birth != TJ_DATE_NONE && today != TJ_DATE_NONE, 0);

  tj_date_get (birth, &birth_year, NULL, NULL);
  tj_date_get (today, &year, NULL, NULL);
  return year - birth_year - (today < tj_date_birthday (birth, year - birth_year) ? 1 : 0);
}

/**
 * tj_date_noon:
 * @date: a date
 *
 * Returns: noon of the day, in seconds of UTC since 1970
 */
gint64
tj_date_noon (TjDate date)
{
  return ((gint64)date - tj_date_new (1970, 1, 1)) * SECONDS_PER_DAY + SECONDS_PER_DAY / 2;
}
