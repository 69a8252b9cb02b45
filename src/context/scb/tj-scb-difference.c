/* What has changed since a delivery, row by row and cell by cell. A row is known by its youth, under
 * any number, and the day of registration, or failing that by its place among the youth's rows. With
 * the delivery of an earlier half-year only its open registrations are compared, each once: who has
 * come and gone, and block 1; the rest is another half-year's. */

#include "config.h"

#include "tj-scb-difference.h"

#include <string.h>

typedef struct
{
  char *number;
  gint64 youth_id;
  TjDate registered_on;
  GStrv cells;
  gboolean is_matched;
} Former;

typedef struct
{
  const TjScbBook *book;
  const TjScbRows *rows;
  gboolean is_other_half;
  GPtrArray *formers;   /* Former, in the order of the file */
  GHashTable *by_youth; /* id or number → GPtrArray of Former */
  GPtrArray *unmatched; /* GUINT row + 1 */
  GArray *columns;      /* int: the former place of each column, -1 for none */
  GPtrArray *differences;
} Comparison;

static const char *const words[] = { "new", "gone", "changed" };

/**
 * tj_scb_difference_word: the stable word of `kind`.
 */
const char *
tj_scb_difference_word (TjScbDifferenceKind kind)
{
  return words[kind];
}

static void
difference_free (gpointer data)
{
  TjScbDifference *difference = data;

  g_free (difference->personal_number);
  g_free (difference->column);
  g_free (difference->before);
  g_free (difference->after);
  g_free (difference);
}

static void
former_free (gpointer data)
{
  Former *former = data;

  g_free (former->number);
  g_strfreev (former->cells);
  g_free (former);
}

/* Whoever the register no longer has is known by number. */
static gpointer
get_key (gint64 youth_id, const char *number)
{
  return youth_id != 0 ? GSIZE_TO_POINTER ((gsize)youth_id) : (gpointer)g_intern_string (number);
}

/* Of another half-year one row of each registration does. */
static gboolean
is_needed (const Comparison *self, const TjDeliveryRow *row, gint64 youth_id)
{
  GPtrArray *same = g_hash_table_lookup (self->by_youth, get_key (youth_id, row->personal_number));

  if (!self->is_other_half)
    return TRUE;
  for (guint i = 0; same != NULL && i < same->len; i++)
    if (((Former *)same->pdata[i])->registered_on == row->registered_on)
      return FALSE;
  return row->is_open;
}

static void
take_former (const TjDelivery *delivery, const TjDeliveryRow *row, gpointer user_data)
{
  Comparison *self = user_data;
  gint64 youth_id = tj_scb_book_find_youth (self->book, row->personal_number);
  Former *former;
  GPtrArray *same;
  gpointer key;

  if (!is_needed (self, row, youth_id))
    return;
  former = g_new0 (Former, 1);
  former->number = g_strdup (row->personal_number);
  former->youth_id = youth_id;
  former->registered_on = row->registered_on;
  former->cells = g_strsplit (row->cells, TJ_DELIVERY_SEPARATOR, -1);
  g_ptr_array_add (self->formers, former);
  key = get_key (former->youth_id, former->number);
  same = g_hash_table_lookup (self->by_youth, key);
  if (same == NULL)
    {
      same = g_ptr_array_new ();
      g_hash_table_insert (self->by_youth, key, same);
    }
  g_ptr_array_add (same, former);
}

static void
map_columns (Comparison *self, const TjDelivery *delivery)
{
  const TjScbLayout *layout = tj_scb_rows_get_layout (self->rows);
  g_auto (GStrv) names = g_strsplit (delivery->columns, TJ_DELIVERY_SEPARATOR, -1);

  for (guint i = 0; i < layout->columns->len; i++)
    {
      const TjScbColumn *column = layout->columns->pdata[i];
      int place = -1;

      for (int k = 0; names[k] != NULL; k++)
        if (g_str_equal (names[k], column->name))
          place = k;
      if (self->is_other_half && !(column->has_field && tj_scb_field_block (column->field) == 1))
        place = -1;
      g_array_append_val (self->columns, place);
    }
}

