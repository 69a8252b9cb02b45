/* `tjugo purge`: proposes whom the yearly purge takes, and with --confirm takes them, for good. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-case-number.h"
#include "tj-cli-json.h"
#include "tj-paper-file.h"
#include "tj-purge-service.h"
#include "tj-sheet-service.h"

static int year;
static gboolean confirm;
static char *output;

static const GOptionEntry options[] = {
  { "year", 0, 0, G_OPTION_ARG_INT, &year, N_ ("Who turns 21 this year or did before"), "YYYY" },
  { "confirm", 0, 0, G_OPTION_ARG_NONE, &confirm, N_ ("Purge them; this cannot be undone"), NULL },
  { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to write the protocol (.pdf)"),
    "FILE" },
  { NULL },
};

static void
add_candidate (JsonBuilder *builder, const TjPurgeCandidate *candidate)
{
  g_autofree char *case_number = tj_case_number_format (candidate->youth_id);

  json_builder_begin_object (builder);
  tj_json_add_string (builder, "personal_number",
                      candidate->is_protected ? NULL : candidate->personal_number);
  tj_json_add_string (builder, "case_number", case_number);
  tj_json_add_boolean (builder, "protected", candidate->is_protected);
  tj_json_add_string (builder, "name", candidate->name);
  tj_json_add_boolean (builder, "registered", candidate->is_registered);
  json_builder_end_object (builder);
}

static void
add_proposal (JsonBuilder *builder, GPtrArray *candidates)
{
  tj_json_add_int (builder, "year", year);
  tj_json_add_boolean (builder, "purged", FALSE);
  tj_json_add_int (builder, "count", candidates->len);
  tj_json_begin_list (builder, "proposed");
  for (guint i = 0; i < candidates->len; i++)
    add_candidate (builder, candidates->pdata[i]);
  json_builder_end_array (builder);
}

/* A protocol that cannot be written is kept in the register all the same. */
static gboolean
write_protocol (TjCli *cli, const TjPurgeProtocol *protocol, GError **error)
{
  g_autoptr (GBytes) pdf = NULL;

  if (output == NULL)
    return TRUE;
  pdf = tj_sheet_service_purge (cli->context, protocol, error);
  return pdf != NULL && tj_paper_save (pdf, output, error);
}

/* The protocol names nobody. */
static gboolean
add_protocol (JsonBuilder *builder, TjCli *cli, GPtrArray *candidates, GError **error)
{
  g_autoptr (TjPurgeProtocol) protocol
      = tj_purge_service_run (cli->context, (guint)year, candidates, error);

  if (protocol == NULL)
    return FALSE;
  tj_json_add_int (builder, "year", year);
  tj_json_add_boolean (builder, "purged", TRUE);
  tj_json_add_int (builder, "count", protocol->youths);
  tj_json_add_int (builder, "rows", protocol->rows);
  tj_json_add_date (builder, "date", protocol->date);
  tj_json_add_string (builder, "actor", protocol->actor);
  return write_protocol (cli, protocol, error);
}

static TjExit
run (TjCli *cli, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) candidates = NULL;

  if (cli->arguments != NULL || year < 1000 || year > 9999)
    return tj_cli_usage_error (error, _ ("Give the year with --year YYYY."));
  if (output != NULL && (!confirm || !g_str_has_suffix (output, ".pdf")))
    return tj_cli_usage_error (error, _ ("--output FILE.pdf is for --confirm."));
  candidates = tj_purge_service_propose (cli->context, (guint)year, error);
  if (candidates == NULL)
    return TJ_EXIT_FAILED;
  json_builder_begin_object (builder);
  if (!confirm)
    add_proposal (builder, candidates);
  else if (!add_protocol (builder, cli, candidates, error))
    return TJ_EXIT_FAILED;
  json_builder_end_object (builder);
  return tj_cli_print (cli, builder, error);
}

const TjCommand tj_command_purge = {
  .name = "purge",
  .usage = "--year YYYY [--confirm [--output FILE]]",
  .summary = N_ ("Take out those whose time in the register is over"),
  .needs_register = TRUE,
  .options = options,
  .run = run,
};
