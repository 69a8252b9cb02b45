/* The tables of the report's own period: who was there, and each division of them. A row that says
 * "unknown" or "not stated" is left out when it has nobody in it, which is no secret. */

#include "config.h"

#include "tj-statistics-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *id;
  const char *label;
} sex_columns[] = {
  [TJ_SEX_UNKNOWN] = { "unknown", NC_ ("report", "Unknown") },
  [TJ_SEX_WOMAN] = { "women", NC_ ("report", "Women") },
  [TJ_SEX_MAN] = { "men", NC_ ("report", "Men") },
  [TJ_EVERYBODY] = { "total", NC_ ("report", "Total") },
};

static const guint sex_order[] = { TJ_SEX_WOMAN, TJ_SEX_MAN, TJ_SEX_UNKNOWN, TJ_EVERYBODY };

static const char *
report_text (const char *msgid)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "report", msgid);
}

/**
 * tj_statistics_add_table: adds a table at the end of the report and returns it.
 */
TjFigureTable *
tj_statistics_add_table (TjStatistics *self, const char *id, const char *section, const char *title)
{
  TjFigureTable *table = tj_figure_table_new (id, section, title);

  g_ptr_array_add (self->tables, table);
  return table;
}

/**
 * tj_statistics_set_count: puts a quantity in a cell, or that it is hidden.
 */
void
tj_statistics_set_count (TjStatistics *self,
                         TjFigureTable *table,
                         guint row,
                         guint column,
                         guint quantity)
{
  TjFigure *figure = tj_figure_table_at (table, row, column);

  figure->kind = TJ_FIGURE_COUNT;
  figure->quantity = quantity;
  figure->value = (int)self->tally->values[quantity];
  if (tj_disclosure_is_hidden (self->disclosure, quantity))
    tj_figure_hide (figure);
}

/**
 * tj_statistics_set_share: puts in a cell how much one quantity is of another, in tenths of a
 * percent. It is hidden when either of them is, as one would tell the other.
 */
void
tj_statistics_set_share (TjStatistics *self,
                         TjFigureTable *table,
                         guint row,
                         guint column,
                         guint part,
                         guint whole)
{
  TjFigure *figure = tj_figure_table_at (table, row, column);
  const guint64 all = self->tally->values[whole];

  figure->quantity = part;
  figure->whole = whole;
  figure->kind = all > 0 ? TJ_FIGURE_SHARE : TJ_FIGURE_EMPTY;
  if (all > 0)
    figure->value
        = (int)((self->tally->values[part] * G_GUINT64_CONSTANT (2000) + all) / (2 * all));
  if (tj_disclosure_is_hidden (self->disclosure, part)
      || tj_disclosure_is_hidden (self->disclosure, whole))
    tj_figure_hide (figure);
}

static void
add_sex_columns (TjStatistics *self, TjFigureTable *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (sex_order); i++)
    if (sex_order[i] != TJ_SEX_UNKNOWN || self->tally->has_unknown_sex)
      tj_figure_table_add_column (table, sex_columns[sex_order[i]].id,
                                  report_text (sex_columns[sex_order[i]].label),
                                  sex_order[i] == TJ_EVERYBODY);
}

/* The quantity of each sex, in the order of the columns. Returns the column after them. */
static guint
fill_sexes (TjStatistics *self,
            TjFigureTable *table,
            guint row,
            const guint quantities[TJ_N_SEX_COLUMNS])
{
  guint column = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sex_order); i++)
    if (sex_order[i] != TJ_SEX_UNKNOWN || self->tally->has_unknown_sex)
      tj_statistics_set_count (self, table, row, column++, quantities[sex_order[i]]);
  return column;
}

static void
make_numbers (TjStatistics *self)
{
  static const TjPopulation populations[]
      = { TJ_POPULATION_START, TJ_POPULATION_NEW, TJ_POPULATION_ENDED, TJ_POPULATION_END,
          TJ_POPULATION_DURING };
  TjFigureTable *table
      = tj_statistics_add_table (self, "numbers", "numbers", _ ("Number of youths"));

  add_sex_columns (self, table);
  for (guint i = 0; i < G_N_ELEMENTS (populations); i++)
    {
      const TjPopulation population = populations[i];
      const guint row = tj_figure_table_add_row (table, tj_population_id (population),
                                                 tj_population_label (population),
                                                 population == TJ_POPULATION_DURING);

      fill_sexes (self, table, row, self->tally->populations[0][population]);
    }
}

