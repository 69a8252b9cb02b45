/* What is hidden in tables whose answer one can see with the eye. */

#include "config.h"

#include "tj-disclosure.h"

/* A table of two dimensions with its totals; the last row and column are the totals. */
typedef struct
{
  guint n_rows, n_columns;
  guint cell[6][6];
} Grid;

static void
add_grid (TjDisclosure *control, Grid *grid, const guint values[6][6])
{
  for (guint i = 0; i < grid->n_rows; i++)
    for (guint j = 0; j < grid->n_columns; j++)
      grid->cell[i][j] = tj_disclosure_add (control, values[i][j]);
  for (guint i = 0; i < grid->n_rows; i++)
    tj_disclosure_add_sum (control, grid->cell[i][grid->n_columns - 1], grid->cell[i],
                           grid->n_columns - 1);
  for (guint j = 0; j < grid->n_columns; j++)
    {
      guint parts[6];

      for (guint i = 0; i + 1 < grid->n_rows; i++)
        parts[i] = grid->cell[i][j];
      tj_disclosure_add_sum (control, grid->cell[grid->n_rows - 1][j], parts, grid->n_rows - 1);
    }
}

/* A line of text a row: "x" for a hidden cell. */
static char *
draw (const TjDisclosure *control, const Grid *grid)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < grid->n_rows; i++)
    {
      for (guint j = 0; j < grid->n_columns; j++)
        g_string_append_c (text, tj_disclosure_is_hidden (control, grid->cell[i][j]) ? 'x' : '.');
      if (i + 1 < grid->n_rows)
        g_string_append_c (text, ' ');
    }
  return g_string_free (text, FALSE);
}

static void
assert_grid (guint threshold,
             guint n_rows,
             guint n_columns,
             const guint values[6][6],
             const char *expected)
{
  g_autoptr (TjDisclosure) control = tj_disclosure_new (threshold);
  Grid grid = { n_rows, n_columns, { { 0 } } };
  g_autofree char *drawn = NULL;

  add_grid (control, &grid, values);
  tj_disclosure_control (control);
  drawn = draw (control, &grid);
  g_assert_cmpstr (drawn, ==, expected);
  g_assert_cmpuint (tj_disclosure_get_n_unguarded (control), ==, 0);
}

static void
test_a_small_cell_takes_the_cheapest_others_with_it (void)
{
  static const guint values[6][6] = {
    { 3, 20, 9, 32 },
    { 12, 30, 40, 82 },
    { 8, 25, 11, 44 },
    { 23, 75, 60, 158 },
  };

  /* 3 is small; 9, 8 and 11 are the cheapest that close the ring. */
  assert_grid (5, 4, 4, values, "x.x. .... x.x. ....");
}

static void
test_nothing_small_hides_nothing (void)
{
  static const guint values[6][6] = { { 5, 0, 5 }, { 7, 9, 16 }, { 12, 9, 21 } };

  assert_grid (5, 3, 3, values, "... ... ...");
}

static void
test_without_threshold_nothing_is_hidden (void)
{
  static const guint values[6][6] = { { 1, 2, 3 }, { 7, 9, 16 }, { 8, 11, 19 } };

  assert_grid (0, 3, 3, values, "... ... ...");
  assert_grid (1, 3, 3, values, "... ... ...");
}

static void
test_of_a_small_group_no_zero_is_shown (void)
{
  /* The first row is of two youths, both in the second column. */
  static const guint values[6][6]
      = { { 0, 2, 0, 2 }, { 30, 40, 0, 70 }, { 20, 60, 0, 80 }, { 50, 102, 0, 152 } };
  g_autoptr (TjDisclosure) control = tj_disclosure_new (5);
  Grid grid = { 4, 4, { { 0 } } };

  add_grid (control, &grid, values);
  tj_disclosure_control (control);
  g_assert_true (tj_disclosure_is_hidden (control, grid.cell[0][0]));
  g_assert_true (tj_disclosure_is_hidden (control, grid.cell[0][1]));
  g_assert_true (tj_disclosure_is_hidden (control, grid.cell[0][3]));
  g_assert_false (tj_disclosure_is_hidden (control, grid.cell[3][3]));
  /* Nobody at all is in the third column. */
  for (guint i = 0; i < 4; i++)
    g_assert_false (tj_disclosure_is_hidden (control, grid.cell[i][2]));
}

