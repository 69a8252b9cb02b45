/* Charts over time: a line a series, broken where a value is not shown; and what comes in and goes
 * out, above and below a line. */

#include "config.h"

#include "tj-chart-private.h"

typedef struct
{
  double left, step;  /* the first category's left edge; from one to the next */
  double top, bottom; /* of the scale */
  double end;         /* the value at its top */
} Plot;

static double
middle_of (const Plot *plot, guint category)
{
  return plot->left + (category + 0.5) * plot->step;
}

static double
height_of (const Plot *plot, double value)
{
  return plot->bottom - (plot->bottom - plot->top) * value / plot->end;
}

static void
draw_scale (TjChartPage *page, Plot *plot, double right)
{
  double step, widest;
  g_autofree char *last = NULL;

  plot->end = tj_chart_round_up (tj_chart_get_greatest (page->chart), &step);
  last = g_strdup_printf ("%.0f", plot->end);
  widest = tj_chart_measure (page, last, FALSE);
  for (double at = 0; at <= plot->end; at += step)
    {
      g_autofree char *text = g_strdup_printf ("%.0f", at);

      tj_chart_line (page, TJ_INK_GRID, TJ_CHART_HAIRLINE, widest + 6, height_of (plot, at), right,
                     height_of (plot, at));
      tj_chart_text (page, TJ_INK_FAINT, FALSE, widest, 1, height_of (plot, at) - page->line,
                     widest + 1, text);
    }
  plot->left = widest + 6;
}

/* The value, above its point; or, where it is not shown, that it is not. */
static void
label_point (TjChartPage *page, const Plot *plot, guint category, const TjChartValue *value)
{
  double y = value->is_shown ? height_of (plot, value->value) - page->line - 4
                             : plot->bottom - page->line - 1;

  tj_chart_text (page, value->is_shown ? TJ_INK_TEXT : TJ_INK_FAINT, TRUE,
                 middle_of (plot, category), 0.5, MAX (y, 0), plot->step - 4, value->text);
}

static void
draw_series (TjChartPage *page, const Plot *plot, guint series)
{
  const TjChartValue *before = NULL;
  double dot = MIN (6, plot->step * 0.8);

  for (guint i = 0; i < page->chart->categories->len; i++)
    {
      const TjChartValue *value = tj_chart_get (page->chart, series, i);
      double x = middle_of (plot, i);

      if (value != NULL && value->is_shown)
        {
          double y = height_of (plot, value->value);

          if (before != NULL && before->is_shown)
            tj_chart_line (page, TJ_INK_FIRST + series, TJ_CHART_STROKE, middle_of (plot, i - 1),
                           height_of (plot, before->value), x, y);
          tj_chart_area (page, TJ_INK_FIRST + series, x - dot / 2, y - dot / 2, dot, dot);
        }
      before = value;
    }
}

/* Whether values stand at every point: only of one line, and only when there is room. */
static gboolean
has_room_for_values (const TjChartPage *page, const Plot *plot)
{
  double widest = 0;

  if (page->chart->series->len > 1)
    return FALSE;
  for (guint i = 0; i < page->chart->categories->len; i++)
    if (tj_chart_get (page->chart, 0, i) != NULL)
      widest = MAX (widest, tj_chart_measure (page, tj_chart_get (page->chart, 0, i)->text, TRUE));
  return widest + 6 <= plot->step;
}

static void
label_points (TjChartPage *page, const Plot *plot)
{
  gboolean all = has_room_for_values (page, plot);
  guint n = page->chart->categories->len;

  if (page->chart->series->len > 1)
    return;
  for (guint i = 0; i < n; i++)
    {
      const TjChartValue *value = tj_chart_get (page->chart, 0, i);

      if (value != NULL && (all || i + 1 == n))
        label_point (page, plot, i, value);
    }
}

/* The last value shown of a series. */
static const TjChartValue *
find_last (const TjChart *chart, guint series)
{
  for (guint i = chart->categories->len; i > 0; i--)
    {
      const TjChartValue *value = tj_chart_get (chart, series, i - 1);

      if (value != NULL && value->is_shown)
        return value;
    }
  return NULL;
}

static void
sort_by_top (guint *order, const double *tops, guint n)
{
  for (guint i = 1; i < n; i++)
    for (guint j = i; j > 0 && tops[order[j]] < tops[order[j - 1]]; j--)
      {
        guint held = order[j];

        order[j] = order[j - 1];
        order[j - 1] = held;
      }
}

