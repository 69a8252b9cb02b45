/* The register as statistics see it: one packed array for each kind of row, in the order of youths
 * and then of days, and where each youth's part begins. Rows are added in any order, as a plain
 * scan of a table gives them, and sorted once by counting: no row is compared with another one's. */

#include "config.h"

#include "tj-statistics-input.h"

#include <string.h>

typedef struct
{
  gint64 id;
  guint16 birth_year;
  guint8 sex;
} Youth;

/* Once sealed, the rows of youth i are first[i] … first[i + 1] - 1. */
typedef struct
{
  GByteArray *bytes;
  gsize size;
  guint32 *first;
} Rows;

struct _TjStatisticsInput
{
  gatomicrefcount references;
  GArray *youths; /* Youth, by id */
  Rows rows[TJ_N_STATISTICS_ROWS];
  GPtrArray *words;
  TjDate first_day;
  TjDate complete_from;
  GHashTable *kept; /* "2026H1 name" → value + 1 */
};

static const gsize sizes[] = {
  [TJ_STATISTICS_REGISTRATIONS] = sizeof (TjStatisticsRegistration),
  [TJ_STATISTICS_CONTACTS] = sizeof (TjStatisticsContact),
  [TJ_STATISTICS_KNOWLEDGE] = sizeof (TjStatisticsKnowledge),
  [TJ_STATISTICS_MEASURES] = sizeof (TjStatisticsMeasure),
  [TJ_STATISTICS_REPORTS] = sizeof (TjStatisticsReport),
};
G_STATIC_ASSERT (G_N_ELEMENTS (sizes) == TJ_N_STATISTICS_ROWS);

/**
 * tj_statistics_input_new:
 *
 * Returns: (transfer full): a register without youths
 */
TjStatisticsInput *
tj_statistics_input_new (void)
{
  TjStatisticsInput *self = g_new0 (TjStatisticsInput, 1);

  g_atomic_ref_count_init (&self->references);
  self->youths = g_array_new (FALSE, FALSE, sizeof (Youth));
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint kind = 0; kind < TJ_N_STATISTICS_ROWS; kind++)
    {
      self->rows[kind].bytes = g_byte_array_new ();
      self->rows[kind].size = sizes[kind];
    }
  return self;
}

/**
 * tj_statistics_input_ref:
 *
 * Returns: (transfer full): @self
 */
