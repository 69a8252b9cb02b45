/* Builds the numbers of a report twice: for the disclosure control, and for the one who attacks
 * it. */

#include "config.h"

#include "disclosure-puzzle.h"

static void
free_rule (gpointer data)
{
  PuzzleRule *rule = data;

  g_array_unref (rule->cells);
  g_free (rule);
}

Puzzle *
puzzle_new (guint threshold)
{
  Puzzle *self = g_new0 (Puzzle, 1);

  self->threshold = threshold;
  self->cells = g_array_new (FALSE, TRUE, sizeof (PuzzleCell));
  self->rules = g_ptr_array_new_with_free_func (free_rule);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->disclosure = tj_disclosure_new (threshold);
  return self;
}

void
puzzle_free (Puzzle *self)
{
  g_array_unref (self->cells);
  g_ptr_array_unref (self->rules);
  g_hash_table_unref (self->names);
  tj_disclosure_free (self->disclosure);
  g_free (self);
}

PuzzleCell *
puzzle_cell (const Puzzle *self, guint cell)
{
  return &g_array_index (self->cells, PuzzleCell, cell);
}

/* The cell of that name, made at its first mention. */
guint
puzzle_add (Puzzle *self, const char *name, guint value)
{
  gpointer known;
  PuzzleCell cell = { .value = value };

  if (g_hash_table_lookup_extended (self->names, name, NULL, &known))
    {
      g_assert_cmpuint (puzzle_cell (self, GPOINTER_TO_UINT (known))->value, ==, value);
      return GPOINTER_TO_UINT (known);
    }
  cell.index = tj_disclosure_add (self->disclosure, value);
  g_array_append_val (self->cells, cell);
  g_hash_table_insert (self->names, g_strdup (name), GUINT_TO_POINTER (self->cells->len - 1));
  return self->cells->len - 1;
}

static void
add_rule (Puzzle *self, const guint *left, guint n_left, const guint *right, guint n, gboolean sum)
{
  PuzzleRule *rule = g_new0 (PuzzleRule, 1);

  rule->cells = g_array_new (FALSE, FALSE, sizeof (guint));
  rule->n_left = n_left;
  rule->is_sum = sum;
  g_array_append_vals (rule->cells, left, n_left);
  g_array_append_vals (rule->cells, right, n);
  g_ptr_array_add (self->rules, rule);
}

void
puzzle_add_sum (Puzzle *self, guint whole, const guint *parts, guint n)
{
  g_autofree guint *indexes = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    indexes[i] = puzzle_cell (self, parts[i])->index;
  tj_disclosure_add_sum (self->disclosure, puzzle_cell (self, whole)->index, indexes, n);
  add_rule (self, &whole, 1, parts, n, TRUE);
}

void
puzzle_add_subset (Puzzle *self, guint part, guint whole)
{
  PuzzleCell rest = { .is_rest = TRUE };
  guint parts[2] = { part, self->cells->len };

  rest.value = puzzle_cell (self, whole)->value - puzzle_cell (self, part)->value;
  rest.index = tj_disclosure_add_subset (self->disclosure, puzzle_cell (self, part)->index,
                                         puzzle_cell (self, whole)->index);
  g_array_append_val (self->cells, rest);
  add_rule (self, &whole, 1, parts, 2, TRUE);
}

void
puzzle_add_balance (Puzzle *self, const guint left[2], const guint right[2])
{
  guint l[2], r[2];

  for (guint i = 0; i < 2; i++)
    {
      l[i] = puzzle_cell (self, left[i])->index;
      r[i] = puzzle_cell (self, right[i])->index;
    }
  tj_disclosure_add_balance (self->disclosure, l, 2, r, 2);
  add_rule (self, left, 2, right, 2, FALSE);
}

void
puzzle_control (Puzzle *self)
{
  tj_disclosure_control (self->disclosure);
  for (guint i = 0; i < self->cells->len; i++)
    {
      PuzzleCell *cell = puzzle_cell (self, i);

      cell->is_shown = !cell->is_rest && !tj_disclosure_is_hidden (self->disclosure, cell->index);
    }
}
