/* The report's figures of random registers against a reference that counts the slow way: it marks
 * for every youth and every single day whether the youth stands in the register, and asks the days.
 * And what must hold in every report: rows and columns add up, nothing small is shown, and what is
 * hidden is nowhere. */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "statistics-history.h"
#include "statistics-register.h"

#define N_REGISTERS 40
#define FIRST STATISTICS_REGISTER_FIRST

/* --- the slow reference --- */

static gboolean
touched_on (const RandomYouth *youth, TjDate day)
{
  return youth->touched[day - FIRST];
}

static gboolean
at_start (const RandomYouth *youth, TjDate from, TjDate to)
{
  return youth->evening[from - 1 - FIRST];
}

static gboolean
at_end (const RandomYouth *youth, TjDate from, TjDate to)
{
  return youth->evening[to - FIRST];
}

static gboolean
during (const RandomYouth *youth, TjDate from, TjDate to)
{
  gboolean was_there = at_start (youth, from, to);

  for (TjDate day = from; day <= to; day++)
    was_there = was_there || youth->evening[day - FIRST] || touched_on (youth, day);
  return was_there;
}

static gboolean
is_new (const RandomYouth *youth, TjDate from, TjDate to)
{
  return during (youth, from, to) && !at_start (youth, from, to);
}

static gboolean
is_ended (const RandomYouth *youth, TjDate from, TjDate to)
{
  return during (youth, from, to) && !at_end (youth, from, to);
}

static gboolean
reached (const RandomYouth *youth, TjDate from, TjDate to)
{
  for (TjDate day = from; day <= to; day++)
    for (guint i = 0; i < youth->n_contacts; i++)
      if (youth->contacts[i].row.date == day && touched_on (youth, day)
          && youth->contacts[i].outcome <= TJ_OUTCOME_DECLINED
          && youth->contacts[i].channel != TJ_CHANNEL_CONCERN_REPORT)
        return TRUE;
  return FALSE;
}

static gboolean
only_known (const RandomYouth *youth, TjDate from, TjDate to)
{
  for (guint i = 0; i < youth->n_knowledge; i++)
    if (youth->knowledge[i].occupation != TJ_OCCUPATION_UNKNOWN
        && youth->knowledge[i].row.date >= from && youth->knowledge[i].row.date <= to
        && touched_on (youth, youth->knowledge[i].row.date))
      return !reached (youth, from, to);
  return FALSE;
}

static gboolean
not_sought (const RandomYouth *youth, TjDate from, TjDate to)
{
  if (!during (youth, from, to) || only_known (youth, from, to))
    return FALSE;
  for (guint i = 0; i < youth->n_contacts; i++)
    if (youth->contacts[i].channel != TJ_CHANNEL_CONCERN_REPORT
        && youth->contacts[i].row.date >= from && youth->contacts[i].row.date <= to
        && touched_on (youth, youth->contacts[i].row.date))
      return FALSE;
  return TRUE;
}

static gboolean
in_measure (const RandomYouth *youth, TjDate from, TjDate to)
{
  for (TjDate day = from; day <= to; day++)
    for (guint i = 0; i < youth->n_measures; i++)
      if (youth->measures[i].type == TJ_MEASURE_TYPE_MEASURE && touched_on (youth, day)
          && youth->measures[i].row.date <= day
          && (youth->measures[i].to == TJ_DATE_NONE || youth->measures[i].to >= day))
        return TRUE;
  return FALSE;
}

/* The reason of the registration that was the last to touch the period. */
static gboolean
back (const RandomYouth *youth, TjDate from, TjDate to)
{
  int reason = -1;

  if (!is_ended (youth, from, to))
    return FALSE;
  for (TjDate day = from; day <= to; day++)
    for (guint r = 0; r < youth->n_registrations; r++)
      if (youth->registrations[r].to == day)
        reason = youth->registrations[r].reason;
  return reason == TJ_DEREGISTRATION_NATIONAL_PROGRAMME || reason == TJ_DEREGISTRATION_INTRODUCTION;
}

static gboolean
must (const RandomYouth *youth, TjDate from, TjDate to)
{
  for (guint i = 0; i < youth->n_reports; i++)
    if (youth->reports[i].row.date >= from && youth->reports[i].row.date <= to
        && youth->reports[i].category <= TJ_REPORT_ABSENCE)
      return TRUE;
  return FALSE;
}

