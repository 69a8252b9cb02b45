/* Which backups are kept (DESIGN § 10): the latest of each of the last twelve days, ten weeks and nine
 * months that have one. None is kept longer than nine months, so that one can say when the data of a
 * purged person is gone from them all; but the very latest is always kept. */

#include "config.h"

#include "tj-thinning.h"

typedef TjDate (*PeriodFunc) (TjDate date);

static TjDate
get_day (TjDate date)
{
  return date;
}

static TjDate
get_week (TjDate date)
{
  return date - (TjDate)tj_date_weekday (date);
}

static TjDate
get_month (TjDate date)
{
  int year, month;

  tj_date_get (date, &year, &month, NULL);
  return tj_date_new (year, month, 1);
}

static void
keep_latest_of_each (const TjDate *dates,
                     guint n_dates,
                     PeriodFunc period_of,
                     guint n_periods,
                     gboolean *keep)
{
  TjDate former = TJ_DATE_NONE;
  guint n = 0;

  for (guint i = n_dates; i > 0 && n < n_periods; i--)
    if (period_of (dates[i - 1]) != former)
      {
        former = period_of (dates[i - 1]);
        keep[i - 1] = TRUE;
        n++;
      }
}

/**
 * tj_thinning_last_day:
 * @date: the day of a backup
 *
 * Returns: the last day on which it may still be there, unless it is the latest
 */
TjDate
tj_thinning_last_day (TjDate date)
{
  return tj_date_add_months (date, TJ_THINNING_MONTHS);
}

/**
 * tj_thinning_choose:
 * @dates: the days of backups, earliest first; several may be of one day
 * @keep: (out caller-allocates) (array length=n_dates): which to keep
 */
void
tj_thinning_choose (const TjDate *dates, guint n_dates, TjDate today, gboolean *keep)
{
  for (guint i = 0; i < n_dates; i++)
    keep[i] = FALSE;
  keep_latest_of_each (dates, n_dates, get_day, TJ_THINNING_DAYS, keep);
  keep_latest_of_each (dates, n_dates, get_week, TJ_THINNING_WEEKS, keep);
  keep_latest_of_each (dates, n_dates, get_month, TJ_THINNING_MONTHS, keep);
  for (guint i = 0; i + 1 < n_dates; i++)
    keep[i] = keep[i] && tj_thinning_last_day (dates[i]) >= today;
}
