/* A report as a file, and an approved one in a window of its own. Files are named by the half-year
 * alone. What is saved is logged when it is on the disk. */

#include "config.h"

#include "tj-board-files.h"

#include "tj-file-save.h"
#include "tj-sheet-job.h"
#include "tj-work.h"

#include <glib/gi18n.h>

/* What is made and saved: which report, and as what. */
typedef struct
{
  TjPage *page; /* while a dialog is up */
  TjBoardReport *report;
  gboolean is_workbook;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->page);
  tj_board_report_free (job->report);
  g_free (job);
}

static Job *
job_new (const TjBoardReport *report, gboolean is_workbook)
{
  Job *job = g_new0 (Job, 1);

  job->report = tj_board_report_copy (report);
  job->is_workbook = is_workbook;
  return job;
}

static char *
dup_file_name (const TjBoardReport *report, const char *ending)
{
  char half[TJ_HALF_YEAR_BUFFER];
  const char *draft = report->approved_on == TJ_DATE_NONE ? _ (" draft") : "";

  tj_half_year_write (report->half, half);
  return g_strdup_printf (_ ("Board report %s%s%s"), half, draft, ending);
}

static gpointer
make (TjContext *context, gpointer user_data, GError **error)
{
  Job *job = user_data;

  return job->is_workbook ? tj_board_report_service_write_workbook (context, job->report, error)
                          : tj_board_report_service_draw (context, job->report, error);
}

static void
on_saved (gboolean saved, const GError *error, gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GError) problem = NULL;

  if (error != NULL)
    tj_page_show_error (job->page, _ ("The file could not be saved"), error);
  else if (saved
           && !tj_board_report_service_note_saved (tj_page_get_context (job->page), job->report,
                                                   job->is_workbook, &problem))
    tj_page_show_error (job->page, _ ("The saving could not be logged"), problem);
  else if (saved)
    tj_page_toast (job->page,
                   job->is_workbook ? _ ("The tables are saved") : _ ("The report is saved"));
  job_free (job);
}

static void
on_made (TjPage *page, gpointer result, const GError *error, gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GBytes) bytes = result;
  g_autofree char *name = dup_file_name (job->report, job->is_workbook ? ".xlsx" : ".pdf");
  Job *next;

  if (bytes == NULL)
    {
      tj_page_show_error (page, _ ("The report could not be made"), error);
      return;
    }
  next = job_new (job->report, job->is_workbook);
  next->page = g_object_ref (page);
  tj_file_save (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                job->is_workbook ? _ ("Save Tables") : _ ("Save Report"), name, bytes, on_saved,
                next);
}

/* Makes the report, or its tables as a spreadsheet, and asks where it is to be saved. */
void
tj_board_files_save (TjPage *page, const TjBoardReport *report, gboolean is_workbook)
{
  tj_work_run (page, make, on_made, job_new (report, is_workbook), job_free);
}

static GBytes *
read_pdf (TjContext *context, gpointer user_data, GError **error)
{
  Job *job = user_data;

  if (!tj_board_report_service_note_saved (context, job->report, FALSE, error))
    return NULL;
  return tj_board_report_service_draw (context, job->report, error);
}

/* Shows a report in a window, from where it is printed and saved: that is why it is logged. */
void
tj_board_files_show (TjPage *page, const TjBoardReport *report)
{
  g_autofree char *name = dup_file_name (report, ".pdf");

  tj_sheet_job_show (page, _ ("Board Report"), name, read_pdf, job_new (report, FALSE), job_free);
}
