#pragma once

#include "tj-figure-table.h"

G_BEGIN_DECLS

/* A series a line over the categories; a series a bar, its categories stacked; a bar a category;
 * or what comes in (first series) above and goes out (second) below a line. */
typedef enum
{
  TJ_CHART_LINE,
  TJ_CHART_STACK,
  TJ_CHART_BAR,
  TJ_CHART_FLOW,
} TjChartKind;

/* A chart of figures: what is drawn, not where. Hidden figures come into it without their value. */
typedef struct _TjChart TjChart;

TjChart *tj_chart_new (TjChartKind kind, const char *title);
TjChart *tj_chart_new_from_table (TjChartKind kind,
                                  const TjFigureTable *table,
                                  const char *title,
                                  const char *const *column_ids);
void tj_chart_free (TjChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjChart, tj_chart_free)

guint tj_chart_add_category (TjChart *self, const char *label);
guint tj_chart_add_series (TjChart *self, const char *label);
void tj_chart_set_figure (TjChart *self, guint series, guint category, const TjFigure *figure);

TjChartKind tj_chart_get_kind (const TjChart *self);
const char *tj_chart_get_title (const TjChart *self);
gboolean tj_chart_is_empty (const TjChart *self);
char *tj_chart_dup_alt (const TjChart *self);

G_END_DECLS