/* Of the new ones: registered first in the period, and nothing noted in the seven days after. */
static gboolean
sought_in_time (const RandomYouth *youth, TjDate from, TjDate to)
{
  const TjStatisticsRegistration *first = NULL;

  if (!is_new (youth, from, to))
    return FALSE;
  for (guint r = 0; r < youth->n_registrations; r++)
    if (youth->registrations[r].row.date >= from && first == NULL)
      first = &youth->registrations[r];
  for (guint i = 0; i < youth->n_contacts; i++)
    if (youth->contacts[i].channel != TJ_CHANNEL_CONCERN_REPORT
        && youth->contacts[i].row.date >= first->row.date
        && youth->contacts[i].row.date <= first->row.date + 7
        && (first->to == TJ_DATE_NONE || youth->contacts[i].row.date <= first->to))
      return TRUE;
  return FALSE;
}

static const struct
{
  const char *table, *row;
  gboolean (*counts) (const RandomYouth *youth, TjDate from, TjDate to);
} by_sex[] = {
  { "numbers", "start", at_start },         { "numbers", "new", is_new },
  { "numbers", "deregistered", is_ended },  { "numbers", "end", at_end },
  { "numbers", "during", during },          { "contact", "reached", reached },
  { "contact", "known", only_known },       { "contact", "not-sought", not_sought },
  { "measures", "in-measure", in_measure }, { "back-in-education", "back", back },
  { "school-reports", "must", must },       { "time-to-attempt", "in-time", sought_in_time },
};

static void
compare_by_sex (TjStatistics *statistics,
                const RandomYouth *youths,
                guint n,
                TjStatisticsPeriod period)
{
  static const char *const columns[] = { "unknown", "women", "men", "total" };

  for (guint i = 0; i < G_N_ELEMENTS (by_sex); i++)
    {
      int expected[4] = { 0 };

      for (guint y = 0; y < n; y++)
        if (by_sex[i].counts (&youths[y], period.from, period.to))
          {
            expected[youths[y].sex]++;
            expected[3]++;
          }
      for (guint c = 0; c < 4; c++)
        {
          const TjFigure *figure = tj_figure_table_find (
              tj_statistics_table (statistics, by_sex[i].table), by_sex[i].row, columns[c]);

          if (figure != NULL && figure->value != expected[c])
            g_error ("%s %s %s: %d and not %d", by_sex[i].table, by_sex[i].row, columns[c],
                     figure->value, expected[c]);
          g_assert_true (figure != NULL || expected[c] == 0);
        }
    }
}

static void
compare_halves (TjStatistics *statistics,
                const RandomYouth *youths,
                guint n,
                TjStatisticsPeriod period)
{
  const TjFigureTable *numbers = tj_statistics_table (statistics, "comparison-numbers");
  const TjFigureTable *shares = tj_statistics_table (statistics, "comparison-shares");

  for (guint row = tj_figure_table_n_rows (numbers); row-- > 0;)
    {
      int start = 0, added = 0, ended = 0, end = 0, all = 0, met = 0;

      for (guint y = 0; y < n; y++)
        {
          start += at_start (&youths[y], period.from, period.to);
          added += is_new (&youths[y], period.from, period.to);
          ended += is_ended (&youths[y], period.from, period.to);
          end += at_end (&youths[y], period.from, period.to);
          all += during (&youths[y], period.from, period.to);
          met += during (&youths[y], period.from, period.to)
                 && reached (&youths[y], period.from, period.to);
        }
      g_assert_cmpint (tj_figure_table_get (numbers, row, 0)->value, ==, start);
      g_assert_cmpint (tj_figure_table_get (numbers, row, 1)->value, ==, added);
      g_assert_cmpint (tj_figure_table_get (numbers, row, 2)->value, ==, ended);
      g_assert_cmpint (tj_figure_table_get (numbers, row, 3)->value, ==, end);
      if (all > 0)
        g_assert_cmpint (tj_figure_table_get (shares, row, 0)->value, ==,
                         (int)(met * 1000.0 / all + 0.5));
      period = tj_statistics_period_before (period);
    }
}

static int
value_at (const TjFigureTable *table, guint row, const char *column)
{
  const TjFigure *figure
      = tj_figure_table_find (table, tj_figure_table_row (table, row)->id, column);

  return figure != NULL && figure->kind == TJ_FIGURE_COUNT ? figure->value : 0;
}