TjStatisticsInput *
tj_statistics_input_ref (TjStatisticsInput *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * tj_statistics_input_unref:
 *
 * Lets go of @self; the last to do so frees it.
 */
void
tj_statistics_input_unref (TjStatisticsInput *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  for (guint kind = 0; kind < TJ_N_STATISTICS_ROWS; kind++)
    {
      g_byte_array_unref (self->rows[kind].bytes);
      g_free (self->rows[kind].first);
    }
  g_array_unref (self->youths);
  g_ptr_array_unref (self->words);
  g_hash_table_unref (self->kept);
  g_free (self);
}

/**
 * tj_statistics_input_add_youth:
 * @id: the register's id, greater than all before
 * @sex: a #TjSex
 * @birth_year: 0 when it is not known
 *
 * Adds a youth, registered or not.
 */
void
tj_statistics_input_add_youth (TjStatisticsInput *self, gint64 id, int sex, int birth_year)
{
  const Youth youth = { id, (guint16)birth_year, (guint8)sex };

  g_return_if_fail (self->youths->len == 0
                    || g_array_index (self->youths, Youth, self->youths->len - 1).id < id);

  g_array_append_val (self->youths, youth);
}

/* Ids are given out one after the other and seldom vanish, so a youth is found at, or a little
 * before, the place that its id would have without gaps. */
static gboolean
find_youth (const TjStatisticsInput *self, gint64 id, guint32 *place)
{
  const Youth *youths = (const Youth *)(gconstpointer)self->youths->data;
  gint64 low = 0, high = (gint64)self->youths->len - 1;

  if (high < 0 || id < youths[0].id)
    return FALSE;
  high = MIN (high, id - youths[0].id);
  if (youths[high].id == id)
    low = high;
  while (low < high)
    {
      const gint64 middle = (low + high) / 2;

      if (youths[middle].id < id)
        low = middle + 1;
      else
        high = middle;
    }
  *place = (guint32)low;
  return youths[low].id == id;
}

/**
 * tj_statistics_input_add:
 * @row: one of the structs of @kind; its `youth` is filled in
 *
 * Adds a row, in any order, once all youths have been added. One without a day, or of a youth that
 * is not there, is left out.
 *
 * Returns: whether it was added
 */
gboolean
tj_statistics_input_add (TjStatisticsInput *self,
                         TjStatisticsRowKind kind,
                         gint64 youth_id,
                         gpointer row)
{
  TjStatisticsRow *head = row;

  if (head->date == TJ_DATE_NONE || !find_youth (self, youth_id, &head->youth))
    return FALSE;
  if (kind == TJ_STATISTICS_REGISTRATIONS
      && (self->first_day == TJ_DATE_NONE || head->date < self->first_day))
    self->first_day = head->date;
  g_byte_array_append (self->rows[kind].bytes, row, (guint)self->rows[kind].size);
  return TRUE;
}

/**
 * tj_statistics_input_intern:
 *
 * Returns: the number by which rows refer to @word, %TJ_STATISTICS_NO_WORD for an empty one
 */
guint16
tj_statistics_input_intern (TjStatisticsInput *self, const char *word)
{
  guint place;

  if (word == NULL || *word == '\0')
    return TJ_STATISTICS_NO_WORD;
  if (!g_ptr_array_find_with_equal_func (self->words, word, g_str_equal, &place))
    {
      place = self->words->len;
      if (place >= TJ_STATISTICS_NO_WORD)
        return TJ_STATISTICS_NO_WORD;
      g_ptr_array_add (self->words, g_strdup (word));
    }
  return (guint16)place;
}

/**
 * tj_statistics_input_set_complete_from:
 * @date: the first day of which nobody has been purged; %TJ_DATE_NONE when nobody has been at all
 *
 * Says from when on the register still has everybody.
 */
void
tj_statistics_input_set_complete_from (TjStatisticsInput *self, TjDate date)
{
  self->complete_from = date;
}

/**
 * tj_statistics_input_keep:
 * @half: as 2025H2
 * @name: of a figure, as tj_statistics_list_kept() gives it
 *
 * Tells a figure of a half-year of which people have been purged, as it was before.
 */
void
tj_statistics_input_keep (TjStatisticsInput *self, const char *half, const char *name, guint value)
{
  g_hash_table_insert (self->kept, g_strjoin (" ", half, name, NULL), GUINT_TO_POINTER (value + 1));
}

/**
 * tj_statistics_input_get_kept:
 * @value: (out): the figure; untouched when there is none
 *
 * Returns: whether that figure was kept
 */
gboolean
tj_statistics_input_get_kept (const TjStatisticsInput *self,
                              const char *half,
                              const char *name,
                              guint *value)
{
  g_autofree char *key = g_strjoin (" ", half, name, NULL);
  const guint kept = GPOINTER_TO_UINT (g_hash_table_lookup (self->kept, key));

  if (kept == 0)
    return FALSE;
  *value = kept - 1;
  return TRUE;
}

static guint8 *
row_at (const Rows *rows, guint place)
{
  return rows->bytes->data + place * rows->size;
}

static const TjStatisticsRow *
head_at (const Rows *rows, guint place)
{
  return (const TjStatisticsRow *)(gconstpointer)row_at (rows, place);
}

/* A youth's rows are few and mostly in order already. */
static void
sort_by_day (Rows *rows, guint from, guint to)
{
  guint8 kept[64];

  g_assert (rows->size <= sizeof kept);
  for (guint i = from + 1; i < to; i++)
    {
      const TjDate date = head_at (rows, i)->date;
      guint place = i;

      while (place > from && head_at (rows, place - 1)->date > date)
        place--;
      if (place == i)
        continue;
      memcpy (kept, row_at (rows, i), rows->size);
      memmove (row_at (rows, place + 1), row_at (rows, place), (i - place) * rows->size);
      memcpy (row_at (rows, place), kept, rows->size);
    }
}

static void
seal_rows (Rows *rows, guint n_youths)
{
  const guint n_rows = rows->bytes->len / (guint)rows->size;
  g_autofree guint32 *next = NULL;
  GByteArray *sorted = g_byte_array_sized_new (rows->bytes->len);

  g_clear_pointer (&rows->first, g_free);
  rows->first = g_new0 (guint32, n_youths + 1);
  for (guint i = 0; i < n_rows; i++)
    rows->first[head_at (rows, i)->youth + 1]++;
  for (guint i = 0; i < n_youths; i++)
    rows->first[i + 1] += rows->first[i];

  next = g_memdup2 (rows->first, sizeof *rows->first * (n_youths + 1));
  g_byte_array_set_size (sorted, rows->bytes->len);
  for (guint i = 0; i < n_rows; i++)
    memcpy (sorted->data + next[head_at (rows, i)->youth]++ * rows->size, row_at (rows, i),
            rows->size);
  g_byte_array_unref (rows->bytes);
  rows->bytes = sorted;
  for (guint i = 0; i < n_youths; i++)
    sort_by_day (rows, rows->first[i], rows->first[i + 1]);
}

/**
 * tj_statistics_input_seal:
 *
 * Sorts what was added. Needed once, before anything is read.
 */
void
tj_statistics_input_seal (TjStatisticsInput *self)
{
  for (guint kind = 0; kind < TJ_N_STATISTICS_ROWS; kind++)
    seal_rows (&self->rows[kind], self->youths->len);
}

/**
 * tj_statistics_input_n_youths:
 *
 * Returns: how many youths there are
 */
guint
tj_statistics_input_n_youths (const TjStatisticsInput *self)
{
  return self->youths->len;
}

/**
 * tj_statistics_input_get_id:
 *
 * Returns: the register's id of the youth at that place
 */
gint64
tj_statistics_input_get_id (const TjStatisticsInput *self, guint youth)
{
  return g_array_index (self->youths, Youth, youth).id;
}

/**
 * tj_statistics_input_get_sex:
 *
 * Returns: a #TjSex
 */
int
tj_statistics_input_get_sex (const TjStatisticsInput *self, guint youth)
{
  return g_array_index (self->youths, Youth, youth).sex;
}

/**
 * tj_statistics_input_get_birth_year:
 *
 * Returns: the year, 0 when it is not known
 */
int
tj_statistics_input_get_birth_year (const TjStatisticsInput *self, guint youth)
{
  return g_array_index (self->youths, Youth, youth).birth_year;
}

/**
 * tj_statistics_input_get_rows:
 * @n_rows: (out): how many
 *
 * Returns: (transfer none): the youth's rows of @kind in order of days
 */
gconstpointer
tj_statistics_input_get_rows (const TjStatisticsInput *self,
                              TjStatisticsRowKind kind,
                              guint youth,
                              guint *n_rows)
{
  const Rows *rows = &self->rows[kind];

  g_return_val_if_fail (rows->first != NULL, NULL);

  *n_rows = rows->first[youth + 1] - rows->first[youth];
  return row_at (rows, rows->first[youth]);
}

/**
 * tj_statistics_input_get_word:
 *
 * Returns: (transfer none) (nullable): what tj_statistics_input_intern() was given for @word
 */
const char *
tj_statistics_input_get_word (const TjStatisticsInput *self, guint16 word)
{
  return word < self->words->len ? self->words->pdata[word] : NULL;
}

/**
 * tj_statistics_input_get_first_day:
 *
 * Returns: the day of the earliest registration, %TJ_DATE_NONE without any
 */
TjDate
tj_statistics_input_get_first_day (const TjStatisticsInput *self)
{
  return self->first_day;
}

/**
 * tj_statistics_input_get_complete_from:
 *
 * Returns: the first day of which nobody has been purged, %TJ_DATE_NONE when nobody has been
 */
TjDate
tj_statistics_input_get_complete_from (const TjStatisticsInput *self)
{
  return self->complete_from;
}
