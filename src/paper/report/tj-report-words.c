/* The report's words: its headings, what the coordinator wrote, what the figures say of
 * themselves, and how they were made. */

#include "config.h"

#include "tj-report-private.h"
#include "tj-report-summary.h"
#include "tj-report-text.h"

#include <glib/gi18n-lib.h>

#define KEY_HEIGHT TJ_MM (21)
#define KEY_GAP TJ_MM (4)
#define KEYS_PER_ROW 4

static const TjColour shade = { 0.94, 0.955, 0.97 };
static const TjTextStyle key_value_style = { TJ_SHEET_FAMILY, TRUE, 19, 25, TJ_SHEET_DEEP };
static const TjTextStyle key_label_style = { TJ_SHEET_FAMILY, FALSE, 8.5, 11, TJ_SHEET_INK };

/* Begins a numbered section, which the contents lead to. */
void
tj_report_section_begin (TjReportDrawing *self, const char *title)
{
  guint number = self->entries->len;
  TjReportEntry entry = { .title = g_strdup (title) };
  g_autofree char *heading = g_strdup_printf ("%u  %s", number + 1, title);

  tj_sheet_heading (self->sheet, 2, heading);
  entry.page = tj_paper_get_n_pages (self->sheet->paper);
  if (self->before != NULL)
    tj_paper_lead_here (self->sheet->paper,
                        g_array_index (self->before, TjReportEntry, number).link,
                        MAX (self->sheet->y - TJ_MM (12), 0));
  g_array_append_val (self->entries, entry);
}

static void
add_point (GPtrArray *points, const TjReportBlock *block)
{
  g_ptr_array_add (points, block->text);
}

/* Draws the points gathered so far as one list. */
static void
end_points (TjReportDrawing *self, GPtrArray *points)
{
  g_ptr_array_add (points, NULL);
  tj_sheet_points (self->sheet, (const char *const *)points->pdata);
  g_ptr_array_set_size (points, 0);
}

/* Draws what the coordinator wrote. */
void
tj_report_draw_text (TjReportDrawing *self, const char *text)
{
  g_autoptr (GArray) blocks = tj_report_text_parse (text);
  g_autoptr (GPtrArray) points = g_ptr_array_new ();

  for (guint i = 0; i < blocks->len; i++)
    {
      const TjReportBlock *block = &g_array_index (blocks, TjReportBlock, i);

      if (block->kind == TJ_REPORT_POINT)
        {
          add_point (points, block);
          continue;
        }
      end_points (self, points);
      if (block->kind == TJ_REPORT_HEADING)
        tj_sheet_heading (self->sheet, 3, block->text);
      else
        tj_sheet_paragraph (self->sheet, block->text);
    }
  end_points (self, points);
}

static void
draw_key (TjReportDrawing *self, const TjReportKeyFigure *key, double x, double width)
{
  TjSheet *sheet = self->sheet;
  g_autofree char *value = g_strconcat (key->value, " ", NULL);
  double inner = width - TJ_MM (5);

  tj_paper_begin_artifact (sheet->paper, "/Type/Layout");
  tj_paper_area (sheet->paper, x, sheet->y, width, KEY_HEIGHT, shade);
  tj_paper_end_content (sheet->paper);
  tj_paper_open (sheet->paper, "P", NULL);
  tj_paper_begin_content (sheet->paper, "P");
  tj_paper_text (sheet->paper, tj_typesetter_set (sheet->typesetter, &key_value_style, 0, value),
                 x + TJ_MM (2.5), sheet->y + TJ_MM (1.5));
  tj_paper_text (sheet->paper,
                 tj_typesetter_set (sheet->typesetter, &key_label_style, inner, key->label),
                 x + TJ_MM (2.5), sheet->y + TJ_MM (10.5));
  tj_paper_end_content (sheet->paper);
  tj_paper_close (sheet->paper);
}

