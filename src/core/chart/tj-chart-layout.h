#pragma once

#include "tj-chart.h"

G_BEGIN_DECLS

/* What a mark is drawn with. From TJ_INK_FIRST on: one of six colours, the same on screen and
 * paper. */
enum
{
  TJ_INK_GROUND, /* what the chart stands on */
  TJ_INK_TEXT,
  TJ_INK_FAINT, /* axes' labels */
  TJ_INK_GRID,  /* hairlines */
  TJ_INK_FIRST,
};
#define TJ_CHART_N_COLOURS 6

typedef enum
{
  TJ_MARK_AREA, /* x, y, width, height */
  TJ_MARK_LINE, /* from x, y to x + width, y + height; as thick as `thickness` */
  TJ_MARK_TEXT, /* the text's left edge is x, and its line's upper edge y */
} TjMarkKind;

/* A thing to draw, in the order of the array. All is within the frame; no text lies on another. */
typedef struct
{
  TjMarkKind kind;
  guint ink;
  double x, y, width, height;
  double thickness;
  char *text;
  gboolean strong;
} TjMark;

/* How wide a text is, in the units of the frame; and how high a line of it. */
typedef struct
{
  double (*measure) (const char *text, gboolean strong, gpointer data);
  gpointer data;
  double line_height;
} TjChartFont;

GArray *tj_chart_layout (const TjChart *self, double width, double height, const TjChartFont *font);
double tj_chart_get_height (const TjChart *self, double width, const TjChartFont *font);
guint32 tj_chart_ink_rgb (guint ink, gboolean dark);

G_END_DECLS
