/* Finds the headings of a list and which field each column holds. A heading is known by any of its
 * source's synonyms, without regard to case, accents, blanks and points. Lists may have a title
 * above their headings: the row where most headings are known is the header. */

#include "config.h"

#include "tj-mapping.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How far down a header may stand. */
#define HEADER_ROWS 25

/* No synonym is longer; such a cell is no heading. */
#define LONGEST_HEADING 100

struct _TjMapping
{
  const TjImportSource *source;
  guint header;
  guint n_columns;
  int *columns;       /* by field, -1 where the list has no such column */
  char **headings;    /* by field, as the list spells it */
  gboolean *repeated; /* by field */
};

/* What a heading stands for, and how much it is preferred: 0 is the best. */
typedef struct
{
  guint field;
  guint rank;
} Meaning;

/* The folded synonyms of a source and their meanings. */
static GHashTable *
new_synonyms (const TjImportSource *source)
{
  GHashTable *synonyms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint field = 0; field < source->n_fields; field++)
    {
      g_auto (GStrv) words = g_strsplit (source->fields[field].headings, "|", -1);

      for (guint rank = 0; words[rank] != NULL; rank++)
        {
          g_autofree char *folded = tj_heading_fold (words[rank], -1);
          Meaning meaning = { field, rank };

          /* Two spellings may fold to the same; the preferred one stays. */
          if (!g_hash_table_contains (synonyms, folded))
            g_hash_table_insert (synonyms, g_steal_pointer (&folded),
                                 g_memdup2 (&meaning, sizeof meaning));
        }
    }
  return synonyms;
}

/* What a cell means as a heading, or NULL. */
static const Meaning *
find_meaning (GHashTable *synonyms, TjCell cell)
{
  g_autofree char *folded = NULL;

  if (cell.length == 0 || cell.length > LONGEST_HEADING)
    return NULL;
  folded = tj_heading_fold (cell.text, cell.length);
  return g_hash_table_lookup (synonyms, folded);
}

static guint
count_known (GHashTable *synonyms, const TjImportTable *table, guint row)
{
  guint n = 0;

  for (guint i = 0; i < tj_import_table_get_n_cells (table, row); i++)
    n += find_meaning (synonyms, tj_import_table_get_cell (table, row, i)) != NULL;
  return n;
}

static guint
find_header (GHashTable *synonyms, const TjImportTable *table)
{
  guint best = 0, most = 0;

  for (guint row = 0; row < MIN (tj_import_table_get_n_rows (table), HEADER_ROWS); row++)
    {
      guint n = count_known (synonyms, table, row);

      if (n > most)
        {
          most = n;
          best = row;
        }
    }
  return best;
}

/* Of several columns for one field the preferred synonym wins, then the first column. */
static void
assign_columns (TjMapping *self, GHashTable *synonyms, const TjImportTable *table)
{
  g_autofree guint *ranks = g_new0 (guint, self->source->n_fields);

  for (guint column = 0; column < self->n_columns; column++)
    {
      TjCell cell = tj_import_table_get_cell (table, self->header, column);
      const Meaning *meaning = find_meaning (synonyms, cell);
      guint field;

      if (meaning == NULL)
        continue;
      field = meaning->field;
      if (self->columns[field] >= 0)
        self->repeated[field] = TRUE;
      if (self->columns[field] >= 0 && ranks[field] <= meaning->rank)
        continue;
      ranks[field] = meaning->rank;
      self->columns[field] = column;
      g_free (self->headings[field]);
      self->headings[field] = g_strstrip (g_strndup (cell.text, cell.length));
    }
}

/* The headings that must be there and are not, in one sentence. */
static gboolean
check_required (const TjMapping *self, GError **error)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autofree char *names = NULL;
  const char *together = NULL;

  for (guint i = 0; i < self->source->n_fields; i++)
    if (self->source->fields[i].required && self->columns[i] < 0)
      g_ptr_array_add (missing, (gpointer)_ (self->source->fields[i].label));
  if (self->source->check_columns != NULL
      && !self->source->check_columns (self->columns, &together))
    g_ptr_array_add (missing, (gpointer)_ (together));
  if (missing->len == 0)
    return TRUE;

  g_ptr_array_add (missing, NULL);
  names = g_strjoinv (", ", (char **)missing->pdata);
  g_set_error (
      error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_HEADER,
      _ ("The list has no column for: %s. Is it another list, or are the headings missing?"),
      names);
  return FALSE;
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

/**
 * tj_mapping_new:
 *
 * Maps the columns of @table to the fields of @source by their headings.
 *
 * Returns: (transfer full): the mapping, or NULL with HEADER when a required column is missing;
 *   the message names the field, never what stands in the file
 */
TjMapping *
tj_mapping_new (const TjImportSource *source, const TjImportTable *table, GError **error)
{
  g_autoptr (TjMapping) self = g_new0 (TjMapping, 1);
  g_autoptr (GHashTable) synonyms = new_synonyms (source);

  self->source = source;
  self->header = find_header (synonyms, table);
  self->n_columns = tj_import_table_get_n_cells (table, self->header);
  self->columns = g_new (int, source->n_fields);
  self->headings = g_new0 (char *, source->n_fields);
  self->repeated = g_new0 (gboolean, source->n_fields);
  for (guint i = 0; i < source->n_fields; i++)
    self->columns[i] = -1;

  assign_columns (self, synonyms, table);
  if (!check_required (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * tj_mapping_free:
 *
 * Frees @self.
 */
void
tj_mapping_free (TjMapping *self)
{
  for (guint i = 0; i < self->source->n_fields; i++)
    g_free (self->headings[i]);
  g_free (self->headings);
  g_free (self->columns);
  g_free (self->repeated);
  g_free (self);
}

/**
 * tj_mapping_get_source:
 *
 * Returns: (transfer none): the source whose fields are mapped
 */
const TjImportSource *
tj_mapping_get_source (const TjMapping *self)
{
  return self->source;
}

/**
 * tj_mapping_get_header:
 *
 * Returns: the row of the table, from 0, that holds the headings
 */
guint
tj_mapping_get_header (const TjMapping *self)
{
  return self->header;
}

/**
 * tj_mapping_get_n_columns:
 *
 * Returns: how many headings the list has, known or not
 */
guint
tj_mapping_get_n_columns (const TjMapping *self)
{
  return self->n_columns;
}

/**
 * tj_mapping_get_column:
 *
 * Returns: the column, from 0, of a field of the source; -1 when the list has none
 */
int
tj_mapping_get_column (const TjMapping *self, guint field)
{
  g_return_val_if_fail (field < self->source->n_fields, -1);
  return self->columns[field];
}

/**
 * tj_mapping_get_heading:
 * @field: a field of the source, or -1
 *
 * Returns: (transfer none): the heading as the list spells it; the field's own translated name
 *   when the list has no such column, and "" for no field
 */
const char *
tj_mapping_get_heading (const TjMapping *self, int field)
{
  if (field < 0)
    return "";
  if (self->headings[field] != NULL)
    return self->headings[field];
  return _ (self->source->fields[field].label);
}

/**
 * tj_mapping_is_repeated:
 *
 * Returns: whether several columns claim the field; only one of them is read
 */
gboolean
tj_mapping_is_repeated (const TjMapping *self, guint field)
{
  return self->repeated[field];
}
