/* The sheet that coordinator, head of IKE and economist run their meeting on: how the month looks,
 * then each kind of finding with its evidence, the sum at stake and room for the decision. The
 * personal number stands on it because invoices are settled by it (16 kap. 50–51 §§ skollagen);
 * of a protected person only the case number does. */

#include "config.h"

#include "tj-reconciliation-sheet.h"

#include "tj-amount.h"
#include "tj-date-words.h"
#include "tj-sheet-table.h"

#include <glib/gi18n-lib.h>

#define ROW 12

/* Nothing at stake is left blank, so that what is stands out. */
static char *
format_stake (gint64 ore)
{
  return ore != 0 ? tj_amount_format (ore) : g_strdup ("");
}

static gint64
sum_rows (const TjReconciliationRow *rows, guint n_rows)
{
  gint64 sum = 0;

  for (guint i = 0; i < n_rows; i++)
    sum += rows[i].amount_ore;
  return sum;
}

static char *
describe_pupil (const TjReconciliationRow *row)
{
  if (row->is_protected)
    return g_strdup_printf ("%s\n%s", _ ("Protected person"), row->reference);
  return g_strdup_printf ("%s\n%s", row->name, row->personal_number);
}

static void
draw_meeting (TjSheet *sheet, const TjReconciliationSheet *self)
{
  g_autofree char *meeting = tj_date_format_long (self->meeting);
  const TjSheetFact facts[] = {
    { _ ("Meeting"), meeting },
    { _ ("Present"), self->participants },
  };

  tj_sheet_facts (sheet, facts, G_N_ELEMENTS (facts), G_N_ELEMENTS (facts));
}

static void
draw_sources (TjSheet *sheet, const TjReconciliationSheet *self)
{
  const TjSheetColumn columns[] = {
    { .title = _ ("List"), .names_row = TRUE, .share = 3 },
    { .title = _ ("Read in"), .share = 2 },
    { .title = _ ("Rows"), .kind = TJ_COLUMN_NUMBER, .share = 1 },
  };
  TjSheetTable *table;

  tj_sheet_heading (sheet, 2, _ ("What the findings rest on"));
  table = tj_sheet_table_new (sheet, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->n_sources; i++)
    {
      const TjReconciliationSource *source = &self->sources[i];
      g_autofree char *date = source->date != TJ_DATE_NONE ? tj_date_format (source->date) : NULL;
      g_autofree char *rows = g_strdup_printf ("%" G_GINT64_FORMAT, source->n_rows);
      const char *const cells[]
          = { source->name, date != NULL ? date : _ ("missing"), date != NULL ? rows : "" };

      tj_sheet_table_add_row (table, cells);
    }
  tj_sheet_table_end (table);
}

static char *
format_figure (gint64 figure, gboolean is_amount)
{
  if (figure < 0)
    return g_strdup ("–");
  return is_amount ? tj_amount_format (figure) : g_strdup_printf ("%" G_GINT64_FORMAT, figure);
}

static void
draw_figures (TjSheet *sheet, const TjReconciliationSheet *self)
{
  const TjSheetColumn columns[] = {
    { .title = _ ("The month in figures"), .names_row = TRUE, .share = 4 },
    { .title = _ ("This month"), .kind = TJ_COLUMN_NUMBER, .share = 1 },
    { .title = _ ("Last month"), .kind = TJ_COLUMN_NUMBER, .share = 1 },
  };
  TjSheetTable *table;

  tj_sheet_heading (sheet, 2, _ ("How it stands"));
  table = tj_sheet_table_new (sheet, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->n_figures; i++)
    {
      const TjReconciliationFigure *figure = &self->figures[i];
      g_autofree char *now = format_figure (figure->now, figure->is_amount);
      g_autofree char *before = format_figure (figure->before, figure->is_amount);
      const char *const cells[] = { figure->label, now, before };

      tj_sheet_table_add_row (table, cells);
    }
  tj_sheet_table_end (table);
}

static void
draw_summary (TjSheet *sheet, const TjReconciliationSheet *self)
{
  const TjSheetColumn columns[] = {
    { .title = _ ("Finding"), .names_row = TRUE, .share = 4 },
    { .title = _ ("Number"), .kind = TJ_COLUMN_NUMBER, .share = 1 },
    { .title = _ ("At stake, kr"), .kind = TJ_COLUMN_NUMBER, .share = 1 },
  };
  TjSheetTable *table;
  gint64 sum = 0;
  guint n = 0;
  g_autofree char *total = NULL;
  g_autofree char *amount = NULL;

  tj_sheet_heading (sheet, 2, _ ("To decide on"));
  table = tj_sheet_table_new (sheet, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->n_sections; i++)
    {
      const TjReconciliationSection *section = &self->sections[i];
      gint64 part = sum_rows (section->rows, section->n_rows);
      g_autofree char *count = g_strdup_printf ("%u", section->n_rows);
      g_autofree char *stake = format_stake (part);
      const char *const cells[] = { section->title, count, stake };

      if (section->n_rows == 0)
        continue;
      tj_sheet_table_add_row (table, cells);
      sum += MAX (0, part);
      n += section->n_rows;
    }
  total = g_strdup_printf ("%u", n);
  amount = tj_amount_format (sum);
  tj_sheet_table_add_total (table, (const char *const[]){ _ ("Total"), total, amount });
  tj_sheet_table_end (table);
}