static void
test_two_hidden_ones_that_tell_each_other_take_a_third (void)
{
  /* 1 + 1 = 2 and nobody is hidden: both would be known. */
  g_autoptr (TjDisclosure) control = tj_disclosure_new (5);
  guint parts[] = { tj_disclosure_add (control, 1), tj_disclosure_add (control, 1),
                    tj_disclosure_add (control, 14), tj_disclosure_add (control, 6) };
  guint total = tj_disclosure_add (control, 22);

  tj_disclosure_add_sum (control, total, parts, G_N_ELEMENTS (parts));
  tj_disclosure_control (control);
  g_assert_true (tj_disclosure_is_hidden (control, parts[0]));
  g_assert_true (tj_disclosure_is_hidden (control, parts[1]));
  g_assert_true (tj_disclosure_is_hidden (control, parts[3]));
  g_assert_false (tj_disclosure_is_hidden (control, parts[2]));
  g_assert_false (tj_disclosure_is_hidden (control, total));
}

static void
test_a_share_is_not_turned_inside_out (void)
{
  g_autoptr (TjDisclosure) control = tj_disclosure_new (5);
  guint whole = tj_disclosure_add (control, 60);
  guint reached = tj_disclosure_add (control, 58);
  guint measures = tj_disclosure_add (control, 30);

  tj_disclosure_add_subset (control, reached, whole);
  tj_disclosure_add_subset (control, measures, whole);
  tj_disclosure_control (control);
  g_assert_true (tj_disclosure_is_hidden (control, reached));
  g_assert_false (tj_disclosure_is_hidden (control, whole));
  g_assert_false (tj_disclosure_is_hidden (control, measures));
}

static void
test_half_years_do_not_tell_of_each_other (void)
{
  /* 20 + 3 = 9 + 14, 14 + 8 = 12 + 10: the small number of new ones is in a chain. */
  g_autoptr (TjDisclosure) control = tj_disclosure_new (5);
  guint start = tj_disclosure_add (control, 20), end = tj_disclosure_add (control, 10);
  guint turn = tj_disclosure_add (control, 14);
  guint new1 = tj_disclosure_add (control, 3), ended1 = tj_disclosure_add (control, 9);
  guint new2 = tj_disclosure_add (control, 8), ended2 = tj_disclosure_add (control, 12);

  tj_disclosure_add_balance (control, (guint[]){ start, new1 }, 2, (guint[]){ ended1, turn }, 2);
  tj_disclosure_add_balance (control, (guint[]){ turn, new2 }, 2, (guint[]){ ended2, end }, 2);
  tj_disclosure_control (control);
  g_assert_true (tj_disclosure_is_hidden (control, new1));
  g_assert_true (tj_disclosure_is_hidden (control, ended1));
  g_assert_cmpuint (tj_disclosure_get_n_hidden (control), ==, 2);
}

static void
test_linked_tables_are_hidden_together (void)
{
  /* The same men and women, by birth year and by background: what is hidden in one is not to be
   * had from the other. */
  static const guint by_year[6][6] = { { 4, 16, 20 }, { 21, 9, 30 }, { 25, 25, 50 } };
  static const guint by_background[6][6] = { { 15, 12, 27 }, { 10, 13, 23 }, { 25, 25, 50 } };
  g_autoptr (TjDisclosure) control = tj_disclosure_new (5);
  Grid years = { 3, 3, { { 0 } } };
  guint men[2], women[2];

  add_grid (control, &years, by_year);
  for (guint i = 0; i < 2; i++)
    {
      men[i] = tj_disclosure_add (control, by_background[i][0]);
      women[i] = tj_disclosure_add (control, by_background[i][1]);
    }
  tj_disclosure_add_sum (control, years.cell[2][0], men, 2);
  tj_disclosure_add_sum (control, years.cell[2][1], women, 2);
  tj_disclosure_control (control);
  {
    g_autofree char *drawn = draw (control, &years);

    g_assert_cmpstr (drawn, ==, "xx. xx. ...");
  }
  g_assert_cmpuint (tj_disclosure_get_n_hidden (control), ==, 4);
}

