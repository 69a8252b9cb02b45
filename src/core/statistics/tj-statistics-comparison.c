/* The comparison: the same figures of the periods before, earliest first, and of the country. A
 * number of an earlier period that this one's tables show too is one quantity with it. */

#include "config.h"

#include "tj-statistics-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tj-half-year.h"

static gboolean
is_half_year (TjStatisticsPeriod period, TjHalfYear *half)
{
  *half = tj_half_year_of (period.from);
  return period.from == tj_half_year_first_day (*half)
         && period.to == tj_half_year_last_day (*half);
}

static gboolean
is_whole_months (TjStatisticsPeriod period, int *months)
{
  int from_year, from_month, from_day, to_year, to_month, to_day;

  tj_date_get (period.from, &from_year, &from_month, &from_day);
  tj_date_get (period.to + 1, &to_year, &to_month, &to_day);
  *months = (to_year - from_year) * 12 + to_month - from_month;
  return from_day == 1 && to_day == 1;
}

/**
 * tj_statistics_period_before:
 *
 * Returns: the period of the same length that ends the day before @period begins: as many months
 *   when it is whole months, else as many days
 */
TjStatisticsPeriod
tj_statistics_period_before (TjStatisticsPeriod period)
{
  TjStatisticsPeriod before = { .to = period.from - 1 };
  int months;

  before.from = is_whole_months (period, &months) ? tj_date_add_months (period.from, -months)
                                                  : period.from - (period.to - period.from + 1);
  return before;
}

/**
 * tj_statistics_period_dup_word:
 *
 * Returns: (transfer full): the period in files, as 2026H2 or 2026-01-01--2026-03-31
 */
char *
tj_statistics_period_dup_word (TjStatisticsPeriod period)
{
  char from[TJ_DATE_BUFFER], to[TJ_DATE_BUFFER];
  char word[TJ_HALF_YEAR_BUFFER];
  TjHalfYear half;

  if (is_half_year (period, &half))
    return g_strdup (tj_half_year_write (half, word));
  return g_strdup_printf ("%s--%s", tj_date_write (period.from, from),
                          tj_date_write (period.to, to));
}

/**
 * tj_statistics_period_dup_label:
 *
 * Returns: (transfer full): the period as people read it
 */
char *
tj_statistics_period_dup_label (TjStatisticsPeriod period)
{
  char from[TJ_DATE_BUFFER], to[TJ_DATE_BUFFER];
  TjHalfYear half;

  if (is_half_year (period, &half))
    return tj_half_year_dup_name (half);
  return g_strdup_printf ("%s – %s", tj_date_write (period.from, from),
                          tj_date_write (period.to, to));
}

/* Periods are kept cut off at today; they are called what they are. */
static TjStatisticsPeriod
period_at (const TjStatistics *self, guint period)
{
  return period == 0 ? self->tally->options.period : self->tally->periods[period];
}

static void
add_period_rows (TjStatistics *self, TjFigureTable *table)
{
  for (guint period = self->tally->n_periods; period-- > 0;)
    {
      g_autofree char *word = tj_statistics_period_dup_word (period_at (self, period));
      g_autofree char *label = tj_statistics_period_dup_label (period_at (self, period));

      tj_figure_table_add_row (table, word, label, FALSE);
    }
}

/* Says from where on the figures are those of before a purge. */
static void
note_kept (const TjStatistics *self, TjFigureTable *table)
{
  g_autofree char *label = NULL, *note = NULL;

  if (self->tally->first_kept == self->tally->n_periods)
    return;
  label = tj_statistics_period_dup_label (period_at (self, self->tally->first_kept));
  note = g_strdup_printf (_ ("%s and before: as counted before people were purged."), label);
  tj_figure_table_set_note (table, note);
}

static guint
row_of (const TjStatistics *self, guint period)
{
  return self->tally->n_periods - 1 - period;
}

static void
make_flow (TjStatistics *self)
{
  TjFigureTable *table = tj_statistics_add_table (self, "comparison-numbers", "comparison",
                                                  _ ("Number of youths, by half-year"));

  note_kept (self, table);
  add_period_rows (self, table);
  for (guint flow = 0; flow < TJ_N_FLOWS; flow++)
    {
      const TjPopulation population = tj_flow_population (flow);
      const guint column = tj_figure_table_add_column (table, tj_population_id (population),
                                                       tj_population_label (population), FALSE);

      for (guint period = 0; period < self->tally->n_periods; period++)
        tj_statistics_set_count (self, table, row_of (self, period), column,
                                 self->tally->populations[period][population][TJ_EVERYBODY]);
    }
}

static void
make_sexes (TjStatistics *self)
{
  static const struct
  {
    guint sex;
    const char *id;
    const char *label;
  } columns[] = {
    { TJ_SEX_WOMAN, "women", NC_ ("report", "Women") },
    { TJ_SEX_MAN, "men", NC_ ("report", "Men") },
    { TJ_SEX_UNKNOWN, "unknown", NC_ ("report", "Unknown") },
    { TJ_EVERYBODY, "total", NC_ ("report", "Total") },
  };
  TjFigureTable *table
      = tj_statistics_add_table (self, "comparison-sex", "comparison",
                                 _ ("Youths at the end of each half-year, women and men"));

  add_period_rows (self, table);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      guint column;

      if (columns[i].sex == TJ_SEX_UNKNOWN && !self->tally->has_unknown_sex)
        continue;
      column = tj_figure_table_add_column (
          table, columns[i].id, g_dpgettext2 (GETTEXT_PACKAGE, "report", columns[i].label),
          columns[i].sex == TJ_EVERYBODY);
      for (guint period = 0; period < self->tally->n_periods; period++)
        tj_statistics_set_count (
            self, table, row_of (self, period), column,
            self->tally->populations[period][TJ_POPULATION_END][columns[i].sex]);
    }
}

