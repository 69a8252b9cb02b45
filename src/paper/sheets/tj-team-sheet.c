/* The team's papers: rows to talk through, to tick and to write on. They are carried about and left
 * on tables, so they hold no personal number, and of a protected person neither name nor age nor
 * address (offentlighets- och sekretesslagen 2009:400, 21 kap. 3 §). */

#include "config.h"

#include "tj-team-sheet.h"

#include "tj-sheet-table.h"

#include <glib/gi18n-lib.h>

#define MEETING_ROW 15
#define EXTENDED_ROW 15
#define VISIT_ROW 22

static char *
describe_youth (const TjTeamSheetRow *row)
{
  g_autofree char *age = NULL;

  if (row->is_protected)
    return g_strdup_printf ("%s\n%s", _ ("Protected person"), row->reference);
  if (row->age < 0)
    return g_strdup_printf ("%s\n%s", row->name, row->reference);
  age = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d year", "%d years", (gulong)row->age),
                         row->age);
  return g_strdup_printf ("%s\n%s · %s", row->name, age, row->reference);
}

static char *
describe_step (const TjTeamSheetRow *row)
{
  g_autofree char *date = row->due != TJ_DATE_NONE ? tj_date_format (row->due) : g_strdup ("");
  GString *text = g_string_new (row->step);

  if (date[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", date);
  if (row->days_overdue > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, " · %d day late", " · %d days late",
                                         (gulong)row->days_overdue),
                            row->days_overdue);
  return g_string_free (text, FALSE);
}

static void
draw_count (TjSheet *sheet, guint n)
{
  g_autofree char *text
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u youth", "%u youths", n), n);

  tj_sheet_paragraph (sheet, text);
}

static void
draw_meeting (TjSheet *sheet, const TjTeamSheetRow *rows, guint n_rows)
{
  const TjSheetColumn columns[] = {
    { .title = _ ("Youth"), .names_row = TRUE, .width = 54 },
    { .title = _ ("Status"), .width = 32 },
    { .title = _ ("Latest contact"), .width = 42 },
    { .title = _ ("Next step"), .width = 46 },
    { .title = _ ("Responsible"), .width = 34 },
    { .title = _ ("Decided"), .kind = TJ_COLUMN_LINES },
  };
  TjSheetTable *table;

  draw_count (sheet, n_rows);
  table = tj_sheet_table_new (sheet, columns, G_N_ELEMENTS (columns));
  tj_sheet_table_set_row_height (table, MEETING_ROW);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *youth = describe_youth (&rows[i]);
      g_autofree char *step = describe_step (&rows[i]);
      const char *const cells[]
          = { youth, rows[i].status, rows[i].contact, step, rows[i].responsible, NULL };

      tj_sheet_table_add_row (table, cells);
    }
  tj_sheet_table_end (table);
}

static void
draw_extended (TjSheet *sheet, const TjTeamSheetRow *rows, guint n_rows)
{
  const TjSheetColumn columns[] = {
    { .title = _ ("Youth"), .names_row = TRUE, .width = 54 },
    { .title = _ ("Attempts"), .kind = TJ_COLUMN_NUMBER, .width = 18 },
    { .title = _ ("Latest attempt"), .width = 42 },
    { .title = _ ("Next step"), .width = 46 },
    { .title = _ ("Home visit"), .kind = TJ_COLUMN_BOX, .width = 20 },
    { .title = _ ("Wait"), .kind = TJ_COLUMN_BOX, .width = 16 },
    { .title = _ ("Known in the field"), .kind = TJ_COLUMN_LINES },
  };
  TjSheetTable *table;

  draw_count (sheet, n_rows);
  table = tj_sheet_table_new (sheet, columns, G_N_ELEMENTS (columns));
  tj_sheet_table_set_row_height (table, EXTENDED_ROW);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *youth = describe_youth (&rows[i]);
      g_autofree char *step = describe_step (&rows[i]);
      g_autofree char *attempts = g_strdup_printf ("%u", rows[i].n_attempts);
      const char *const cells[] = { youth, attempts, rows[i].contact, step, NULL, NULL, NULL };

      tj_sheet_table_add_row (table, cells);
    }
  tj_sheet_table_end (table);
}

