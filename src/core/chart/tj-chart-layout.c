/* Where a chart's marks go: what the kinds of chart share. Everything becomes areas, straight
 * lines and texts, so that the painters on paper and on screen have nothing to decide. */

#include "config.h"

#include "tj-chart-private.h"

#include <math.h>

/* Of the same tone in pairs that stand beside each other: told apart by hue by most, by lightness
 * and pattern by all. At least 3:1 against white and against a dark window. */
static const guint32 light_inks[] = { 0xffffff, 0x1a1c1f, 0x5c6169, 0xb8bdc4, 0x17406b,
                                      0xc05a00, 0x1f7a5a, 0x8a3a80, 0x6b7078, 0xa62b40 };
static const guint32 dark_inks[] = { 0x242424, 0xffffff, 0xc4c8ce, 0x5a5f66, 0x8ab8ee,
                                     0xf2a65e, 0x63cfa6, 0xd69ad0, 0xb4b9c0, 0xf28b9b };

/**
 * tj_chart_ink_rgb:
 * @ink: a mark's
 * @dark: whether the chart stands on a dark ground
 *
 * Returns: the colour as 0xRRGGBB
 */
guint32
tj_chart_ink_rgb (guint ink, gboolean dark)
{
  if (ink >= TJ_INK_FIRST)
    ink = TJ_INK_FIRST + (ink - TJ_INK_FIRST) % TJ_CHART_N_COLOURS;
  return dark ? dark_inks[ink] : light_inks[ink];
}

/* Adds a filled area. */
void
tj_chart_area (TjChartPage *page, guint ink, double x, double y, double width, double height)
{
  TjMark mark = { .kind = TJ_MARK_AREA, .ink = ink, x, y, width, height };

  if (width > 0 && height > 0)
    g_array_append_val (page->marks, mark);
}

/* Adds a line from one point to another. */
void
tj_chart_line (TjChartPage *page,
               guint ink,
               double thickness,
               double x1,
               double y1,
               double x2,
               double y2)
{
  TjMark mark = { .kind = TJ_MARK_LINE, .ink = ink, x1, y1, x2 - x1, y2 - y1, thickness };

  g_array_append_val (page->marks, mark);
}

/* Slanting lines over an area: y grows by `slope` (1 or -1) for each x. */
static void
add_slants (TjChartPage *page, double slope, double x, double y, double width, double height)
{
  for (double start = 6; start < width + height; start += 6)
    {
      /* Where the line through the upper or lower edge at x + start enters and leaves. */
      double x1 = x + MAX (start - height, 0), x2 = x + MIN (start, width);
      double y1 = MIN (start, height), y2 = MAX (start - width, 0);

      if (slope > 0)
        tj_chart_line (page, TJ_INK_GROUND, 1, x1, y + height - y1, x2, y + height - y2);
      else
        tj_chart_line (page, TJ_INK_GROUND, 1, x1, y + y1, x2, y + y2);
    }
}

/* Draws a pattern over an area in the colour of the ground; 0 is none. */
void
tj_chart_pattern (TjChartPage *page, guint pattern, double x, double y, double width, double height)
{
  pattern %= 7;
  if (pattern == 1 || pattern == 5)
    add_slants (page, -1, x, y, width, height);
  if (pattern == 3 || pattern == 5)
    add_slants (page, 1, x, y, width, height);
  if (pattern == 2 || pattern == 6)
    for (double at = 4; at < height; at += 4)
      tj_chart_line (page, TJ_INK_GROUND, 1, x, y + at, x + width, y + at);
  if (pattern == 4 || pattern == 6)
    for (double at = 5; at < width; at += 5)
      tj_chart_line (page, TJ_INK_GROUND, 1, x + at, y, x + at, y + height);
}

/* How wide a text is. */
double
tj_chart_measure (const TjChartPage *page, const char *text, gboolean strong)
{
  return page->font->measure (text, strong, page->font->data);
}

/* As much of a text as there is room for, with three dots when that is not all. */
static char *
cut_text (const TjChartPage *page, const char *text, gboolean strong, double room)
{
  glong length = g_utf8_strlen (text, -1);

  if (tj_chart_measure (page, text, strong) <= room)
    return g_strdup (text);
  while (length-- > 1)
    {
      g_autofree char *head = g_utf8_substring (text, 0, length);
      g_autofree char *cut = g_strconcat (g_strchomp (head), "…", NULL);

      if (tj_chart_measure (page, cut, strong) <= room)
        return g_steal_pointer (&cut);
    }
  return NULL;
}