/* Rows make their total and women, men and unknown make everybody, in every table that has them. */
static void
assert_adds_up (const TjFigureTable *table)
{
  const gboolean by_sexes
      = tj_figure_table_n_rows (table) > 0
        && tj_figure_table_find (table, tj_figure_table_row (table, 0)->id, "women") != NULL;
  const guint last = tj_figure_table_n_rows (table) - 1;

  for (guint row = 0; by_sexes && row <= last; row++)
    if (value_at (table, row, "women") + value_at (table, row, "men") > 0)
      g_assert_cmpint (value_at (table, row, "women") + value_at (table, row, "men")
                           + value_at (table, row, "unknown"),
                       ==, value_at (table, row, "total"));
  if (!g_str_equal (tj_figure_table_row (table, last)->id, "total"))
    return;
  for (guint column = 0; column < tj_figure_table_n_columns (table); column++)
    {
      int sum = 0;

      for (guint row = 0; row < last; row++)
        sum += tj_figure_table_get (table, row, column)->value;
      if (tj_figure_table_get (table, last, column)->kind == TJ_FIGURE_COUNT)
        g_assert_cmpint (sum, ==, tj_figure_table_get (table, last, column)->value);
    }
}

/* What is shown is true and not small; what is hidden is hidden wherever it stands. */
static void
assert_published (const TjFigureTable *all, const TjFigureTable *shown, GHashTable *hidden)
{
  for (guint r = 0; r < tj_figure_table_n_rows (shown); r++)
    for (guint c = 0; c < tj_figure_table_n_columns (shown); c++)
      {
        const TjFigure *figure = tj_figure_table_get (shown, r, c);
        const TjFigure *truth = tj_figure_table_find (all, tj_figure_table_row (shown, r)->id,
                                                      tj_figure_table_column (shown, c)->id);

        if (figure->kind == TJ_FIGURE_EMPTY)
          continue;
        if (figure->hidden)
          {
            g_assert_cmpint (figure->value, ==, 0);
            if (figure->kind == TJ_FIGURE_COUNT)
              g_hash_table_add (hidden, GUINT_TO_POINTER (figure->quantity + 1));
            continue;
          }
        g_assert_cmpint (figure->value, ==, truth != NULL ? truth->value : 0);
        g_assert_true (figure->kind != TJ_FIGURE_COUNT || figure->value == 0 || figure->value >= 5);
      }
}

static void
assert_hidden_everywhere (const TjFigureTable *table, GHashTable *hidden)
{
  for (guint r = 0; r < tj_figure_table_n_rows (table); r++)
    for (guint c = 0; c < tj_figure_table_n_columns (table); c++)
      {
        const TjFigure *figure = tj_figure_table_get (table, r, c);

        if (figure->kind == TJ_FIGURE_COUNT || figure->kind == TJ_FIGURE_SHARE)
          g_assert_true (
              figure->hidden
              || !(g_hash_table_contains (hidden, GUINT_TO_POINTER (figure->quantity + 1))
                   || g_hash_table_contains (hidden, GUINT_TO_POINTER (figure->whole + 1))));
      }
}

static void
try_register (guint n_youths)
{
  g_autofree RandomYouth *youths = statistics_register_invent (n_youths);
  g_autoptr (TjRoutine) routine = statistics_history_routine ();
  TjStatisticsOptions options = statistics_history_options (routine);
  g_autoptr (TjStatisticsInput) input = NULL;
  g_autoptr (TjStatistics) all = NULL, shown = NULL;
  g_autoptr (GHashTable) hidden = g_hash_table_new (NULL, NULL);

  input = statistics_register_fill (youths, n_youths);
  options.n_earlier = 2;
  all = tj_statistics_new (input, &options);
  compare_by_sex (all, youths, n_youths, options.period);
  compare_halves (all, youths, n_youths, options.period);
  options.threshold = 5;
  shown = tj_statistics_new (input, &options);
  for (guint i = 0; i < tj_statistics_tables (all)->len; i++)
    {
      TjFigureTable *table = tj_statistics_tables (all)->pdata[i];

      assert_adds_up (table);
      assert_published (table, tj_statistics_table (shown, tj_figure_table_get_id (table)), hidden);
    }
  for (guint i = 0; i < tj_statistics_tables (shown)->len; i++)
    assert_hidden_everywhere (tj_statistics_tables (shown)->pdata[i], hidden);
}

static void
test_random (gconstpointer size)
{
  for (guint i = 0; i < N_REGISTERS; i++)
    try_register (GPOINTER_TO_UINT (size)
                  + (guint)g_test_rand_int_range (0, (int)GPOINTER_TO_UINT (size)));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/statistics/random/small-registers", GUINT_TO_POINTER (12), test_random);
  g_test_add_data_func ("/statistics/random/larger-registers", GUINT_TO_POINTER (120), test_random);
  return g_test_run ();
}
