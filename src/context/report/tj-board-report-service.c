/* Drafts, approval and what was approved. A draft has texts only; its figures are the register's
 * as it stands. An approved report is given back byte for byte, whatever becomes of the register. */

#include "config.h"

#include "tj-board-report-service.h"

#include <glib/gi18n-lib.h>

#include "tj-audit.h"
#include "tj-board-report-json.h"
#include "tj-board-report-workbook.h"
#include "tj-report-paper.h"
#include "tj-report-service.h"
#include "tj-setting-keys.h"

/**
 * tj_board_report_service_list: all reports (TjBoardReport) by half-year and version. Returns a new
 * array, or NULL with `error` set.
 */
GPtrArray *
tj_board_report_service_list (TjContext *context, GError **error)
{
  return tj_board_reports_list (tj_context_get_store (context), error);
}

static char *
dup_usual_decision (TjContext *context)
{
  g_autofree char *board = tj_context_dup_setting (context, TJ_SETTING_REPORT_BOARD, NULL);

  return g_strdup_printf (_ ("%s receives the report and places it on file."),
                          board != NULL && board[0] != '\0' ? board : _ ("The board"));
}

/* What is the same from half-year to half-year is taken over from the report before; the analysis
 * is not, unless it is a new version of the same half-year. */
static void
take_over (TjBoardReport *draft, const TjBoardReport *before)
{
  g_free (draft->organisation);
  draft->organisation = g_strdup (before->organisation);
  if (tj_half_year_compare (before->half, draft->half) != 0)
    return;
  draft->version = before->version + 1;
  g_free (draft->analysis);
  draft->analysis = g_strdup (before->analysis);
  g_free (draft->decision);
  draft->decision = g_strdup (before->decision);
}

static TjBoardReport *
find_draft (GPtrArray *reports, TjHalfYear half)
{
  for (guint i = 0; i < reports->len; i++)
    {
      TjBoardReport *report = reports->pdata[i];

      if (tj_half_year_compare (report->half, half) == 0 && report->approved_on == TJ_DATE_NONE)
        return g_ptr_array_steal_index (reports, i);
    }
  return NULL;
}

static TjBoardReport *
new_draft (TjContext *context, GPtrArray *reports, TjHalfYear half)
{
  TjBoardReport *draft = tj_board_report_new (half);

  g_free (draft->decision);
  draft->decision = dup_usual_decision (context);
  for (guint i = 0; i < reports->len; i++)
    if (tj_half_year_compare (((TjBoardReport *)reports->pdata[i])->half, half) <= 0)
      take_over (draft, reports->pdata[i]);
  return draft;
}

/**
 * tj_board_report_service_open: the draft of a half-year, begun if there is none: then it is not in
 * the register before it is saved. Once a report is approved its draft is the next version. Returns
 * a new report, or NULL with `error` set.
 */
TjBoardReport *
tj_board_report_service_open (TjContext *context, TjHalfYear half, GError **error)
{
  g_autoptr (GPtrArray) reports = tj_board_report_service_list (context, error);
  TjBoardReport *draft;
  guint threshold;

  if (reports == NULL || !tj_report_service_get_threshold (context, &threshold, error))
    return NULL;
  draft = find_draft (reports, half);
  if (draft == NULL)
    draft = new_draft (context, reports, half);
  draft->threshold = threshold;
  return draft;
}

/**
 * tj_board_report_service_find: a half-year's report as it stands: its draft, what was approved
 * last, or a draft that is begun. Returns a new report, or NULL with `error` set.
 */
TjBoardReport *
tj_board_report_service_find (TjContext *context, TjHalfYear half, GError **error)
{
  g_autoptr (GPtrArray) reports = tj_board_report_service_list (context, error);

  if (reports == NULL)
    return NULL;
  for (guint i = reports->len; i-- > 0;)
    if (tj_half_year_compare (((TjBoardReport *)reports->pdata[i])->half, half) == 0)
      {
        const TjBoardReport *latest = reports->pdata[i];

        if (latest->approved_on != TJ_DATE_NONE)
          return g_ptr_array_steal_index (reports, i);
        break;
      }
  return tj_board_report_service_open (context, half, error);
}

/**
 * tj_board_report_service_save: keeps a draft's texts; can be undone. Returns FALSE with `error` set.
 */