static const char *
get_place (const TjTeamSheetRow *row)
{
  if (row->is_protected)
    return _ ("Protected persons: ask the coordinator");
  return row->locality != NULL && row->locality[0] != '\0' ? row->locality : _ ("No address");
}

/* Letters' case differs between sources, and parts no place in two. */
static gboolean
is_same_place (const char *one, const char *other)
{
  g_autofree char *folded = one != NULL ? g_utf8_casefold (one, -1) : NULL;
  g_autofree char *other_folded = g_utf8_casefold (other, -1);

  return g_strcmp0 (folded, other_folded) == 0;
}

static TjSheetTable *
begin_place (TjSheet *sheet, const char *place)
{
  const TjSheetColumn columns[] = {
    { .title = _ ("Address"), .width = 48 },
    { .title = _ ("Youth"), .names_row = TRUE, .width = 48 },
    { .title = _ ("Latest attempt"), .width = 38 },
    { .title = _ ("Met"), .kind = TJ_COLUMN_BOX, .width = 16 },
    { .title = _ ("Not at home"), .kind = TJ_COLUMN_BOX, .width = 16 },
    { .title = _ ("Card left"), .kind = TJ_COLUMN_BOX, .width = 16 },
    { .title = _ ("Date and note"), .kind = TJ_COLUMN_LINES },
  };
  TjSheetTable *table;

  tj_sheet_heading (sheet, 2, place);
  table = tj_sheet_table_new (sheet, columns, G_N_ELEMENTS (columns));
  tj_sheet_table_set_row_height (table, VISIT_ROW);
  return table;
}

static void
draw_visits (TjSheet *sheet, const TjTeamSheetRow *rows, guint n_rows)
{
  g_autoptr (TjSheetTable) table = NULL;
  const char *place = NULL;

  draw_count (sheet, n_rows);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *youth = describe_youth (&rows[i]);
      const char *const cells[] = { rows[i].is_protected ? NULL : rows[i].address,
                                    youth,
                                    rows[i].contact,
                                    NULL,
                                    NULL,
                                    NULL,
                                    NULL };

      if (!is_same_place (place, get_place (&rows[i])))
        {
          g_clear_pointer (&table, tj_sheet_table_end);
          place = get_place (&rows[i]);
          table = begin_place (sheet, place);
        }
      tj_sheet_table_add_row (table, cells);
    }
}

static const char *
get_title (TjTeamSheetKind kind)
{
  switch (kind)
    {
    case TJ_TEAM_SHEET_MEETING:
      return _ ("Team meeting");
    case TJ_TEAM_SHEET_EXTENDED:
      return _ ("Extended team: not reached");
    case TJ_TEAM_SHEET_HOME_VISIT:
    default:
      return _ ("Home visits");
    }
}

static void
draw_rows (TjSheet *sheet, TjTeamSheetKind kind, const TjTeamSheetRow *rows, guint n_rows)
{
  if (n_rows == 0)
    tj_sheet_paragraph (sheet, _ ("There is nobody on this list today."));
  else if (kind == TJ_TEAM_SHEET_MEETING)
    draw_meeting (sheet, rows, n_rows);
  else if (kind == TJ_TEAM_SHEET_EXTENDED)
    draw_extended (sheet, rows, n_rows);
  else
    draw_visits (sheet, rows, n_rows);
}

/**
 * tj_team_sheet_draw:
 * @rows: in the order of the paper; home visits with the same locality after each other
 * @head: sender, day and marks; the title and the rest are the sheet's own
 *
 * Returns: (transfer full) (nullable): the sheet as a finished PDF
 */
GBytes *
tj_team_sheet_draw (TjTeamSheetKind kind,
                    const TjTeamSheetRow *rows,
                    guint n_rows,
                    const TjSheetHead *head,
                    GError **error)
{
  TjSheetHead own = *head;
  g_autoptr (TjSheet) sheet = NULL;

  own.title = get_title (kind);
  own.handling
      = _ ("Holds personal data: do not leave it lying, do not copy it, and shred it when what was "
           "decided is in the register.");
  own.landscape = TRUE;
  sheet = tj_sheet_new (&own);
  draw_rows (sheet, kind, rows, n_rows);
  return tj_sheet_finish (sheet, error);
}