static void
add_columns (TjStatistics *self, const TjDivision *division, TjFigureTable *table)
{
  for (guint flow = 0; division->shape == TJ_DIVISION_BY_FLOW && flow < TJ_N_FLOWS; flow++)
    tj_figure_table_add_column (table, tj_population_id (tj_flow_population (flow)),
                                tj_population_label (tj_flow_population (flow)), FALSE);
  if (division->shape == TJ_DIVISION_BY_SEX)
    add_sex_columns (self, table);
  if (division->shape == TJ_DIVISION_TOTAL)
    tj_figure_table_add_column (table, "total", report_text (sex_columns[TJ_EVERYBODY].label),
                                TRUE);
  if (division->shape != TJ_DIVISION_BY_FLOW)
    tj_figure_table_add_column (table, "share", report_text (NC_ ("report", "Share")), FALSE);
}

static void
fill_row (TjStatistics *self, TjDivisionId id, TjFigureTable *table, guint row, guint from)
{
  const TjDivision *division = tj_division_get (id);
  guint quantities[TJ_N_SEX_COLUMNS], column = 1;

  switch (division->shape)
    {
    case TJ_DIVISION_BY_FLOW:
      for (guint flow = 0; flow < TJ_N_FLOWS; flow++)
        tj_statistics_set_count (self, table, row, flow,
                                 tj_tally_division (self->tally, id, from, flow));
      return;
    case TJ_DIVISION_BY_SEX:
      for (guint sex = 0; sex < TJ_N_SEX_COLUMNS; sex++)
        quantities[sex] = tj_tally_division (self->tally, id, from, sex);
      column = fill_sexes (self, table, row, quantities);
      break;
    case TJ_DIVISION_TOTAL:
    default:
      quantities[TJ_EVERYBODY] = tj_tally_division (self->tally, id, from, 0);
      tj_statistics_set_count (self, table, row, 0, quantities[TJ_EVERYBODY]);
      break;
    }
  tj_statistics_set_share (self, table, row, column, quantities[TJ_EVERYBODY],
                           self->tally->populations[0][division->base][TJ_EVERYBODY]);
}

/* That nobody is in a row is told by leaving it out as by a nought: not when a figure is hidden. */
static gboolean
is_left_out (TjStatistics *self, TjDivisionId id, guint row, const char *word)
{
  const TjDivision *division = tj_division_get (id);
  const guint n_columns = division->shape == TJ_DIVISION_BY_SEX    ? TJ_N_SEX_COLUMNS
                          : division->shape == TJ_DIVISION_BY_FLOW ? TJ_N_FLOWS
                                                                   : 1;

  if (!g_str_equal (word, "unknown") && !g_str_equal (word, "not-stated"))
    return FALSE;
  for (guint column = 0; column < n_columns; column++)
    {
      const guint quantity = tj_tally_division (self->tally, id, row, column);

      if (self->tally->values[quantity] > 0 || tj_disclosure_is_hidden (self->disclosure, quantity))
        return FALSE;
    }
  return TRUE;
}

static void
make_division (TjStatistics *self, TjDivisionId id)
{
  const TjDivision *division = tj_division_get (id);
  const guint n_rows = tj_division_n_rows (division, &self->tally->options);
  TjFigureTable *table
      = tj_statistics_add_table (self, division->id, division->section, _ (division->title));

  if (division->words != NULL)
    tj_figure_table_set_note (table, _ (division->words));
  add_columns (self, division, table);
  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *word = NULL, *label = NULL;

      tj_division_describe_row (division, &self->tally->options, row, &word, &label);
      if (!is_left_out (self, id, row, word))
        fill_row (self, id, table, tj_figure_table_add_row (table, word, label, FALSE), row);
    }
  fill_row (
      self, id, table,
      tj_figure_table_add_row (table, "total", report_text (sex_columns[TJ_EVERYBODY].label), TRUE),
      n_rows);
}

