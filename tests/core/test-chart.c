/* Where a chart's marks go: every text in the frame and clear of the others, and nothing anywhere
 * of what is hidden. */

#include "config.h"

#include "tj-chart-layout.h"

#include <string.h>

static double
measure (const char *text, gboolean strong, gpointer data)
{
  return (double)g_utf8_strlen (text, -1) * (strong ? 6.2 : 5.8);
}

static const TjChartFont font = { measure, NULL, 12 };

static TjFigure
figure_of (int value, gboolean hidden)
{
  return (TjFigure){ TJ_FIGURE_COUNT, value, 0, TJ_NO_QUANTITY, hidden };
}

/* A chart with long and short names; every third value hidden when `hide`. */
static TjChart *
make_chart (TjChartKind kind, guint n_series, guint n_categories, int largest, int hidden_value)
{
  TjChart *chart = tj_chart_new (kind, "Avregistrerade efter grund");

  for (guint i = 0; i < n_categories; i++)
    {
      g_autofree char *name = i % 3 == 1
                                  ? g_strdup ("Studier på nationellt program eller motsvarande")
                                  : g_strdup_printf ("Halvår %u", i + 1);

      tj_chart_add_category (chart, name);
    }
  for (guint i = 0; i < n_series; i++)
    {
      g_autofree char *name = g_strdup_printf ("Serie %u", i + 1);

      tj_chart_add_series (chart, name);
    }
  for (guint s = 0; s < n_series; s++)
    for (guint c = 0; c < n_categories; c++)
      {
        gboolean hidden = hidden_value >= 0 && (s + c) % 3 == 0;
        TjFigure figure = figure_of (
            hidden ? hidden_value : (int)((s * 7 + c * 5) % 11) * largest / 10, hidden);

        tj_chart_set_figure (chart, s, c, &figure);
      }
  return chart;
}

static gboolean
overlap (const TjMark *a, const TjMark *b)
{
  return a->x < b->x + b->width - 0.01 && b->x < a->x + a->width - 0.01
         && a->y < b->y + b->height - 0.01 && b->y < a->y + a->height - 0.01;
}

static void
assert_in_frame (const TjMark *mark, double width, double height)
{
  g_assert_cmpfloat (MIN (mark->x, mark->x + mark->width), >=, -0.01);
  g_assert_cmpfloat (MIN (mark->y, mark->y + mark->height), >=, -0.01);
  g_assert_cmpfloat (MAX (mark->x, mark->x + mark->width), <=, width + 0.01);
  g_assert_cmpfloat (MAX (mark->y, mark->y + mark->height), <=, height + 0.01);
}

static void
assert_clear (GArray *marks, double width, double height)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const TjMark *mark = &g_array_index (marks, TjMark, i);

      assert_in_frame (mark, width, height);
      for (guint j = i + 1; mark->kind == TJ_MARK_TEXT && j < marks->len; j++)
        {
          const TjMark *other = &g_array_index (marks, TjMark, j);

          if (other->kind == TJ_MARK_TEXT && overlap (mark, other))
            g_error ("“%s” lies on “%s”, %g wide", mark->text, other->text, width);
        }
    }
}

static void
test_texts_are_in_the_frame_and_clear_of_each_other (void)
{
  static const double widths[] = { 160, 240, 320, 480, 700, 1200 };

  for (TjChartKind kind = TJ_CHART_LINE; kind <= TJ_CHART_FLOW; kind++)
    for (guint n_series = 1; n_series <= 3; n_series++)
      for (guint n_categories = 1; n_categories <= 24; n_categories += n_categories < 8 ? 1 : 8)
        for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
          {
            g_autoptr (TjChart) chart = make_chart (kind, n_series, n_categories, 12345, 3);
            double height = tj_chart_get_height (chart, widths[i], &font);
            g_autoptr (GArray) marks = tj_chart_layout (chart, widths[i], height, &font);

            g_assert_cmpuint (marks->len, >, 0);
            assert_clear (marks, widths[i], height);
          }
}

static void
assert_same (GArray *a, GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      TjMark one = g_array_index (a, TjMark, i), two = g_array_index (b, TjMark, i);

      g_assert_cmpstr (one.text, ==, two.text);
      one.text = two.text = NULL;
      g_assert_cmpmem (&one, sizeof one, &two, sizeof two);
    }
}

