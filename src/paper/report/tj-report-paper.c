/* The report from cover to log head, in the order in which a board reads it: what to decide first,
 * what the duty is, figures, what they mean, and at the end how they were made.
 *
 * It is drawn twice. The first drawing tells on which page each section begins, the second one
 * says so in the contents; both are equally long, as page numbers have room of their own. */

#include "config.h"

#include "tj-report-paper.h"

#include "tj-report-private.h"

#include <glib/gi18n-lib.h>

static void
clear_entry (gpointer data)
{
  TjReportEntry *entry = data;

  g_free (entry->title);
}

static GArray *
new_entries (void)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (TjReportEntry));

  g_array_set_clear_func (entries, clear_entry);
  return entries;
}

static void
draw_decision (TjReportDrawing *self)
{
  const TjReport *report = self->report;

  if (report->decision[0] == '\0')
    return;
  tj_sheet_heading (self->sheet, 3, _ ("Proposed decision"));
  tj_report_draw_text (self, report->decision);
}

static void
draw_duty (TjReportDrawing *self)
{
  const char *const conditions[] = {
    _ ("has not turned 20,"),
    _ ("has fulfilled compulsory schooling, or came to the country when no longer subject to it,"),
    _ ("does not attend upper-secondary school, adapted upper-secondary school or the like,"),
    _ ("and has neither an upper-secondary diploma nor another completed education like it."),
    NULL,
  };

  tj_report_section_begin (self, _ ("The duty"));
  tj_sheet_paragraph (
      self->sheet,
      _ ("The Education Act (2010:800), chapter 29, section 9, makes each municipality "
         "responsible, "
         "all the year round, for knowing what the young people registered in it do when they are "
         "not in upper-secondary school, and for offering them suitable individual measures. A "
         "measure is first of all to motivate them to begin or resume an education."));
  tj_sheet_paragraph (self->sheet, _ ("The responsibility is for everyone who"));
  tj_sheet_points (self->sheet, conditions);
  tj_sheet_paragraph (
      self->sheet,
      _ ("The municipality documents its measures and keeps a register of those it is responsible "
         "for (regulation 2006:39). Twice a year it reports to Statistics Sweden. Those who take "
         "an introductory programme, or study at upper-secondary level in adult education or at a "
         "folk high school, are not part of the group; those who left school with a study "
         "certificate instead of a diploma are."));
}

static void
draw_organisation (TjReportDrawing *self)
{
  if (self->report->organisation[0] == '\0')
    return;
  tj_report_section_begin (self, _ ("Organisation"));
  tj_report_draw_text (self, self->report->organisation);
}

static void
draw_figures (TjReportDrawing *self)
{
  for (guint i = 0; tj_report_sections[i] != NULL; i++)
    tj_report_draw_tables (self, tj_report_sections[i]);
}

static void
draw_analysis (TjReportDrawing *self)
{
  if (self->report->analysis[0] == '\0')
    return;
  tj_report_section_begin (self, _ ("The coordinator’s analysis"));
  tj_report_draw_text (self, self->report->analysis);
}

static GBytes *
draw (const TjReport *report,
      const TjSheetHead *head,
      const GArray *before,
      GArray *entries,
      GError **error)
{
  g_autoptr (TjSheet) sheet = tj_sheet_new (head);
  TjReportDrawing self = { .report = report, .sheet = sheet, .before = before, .entries = entries };

  tj_report_cover_draw (&self);
  tj_report_contents_draw (&self);
  tj_report_section_begin (&self, _ ("Summary and proposed decision"));
  tj_report_draw_summary (&self);
  draw_decision (&self);
  draw_duty (&self);
  draw_organisation (&self);
  draw_figures (&self);
  draw_analysis (&self);
  tj_report_draw_method (&self);
  return tj_sheet_finish (sheet, error);
}

/**
 * tj_report_paper_draw:
 * @report: what to set; borrowed for the call
 * @created: seconds of UTC since 1970
 * @error: %TJ_PAPER_ERROR_RENDER if a font could not be embedded
 *
 * The same report gives the same bytes. A draft says so on each page.
 *
 * Returns: (transfer full) (nullable): the finished PDF
 */
GBytes *
tj_report_paper_draw (const TjReport *report, gint64 created, GError **error)
{
  g_autofree char *title = tj_report_dup_title (report);
  g_autoptr (GArray) first = new_entries ();
  g_autoptr (GArray) second = new_entries ();
  g_autoptr (GBytes) measured = NULL;
  const TjSheetHead head = {
    .title = title,
    .handling = report->municipality,
    .date = report->approved_on != TJ_DATE_NONE ? report->approved_on : report->date,
    .demo = report->demo,
    .draft = report->approved_on == TJ_DATE_NONE,
    .kind = TJ_SHEET_REPORT,
    .created = created,
  };

  measured = draw (report, &head, NULL, first, error);
  if (measured == NULL)
    return NULL;
  return draw (report, &head, first, second, error);
}
