/* What stands in the short lists of the reconciliation: earlier months with what was found and not
 * paid, and organisers with what is contested. */

#include "config.h"

#include "tj-reconciliation-lines.h"

#include "tj-contested-service.h"
#include "tj-reconciliation-paper.h"
#include "tj-date-text.h"
#include "tj-finding-item.h"

#include <glib/gi18n.h>

#define MONTH_LETTERS 7 /* 2026-11 */

static char *
describe_month (const TjReconciliationPast *past)
{
  g_autofree char *saved = tj_amount_text (past->saved_ore);
  g_autofree char *stake = tj_amount_text (past->at_stake_ore);

  return g_strdup_printf (_ ("%u findings, %u decided · %s at stake · %s contested and not paid"),
                          past->n_items, past->n_decided, stake, saved);
}

static void
add_month (TjLineList *list, const TjReconciliationPast *past)
{
  g_autofree char *name = tj_reconciliation_month_format (past->month);
  g_autofree char *title = past->closed_on != TJ_DATE_NONE
                               ? g_strdup_printf (_ ("%s (closed)"), name)
                               : g_strdup (name);
  g_autofree char *text = describe_month (past);
  char date[TJ_DATE_BUFFER];
  g_autofree char *key = g_strndup (tj_date_write (past->month, date), MONTH_LETTERS);

  tj_line_list_add (list, title, text, key, NULL);
}

void
tj_reconciliation_lines_show_months (TjLineList *list, TjContext *context)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) history = tj_reconciliation_service_list_history (context, &error);

  tj_line_list_begin (list, _ ("Earlier Months"),
                      history == NULL     ? error->message
                      : history->len == 0 ? _ ("No month has been reconciled yet.")
                                          : NULL);
  for (guint i = 0; history != NULL && i < history->len; i++)
    add_month (list, &g_array_index (history, TjReconciliationPast, i));
}

static void
add_organiser (TjLineList *list, const TjContested *contested)
{
  g_autofree char *amount = tj_amount_text (contested->amount_ore);
  g_autofree char *text
      = g_strdup_printf (g_dngettext (NULL, "%u line, %s", "%u lines, %s", contested->n_lines),
                         contested->n_lines, amount);

  tj_line_list_add (list, contested->organiser, text, contested->organiser, _ ("Spreadsheet…"));
}

void
tj_reconciliation_lines_show_contested (TjLineList *list, TjContext *context, TjDate month)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) organisers = tj_contested_service_list (context, month, &error);

  tj_line_list_begin (
      list, _ ("Contested Invoices"),
      organisers == NULL ? error->message
      : organisers->len == 0
          ? _ ("Nothing is contested yet. Decide “Contest the invoice” on findings.")
          : _ ("A paper for each organiser, with its own pupils only."));
  for (guint i = 0; organisers != NULL && i < organisers->len; i++)
    add_organiser (list, organisers->pdata[i]);
}
