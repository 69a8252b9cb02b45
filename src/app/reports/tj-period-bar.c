/* Which period the figures are of: a half-year, or from a day to a day. */

#include "config.h"

#include "tj-period-bar.h"

#include "tj-half-year.h"

#include <glib/gi18n.h>

/* The half-year that goes on and those before it. */
#define N_HALVES 9

struct _TjPeriodBar
{
  AdwBin parent_instance;

  GtkDropDown *choice;
  GtkStringList *names;
  GtkWidget *days;
  GtkEditable *from;
  GtkEditable *to;
  GtkLabel *problem;

  TjDate today;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjPeriodBar, tj_period_bar, ADW_TYPE_BIN)

static TjStatisticsPeriod
half_at (TjPeriodBar *self, guint place)
{
  TjHalfYear half = tj_half_year_add (tj_half_year_of (self->today), -(int)place);

  return (TjStatisticsPeriod){ tj_half_year_first_day (half), tj_half_year_last_day (half) };
}

static gboolean
is_own (TjPeriodBar *self)
{
  return gtk_drop_down_get_selected (self->choice) == N_HALVES;
}

static TjDate
read_day (GtkEditable *entry)
{
  return tj_date_parse (gtk_editable_get_text (entry));
}

static const char *
find_problem (TjPeriodBar *self)
{
  TjDate from = read_day (self->from), to = read_day (self->to);

  if (from == TJ_DATE_NONE || to == TJ_DATE_NONE)
    return _ ("Write the days as year-month-day, such as 2026-11-18.");
  if (from > to)
    return _ ("The last day is before the first.");
  if (from > self->today)
    return _ ("The period has not begun yet.");
  return NULL;
}

static void
mark (GtkEditable *entry, gboolean is_wrong)
{
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
      is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
on_day_written (TjPeriodBar *self)
{
  const char *problem = find_problem (self);

  mark (self->from, read_day (self->from) == TJ_DATE_NONE);
  mark (self->to, read_day (self->to) == TJ_DATE_NONE
                      || (problem != NULL && read_day (self->from) != TJ_DATE_NONE));
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  if (problem == NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
write_day (GtkEditable *entry, TjDate day)
{
  char text[TJ_DATE_BUFFER];

  g_signal_handlers_block_matched (entry, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, on_day_written, NULL);
  gtk_editable_set_text (entry, tj_date_write (day, text));
  g_signal_handlers_unblock_matched (entry, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, on_day_written, NULL);
}

static void
on_chosen (TjPeriodBar *self)
{
  if (self->today == TJ_DATE_NONE)
    return;
  gtk_widget_set_visible (self->days, is_own (self));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  if (!is_own (self))
    {
      TjStatisticsPeriod period = half_at (self, gtk_drop_down_get_selected (self->choice));

      write_day (self->from, period.from);
      write_day (self->to, MIN (period.to, self->today));
    }
  on_day_written (self);
}

static void
tj_period_bar_class_init (TjPeriodBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/reports/tj-period-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TjPeriodBar, choice);
  gtk_widget_class_bind_template_child (widget_class, TjPeriodBar, names);
  gtk_widget_class_bind_template_child (widget_class, TjPeriodBar, days);
  gtk_widget_class_bind_template_child (widget_class, TjPeriodBar, from);
  gtk_widget_class_bind_template_child (widget_class, TjPeriodBar, to);
  gtk_widget_class_bind_template_child (widget_class, TjPeriodBar, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_day_written);
}

static void
tj_period_bar_init (TjPeriodBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Offers the half-years up to that day, which is asked for once. */
void
tj_period_bar_set_today (TjPeriodBar *self, TjDate today)
{
  g_return_if_fail (TJ_IS_PERIOD_BAR (self));

  if (self->today == today)
    return;
  self->today = TJ_DATE_NONE;
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          NULL);
  self->today = today;
  for (guint i = 0; i < N_HALVES; i++)
    {
      g_autofree char *name = tj_statistics_period_dup_label (half_at (self, i));

      gtk_string_list_append (self->names, name);
    }
  gtk_string_list_append (self->names, _ ("From one day to another"));
  on_chosen (self);
}

/* FALSE when the days written are none. */
gboolean
tj_period_bar_get_period (TjPeriodBar *self, TjStatisticsPeriod *period)
{
  g_return_val_if_fail (TJ_IS_PERIOD_BAR (self), FALSE);

  if (self->today == TJ_DATE_NONE || (is_own (self) && find_problem (self) != NULL))
    return FALSE;
  if (is_own (self))
    *period = (TjStatisticsPeriod){ read_day (self->from), read_day (self->to) };
  else
    *period = half_at (self, gtk_drop_down_get_selected (self->choice));
  return TRUE;
}
