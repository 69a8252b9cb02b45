/* `tjugo target-group`: whom the responsibility concerns, by our own hand, and where the list of IST
 * says otherwise. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-audit.h"
#include "tj-cli-youth.h"
#include "tj-target-group-service.h"

static gboolean only_findings;

static const GOptionEntry options[] = {
  { "findings", 0, 0, G_OPTION_ARG_NONE, &only_findings,
    N_ ("Only those on whom the lists disagree"), NULL },
  { NULL },
};

static void
add_conditions (JsonBuilder *builder, const TjTargetResult *result)
{
  tj_json_begin_list (builder, "conditions");
  for (guint i = 0; i < TJ_TARGET_CONDITIONS; i++)
    {
      json_builder_begin_object (builder);
      tj_json_add_int (builder, "n", i + 1);
      tj_json_add_code (builder, "answer", &tj_answers, (int)result->conditions[i].answer);
      tj_json_add_code (builder, "source", &tj_bases, (int)result->conditions[i].source);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* In a table the six answers are one word: y for yes, n for no, ? for unknown. */
static void
add_answers (JsonBuilder *builder, const TjTargetResult *result)
{
  static const char signs[TJ_N_ANSWERS] = { '?', 'y', 'n' };
  char text[TJ_TARGET_CONDITIONS + 1] = "";

  for (guint i = 0; i < TJ_TARGET_CONDITIONS; i++)
    text[i] = signs[result->conditions[i].answer];
  tj_json_add_string (builder, "conditions", text);
}

static void
add_row (TjCli *cli, JsonBuilder *builder, const TjTargetRow *row)
{
  json_builder_begin_object (builder);
  tj_json_add_identity (builder, row->youth_id, row->personal_number,
                        row->is_protected ? TJ_PROTECTION_MARKED : TJ_PROTECTION_NONE);
  tj_json_add_string (builder, "name", row->name);
  tj_json_add_boolean (builder, "in_target_group", row->result.in_target_group);
  if (g_strcmp0 (cli->format, "json") == 0)
    add_conditions (builder, &row->result);
  else
    add_answers (builder, &row->result);
  tj_json_add_boolean (builder, "in_ist", row->in_ist);
  tj_json_add_string (builder, "finding", tj_target_finding_word (row->result.finding));
  tj_json_add_string (builder, "finding_label", tj_target_finding_label (row->result.finding));
  tj_json_add_string (builder, "school", row->school);
  json_builder_end_object (builder);
}

static TjExit
run (TjCli *cli, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) rows = NULL;

  if (cli->arguments != NULL)
    return tj_cli_usage_error (error, _ ("target-group takes no arguments."));
  rows = tj_target_group_service_list (cli->context, error);
  if (rows == NULL
      || !tj_audit_log (tj_context_get_store (cli->context), "target-group", 0, NULL, error))
    return TJ_EXIT_FAILED;
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      const TjTargetRow *row = rows->pdata[i];

      if (!only_findings || row->result.finding != TJ_TARGET_AGREES)
        add_row (cli, builder, row);
    }
  json_builder_end_array (builder);
  return tj_cli_print (cli, builder, error);
}

const TjCommand tj_command_target_group = {
  .name = "target-group",
  .usage = "[--findings]",
  .summary = N_ ("Work out whom the responsibility concerns"),
  .needs_register = TRUE,
  .options = options,
  .run = run,
};
