/* `tjugo extract`: all that is held about one person, for that person. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-cli-json.h"
#include "tj-extract-service.h"
#include "tj-paper-file.h"
#include "tj-sheet-service.h"

static char *person, *output;

static const GOptionEntry options[] = {
  { "person", 0, 0, G_OPTION_ARG_STRING, &person, N_ ("Whose data"), "PNR" },
  { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write (.json or .pdf)"),
    "FILE" },
  { NULL },
};

static gboolean
write_extract (TjCli *cli, gint64 youth_id, GError **error)
{
  g_autoptr (GBytes) pdf = NULL;

  if (g_str_has_suffix (output, ".json"))
    return tj_extract_service_save (cli->context, youth_id, output, error);
  pdf = tj_sheet_service_extract (cli->context, youth_id, error);
  return pdf != NULL && tj_paper_save (pdf, output, error);
}

static TjExit
run (TjCli *cli, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gint64 youth_id;

  if (cli->arguments != NULL || person == NULL || output == NULL)
    return tj_cli_usage_error (error, _ ("Give --person PNR and --output FILE."));
  if (!g_str_has_suffix (output, ".json") && !g_str_has_suffix (output, ".pdf"))
    return tj_cli_usage_error (error, _ ("The file's name is to end in .json or .pdf."));
  youth_id = tj_cli_find_youth (cli, person, error);
  if (youth_id == 0 || !write_extract (cli, youth_id, error))
    return TJ_EXIT_FAILED;
  json_builder_begin_object (builder);
  tj_json_add_string (builder, "output", output);
  json_builder_end_object (builder);
  return tj_cli_print (cli, builder, error);
}

const TjCommand tj_command_extract = {
  .name = "extract",
  .usage = "--person PNR --output FILE",
  .summary = N_ ("Write all that is held about one person to a file"),
  .needs_register = TRUE,
  .options = options,
  .run = run,
};
