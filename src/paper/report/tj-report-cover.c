/* The report's first page and its contents. The contents are a TOC whose items are links (ISO
 * 14289-1, 7.18.5); the number of a page stands where it can be read down a column. */

#include "config.h"

#include "tj-report-private.h"

#include <glib/gi18n-lib.h>

#define BAND_HEIGHT TJ_MM (6)
#define COVER_TOP TJ_MM (34)
#define TITLE_TOP TJ_MM (92)
#define FACTS_TOP TJ_MM (205)
#define NUMBER_WIDTH TJ_MM (8)
#define PAGE_WIDTH TJ_MM (14)
#define ENTRY_GAP 5
#define HAIRLINE 0.4

static const TjColour deep = TJ_SHEET_DEEP;
static const TjColour hair = TJ_SHEET_HAIR;
static const TjTextStyle sender_style = { TJ_SHEET_FAMILY, TRUE, 13, 18, TJ_SHEET_INK };
static const TjTextStyle board_style = { TJ_SHEET_FAMILY, FALSE, 11, 16, TJ_SHEET_GREY };
static const TjTextStyle period_style = { TJ_SHEET_FAMILY, FALSE, 16, 23, TJ_SHEET_INK };
static const TjTextStyle contents_style = { TJ_SHEET_FAMILY, FALSE, 11, 17, TJ_SHEET_INK };

static void
draw_line (TjReportDrawing *self, const TjTextStyle *style, const char *text)
{
  if (text[0] != '\0')
    tj_sheet_flow (self->sheet, "P", style, 0, text);
}

static void
draw_band (TjSheet *sheet)
{
  tj_paper_begin_artifact (sheet->paper, "/Type/Layout");
  tj_paper_area (sheet->paper, 0, 0, BAND_HEIGHT, sheet->page_height, deep);
  tj_paper_line (sheet->paper, sheet->left, FACTS_TOP - TJ_MM (6), sheet->left + sheet->width,
                 FACTS_TOP - TJ_MM (6), HAIRLINE, hair);
  tj_paper_end_content (sheet->paper);
}

static void
draw_span (TjReportDrawing *self)
{
  g_autofree char *from = tj_date_format_long (self->report->from);
  g_autofree char *to = tj_date_format_long (self->report->to);
  /* Translators: from one day to another. */
  g_autofree char *span = g_strdup_printf (_ ("%s to %s"), from, to);

  draw_line (self, &board_style, span);
}

static char *
dup_state (const TjReport *report)
{
  g_autofree char *day = NULL;

  if (report->approved_on == TJ_DATE_NONE)
    return g_strdup (_ ("Draft, not approved"));
  day = tj_date_format_long (report->approved_on);
  return g_strdup_printf (_ ("Approved on %s"), day);
}

static void
draw_cover_facts (TjReportDrawing *self)
{
  const TjReport *report = self->report;
  g_autofree char *made = tj_date_format_long (report->date);
  g_autofree char *state = dup_state (report);
  const TjSheetFact facts[] = {
    { _ ("State"), state },
    { _ ("Figures as of"), made },
    { _ ("Coordinator"), report->coordinator },
    { _ ("Contact"), report->contact },
  };

  self->sheet->y = FACTS_TOP;
  tj_sheet_facts (self->sheet, facts, G_N_ELEMENTS (facts), 2);
  if (report->replaces_from != TJ_DATE_NONE)
    {
      g_autofree char *day = tj_date_format_long (report->replaces_from);
      g_autofree char *note
          = g_strdup_printf (_ ("This report replaces the one that was approved on %s."), day);

      tj_sheet_note (self->sheet, note);
    }
}

/* Draws the first page; what follows begins a page of its own. */
void
tj_report_cover_draw (TjReportDrawing *self)
{
  TjSheet *sheet = self->sheet;

  draw_band (sheet);
  sheet->y = COVER_TOP;
  draw_line (self, &sender_style, self->report->municipality);
  draw_line (self, &board_style, self->report->board);
  sheet->y = TITLE_TOP;
  tj_sheet_flow (sheet, "H1", &sheet->look->title, 0,
                 _ ("Report on the municipality’s responsibility for activities"));
  sheet->y += TJ_MM (4);
  draw_line (self, &period_style, self->report->period);
  draw_span (self);
  draw_cover_facts (self);
  tj_sheet_next_page (sheet);
}

static const TjSetText *
set (TjReportDrawing *self, double width, const char *text)
{
  return tj_typesetter_set (self->sheet->typesetter, &contents_style, width, text);
}

/* The words of an entry, then its page to the right: one content, as they are read together. */
static void
draw_entry_words (TjReportDrawing *self, guint number, const TjReportEntry *entry, double height)
{
  TjSheet *sheet = self->sheet;
  double right = sheet->left + sheet->width;
  g_autofree char *number_text = g_strdup_printf ("%u ", number);
  g_autofree char *title = g_strconcat (entry->title, " ", NULL);
  g_autofree char *page = g_strdup_printf ("%u", entry->page);
  const TjSetText *page_text = set (self, 0, page);

  tj_paper_begin_content (sheet->paper, "Link");
  tj_paper_text (sheet->paper, set (self, 0, number_text), sheet->left, sheet->y);
  tj_paper_text (sheet->paper, set (self, sheet->width - NUMBER_WIDTH - PAGE_WIDTH, title),
                 sheet->left + NUMBER_WIDTH, sheet->y);
  tj_paper_text (sheet->paper, page_text, right - page_text->width,
                 sheet->y + height - page_text->height);
  tj_paper_end_content (sheet->paper);
}

static guint
draw_entry (TjReportDrawing *self, guint number, const TjReportEntry *entry)
{
  TjSheet *sheet = self->sheet;
  double height = set (self, sheet->width - NUMBER_WIDTH - PAGE_WIDTH, entry->title)->height;
  g_autofree char *description = g_strdup_printf (_ ("To %s, page %u"), entry->title, entry->page);
  guint link;

  tj_paper_open (sheet->paper, "TOCI", NULL);
  tj_paper_open (sheet->paper, "Reference", NULL);
  tj_paper_open (sheet->paper, "Link", NULL);
  draw_entry_words (self, number, entry, height);
  link = tj_paper_link (sheet->paper, sheet->left, sheet->y, sheet->width, height, description);
  for (guint i = 0; i < 3; i++)
    tj_paper_close (sheet->paper);
  sheet->y += height + ENTRY_GAP / 2.0;
  tj_paper_begin_artifact (sheet->paper, "/Type/Layout");
  tj_paper_line (sheet->paper, sheet->left, sheet->y, sheet->left + sheet->width, sheet->y,
                 HAIRLINE, hair);
  tj_paper_end_content (sheet->paper);
  sheet->y += ENTRY_GAP / 2.0;
  return link;
}

/* Draws the contents, which the first drawing does not know yet and leaves a page for. */
void
tj_report_contents_draw (TjReportDrawing *self)
{
  TjSheet *sheet = self->sheet;

  tj_paper_bookmark_at (sheet->paper, _ ("Contents"), 0, 0);
  tj_sheet_flow (sheet, "H2", &sheet->look->headings[0], 0, _ ("Contents"));
  sheet->y += TJ_MM (4);
  if (self->before != NULL)
    {
      tj_paper_open (sheet->paper, "TOC", NULL);
      for (guint i = 0; i < self->before->len; i++)
        {
          TjReportEntry *entry = &g_array_index (self->before, TjReportEntry, i);

          entry->link = draw_entry (self, i + 1, entry);
        }
      tj_paper_close (sheet->paper);
    }
  tj_sheet_next_page (sheet);
}
