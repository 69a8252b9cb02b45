/* The table of figures: where a cell is found, and what it says. */

#include "config.h"

#include "tj-figure-table.h"

static TjFigureTable *
new_table (void)
{
  TjFigureTable *table = tj_figure_table_new ("by-sex", "numbers", "By sex");

  tj_figure_table_add_column (table, "women", "Women", FALSE);
  tj_figure_table_add_row (table, "open", "Open", FALSE);
  tj_figure_table_add_column (table, "all", "All", TRUE);
  tj_figure_table_add_row (table, "ended", "Ended", FALSE);
  return table;
}

static void
test_grows_both_ways (void)
{
  g_autoptr (TjFigureTable) table = new_table ();

  *tj_figure_table_at (table, 1, 1) = (TjFigure){ .kind = TJ_FIGURE_COUNT, .value = 12 };

  g_assert_cmpuint (tj_figure_table_n_rows (table), ==, 2);
  g_assert_cmpuint (tj_figure_table_n_columns (table), ==, 2);
  g_assert_cmpint (tj_figure_table_find (table, "ended", "all")->value, ==, 12);
  g_assert_cmpint (tj_figure_table_find (table, "open", "all")->kind, ==, TJ_FIGURE_EMPTY);
  g_assert_cmpuint (tj_figure_table_find (table, "open", "women")->quantity, ==, TJ_NO_QUANTITY);
  g_assert_null (tj_figure_table_find (table, "open", "men"));
  g_assert_null (tj_figure_table_find (table, "closed", "all"));
  g_assert_true (tj_figure_table_column (table, 1)->is_total);
}

static void
test_words_of_a_cell (void)
{
  static const struct
  {
    TjFigure figure;
    const char *text;
  } cases[] = {
    { { .kind = TJ_FIGURE_EMPTY }, "–" },
    { { .kind = TJ_FIGURE_COUNT, .value = 0 }, "0" },
    { { .kind = TJ_FIGURE_COUNT, .value = 12 }, "12" },
    { { .kind = TJ_FIGURE_SHARE, .value = 452 }, "45,2\u00a0%" },
    { { .kind = TJ_FIGURE_SHARE, .value = 1000 }, "100,0\u00a0%" },
    { { .kind = TJ_FIGURE_DAYS, .value = 1 }, "1 day" },
    { { .kind = TJ_FIGURE_DAYS, .value = 9 }, "9 days" },
    { { .kind = TJ_FIGURE_COUNT, .value = 3, .hidden = TRUE }, ".." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tj_figure_format (&cases[i].figure);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_a_hidden_figure_keeps_no_value (void)
{
  TjFigure figure = { .kind = TJ_FIGURE_COUNT, .value = 3 };
  g_autofree char *text = NULL;

  tj_figure_hide (&figure);
  text = tj_figure_format (&figure);

  g_assert_cmpint (figure.value, ==, 0);
  g_assert_cmpstr (text, ==, "..");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/figure-table/grows-both-ways", test_grows_both_ways);
  g_test_add_func ("/core/figure-table/words-of-a-cell", test_words_of_a_cell);
  g_test_add_func ("/core/figure-table/a-hidden-figure-keeps-no-value",
                   test_a_hidden_figure_keeps_no_value);
  return g_test_run ();
}
