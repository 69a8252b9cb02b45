/* The summary's sentences: what tables say, what they must not say when a cell is hidden, and that
 * what is hidden makes no difference. */

#include "config.h"

#include "report-tables.h"
#include "tj-report-summary.h"

#include <string.h>

static char *
summarise (const GPtrArray *tables)
{
  g_autoptr (GPtrArray) paragraphs = tj_report_summary_new (tables);

  g_ptr_array_add (paragraphs, NULL);
  return g_strjoinv ("\n", (char **)paragraphs->pdata);
}

static TjFigure *
cell (const GPtrArray *tables, const char *table, const char *row, const char *column)
{
  for (guint i = 0; i < tables->len; i++)
    if (g_str_equal (tj_figure_table_get_id (tables->pdata[i]), table))
      return (TjFigure *)tj_figure_table_find (tables->pdata[i], row, column);
  return NULL;
}

static void
assert_says (const GPtrArray *tables, const char *words)
{
  g_autofree char *text = summarise (tables);

  if (strstr (text, words) == NULL)
    g_error ("“%s” is missing in:\n%s", words, text);
}

static void
assert_is_silent (const GPtrArray *tables, const char *words)
{
  g_autofree char *text = summarise (tables);

  if (strstr (text, words) != NULL)
    g_error ("“%s” is said in:\n%s", words, text);
}

static void
test_the_figures_are_told (void)
{
  g_autoptr (GPtrArray) tables = report_tables_new ();

  assert_says (tables, "the municipality was responsible for 54 youths. Of them 24 were women and "
                       "30 were men. That is 6 more than when the half-year began.");
  assert_says (tables, "26 youths were new during the half-year. 20 youths were deregistered.");
  assert_says (tables, "The municipality reached 59 of the 74 youths who were in the register "
                       "during the half-year, 80 percent.");
  assert_says (tables, "Of the 20 who were deregistered 11 had gone back");
  assert_says (tables, "Everyone has been sought or is known of.");
}

static void
test_words_follow_the_figures (void)
{
  g_autoptr (GPtrArray) tables = report_tables_new ();

  cell (tables, "numbers", "start", "total")->value = 54;
  assert_says (tables, "That is as many as when the half-year began.");
  cell (tables, "numbers", "start", "total")->value = 55;
  assert_says (tables, "That is 1 fewer than when the half-year began.");
  cell (tables, "numbers", "new", "total")->value = 1;
  assert_says (tables, "1 youth was new");
}

static void
test_a_share_is_rounded_but_not_to_none_or_all (void)
{
  g_autoptr (GPtrArray) tables = report_tables_new ();

  cell (tables, "contact", "total", "total")->value = 1000;
  cell (tables, "contact", "reached", "total")->value = 999;
  assert_says (tables, "reached 999 of the 1000 youths who were in the register during the "
                       "half-year, 99 percent.");
  cell (tables, "contact", "reached", "total")->value = 1;
  assert_says (tables, "reached 1 of the 1000 youths who were in the register during the "
                       "half-year, 1 percent.");
  cell (tables, "contact", "reached", "total")->value = 1000;
  assert_says (tables, "100 percent.");
  cell (tables, "contact", "reached", "total")->value = 125;
  assert_says (tables, "13 percent.");
}

static void
test_nothing_is_told_of_a_hidden_figure (void)
{
  g_autoptr (GPtrArray) tables = report_tables_new ();

  tj_figure_hide (cell (tables, "numbers", "start", "total"));
  assert_is_silent (tables, "when the half-year began");
  tj_figure_hide (cell (tables, "numbers", "end", "men"));
  assert_is_silent (tables, "24 were women");
  tj_figure_hide (cell (tables, "contact", "not-sought", "total"));
  assert_is_silent (tables, "sought or is known");
  tj_figure_hide (cell (tables, "contact", "total", "total"));
  assert_is_silent (tables, "reached");
  tj_figure_hide (cell (tables, "numbers", "end", "total"));
  assert_is_silent (tables, "responsible for");
}

