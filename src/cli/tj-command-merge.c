/* `tjugo merge`: makes two rows of one person one. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-case-number.h"
#include "tj-cli-json.h"
#include "tj-merge-service.h"

static TjExit
run (TjCli *cli, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *case_number = NULL;
  gint64 kept, other;

  if (cli->arguments == NULL || g_strv_length (cli->arguments) != 2)
    return tj_cli_usage_error (error, _ ("Give two personal numbers: first the one to keep."));
  kept = tj_cli_find_youth (cli, cli->arguments[0], error);
  other = kept != 0 ? tj_cli_find_youth (cli, cli->arguments[1], error) : 0;
  if (other == 0 || !tj_merge_service_merge (cli->context, kept, other, error))
    return TJ_EXIT_FAILED;
  case_number = tj_case_number_format (kept);
  json_builder_begin_object (builder);
  tj_json_add_string (builder, "case_number", case_number);
  json_builder_end_object (builder);
  return tj_cli_print (cli, builder, error);
}

const TjCommand tj_command_merge = {
  .name = "merge",
  .usage = "PNR OTHER-PNR",
  .summary = N_ ("Make two rows of one youth one"),
  .needs_register = TRUE,
  .run = run,
};
