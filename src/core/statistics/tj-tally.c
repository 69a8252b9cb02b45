/* Counts. Every number of the report is a quantity with an index; one pass over the youths adds
 * each of them to the quantities they belong to, in the report's period and in those before it. The
 * same pass, with an eye on one quantity, tells who stands behind it. */

#include "config.h"

#include "tj-tally-kept.h"

const TjPopulation tj_compared_populations[TJ_N_COMPARED]
    = { TJ_POPULATION_NEW,     TJ_POPULATION_ENDED,      TJ_POPULATION_DURING,
        TJ_POPULATION_REACHED, TJ_POPULATION_IN_MEASURE, TJ_POPULATION_BACK };

/* One pass: it counts, or it looks for the members of `wanted`. */
typedef struct
{
  TjTally *tally;
  gboolean counts;
  guint wanted;
  GArray *members;
  gint64 youth_id;
  guint sex;
} Pass;

static void
add_n (Pass *pass, guint quantity, guint n)
{
  if (quantity == TJ_NO_QUANTITY || n == 0)
    return;
  if (pass->counts)
    pass->tally->values[quantity] += n;
  else if (quantity == pass->wanted)
    g_array_append_val (pass->members, pass->youth_id);
}

static void
add_by_sex (Pass *pass, const guint quantities[TJ_N_SEX_COLUMNS])
{
  add_n (pass, quantities[pass->sex], 1);
  add_n (pass, quantities[TJ_EVERYBODY], 1);
}

/**
 * tj_flow_population:
 *
 * Returns: the population of a column of a table by flow
 */
TjPopulation
tj_flow_population (guint flow)
{
  static const TjPopulation populations[] = { [TJ_FLOW_START] = TJ_POPULATION_START,
                                              [TJ_FLOW_NEW] = TJ_POPULATION_NEW,
                                              [TJ_FLOW_ENDED] = TJ_POPULATION_ENDED,
                                              [TJ_FLOW_END] = TJ_POPULATION_END };

  g_return_val_if_fail (flow < TJ_N_FLOWS, TJ_POPULATION_NONE);

  return populations[flow];
}

static guint
n_columns (TjDivisionShape shape)
{
  return shape == TJ_DIVISION_BY_SEX    ? TJ_N_SEX_COLUMNS
         : shape == TJ_DIVISION_BY_FLOW ? TJ_N_FLOWS
                                        : 1;
}

/**
 * tj_tally_division:
 * @column: of tables by sex a #TjSex or %TJ_EVERYBODY, of tables by flow a flow, else 0
 *
 * Returns: the quantity in a row of a table; the row after the last is the total
 */
guint
tj_tally_division (const TjTally *self, TjDivisionId division, guint row, guint column)
{
  const TjDivision *table = tj_division_get (division);
  TjPopulation population = TJ_POPULATION_NONE;

  if (row == tj_division_n_rows (table, &self->options))
    population = table->shape == TJ_DIVISION_BY_FLOW ? tj_flow_population (column) : table->base;
  else
    population = tj_division_population (table, &self->options, row);
  if (population == TJ_POPULATION_NONE)
    return self->divisions[division] + row * n_columns (table->shape) + column;
  return self
      ->populations[0][population][table->shape == TJ_DIVISION_BY_SEX ? column : TJ_EVERYBODY];
}

static gboolean
is_compared (TjPopulation population)
{
  for (guint i = 0; i < TJ_N_COMPARED; i++)
    if (tj_compared_populations[i] == population)
      return TRUE;
  return FALSE;
}

