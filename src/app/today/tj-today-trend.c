/* How it has gone: open youths month by month, and how many of the new are reached as soon as the
 * routine has it. Counted when the screen has been drawn and there is nothing else to do; not at all
 * in a register so large that one would notice, where the reports have it. */

#include "config.h"

#include "tj-today-trend.h"

#include "tj-chart-view.h"
#include "tj-report-service.h"

#include <glib/gi18n.h>

#define MONTHS 24
#define MANY_YOUTHS 1500

struct _TjTodayTrend
{
  AdwBin parent_instance;

  AdwBin *chart;
  GtkWidget *reached;
  GtkLabel *what;
  GtkLabel *share;

  TjContext *context;
  guint timer;
};

G_DEFINE_FINAL_TYPE (TjTodayTrend, tj_today_trend, ADW_TYPE_BIN)

/* The rows of a table of months are called 2026-11-01--2026-11-30. */
static TjChart *
new_chart (const TjFigureTable *months)
{
  TjChart *chart = tj_chart_new (TJ_CHART_LINE, _ ("Open youths, 24 months"));
  guint series = tj_chart_add_series (chart, _ ("Open youths"));

  for (guint row = 0; row < tj_figure_table_n_rows (months); row++)
    {
      const char *id = tj_figure_table_row (months, row)->id;
      g_autofree char *month = g_strndup (id, 7);

      tj_chart_set_figure (chart, series, tj_chart_add_category (chart, month),
                           tj_figure_table_find (months, id, "end"));
    }
  return chart;
}

static void
show_months (TjTodayTrend *self, TjStatisticsInput *input)
{
  TjDate today = tj_context_get_today (self->context);
  TjStatisticsOptions options = { .today = today, .n_earlier = MONTHS - 1 };
  g_autoptr (TjStatistics) statistics = NULL;
  TjChart *chart;
  int year, month;

  tj_date_get (today, &year, &month, NULL);
  options.period.from = tj_date_new (year, month, 1);
  options.period.to = tj_date_add_months (options.period.from, 1) - 1;
  statistics = tj_statistics_new (input, &options);
  chart = new_chart (tj_statistics_table (statistics, "comparison-numbers"));
  if (tj_chart_is_empty (chart))
    tj_chart_free (chart);
  else
    adw_bin_set_child (self->chart, tj_chart_view_new (chart, NULL));
}

static void
show_share (TjTodayTrend *self, TjStatisticsInput *input)
{
  TjStatisticsPeriod half
      = tj_report_service_half (tj_half_year_of (tj_context_get_today (self->context)));
  g_autoptr (TjStatistics) statistics
      = tj_report_service_count (self->context, input, half, 0, NULL);
  const TjFigureTable *table
      = statistics != NULL ? tj_statistics_table (statistics, "time-to-contact") : NULL;
  const TjFigure *figure = table != NULL ? tj_figure_table_find (table, "in-time", "share") : NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  gtk_widget_set_visible (self->reached, figure != NULL && figure->kind == TJ_FIGURE_SHARE);
  if (figure == NULL || figure->kind != TJ_FIGURE_SHARE)
    return;
  text = tj_figure_format (figure);
  gtk_label_set_label (self->share, text);
  name = g_strdup_printf ("%s: %s", gtk_label_get_label (self->what), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reached), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/* A register that cannot be read says so in the cards above. */
static gboolean
on_idle (gpointer user_data)
{
  TjTodayTrend *self = user_data;
  g_autoptr (TjStatisticsInput) input = NULL;

  self->timer = 0;
  if (!tj_context_is_unlocked (self->context) || tj_context_is_working (self->context))
    return G_SOURCE_REMOVE;
  input = tj_report_service_read (self->context, NULL);
  if (input == NULL)
    return G_SOURCE_REMOVE;
  show_months (self, input);
  show_share (self, input);
  gtk_widget_set_visible (GTK_WIDGET (self), adw_bin_get_child (self->chart) != NULL);
  return G_SOURCE_REMOVE;
}

static void
tj_today_trend_dispose (GObject *object)
{
  TjTodayTrend *self = TJ_TODAY_TREND (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (tj_today_trend_parent_class)->dispose (object);
}

static void
tj_today_trend_class_init (TjTodayTrendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_today_trend_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/today/tj-today-trend.ui");
  gtk_widget_class_bind_template_child (widget_class, TjTodayTrend, chart);
  gtk_widget_class_bind_template_child (widget_class, TjTodayTrend, reached);
  gtk_widget_class_bind_template_child (widget_class, TjTodayTrend, what);
  gtk_widget_class_bind_template_child (widget_class, TjTodayTrend, share);
}

static void
tj_today_trend_init (TjTodayTrend *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Counts anew, soon. What was shown stays until then. */
void
tj_today_trend_show (TjTodayTrend *self, TjContext *context, guint n_youths)
{
  g_return_if_fail (TJ_IS_TODAY_TREND (self));

  g_set_object (&self->context, context);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (n_youths > 0 && n_youths <= MANY_YOUTHS)
    self->timer = g_timeout_add_full (G_PRIORITY_LOW, 200, on_idle, self, NULL);
  else
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
