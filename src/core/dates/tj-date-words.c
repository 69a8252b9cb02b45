/* Dates in words, for what is read by people. The language is the program's, not the system's
 * LC_TIME: a machine set up in English still shows Swedish month names. */

#include "config.h"

#include "tj-date-words.h"

#include <glib/gi18n-lib.h>

static const char *const months[]
    = { N_ ("January"),      N_ ("February"), N_ ("March"),    N_ ("April"),
        NC_ ("long", "May"), N_ ("June"),     N_ ("July"),     N_ ("August"),
        N_ ("September"),    N_ ("October"),  N_ ("November"), N_ ("December") };

/**
 * tj_month_name:
 * @month: 1–12
 *
 * Returns: "november"
 */
const char *
tj_month_name (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return month == 5 ? C_ ("long", "May") : _ (months[month - 1]);
}

/**
 * tj_date_format_long:
 *
 * Returns: (transfer full): "31 december 2026", "" for no date
 */
char *
tj_date_format_long (TjDate date)
{
  int year, month, day;

  if (date == TJ_DATE_NONE)
    return g_strdup ("");
  tj_date_get (date, &year, &month, &day);
  /* Translators: day, month in words, year. */
  return g_strdup_printf (_ ("%d %s %d"), day, tj_month_name (month), year);
}
