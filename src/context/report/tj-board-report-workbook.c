/* All tables of a report as a spreadsheet: a sheet that lists them, one for each, and what is meant
 * by the words. There is no formula in it: one that sums what is hidden would tell it. */

#include "config.h"

#include "tj-board-report-workbook.h"

#include <glib/gi18n-lib.h>

#include "tj-report-summary.h"
#include "tj-workbook.h"

#define LABEL_WIDTH 44
#define FIGURE_WIDTH 21
#define TITLE_WIDTH 70

/* The name of a table's sheet, its own by its number. */
static char *
dup_sheet_name (guint number, const TjFigureTable *table)
{
  return g_strdup_printf ("%u %s", number, tj_figure_table_get_title (table));
}

static void
add_figure (TjWorkbook *book, const TjFigure *figure)
{
  g_autofree char *text = NULL;

  if (!figure->hidden && figure->kind == TJ_FIGURE_COUNT)
    tj_workbook_add_number (book, figure->value);
  else if (!figure->hidden && figure->kind == TJ_FIGURE_DAYS)
    tj_workbook_add_number (book, figure->value);
  else if (!figure->hidden && figure->kind == TJ_FIGURE_SHARE)
    tj_workbook_add_share (book, figure->value);
  else
    {
      text = tj_figure_format (figure);
      tj_workbook_add_text (book, text);
    }
}

static void
add_rows (TjWorkbook *book, const TjFigureTable *table)
{
  for (guint row = 0; row < tj_figure_table_n_rows (table); row++)
    {
      tj_workbook_add_text (book, tj_figure_table_row (table, row)->label);
      for (guint column = 0; column < tj_figure_table_n_columns (table); column++)
        add_figure (book, tj_figure_table_get (table, row, column));
      tj_workbook_end_row (book);
    }
}

static void
add_table (TjWorkbook *book, guint number, const TjFigureTable *table)
{
  guint n = tj_figure_table_n_columns (table) + 1;
  g_autofree TjWorkbookColumn *columns = g_new0 (TjWorkbookColumn, n);
  g_autofree char *name = dup_sheet_name (number, table);

  columns[0] = (TjWorkbookColumn){ .title = "", .kind = TJ_WORKBOOK_TEXT, .width = LABEL_WIDTH };
  for (guint i = 1; i < n; i++)
    columns[i] = (TjWorkbookColumn){ .title = tj_figure_table_column (table, i - 1)->label,
                                     .kind = TJ_WORKBOOK_NUMBER,
                                     .width = FIGURE_WIDTH };
  tj_workbook_begin_sheet (book, name);
  tj_workbook_add_line (book, tj_figure_table_get_title (table), TRUE);
  if (tj_figure_table_get_note (table)[0] != '\0')
    tj_workbook_add_line (book, tj_figure_table_get_note (table), FALSE);
  tj_workbook_begin_table (book, columns, n);
  add_rows (book, table);
}

static void
add_contents (TjWorkbook *book, const TjReport *report)
{
  const TjWorkbookColumn columns[] = {
    { .title = _ ("Table"), .kind = TJ_WORKBOOK_TEXT, .width = 10 },
    { .title = _ ("Section"), .kind = TJ_WORKBOOK_TEXT, .width = 28 },
    { .title = _ ("What it shows"), .kind = TJ_WORKBOOK_TEXT, .width = TITLE_WIDTH },
  };
  g_autofree char *title = tj_report_dup_title (report);

  tj_workbook_begin_sheet (book, _ ("Contents"));
  tj_workbook_add_line (book, title, TRUE);
  tj_workbook_add_line (book, report->municipality, FALSE);
  if (report->approved_on == TJ_DATE_NONE)
    tj_workbook_add_line (book, _ ("Draft, not approved"), FALSE);
  if (report->demo)
    tj_workbook_add_line (book, "DEMO", FALSE);
  if (report->threshold > 1)
    {
      g_autofree char *rule = g_strdup_printf (
          _ ("Numbers below %u, and those from which they could be reckoned out, are hidden: .."),
          report->threshold);

      tj_workbook_add_line (book, rule, FALSE);
    }
  tj_workbook_begin_table (book, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < report->tables->len; i++)
    {
      const TjFigureTable *table = report->tables->pdata[i];

      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      tj_workbook_add_text (book, number);
      tj_workbook_add_text (book,
                            tj_report_get_section_title (tj_figure_table_get_section (table)));
      tj_workbook_add_text (book, tj_figure_table_get_title (table));
      tj_workbook_end_row (book);
    }
}

static void
add_definitions (TjWorkbook *book, const TjReport *report)
{
  const TjWorkbookColumn columns[] = {
    { .title = _ ("Word"), .kind = TJ_WORKBOOK_TEXT, .width = LABEL_WIDTH },
    { .title = _ ("What is meant by it"), .kind = TJ_WORKBOOK_LONG_TEXT, .width = 110 },
  };

  tj_workbook_begin_sheet (book, _ ("Definitions"));
  tj_workbook_begin_table (book, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < report->n_definitions; i++)
    {
      tj_workbook_add_text (book, report->definitions[i].term);
      tj_workbook_add_text (book, report->definitions[i].text);
      tj_workbook_end_row (book);
    }
}

/**
 * tj_board_report_workbook_write: the tables of `report` as .xlsx. Returns the bytes, or NULL with
 * `error` set.
 */
GBytes *
tj_board_report_workbook_write (const TjReport *report, GError **error)
{
  TjWorkbook *book = tj_workbook_new (_ ("Board report"));

  add_contents (book, report);
  for (guint i = 0; i < report->tables->len; i++)
    add_table (book, i + 1, report->tables->pdata[i]);
  add_definitions (book, report);
  return tj_workbook_finish (book, error);
}
