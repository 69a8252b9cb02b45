/* `tjugo log`: who did what, when and to whom, latest first; on paper, or a month of it counted. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-action.h"
#include "tj-case-number.h"
#include "tj-cli-json.h"
#include "tj-log-export.h"
#include "tj-log-service.h"
#include "tj-paper-file.h"
#include "tj-sheet-service.h"
#include "tj-youth-repository.h"

static gboolean verify;
static char *action, *person, *from_text, *to_text, *month, *output;

static const GOptionEntry options[] = {
  { "verify", 0, 0, G_OPTION_ARG_NONE, &verify, N_ ("Follow the chain of the whole log first"),
    NULL },
  { "action", 0, 0, G_OPTION_ARG_STRING, &action, N_ ("Only this action"), "ACTION" },
  { "person", 0, 0, G_OPTION_ARG_STRING, &person, N_ ("Only what was done to this youth"), "PNR" },
  { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_ ("From this day"), "DATE" },
  { "to", 0, 0, G_OPTION_ARG_STRING, &to_text, N_ ("Until this day"), "DATE" },
  { "review", 0, 0, G_OPTION_ARG_STRING, &month, N_ ("The review sheet of this month"), "YYYY-MM" },
  { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write (.csv or .pdf)"),
    "FILE" },
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
list (TjCli *cli, const TjLogFilter *filter, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Listing listing = { cli, builder, numbers };

  json_builder_begin_array (builder);
  if (!tj_log_service_read (cli->context, filter, add_entry, &listing, error))
    return TJ_EXIT_FAILED;
  json_builder_end_array (builder);
  return tj_cli_print (cli, builder, error);
}

static TjExit
write_file (TjCli *cli, GBytes *bytes, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (bytes == NULL || !tj_paper_save (bytes, output, error))
    return TJ_EXIT_FAILED;
  json_builder_begin_object (builder);
  tj_json_add_string (builder, "output", output);
  json_builder_end_object (builder);
  return tj_cli_print (cli, builder, error);
}

static TjExit
review (TjCli *cli, GError **error)
{
  g_autofree char *first = g_strconcat (month, "-01", NULL);
  const TjDate date = tj_date_parse (first);
  g_autoptr (GBytes) pdf = NULL;
  int year, number;

  if (date == TJ_DATE_NONE || output == NULL || !g_str_has_suffix (output, ".pdf"))
    return tj_cli_usage_error (error, _ ("Give --review YYYY-MM and --output FILE.pdf."));
  tj_date_get (date, &year, &number, NULL);
  pdf = tj_sheet_service_log_review (cli->context, year, number, error);
  return write_file (cli, pdf, error);
}

static TjExit export(TjCli *cli, const TjLogFilter *filter, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (g_str_has_suffix (output, ".csv"))
    bytes = tj_log_export_csv (cli->context, filter, error);
  else if (g_str_has_suffix (output, ".pdf"))
    bytes = tj_log_export_pdf (cli->context, filter, error);
  else
    return tj_cli_usage_error (error, _ ("The file's name is to end in .csv or .pdf."));
  return write_file (cli, bytes, error);
}

static TjExit
run (TjCli *cli, GError **error)
{
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
  if (month != NULL)
    return review (cli, error);
  return output != NULL ? export(cli, &filter, error) : list (cli, &filter, error);
}

const TjCommand tj_command_log = {
  .name = "log",
  .usage = "[--verify] [--review YYYY-MM] …",
  .summary = N_ ("Show who did what, and when"),
  .needs_register = TRUE,
  .options = options,
  .run = run,
};