static void
draw_keys (TjReportDrawing *self, const GArray *keys)
{
  double width = (self->sheet->width - (KEYS_PER_ROW - 1) * KEY_GAP) / KEYS_PER_ROW;

  if (keys->len == 0)
    return;
  tj_sheet_make_room (self->sheet, KEY_HEIGHT);
  for (guint i = 0; i < MIN (keys->len, KEYS_PER_ROW); i++)
    draw_key (self, &g_array_index (keys, TjReportKeyFigure, i),
              self->sheet->left + i * (width + KEY_GAP), width);
  self->sheet->y += KEY_HEIGHT + TJ_MM (5);
}

/* Whoever reads a draft early must not take it for the whole half-year. */
static void
draw_unfinished (TjReportDrawing *self)
{
  g_autofree char *day = tj_date_format_long (self->report->date);
  g_autofree char *text = g_strdup_printf (
      _ ("The half-year is not over. Where the report speaks of its end, the figures are those of "
         "%s."),
      day);

  tj_sheet_paragraph (self->sheet, text);
}

/* Draws the figures seen at a glance, and what the tables say in sentences. */
void
tj_report_draw_summary (TjReportDrawing *self)
{
  g_autoptr (GPtrArray) sentences = tj_report_summary_new (self->report->tables);
  g_autoptr (GArray) keys = tj_report_summary_new_key_figures (self->report->tables);

  if (self->report->is_unfinished)
    draw_unfinished (self);
  draw_keys (self, keys);
  for (guint i = 0; i < sentences->len; i++)
    tj_sheet_paragraph (self->sheet, sentences->pdata[i]);
}

static void
draw_definitions (TjReportDrawing *self)
{
  const TjReport *report = self->report;
  const TjSheetColumn columns[] = {
    { .title = _ ("Word"), .names_row = TRUE, .width = 45 },
    { .title = _ ("What is meant by it") },
  };
  TjSheetTable *table;

  if (report->n_definitions == 0)
    return;
  tj_report_section_begin (self, _ ("Definitions"));
  table = tj_sheet_table_new (self->sheet, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < report->n_definitions; i++)
    {
      const char *const cells[] = { report->definitions[i].term, report->definitions[i].text };

      tj_sheet_table_add_row (table, cells);
    }
  tj_sheet_table_end (table);
}

static void
draw_small_numbers (TjReportDrawing *self)
{
  g_autofree char *rule = g_strdup_printf (
      _ ("So that nobody can be recognised, numbers below %u are not shown. Where there is such a "
         "number the tables have two full stops (..), and so they have in as many further cells as "
         "it takes for nobody to reckon out a hidden number from sums, shares, other tables or "
         "earlier half-years. Charts and sentences keep to the same rule. A dash (–) means that "
         "there is nothing to count."),
      self->report->threshold);

  tj_report_section_begin (self, _ ("How small numbers are hidden"));
  if (self->report->threshold > 1)
    tj_sheet_paragraph (self->sheet, rule);
  else
    tj_sheet_paragraph (self->sheet, _ ("No numbers are hidden in this report, which is therefore "
                                        "not meant for publication."));
  if (self->report->threshold > 1 && !tj_report_hides_figures (self->report))
    tj_sheet_paragraph (self->sheet, _ ("This time no number had to be hidden."));
}

static void
draw_log_head (TjReportDrawing *self)
{
  if (self->report->log_head[0] == '\0')
    return;
  tj_report_section_begin (self, _ ("The register’s log"));
  tj_sheet_paragraph (
      self->sheet,
      _ ("Everything that is done in the register is logged in a chain, in which each entry seals "
         "those before it. The value below seals the log as it was when the report was made: if "
         "anything earlier is changed afterwards, the log no longer leads to it."));
  tj_sheet_note (self->sheet, self->report->log_head);
}

/* Draws how the report was made. */
void
tj_report_draw_method (TjReportDrawing *self)
{
  draw_definitions (self);
  draw_small_numbers (self);
  draw_log_head (self);
}
