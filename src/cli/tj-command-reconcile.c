/* `tjugo reconcile`: makes a month's reconciliation, writes it as paper or spreadsheet, and reads
 * the decisions of the meeting back. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-cli-json.h"
#include "tj-contested-service.h"
#include "tj-paper-file.h"
#include "tj-reconciliation-paper.h"
#include "tj-reconciliation-reading.h"
#include "tj-reconciliation-workbook.h"

static char *month_text, *output, *decisions, *organiser;
static char **done_keys;
static gboolean dry_run, close_month, reopen_month;

static const GOptionEntry options[] = {
  { "month", 0, 0, G_OPTION_ARG_STRING, &month_text, N_ ("The month"), "YYYY-MM" },
  { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write (.pdf or .xlsx)"),
    "FILE" },
  { "read-decisions", 0, 0, G_OPTION_ARG_FILENAME, &decisions,
    N_ ("Read the spreadsheet that the meeting filled in"), "FILE.xlsx" },
  { "organiser", 0, 0, G_OPTION_ARG_STRING, &organiser,
    N_ ("Write what is contested of this organiser's invoice"), "NAME" },
  { "done", 0, 0, G_OPTION_ARG_STRING_ARRAY, &done_keys,
    N_ ("Tick off a decision that waited for an answer, by its key; may be repeated"), "KEY" },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Only say what the decisions would change"),
    NULL },
  { "close", 0, 0, G_OPTION_ARG_NONE, &close_month, N_ ("Close the month"), NULL },
  { "reopen", 0, 0, G_OPTION_ARG_NONE, &reopen_month, N_ ("Open a closed month again"), NULL },
  { NULL },
};

static gboolean
is_protected (TjReconciliationItem *item)
{
  return tj_reconciliation_item_get_protection (item) != TJ_PROTECTION_NONE;
}

static void
add_person (JsonBuilder *builder, TjReconciliationItem *item)
{
  tj_json_add_string (builder, "personal_number",
                      is_protected (item) ? NULL
                                          : tj_reconciliation_item_get_personal_number (item));
  tj_json_add_boolean (builder, "protected", is_protected (item));
}

static void
add_finding (JsonBuilder *builder, TjReconciliationItem *item)
{
  g_autofree char *key = tj_reconciliation_item_dup_key (item);

  json_builder_begin_object (builder);
  tj_json_add_code (builder, "kind", &tj_finding_kinds, tj_reconciliation_item_get_kind (item));
  add_person (builder, item);
  tj_json_add_int (builder, "amount_ore", tj_reconciliation_item_get_amount_ore (item));
  tj_json_add_string (builder, "evidence",
                      is_protected (item) ? NULL : tj_reconciliation_item_get_evidence (item));
  tj_json_add_code (builder, "proposal", &tj_decisions, tj_reconciliation_item_get_proposal (item));
  tj_json_add_code (builder, "decision", &tj_decisions, tj_reconciliation_item_get_decision (item));
  tj_json_add_date (builder, "decided_on", tj_reconciliation_item_get_decided_on (item));
  tj_json_add_date (builder, "follow_up_on", tj_reconciliation_item_get_follow_up_on (item));
  tj_json_add_date (builder, "done_on", tj_reconciliation_item_get_done_on (item));
  tj_json_add_string (builder, "key", key);
  json_builder_end_object (builder);
}

static void
add_findings (JsonBuilder *builder, const char *key, GPtrArray *items)
{
  tj_json_begin_list (builder, key);
  for (guint i = 0; i < items->len; i++)
    add_finding (builder, items->pdata[i]);
  json_builder_end_array (builder);
}

static void
add_view (JsonBuilder *builder, TjReconciliationView *view)
{
  tj_json_add_string (builder, "month", month_text);
  tj_json_add_date (builder, "meeting_date", tj_reconciliation_get_meeting_on (view->month));
  tj_json_add_date (builder, "closed_on", tj_reconciliation_get_closed_on (view->month));
  add_findings (builder, "findings", view->items);
  add_findings (builder, "carried_over", view->carried_over);
  json_builder_set_member_name (builder, "totals");
  json_builder_begin_object (builder);
  tj_json_add_int (builder, "findings", view->now.findings);
  tj_json_add_int (builder, "at_stake_ore", view->now.at_stake_ore);
  tj_json_add_int (builder, "listed", view->now.listed);
  tj_json_add_int (builder, "enrolled", view->now.enrolled);
  tj_json_add_int (builder, "invoiced", view->now.invoiced);
  tj_json_add_int (builder, "invoiced_ore", view->now.invoiced_ore);
  json_builder_end_object (builder);
}

static gboolean
write_output (TjCli *cli, TjDate month, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (output == NULL)
    return TRUE;
  bytes = g_str_has_suffix (output, ".pdf")
              ? tj_reconciliation_service_draw (cli->context, month, error)
              : tj_reconciliation_service_write_workbook (cli->context, month, error);
  return bytes != NULL && tj_paper_save (bytes, output, error);
}

static gboolean
add_contested (JsonBuilder *builder, TjCli *cli, TjDate month, GError **error)
{
  g_autoptr (GPtrArray) organisers = tj_contested_service_list (cli->context, month, error);

  tj_json_begin_list (builder, "contested");
  for (guint i = 0; organisers != NULL && i < organisers->len; i++)
    {
      const TjContested *contested = organisers->pdata[i];

      json_builder_begin_object (builder);
      tj_json_add_string (builder, "organiser", contested->organiser);
      tj_json_add_int (builder, "lines", contested->n_lines);
      tj_json_add_int (builder, "amount_ore", contested->amount_ore);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return organisers != NULL;
}

static TjExit
make (TjCli *cli, TjDate month, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (TjReconciliationView) view
      = tj_reconciliation_service_make (cli->context, month, error);

  if (view == NULL || !write_output (cli, month, error))
    return TJ_EXIT_FAILED;
  json_builder_begin_object (builder);
  add_view (builder, view);
  if (!add_contested (builder, cli, month, error))
    return TJ_EXIT_FAILED;
  json_builder_end_object (builder);
  return tj_cli_print (cli, builder, error);
}

static void
add_read (JsonBuilder *builder, const TjReconciliationRead *read)
{
  json_builder_begin_object (builder);
  tj_json_add_int (builder, "row", read->row);
  if (read->item != NULL)
    add_person (builder, read->item);
  if (read->problem == NULL)
    {
      tj_json_add_code (builder, "decision", &tj_decisions, (int)read->decision.decision);
      tj_json_add_date (builder, "follow_up_on", read->decision.follow_up_on);
    }
  tj_json_add_string (builder, "problem", read->problem);
  json_builder_end_object (builder);
}

/* All or nothing: with one row that cannot be taken, none is. */
static TjExit
read_decisions (TjCli *cli, TjDate month, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) reading = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *contents = NULL;
  gsize length;
  guint n_problems;
  TjExit printed;

  if (!g_file_get_contents (decisions, &contents, &length, error))
    return TJ_EXIT_FAILED;
  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  reading = tj_reconciliation_reading_load (cli->context, month, bytes, error);
  if (reading == NULL)
    return TJ_EXIT_FAILED;
  n_problems = tj_reconciliation_reading_count_problems (reading);
  if (!dry_run && n_problems == 0
      && !tj_reconciliation_reading_apply (cli->context, reading, error))
    return TJ_EXIT_FAILED;

  json_builder_begin_object (builder);
  tj_json_add_string (builder, "month", month_text);
  tj_json_add_boolean (builder, "applied", !dry_run && n_problems == 0);
  tj_json_add_int (builder, "problems", n_problems);
  tj_json_begin_list (builder, "decisions");
  for (guint i = 0; i < reading->len; i++)
    add_read (builder, reading->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  printed = tj_cli_print (cli, builder, error);
  return printed == TJ_EXIT_DONE && n_problems > 0 ? TJ_EXIT_BAD_INPUT : printed;
}

