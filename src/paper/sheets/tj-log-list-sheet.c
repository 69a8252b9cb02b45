/* Rows of the log, as somebody asked for them: a plain table, latest first. */

#include "config.h"

#include "tj-log-list-sheet.h"

#include "tj-sheet-table.h"

#include <glib/gi18n-lib.h>

static void
draw_rows (TjSheet *sheet, const TjLogListRow *rows, guint n_rows)
{
  const TjSheetColumn columns[] = {
    { .title = _ ("When"), .names_row = TRUE, .width = 36 },
    { .title = _ ("Who"), .width = 32 },
    { .title = _ ("What"), .share = 3 },
    { .title = _ ("Whom"), .share = 2 },
  };
  g_autoptr (TjSheetTable) table = tj_sheet_table_new (sheet, columns, G_N_ELEMENTS (columns));

  tj_sheet_table_set_striped (table, TRUE);
  for (guint i = 0; i < n_rows; i++)
    {
      const char *const cells[] = { rows[i].time, rows[i].actor, rows[i].action, rows[i].person };

      tj_sheet_table_add_row (table, cells);
    }
}

/**
 * tj_log_list_sheet_draw:
 * @head: sender, day and marks; the title and the rest are the sheet's own
 *
 * Returns: (transfer full) (nullable): the rows as a finished PDF
 */
GBytes *
tj_log_list_sheet_draw (const TjLogListRow *rows,
                        guint n_rows,
                        const TjSheetHead *head,
                        GError **error)
{
  TjSheetHead own = *head;
  g_autoptr (TjSheet) sheet = NULL;

  own.title = _ ("Extract of the log");
  own.handling = _ ("Holds personal data. Destroy it when the question it answers is settled.");
  own.landscape = TRUE;
  sheet = tj_sheet_new (&own);
  if (n_rows > 0)
    draw_rows (sheet, rows, n_rows);
  else
    tj_sheet_paragraph (sheet, _ ("No row fits what was asked for."));
  return tj_sheet_finish (sheet, error);
}
