/* What any reader of the report knows of its numbers without being told: that women and men make
 * everybody, that rows make their total, that start and new make deregistered and end, that a part
 * is not greater than its whole. Disclosure control guards against all of it. The quantities of the
 * tally and of the control have the same indices. */

#include "config.h"

#include "tj-tally-relations.h"

typedef struct
{
  const TjTally *tally;
  TjDisclosure *disclosure;
  GArray *parts; /* guint */
} Relations;

static const guint *
quantities_of (const Relations *self, guint period, TjPopulation population)
{
  return self->tally->populations[period][population];
}

static void
add_sum (Relations *self, guint total)
{
  tj_disclosure_add_sum (self->disclosure, total, (const guint *)(gconstpointer)self->parts->data,
                         self->parts->len);
  g_array_set_size (self->parts, 0);
}

static void
take_part (Relations *self, guint quantity)
{
  g_array_append_val (self->parts, quantity);
}

static void
add_sexes (Relations *self, const guint quantities[TJ_N_SEX_COLUMNS])
{
  if (quantities[TJ_EVERYBODY] == TJ_NO_QUANTITY || quantities[0] == TJ_NO_QUANTITY)
    return;
  /* Where no table has a column for it, everybody knows that nobody's sex is unknown. */
  for (guint sex = 0; sex < TJ_EVERYBODY; sex++)
    if (sex != TJ_SEX_UNKNOWN || self->tally->has_unknown_sex)
      take_part (self, quantities[sex]);
  add_sum (self, quantities[TJ_EVERYBODY]);
}

/* Start and new make all of the period; so do deregistered and end. */
static void
add_flow (Relations *self, guint period, guint sex)
{
  static const TjPopulation ways[][2]
      = { { TJ_POPULATION_START, TJ_POPULATION_NEW }, { TJ_POPULATION_ENDED, TJ_POPULATION_END } };

  for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      if (quantities_of (self, period, TJ_POPULATION_DURING)[sex] == TJ_NO_QUANTITY)
        return;
      take_part (self, quantities_of (self, period, ways[way][0])[sex]);
      take_part (self, quantities_of (self, period, ways[way][1])[sex]);
      add_sum (self, quantities_of (self, period, TJ_POPULATION_DURING)[sex]);
    }
}

/* A share lets its part, its whole and so what is left of it be known. */
static void
add_subset (Relations *self, guint period, TjPopulation part, TjPopulation whole)
{
  for (guint sex = 0; sex < TJ_N_SEX_COLUMNS; sex++)
    {
      const guint small = quantities_of (self, period, part)[sex];
      const guint large = quantities_of (self, period, whole)[sex];

      if (small != TJ_NO_QUANTITY && large != TJ_NO_QUANTITY)
        tj_disclosure_add_subset (self->disclosure, small, large);
    }
}

static void
add_populations (Relations *self)
{
  for (guint period = 0; period < self->tally->n_periods; period++)
    {
      for (TjPopulation population = 0; population < TJ_N_POPULATIONS; population++)
        if (population != TJ_POPULATION_START || period + 1 == self->tally->n_periods)
          add_sexes (self, quantities_of (self, period, population));
      for (guint sex = 0; sex < TJ_N_SEX_COLUMNS; sex++)
        add_flow (self, period, sex);
      if (period == 0)
        continue;
      /* Of the report's own period the tables' rows say the same. */
      add_subset (self, period, TJ_POPULATION_REACHED, TJ_POPULATION_DURING);
      add_subset (self, period, TJ_POPULATION_IN_MEASURE, TJ_POPULATION_DURING);
      add_subset (self, period, TJ_POPULATION_BACK, TJ_POPULATION_ENDED);
    }
  add_subset (self, 0, TJ_POPULATION_KNOWN, TJ_POPULATION_DURING);
  add_subset (self, 0, TJ_POPULATION_VISITED, TJ_POPULATION_DURING);
  add_subset (self, 0, TJ_POPULATION_MEASURE_ENDED, TJ_POPULATION_IN_MEASURE);
  add_subset (self, 0, TJ_POPULATION_ATTEMPT, TJ_POPULATION_NEW);
  add_subset (self, 0, TJ_POPULATION_CONTACT, TJ_POPULATION_NEW);
}

static guint
n_columns_of (const TjDivision *table)
{
  return table->shape == TJ_DIVISION_BY_SEX    ? TJ_N_SEX_COLUMNS
         : table->shape == TJ_DIVISION_BY_FLOW ? TJ_N_FLOWS
                                               : 1;
}

