/* The protocol of a purge (förordning 2006:39, 7 §): that it was done, when, by whom and how much. It
 * is kept when everything it speaks of is gone, so it names nobody. */

#include "config.h"

#include "tj-purge-sheet.h"

#include "tj-sheet-table.h"

#include <glib/gi18n-lib.h>

static void
draw_facts (TjSheet *sheet, const TjPurgeSheet *purge)
{
  g_autofree char *date = tj_date_format (purge->purged_on);
  g_autofree char *year = g_strdup_printf ("%d", purge->year);
  g_autofree char *youths = g_strdup_printf ("%u", purge->n_youths);
  const TjSheetFact facts[] = {
    { _ ("Purged on"), date },
    { _ ("By"), purge->actor },
    { _ ("Turned 21 in or before"), year },
    { _ ("Youths removed"), youths },
  };

  tj_sheet_facts (sheet, facts, G_N_ELEMENTS (facts), 3);
}

static void
draw_counts (TjSheet *sheet, const TjPurgeSheet *purge)
{
  const TjSheetColumn columns[] = {
    { .title = _ ("Kind of data"), .names_row = TRUE, .width = 90 },
    { .title = _ ("Rows removed"), .kind = TJ_COLUMN_NUMBER, .width = 34 },
  };
  g_autoptr (TjSheetTable) table = NULL;
  g_autofree char *sum_text = NULL;
  guint64 sum = 0;

  if (purge->n_counts == 0)
    return;
  tj_sheet_heading (sheet, 2, _ ("What was removed"));
  table = tj_sheet_table_new (sheet, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < purge->n_counts; i++)
    {
      g_autofree char *n = g_strdup_printf ("%" G_GUINT64_FORMAT, purge->counts[i].n_rows);
      const char *const cells[] = { purge->counts[i].what, n };

      tj_sheet_table_add_row (table, cells);
      sum += purge->counts[i].n_rows;
    }
  if (purge->n_counts == 1)
    return;
  sum_text = g_strdup_printf ("%" G_GUINT64_FORMAT, sum);
  tj_sheet_table_add_total (table, (const char *const[]){ _ ("Total"), sum_text });
}

static void
draw_backups (TjSheet *sheet, const TjPurgeSheet *purge)
{
  g_autofree char *date
      = purge->backups_until != TJ_DATE_NONE ? tj_date_format (purge->backups_until) : NULL;
  g_autofree char *text
      = date != NULL
            ? g_strdup_printf (_ ("Backups made before the purge still hold the data, encrypted, "
                                  "until they have aged out on %s at the latest. A backup that is "
                                  "restored before that is purged again."),
                               date)
            : g_strdup (_ ("Backups made before the purge still hold the data, encrypted, until "
                           "they have aged out. A backup that is restored before that is purged "
                           "again."));

  tj_sheet_heading (sheet, 2, _ ("Where else it may be"));
  tj_sheet_paragraph (sheet, text);
}

/**
 * tj_purge_sheet_draw:
 * @head: sender, day and marks; the title and the rest are the sheet's own
 *
 * Returns: (transfer full) (nullable): the protocol as a finished PDF
 */
GBytes *
tj_purge_sheet_draw (const TjPurgeSheet *purge, const TjSheetHead *head, GError **error)
{
  const char *const labels[] = { _ ("Place and date"), _ ("Signature and name in print"), NULL };
  TjSheetHead own = *head;
  g_autoptr (TjSheet) sheet = NULL;

  own.title = _ ("Purge protocol");
  own.handling = _ ("Holds no personal data about the youths. Kept by the municipality’s archive "
                    "rules.");
  own.landscape = FALSE;
  sheet = tj_sheet_new (&own);
  tj_sheet_paragraph (
      sheet, _ ("Personal data in the register of kommunernas aktivitetsansvar are removed when "
                "they are no longer needed, and at the latest on 31 December of the year in which "
                "the person turns 21 (förordning 2006:39, 7 §)."));
  draw_facts (sheet, purge);
  draw_counts (sheet, purge);
  draw_backups (sheet, purge);
  tj_sheet_gap (sheet, 4);
  tj_sheet_signatures (sheet, labels);
  return tj_sheet_finish (sheet, error);
}
