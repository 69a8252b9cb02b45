/* `tjugo log`: who did what, when and to whom, latest first. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-action.h"
#include "tj-case-number.h"
#include "tj-cli-json.h"
#include "tj-log-service.h"
#include "tj-youth-repository.h"

static gboolean verify;
static char *action, *person, *from_text, *to_text;

static const GOptionEntry options[] = {
  { "verify", 0, 0, G_OPTION_ARG_NONE, &verify, N_ ("Follow the chain of the whole log first"),
    NULL },
  { "action", 0, 0, G_OPTION_ARG_STRING, &action, N_ ("Only this action"), "ACTION" },
  { "person", 0, 0, G_OPTION_ARG_STRING, &person, N_ ("Only what was done to this youth"), "PNR" },
  { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_ ("From this day"), "DATE" },
  { "to", 0, 0, G_OPTION_ARG_STRING, &to_text, N_ ("Until this day"), "DATE" },
  { NULL },
};

typedef struct
{
  TjCli *cli;
  JsonBuilder *builder;
  GHashTable *numbers; /* youth id → number, NULL for who is protected or gone */
} Listing;

/* A protected person has a case number only. */
static const char *
get_number (Listing *listing, gint64 youth_id)
{
  gpointer key = GSIZE_TO_POINTER ((gsize)youth_id);
  g_autoptr (TjYouth) youth = NULL;

  if (!g_hash_table_contains (listing->numbers, key))
    {
      youth = tj_youths_load (tj_context_get_store (listing->cli->context), youth_id, NULL);
      g_hash_table_insert (listing->numbers, key,
                           youth != NULL && !tj_youth_is_protected (youth)
                               ? g_strdup (tj_youth_get_personal_number (youth))
                               : NULL);
    }
  return g_hash_table_lookup (listing->numbers, key);
}

static gboolean
add_entry (const TjAuditEntry *entry, gpointer user_data)
{
  Listing *listing = user_data;
  g_autofree char *case_number
      = entry->youth_id != 0 ? tj_case_number_format (entry->youth_id) : NULL;

  json_builder_begin_object (listing->builder);
  tj_json_add_int (listing->builder, "number", entry->number);
  tj_json_add_string (listing->builder, "at", entry->at);
  tj_json_add_string (listing->builder, "actor", entry->actor);
  tj_json_add_string (listing->builder, "action", entry->action);
  tj_json_add_string (listing->builder, "action_label", tj_action_label (entry->action));
  tj_json_add_string (listing->builder, "case_number", case_number);
  tj_json_add_string (listing->builder, "personal_number",
                      entry->youth_id != 0 ? get_number (listing, entry->youth_id) : NULL);
  tj_json_add_string (listing->builder, "details", entry->details);
  json_builder_end_object (listing->builder);
  return TRUE;
}

static gboolean
parse_day (const char *option, const char *text, TjDate *day, GError **error)
{
  g_autofree char *message = g_strdup_printf (_ ("%s takes a date written YYYY-MM-DD."), option);

  *day = text != NULL ? tj_date_parse (text) : TJ_DATE_NONE;
  if (text == NULL || *day != TJ_DATE_NONE)
    return TRUE;
  tj_cli_usage_error (error, message);
  return FALSE;
}

static TjExit
run (TjCli *cli, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Listing listing = { cli, builder, numbers };
  TjLogFilter filter = { .action = action };

  if (cli->arguments != NULL)
    return tj_cli_usage_error (error, _ ("log takes no arguments."));
  if (!parse_day ("--from", from_text, &filter.from, error)
      || !parse_day ("--to", to_text, &filter.to, error))
    return TJ_EXIT_USAGE;
  if (person != NULL && (filter.youth_id = tj_cli_find_youth (cli, person, error)) == 0)
    return TJ_EXIT_BAD_INPUT;
  if (verify && !tj_context_verify_log (cli->context, error))
    return TJ_EXIT_FAILED;
  json_builder_begin_array (builder);
  if (!tj_log_service_read (cli->context, &filter, add_entry, &listing, error))
    return TJ_EXIT_FAILED;
  json_builder_end_array (builder);
  return tj_cli_print (cli, builder, error);
}

const TjCommand tj_command_log = {
  .name = "log",
  .usage = "[--verify] [--person PNR] …",
  .summary = N_ ("Show who did what, and when"),
  .needs_register = TRUE,
  .options = options,
  .run = run,
};