gboolean
tj_board_report_service_save (TjContext *context, TjBoardReport *report, GError **error)
{
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (context), "write-board-report", error);

  return change != NULL && tj_board_reports_save (change, report, error)
         && tj_change_commit (change, error);
}

static gint64
instant_of (TjContext *context)
{
  return tj_date_noon (tj_context_get_today (context));
}

/**
 * tj_board_report_service_draw: the report as PDF: an approved one as it was approved, a draft with
 * the figures of the register as it stands. Returns the bytes, or NULL with `error` set.
 */
GBytes *
tj_board_report_service_draw (TjContext *context, const TjBoardReport *report, GError **error)
{
  g_autoptr (TjBoardReportContents) contents = NULL;

  if (report->approved_on != TJ_DATE_NONE)
    return tj_board_reports_dup_pdf (tj_context_get_store (context), report->id, error);
  contents = tj_board_report_contents_load (context, report, TJ_DATE_NONE, error);
  return contents != NULL ? tj_report_paper_draw (&contents->report, instant_of (context), error)
                          : NULL;
}

/**
 * tj_board_report_service_write_workbook: the tables as .xlsx, as for
 * tj_board_report_service_draw(). Returns the bytes, or NULL with `error` set.
 */
GBytes *
tj_board_report_service_write_workbook (TjContext *context,
                                        const TjBoardReport *report,
                                        GError **error)
{
  g_autoptr (TjBoardReportContents) contents = NULL;

  if (report->approved_on != TJ_DATE_NONE)
    return tj_board_reports_dup_workbook (tj_context_get_store (context), report->id, error);
  contents = tj_board_report_contents_load (context, report, TJ_DATE_NONE, error);
  return contents != NULL ? tj_board_report_workbook_write (&contents->report, error) : NULL;
}

/**
 * tj_board_report_service_note_saved: notes in the log that a report has left the register as a
 * file, or its tables as a spreadsheet. Returns FALSE with `error` set.
 */
gboolean
tj_board_report_service_note_saved (TjContext *context,
                                    const TjBoardReport *report,
                                    gboolean is_workbook,
                                    GError **error)
{
  char half[TJ_HALF_YEAR_BUFFER];
  g_autofree char *details
      = g_strdup_printf ("half=%s version=%u%s", tj_half_year_write (report->half, half),
                         report->version, report->approved_on == TJ_DATE_NONE ? " draft" : "");

  return tj_audit_log (tj_context_get_store (context),
                       is_workbook ? "export-board-report" : "print-board-report", 0, details,
                       error);
}

static gboolean
check_half_is_over (TjContext *context, const TjBoardReport *report, GError **error)
{
  if (tj_half_year_last_day (report->half) < tj_context_get_today (context))
    return TRUE;
  return tj_context_refuse (error, _ ("The half-year is not over yet, so its figures can still "
                                      "change. The report can be approved when it is."));
}

static gboolean
write_approved (TjContext *context,
                TjBoardReport *report,
                const TjBoardReportFiles *files,
                GError **error)
{
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (context), "approve-board-report", error);

  return change != NULL && tj_board_reports_save (change, report, error)
         && tj_board_reports_approve (change, report, tj_context_get_today (context), files, error)
         && tj_change_commit (change, error);
}

/**
 * tj_board_report_service_approve: sets a draft as it stands and keeps it for good: texts, tables,
 * PDF and spreadsheet. Returns FALSE with `error` set.
 */
gboolean
tj_board_report_service_approve (TjContext *context, TjBoardReport *report, GError **error)
{
  g_autoptr (TjBoardReportContents) contents = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) workbook = NULL;
  g_autofree char *tables = NULL;

  if (!check_half_is_over (context, report, error))
    return FALSE;
  contents = tj_board_report_contents_load (context, report, tj_context_get_today (context), error);
  if (contents == NULL)
    return FALSE;
  pdf = tj_report_paper_draw (&contents->report, instant_of (context), error);
  workbook = pdf != NULL ? tj_board_report_workbook_write (&contents->report, error) : NULL;
  if (workbook == NULL)
    return FALSE;
  tables = tj_board_report_tables_to_json (contents->report.tables);
  return write_approved (context, report, &(TjBoardReportFiles){ tables, pdf, workbook }, error);
}