static void
test_what_is_hidden_leaves_no_trace (void)
{
  for (TjChartKind kind = TJ_CHART_LINE; kind <= TJ_CHART_FLOW; kind++)
    {
      g_autoptr (TjChart) one = make_chart (kind, 2, 7, 100, 4);
      g_autoptr (TjChart) two = make_chart (kind, 2, 7, 100, 4711);
      g_autoptr (GArray) marks_one = tj_chart_layout (one, 480, 200, &font);
      g_autoptr (GArray) marks_two = tj_chart_layout (two, 480, 200, &font);
      g_autofree char *alt_one = tj_chart_dup_alt (one);
      g_autofree char *alt_two = tj_chart_dup_alt (two);

      g_assert_cmpstr (alt_one, ==, alt_two);
      g_assert_null (strstr (alt_two, "4711"));
      assert_same (marks_one, marks_two);
    }
}

static guint
count_areas (GArray *marks)
{
  guint n = 0;

  for (guint i = 0; i < marks->len; i++)
    n += g_array_index (marks, TjMark, i).kind == TJ_MARK_AREA;
  return n;
}

static void
test_only_what_is_shown_has_a_bar (void)
{
  g_autoptr (TjChart) chart = tj_chart_new (TJ_CHART_BAR, "T");
  TjFigure shown = figure_of (12, FALSE), hidden = figure_of (3, TRUE), zero = figure_of (0, FALSE);
  g_autoptr (GArray) marks = NULL;

  tj_chart_add_series (chart, "S");
  for (guint i = 0; i < 3; i++)
    tj_chart_add_category (chart, "K");
  tj_chart_set_figure (chart, 0, 0, &shown);
  tj_chart_set_figure (chart, 0, 1, &hidden);
  tj_chart_set_figure (chart, 0, 2, &zero);
  marks = tj_chart_layout (chart, 300, 90, &font);
  g_assert_cmpuint (count_areas (marks), ==, 1);
}

static void
test_the_words_tell_the_shown_values (void)
{
  g_autoptr (TjFigureTable) table = tj_figure_table_new ("t", "numbers", "Open youths");
  g_autoptr (TjChart) chart = NULL;
  g_autofree char *alt = NULL;

  tj_figure_table_add_row (table, "a", "2026H1", FALSE);
  tj_figure_table_add_row (table, "b", "2026H2", FALSE);
  tj_figure_table_add_row (table, "c", "All", TRUE);
  tj_figure_table_add_column (table, "end", "At the end", FALSE);
  tj_figure_table_add_column (table, "total", "All", TRUE);
  *tj_figure_table_at (table, 0, 0) = figure_of (41, FALSE);
  *tj_figure_table_at (table, 1, 0) = figure_of (2, FALSE);
  tj_figure_hide (tj_figure_table_at (table, 1, 0));
  chart = tj_chart_new_from_table (TJ_CHART_LINE, table, NULL, NULL);
  alt = tj_chart_dup_alt (chart);
  g_assert_cmpstr (alt, ==, "Line chart: Open youths. At the end: 2026H1 41, 2026H2 not shown.");
}

static double
lightness (guint32 rgb)
{
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    {
      double part = (rgb >> (16 - 8 * i) & 0xff) / 255.;
      double square = (part + 0.055) / 1.055;

      /* The exponent 2.4 by its neighbours 2 and 3: well within what is asserted. */
      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : square * square * (0.6 + 0.4 * square));
    }
  return sum;
}

static double
contrast (guint32 a, guint32 b)
{
  double la = lightness (a) + 0.05, lb = lightness (b) + 0.05;

  return MAX (la, lb) / MIN (la, lb);
}

static void
test_marks_and_texts_stand_out (void)
{
  for (gboolean dark = FALSE; dark <= TRUE; dark++)
    {
      guint32 ground = tj_chart_ink_rgb (TJ_INK_GROUND, dark);

      g_assert_cmpfloat (contrast (ground, tj_chart_ink_rgb (TJ_INK_TEXT, dark)), >, 7);
      g_assert_cmpfloat (contrast (ground, tj_chart_ink_rgb (TJ_INK_FAINT, dark)), >, 4.5);
      for (guint i = 0; i < TJ_CHART_N_COLOURS; i++)
        g_assert_cmpfloat (contrast (ground, tj_chart_ink_rgb (TJ_INK_FIRST + i, dark)), >, 3);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/texts-are-in-the-frame-and-clear-of-each-other",
                   test_texts_are_in_the_frame_and_clear_of_each_other);
  g_test_add_func ("/chart/what-is-hidden-leaves-no-trace", test_what_is_hidden_leaves_no_trace);
  g_test_add_func ("/chart/only-what-is-shown-has-a-bar", test_only_what_is_shown_has_a_bar);
  g_test_add_func ("/chart/the-words-tell-the-shown-values", test_the_words_tell_the_shown_values);
  g_test_add_func ("/chart/marks-and-texts-stand-out", test_marks_and_texts_stand_out);

  return g_test_run ();
}
