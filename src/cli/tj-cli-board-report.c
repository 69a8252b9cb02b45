/* What `tjugo report` does beside counting: takes in the coordinator's analysis, approves the report,
 * and writes it as a file. An approved half-year gives what was approved. */

#include "config.h"

#include "tj-cli-board-report.h"

#include <glib/gi18n-lib.h>

#include "tj-board-report-service.h"
#include "tj-cli-json.h"
#include "tj-paper-file.h"

/**
 * tj_cli_board_report_is_asked: whether anything but figures is asked for.
 */
gboolean
tj_cli_board_report_is_asked (const TjCliBoardReport *self)
{
  return self->analysis != NULL || self->output != NULL || self->approve;
}

static gboolean
take_analysis (TjCli *cli, const char *path, TjBoardReport *report, GError **error)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  if (!g_utf8_validate (text, -1, NULL))
    return tj_context_refuse (error, _ ("The file with the analysis is not UTF-8 text."));
  g_free (report->analysis);
  report->analysis = g_strdup (g_strstrip (text));
  return tj_board_report_service_save (cli->context, report, error);
}

static gboolean
write_output (TjCli *cli, const TjBoardReport *report, const char *path, GError **error)
{
  gboolean is_workbook = g_str_has_suffix (path, ".xlsx");
  g_autoptr (GBytes) bytes
      = is_workbook ? tj_board_report_service_write_workbook (cli->context, report, error)
                    : tj_board_report_service_draw (cli->context, report, error);

  return bytes != NULL && tj_paper_save (bytes, path, error)
         && tj_board_report_service_note_saved (cli->context, report, is_workbook, error);
}

static TjExit
print (TjCli *cli, const TjBoardReport *report, const char *path, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  char half[TJ_HALF_YEAR_BUFFER];

  json_builder_begin_object (builder);
  tj_json_add_string (builder, "half", tj_half_year_write (report->half, half));
  tj_json_add_int (builder, "version", report->version);
  tj_json_add_boolean (builder, "approved", report->approved_on != TJ_DATE_NONE);
  tj_json_add_date (builder, "approved_on", report->approved_on);
  tj_json_add_string (builder, "sha256", report->digest[0] != '\0' ? report->digest : NULL);
  tj_json_add_int (builder, "threshold", report->threshold);
  tj_json_add_string (builder, "output", path);
  json_builder_end_object (builder);
  return tj_cli_print (cli, builder, error);
}

/**
 * tj_cli_board_report_run: does what is asked, in the order text, approval, file. A new text of an
 * approved half-year begins a new version. Returns what the command ends with.
 */
TjExit
tj_cli_board_report_run (TjCli *cli, const TjCliBoardReport *self, GError **error)
{
  gboolean writes = self->analysis != NULL || self->approve;
  g_autoptr (TjBoardReport) report
      = writes ? tj_board_report_service_open (cli->context, self->half, error)
               : tj_board_report_service_find (cli->context, self->half, error);

  if (self->output != NULL && !g_str_has_suffix (self->output, ".pdf")
      && !g_str_has_suffix (self->output, ".xlsx"))
    return tj_cli_usage_error (error, _ ("The file's name is to end in .pdf or .xlsx."));
  if (report == NULL
      || (self->analysis != NULL && !take_analysis (cli, self->analysis, report, error))
      || (self->approve && !tj_board_report_service_approve (cli->context, report, error))
      || (self->output != NULL && !write_output (cli, report, self->output, error)))
    return TJ_EXIT_FAILED;
  return print (cli, report, self->output, error);
}
