/* Merged cells. Only the first cell of a merged range has a value; one that reaches over several
 * rows says the same of each of them, as a school's name beside all its pupils does. A range that
 * only goes over several columns is a title, and its value stays in the first. */

#include "config.h"

#include "tj-xlsx-merges.h"

#include <string.h>

/* The last row and column of a sheet, counted from 1. */
#define MAX_ROW 1048576
#define MAX_COLUMN 16384

/* No list is wider; what stands further out is not given to other rows. */
#define MAX_FILLED 256

/* A sheet with more of them is not merged for the sake of a list. */
#define MAX_RANGES 100000

/* Ranges that go over the same row. They cannot lie over each other, so no list has as many. */
#define MAX_ACTIVE 256

typedef struct
{
  guint first;
  guint last;
  guint column; /* from 0 */
  TjPlace value;
} Range;

struct _TjXlsxMerges
{
  GArray *ranges;
};

/**
 * tj_xlsx_reference_read:
 * @column: (out): from 0
 * @row: (out): from 1
 * @n_read: (out): bytes of @text that were read
 *
 * Reads the reference of a cell, as "C7" or "$C$7".
 *
 * Returns: FALSE when it is none, or one that no sheet has
 */
gboolean
tj_xlsx_reference_read (const char *text, gsize length, guint *column, guint *row, gsize *n_read)
{
  gsize i = 0;
  guint letters = 0, number = 0;

  i += i < length && text[i] == '$';
  for (; i < length && g_ascii_isalpha (text[i]) && letters <= MAX_COLUMN; i++)
    letters = letters * 26 + (g_ascii_toupper (text[i]) - 'A' + 1);
  i += i < length && text[i] == '$';
  for (; i < length && g_ascii_isdigit (text[i]) && number <= MAX_ROW; i++)
    number = number * 10 + (text[i] - '0');

  if (letters == 0 || letters > MAX_COLUMN || number == 0 || number > MAX_ROW)
    return FALSE;
  *column = letters - 1;
  *row = number;
  *n_read = i;
  return TRUE;
}

/**
 * tj_xlsx_merges_new:
 *
 * Returns: (transfer full): no merged cells
 */
TjXlsxMerges *
tj_xlsx_merges_new (void)
{
  TjXlsxMerges *self = g_new0 (TjXlsxMerges, 1);

  self->ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  return self;
}

/**
 * tj_xlsx_merges_free:
 *
 * Frees @self.
 */
void
tj_xlsx_merges_free (TjXlsxMerges *self)
{
  g_array_unref (self->ranges);
  g_free (self);
}

/**
 * tj_xlsx_merges_add:
 * @reference: of a merged range, as "A2:A6"
 *
 * Takes note of a range. What is no range, or goes over one row only, is passed over.
 */
void
tj_xlsx_merges_add (TjXlsxMerges *self, const char *reference, gsize length)
{
  Range range = { 0 };
  guint column;
  gsize n, m;

  if (self->ranges->len >= MAX_RANGES
      || !tj_xlsx_reference_read (reference, length, &range.column, &range.first, &n) || n == length
      || reference[n] != ':'
      || !tj_xlsx_reference_read (reference + n + 1, length - n - 1, &column, &range.last, &m)
      || range.last <= range.first || range.column >= MAX_FILLED)
    return;
  g_array_append_val (self->ranges, range);
}

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const Range *first = a, *second = b;

  return first->first < second->first ? -1 : first->first > second->first;
}

static TjPlace *
get_place (GArray *places, guint first, guint column)
{
  static const TjPlace nothing = { 0 };

  while (places->len <= first + column)
    g_array_append_val (places, nothing);
  return &g_array_index (places, TjPlace, first + column);
}

/* The first row of a range gives its value, the others take it where they have none. */
static void
apply_range (Range *range, GArray *places, guint first, guint number)
{
  TjPlace *place;

  if (number == range->first && first + range->column < places->len)
    range->value = *get_place (places, first, range->column);
  if ((range->value.length & ~TJ_PLACE_IN_COPIES) == 0)
    return;
  place = get_place (places, first, range->column);
  if ((place->length & ~TJ_PLACE_IN_COPIES) == 0)
    *place = range->value;
}

/* Lets go of the ranges that end above a row and takes up those that have begun. */
static void
update_active (TjXlsxMerges *self, GArray *active, guint *next, guint number)
{
  for (guint i = active->len; i > 0; i--)
    if (g_array_index (active, Range, i - 1).last < number)
      g_array_remove_index_fast (active, i - 1);
  for (; *next < self->ranges->len; (*next)++)
    {
      const Range *range = &g_array_index (self->ranges, Range, *next);

      if (range->first > number)
        break;
      if (range->last >= number && active->len < MAX_ACTIVE)
        g_array_append_val (active, *range);
    }
}

/**
 * tj_xlsx_merges_fill:
 *
 * Gives the value of each range to all rows of @table that it goes over. To be called once.
 */
void
tj_xlsx_merges_fill (TjXlsxMerges *self, TjImportTable *table)
{
  g_autoptr (GArray) active = g_array_new (FALSE, FALSE, sizeof (Range));
  g_autoptr (GArray) old_places = table->places;
  g_autoptr (GArray) old_rows = table->rows;
  guint next = 0;

  table->places = g_array_sized_new (FALSE, FALSE, sizeof (TjPlace), old_places->len);
  table->rows = g_array_sized_new (FALSE, FALSE, sizeof (TjTableRow), old_rows->len);
  g_array_sort (self->ranges, compare_ranges);
  for (guint i = 0; i < old_rows->len; i++)
    {
      const TjTableRow *row = &g_array_index (old_rows, TjTableRow, i);
      guint end = i + 1 < old_rows->len ? row[1].first : old_places->len;
      guint first = table->places->len;

      tj_import_table_add_row (table, row->number, &g_array_index (old_places, TjPlace, row->first),
                               end - row->first);
      update_active (self, active, &next, row->number);
      for (guint j = 0; j < active->len && table->places->len < TJ_IMPORT_MAX_CELLS; j++)
        apply_range (&g_array_index (active, Range, j), table->places, first, row->number);
    }
}

/**
 * tj_xlsx_merges_is_empty:
 *
 * Returns: whether no merged range goes over several rows
 */
gboolean
tj_xlsx_merges_is_empty (const TjXlsxMerges *self)
{
  return self->ranges->len == 0;
}