static void
make_shares (TjStatistics *self)
{
  static const struct
  {
    TjPopulation part;
    TjPopulation whole;
  } columns[] = {
    { TJ_POPULATION_REACHED, TJ_POPULATION_DURING },
    { TJ_POPULATION_IN_MEASURE, TJ_POPULATION_DURING },
    { TJ_POPULATION_BACK, TJ_POPULATION_ENDED },
  };
  TjFigureTable *table = tj_statistics_add_table (self, "comparison-shares", "comparison",
                                                  _ ("Results by half-year"));

  tj_figure_table_set_note (
      table, _ ("Reached and in a measure: of all youths of the half-year. Back in education: of"
                " those who were deregistered."));
  add_period_rows (self, table);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const guint column = tj_figure_table_add_column (
          table, tj_population_id (columns[i].part), tj_population_label (columns[i].part), FALSE);

      for (guint period = 0; period < self->tally->n_periods; period++)
        tj_statistics_set_share (self, table, row_of (self, period), column,
                                 self->tally->populations[period][columns[i].part][TJ_EVERYBODY],
                                 self->tally->populations[period][columns[i].whole][TJ_EVERYBODY]);
    }
}

/* Of the population's size nothing can be learnt, as anybody may know it. */
static void
set_share_of_population (TjStatistics *self, TjFigureTable *table, guint row, guint population)
{
  const guint quantity = self->tally->populations[0][TJ_POPULATION_DURING][TJ_EVERYBODY];
  TjFigure *figure = tj_figure_table_at (table, row, 0);

  if (population == 0)
    return;
  figure->kind = TJ_FIGURE_SHARE;
  figure->quantity = quantity;
  figure->value = (int)((self->tally->values[quantity] * G_GUINT64_CONSTANT (1000) + population / 2)
                        / population);
  if (tj_disclosure_is_hidden (self->disclosure, quantity))
    tj_figure_hide (figure);
}

static void
fill_country_row (TjStatistics *self,
                  TjFigureTable *table,
                  const TjCountryFigure *country,
                  const TjStatisticsOptions *options)
{
  const guint during = self->tally->populations[0][TJ_POPULATION_DURING][TJ_EVERYBODY];
  const char *label = g_str_equal (country->measure, "reached") ? _ ("Reached")
                      : g_str_equal (country->measure, "in-measure")
                          ? _ ("In a measure")
                          : _ ("Share of those aged 16 to 20");
  g_autofree char *full = g_strdup_printf (_ ("%s (country: %s)"), label, country->period);
  const guint row = tj_figure_table_add_row (table, country->id, full, FALSE);
  TjFigure *figure = tj_figure_table_at (table, row, 1);

  figure->kind = TJ_FIGURE_SHARE;
  figure->value = country->per_mille;
  if (g_str_equal (country->measure, "reached"))
    tj_statistics_set_share (self, table, row, 0,
                             self->tally->populations[0][TJ_POPULATION_REACHED][TJ_EVERYBODY],
                             during);
  else if (g_str_equal (country->measure, "in-measure"))
    tj_statistics_set_share (self, table, row, 0,
                             self->tally->populations[0][TJ_POPULATION_IN_MEASURE][TJ_EVERYBODY],
                             during);
  else
    set_share_of_population (self, table, row, options->population);
}

static void
make_country (TjStatistics *self, const TjStatisticsOptions *options)
{
  g_autoptr (GString) note = g_string_new (NULL);
  TjFigureTable *table;

  if (options->country == NULL || options->country->len == 0)
    return;
  table = tj_statistics_add_table (self, "comparison-country", "comparison",
                                   _ ("The municipality and the country"));
  tj_figure_table_add_column (
      table, "municipality",
      g_dpgettext2 (GETTEXT_PACKAGE, "report", NC_ ("report", "The municipality")), FALSE);
  tj_figure_table_add_column (
      table, "country", g_dpgettext2 (GETTEXT_PACKAGE, "report", NC_ ("report", "The country")),
      FALSE);
  for (guint i = 0; i < options->country->len; i++)
    {
      const TjCountryFigure *country = options->country->pdata[i];

      fill_country_row (self, table, country, options);
      if (strstr (note->str, country->source) == NULL)
        g_string_append_printf (note, "%s%s", note->len > 0 ? "; " : "", country->source);
    }
  g_string_prepend (note, _ ("Source of the country's figures: "));
  tj_figure_table_set_note (table, note->str);
}

/**
 * tj_statistics_make_comparison: makes the tables that look back and around.
 */
void
tj_statistics_make_comparison (TjStatistics *self, const TjStatisticsOptions *options)
{
  make_flow (self);
  make_sexes (self);
  make_shares (self);
  make_country (self, options);
}
