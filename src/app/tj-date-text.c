/* How dates and periods read on screen. The language is the program's, not the system's LC_TIME:
 * a machine set up in English still shows Swedish month names. */

#include "config.h"

#include "tj-date-text.h"

#include <glib/gi18n.h>

/* Beyond this a count of days says less than the date itself. */
#define RELATIVE_DAYS 31

static const char *const short_months[]
    = { NC_ ("short", "Jan"), NC_ ("short", "Feb"), NC_ ("short", "Mar"), NC_ ("short", "Apr"),
        NC_ ("short", "May"), NC_ ("short", "Jun"), NC_ ("short", "Jul"), NC_ ("short", "Aug"),
        NC_ ("short", "Sep"), NC_ ("short", "Oct"), NC_ ("short", "Nov"), NC_ ("short", "Dec") };

static const char *const weekdays[]
    = { N_ ("Monday"), N_ ("Tuesday"),  N_ ("Wednesday"), N_ ("Thursday"),
        N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday") };

/* "nov". */
const char *
tj_month_text (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return g_dpgettext2 (NULL, "short", short_months[month - 1]);
}

/* "16 Nov", with the year when it is another than today's. */
char *
tj_date_text_short (TjDate date, TjDate today)
{
  int year, month, day, this_year, ignored;

  if (date == TJ_DATE_NONE)
    return g_strdup ("");

  tj_date_get (date, &year, &month, &day);
  tj_date_get (today, &this_year, &ignored, &ignored);
  if (year == this_year)
    return g_strdup_printf ("%d %s", day, tj_month_text (month));

  return g_strdup_printf ("%d %s %d", day, tj_month_text (month), year);
}

/* `text` as it stands inside a sentence: labels of code lists begin with a capital letter. */
char *
tj_text_within (const char *text)
{
  g_autofree char *first = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  first = g_utf8_strdown (text, (gssize)(g_utf8_next_char (text) - text));
  return g_strconcat (first, *text != '\0' ? g_utf8_next_char (text) : "", NULL);
}

/* `text` as it stands at the head of a line. */
char *
tj_text_heading (const char *text)
{
  g_autofree char *first = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  first = g_utf8_strup (text, (gssize)(g_utf8_next_char (text) - text));
  return g_strconcat (first, *text != '\0' ? g_utf8_next_char (text) : "", NULL);
}

/* "Wednesday 18 November 2026" */
char *
tj_date_text_long (TjDate date)
{
  int year, month, day;

  g_return_val_if_fail (date != TJ_DATE_NONE, NULL);

  tj_date_get (date, &year, &month, &day);
  /* Translators: weekday, day of the month, month, year */
  return g_strdup_printf (_ ("%s %d %s %d"), _ (weekdays[tj_date_weekday (date) - 1]), day,
                          tj_month_name (month), year);
}

/* "today", "in 3 days", "3 days ago"; the date itself when it is far off. */
char *
tj_date_text_relative (TjDate date, TjDate today)
{
  int days = (int)date - (int)today;

  if (date == TJ_DATE_NONE)
    return g_strdup ("");
  if (days == 0)
    return g_strdup (_ ("today"));
  if (days == 1)
    return g_strdup (_ ("tomorrow"));
  if (days == -1)
    return g_strdup (_ ("yesterday"));
  if (ABS (days) > RELATIVE_DAYS)
    return tj_date_text_short (date, today);
  if (days > 0)
    return g_strdup_printf (ngettext ("in %d day", "in %d days", days), days);

  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", -days), -days);
}

/* How long ago, where the place says that it is past: "today", "3 days"; the date itself when it is
 * far off. */
char *
tj_date_text_since (TjDate date, TjDate today)
{
  int days = (int)today - (int)date;

  if (days < 2 || days > RELATIVE_DAYS)
    return tj_date_text_relative (date, today);

  return g_strdup_printf (ngettext ("%d day", "%d days", days), days);
}

/* An instant of the log (UTC) as the clock on the wall showed it: "today 14:02", "16 Nov 09:30". */
char *
tj_date_text_instant (const char *at, TjDate today)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (at, NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *day = NULL;
  TjDate date;

  if (local == NULL)
    return g_strdup (at);

  date = tj_date_new (g_date_time_get_year (local), g_date_time_get_month (local),
                      g_date_time_get_day_of_month (local));
  day = date == today ? g_strdup (_ ("today")) : tj_date_text_short (date, today);
  return g_strdup_printf ("%s %02d:%02d", day, g_date_time_get_hour (local),
                          g_date_time_get_minute (local));
}

char *
tj_date_text_overdue (int days)
{
  return g_strdup_printf (ngettext ("%d day late", "%d days late", days), days);
}

/* "1 week", "2 months"; a mixed period joins its parts. */
char *
tj_period_text (TjPeriod period)
{
  g_autofree char *months_text = NULL;
  g_autofree char *days_text = NULL;
  int weeks = period.days / 7;

  if (period.months != 0 && period.months % 12 == 0)
    months_text = g_strdup_printf (ngettext ("%d year", "%d years", period.months / 12),
                                   period.months / 12);
  else if (period.months != 0)
    months_text
        = g_strdup_printf (ngettext ("%d month", "%d months", period.months), period.months);

  if (period.days != 0 && period.days % 7 == 0)
    days_text = g_strdup_printf (ngettext ("%d week", "%d weeks", weeks), weeks);
  else if (period.days != 0 || period.months == 0)
    days_text = g_strdup_printf (ngettext ("%d day", "%d days", period.days), period.days);

  if (months_text != NULL && days_text != NULL)
    return g_strdup_printf ("%s, %s", months_text, days_text);

  return months_text != NULL ? g_steal_pointer (&months_text) : g_steal_pointer (&days_text);
}
