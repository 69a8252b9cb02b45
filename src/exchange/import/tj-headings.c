/* What the headings of a list mean to a source. A heading is known by any of its synonyms, without
 * regard to case, accents, blanks and points. Lists may have a title above their headings: the row
 * where most headings are known is the header. */

#include "config.h"

#include "tj-headings.h"

/* No synonym is longer; such a cell is no heading. */
#define LONGEST_HEADING 100

struct _TjHeadings
{
  GHashTable *meanings; /* by folded heading */
};

static void
add_field (TjHeadings *self, guint field, const char *headings)
{
  g_auto (GStrv) words = g_strsplit (headings, "|", -1);

  for (guint rank = 0; words[rank] != NULL; rank++)
    {
      g_autofree char *folded = tj_heading_fold (words[rank], -1);
      TjHeadingMeaning meaning = { field, rank };

      /* Two spellings may fold to the same; the preferred one stays. */
      if (!g_hash_table_contains (self->meanings, folded))
        g_hash_table_insert (self->meanings, g_steal_pointer (&folded),
                             g_memdup2 (&meaning, sizeof meaning));
    }
}

/**
 * tj_headings_new:
 *
 * Returns: (transfer full): the headings that @source knows
 */
TjHeadings *
tj_headings_new (const TjImportSource *source)
{
  TjHeadings *self = g_new0 (TjHeadings, 1);

  self->meanings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint field = 0; field < source->n_fields; field++)
    add_field (self, field, source->fields[field].headings);
  return self;
}

/**
 * tj_headings_free:
 *
 * Frees @self.
 */
void
tj_headings_free (TjHeadings *self)
{
  g_hash_table_unref (self->meanings);
  g_free (self);
}

/**
 * tj_headings_find:
 *
 * Returns: (transfer none) (nullable): what @cell means as a heading, NULL when it means nothing
 */
const TjHeadingMeaning *
tj_headings_find (const TjHeadings *self, TjCell cell)
{
  g_autofree char *folded = NULL;

  if (cell.length == 0 || cell.length > LONGEST_HEADING)
    return NULL;
  folded = tj_heading_fold (cell.text, cell.length);
  return g_hash_table_lookup (self->meanings, folded);
}

static guint
count_known (const TjHeadings *self, const TjImportTable *table, guint row)
{
  guint n = 0;

  for (guint i = 0; i < tj_import_table_get_n_cells (table, row); i++)
    n += tj_headings_find (self, tj_import_table_get_cell (table, row, i)) != NULL;
  return n;
}

/**
 * tj_headings_find_header:
 *
 * Returns: the row of @table, from 0, in which most headings are known; the first one of equals
 */
guint
tj_headings_find_header (const TjHeadings *self, const TjImportTable *table)
{
  guint best = 0, most = 0;

  for (guint row = 0; row < MIN (tj_import_table_get_n_rows (table), TJ_HEADER_ROWS); row++)
    {
      guint n = count_known (self, table, row);

      if (n > most)
        {
          most = n;
          best = row;
        }
    }
  return best;
}

/**
 * tj_heading_fold:
 * @length: of @heading in bytes, or -1
 *
 * Returns: (transfer full): @heading with only its letters and digits, in lower case and without
 *   accents, so that "E-post", "e post" and "EPOST" are the same
 */
char *
tj_heading_fold (const char *heading, gssize length)
{
  g_autofree char *folded = g_utf8_normalize (heading, length, G_NORMALIZE_ALL);
  GString *plain = g_string_new (NULL);

  for (const char *p = folded; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (plain, g_unichar_tolower (c));
    }
  return g_string_free (plain, FALSE);
}
