/* Draws a chart on paper: a figure of the document with its telling in words, so that nothing in
 * it is only to be seen. */

#include "config.h"

#include "tj-paper-chart.h"

#include "tj-chart-layout.h"

#define COLOUR(rgb)                                                                                \
  {                                                                                                \
    ((rgb) >> 16 & 0xff) / 255.0, ((rgb) >> 8 & 0xff) / 255.0, ((rgb)&0xff) / 255.0                \
  }
#define SIZE 8.5
#define LEADING 11.0

/* By ink and then by strength: the typesetter keeps styles by pointer. The colours are those of
 * tj_chart_ink_rgb(), which a test holds. */
static const TjTextStyle styles[2][2] = {
  { { "Noto Sans", FALSE, SIZE, LEADING, COLOUR (0x1a1c1f) },
    { "Noto Sans", TRUE, SIZE, LEADING, COLOUR (0x1a1c1f) } },
  { { "Noto Sans", FALSE, SIZE, LEADING, COLOUR (0x5c6169) },
    { "Noto Sans", TRUE, SIZE, LEADING, COLOUR (0x5c6169) } },
};

static double
measure (const char *text, gboolean strong, gpointer typesetter)
{
  return tj_typesetter_set (typesetter, &styles[0][strong], 0, text)->width;
}

static TjChartFont
font_of (TjPaper *paper)
{
  return (TjChartFont){ measure, tj_paper_get_typesetter (paper), LEADING };
}

static void
draw_mark (TjPaper *paper, const TjMark *mark, double x, double y)
{
  guint32 rgb = tj_chart_ink_rgb (mark->ink, FALSE);
  TjColour colour = COLOUR (rgb);

  switch (mark->kind)
    {
    case TJ_MARK_AREA:
      tj_paper_area (paper, x + mark->x, y + mark->y, mark->width, mark->height, colour);
      break;
    case TJ_MARK_LINE:
      tj_paper_line (paper, x + mark->x, y + mark->y, x + mark->x + mark->width,
                     y + mark->y + mark->height, mark->thickness, colour);
      break;
    case TJ_MARK_TEXT:
    default:
      tj_paper_text (paper,
                     tj_typesetter_set (tj_paper_get_typesetter (paper),
                                        &styles[mark->ink == TJ_INK_FAINT][mark->strong], 0,
                                        mark->text),
                     x + mark->x, y + mark->y);
    }
}

/**
 * tj_paper_chart_height:
 * @width: in points
 *
 * Returns: how high the chart is when it is that wide, in points
 */
double
tj_paper_chart_height (TjPaper *paper, const TjChart *chart, double width)
{
  TjChartFont font = font_of (paper);

  return tj_chart_get_height (chart, width, &font);
}

/**
 * tj_paper_chart:
 * @x: left edge, in points, on the open page
 * @y: upper edge
 *
 * Draws a chart as a Figure with its alternative text (PDF/UA-1 7.3), between other content. The
 * chart's title is in that text and is not drawn.
 */
void
tj_paper_chart (TjPaper *paper,
                const TjChart *chart,
                double x,
                double y,
                double width,
                double height)
{
  TjChartFont font = font_of (paper);
  g_autoptr (GArray) marks = tj_chart_layout (chart, width, height, &font);
  g_autofree char *alt = tj_chart_dup_alt (chart);

  if (marks->len == 0)
    return;
  tj_paper_open_figure (paper, alt, x, y, width, height);
  tj_paper_begin_content (paper, "Figure");
  for (guint i = 0; i < marks->len; i++)
    draw_mark (paper, &g_array_index (marks, TjMark, i), x, y);
  tj_paper_end_content (paper);
  tj_paper_close (paper);
}
