/* The months that have been reconciled, with what was found and what was not paid. */

#include "config.h"

#include "tj-reconciliation-history-view.h"

#include "tj-date-text.h"
#include "tj-finding-item.h"

#include <glib/gi18n.h>

struct _TjReconciliationHistoryView
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray *rows; /* AdwActionRow */
};

enum
{
  SIGNAL_MONTH_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjReconciliationHistoryView, tj_reconciliation_history_view, ADW_TYPE_BIN)

static void
on_row_activated (GtkWidget *row, TjReconciliationHistoryView *self)
{
  TjDate month = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "month"));

  g_signal_emit (self, signals[SIGNAL_MONTH_CHOSEN], 0, month);
}

static char *
describe (const TjReconciliationPast *past)
{
  g_autofree char *saved = tj_amount_text (past->saved_ore);
  g_autofree char *stake = tj_amount_text (past->at_stake_ore);

  return g_strdup_printf (_ ("%u findings, %u decided · %s at stake · %s contested and not paid"),
                          past->n_items, past->n_decided, stake, saved);
}

static void
add_row (TjReconciliationHistoryView *self, const TjReconciliationPast *past)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = describe (past);
  g_autofree char *name = NULL;
  int year, month, day;

  tj_date_get (past->month, &year, &month, &day);
  name = g_strdup_printf (past->closed_on != TJ_DATE_NONE ? _ ("%s %d (closed)") : "%s %d",
                          tj_month_name (month), year);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "month", GUINT_TO_POINTER (past->month));
  g_signal_connect (row, "activated", G_CALLBACK (on_row_activated), self);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
tj_reconciliation_history_view_dispose (GObject *object)
{
  g_clear_pointer (&TJ_RECONCILIATION_HISTORY_VIEW (object)->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (tj_reconciliation_history_view_parent_class)->dispose (object);
}

static void
tj_reconciliation_history_view_class_init (TjReconciliationHistoryViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tj_reconciliation_history_view_dispose;
  signals[SIGNAL_MONTH_CHOSEN]
      = g_signal_new ("month-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
tj_reconciliation_history_view_init (TjReconciliationHistoryView *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Earlier Months"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

void
tj_reconciliation_history_view_show (TjReconciliationHistoryView *self, TjContext *context)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) history = NULL;

  g_return_if_fail (TJ_IS_RECONCILIATION_HISTORY_VIEW (self));

  history = tj_reconciliation_service_list_history (context, &error);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  adw_preferences_group_set_description (self->group, history == NULL ? error->message
                                                      : history->len == 0
                                                          ? _ ("No month has been reconciled yet.")
                                                          : NULL);
  for (guint i = 0; history != NULL && i < history->len; i++)
    add_row (self, &g_array_index (history, TjReconciliationPast, i));
}
