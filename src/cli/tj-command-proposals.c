/* `tjugo proposals`: what lists propose to do with registrations, and the answer to it. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-audit.h"
#include "tj-cli-youth.h"
#include "tj-proposal-service.h"

static gboolean accept_all;
static GStrv accepted;
static GStrv declined;

static const GOptionEntry options[] = {
  { "accept-all", 0, 0, G_OPTION_ARG_NONE, &accept_all, N_ ("Do all that is proposed"), NULL },
  { "accept", 0, 0, G_OPTION_ARG_STRING_ARRAY, &accepted, N_ ("Do what this one proposes"), "ID" },
  { "decline", 0, 0, G_OPTION_ARG_STRING_ARRAY, &declined, N_ ("Decline this one"), "ID" },
  { NULL },
};

static void
add_item (JsonBuilder *builder, const TjProposalItem *item)
{
  TjProposal *proposal = item->proposal;
  int reason = tj_proposal_get_reason (proposal);

  json_builder_begin_object (builder);
  tj_json_add_int (builder, "id", tj_entity_get_id (proposal));
  tj_json_add_identity (builder, tj_proposal_get_youth_id (proposal), item->personal_number,
                        item->is_protected ? TJ_PROTECTION_MARKED : TJ_PROTECTION_NONE);
  tj_json_add_string (builder, "name", item->name);
  tj_json_add_code (builder, "kind", &tj_proposal_kinds, tj_proposal_get_kind (proposal));
  tj_json_add_code (builder, "reason", &tj_deregistrations, reason);
  tj_json_add_code (builder, "basis", &tj_bases, tj_proposal_get_basis (proposal));
  tj_json_add_date (builder, "date", tj_proposal_get_date (proposal));
  tj_json_add_string (builder, "source", tj_proposal_get_source (proposal));
  tj_json_add_date (builder, "proposed_on", tj_proposal_get_proposed_on (proposal));
  json_builder_end_object (builder);
}

static TjExit
print_list (TjCli *cli, GError **error)
{
  g_autoptr (GPtrArray) items = tj_proposal_service_list (cli->context, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (items == NULL
      || !tj_audit_log (tj_context_get_store (cli->context), "proposals", 0, NULL, error))
    return TJ_EXIT_FAILED;
  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    add_item (builder, items->pdata[i]);
  json_builder_end_array (builder);
  return tj_cli_print (cli, builder, error);
}

/* NULL with `error` set when one of them is no number. */
static GArray *
parse_ids (GStrv texts, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (char **text = texts; text != NULL && *text != NULL; text++)
    {
      guint64 id;

      if (!g_ascii_string_to_unsigned (*text, 10, 1, G_MAXINT64, &id, NULL))
        {
          tj_cli_usage_error (error, _ ("A proposal is named by its number in the list."));
          return NULL;
        }
      g_array_append_val (ids, (gint64){ (gint64)id });
    }
  return g_steal_pointer (&ids);
}

static gboolean
answer (TjCli *cli, GArray *yes, GArray *no, guint *n_accepted, GError **error)
{
  if (no->len > 0
      && !tj_proposal_service_decline (cli->context, (const gint64 *)no->data, no->len, error))
    return FALSE;
  if (yes->len > 0
      && !tj_proposal_service_accept (cli->context, (const gint64 *)yes->data, yes->len, n_accepted,
                                      error))
    return FALSE;
  return !accept_all || tj_proposal_service_accept_all (cli->context, n_accepted, error);
}

static TjExit
run (TjCli *cli, GError **error)
{
  g_autoptr (GArray) yes = parse_ids (accepted, error);
  g_autoptr (GArray) no = yes != NULL ? parse_ids (declined, error) : NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n_accepted = 0;

  if (no == NULL)
    return TJ_EXIT_USAGE;
  if (cli->arguments != NULL || (accept_all && accepted != NULL))
    return tj_cli_usage_error (error, _ ("Give --accept-all, or --accept and --decline."));
  if (!accept_all && accepted == NULL && declined == NULL)
    return print_list (cli, error);
  if (!answer (cli, yes, no, &n_accepted, error))
    return TJ_EXIT_FAILED;
  json_builder_begin_object (builder);
  tj_json_add_int (builder, "accepted", n_accepted);
  tj_json_add_int (builder, "declined", no->len);
  json_builder_end_object (builder);
  return tj_cli_print (cli, builder, error);
}

const TjCommand tj_command_proposals = {
  .name = "proposals",
  .usage = "[--accept-all]",
  .summary = N_ ("List what the lists propose, and answer it"),
  .needs_register = TRUE,
  .options = options,
  .run = run,
};
