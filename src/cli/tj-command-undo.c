/* `tjugo undo` and `tjugo redo`: takes back the latest change or makes it once more, and says which
 * it was; with --list says what could be. An import can be named, and then it need not be the
 * latest change. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-case-number.h"
#include "tj-cli-json.h"
#include "tj-undo-service.h"

static gboolean list_only;

static gint64 import_run;

#define LIST_OPTION                                                                                \
  {                                                                                                \
    "list", 0, 0, G_OPTION_ARG_NONE, &list_only, N_ ("Only list what can be undone and redone"),   \
        NULL                                                                                       \
  }

static const GOptionEntry undo_options[] = {
  LIST_OPTION,
  { "import", 0, 0, G_OPTION_ARG_INT64, &import_run,
    N_ ("Take back this import, by the number it was given"), "RUN" },
  { NULL },
};

static const GOptionEntry redo_options[] = {
  LIST_OPTION,
  { NULL },
};

static void
add_step (JsonBuilder *builder, const TjUndoStep *step)
{
  g_autofree char *case_number
      = step->youth_id != 0 ? tj_case_number_format (step->youth_id) : NULL;

  json_builder_begin_object (builder);
  tj_json_add_string (builder, "at", step->at);
  tj_json_add_string (builder, "action", step->action);
  tj_json_add_string (builder, "what", step->what);
  tj_json_add_string (builder, "case_number", case_number);
  tj_json_add_boolean (builder, "undone", step->is_undone);
  json_builder_end_object (builder);
}

static TjExit
list (TjCli *cli, JsonBuilder *builder, GError **error)
{
  g_autoptr (GPtrArray) steps = tj_undo_service_list (cli->context, error);

  if (steps == NULL)
    return TJ_EXIT_FAILED;
  json_builder_begin_array (builder);
  for (guint i = 0; i < steps->len; i++)
    add_step (builder, steps->pdata[i]);
  json_builder_end_array (builder);
  return tj_cli_print (cli, builder, error);
}

static TjExit
run (TjCli *cli, TjUndoStep *(*replay) (TjContext *context, GError **error), GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (TjUndoStep) step = NULL;

  if (cli->arguments != NULL)
    return tj_cli_usage_error (error, _ ("undo and redo take no arguments."));
  if (list_only)
    return list (cli, builder, error);
  step = replay (cli->context, error);
  if (step == NULL)
    return TJ_EXIT_FAILED;
  add_step (builder, step);
  return tj_cli_print (cli, builder, error);
}

static TjUndoStep *
undo (TjContext *context, GError **error)
{
  return import_run != 0 ? tj_undo_service_undo_import (context, import_run, error)
                         : tj_undo_service_undo (context, error);
}

static TjExit
run_undo (TjCli *cli, GError **error)
{
  return run (cli, undo, error);
}

static TjExit
run_redo (TjCli *cli, GError **error)
{
  return run (cli, tj_undo_service_redo, error);
}

const TjCommand tj_command_undo = {
  .name = "undo",
  .usage = "[--list | --import RUN]",
  .summary = N_ ("Take back the latest change"),
  .needs_register = TRUE,
  .options = undo_options,
  .run = run_undo,
};

const TjCommand tj_command_redo = {
  .name = "redo",
  .usage = "[--list]",
  .summary = N_ ("Make the change last undone once more"),
  .needs_register = TRUE,
  .options = redo_options,
  .run = run_redo,
};
