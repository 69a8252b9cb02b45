/* What goes to an organiser whose invoice is contested: its own pupils only, line by line, with what
 * the lists of the home municipality say (16 kap. 50–51 §§ skollagen). */

#include "config.h"

#include "tj-contested-sheet.h"

#include "tj-amount.h"
#include "tj-sheet-table.h"

#include <glib/gi18n-lib.h>

static void
draw_rows (TjSheet *sheet, const TjContestedSheet *self)
{
  const TjSheetColumn columns[] = {
    { .title = _ ("Pupil"), .names_row = TRUE, .width = 44 },
    { .title = _ ("School"), .share = 2 },
    { .title = _ ("Programme"), .width = 22 },
    { .title = _ ("Invoice"), .width = 24 },
    { .title = _ ("What our lists say"), .share = 3 },
    { .title = _ ("Contested, kr"), .kind = TJ_COLUMN_NUMBER, .width = 28 },
  };
  TjSheetTable *table = tj_sheet_table_new (sheet, columns, G_N_ELEMENTS (columns));
  g_autofree char *total = NULL;
  gint64 sum = 0;

  for (guint i = 0; i < self->n_rows; i++)
    {
      const TjContestedRow *row = &self->rows[i];
      g_autofree char *pupil = g_strdup_printf ("%s\n%s", row->name, row->personal_number);
      g_autofree char *amount = tj_amount_format (row->amount_ore);
      const char *const cells[]
          = { pupil, row->school, row->programme, row->invoice_number, row->evidence, amount };

      tj_sheet_table_add_row (table, cells);
      sum += row->amount_ore;
    }
  total = tj_amount_format (sum);
  tj_sheet_table_add_total (table,
                            (const char *const[]){ _ ("Total"), NULL, NULL, NULL, NULL, total });
  tj_sheet_table_end (table);
}

/**
 * tj_contested_sheet_draw:
 * @self: the organiser and its lines
 * @head: sender, day and marks; the title and the rest are the sheet's own
 *
 * Returns: (transfer full) (nullable): the sheet as a finished PDF, A4 landscape
 */
GBytes *
tj_contested_sheet_draw (const TjContestedSheet *self, const TjSheetHead *head, GError **error)
{
  TjSheetHead own = *head;
  g_autofree char *title = g_strdup_printf (_ ("Contested invoice, %s"), self->month);
  g_autofree char *answer
      = g_strdup_printf (_ ("Please correct or explain these lines. %s"), self->contact);
  g_autoptr (TjSheet) sheet = NULL;

  own.title = title;
  own.handling = _ ("Holds personal data: send it in a way that keeps it secret.");
  own.landscape = TRUE;
  sheet = tj_sheet_new (&own);
  tj_sheet_heading (sheet, 2, self->organiser);
  tj_sheet_paragraph (sheet, _ ("The lines below do not agree with what the home municipality "
                                "knows of the pupils, and are not paid until they are settled."));
  draw_rows (sheet, self);
  tj_sheet_gap (sheet, 4);
  tj_sheet_paragraph (sheet, answer);
  return tj_sheet_finish (sheet, error);
}