/* Names several lines at their right ends. */
static void
name_lines (TjChartPage *page, const Plot *plot, double right)
{
  guint n = page->chart->series->len;
  g_autofree double *tops = g_new (double, n), *sorted = g_new (double, n);
  g_autofree guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      const TjChartValue *last = find_last (page->chart, i);

      tops[i] = height_of (plot, last != NULL ? last->value : 0) - page->line / 2;
      order[i] = i;
    }
  sort_by_top (order, tops, n);
  for (guint i = 0; i < n; i++)
    sorted[i] = MAX (tops[order[i]], 0);
  tj_chart_spread (sorted, n, page->line, plot->bottom);
  for (guint i = 0; i < n; i++)
    {
      const TjChartValue *last = find_last (page->chart, order[i]);
      g_autofree char *text
          = g_strdup_printf ("%s  %s", (const char *)page->chart->series->pdata[order[i]],
                             last != NULL ? last->text : "..");

      tj_chart_text (page, TJ_INK_TEXT, FALSE, right + 4, 0, sorted[i], page->width - right - 4,
                     text);
    }
}

static double
find_names_width (const TjChartPage *page)
{
  double widest = 0;

  if (page->chart->series->len < 2)
    return 0;
  for (guint i = 0; i < page->chart->series->len; i++)
    widest = MAX (widest, tj_chart_measure (page, page->chart->series->pdata[i], FALSE));
  return MIN (widest + tj_chart_measure (page, "  00000", FALSE) + 4, page->width / 3);
}

/* A line a series. */
void
tj_chart_draw_lines (TjChartPage *page)
{
  Plot plot = { .top = page->line * 1.5, .bottom = page->height - page->line * 1.4 };
  double right = page->width - find_names_width (page);

  draw_scale (page, &plot, right);
  plot.step = (right - plot.left) / page->chart->categories->len;
  for (guint i = 0; i < page->chart->series->len; i++)
    draw_series (page, &plot, i);
  label_points (page, &plot);
  if (page->chart->series->len > 1)
    name_lines (page, &plot, right);
  tj_chart_name_categories (page, plot.left, plot.step, plot.bottom + page->line * 0.3);
}

static double
find_greatest (const TjChart *chart, guint series)
{
  double greatest = 0;

  for (guint i = 0; i < chart->categories->len; i++)
    if (tj_chart_get (chart, series, i) != NULL)
      greatest = MAX (greatest, tj_chart_get (chart, series, i)->value);
  return greatest;
}

/* One side of the axis: `way` -1 is up. */
static void
draw_side (TjChartPage *page, const Plot *plot, guint series, double axis, double scale, int way)
{
  double thick = MIN (plot->step * 0.55, page->line * 3);

  for (guint i = 0; i < page->chart->categories->len; i++)
    {
      const TjChartValue *value = tj_chart_get (page->chart, series, i);
      double x = middle_of (plot, i), length, y;

      if (value == NULL)
        continue;
      length = value->value * scale;
      y = way < 0 ? axis - length : axis;
      tj_chart_area (page, TJ_INK_FIRST + series, x - thick / 2, y, thick, length);
      if (series > 0)
        tj_chart_pattern (page, series, x - thick / 2, y, thick, length);
      tj_chart_text (page, value->is_shown ? TJ_INK_TEXT : TJ_INK_FAINT, TRUE, x, 0.5,
                     way < 0 ? y - page->line - 2 : axis + length + 2, plot->step - 4, value->text);
    }
}

/* The first series above an axis and the second below, each named beside its side. */
void
tj_chart_draw_flow (TjChartPage *page)
{
  const TjChart *chart = page->chart;
  gboolean has_out = chart->series->len > 1;
  double in = find_greatest (chart, 0), out = has_out ? find_greatest (chart, 1) : 0;
  double room = page->height - page->line * (has_out ? 4.2 : 3), axis, scale;
  Plot plot = { .left = 0 };

  for (guint i = 0; i < MIN (chart->series->len, 2); i++)
    plot.left = MAX (plot.left, tj_chart_measure (page, chart->series->pdata[i], TRUE));
  plot.left = MIN (plot.left, page->width / 4) + 8;
  plot.step = (page->width - plot.left) / chart->categories->len;
  scale = in + out > 0 ? MAX (room, 0) / (in + out) : 0;
  axis = page->line * 1.2 + in * scale;
  draw_side (page, &plot, 0, axis, scale, -1);
  if (has_out)
    draw_side (page, &plot, 1, axis, scale, 1);
  tj_chart_line (page, TJ_INK_FAINT, 1, plot.left, axis, page->width, axis);
  tj_chart_text (page, TJ_INK_TEXT, TRUE, 0, 0, axis - page->line - 2, plot.left - 8,
                 chart->series->pdata[0]);
  if (has_out)
    tj_chart_text (page, TJ_INK_TEXT, TRUE, 0, 0, axis + 2, plot.left - 8, chart->series->pdata[1]);
  tj_chart_name_categories (page, plot.left, plot.step, page->height - page->line);
}
