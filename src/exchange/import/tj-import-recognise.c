/* Which kind of list is this? Each source proposes its mapping; one that lacks a column it needs is
 * out. A heading that few sources know tells more than one that all of them know, and a heading
 * that a source does not know speaks against it. */

#include "config.h"

#include "tj-import-recognise.h"

#include "tj-mapping.h"

/* What a heading weighs that no source knows: it says little against any of them. */
#define UNKNOWN_WEIGHT 0.25

/* How many sources read the column, as their mappings have it. */
static double
weigh_column (GPtrArray *mappings, guint header, guint column)
{
  guint n = 0;

  for (guint i = 0; i < mappings->len; i++)
    {
      const TjMapping *mapping = g_ptr_array_index (mappings, i);

      n += tj_mapping_get_header (mapping) == header
           && tj_mapping_find_field (mapping, column) >= 0;
    }
  return n > 0 ? 1.0 / n : UNKNOWN_WEIGHT;
}

/* The part of all that the headings say that this mapping understands, in per cent. */
static guint
rate (GPtrArray *mappings, const TjMapping *mapping)
{
  double understood = 0, total = 0;

  for (guint column = 0; column < tj_mapping_get_n_columns (mapping); column++)
    {
      double weight;

      if (tj_mapping_get_title (mapping, column)[0] == '\0')
        continue;
      weight = weigh_column (mappings, tj_mapping_get_header (mapping), column);
      total += weight;
      if (tj_mapping_find_field (mapping, column) >= 0)
        understood += weight;
    }
  return total > 0 ? (guint)(100 * understood / total + 0.5) : 0;
}

/**
 * tj_import_source_recognise:
 * @score: (out) (optional): how much of the headings it understands, from 0 to 100
 *
 * Finds the kind of list that @table is, by its headings alone.
 *
 * Returns: (transfer none) (nullable): the source that fits best; NULL when each lacks a column
 */
const TjImportSource *
tj_import_source_recognise (const TjImportTable *table, guint *score)
{
  g_autoptr (GPtrArray) mappings = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_mapping_free);
  const TjImportSource *best = NULL;
  guint best_score = 0;

  for (const char *const *id = tj_import_source_list_ids (); *id != NULL; id++)
    g_ptr_array_add (mappings, tj_mapping_propose (tj_import_source_find (*id), table));
  for (guint i = 0; i < mappings->len; i++)
    {
      const TjMapping *mapping = g_ptr_array_index (mappings, i);
      guint rating = tj_mapping_check (mapping, NULL) ? rate (mappings, mapping) : 0;

      if (rating > best_score)
        {
          best = tj_mapping_get_source (mapping);
          best_score = rating;
        }
    }
  if (score != NULL)
    *score = best_score;
  return best;
}
