/* `tjugo sheet`: the papers the team takes along to its meetings and to the doors. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-cli-json.h"
#include "tj-paper-file.h"
#include "tj-sheet-service.h"

static char *output;

static const GOptionEntry options[] = {
  { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write (.pdf)"), "FILE" },
  { NULL },
};

static const struct
{
  const char *name;
  TjTeamSheetKind kind;
} sheets[] = {
  { "team", TJ_TEAM_SHEET_MEETING },
  { "extended", TJ_TEAM_SHEET_EXTENDED },
  { "home-visits", TJ_TEAM_SHEET_HOME_VISIT },
};

static TjExit
write_sheet (TjCli *cli, TjTeamSheetKind kind, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GBytes) pdf = tj_sheet_service_team (cli->context, kind, error);

  if (pdf == NULL || !tj_paper_save (pdf, output, error))
    return TJ_EXIT_FAILED;
  json_builder_begin_object (builder);
  tj_json_add_string (builder, "output", output);
  json_builder_end_object (builder);
  return tj_cli_print (cli, builder, error);
}

static TjExit
run (TjCli *cli, GError **error)
{
  if (output == NULL || !g_str_has_suffix (output, ".pdf"))
    return tj_cli_usage_error (error, _ ("Give the file with --output FILE.pdf."));
  if (cli->arguments != NULL && cli->arguments[1] == NULL)
    for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
      if (g_str_equal (sheets[i].name, cli->arguments[0]))
        return write_sheet (cli, sheets[i].kind, error);
  return tj_cli_usage_error (error, _ ("sheet takes one of: team, extended, home-visits."));
}

const TjCommand tj_command_sheet = {
  .name = "sheet",
  .usage = "team|extended|home-visits --output FILE",
  .summary = N_ ("Write a paper for the team"),
  .needs_register = TRUE,
  .options = options,
  .run = run,
};
