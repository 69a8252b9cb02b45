/* A thousand random registers of youths, their linked tables controlled, and each attacked by a
 * linear solver. */

#include "config.h"

#include "disclosure-puzzle.h"

#define N_TRAITS 4
#define ANY G_MAXUINT

/* What is known of a youth: sex, birth year, background, occupation; when it came and left; and
 * whether it was reached. */
typedef struct
{
  guint traits[N_TRAITS];
  guint from, to; /* half-years */
  gboolean reached;
} Youth;

typedef struct
{
  guint n_youths, n_values[N_TRAITS], n_halves;
  Youth *youths;
} Register;

static Register
make_register (GRand *rand, guint most)
{
  Register all = { .n_youths = (guint)g_rand_int_range (rand, 1, (gint)most + 1) };

  all.n_values[0] = 2;
  for (guint i = 1; i < N_TRAITS; i++)
    all.n_values[i] = (guint)g_rand_int_range (rand, 2, 6);
  all.n_halves = (guint)g_rand_int_range (rand, 1, 4);
  all.youths = g_new0 (Youth, all.n_youths);
  for (guint i = 0; i < all.n_youths; i++)
    {
      Youth *youth = &all.youths[i];

      for (guint j = 0; j < N_TRAITS; j++)
        youth->traits[j] = MIN ((guint)g_rand_int_range (rand, 0, (gint)all.n_values[j]),
                                (guint)g_rand_int_range (rand, 0, (gint)all.n_values[j]));
      youth->from = (guint)g_rand_int_range (rand, 0, (gint)all.n_halves);
      youth->to = (guint)g_rand_int_range (rand, (gint)youth->from, (gint)all.n_halves + 1);
      youth->reached = g_rand_int_range (rand, 0, 10) < 7;
    }
  return all;
}

typedef gboolean (*Belongs) (const Youth *youth, guint half);

static gboolean
is_open_at_start (const Youth *youth, guint half)
{
  return youth->from < half && youth->to >= half;
}

static gboolean
is_new (const Youth *youth, guint half)
{
  return youth->from == half;
}

static gboolean
is_ended (const Youth *youth, guint half)
{
  return youth->from <= half && youth->to == half;
}

static gboolean
is_reached (const Youth *youth, guint half)
{
  return is_new (youth, half) && youth->reached;
}

static guint
add_cell (Puzzle *puzzle,
          const Register *all,
          const char *what,
          Belongs belongs,
          guint half,
          const guint traits[N_TRAITS])
{
  g_autoptr (GString) name = g_string_new (what);
  guint n = 0;

  g_string_append_printf (name, " %u", half);
  for (guint i = 0; i < N_TRAITS; i++)
    g_string_append_printf (name, " %d", (gint)traits[i]);
  for (guint i = 0; i < all->n_youths; i++)
    {
      gboolean fits = belongs (&all->youths[i], half);

      for (guint j = 0; j < N_TRAITS; j++)
        fits = fits && (traits[j] == ANY || all->youths[i].traits[j] == traits[j]);
      n += fits;
    }
  return puzzle_add (puzzle, name->str, n);
}

/* Adds a table over some traits with all of its totals, cell by cell. */
static void
add_table (Puzzle *puzzle,
           const Register *all,
           const char *what,
           Belongs belongs,
           guint half,
           guint traits[N_TRAITS],
           const gboolean over[N_TRAITS],
           guint trait)
{
  guint first = 0;

  for (guint i = 0; i < N_TRAITS; i++)
    {
      guint whole = add_cell (puzzle, all, what, belongs, half, traits);
      guint parts[8];
      g_autofree char *rule = g_strdup_printf ("%u over %u", whole, i);

      if (!over[i] || traits[i] != ANY || g_hash_table_contains (puzzle->names, rule))
        continue;
      for (traits[i] = 0; traits[i] < all->n_values[i]; traits[i]++)
        parts[traits[i]] = add_cell (puzzle, all, what, belongs, half, traits);
      puzzle_add_sum (puzzle, whole, parts, traits[i]);
      g_hash_table_add (puzzle->names, g_steal_pointer (&rule));
      traits[i] = ANY;
    }
  for (first = trait; first < N_TRAITS; first++)
    if (over[first])
      for (guint value = 0; value < all->n_values[first]; value++)
        {
          traits[first] = value;
          add_table (puzzle, all, what, belongs, half, traits, over, first + 1);
          traits[first] = ANY;
        }
}

static void
add_whole_table (Puzzle *puzzle,
                 const Register *all,
                 const char *what,
                 Belongs belongs,
                 guint half,
                 const gboolean over[N_TRAITS])
{
  guint traits[N_TRAITS] = { ANY, ANY, ANY, ANY };

  add_table (puzzle, all, what, belongs, half, traits, over, 0);
}

