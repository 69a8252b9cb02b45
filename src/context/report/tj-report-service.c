/* The statistics of a period, from the register to tables that may be shown. */

#include "config.h"

#include "tj-report-service.h"

#include <glib/gi18n-lib.h>

#include "tj-audit.h"
#include "tj-board-report-published.h"
#include "tj-code-book-service.h"
#include "tj-country-figures.h"
#include "tj-kept-figures.h"
#include "tj-setting-keys.h"
#include "tj-statistics-reader.h"

/* Whom the country's share is a share of. */
#define YOUNGEST 16
#define OLDEST 20

/* How far back figures are kept at a purge: longer than anybody stays in the register. */
#define KEPT_HALVES 20

/**
 * tj_report_service_half: the days of a half-year.
 */
TjStatisticsPeriod
tj_report_service_half (TjHalfYear half)
{
  return (TjStatisticsPeriod){ tj_half_year_first_day (half), tj_half_year_last_day (half) };
}

/**
 * tj_report_service_get_threshold: the least number of youths that a report for others shows.
 * Returns FALSE with `error` set.
 */
gboolean
tj_report_service_get_threshold (TjContext *context, guint *threshold, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *text = tj_context_dup_setting (context, TJ_SETTING_REPORT_THRESHOLD, &problem);
  guint64 number;

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  *threshold = TJ_REPORT_THRESHOLD;
  if (text != NULL
      && g_ascii_string_to_unsigned (text, 10, 2, TJ_REPORT_THRESHOLD_MAX, &number, NULL))
    *threshold = (guint)number;
  return TRUE;
}

/**
 * tj_report_service_set_threshold: keeps the least number that is shown, 2 to
 * TJ_REPORT_THRESHOLD_MAX: with a lower one nothing would be hidden. Returns FALSE with `error` set.
 */
gboolean
tj_report_service_set_threshold (TjContext *context, guint threshold, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%u", threshold);

  if (threshold < 2 || threshold > TJ_REPORT_THRESHOLD_MAX)
    return tj_context_refuse (error, _ ("Give the least number to show, 2 to 100."));
  return tj_context_set_setting (context, TJ_SETTING_REPORT_THRESHOLD, text, error);
}

/**
 * tj_report_service_read: everybody's history, to count any number of periods from. It holds no
 * names. Returns NULL with `error` set.
 */
TjStatisticsInput *
tj_report_service_read (TjContext *context, GError **error)
{
  return tj_statistics_read (tj_context_get_store (context), error);
}

static gboolean
count_population (TjContext *context, TjStatisticsOptions *options, GError **error)
{
  const TjDate day = MIN (options->period.to, options->today);
  int year;

  tj_date_get (day, &year, NULL, NULL);
  return tj_statistics_count_residents (tj_context_get_store (context), year - OLDEST,
                                        year - YOUNGEST, day, &options->population, error);
}

/**
 * tj_report_service_count: the statistics of `period`, and of as many as TJ_REPORT_EARLIER before
 * it. With `threshold` 0 nothing is hidden: for the coordinator's own eyes. Returns NULL with
 * `error` set.
 */
TjStatistics *
tj_report_service_count (TjContext *context,
                         TjStatisticsInput *input,
                         TjStatisticsPeriod period,
                         guint threshold,
                         GError **error)
{
  g_autoptr (TjCodeBook) measure_ends = NULL;
  g_autoptr (GPtrArray) country = NULL;
  g_autoptr (GHashTable) published = NULL;
  TjStatisticsOptions options = { .period = period,
                                  .today = tj_context_get_today (context),
                                  .threshold = threshold,
                                  .n_earlier = TJ_REPORT_EARLIER,
                                  .routine = tj_context_get_routine (context) };

  if (period.from > period.to || period.from > options.today)
    {
      tj_context_refuse (error, _ ("The period has not begun yet."));
      return NULL;
    }
  measure_ends = tj_code_book_service_load (context, TJ_CODE_BOOK_MEASURE_END, error);
  country = measure_ends != NULL ? tj_country_figures_load (context, error) : NULL;
  published = country != NULL ? tj_board_report_published_load (context, error) : NULL;
  if (published == NULL || !count_population (context, &options, error))
    return NULL;
  options.measure_ends = measure_ends;
  options.country = country;
  options.published = published;
  return tj_statistics_new (input, &options);
}

/**
 * tj_report_service_compute: reads and counts a period for a report, and notes in the log which one.
 * Returns NULL with `error` set.
 */
TjStatistics *
tj_report_service_compute (TjContext *context,
                           TjStatisticsPeriod period,
                           guint threshold,
                           GError **error)
{
  g_autoptr (TjStatisticsInput) input = tj_report_service_read (context, error);
  g_autoptr (TjStatistics) statistics
      = input != NULL ? tj_report_service_count (context, input, period, threshold, error) : NULL;
  g_autofree char *word = tj_statistics_period_dup_word (period);
  g_autofree char *details = g_strdup_printf ("period=%s threshold=%u", word, threshold);

  if (statistics == NULL
      || !tj_audit_log (tj_context_get_store (context), "report", 0, details, error))
    return NULL;
  return g_steal_pointer (&statistics);
}

/**
 * tj_report_service_keep: keeps the figures of the half-years that are over and still have everybody,
 * for later reports to compare with. To be called before a purge. Returns FALSE with `error` set.
 */
gboolean
tj_report_service_keep (TjContext *context, GError **error)
{
  const TjDate today = tj_context_get_today (context);
  const TjStatisticsOptions options = {
    .period = tj_report_service_half (tj_half_year_add (tj_half_year_of (today), -1)),
    .today = today,
    .n_earlier = KEPT_HALVES,
  };
  g_autoptr (TjStatisticsInput) input = tj_report_service_read (context, error);
  g_autoptr (TjStatistics) statistics = NULL;
  g_autoptr (GArray) figures = NULL;
  TjDate first_day;

  if (input == NULL)
    return FALSE;
  first_day = tj_statistics_input_get_first_day (input);
  if (first_day == TJ_DATE_NONE || first_day > options.period.to
      || options.period.from < tj_statistics_input_get_complete_from (input))
    return TRUE;
  statistics = tj_statistics_new (input, &options);
  figures = tj_statistics_list_kept (statistics);
  return tj_kept_figures_write (tj_context_get_store (context), figures, error);
}