static Former *
find_former (Comparison *self, const TjScbRecord *record, gboolean on_same_day)
{
  GPtrArray *same
      = g_hash_table_lookup (self->by_youth, get_key (record->youth_id, record->personal_number));

  for (guint i = 0; same != NULL && i < same->len; i++)
    {
      Former *former = same->pdata[i];

      if (!former->is_matched && (!on_same_day || former->registered_on == record->registered_on))
        return former;
    }
  return NULL;
}

static TjScbDifference *
add_difference (Comparison *self,
                TjScbDifferenceKind kind,
                gint64 youth_id,
                const char *number,
                TjDate registered_on)
{
  TjScbDifference *difference = g_new0 (TjScbDifference, 1);

  difference->kind = kind;
  difference->youth_id = youth_id;
  difference->personal_number = g_strdup (number);
  difference->registered_on = registered_on;
  g_ptr_array_add (self->differences, difference);
  return difference;
}

static void
compare_row (Comparison *self, guint row, Former *former)
{
  const TjScbLayout *layout = tj_scb_rows_get_layout (self->rows);
  const TjScbRecord *record = tj_scb_rows_get (self->rows, row)->record;
  guint n_cells = g_strv_length (former->cells);

  former->is_matched = TRUE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      int place = g_array_index (self->columns, int, i);
      char buffer[TJ_SCB_CELL_BUFFER];
      const char *cell;
      TjScbDifference *difference;

      if (place < 0 || (guint)place >= n_cells)
        continue;
      cell = tj_scb_rows_get_cell (self->rows, row, i, buffer);
      if (g_str_equal (cell, former->cells[place]))
        continue;
      difference = add_difference (self, TJ_SCB_CHANGED, record->youth_id, record->personal_number,
                                   record->registered_on);
      difference->column = g_strdup (((TjScbColumn *)layout->columns->pdata[i])->name);
      difference->before = g_strdup (former->cells[place]);
      difference->after = g_strdup (cell);
    }
}

static void
match_rows (Comparison *self)
{
  for (guint row = 0; row < tj_scb_rows_count (self->rows); row++)
    {
      const TjScbRecord *record = tj_scb_rows_get (self->rows, row)->record;
      Former *former;

      if (self->is_other_half && row > 0 && tj_scb_rows_get (self->rows, row - 1)->record == record)
        continue;
      former = find_former (self, record, TRUE);
      if (former != NULL)
        compare_row (self, row, former);
      else
        g_ptr_array_add (self->unmatched, GUINT_TO_POINTER (row + 1));
    }
}

/* A row whose day of registration was corrected is a change, not one come and one gone. */
static void
match_rest (Comparison *self)
{
  for (guint i = 0; i < self->unmatched->len; i++)
    {
      guint row = GPOINTER_TO_UINT (self->unmatched->pdata[i]) - 1;
      const TjScbRecord *record = tj_scb_rows_get (self->rows, row)->record;
      Former *former = find_former (self, record, FALSE);

      if (former != NULL)
        compare_row (self, row, former);
      else
        add_difference (self, TJ_SCB_NEW, record->youth_id, record->personal_number,
                        record->registered_on);
    }
  for (guint i = 0; i < self->formers->len; i++)
    {
      const Former *former = self->formers->pdata[i];

      if (!former->is_matched)
        add_difference (self, TJ_SCB_GONE, former->youth_id, former->number, former->registered_on);
    }
}

/**
 * tj_scb_differences_list: what is not as in `delivery`. Returns a new array of TjScbDifference that
 * owns its elements; NULL with `error` set.
 */
GPtrArray *
tj_scb_differences_list (TjContext *context,
                         const TjDelivery *delivery,
                         const TjScbBook *book,
                         const TjScbRows *rows,
                         TjHalfYear half,
                         GError **error)
{
  g_autoptr (GPtrArray) formers = g_ptr_array_new_with_free_func (former_free);
  g_autoptr (GHashTable) by_youth
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GPtrArray) unmatched = g_ptr_array_new ();
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func (difference_free);
  char text[TJ_HALF_YEAR_BUFFER];
  gboolean is_other_half = !g_str_equal (delivery->half, tj_half_year_write (half, text));
  Comparison self
      = { book, rows, is_other_half, formers, by_youth, unmatched, columns, differences };

  if (!tj_deliveries_foreach_row (tj_context_get_store (context), delivery, take_former, &self,
                                  error))
    return NULL;
  map_columns (&self, delivery);
  match_rows (&self);
  match_rest (&self);
  return g_steal_pointer (&differences);
}
