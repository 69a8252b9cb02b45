#pragma once

#include "tj-chart-layout.h"

G_BEGIN_DECLS

#define TJ_CHART_HAIRLINE 0.5
#define TJ_CHART_STROKE 2.0

/* One value. `text` is what is printed for it. */
typedef struct
{
  double value; /* 0 when it is not shown */
  gboolean is_shown;
  char *text;
} TjChartValue;

struct _TjChart
{
  TjChartKind kind;
  char *title;
  GPtrArray *categories; /* of char * */
  GPtrArray *series;     /* of char * */
  GHashTable *values;    /* of TjChartValue, by series and category */
};

/* The marks being made, and what there is to measure with. */
typedef struct
{
  const TjChart *chart;
  const TjChartFont *font;
  GArray *marks;
  double width, height, line;
} TjChartPage;

const TjChartValue *tj_chart_get (const TjChart *self, guint series, guint category);
double tj_chart_get_greatest (const TjChart *self);

void tj_chart_draw_lines (TjChartPage *page);
void tj_chart_draw_bars (TjChartPage *page);
void tj_chart_draw_stacks (TjChartPage *page);
void tj_chart_draw_flow (TjChartPage *page);

void tj_chart_area (TjChartPage *page, guint ink, double x, double y, double width, double height);
void tj_chart_pattern (TjChartPage *page,
                       guint pattern,
                       double x,
                       double y,
                       double width,
                       double height);
void tj_chart_line (TjChartPage *page,
                    guint ink,
                    double thickness,
                    double x1,
                    double y1,
                    double x2,
                    double y2);
double tj_chart_measure (const TjChartPage *page, const char *text, gboolean strong);
void tj_chart_text (TjChartPage *page,
                    guint ink,
                    gboolean strong,
                    double x,
                    double anchor,
                    double y,
                    double room,
                    const char *text);
double tj_chart_round_up (double greatest, double *step);
void tj_chart_spread (double *tops, guint n, double line, double bottom);
void tj_chart_name_categories (TjChartPage *page, double left, double step, double y);

G_END_DECLS