/* To one organiser its own pupils only. */
static TjExit
write_contested (TjCli *cli, TjDate month, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GBytes) bytes
      = g_str_has_suffix (output, ".pdf")
            ? tj_contested_service_draw (cli->context, month, organiser, error)
            : tj_contested_service_write_workbook (cli->context, month, organiser, error);

  if (bytes == NULL || !tj_paper_save (bytes, output, error))
    return TJ_EXIT_FAILED;
  json_builder_begin_object (builder);
  tj_json_add_string (builder, "organiser", organiser);
  tj_json_add_string (builder, "output", output);
  json_builder_end_object (builder);
  return tj_cli_print (cli, builder, error);
}

/* Those of the month and of earlier ones that the keys name; NULL when one names none that waits. */
static GPtrArray *
find_waiting (TjReconciliationView *view)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_ptr_array_extend (all, view->items, NULL, NULL);
  g_ptr_array_extend (all, view->carried_over, NULL, NULL);
  for (guint i = 0; done_keys[i] != NULL; i++)
    {
      guint n_found = items->len;

      for (guint j = 0; j < all->len; j++)
        {
          g_autofree char *key = tj_reconciliation_item_dup_key (all->pdata[j]);

          if (g_str_equal (key, done_keys[i])
              && tj_reconciliation_service_is_waiting (all->pdata[j]))
            g_ptr_array_add (items, all->pdata[j]);
        }
      if (items->len == n_found)
        return NULL;
    }
  return g_steal_pointer (&items);
}

