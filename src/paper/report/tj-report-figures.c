/* The report's charts, each under its number and title and before the table that it shows: what is
 * only to be seen in it stands there too. */

#include "config.h"

#include "tj-report-private.h"

#include "tj-paper-chart.h"
#include "tj-report-charts.h"

#include <glib/gi18n-lib.h>

#define CAPTION_GAP 3
#define CHART_GAP TJ_MM (6)

static double
chart_height (TjReportDrawing *self, const TjChart *chart)
{
  return tj_paper_chart_height (self->sheet->paper, chart, self->sheet->width);
}

/* Returns: the room that the first chart above @table takes, in points; 0 when there is none */
double
tj_report_measure_charts (TjReportDrawing *self, const TjFigureTable *table)
{
  g_autoptr (GPtrArray) charts = tj_report_charts_new (table);

  if (charts->len == 0)
    return 0;
  return chart_height (self, charts->pdata[0]) + self->sheet->look->caption.leading + CAPTION_GAP
         + CHART_GAP;
}

static void
draw_chart (TjReportDrawing *self, const TjChart *chart)
{
  TjSheet *sheet = self->sheet;
  double height = chart_height (self, chart);
  g_autofree char *caption
      = g_strdup_printf (_ ("Chart %u. %s"), ++self->n_charts, tj_chart_get_title (chart));

  tj_sheet_make_room (sheet, height + sheet->look->caption.leading + CAPTION_GAP);
  tj_sheet_flow (sheet, "P", &sheet->look->caption, 0, caption);
  sheet->y += CAPTION_GAP;
  tj_paper_chart (sheet->paper, chart, sheet->left, sheet->y, sheet->width, height);
  sheet->y += height + CHART_GAP;
}

/* Draws the charts of @table, if it has any. */
void
tj_report_draw_charts (TjReportDrawing *self, const TjFigureTable *table)
{
  g_autoptr (GPtrArray) charts = tj_report_charts_new (table);

  for (guint i = 0; i < charts->len; i++)
    draw_chart (self, charts->pdata[i]);
}
