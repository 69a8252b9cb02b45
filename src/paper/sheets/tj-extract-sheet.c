/* The subject extract (dataskyddsförordningen, art. 15): what is held about one person, section by
 * section, and what the law has the municipality say with it. It knows nothing of the sections'
 * contents, so that what is added to the register only has to be filled in. */

#include "config.h"

#include "tj-extract-sheet.h"

#include "tj-sheet-table.h"

#include <glib/gi18n-lib.h>

/* A column is as wide as its longest text, counted in characters between these. */
#define LEAST_CHARS 9
#define MOST_CHARS 44

/* Sections with more columns than this need the paper's long side. */
#define UPRIGHT_COLUMNS 7

static gboolean
needs_landscape (const TjExtractSheet *extract)
{
  for (guint i = 0; i < extract->n_sections; i++)
    if (extract->sections[i].n_columns > UPRIGHT_COLUMNS)
      return TRUE;
  return FALSE;
}

static double
measure_column (const TjExtractSection *section, guint column)
{
  glong n = g_utf8_strlen (section->columns[column], -1);

  for (guint i = 0; i < section->n_rows; i++)
    if (section->rows[i][column] != NULL)
      n = MAX (n, g_utf8_strlen (section->rows[i][column], -1));
  return (double)CLAMP (n, LEAST_CHARS, MOST_CHARS);
}

static void
draw_rows (TjSheet *sheet, const TjExtractSection *section)
{
  g_autofree TjSheetColumn *columns = g_new0 (TjSheetColumn, section->n_columns);
  TjSheetTable *table;

  for (guint i = 0; i < section->n_columns; i++)
    columns[i] = (TjSheetColumn){ .title = section->columns[i],
                                  .share = measure_column (section, i),
                                  .names_row = i == 0 };
  table = tj_sheet_table_new (sheet, columns, section->n_columns);
  for (guint i = 0; i < section->n_rows; i++)
    tj_sheet_table_add_row (table, section->rows[i]);
  tj_sheet_table_end (table);
}

static void
draw_section (TjSheet *sheet, const TjExtractSection *section)
{
  tj_sheet_heading (sheet, 2, section->title);
  if (section->purpose != NULL && section->purpose[0] != '\0')
    tj_sheet_note (sheet, section->purpose);
  if (section->n_rows > 0)
    draw_rows (sheet, section);
  else
    tj_sheet_paragraph (sheet, _ ("Nothing is held here."));
}

static void
draw_law (TjSheet *sheet, const TjExtractSheet *extract)
{
  const char *const points[] = {
    _ ("Purpose: the municipality’s responsibility for young people who are not in upper secondary "
       "school (skollagen 2010:800, 29 kap. 9 §), and the statistics of it. The processing is laid "
       "down in förordning (2006:39) and rests on a task of public interest (art. 6.1 e)."),
    _ ("Recipients: Skolverket, through Statistikmyndigheten SCB, twice a year (förordning "
       "2006:39, 9 §). No one else without support in law."),
    _ ("Sources: you yourself, the population register, schools and their reports, and what else "
       "the sections name."),
    _ ("Kept: no longer than needed, and at the latest until 31 December of the year in which you "
       "turn 21 (förordning 2006:39, 7 §). Copies of letters follow the same rule."),
    _ ("Your rights: you may have what is wrong corrected (art. 16), and ask for erasure or "
       "restriction where the law allows it (art. 17 and 18)."),
    _ ("The right to object in art. 21.1 does not apply to this processing (förordning 2006:39, "
       "2 b §)."),
    _ ("No decision about you is made by automated means alone, and nothing is transferred outside "
       "the EU."),
    _ ("If you think that your data are handled wrongly you may complain to "
       "Integritetsskyddsmyndigheten (imy.se)."),
    NULL,
  };

  tj_sheet_heading (sheet, 2, _ ("What the law says"));
  tj_sheet_points (sheet, points);
  if (extract->contact != NULL && extract->contact[0] != '\0')
    {
      g_autofree char *text = g_strdup_printf (_ ("Questions: %s"), extract->contact);

      tj_sheet_paragraph (sheet, text);
    }
}

/**
 * tj_extract_sheet_draw:
 * @head: sender, day and marks; the title and the rest are the sheet's own
 *
 * Returns: (transfer full) (nullable): the extract as a finished PDF
 */
GBytes *
tj_extract_sheet_draw (const TjExtractSheet *extract, const TjSheetHead *head, GError **error)
{
  const TjSheetFact facts[] = {
    { _ ("Name"), extract->name },
    { _ ("Personal number"), extract->personal_number },
    { _ ("Case number"), extract->reference },
  };
  TjSheetHead own = *head;
  g_autoptr (TjSheet) sheet = NULL;

  own.title = _ ("Extract of your personal data");
  own.handling = _ ("Subject extract under dataskyddsförordningen (EU 2016/679), article 15");
  own.landscape = needs_landscape (extract);
  sheet = tj_sheet_new (&own);
  tj_sheet_facts (sheet, facts, G_N_ELEMENTS (facts), 3);
  tj_sheet_paragraph (sheet, _ ("This is everything that the municipality holds about you in the "
                                "register of its responsibility for young people (kommunernas "
                                "aktivitetsansvar) on the day above."));
  for (guint i = 0; i < extract->n_sections; i++)
    draw_section (sheet, &extract->sections[i]);
  draw_law (sheet, extract);
  return tj_sheet_finish (sheet, error);
}
