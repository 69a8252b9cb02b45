/* The statistics of a period: counted, guarded by disclosure control all together, and put into
 * tables. Tables are made last, so that a hidden number never stands in one. */

#include "config.h"

#include "tj-statistics-private.h"

#include <glib/gi18n-lib.h>

/**
 * tj_statistics_new:
 * @input: sealed; kept, to tell who stands behind a number
 * @options: borrowed for the call
 *
 * Counts the period of @options and those before it.
 *
 * Returns: (transfer full): the statistics
 */
TjStatistics *
tj_statistics_new (TjStatisticsInput *input, const TjStatisticsOptions *options)
{
  TjStatistics *self;

  g_return_val_if_fail (input != NULL && options->period.from <= options->period.to, NULL);

  self = g_new0 (TjStatistics, 1);
  g_atomic_ref_count_init (&self->references);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_figure_table_free);
  self->threshold = options->threshold;
  self->is_unfinished = options->today < options->period.to;
  self->tally = tj_tally_new (input, options);
  self->disclosure = tj_tally_new_disclosure (self->tally, options->threshold);
  if (options->published != NULL)
    tj_statistics_take_published (self, options->published);
  tj_disclosure_control (self->disclosure);
  tj_statistics_make_tables (self, options);
  return self;
}

/**
 * tj_statistics_ref:
 *
 * Returns: (transfer full): @self
 */
TjStatistics *
tj_statistics_ref (TjStatistics *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * tj_statistics_unref:
 *
 * Lets go of @self; the last to do so frees it.
 */
void
tj_statistics_unref (TjStatistics *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  tj_tally_free (self->tally);
  tj_disclosure_free (self->disclosure);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

/**
 * tj_statistics_tables:
 *
 * Returns: (transfer none) (element-type TjFigureTable): all tables in the order of the report
 */
const GPtrArray *
tj_statistics_tables (const TjStatistics *self)
{
  return self->tables;
}

/**
 * tj_statistics_table:
 *
 * Returns: (transfer none) (nullable): the table with that id
 */
TjFigureTable *
tj_statistics_table (const TjStatistics *self, const char *id)
{
  for (guint i = 0; i < self->tables->len; i++)
    if (g_str_equal (tj_figure_table_get_id (self->tables->pdata[i]), id))
      return self->tables->pdata[i];
  return NULL;
}

/**
 * tj_statistics_get_period:
 *
 * Returns: the period that was asked for
 */
TjStatisticsPeriod
tj_statistics_get_period (const TjStatistics *self)
{
  return self->tally->options.period;
}

/**
 * tj_statistics_is_unfinished:
 *
 * Returns: whether the period had not ended when this was counted; its end is that day's then
 */
gboolean
tj_statistics_is_unfinished (const TjStatistics *self)
{
  return self->is_unfinished;
}

/**
 * tj_statistics_get_threshold:
 *
 * Returns: the least number that is shown; 0 or 1 when nothing is hidden
 */
guint
tj_statistics_get_threshold (const TjStatistics *self)
{
  return self->threshold;
}

/**
 * tj_statistics_dup_members:
 * @quantity: a figure's
 *
 * Returns: (transfer full) (element-type gint64): the ids of the youths behind a number, in order;
 *   none behind one that is hidden. Of a number of visits or reports: the youths whose they are.
 */
GArray *
tj_statistics_dup_members (const TjStatistics *self, guint quantity)
{
  if (quantity >= self->tally->n_quantities || tj_disclosure_is_hidden (self->disclosure, quantity))
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  return tj_tally_dup_members (self->tally, quantity);
}

/**
 * tj_statistics_list_kept:
 *
 * Lists the figures by which later reports can compare with these periods when people of them have
 * been purged. Ask statistics of which nothing is hidden and whose period is over.
 *
 * Returns: (transfer full) (element-type TjKeptFigure): the figures
 */
GArray *
tj_statistics_list_kept (const TjStatistics *self)
{
  return tj_tally_list_kept (self->tally);
}

static void
take_definition (GArray *definitions, const char *id, const char *term, const char *words)
{
  const TjStatisticsDefinition definition = { id, term, words };

  g_array_append_val (definitions, definition);
}

/**
 * tj_statistics_list_definitions:
 *
 * Returns: (transfer full) (element-type TjStatisticsDefinition): every definition, in the order of
 *   the report: who counts as what, and then how the tables divide them
 */
GArray *
tj_statistics_list_definitions (void)
{
  GArray *definitions = g_array_new (FALSE, FALSE, sizeof (TjStatisticsDefinition));

  for (TjPopulation population = 0; population < TJ_N_POPULATIONS; population++)
    take_definition (definitions, tj_population_id (population), tj_population_label (population),
                     tj_population_words (population));
  for (TjDivisionId division = 0; division < TJ_N_DIVISIONS; division++)
    {
      const TjDivision *table = tj_division_get (division);

      if (table->words != NULL)
        take_definition (definitions, table->id, _ (table->title), _ (table->words));
    }
  take_definition (definitions, "sex", _ ("Women and men"),
                   _ ("By the last figure but one of the personal or coordination number. Who has a"
                      " temporary number stands under Unknown and in the total."));
  take_definition (definitions, "median", _ ("Median"),
                   _ ("The days from the registration until it was done, for those new youths for"
                      " whom it has been done: half of them waited no longer."));
  take_definition (definitions, "registered", _ ("While registered"),
                   _ ("The days of registration and deregistration included."));
  return definitions;
}
