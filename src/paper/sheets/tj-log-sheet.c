/* The monthly review of the log: how much of what was done on which day, by whom, every unlocking of
 * a protected person by its case number, and room to write what was found. Counts and case numbers
 * only, so that the review does not itself become a list of persons. */

#include "config.h"

#include "tj-log-sheet.h"

#include "tj-sheet-table.h"

#include <glib/gi18n-lib.h>

static char *
format_count (guint count)
{
  return count > 0 ? g_strdup_printf ("%u", count) : g_strdup ("");
}

static void
add_day (TjSheetTable *table, const char *title, const guint *counts, gboolean is_total)
{
  char *cells[TJ_LOG_SHEET_N_KINDS + 1];

  cells[0] = g_strdup (title);
  for (guint i = 0; i < TJ_LOG_SHEET_N_KINDS; i++)
    cells[i + 1] = is_total ? g_strdup_printf ("%u", counts[i]) : format_count (counts[i]);
  if (is_total)
    tj_sheet_table_add_total (table, (const char *const *)cells);
  else
    tj_sheet_table_add_row (table, (const char *const *)cells);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_free (cells[i]);
}

static void
draw_days (TjSheet *sheet, const TjLogSheet *log)
{
  const TjSheetColumn columns[TJ_LOG_SHEET_N_KINDS + 1] = {
    { .title = _ ("Day"), .names_row = TRUE },
    { .title = _ ("Opened"), .kind = TJ_COLUMN_NUMBER, .width = 20 },
    { .title = _ ("Failed openings"), .kind = TJ_COLUMN_NUMBER, .width = 24 },
    { .title = _ ("Read"), .kind = TJ_COLUMN_NUMBER, .width = 18 },
    { .title = _ ("Listed"), .kind = TJ_COLUMN_NUMBER, .width = 18 },
    { .title = _ ("Printed, exported"), .kind = TJ_COLUMN_NUMBER, .width = 24 },
    { .title = _ ("Changes"), .kind = TJ_COLUMN_NUMBER, .width = 20 },
    { .title = _ ("Unlocked"), .kind = TJ_COLUMN_NUMBER, .width = 22 },
  };
  guint sums[TJ_LOG_SHEET_N_KINDS] = { 0 };
  TjSheetTable *table;

  tj_sheet_heading (sheet, 2, _ ("Day by day"));
  if (log->n_days == 0)
    {
      tj_sheet_paragraph (sheet, _ ("Nothing was logged this month."));
      return;
    }
  table = tj_sheet_table_new (sheet, columns, G_N_ELEMENTS (columns));
  tj_sheet_table_set_striped (table, TRUE);
  for (guint i = 0; i < log->n_days; i++)
    {
      g_autofree char *date = tj_date_format (log->days[i].date);

      add_day (table, date, log->days[i].counts, FALSE);
      for (guint k = 0; k < TJ_LOG_SHEET_N_KINDS; k++)
        sums[k] += log->days[i].counts[k];
    }
  add_day (table, _ ("Total"), sums, TRUE);
  tj_sheet_table_end (table);
}

static void
draw_counts (TjSheet *sheet,
             const char *heading,
             const char *title,
             const TjLogSheetCount *counts,
             guint n_counts)
{
  const TjSheetColumn columns[] = {
    { .title = title, .names_row = TRUE, .width = 90 },
    { .title = _ ("Count"), .kind = TJ_COLUMN_NUMBER, .width = 30 },
  };
  g_autoptr (TjSheetTable) table = NULL;

  if (n_counts == 0)
    return;
  tj_sheet_heading (sheet, 2, heading);
  table = tj_sheet_table_new (sheet, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n_counts; i++)
    {
      g_autofree char *count = g_strdup_printf ("%u", counts[i].count);
      const char *const cells[] = { counts[i].label, count };

      tj_sheet_table_add_row (table, cells);
    }
}

static void
draw_unlocks (TjSheet *sheet, const TjLogSheet *log)
{
  const TjSheetColumn columns[] = {
    { .title = _ ("Day"), .width = 22 },
    { .title = _ ("Time"), .width = 15 },
    { .title = _ ("Who"), .share = 1 },
    { .title = _ ("Case number"), .names_row = TRUE, .width = 30 },
    { .title = _ ("Stated reason"), .share = 3 },
  };
  g_autoptr (TjSheetTable) table = NULL;

  tj_sheet_heading (sheet, 2, _ ("Protected persons that were unlocked"));
  if (log->n_unlocks == 0)
    {
      tj_sheet_paragraph (sheet, _ ("None."));
      return;
    }
  table = tj_sheet_table_new (sheet, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < log->n_unlocks; i++)
    {
      const TjLogSheetUnlock *unlock = &log->unlocks[i];
      g_autofree char *date = tj_date_format (unlock->date);
      const char *const cells[]
          = { date, unlock->time, unlock->actor, unlock->reference, unlock->reason };

      tj_sheet_table_add_row (table, cells);
    }
}

/**
 * tj_log_sheet_draw:
 * @head: sender, day and marks; the title and the rest are the sheet's own
 *
 * Returns: (transfer full) (nullable): the review as a finished PDF
 */
GBytes *
tj_log_sheet_draw (const TjLogSheet *log, const TjSheetHead *head, GError **error)
{
  const char *const labels[] = { _ ("Reviewed on"), _ ("Signature and name in print"), NULL };
  g_autofree char *title = g_strdup_printf (_ ("Review of the log, %s"), log->month);
  TjSheetHead own = *head;
  g_autoptr (TjSheet) sheet = NULL;

  own.title = title;
  own.handling = _ ("Keep it with the system’s documentation.");
  own.landscape = FALSE;
  sheet = tj_sheet_new (&own);
  tj_sheet_paragraph (sheet, log->is_intact
                                 ? _ ("The log’s chain is unbroken: no row has been changed, "
                                      "removed or moved.")
                                 : _ ("THE LOG’S CHAIN IS BROKEN: rows have been changed, removed "
                                      "or moved. Tell the person responsible for security."));
  draw_days (sheet, log);
  draw_unlocks (sheet, log);
  draw_counts (sheet, _ ("By action"), _ ("Action"), log->actions, log->n_actions);
  draw_counts (sheet, _ ("By user"), _ ("User"), log->actors, log->n_actors);
  tj_sheet_heading (sheet, 2, _ ("What was found, and what was done"));
  tj_sheet_rules (sheet, 4);
  tj_sheet_gap (sheet, 4);
  tj_sheet_signatures (sheet, labels);
  return tj_sheet_finish (sheet, error);
}
