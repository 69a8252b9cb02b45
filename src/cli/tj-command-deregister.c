/* `tjugo deregister` and `tjugo twenty`: the end of a registration, one by one or all who have turned
 * 20. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-case-number.h"
#include "tj-cli-json.h"
#include "tj-registration-service.h"
#include "tj-twenty-service.h"

#define DAYS_AHEAD 60

static char *reason_word, *date_text;
static gboolean end_measures, deregister;
static int days = DAYS_AHEAD;

static const GOptionEntry deregister_options[] = {
  { "reason", 0, 0, G_OPTION_ARG_STRING, &reason_word, N_ ("Why: twenty, moved, …"), "R" },
  { "date", 0, 0, G_OPTION_ARG_STRING, &date_text, N_ ("When (default: today)"), "D" },
  { "end-measures", 0, 0, G_OPTION_ARG_NONE, &end_measures, N_ ("End open measures with it"),
    NULL },
  { NULL },
};

static const GOptionEntry twenty_options[] = {
  { "days", 0, 0, G_OPTION_ARG_INT, &days, N_ ("How many days to look ahead"), "N" },
  { "deregister", 0, 0, G_OPTION_ARG_NONE, &deregister, N_ ("Deregister those who have turned 20"),
    NULL },
  { NULL },
};

static gboolean
parse_reason (int *reason, GError **error)
{
  g_autofree char *words = tj_code_join_words (&tj_deregistrations);
  g_autofree char *message = g_strdup_printf (_ ("%s takes one of: %s."), "--reason", words);

  if (reason_word != NULL && tj_code_parse (&tj_deregistrations, reason_word, reason))
    return TRUE;
  tj_cli_usage_error (error, message);
  return FALSE;
}

static TjExit
run_deregister (TjCli *cli, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  TjDate date = tj_context_get_today (cli->context);
  int reason = 0;
  gint64 id;

  if (cli->arguments == NULL || g_strv_length (cli->arguments) != 1)
    return tj_cli_usage_error (error, _ ("Give one personal number."));
  if (!parse_reason (&reason, error))
    return TJ_EXIT_USAGE;
  if (date_text != NULL && (date = tj_date_parse (date_text)) == TJ_DATE_NONE)
    return tj_cli_usage_error (error, _ ("--date takes a date written YYYY-MM-DD."));
  id = tj_cli_find_youth (cli, cli->arguments[0], error);
  if (id == 0
      || !tj_registration_service_deregister (cli->context, id, date, (TjDeregistration)reason,
                                              end_measures, error))
    return TJ_EXIT_FAILED;
  json_builder_begin_object (builder);
  tj_json_add_date (builder, "deregistered_on", date);
  tj_json_add_code (builder, "reason", &tj_deregistrations, reason);
  json_builder_end_object (builder);
  return tj_cli_print (cli, builder, error);
}

static void
add_twenty (JsonBuilder *builder, const TjTurningTwenty *twenty)
{
  g_autofree char *case_number = tj_case_number_format (twenty->youth_id);

  json_builder_begin_object (builder);
  tj_json_add_string (builder, "personal_number",
                      twenty->is_protected ? NULL : twenty->personal_number);
  tj_json_add_string (builder, "case_number", case_number);
  tj_json_add_string (builder, "name", twenty->name);
  tj_json_add_date (builder, "turns_twenty", twenty->turns_twenty);
  tj_json_add_boolean (builder, "has_turned", twenty->has_turned);
  json_builder_end_object (builder);
}

/* Leaves in the list those who have turned. */
static gboolean
deregister_turned (TjCli *cli, GPtrArray *list, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = list->len; i > 0; i--)
    {
      TjTurningTwenty *twenty = list->pdata[i - 1];

      if (twenty->has_turned)
        g_array_append_val (ids, twenty->youth_id);
      else
        g_ptr_array_remove_index (list, i - 1);
    }
  return ids->len == 0
         || tj_twenty_service_deregister (cli->context, (const gint64 *)ids->data, ids->len, error);
}

static TjExit
run_twenty (TjCli *cli, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) list = NULL;

  if (cli->arguments != NULL || days < 0)
    return tj_cli_usage_error (error, _ ("twenty takes --days N, 0 or more, and no arguments."));
  list = tj_twenty_service_list (cli->context, (guint)days, error);
  if (list == NULL || (deregister && !deregister_turned (cli, list, error)))
    return TJ_EXIT_FAILED;
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    add_twenty (builder, list->pdata[i]);
  json_builder_end_array (builder);
  return tj_cli_print (cli, builder, error);
}

const TjCommand tj_command_deregister = {
  .name = "deregister",
  .usage = "PNR --reason R [--date D]",
  .summary = N_ ("End a youth's registration"),
  .needs_register = TRUE,
  .options = deregister_options,
  .run = run_deregister,
};

const TjCommand tj_command_twenty = {
  .name = "twenty",
  .usage = "[--days N] [--deregister]",
  .summary = N_ ("List or deregister those who turn 20"),
  .needs_register = TRUE,
  .options = twenty_options,
  .run = run_twenty,
};