static guint
cell (const Relations *self, TjDivisionId division, guint row, guint column)
{
  return tj_tally_division (self->tally, division, row, column);
}

static void
add_row (Relations *self, TjDivisionId division, guint row)
{
  const TjDivision *table = tj_division_get (division);

  if (table->shape == TJ_DIVISION_BY_SEX)
    {
      guint quantities[TJ_N_SEX_COLUMNS];

      /* That of a population has been told already. */
      if (tj_division_population (table, &self->tally->options, row) != TJ_POPULATION_NONE)
        return;
      for (guint sex = 0; sex < TJ_N_SEX_COLUMNS; sex++)
        quantities[sex] = cell (self, division, row, sex);
      add_sexes (self, quantities);
    }
  else if (table->shape == TJ_DIVISION_BY_FLOW)
    {
      const guint left[]
          = { cell (self, division, row, TJ_FLOW_START), cell (self, division, row, TJ_FLOW_NEW) };
      const guint right[]
          = { cell (self, division, row, TJ_FLOW_ENDED), cell (self, division, row, TJ_FLOW_END) };

      tj_disclosure_add_balance (self->disclosure, left, 2, right, 2);
    }
}

static void
add_division (Relations *self, TjDivisionId division)
{
  const TjDivision *table = tj_division_get (division);
  const guint n_rows = tj_division_n_rows (table, &self->tally->options);

  for (guint row = 0; row < n_rows; row++)
    add_row (self, division, row);
  for (guint column = 0; column < n_columns_of (table); column++)
    {
      for (guint row = 0; row < n_rows; row++)
        take_part (self, cell (self, division, row, column));
      add_sum (self, table->shape == TJ_DIVISION_TOTAL
                         ? quantities_of (self, 0, table->base)[TJ_EVERYBODY]
                         : cell (self, division, n_rows, column));
    }
}

/* Rows of one table that make a row of another. */
static void
add_across_tables (Relations *self)
{
  for (guint sex = 0; sex < TJ_N_SEX_COLUMNS; sex++)
    {
      take_part (self, cell (self, TJ_DIVISION_REASON, TJ_DEREGISTRATION_NATIONAL_PROGRAMME, sex));
      take_part (self, cell (self, TJ_DIVISION_REASON, TJ_DEREGISTRATION_INTRODUCTION, sex));
      add_sum (self, quantities_of (self, 0, TJ_POPULATION_BACK)[sex]);
      /* The first two rows of the knowledge table are those who were not reached. */
      take_part (self, cell (self, TJ_DIVISION_KNOWLEDGE, 0, sex));
      take_part (self, cell (self, TJ_DIVISION_KNOWLEDGE, 1, sex));
      add_sum (self, quantities_of (self, 0, TJ_POPULATION_KNOWN_ONLY)[sex]);
    }
  for (int must = 1; must >= 0; must--)
    {
      for (int category = 0; category < TJ_N_REPORT_CATEGORIES; category++)
        if (tj_report_category_is_must ((TjReportCategory)category) == must)
          take_part (self, cell (self, TJ_DIVISION_REPORT_CATEGORY, (guint)category, 0));
      add_sum (self, quantities_of (
                         self, 0, must ? TJ_POPULATION_MUST : TJ_POPULATION_SHOULD)[TJ_EVERYBODY]);
    }
}

/**
 * tj_tally_new_disclosure:
 * @threshold: the least number that is shown; 0 or 1 hides nothing
 *
 * Hands all quantities and everything that is known of them to disclosure control (LAW: small
 * numbers). Control has not been run.
 *
 * Returns: (transfer full): the control
 */
TjDisclosure *
tj_tally_new_disclosure (const TjTally *self, guint threshold)
{
  Relations relations = { .tally = self,
                          .disclosure = tj_disclosure_new (threshold),
                          .parts = g_array_new (FALSE, FALSE, sizeof (guint)) };

  for (guint quantity = 0; quantity < self->n_quantities; quantity++)
    tj_disclosure_add (relations.disclosure, self->values[quantity]);
  add_populations (&relations);
  for (TjDivisionId division = 0; division < TJ_N_DIVISIONS; division++)
    add_division (&relations, division);
  add_across_tables (&relations);
  g_array_unref (relations.parts);
  return relations.disclosure;
}
