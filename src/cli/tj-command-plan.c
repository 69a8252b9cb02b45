/* `tjugo plan`: a version of a youth's individual planning as PDF, to read together and to sign. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-cli-json.h"
#include "tj-cli-youth.h"
#include "tj-paper-file.h"
#include "tj-sheet-service.h"
#include "tj-youth-repository.h"

static char *person, *output;
static int version;

static const GOptionEntry options[] = {
  { "person", 0, 0, G_OPTION_ARG_STRING, &person, N_ ("Whose plan"), "PNR" },
  { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write (.pdf)"), "FILE" },
  { "version", 0, 0, G_OPTION_ARG_INT, &version, N_ ("Which version (default: the latest)"), "N" },
  { NULL },
};

static gboolean
write_plan (TjCli *cli, TjYouth *youth, GError **error)
{
  g_autoptr (GBytes) pdf
      = tj_sheet_service_plan (cli->context, tj_entity_get_id (youth), (guint)version, error);

  return pdf != NULL && tj_paper_save (pdf, output, error);
}

static TjExit
run (TjCli *cli, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (TjYouth) youth = NULL;
  gint64 id;

  if (cli->arguments != NULL || person == NULL || output == NULL)
    return tj_cli_usage_error (error, _ ("Give --person PNR and --output FILE."));
  if (!g_str_has_suffix (output, ".pdf"))
    return tj_cli_usage_error (error, _ ("The file's name is to end in .pdf."));
  if (version < 0)
    return tj_cli_usage_error (error, _ ("--version takes 1 or more."));
  id = tj_cli_find_youth (cli, person, error);
  if (id == 0 || (youth = tj_youths_load (tj_context_get_store (cli->context), id, error)) == NULL
      || !write_plan (cli, youth, error))
    return TJ_EXIT_FAILED;
  json_builder_begin_object (builder);
  tj_json_add_identity (builder, id, tj_youth_get_personal_number (youth),
                        (TjProtection)tj_youth_get_protection (youth));
  tj_json_add_string (builder, "output", output);
  json_builder_end_object (builder);
  return tj_cli_print (cli, builder, error);
}

const TjCommand tj_command_plan = {
  .name = "plan",
  .usage = "--person PNR --output FILE.pdf",
  .summary = N_ ("Write a youth's individual planning to a file"),
  .needs_register = TRUE,
  .options = options,
  .run = run,
};
