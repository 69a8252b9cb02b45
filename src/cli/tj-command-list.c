/* `tjugo list` and `tjugo due`: who is in the register, and who is to be contacted for what. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-agenda.h"
#include "tj-audit.h"
#include "tj-cli-youth.h"

static char *status_word;

static const GOptionEntry list_options[] = {
  { "status", 0, 0, G_OPTION_ARG_STRING, &status_word, N_ ("Only this list: to-act, watched, …"),
    "STATUS" },
  { NULL },
};

static void
add_row (JsonBuilder *builder, const TjAgendaRow *row)
{
  json_builder_begin_object (builder);
  tj_json_add_identity (builder, row->youth_id, row->personal_number, row->protection);
  tj_json_add_string (builder, "given_name", tj_cli_given_name (row->given_name, row->protection));
  tj_json_add_string (builder, "family_name",
                      tj_cli_family_name (row->family_name, row->protection));
  tj_json_add_code (builder, "status", &tj_statuses, row->status);
  tj_json_add_date (builder, "registered_on", row->registered_on);
  tj_json_add_string (builder, "next_step", row->next_step != NULL ? row->next_step->id : NULL);
  tj_json_add_string (builder, "next_step_label",
                      row->next_step != NULL ? row->next_step->label : NULL);
  tj_json_add_date (builder, "due", row->next_due);
  json_builder_end_object (builder);
}

static gboolean
parse_status (int *status, GError **error)
{
  g_autofree char *words = tj_code_join_words (&tj_statuses);
  g_autofree char *message = g_strdup_printf (_ ("%s takes one of: %s."), "--status", words);

  *status = -1;
  if (status_word == NULL || tj_code_parse (&tj_statuses, status_word, status))
    return TRUE;
  tj_cli_usage_error (error, message);
  return FALSE;
}

static TjExit
run_list (TjCli *cli, GError **error)
{
  TjStore *store = tj_context_get_store (cli->context);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (TjAgendaList) rows = NULL;
  int status;

  if (!parse_status (&status, error))
    return TJ_EXIT_USAGE;
  rows = tj_agenda_list (store, status, tj_context_get_today (cli->context), error);
  if (rows == NULL || !tj_audit_log (store, "list", 0, status_word, error))
    return TJ_EXIT_FAILED;
  json_builder_begin_array (builder);
  for (gsize i = 0; i < tj_agenda_list_get_length (rows); i++)
    add_row (builder, tj_agenda_list_get_row (rows, i));
  json_builder_end_array (builder);
  return tj_cli_print (cli, builder, error);
}

typedef struct
{
  JsonBuilder *builder;
  TjDate today;
} DueList;

static void
add_channels (JsonBuilder *builder, const TjRoutineStep *step)
{
  const int first = g_bit_nth_lsf (step->channels, -1);

  tj_json_add_string (builder, "channel", first >= 0 ? tj_code_word (&tj_channels, first) : NULL);
  tj_json_begin_list (builder, "channels");
  for (int channel = first; channel >= 0; channel = g_bit_nth_lsf (step->channels, channel))
    json_builder_add_string_value (builder, tj_code_word (&tj_channels, channel));
  json_builder_end_array (builder);
}

static char *
dup_name (const TjAgendaEntry *entry)
{
  if (entry->protection != TJ_PROTECTION_NONE)
    return g_strdup (_ ("Protected person"));
  return g_strdup_printf ("%s %s", entry->given_name, entry->family_name);
}

static void
add_due_step (const TjAgendaEntry *entry, guint rung, DueList *list)
{
  const TjRoutineStep *step = tj_ladder_step (&entry->ladder, rung);
  g_autofree char *name = dup_name (entry);

  json_builder_begin_object (list->builder);
  tj_json_add_identity (list->builder, entry->youth_id, entry->personal_number, entry->protection);
  tj_json_add_string (list->builder, "name", name);
  tj_json_add_string (list->builder, "step", step->id);
  tj_json_add_string (list->builder, "step_label", step->label);
  add_channels (list->builder, step);
  tj_json_add_date (list->builder, "due", entry->ladder.rungs[rung].due);
  tj_json_add_code (list->builder, "state", &tj_step_states,
                    tj_ladder_state (&entry->ladder, rung, list->today));
  tj_json_add_int (list->builder, "days_overdue",
                   tj_ladder_days_overdue (&entry->ladder, rung, list->today));
  json_builder_end_object (list->builder);
}

static gboolean
add_due_steps (const TjAgendaEntry *entry, gpointer user_data)
{
  DueList *list = user_data;

  for (guint i = 0; i < entry->ladder.n_rungs; i++)
    {
      const TjStepState state = tj_ladder_state (&entry->ladder, i, list->today);

      if (state == TJ_STEP_DUE || state == TJ_STEP_OVERDUE)
        add_due_step (entry, i, list);
    }
  return TRUE;
}

static TjExit
run_due (TjCli *cli, GError **error)
{
  TjStore *store = tj_context_get_store (cli->context);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  DueList list = { builder, tj_context_get_today (cli->context) };

  if (cli->arguments != NULL)
    return tj_cli_usage_error (error, _ ("due takes no arguments."));
  json_builder_begin_array (builder);
  if (!tj_agenda_due (store, list.today, add_due_steps, &list, error)
      || !tj_audit_log (store, "due", 0, NULL, error))
    return TJ_EXIT_FAILED;
  json_builder_end_array (builder);
  return tj_cli_print (cli, builder, error);
}

const TjCommand tj_command_list = {
  .name = "list",
  .usage = "[--status STATUS]",
  .summary = N_ ("List the youths"),
  .needs_register = TRUE,
  .options = list_options,
  .run = run_list,
};

const TjCommand tj_command_due = {
  .name = "due",
  .usage = "",
  .summary = N_ ("List what is due today, and for whom"),
  .needs_register = TRUE,
  .run = run_due,
};
