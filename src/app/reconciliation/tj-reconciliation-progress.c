/* How far the month has come: when the meeting is, how much is decided, and the money. It follows
 * each decision. */

#include "config.h"

#include "tj-reconciliation-progress.h"

#include "tj-date-text.h"

#include <glib/gi18n.h>

struct _TjReconciliationProgress
{
  AdwBin parent_instance;

  GtkLabel *meeting;
  GtkLabel *decided;
  GtkProgressBar *bar;
  GtkLabel *money;
  GtkWidget *close;
  GtkWidget *reopen;
};

G_DEFINE_FINAL_TYPE (TjReconciliationProgress, tj_reconciliation_progress, ADW_TYPE_BIN)

static void
tj_reconciliation_progress_class_init (TjReconciliationProgressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/tjugo/Tjugo/ui/reconciliation/tj-reconciliation-progress.ui");
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationProgress, meeting);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationProgress, decided);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationProgress, bar);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationProgress, money);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationProgress, close);
  gtk_widget_class_bind_template_child (widget_class, TjReconciliationProgress, reopen);
}

static void
tj_reconciliation_progress_init (TjReconciliationProgress *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tj_reconciliation_progress_show_month (TjReconciliationProgress *self,
                                       TjReconciliation *month,
                                       TjDate today)
{
  TjDate closed_on = tj_reconciliation_get_closed_on (month);
  TjDate meeting_on = tj_reconciliation_get_meeting_on (month);
  g_autofree char *date = tj_date_text_long (closed_on != TJ_DATE_NONE ? closed_on : meeting_on);
  g_autofree char *relative = tj_date_text_relative (meeting_on, today);
  g_autofree char *text = NULL;

  g_return_if_fail (TJ_IS_RECONCILIATION_PROGRESS (self));

  text = closed_on != TJ_DATE_NONE ? g_strdup_printf (_ ("Closed %s"), date)
                                   : g_strdup_printf (_ ("Meeting %s, %s"), date, relative);
  gtk_label_set_label (self->meeting, text);
  gtk_widget_set_visible (self->close, closed_on == TJ_DATE_NONE);
  gtk_widget_set_visible (self->reopen, closed_on != TJ_DATE_NONE);
}

void
tj_reconciliation_progress_show_sums (TjReconciliationProgress *self, const TjFindingSums *sums)
{
  g_autofree char *stake = tj_amount_text (sums->at_stake_ore);
  g_autofree char *contested = tj_amount_text (sums->contested_ore);
  g_autofree char *decided = g_strdup_printf (_ ("%u of %u decided"), sums->n_decided, sums->n);
  GString *money = g_string_new (NULL);

  g_return_if_fail (TJ_IS_RECONCILIATION_PROGRESS (self));

  g_string_append_printf (money, _ ("%s at stake · %s contested"), stake, contested);
  if (sums->n_waiting > 0)
    g_string_append_printf (money,
                            g_dngettext (NULL, " · %u waits for an answer",
                                         " · %u wait for an answer", sums->n_waiting),
                            sums->n_waiting);
  gtk_label_set_label (self->decided, decided);
  gtk_label_set_label (self->money, money->str);
  gtk_progress_bar_set_fraction (self->bar, sums->n > 0 ? (double)sums->n_decided / sums->n : 1.0);
  g_string_free (money, TRUE);
}
