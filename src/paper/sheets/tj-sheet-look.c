/* How the two kinds of sheet look. A work sheet is dense, as it is read by those who made it; a
 * report is read by a board and on the web, in lines of some 80 characters. */

#include "config.h"

#include "tj-sheet-private.h"

static const TjSheetLook work = {
  .title = { TJ_SHEET_FAMILY, TRUE, 17, 22, TJ_SHEET_DEEP },
  .headings = { { TJ_SHEET_FAMILY, TRUE, 11.5, 16, TJ_SHEET_DEEP },
                { TJ_SHEET_FAMILY, TRUE, 9.5, 13, TJ_SHEET_INK } },
  .text = { TJ_SHEET_FAMILY, FALSE, 9.5, 13.5, TJ_SHEET_INK },
  .note = { TJ_SHEET_FAMILY, FALSE, 8, 11, TJ_SHEET_GREY },
  .caption = { TJ_SHEET_FAMILY, TRUE, 8.5, 11.5, TJ_SHEET_INK },
  .table_head = { TJ_SHEET_FAMILY, TRUE, 7.5, 10, TJ_SHEET_DEEP },
  .table_cell = { TJ_SHEET_FAMILY, FALSE, 8.5, 11.5, TJ_SHEET_INK },
  .table_total = { TJ_SHEET_FAMILY, TRUE, 8.5, 11.5, TJ_SHEET_INK },
  .margin = TJ_MM (18),
  .before_heading = { 9, 5 },
  .after_heading = 2,
  .after_text = 5,
  .cell_pad = TJ_MM (0.9),
};

static const TjSheetLook report = {
  .title = { TJ_SHEET_FAMILY, TRUE, 26, 33, TJ_SHEET_DEEP },
  .headings = { { TJ_SHEET_FAMILY, TRUE, 16, 22, TJ_SHEET_DEEP },
                { TJ_SHEET_FAMILY, TRUE, 11.5, 16, TJ_SHEET_INK } },
  .text = { TJ_SHEET_FAMILY, FALSE, 10.5, 16, TJ_SHEET_INK },
  .note = { TJ_SHEET_FAMILY, FALSE, 8.5, 12.5, TJ_SHEET_GREY },
  .caption = { TJ_SHEET_FAMILY, TRUE, 9.5, 13.5, TJ_SHEET_INK },
  .table_head = { TJ_SHEET_FAMILY, TRUE, 8.5, 11.5, TJ_SHEET_DEEP },
  .table_cell = { TJ_SHEET_FAMILY, FALSE, 9.5, 13, TJ_SHEET_INK },
  .table_total = { TJ_SHEET_FAMILY, TRUE, 9.5, 13, TJ_SHEET_INK },
  .margin = TJ_MM (25),
  .before_heading = { 20, 12 },
  .after_heading = 5,
  .after_text = 8,
  .cell_pad = TJ_MM (1.1),
};

/* Returns: (transfer none): the look of a kind of sheet */
const TjSheetLook *
tj_sheet_look_get (TjSheetKind kind)
{
  return kind == TJ_SHEET_REPORT ? &report : &work;
}