static void
number_populations (TjTally *self, guint period)
{
  const gboolean is_oldest = period + 1 == self->n_periods;

  for (TjPopulation population = 0; population < TJ_N_POPULATIONS; population++)
    for (guint sex = 0; sex < TJ_N_SEX_COLUMNS; sex++)
      {
        guint *quantity = &self->populations[period][population][sex];

        /* The start of a period is the end of the one before. */
        if (population == TJ_POPULATION_START && !is_oldest)
          *quantity = self->populations[period + 1][TJ_POPULATION_END][sex];
        else if (period == 0 || population == TJ_POPULATION_START || population == TJ_POPULATION_END
                 || (sex == TJ_EVERYBODY && is_compared (population)))
          *quantity = self->n_quantities++;
        else
          *quantity = TJ_NO_QUANTITY;
      }
}

static void
number_all (TjTally *self)
{
  for (guint period = self->n_periods; period-- > 0;)
    number_populations (self, period);
  for (TjDivisionId division = 0; division < TJ_N_DIVISIONS; division++)
    {
      const TjDivision *table = tj_division_get (division);

      self->divisions[division] = self->n_quantities;
      self->n_quantities += tj_division_n_rows (table, &self->options) * n_columns (table->shape);
    }
  for (guint promise = 0; promise < TJ_N_PROMISES; promise++)
    for (guint sex = 0; sex < TJ_N_SEX_COLUMNS; sex++)
      self->attempted[promise][sex] = self->n_quantities++;
  self->visits = self->n_quantities++;
  self->concern_reports = self->n_quantities++;
}

static void
count_division (Pass *pass, TjDivisionId division, const TjYouthPeriod *youth)
{
  const TjDivision *table = tj_division_get (division);
  const guint row = table->place (youth);
  guint first;

  g_assert (row < tj_division_n_rows (table, youth->options));
  if (tj_division_population (table, youth->options, row) != TJ_POPULATION_NONE)
    return;
  first = pass->tally->divisions[division] + row * n_columns (table->shape);
  if (table->shape == TJ_DIVISION_TOTAL)
    add_n (pass, first, 1);
  else if (table->shape == TJ_DIVISION_BY_SEX)
    {
      add_n (pass, first + pass->sex, 1);
      add_n (pass, first + TJ_EVERYBODY, 1);
    }
  for (guint flow = 0; table->shape == TJ_DIVISION_BY_FLOW && flow < TJ_N_FLOWS; flow++)
    add_n (pass, first + flow, tj_population_has (tj_flow_population (flow), youth) ? 1 : 0);
}

/* The number of contacts of that channel while registered. */
static guint
count_contacts (const TjYouthPeriod *youth, TjChannel channel)
{
  guint n = 0;

  for (guint i = 0; i < youth->n_contacts; i++)
    if (youth->contacts[i].channel == channel
        && tj_youth_period_is_registered (youth, youth->contacts[i].row.date))
      n++;
  return n;
}

static void
count_days (Pass *pass, const TjYouthPeriod *youth)
{
  for (guint promise = 0; promise < TJ_N_PROMISES; promise++)
    {
      guint days;

      if (!tj_promise_get_days (youth, (TjPromise)promise, &days))
        continue;
      add_by_sex (pass, pass->tally->attempted[promise]);
      if (!pass->counts)
        continue;
      g_array_append_val (pass->tally->days[promise][pass->sex], days);
      g_array_append_val (pass->tally->days[promise][TJ_EVERYBODY], days);
    }
}

static void
take_promises (Pass *pass, TjYouthPeriod *youth)
{
  guint8 *kept = pass->tally->promises[youth->youth];

  for (guint promise = 0; promise < TJ_N_PROMISES; promise++)
    {
      if (pass->counts && youth->options->routine != NULL
          && tj_population_has (TJ_POPULATION_NEW, youth))
        kept[promise] = (guint8)tj_promise_state (youth, (TjPromise)promise);
      youth->promises[promise] = kept[promise];
    }
}

/* The start is counted as the end of the period before, unless that one is not counted. */
static gboolean
counts_start (const TjTally *self, guint period)
{
  return period + 1 == MIN (self->n_periods, self->first_kept);
}