static TjExit
tick_off (TjCli *cli, TjDate month, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (TjReconciliationView) view
      = tj_reconciliation_service_load (cli->context, month, error);
  g_autoptr (GPtrArray) items = view != NULL ? find_waiting (view) : NULL;

  if (view != NULL && items == NULL)
    tj_context_refuse (error, _ ("There is no decision with that key that waits for an answer."));
  if (items == NULL || !tj_reconciliation_service_carry_out (cli->context, items, error))
    return TJ_EXIT_FAILED;
  json_builder_begin_object (builder);
  tj_json_add_string (builder, "month", month_text);
  tj_json_add_int (builder, "done", items->len);
  json_builder_end_object (builder);
  return tj_cli_print (cli, builder, error);
}

static TjExit
change_state (TjCli *cli, TjDate month, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gboolean changed = close_month ? tj_reconciliation_service_close (cli->context, month, error)
                                 : tj_reconciliation_service_reopen (cli->context, month, error);

  if (!changed)
    return TJ_EXIT_FAILED;
  json_builder_begin_object (builder);
  tj_json_add_string (builder, "month", month_text);
  tj_json_add_boolean (builder, "closed", close_month);
  json_builder_end_object (builder);
  return tj_cli_print (cli, builder, error);
}

static TjExit
run (TjCli *cli, GError **error)
{
  TjDate month;

  if (cli->arguments != NULL || !tj_reconciliation_service_parse_month (month_text, &month))
    return tj_cli_usage_error (error, _ ("Give the month with --month YYYY-MM."));
  if (output != NULL && !g_str_has_suffix (output, ".pdf") && !g_str_has_suffix (output, ".xlsx"))
    return tj_cli_usage_error (error, _ ("The file's name is to end in .pdf or .xlsx."));
  if ((decisions != NULL) + (output != NULL) + (done_keys != NULL) + close_month + reopen_month > 1)
    return tj_cli_usage_error (error, _ ("Ask for one thing at a time: --output, "
                                         "--read-decisions, --done, --close or --reopen."));

  if (organiser != NULL && output == NULL)
    return tj_cli_usage_error (error, _ ("Give the file with --output."));
  if (organiser != NULL)
    return write_contested (cli, month, error);
  if (decisions != NULL)
    return read_decisions (cli, month, error);
  if (done_keys != NULL)
    return tick_off (cli, month, error);
  if (close_month || reopen_month)
    return change_state (cli, month, error);
  return make (cli, month, error);
}

const TjCommand tj_command_reconcile = {
  .name = "reconcile",
  .usage
  = "--month YYYY-MM [--output FILE [--organiser NAME] | --read-decisions FILE | --done KEY | "
    "--close | "
    "--reopen]",
  .summary = N_ ("Reconcile a month with those who pay the schools"),
  .needs_register = TRUE,
  .options = options,
  .run = run,
};
