/* Attacks a controlled report with a linear solver that knows every shown number, every relation,
 * the threshold and the rule: how small and how large can each hidden number be? */

#include "config.h"

#include "disclosure-puzzle.h"

#include <glpk.h>
#include <math.h>

/* What the rule lets a reader say of a hidden cell: a zero is hidden only as a part of a group
 * that is hidden itself. */
static gboolean
may_be_zero (const Puzzle *self, guint cell)
{
  if (puzzle_cell (self, cell)->is_rest || puzzle_cell (self, cell)->value == 0)
    return TRUE;
  for (guint i = 0; i < self->rules->len; i++)
    {
      const PuzzleRule *rule = g_ptr_array_index (self->rules, i);

      if (!rule->is_sum || puzzle_cell (self, g_array_index (rule->cells, guint, 0))->is_shown)
        continue;
      for (guint j = 1; j < rule->cells->len; j++)
        if (g_array_index (rule->cells, guint, j) == cell)
          return TRUE;
    }
  return FALSE;
}

static void
add_column (const Puzzle *self, glp_prob *problem, guint i, gboolean in_whole_numbers)
{
  const PuzzleCell *cell = puzzle_cell (self, i);

  glp_add_cols (problem, 1);
  if (cell->is_shown)
    glp_set_col_bnds (problem, (int)i + 1, GLP_FX, cell->value, cell->value);
  else
    glp_set_col_bnds (problem, (int)i + 1, GLP_LO, may_be_zero (self, i) ? 0 : 1, 0);
  if (in_whole_numbers)
    glp_set_col_kind (problem, (int)i + 1, GLP_IV);
}

static void
add_row (glp_prob *problem, guint row, const PuzzleRule *rule)
{
  guint n = rule->cells->len;
  g_autofree int *columns = g_new0 (int, n + 1);
  g_autofree double *signs = g_new0 (double, n + 1);

  glp_add_rows (problem, 1);
  glp_set_row_bnds (problem, (int)row + 1, GLP_FX, 0, 0);
  for (guint i = 0; i < n; i++)
    {
      columns[i + 1] = (int)g_array_index (rule->cells, guint, i) + 1;
      signs[i + 1] = i < rule->n_left ? 1 : -1;
    }
  glp_set_mat_row (problem, (int)row + 1, (int)n, columns, signs);
}

static glp_prob *
build (const Puzzle *self, gboolean in_whole_numbers)
{
  glp_prob *problem = glp_create_prob ();

  for (guint i = 0; i < self->cells->len; i++)
    add_column (self, problem, i, in_whole_numbers);
  for (guint i = 0; i < self->rules->len; i++)
    add_row (problem, i, g_ptr_array_index (self->rules, i));
  return problem;
}

/* The least or greatest value of a cell; infinite when nothing bounds it. */
static double
solve (glp_prob *problem, guint cell, int direction, gboolean in_whole_numbers)
{
  glp_smcp simplex;
  glp_iocp integer;
  double value;

  glp_init_smcp (&simplex);
  simplex.msg_lev = GLP_MSG_OFF;
  glp_set_obj_dir (problem, direction);
  glp_set_obj_coef (problem, (int)cell + 1, 1);
  g_assert_cmpint (glp_simplex (problem, &simplex), ==, 0);
  value = glp_get_status (problem) == GLP_OPT ? glp_get_obj_val (problem) : INFINITY;
  if (in_whole_numbers && isfinite (value))
    {
      glp_init_iocp (&integer);
      integer.msg_lev = GLP_MSG_OFF;
      g_assert_cmpint (glp_intopt (problem, &integer), ==, 0);
      value = glp_mip_obj_val (problem);
    }
  glp_set_obj_coef (problem, (int)cell + 1, 0);
  return value;
}

/* Whether the interval is narrower than that of a small number. */
static gboolean
is_narrow (const Puzzle *self, double low, double high)
{
  double slack = 1e-3;

  return high < self->threshold - 1 - slack || high - low < MAX (self->threshold - 2., 1) - slack;
}

/* A rest is in no table, and only a small one is anybody's secret. */
static gboolean
is_secret (const Puzzle *self, const PuzzleCell *cell)
{
  if (cell->is_rest)
    return cell->value > 0 && cell->value < self->threshold;
  return !cell->is_shown;
}

static void
count_cell (const Puzzle *self, const PuzzleCell *cell, PuzzleResult *result)
{
  if (cell->is_rest)
    return;
  result->n_cells++;
  result->n_small += cell->value > 0 && cell->value < self->threshold;
  result->n_hidden += !cell->is_shown;
  result->youths += cell->value;
  result->youths_hidden += cell->is_shown ? 0 : cell->value;
}

/* Adds to `result` what is hidden, and how much of it the solver finds. */
void
puzzle_attack (const Puzzle *self, gboolean in_whole_numbers, PuzzleResult *result)
{
  glp_prob *problem = build (self, in_whole_numbers);

  for (guint i = 0; i < self->cells->len; i++)
    {
      const PuzzleCell *cell = puzzle_cell (self, i);
      double low, high;

      count_cell (self, cell, result);
      if (!is_secret (self, cell))
        continue;
      low = solve (problem, i, GLP_MIN, in_whole_numbers);
      high = solve (problem, i, GLP_MAX, in_whole_numbers);
      result->n_narrow += is_narrow (self, low, high);
      result->n_above += cell->value < self->threshold && low > 1.001;
    }
  glp_delete_prob (problem);
}
