/* `tjugo report`: the figures of a half-year, as they may be shown to others. */

#include "config.h"

#include "tj-cli-report.h"

#include <glib/gi18n-lib.h>

#include "tj-cli-board-report.h"
#include "tj-report-service.h"

static char *half_text, *output, *analysis;
static gboolean approve;
static int threshold = -1;

static const GOptionEntry options[] = {
  { "half", 0, 0, G_OPTION_ARG_STRING, &half_text, N_ ("The half-year"), "YYYYH1|YYYYH2" },
  { "threshold", 0, 0, G_OPTION_ARG_INT, &threshold,
    N_ ("The least number of youths to show; 0 shows all"), "N" },
  { "output", 0, 0, G_OPTION_ARG_FILENAME, &output,
    N_ ("Write the report (.pdf) or its tables (.xlsx)"), "FILE" },
  { "analysis", 0, 0, G_OPTION_ARG_FILENAME, &analysis,
    N_ ("Take in the coordinator’s analysis, UTF-8 text"), "FILE" },
  { "approve", 0, 0, G_OPTION_ARG_NONE, &approve, N_ ("Approve the report and keep it for good"),
    NULL },
  { NULL },
};

static TjExit
run (TjCli *cli, GError **error)
{
  g_autoptr (TjStatistics) statistics = NULL;
  guint least = (guint)MAX (threshold, 0);
  TjCliBoardReport asked = { .analysis = analysis, .output = output, .approve = approve };
  TjHalfYear half;

  if (cli->arguments != NULL || !tj_half_year_parse (half_text, &half))
    return tj_cli_usage_error (error, _ ("Give the half-year with --half, as 2026H2."));
  asked.half = half;
  if (tj_cli_board_report_is_asked (&asked) && threshold >= 0)
    return tj_cli_usage_error (error, _ ("A report for the board is written with the municipality’s"
                                         " own threshold: leave --threshold out."));
  if (tj_cli_board_report_is_asked (&asked))
    return tj_cli_board_report_run (cli, &asked, error);
  if (threshold > TJ_REPORT_THRESHOLD_MAX)
    return tj_cli_usage_error (error, _ ("The threshold is at most 100."));
  if (threshold < 0 && !tj_report_service_get_threshold (cli->context, &least, error))
    return TJ_EXIT_FAILED;
  statistics
      = tj_report_service_compute (cli->context, tj_report_service_half (half), least, error);
  return statistics != NULL ? tj_cli_print_statistics (cli, statistics, error) : TJ_EXIT_FAILED;
}

const TjCommand tj_command_report = {
  .name = "report",
  .usage = "--half YYYYH1|YYYYH2 [--threshold N | --output FILE] [--analysis FILE] [--approve]",
  .summary = N_ ("Count a half-year for the board"),
  .needs_register = TRUE,
  .options = options,
  .run = run,
};
