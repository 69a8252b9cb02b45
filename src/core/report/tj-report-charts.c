/* Which tables of the report are drawn too, and how. A chart stands with its table, so that nobody
 * depends on seeing it, and is left out when its table has too little to tell. */

#include "config.h"

#include "tj-report-charts.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *table;
  TjChartKind kind;
  const char *title;
  const char *columns[4]; /* ended by NULL */
} Recipe;

static const Recipe recipes[] = {
  { "comparison-numbers", TJ_CHART_LINE, N_ ("Youths at the end of each half-year"), { "end" } },
  { "comparison-numbers",
    TJ_CHART_FLOW,
    N_ ("New and deregistered youths, by half-year"),
    { "new", "deregistered" } },
  { "occupation", TJ_CHART_STACK, N_ ("What women and men do"), { "women", "men" } },
  { "deregistration-reasons", TJ_CHART_BAR, N_ ("Reasons for deregistration"), { "total" } },
};

/**
 * tj_report_charts_new:
 * @table: a table of the report, after disclosure control
 *
 * Returns: (transfer full) (element-type TjChart): the charts that stand above it, often none
 */
GPtrArray *
tj_report_charts_new (const TjFigureTable *table)
{
  GPtrArray *charts = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_chart_free);

  for (guint i = 0; i < G_N_ELEMENTS (recipes); i++)
    {
      g_autoptr (TjChart) chart = NULL;

      if (!g_str_equal (recipes[i].table, tj_figure_table_get_id (table)))
        continue;
      chart = tj_chart_new_from_table (recipes[i].kind, table, _ (recipes[i].title),
                                       recipes[i].columns);
      if (!tj_chart_is_empty (chart))
        g_ptr_array_add (charts, g_steal_pointer (&chart));
    }
  return charts;
}