static void
draw_rows (TjSheet *sheet, const TjReconciliationRow *rows, guint n_rows, gboolean is_carried_over)
{
  const TjSheetColumn columns[] = {
    { .title = _ ("Pupil"), .names_row = TRUE, .width = 46 },
    { .title = _ ("Evidence"), .share = 1 },
    { .title = _ ("At stake, kr"), .kind = TJ_COLUMN_NUMBER, .width = 24 },
    { .title = is_carried_over ? _ ("Earlier decision") : _ ("Proposal"), .width = 40 },
    { .title = _ ("As proposed"), .kind = TJ_COLUMN_BOX, .width = 20 },
    { .title = _ ("Another decision, by whom and when"), .kind = TJ_COLUMN_LINES, .width = 62 },
  };
  TjSheetTable *table = tj_sheet_table_new (sheet, columns, G_N_ELEMENTS (columns));
  gint64 sum = sum_rows (rows, n_rows);
  g_autofree char *total = tj_amount_format (sum);

  tj_sheet_table_set_row_height (table, ROW);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *pupil = describe_pupil (&rows[i]);
      g_autofree char *amount = format_stake (rows[i].amount_ore);
      const char *const cells[] = { pupil,  rows[i].is_protected ? NULL : rows[i].evidence,
                                    amount, is_carried_over ? rows[i].decision : rows[i].proposal,
                                    NULL,   NULL };

      if (i + 1 == n_rows && sum != 0)
        tj_sheet_table_keep_with_next (table);
      tj_sheet_table_add_row (table, cells);
    }
  tj_sheet_table_set_row_height (table, 0);
  if (sum != 0)
    tj_sheet_table_add_total (table,
                              (const char *const[]){ _ ("Total"), NULL, total, NULL, NULL, NULL });
  tj_sheet_table_end (table);
}

/* What was looked for and not found, in one paragraph. */
static void
draw_nothing_found (TjSheet *sheet, const TjReconciliationSheet *self)
{
  g_autoptr (GString) kinds = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->n_sections; i++)
    if (self->sections[i].n_rows == 0)
      g_string_append_printf (kinds, "%s%s", kinds->len > 0 ? " · " : "", self->sections[i].title);
  if (kinds->len == 0)
    return;
  tj_sheet_heading (sheet, 2, _ ("Looked for and not found"));
  text = g_strdup_printf ("%s.", kinds->str);
  tj_sheet_paragraph (sheet, text);
}

static void
draw_sections (TjSheet *sheet, const TjReconciliationSheet *self)
{
  for (guint i = 0; i < self->n_sections; i++)
    {
      const TjReconciliationSection *section = &self->sections[i];
      g_autofree char *heading = g_strdup_printf ("%s (%u)", section->title, section->n_rows);

      if (section->n_rows == 0)
        continue;
      tj_sheet_heading (sheet, 2, heading);
      draw_rows (sheet, section->rows, section->n_rows, FALSE);
    }
  draw_nothing_found (sheet, self);
}

static void
draw_carried_over (TjSheet *sheet, const TjReconciliationSheet *self)
{
  if (self->n_carried_over == 0)
    return;
  tj_sheet_heading (sheet, 2, _ ("Open since earlier months"));
  draw_rows (sheet, self->carried_over, self->n_carried_over, TRUE);
}

static void
draw_signatures (TjSheet *sheet)
{
  const char *const labels[] = { _ ("Coordinator"), _ ("Head of IKE"), _ ("Economist"), NULL };

  tj_sheet_gap (sheet, 6);
  tj_sheet_signatures (sheet, labels);
}

/**
 * tj_reconciliation_sheet_draw:
 * @self: the month's findings, section by section
 * @head: sender, day and marks; the title and the rest are the sheet's own
 *
 * Returns: (transfer full) (nullable): the sheet as a finished PDF, A4 landscape
 */
GBytes *
tj_reconciliation_sheet_draw (const TjReconciliationSheet *self,
                              const TjSheetHead *head,
                              GError **error)
{
  TjSheetHead own = *head;
  g_autofree char *title = g_strdup_printf (_ ("KAA/IKE reconciliation, %s"), self->month);
  g_autoptr (TjSheet) sheet = NULL;

  own.title = title;
  own.handling = _ ("Holds personal data: shred it when what was decided is in the register.");
  own.landscape = TRUE;
  sheet = tj_sheet_new (&own);
  draw_meeting (sheet, self);
  draw_summary (sheet, self);
  draw_figures (sheet, self);
  draw_sources (sheet, self);
  draw_carried_over (sheet, self);
  draw_sections (sheet, self);
  draw_signatures (sheet);
  return tj_sheet_finish (sheet, error);
}
