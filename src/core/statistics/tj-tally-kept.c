/* Figures of half-years that were kept before people of them were purged. A kept half-year joins the
 * one after it: its end is that one's start, as it is known now. Should the two differ, because
 * somebody who was purged was still registered or somebody was registered afterwards as of an
 * earlier day, those who are fewer have left and those who are more were new, so that the flow adds
 * up. */

#include "config.h"

#include "tj-tally-kept.h"

static const char *const suffixes[] = {
  [TJ_SEX_UNKNOWN] = ".unknown",
  [TJ_SEX_WOMAN] = ".women",
  [TJ_SEX_MAN] = ".men",
  [TJ_EVERYBODY] = "",
};

/* The populations of which each sex is kept. */
static const TjPopulation by_sex[] = { TJ_POPULATION_START, TJ_POPULATION_END };

static char *
dup_name (TjPopulation population, guint sex)
{
  return g_strconcat (tj_population_id (population), suffixes[sex], NULL);
}

static gboolean
get (const TjTally *self,
     TjStatisticsPeriod period,
     TjPopulation population,
     guint sex,
     guint *value)
{
  g_autofree char *half = tj_statistics_period_dup_word (period);
  g_autofree char *name = dup_name (population, sex);

  return tj_statistics_input_get_kept (self->input, half, name, value);
}

/**
 * tj_tally_has_kept:
 *
 * Returns: whether all figures of @period were kept
 */
gboolean
tj_tally_has_kept (const TjTally *self, TjStatisticsPeriod period)
{
  guint value;

  for (guint i = 0; i < TJ_N_COMPARED; i++)
    if (!get (self, period, tj_compared_populations[i], TJ_EVERYBODY, &value))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (by_sex); i++)
    for (guint sex = 0; sex < TJ_N_SEX_COLUMNS; sex++)
      if (!get (self, period, by_sex[i], sex, &value))
        return FALSE;
  return TRUE;
}

static void
take (TjTally *self, guint period, TjPopulation population, guint sex, guint from, TjPopulation as)
{
  get (self, self->periods[from], as, sex,
       &self->values[self->populations[period][population][sex]]);
}

/**
 * tj_tally_take_kept:
 * @period: one that is not counted; the one after it has its values already
 *
 * Takes the kept figures of a period.
 */
void
tj_tally_take_kept (TjTally *self, guint period)
{
  const TjPopulationQuantities *quantities = &self->populations[period];
  guint end, kept_end = 0;

  for (guint i = 0; i < TJ_N_COMPARED; i++)
    take (self, period, tj_compared_populations[i], TJ_EVERYBODY, period,
          tj_compared_populations[i]);
  for (guint sex = 0; sex < TJ_N_SEX_COLUMNS; sex++)
    {
      if (period > self->first_kept)
        take (self, period, TJ_POPULATION_END, sex, period - 1, TJ_POPULATION_START);
      if (period + 1 == self->n_periods)
        take (self, period, TJ_POPULATION_START, sex, period, TJ_POPULATION_START);
    }

  get (self, self->periods[period], TJ_POPULATION_END, TJ_EVERYBODY, &kept_end);
  end = self->values[(*quantities)[TJ_POPULATION_END][TJ_EVERYBODY]];
  if (end > kept_end)
    {
      self->values[(*quantities)[TJ_POPULATION_NEW][TJ_EVERYBODY]] += end - kept_end;
      self->values[(*quantities)[TJ_POPULATION_DURING][TJ_EVERYBODY]] += end - kept_end;
    }
  else
    self->values[(*quantities)[TJ_POPULATION_ENDED][TJ_EVERYBODY]] += kept_end - end;
}

static void
list_one (const TjTally *self, guint period, TjPopulation population, guint sex, GArray *figures)
{
  const TjStatisticsPeriod whole = period == 0 ? self->options.period : self->periods[period];
  const TjKeptFigure figure = { .half = tj_statistics_period_dup_word (whole),
                                .name = dup_name (population, sex),
                                .value = self->values[self->populations[period][population][sex]] };

  g_array_append_val (figures, figure);
}

static void
clear_figure (gpointer data)
{
  TjKeptFigure *figure = data;

  g_free (figure->half);
  g_free (figure->name);
}

/**
 * tj_tally_list_kept:
 *
 * Returns: (transfer full) (element-type TjKeptFigure): what is to be kept of the counted periods
 */
GArray *
tj_tally_list_kept (const TjTally *self)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (TjKeptFigure));

  g_array_set_clear_func (figures, clear_figure);
  for (guint period = 0; period < self->first_kept; period++)
    {
      for (guint i = 0; i < TJ_N_COMPARED; i++)
        list_one (self, period, tj_compared_populations[i], TJ_EVERYBODY, figures);
      for (guint i = 0; i < G_N_ELEMENTS (by_sex); i++)
        for (guint sex = 0; sex < TJ_N_SEX_COLUMNS; sex++)
          list_one (self, period, by_sex[i], sex, figures);
    }
  return figures;
}
