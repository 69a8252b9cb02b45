/* The individual planning, to read together and to sign: the seven points of documentation that
 * Skolverket prescribes for förordning (2006:39) 8 §, in their order, and the activities. */

#include "config.h"

#include "tj-plan-sheet.h"

#include "tj-sheet-table.h"

#include <glib/gi18n-lib.h>

/* Lines for a point that is written by hand. */
#define EMPTY_LINES 2

static char *
format_day (TjDate date)
{
  return date != TJ_DATE_NONE ? tj_date_format (date) : g_strdup ("");
}

static void
draw_identity (TjSheet *sheet, const TjPlanSheet *plan)
{
  g_autofree char *year
      = plan->birth_year > 0 ? g_strdup_printf ("%d", plan->birth_year) : g_strdup ("");
  g_autofree char *version = g_strdup_printf ("%u", plan->version);
  g_autofree char *written = format_day (plan->written_on);
  const TjSheetFact facts[] = {
    { _ ("Name"), plan->name },
    { _ ("Born"), year },
    { _ ("Case number"), plan->reference },
    { _ ("Version"), version },
    { _ ("Written on"), written },
    { _ ("Coordinator"), plan->coordinator },
  };

  tj_sheet_facts (sheet, facts, G_N_ELEMENTS (facts), 3);
}

static void
draw_point (TjSheet *sheet, guint number, const char *title, const char *text)
{
  g_autofree char *heading = g_strdup_printf ("%u. %s", number, title);

  tj_sheet_heading (sheet, 2, heading);
  if (text != NULL && text[0] != '\0')
    tj_sheet_paragraph (sheet, text);
  else
    tj_sheet_rules (sheet, EMPTY_LINES);
}

static void
draw_period (TjSheet *sheet, const TjPlanSheet *plan)
{
  g_autofree char *heading = g_strdup_printf ("5. %s", _ ("When it starts and ends"));
  g_autofree char *start = format_day (plan->starts_on);
  g_autofree char *end = format_day (plan->ends_on);
  const TjSheetFact facts[] = { { _ ("Starts"), start }, { _ ("Ends"), end } };

  tj_sheet_heading (sheet, 2, heading);
  if (plan->starts_on == TJ_DATE_NONE && plan->ends_on == TJ_DATE_NONE)
    tj_sheet_rules (sheet, 1);
  else
    tj_sheet_facts (sheet, facts, G_N_ELEMENTS (facts), 3);
}

static void
draw_activities (TjSheet *sheet, const TjPlanSheet *plan)
{
  const TjSheetColumn columns[] = {
    { .title = _ ("Activity"), .names_row = TRUE, .share = 2 },
    { .title = _ ("Who is responsible"), .share = 1 },
    { .title = _ ("Starts"), .width = 24 },
    { .title = _ ("Ends"), .width = 24 },
  };
  TjSheetTable *table;

  if (plan->n_activities == 0)
    return;
  tj_sheet_heading (sheet, 2, _ ("Activities"));
  table = tj_sheet_table_new (sheet, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < plan->n_activities; i++)
    {
      const TjPlanSheetActivity *activity = &plan->activities[i];
      g_autofree char *start = format_day (activity->starts_on);
      g_autofree char *stop = format_day (activity->stops_on);
      const char *const cells[] = { activity->what, activity->responsible, start, stop };

      tj_sheet_table_add_row (table, cells);
    }
  tj_sheet_table_end (table);
}

static void
draw_signatures (TjSheet *sheet)
{
  const char *const labels[] = { _ ("Place and date"), _ ("Place and date"), _ ("The youth"),
                                 _ ("The coordinator"), NULL };

  tj_sheet_gap (sheet, 4);
  tj_sheet_signatures (sheet, labels);
}

/**
 * tj_plan_sheet_draw:
 * @head: sender, day and marks; the title and the rest are the sheet's own
 *
 * Returns: (transfer full) (nullable): the plan as a finished PDF
 */
GBytes *
tj_plan_sheet_draw (const TjPlanSheet *plan, const TjSheetHead *head, GError **error)
{
  TjSheetHead own = *head;
  g_autoptr (TjSheet) sheet = NULL;

  own.title = _ ("Individual planning");
  own.handling = _ (
      "Holds personal data: keep it locked in. Each version is kept (förordning 2006:39, 8 §).");
  own.landscape = FALSE;
  sheet = tj_sheet_new (&own);
  draw_identity (sheet, plan);
  draw_point (sheet, 1, _ ("Individual planning and goal"), plan->goal);
  draw_point (sheet, 2, _ ("What the youth is responsible for"), plan->youth_part);
  draw_point (sheet, 3, _ ("What the municipality is responsible for"), plan->municipality_part);
  draw_point (sheet, 4, _ ("What another actor is responsible for"), plan->other_part);
  draw_period (sheet, plan);
  draw_point (sheet, 6, _ ("Why it ended"), plan->end_reason);
  draw_point (sheet, 7, _ ("When it is followed up and evaluated"), plan->follow_up);
  draw_activities (sheet, plan);
  draw_signatures (sheet);
  return tj_sheet_finish (sheet, error);
}