/* Adds a line of text that is cut to `room`; `anchor` 0 lets it begin at x, 1 end there. */
void
tj_chart_text (TjChartPage *page,
               guint ink,
               gboolean strong,
               double x,
               double anchor,
               double y,
               double room,
               const char *text)
{
  g_autofree char *cut = cut_text (page, text, strong, room);
  TjMark mark = { .kind = TJ_MARK_TEXT, .ink = ink, .y = y, .strong = strong };

  if (cut == NULL)
    return;
  mark.width = tj_chart_measure (page, cut, strong);
  mark.height = page->line;
  mark.x = CLAMP (x - anchor * mark.width, 0, MAX (page->width - mark.width, 0));
  mark.text = g_steal_pointer (&cut);
  g_array_append_val (page->marks, mark);
}

/* The end of a scale from 0 that holds a value in three to five round steps. */
double
tj_chart_round_up (double greatest, double *step)
{
  static const double rounds[] = { 1, 2, 5, 10 };
  double power = pow (10, floor (log10 (MAX (greatest, 1))));

  *step = power * 10;
  for (guint i = G_N_ELEMENTS (rounds); i > 0; i--)
    if (greatest / (power / 5 * rounds[i - 1]) <= 5)
      *step = power / 5 * rounds[i - 1];
  *step = MAX (*step, 1);
  return MAX (ceil (greatest / *step), 1) * *step;
}

/* Moves labels apart, from the top downwards and then from the bottom upwards. */
void
tj_chart_spread (double *tops, guint n, double line, double bottom)
{
  for (guint i = 1; i < n; i++)
    tops[i] = MAX (tops[i], tops[i - 1] + line);
  for (guint i = n; i > 0; i--)
    tops[i - 1] = MIN (tops[i - 1], (i == n ? bottom : tops[i]) - line);
}

/* How many categories' names are left out after each that stands there. */
static guint
find_stride (const TjChartPage *page, double step)
{
  double widest = 0;

  for (guint i = 0; i < page->chart->categories->len; i++)
    widest = MAX (widest, tj_chart_measure (page, page->chart->categories->pdata[i], FALSE));
  widest = MIN (widest, MAX (page->width / 4, step - 8));
  return (guint)MAX (ceil ((widest + 8) / step), 1);
}

/* Names the categories under an axis, `step` apart, from the last backwards as many as fit. */
void
tj_chart_name_categories (TjChartPage *page, double left, double step, double y)
{
  guint n = page->chart->categories->len, stride = find_stride (page, step);
  double free_to = page->width;

  for (guint i = n; i > 0; i -= MIN (stride, i))
    {
      const char *name = page->chart->categories->pdata[i - 1];
      double room = MIN (step * stride - 8, free_to);
      double width = MIN (tj_chart_measure (page, name, FALSE), room);
      double x = MAX (MIN (left + (i - 0.5) * step - width / 2, free_to - width), 0);

      tj_chart_text (page, TJ_INK_FAINT, FALSE, x, 0, y, width, name);
      free_to = x - 8;
    }
}

static void
clear_mark (gpointer mark)
{
  g_free (((TjMark *)mark)->text);
}

/**
 * tj_chart_layout:
 * @width: of the frame
 * @height: of the frame; tj_chart_get_height() says how high is enough
 *
 * Returns: (transfer full) (element-type TjMark): what to draw, y down from the frame's upper left
 *   corner
 */
GArray *
tj_chart_layout (const TjChart *self, double width, double height, const TjChartFont *font)
{
  TjChartPage page = { self,  font,   g_array_new (FALSE, FALSE, sizeof (TjMark)),
                       width, height, font->line_height };

  g_array_set_clear_func (page.marks, clear_mark);
  if (self->categories->len == 0 || self->series->len == 0)
    return page.marks;
  switch (self->kind)
    {
    case TJ_CHART_LINE:
      tj_chart_draw_lines (&page);
      break;
    case TJ_CHART_STACK:
      tj_chart_draw_stacks (&page);
      break;
    case TJ_CHART_FLOW:
      tj_chart_draw_flow (&page);
      break;
    case TJ_CHART_BAR:
    default:
      tj_chart_draw_bars (&page);
    }
  return page.marks;
}

/**
 * tj_chart_get_height:
 *
 * Returns: how high a frame of that width the chart looks well in
 */
double
tj_chart_get_height (const TjChart *self, double width, const TjChartFont *font)
{
  double line = font->line_height;

  if (self->kind == TJ_CHART_BAR)
    return self->categories->len * line * 1.7;
  if (self->kind == TJ_CHART_STACK)
    return MAX ((self->categories->len + 1.5) * line * 1.25, 10 * line);
  return CLAMP (width * 0.36, 9 * line, 16 * line);
}