static void
test_halves_are_compared_only_when_both_are_told (void)
{
  g_autoptr (GPtrArray) tables = report_tables_new ();

  assert_says (tables, "At the end of the andra halvåret 2025 they were 10 fewer.");
  assert_says (tables, "a larger share than in the första halvåret 2026, when it was 76 percent");
  cell (tables, "comparison-shares", "2026H1", "reached")->value = 801;
  assert_says (tables, "the same share as in the första halvåret 2026");
  cell (tables, "comparison-shares", "2026H1", "reached")->value = 811;
  assert_says (tables, "a smaller share than in the första halvåret 2026, when it was 81 percent");
  tj_figure_hide (cell (tables, "comparison-shares", "2026H1", "reached"));
  assert_is_silent (tables, "share than");
  assert_is_silent (tables, "same share");
  tj_figure_hide (cell (tables, "comparison-numbers", "2025H2", "end"));
  assert_is_silent (tables, "2025");
}

/* Which row is the largest says something of all the others. */
static void
test_a_column_with_a_hidden_cell_has_no_rank (void)
{
  g_autoptr (GPtrArray) tables = report_tables_new ();

  assert_is_silent (tables, "most common reason");
  *cell (tables, "deregistration-reasons", "turned-20", "total")
      = (TjFigure){ .kind = TJ_FIGURE_COUNT, .value = 5 };
  assert_is_silent (tables, "most common reason");
  *cell (tables, "deregistration-reasons", "moved", "total")
      = (TjFigure){ .kind = TJ_FIGURE_COUNT, .value = 5 };
  assert_says (tables, "The most common reason for deregistration was: Nationellt program eller "
                       "motsvarande (11 youths).");
  cell (tables, "deregistration-reasons", "moved", "total")->value = 11;
  assert_is_silent (tables, "most common reason");
}

/* Whatever a hidden cell held, also if its value was left in it by mistake. */
static void
test_hidden_cells_make_no_difference (void)
{
  g_autoptr (GPtrArray) tables = report_tables_new ();
  g_autofree char *before = summarise (tables);
  g_autofree char *after = NULL;

  for (guint i = 0; i < tables->len; i++)
    for (guint row = 0; row < tj_figure_table_n_rows (tables->pdata[i]); row++)
      for (guint column = 0; column < tj_figure_table_n_columns (tables->pdata[i]); column++)
        {
          TjFigure *figure = tj_figure_table_at (tables->pdata[i], row, column);

          if (figure->hidden)
            figure->value = (int)(3 + row + column);
        }
  after = summarise (tables);
  g_assert_cmpstr (before, ==, after);
}

static void
test_no_tables_give_no_words (void)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();
  g_autoptr (GPtrArray) paragraphs = tj_report_summary_new (tables);
  g_autoptr (GArray) keys = tj_report_summary_new_key_figures (tables);

  g_assert_cmpuint (paragraphs->len, ==, 0);
  g_assert_cmpuint (keys->len, ==, 0);
}

static void
test_a_hidden_key_figure_is_two_stops (void)
{
  g_autoptr (GPtrArray) tables = report_tables_new ();
  g_autoptr (GArray) keys = NULL;

  tj_figure_hide (cell (tables, "numbers", "end", "total"));
  keys = tj_report_summary_new_key_figures (tables);
  g_assert_cmpuint (keys->len, ==, 4);
  g_assert_cmpstr (g_array_index (keys, TjReportKeyFigure, 0).value, ==, "..");
  g_assert_cmpstr (g_array_index (keys, TjReportKeyFigure, 1).value, ==, "79,7\u00a0%");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-summary/the-figures-are-told", test_the_figures_are_told);
  g_test_add_func ("/report-summary/words-follow-the-figures", test_words_follow_the_figures);
  g_test_add_func ("/report-summary/a-share-is-rounded-but-not-to-none-or-all",
                   test_a_share_is_rounded_but_not_to_none_or_all);
  g_test_add_func ("/report-summary/nothing-is-told-of-a-hidden-figure",
                   test_nothing_is_told_of_a_hidden_figure);
  g_test_add_func ("/report-summary/halves-are-compared-only-when-both-are-told",
                   test_halves_are_compared_only_when_both_are_told);
  g_test_add_func ("/report-summary/a-column-with-a-hidden-cell-has-no-rank",
                   test_a_column_with_a_hidden_cell_has_no_rank);
  g_test_add_func ("/report-summary/hidden-cells-make-no-difference",
                   test_hidden_cells_make_no_difference);
  g_test_add_func ("/report-summary/no-tables-give-no-words", test_no_tables_give_no_words);
  g_test_add_func ("/report-summary/a-hidden-key-figure-is-two-stops",
                   test_a_hidden_key_figure_is_two_stops);
  return g_test_run ();
}
