/* Charts of a half-year as the report has it, with hidden figures among them, and a paper of them
 * all. */

#include "config.h"

#include "chart-samples.h"

#include "tj-paper-chart.h"

static const int open_youths[] = { 212, 231, -1, 248, 260, 229, 241, 281 };
static const int new_youths[] = { 88, 120, 94, -1, 131, 76, 99, 192 };
static const int ended[] = { 70, 101, 90, 77, 119, 107, -1, 152 };
static const int occupations[][2]
    = { { 35, 33 }, { 41, 52 }, { 18, 26 }, { -1, 5 }, { 16, 6 }, { 19, 17 }, { 32, 27 } };
static const int reasons[] = { 41, 63, 22, -1, 17 };

static void
set (TjChart *chart, guint series, guint category, int value)
{
  TjFigure figure = { TJ_FIGURE_COUNT, MAX (value, 0), 0, TJ_NO_QUANTITY, value < 0 };

  tj_chart_set_figure (chart, series, category, &figure);
}

static TjChart *
begin (TjChartKind kind,
       const char *title,
       const char *const *series,
       const char *const *categories)
{
  TjChart *chart = tj_chart_new (kind, title);

  for (guint i = 0; series[i] != NULL; i++)
    tj_chart_add_series (chart, series[i]);
  for (guint i = 0; categories[i] != NULL; i++)
    tj_chart_add_category (chart, categories[i]);
  return chart;
}

GPtrArray *
chart_samples_new (void)
{
  static const char *const halves[] = { "2023 H1", "2023 H2", "2024 H1", "2024 H2", "2025 H1",
                                        "2025 H2", "2026 H1", "2026 H2", NULL };
  static const char *const names[] = { "Ingen sysselsättning",
                                       "Arbete",
                                       "Andra studier",
                                       "Utomlands",
                                       "Åtgärd via annan aktör",
                                       "Annan sysselsättning",
                                       "Okänd",
                                       NULL };
  static const char *const grounds[] = { "Fyllt 20 år",
                                         "Studier på nationellt program eller motsvarande",
                                         "Introduktionsprogram",
                                         "Fullföljd utbildning",
                                         "Ej längre folkbokförd i kommunen",
                                         NULL };
  GPtrArray *charts = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_chart_free);
  TjChart *line = begin (TJ_CHART_LINE, "Öppna ungdomar vid halvårets slut",
                         (const char *const[]){ "Öppna", NULL }, halves);
  TjChart *flow = begin (TJ_CHART_FLOW, "Nya och avregistrerade",
                         (const char *const[]){ "Nya", "Avregistrerade", NULL }, halves);
  TjChart *stack = begin (TJ_CHART_STACK, "Sysselsättning",
                          (const char *const[]){ "Kvinnor", "Män", NULL }, names);
  TjChart *bars = begin (TJ_CHART_BAR, "Avregistrerade efter grund",
                         (const char *const[]){ "Alla", NULL }, grounds);

  for (guint i = 0; i < G_N_ELEMENTS (open_youths); i++)
    {
      set (line, 0, i, open_youths[i]);
      set (flow, 0, i, new_youths[i]);
      set (flow, 1, i, ended[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (occupations); i++)
    for (guint j = 0; j < 2; j++)
      set (stack, j, i, occupations[i][j]);
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    set (bars, 0, i, reasons[i]);
  g_ptr_array_add (charts, line);
  g_ptr_array_add (charts, flow);
  g_ptr_array_add (charts, stack);
  g_ptr_array_add (charts, bars);
  return charts;
}

GBytes *
chart_samples_draw (const GPtrArray *charts)
{
  g_autoptr (TjPaper) paper = tj_paper_new ("sv-SE", 1800000000);
  g_autoptr (GError) error = NULL;
  GBytes *pdf;
  double y = TJ_MM (20);

  tj_paper_begin_page (paper, TJ_MM (210), TJ_MM (297));
  for (guint i = 0; i < charts->len; i++)
    {
      double height = tj_paper_chart_height (paper, charts->pdata[i], TJ_MM (160));

      tj_paper_chart (paper, charts->pdata[i], TJ_MM (25), y, TJ_MM (160), height);
      y += height + TJ_MM (12);
    }
  tj_paper_end_page (paper);
  pdf = tj_paper_finish (paper, "Diagram", &error);
  g_assert_no_error (error);
  return pdf;
}
