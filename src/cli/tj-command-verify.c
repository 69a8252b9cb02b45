/* `tjugo verify`: reads the whole register and its log and says whether both are whole. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-cli-json.h"

static TjExit
run (TjCli *cli, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (cli->arguments != NULL)
    return tj_cli_usage_error (error, _ ("verify takes no arguments."));
  if (!tj_context_verify (cli->context, error))
    return TJ_EXIT_FAILED;
  json_builder_begin_object (builder);
  tj_json_add_boolean (builder, "verified", TRUE);
  json_builder_end_object (builder);
  return tj_cli_print (cli, builder, error);
}

const TjCommand tj_command_verify = {
  .name = "verify",
  .usage = "",
  .summary = N_ ("Check every page of the register and the chain of the log"),
  .needs_register = TRUE,
  .run = run,
};