/* Visits and concern reports are numbers of themselves and not of youths: no sex, no share. */
static void
make_outreach (TjStatistics *self)
{
  const TjTally *tally = self->tally;
  TjFigureTable *table = tj_statistics_add_table (self, "outreach", "contact",
                                                  _ ("Home visits and concern reports"));
  const guint visited
      = tj_figure_table_add_row (table, "visited", _ ("Youths sought at home"), FALSE);
  const guint visits
      = tj_figure_table_add_row (table, "home-visits", _ ("Number of home visits"), FALSE);
  const guint reports
      = tj_figure_table_add_row (table, "concern-reports", _ ("Number of concern reports"), FALSE);
  guint total;

  add_sex_columns (self, table);
  total = fill_sexes (self, table, visited, tally->populations[0][TJ_POPULATION_VISITED]) - 1;
  tj_statistics_set_count (self, table, visits, total, tally->visits);
  tj_statistics_set_count (self, table, reports, total, tally->concern_reports);
}

/* How long the routine gives itself, for one registered on the first day. */
static void
note_promise (TjStatistics *self, const char *id, TjPromise promise, const TjRoutine *routine)
{
  TjFigureTable *table = tj_statistics_table (self, id);
  g_autofree char *note = NULL;
  guint shortest, longest;

  if (!tj_promise_get_span (routine, self->tally->options.period.from, promise, &shortest,
                            &longest))
    return;
  note = shortest == longest
             ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The routine gives itself %u day.",
                                             "The routine gives itself %u days.", shortest),
                                shortest)
             : g_strdup_printf (_ ("The routine gives itself %u to %u days, by background."),
                                shortest, longest);
  tj_figure_table_set_note (table, note);
}

/* A median of fewer than the threshold would be somebody's own days. */
static void
set_median (TjStatistics *self,
            TjFigureTable *table,
            guint row,
            guint column,
            TjPromise promise,
            guint sex)
{
  const guint quantity = self->tally->attempted[promise][sex];
  TjFigure *figure = tj_figure_table_at (table, row, column);

  figure->quantity = quantity;
  figure->kind = tj_tally_median (self->tally, promise, sex, &figure->value) ? TJ_FIGURE_DAYS
                                                                             : TJ_FIGURE_EMPTY;
  if (figure->kind != TJ_FIGURE_EMPTY
      && (self->tally->values[quantity] < self->threshold
          || tj_disclosure_is_hidden (self->disclosure, quantity)))
    tj_figure_hide (figure);
}

static void
make_medians (TjStatistics *self)
{
  static const struct
  {
    const char *id;
    const char *label;
  } rows[] = {
    [TJ_PROMISE_ATTEMPT] = { "attempt", NC_ ("report", "From registration to first attempt") },
    [TJ_PROMISE_CONTACT] = { "contact", NC_ ("report", "From registration to first contact") },
  };
  TjFigureTable *table = tj_statistics_add_table (self, "time-median", "time", _ ("Median time"));

  add_sex_columns (self, table);
  for (guint promise = 0; promise < TJ_N_PROMISES; promise++)
    {
      const guint row = tj_figure_table_add_row (table, rows[promise].id,
                                                 report_text (rows[promise].label), FALSE);
      guint column = 0;

      for (guint i = 0; i < G_N_ELEMENTS (sex_order); i++)
        if (sex_order[i] != TJ_SEX_UNKNOWN || self->tally->has_unknown_sex)
          set_median (self, table, row, column++, (TjPromise)promise, sex_order[i]);
    }
}

/**
 * tj_statistics_make_tables: makes all tables in the order of the report, once control has decided
 * what they may say.
 */
void
tj_statistics_make_tables (TjStatistics *self, const TjStatisticsOptions *options)
{
  make_numbers (self);
  for (TjDivisionId division = 0; division < TJ_N_DIVISIONS; division++)
    {
      make_division (self, division);
      if (division == TJ_DIVISION_CHANNEL)
        make_outreach (self);
    }
  note_promise (self, "time-to-attempt", TJ_PROMISE_ATTEMPT, options->routine);
  note_promise (self, "time-to-contact", TJ_PROMISE_CONTACT, options->routine);
  make_medians (self);
  tj_statistics_make_comparison (self, options);
}