static void
test_a_cube_of_three_dimensions_closes_in_all (void)
{
  g_autoptr (TjDisclosure) control = tj_disclosure_new (5);
  guint cell[3][3][3]; /* 2 is the total */

  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < 3; j++)
      for (guint k = 0; k < 3; k++)
        {
          guint n = (i == 2 ? 2 : 1) * (j == 2 ? 2 : 1) * (k == 2 ? 2 : 1);
          gboolean has_corner = i != 1 && j != 1 && k != 1;

          cell[i][j][k] = tj_disclosure_add (control, 10 * n - (has_corner ? 7 : 0));
        }
  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < 3; j++)
      {
        tj_disclosure_add_sum (control, cell[i][j][2], cell[i][j], 2);
        tj_disclosure_add_sum (control, cell[i][2][j], (guint[]){ cell[i][0][j], cell[i][1][j] },
                               2);
        tj_disclosure_add_sum (control, cell[2][i][j], (guint[]){ cell[0][i][j], cell[1][i][j] },
                               2);
      }
  tj_disclosure_control (control);
  for (guint i = 0; i < 8; i++)
    g_assert_true (tj_disclosure_is_hidden (control, cell[i & 1][i >> 1 & 1][i >> 2]));
  g_assert_cmpuint (tj_disclosure_get_n_hidden (control), ==, 8);
}

static void
test_relations_that_do_not_hold_are_refused (void)
{
  g_autoptr (TjDisclosure) control = tj_disclosure_new (5);
  guint parts[] = { tj_disclosure_add (control, 8), tj_disclosure_add (control, 9) };
  guint total = tj_disclosure_add (control, 18);

  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*does not add up*");
  tj_disclosure_add_sum (control, total, parts, 2);
  g_test_assert_expected_messages ();
}

/* A number is hidden with what would tell it, whatever its size. */
static void
test_what_was_hidden_before_is_hidden_again (void)
{
  g_autoptr (TjDisclosure) control = tj_disclosure_new (5);
  guint parts[] = { tj_disclosure_add (control, 40), tj_disclosure_add (control, 30),
                    tj_disclosure_add (control, 20) };
  guint total = tj_disclosure_add (control, 90);

  tj_disclosure_add_sum (control, total, parts, 3);
  tj_disclosure_hide_again (control, parts[0]);
  tj_disclosure_control (control);
  g_assert_true (tj_disclosure_is_hidden (control, parts[0]));
  g_assert_cmpuint (tj_disclosure_get_n_hidden (control), >=, 2);
  g_assert_cmpuint (tj_disclosure_get_n_unguarded (control), ==, 0);
}

static void
test_what_was_told_before_protects_nothing (void)
{
  g_autoptr (TjDisclosure) control = tj_disclosure_new (5);
  guint parts[] = { tj_disclosure_add (control, 3), tj_disclosure_add (control, 10),
                    tj_disclosure_add (control, 40) };
  guint total = tj_disclosure_add (control, 53);

  tj_disclosure_add_sum (control, total, parts, 3);
  tj_disclosure_keep_shown (control, parts[1]); /* the cheapest, were it not known */
  tj_disclosure_control (control);
  g_assert_true (tj_disclosure_is_hidden (control, parts[0]));
  g_assert_false (tj_disclosure_is_hidden (control, parts[1]));
  g_assert_true (tj_disclosure_is_hidden (control, parts[2])
                 || tj_disclosure_is_hidden (control, total));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/disclosure/a-small-cell-takes-the-cheapest-others-with-it",
                   test_a_small_cell_takes_the_cheapest_others_with_it);
  g_test_add_func ("/disclosure/nothing-small-hides-nothing", test_nothing_small_hides_nothing);
  g_test_add_func ("/disclosure/without-threshold-nothing-is-hidden",
                   test_without_threshold_nothing_is_hidden);
  g_test_add_func ("/disclosure/of-a-small-group-no-zero-is-shown",
                   test_of_a_small_group_no_zero_is_shown);
  g_test_add_func ("/disclosure/two-hidden-ones-that-tell-each-other-take-a-third",
                   test_two_hidden_ones_that_tell_each_other_take_a_third);
  g_test_add_func ("/disclosure/a-share-is-not-turned-inside-out",
                   test_a_share_is_not_turned_inside_out);
  g_test_add_func ("/disclosure/half-years-do-not-tell-of-each-other",
                   test_half_years_do_not_tell_of_each_other);
  g_test_add_func ("/disclosure/linked-tables-are-hidden-together",
                   test_linked_tables_are_hidden_together);
  g_test_add_func ("/disclosure/a-cube-of-three-dimensions-closes-in-all",
                   test_a_cube_of_three_dimensions_closes_in_all);
  g_test_add_func ("/disclosure/what-was-hidden-before-is-hidden-again",
                   test_what_was_hidden_before_is_hidden_again);
  g_test_add_func ("/disclosure/what-was-told-before-protects-nothing",
                   test_what_was_told_before_protects_nothing);
  g_test_add_func ("/disclosure/relations-that-do-not-hold-are-refused",
                   test_relations_that_do_not_hold_are_refused);

  return g_test_run ();
}
