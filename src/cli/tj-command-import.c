/* `tjugo import`: takes a list into the register, or says what it would do. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-cli-json.h"
#include "tj-import-session.h"

static gboolean dry_run;
static char *mapping;
static char *sheet;

static const GOptionEntry options[] = {
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Only say what would happen"), NULL },
  { "mapping", 0, 0, G_OPTION_ARG_STRING, &mapping, N_ ("Read the columns by this saved mapping"),
    "NAME" },
  { "sheet", 0, 0, G_OPTION_ARG_STRING, &sheet, N_ ("Read this sheet of a workbook"), "NAME" },
  { NULL },
};

static gboolean
check_arguments (TjCli *cli, GError **error)
{
  const char *const *sources = tj_import_list_sources ();
  g_autofree char *words = g_strjoinv (", ", (char **)sources);
  g_autofree char *message
      = g_strdup_printf (_ ("Give a source and a file. There are these sources: %s."), words);

  if (cli->arguments != NULL && g_strv_length (cli->arguments) == 2
      && g_strv_contains (sources, cli->arguments[0]))
    return TRUE;
  tj_cli_usage_error (error, message);
  return FALSE;
}

static void
add_issues (JsonBuilder *builder, const char *key, const TjImportIssue *issues, guint n)
{
  tj_json_begin_list (builder, key);
  for (guint i = 0; i < n; i++)
    {
      json_builder_begin_object (builder);
      tj_json_add_int (builder, "row", issues[i].row);
      tj_json_add_string (builder, "column", issues[i].column);
      tj_json_add_string (builder, "reason", issues[i].reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static TjExit
print_report (TjCli *cli, TjImportReport *report, GError **error)
{
  static const TjImportResult counted[]
      = { TJ_IMPORT_NEW, TJ_IMPORT_CHANGED, TJ_IMPORT_UNCHANGED, TJ_IMPORT_GONE };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n_rejected, n_warnings;
  const TjImportIssue *rejected = tj_import_report_get_rejected (report, &n_rejected);
  const TjImportIssue *warnings = tj_import_report_get_warnings (report, &n_warnings);

  json_builder_begin_object (builder);
  if (tj_import_report_get_run_id (report) != 0)
    tj_json_add_int (builder, "run", tj_import_report_get_run_id (report));
  tj_json_add_int (builder, "rows", tj_import_report_get_n_rows (report));
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    tj_json_add_int (builder, tj_import_result_word (counted[i]),
                     tj_import_report_get_count (report, counted[i]));
  add_issues (builder, "rejected", rejected, n_rejected);
  add_issues (builder, "warnings", warnings, n_warnings);
  json_builder_end_object (builder);
  return tj_cli_print (cli, builder, error);
}

/* The list with its columns by the mapping that was asked for, or by the one remembered for these
 * headings. */
static gboolean
read_list (TjCli *cli, TjImportSession *session, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (cli->arguments[1]);

  if (!tj_import_session_load (session, file, NULL, error)
      || !tj_import_session_open_sheet (session, sheet, NULL, error))
    return FALSE;
  tj_import_session_set_source (session, cli->arguments[0]);
  return mapping != NULL ? tj_import_session_use_mapping (session, mapping, error)
                         : tj_import_session_recall (session, error);
}

static TjExit
run (TjCli *cli, GError **error)
{
  g_autoptr (TjImportSession) session = NULL;

  if (!check_arguments (cli, error))
    return TJ_EXIT_USAGE;
  session = tj_import_session_new (cli->context);
  if (!read_list (cli, session, error) || !tj_import_session_run (session, dry_run, NULL, error))
    return TJ_EXIT_FAILED;
  return print_report (cli, tj_import_session_get_report (session), error);
}

const TjCommand tj_command_import = {
  .name = "import",
  .usage = "SOURCE FILE",
  .summary = N_ ("Take a list into the register"),
  .needs_register = TRUE,
  .options = options,
  .run = run,
};
