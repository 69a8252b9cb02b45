/* What approved reports have told of the same half-years. What one of them hid stays hidden, as a
 * later one that showed it would undo the hiding; what one showed is known, so that hiding it now
 * would protect nobody. A number that has changed since is another number. */

#include "config.h"

#include "tj-statistics-private.h"

/* In the order of TjPopulationQuantities. */
static const char *const sexes[TJ_N_SEX_COLUMNS] = {
  [TJ_SEX_UNKNOWN] = "unknown",
  [TJ_SEX_WOMAN] = "women",
  [TJ_SEX_MAN] = "men",
  [TJ_EVERYBODY] = "total",
};

static void
take (TjStatistics *self, guint quantity, const char *printed)
{
  guint64 value;

  if (g_str_equal (printed, ".."))
    tj_disclosure_hide_again (self->disclosure, quantity);
  else if (g_ascii_string_to_unsigned (printed, 10, 0, G_MAXUINT, &value, NULL)
           && value == self->tally->values[quantity])
    tj_disclosure_keep_shown (self->disclosure, quantity);
}

static void
take_period (TjStatistics *self, GHashTable *published, guint period, const char *word)
{
  for (TjPopulation population = 0; population < TJ_N_POPULATIONS; population++)
    for (guint sex = 0; sex < TJ_N_SEX_COLUMNS; sex++)
      {
        guint quantity = self->tally->populations[period][population][sex];
        g_autofree char *key
            = g_strdup_printf ("%s/%s/%s", word, tj_population_id (population), sexes[sex]);
        const char *printed = g_hash_table_lookup (published, key);

        if (quantity != TJ_NO_QUANTITY && printed != NULL)
          take (self, quantity, printed);
      }
}

/**
 * tj_statistics_take_published: tells the control what was told before, before it decides.
 */
void
tj_statistics_take_published (TjStatistics *self, GHashTable *published)
{
  TjStatisticsPeriod period = self->tally->options.period;

  for (guint i = 0; i < self->tally->n_periods; i++)
    {
      g_autofree char *word = tj_statistics_period_dup_word (period);

      take_period (self, published, i, word);
      period = tj_statistics_period_before (period);
    }
}