/* Everything of the report's own period. */
static void
count_now (Pass *pass, TjYouthPeriod *youth)
{
  gboolean belongs[TJ_N_POPULATIONS];

  if (youth->latest == NULL && youth->n_reports == 0)
    return;
  take_promises (pass, youth);
  for (TjPopulation population = 0; population < TJ_N_POPULATIONS; population++)
    {
      belongs[population] = (youth->latest != NULL || !tj_population_is_of_registered (population))
                            && tj_population_has (population, youth);
      if (belongs[population]
          && (population != TJ_POPULATION_START || counts_start (pass->tally, 0)))
        add_by_sex (pass, pass->tally->populations[0][population]);
    }
  for (TjDivisionId division = 0; division < TJ_N_DIVISIONS; division++)
    if (belongs[tj_division_get (division)->base])
      count_division (pass, division, youth);
  if (belongs[TJ_POPULATION_NEW])
    count_days (pass, youth);
  add_n (pass, pass->tally->visits, count_contacts (youth, TJ_CHANNEL_HOME_VISIT));
  add_n (pass, pass->tally->concern_reports, count_contacts (youth, TJ_CHANNEL_CONCERN_REPORT));
}

/* What is compared of an earlier period. */
static void
count_before (Pass *pass, guint period, const TjYouthPeriod *youth)
{
  TjPopulationQuantities *quantities = &pass->tally->populations[period];

  if (youth->latest == NULL)
    return;
  for (guint i = 0; i < TJ_N_COMPARED; i++)
    if (tj_population_has (tj_compared_populations[i], youth))
      add_n (pass, (*quantities)[tj_compared_populations[i]][TJ_EVERYBODY], 1);
  if (tj_population_has (TJ_POPULATION_END, youth))
    add_by_sex (pass, (*quantities)[TJ_POPULATION_END]);
  if (counts_start (pass->tally, period) && tj_population_has (TJ_POPULATION_START, youth))
    add_by_sex (pass, (*quantities)[TJ_POPULATION_START]);
}

static void
run (Pass *pass)
{
  TjTally *self = pass->tally;
  const guint n_youths = tj_statistics_input_n_youths (self->input);
  TjYouthPeriod youth;

  for (guint i = 0; i < n_youths; i++)
    {
      pass->youth_id = tj_statistics_input_get_id (self->input, i);
      pass->sex = (guint)tj_statistics_input_get_sex (self->input, i);
      tj_youth_period_init (&youth, self->input, &self->options, self->periods[0], i);
      count_now (pass, &youth);
      for (guint period = 1; period < self->first_kept; period++)
        {
          tj_youth_period_init (&youth, self->input, &self->options, self->periods[period], i);
          count_before (pass, period, &youth);
        }
    }
}

/* Tables have a column for it only then. */
static gboolean
find_unknown_sex (const TjTally *self)
{
  static const TjPopulation now[] = { TJ_POPULATION_DURING, TJ_POPULATION_REPORTED };

  for (guint i = 0; i < G_N_ELEMENTS (now); i++)
    if (self->values[self->populations[0][now[i]][TJ_SEX_UNKNOWN]] > 0)
      return TRUE;
  for (guint period = 0; period < self->n_periods; period++)
    if (self->values[self->populations[period][TJ_POPULATION_START][TJ_SEX_UNKNOWN]] > 0)
      return TRUE;
  return FALSE;
}

/* Back to the earliest period of which the register has something and still has everybody, and from
 * there as far as figures were kept. */
