/* Bars that lie, one a category, named to the left and numbered to the right; and bars that stand,
 * a series each, their categories stacked and named beside the last. */

#include "config.h"

#include "tj-chart-private.h"

static double
find_widest_category (const TjChartPage *page)
{
  double widest = 0;

  for (guint i = 0; i < page->chart->categories->len; i++)
    widest = MAX (widest, tj_chart_measure (page, page->chart->categories->pdata[i], FALSE));
  return widest;
}

static double
find_widest_value (const TjChartPage *page)
{
  double widest = 0;

  for (guint i = 0; i < page->chart->categories->len; i++)
    {
      const TjChartValue *value = tj_chart_get (page->chart, 0, i);

      if (value != NULL)
        widest = MAX (widest, tj_chart_measure (page, value->text, TRUE));
    }
  return widest;
}

/* The first series; more of them belong in a stack. */
void
tj_chart_draw_bars (TjChartPage *page)
{
  guint n = page->chart->categories->len;
  double names = MIN (find_widest_category (page), page->width * 0.45);
  double left = names + 8, room = page->width - left - find_widest_value (page) - 6;
  double greatest = tj_chart_get_greatest (page->chart), row = page->height / n;
  double thick = MIN (row * 0.62, page->line * 1.4);

  tj_chart_line (page, TJ_INK_GRID, TJ_CHART_HAIRLINE, left, 0, left, page->height);
  for (guint i = 0; i < n; i++)
    {
      const TjChartValue *value = tj_chart_get (page->chart, 0, i);
      double middle = (i + 0.5) * row, length = 0;

      tj_chart_text (page, TJ_INK_TEXT, FALSE, names, 1, middle - page->line / 2, names,
                     page->chart->categories->pdata[i]);
      if (value == NULL)
        continue;
      if (value->is_shown && greatest > 0)
        length = MAX (room, 0) * value->value / greatest;
      tj_chart_area (page, TJ_INK_FIRST, left, middle - thick / 2, length, thick);
      tj_chart_text (page, value->is_shown ? TJ_INK_TEXT : TJ_INK_FAINT, TRUE, left + length + 5, 0,
                     middle - page->line / 2, page->width - left, value->text);
    }
}

static double
add_up (const TjChart *chart, guint series)
{
  double sum = 0;

  for (guint i = 0; i < chart->categories->len; i++)
    if (tj_chart_get (chart, series, i) != NULL)
      sum += tj_chart_get (chart, series, i)->value;
  return sum;
}

static double
find_highest (const TjChart *chart)
{
  double highest = 0;

  for (guint i = 0; i < chart->series->len; i++)
    highest = MAX (highest, add_up (chart, i));
  return highest;
}

/* "Work 35 · 32": the category, and its value in each bar. */
static char *
name_part (const TjChart *chart, guint category)
{
  GString *text = g_string_new (chart->categories->pdata[category]);

  for (guint i = 0; i < chart->series->len; i++)
    {
      const TjChartValue *value = tj_chart_get (chart, i, category);

      g_string_append_printf (text, "%s%s", i == 0 ? "  " : " · ",
                              value != NULL ? value->text : "–");
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  double left, width, gap; /* of the bars */
  double bottom, scale;
} Stacks;

/* Stacks a series from the bottom, first category uppermost; `middles` becomes where its parts
 * are, and those without height where they would be. */
static void
draw_stack (TjChartPage *page, const Stacks *stacks, guint series, double *middles)
{
  double x = stacks->left + series * (stacks->width + stacks->gap);
  double y = stacks->bottom - add_up (page->chart, series) * stacks->scale;

  for (guint i = 0; i < page->chart->categories->len; i++)
    {
      const TjChartValue *value = tj_chart_get (page->chart, series, i);
      double height = value != NULL ? value->value * stacks->scale : 0;

      middles[i] = y + height / 2;
      tj_chart_area (page, TJ_INK_FIRST + i, x, y + 0.5, stacks->width, height - 1);
      if (height > 1)
        tj_chart_pattern (page, i, x, y + 0.5, stacks->width, height - 1);
      y += height;
    }
}

static void
name_parts (TjChartPage *page, const Stacks *stacks, const double *middles)
{
  guint n = page->chart->categories->len;
  double right = stacks->left + page->chart->series->len * (stacks->width + stacks->gap);
  double edge = right - stacks->gap, names = right + 14;
  g_autofree double *tops = g_new (double, n);

  for (guint i = 0; i < n; i++)
    tops[i] = middles[i] - page->line / 2;
  tops[0] = MAX (tops[0], 0);
  tj_chart_spread (tops, n, page->line * 1.1, stacks->bottom);
  for (guint i = 0; i < n; i++)
    {
      const TjChartValue *last = tj_chart_get (page->chart, page->chart->series->len - 1, i);
      gboolean is_drawn = last != NULL && last->value > 0;
      g_autofree char *text = name_part (page->chart, i);

      if (is_drawn)
        tj_chart_line (page, TJ_INK_FAINT, TJ_CHART_HAIRLINE, edge + 2, middles[i], names - 3,
                       tops[i] + page->line / 2);
      tj_chart_text (page, is_drawn ? TJ_INK_TEXT : TJ_INK_FAINT, FALSE, names, 0, tops[i],
                     page->width - names, text);
    }
}

/* Bars from the same ground and on the same scale; only what is shown has height. */
void
tj_chart_draw_stacks (TjChartPage *page)
{
  guint n = page->chart->series->len;
  double highest = find_highest (page->chart);
  Stacks stacks = { .gap = 14, .bottom = page->height - page->line * 1.2 };
  g_autofree double *middles = g_new0 (double, page->chart->categories->len);

  stacks.width = CLAMP (page->width * 0.34 / n, 12, 110);
  stacks.scale = highest > 0 ? MAX (stacks.bottom - 1, 0) / highest : 0;
  for (guint i = 0; i < n; i++)
    {
      draw_stack (page, &stacks, i, middles);
      tj_chart_text (page, TJ_INK_FAINT, FALSE, i * (stacks.width + stacks.gap) + stacks.width / 2,
                     0.5, stacks.bottom + page->line * 0.2, stacks.width + stacks.gap - 4,
                     page->chart->series->pdata[i]);
    }
  tj_chart_line (page, TJ_INK_GRID, TJ_CHART_HAIRLINE, 0, stacks.bottom,
                 n * (stacks.width + stacks.gap) - stacks.gap, stacks.bottom);
  name_parts (page, &stacks, middles);
}