/* start + new = ended + the next start, in all and of each sex. */
static void
add_flow (Puzzle *puzzle, const Register *all, guint half)
{
  static const gboolean by_sex[N_TRAITS] = { TRUE, FALSE, FALSE, FALSE };
  guint traits[N_TRAITS] = { ANY, ANY, ANY, ANY };

  add_whole_table (puzzle, all, "start", is_open_at_start, half, by_sex);
  add_whole_table (puzzle, all, "new", is_new, half, by_sex);
  add_whole_table (puzzle, all, "ended", is_ended, half, by_sex);
  add_whole_table (puzzle, all, "start", is_open_at_start, half + 1, by_sex);
  add_whole_table (puzzle, all, "reached", is_reached, half, by_sex);
  for (guint sex = 0; sex < 3; sex++)
    {
      guint left[2], right[2];

      traits[0] = sex < 2 ? sex : ANY;
      left[0] = add_cell (puzzle, all, "start", is_open_at_start, half, traits);
      left[1] = add_cell (puzzle, all, "new", is_new, half, traits);
      right[0] = add_cell (puzzle, all, "ended", is_ended, half, traits);
      right[1] = add_cell (puzzle, all, "start", is_open_at_start, half + 1, traits);
      puzzle_add_balance (puzzle, left, right);
      puzzle_add_subset (puzzle, add_cell (puzzle, all, "reached", is_reached, half, traits),
                         left[1]);
    }
}

static Puzzle *
make_puzzle (GRand *rand, guint most_youths)
{
  static const guint thresholds[] = { 3, 5, 5, 5, 10 };
  Puzzle *puzzle = puzzle_new (thresholds[g_rand_int_range (rand, 0, G_N_ELEMENTS (thresholds))]);
  Register all = make_register (rand, most_youths);

  for (guint half = 0; half < all.n_halves; half++)
    {
      gboolean over[N_TRAITS] = { TRUE, FALSE, FALSE, FALSE };

      add_flow (puzzle, &all, half);
      for (guint i = 1; i < N_TRAITS; i++)
        {
          over[i] = TRUE;
          add_whole_table (puzzle, &all, "new", is_new, half, over);
          over[i] = i == 1 && g_rand_int_range (rand, 0, 4) == 0;
        }
    }
  g_free (all.youths);
  return puzzle;
}

static void
assert_small_is_hidden (const Puzzle *puzzle)
{
  for (guint i = 0; i < puzzle->cells->len; i++)
    {
      const PuzzleCell *cell = puzzle_cell (puzzle, i);

      g_assert_false (cell->is_shown && cell->value > 0 && cell->value < puzzle->threshold);
    }
}

static void
report_sum (const PuzzleResult *sum, guint n, guint n_dark)
{
  double shown = 100. - 100. * (double)sum->youths_hidden / (double)sum->youths;

  g_test_message ("%u cells, of which %u small and %u hidden; of all that is counted %.1f %% is "
                  "shown; %u small ones told to be more than one; nothing shown in %u of %u",
                  sum->n_cells, sum->n_small, sum->n_hidden, shown, sum->n_above, n_dark, n);
  g_assert_cmpfloat (shown, >, 40);
  g_assert_cmpuint (sum->n_hidden - sum->n_small, <, sum->n_cells / 3);
  g_assert_cmpuint (sum->n_above, <, sum->n_hidden / 200);
  g_assert_cmpuint (n_dark, <, n / 20 + 1);
}

static void
attack_registers (guint n, guint most_youths, gboolean in_whole_numbers)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20);
  PuzzleResult sum = { 0 };
  guint n_dark = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (Puzzle) puzzle = make_puzzle (rand, most_youths);
      guint n_hidden = sum.n_hidden, n_cells = sum.n_cells;

      puzzle_control (puzzle);
      assert_small_is_hidden (puzzle);
      puzzle_attack (puzzle, in_whole_numbers, &sum);
      g_assert_cmpuint (sum.n_narrow, ==, 0);
      g_assert_cmpuint (tj_disclosure_get_n_unguarded (puzzle->disclosure), ==, 0);
      n_dark += sum.n_hidden - n_hidden == sum.n_cells - n_cells;
    }
  report_sum (&sum, n, n_dark);
}

static void
test_a_linear_solver_finds_no_hidden_number (void)
{
  attack_registers (1000, 200, FALSE);
}

/* A reader who also knows that youths are counted whole. */
static void
test_whole_numbers_find_no_hidden_number (void)
{
  attack_registers (100, 60, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/disclosure-attack/a-linear-solver-finds-no-hidden-number",
                   test_a_linear_solver_finds_no_hidden_number);
  g_test_add_func ("/disclosure-attack/whole-numbers-find-no-hidden-number",
                   test_whole_numbers_find_no_hidden_number);

  return g_test_run ();
}