static void
choose_periods (TjTally *self)
{
  const TjDate first_day = tj_statistics_input_get_first_day (self->input);
  const TjDate complete_from = tj_statistics_input_get_complete_from (self->input);
  TjStatisticsPeriod period = self->options.period;

  self->periods = g_new0 (TjStatisticsPeriod, self->options.n_earlier + 1);
  self->periods[0] = period;
  self->periods[0].to = MIN (period.to, MAX (self->options.today, period.from));
  self->n_periods = self->first_kept = 1;
  for (guint i = 0; i < self->options.n_earlier; i++)
    {
      gboolean is_counted;

      period = tj_statistics_period_before (period);
      is_counted = self->first_kept == self->n_periods && period.from >= complete_from
                   && first_day != TJ_DATE_NONE && period.to >= first_day;
      if (!is_counted && !tj_tally_has_kept (self, period))
        return;
      self->first_kept += is_counted;
      self->periods[self->n_periods++] = period;
    }
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const guint *)a < *(const guint *)b ? -1 : *(const guint *)a > *(const guint *)b;
}

static void
for_each_days (TjTally *self, void (*func) (GArray **days))
{
  for (guint promise = 0; promise < TJ_N_PROMISES; promise++)
    for (guint sex = 0; sex < TJ_N_SEX_COLUMNS; sex++)
      func (&self->days[promise][sex]);
}

static void
make_days (GArray **days)
{
  *days = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
sort_days (GArray **days)
{
  g_array_sort (*days, compare_days);
}

static void
free_days (GArray **days)
{
  g_array_unref (*days);
}

/**
 * tj_tally_new:
 * @input: sealed; kept
 *
 * Counts.
 *
 * Returns: (transfer full): the numbers
 */
TjTally *
tj_tally_new (TjStatisticsInput *input, const TjStatisticsOptions *options)
{
  TjTally *self = g_new0 (TjTally, 1);
  Pass pass = { .tally = self, .counts = TRUE };

  self->input = tj_statistics_input_ref (input);
  self->options = *options;
  if (options->measure_ends != NULL)
    {
      g_autofree char *text = tj_code_book_dup_text (options->measure_ends);

      self->measure_ends = tj_code_book_new (text);
    }
  self->options.measure_ends = self->measure_ends;
  choose_periods (self);
  self->populations = g_new0 (TjPopulationQuantities, self->n_periods);
  self->promises = g_malloc0 (sizeof *self->promises * (tj_statistics_input_n_youths (input) + 1));
  number_all (self);
  self->values = g_new0 (guint, self->n_quantities);
  for_each_days (self, make_days);
  run (&pass);
  for (guint period = self->first_kept; period < self->n_periods; period++)
    tj_tally_take_kept (self, period);
  self->has_unknown_sex = find_unknown_sex (self);
  for_each_days (self, sort_days);
  /* Borrowed for the call only. */
  self->options.routine = NULL;
  self->options.country = NULL;
  return self;
}

/**
 * tj_tally_free:
 *
 * Frees @self.
 */
void
tj_tally_free (TjTally *self)
{
  for_each_days (self, free_days);
  g_clear_pointer (&self->measure_ends, tj_code_book_free);
  tj_statistics_input_unref (self->input);
  g_free (self->periods);
  g_free (self->populations);
  g_free (self->values);
  g_free (self->promises);
  g_free (self);
}

/**
 * tj_tally_median:
 * @days: (out): the middle one of the days, or halfway between the two middle ones, half a day
 *   rounded up
 *
 * Returns: whether there is one
 */
gboolean
tj_tally_median (const TjTally *self, TjPromise promise, guint sex, int *days)
{
  const GArray *all = self->days[promise][sex];

  if (all->len == 0)
    return FALSE;
  *days = (int)((g_array_index (all, guint, (all->len - 1) / 2)
                 + g_array_index (all, guint, all->len / 2) + 1)
                / 2);
  return TRUE;
}

/**
 * tj_tally_dup_members:
 *
 * Returns: (transfer full) (element-type gint64): the ids of the youths behind @quantity
 */
GArray *
tj_tally_dup_members (const TjTally *self, guint quantity)
{
  Pass pass = { .tally = (TjTally *)self,
                .wanted = quantity,
                .members = g_array_new (FALSE, FALSE, sizeof (gint64)) };

  if (quantity < self->n_quantities)
    run (&pass);
  return pass.members;
}
