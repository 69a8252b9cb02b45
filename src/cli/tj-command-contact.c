/* `tjugo contact`: logs one attempt or contact, as the window's form does. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-cli-json.h"
#include "tj-contact-repository.h"
#include "tj-contact-service.h"
#include "tj-contact.h"

static char *channel_word, *outcome_word, *occupation_word, *date_text;

static const GOptionEntry options[] = {
  { "channel", 0, 0, G_OPTION_ARG_STRING, &channel_word, N_ ("How: phone, sms, email, …"), "C" },
  { "outcome", 0, 0, G_OPTION_ARG_STRING, &outcome_word, N_ ("What came of it: answered, …"), "O" },
  { "occupation", 0, 0, G_OPTION_ARG_STRING, &occupation_word,
    N_ ("What the youth does, when reached"), "X" },
  { "date", 0, 0, G_OPTION_ARG_STRING, &date_text, N_ ("When (default: today)"), "D" },
  { NULL },
};

static gboolean
parse_code (const TjCodeList *list,
            const char *option,
            const char *word,
            int *value,
            GError **error)
{
  g_autofree char *words = tj_code_join_words (list);
  g_autofree char *message = g_strdup_printf (_ ("%s takes one of: %s."), option, words);

  if (word != NULL && tj_code_parse (list, word, value))
    return TRUE;
  tj_cli_usage_error (error, message);
  return FALSE;
}

static TjContact *
new_contact (TjCli *cli, GError **error)
{
  int channel = 0, outcome = 0, occupation = TJ_OCCUPATION_UNKNOWN;
  TjDate date = tj_context_get_today (cli->context);

  if (!parse_code (&tj_channels, "--channel", channel_word, &channel, error)
      || !parse_code (&tj_outcomes, "--outcome", outcome_word, &outcome, error))
    return NULL;
  if (occupation_word != NULL
      && !parse_code (&tj_occupations, "--occupation", occupation_word, &occupation, error))
    return NULL;
  if (date_text != NULL && (date = tj_date_parse (date_text)) == TJ_DATE_NONE)
    {
      tj_cli_usage_error (error, _ ("--date takes a date written YYYY-MM-DD."));
      return NULL;
    }
  return g_object_new (TJ_TYPE_CONTACT, "date", date, "channel", channel, "direction",
                       TJ_DIRECTION_OUT, "outcome", outcome, "occupation", occupation, NULL);
}

static TjExit
run (TjCli *cli, GError **error)
{
  g_autoptr (TjContact) contact = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gint64 youth_id;

  if (cli->arguments == NULL || g_strv_length (cli->arguments) != 1)
    return tj_cli_usage_error (error, _ ("Give one personal number."));
  contact = new_contact (cli, error);
  youth_id = contact != NULL ? tj_cli_find_youth (cli, cli->arguments[0], error) : 0;
  if (youth_id == 0)
    return TJ_EXIT_FAILED;
  tj_contact_set_youth_id (contact, youth_id);
  if (!tj_contact_service_log (cli->context, contact, TJ_DATE_NONE, error))
    return TJ_EXIT_FAILED;
  json_builder_begin_object (builder);
  tj_json_add_date (builder, "date", tj_contact_get_date (contact));
  tj_json_add_code (builder, "channel", &tj_channels, tj_contact_get_channel (contact));
  tj_json_add_code (builder, "outcome", &tj_outcomes, tj_contact_get_outcome (contact));
  tj_json_add_code (builder, "occupation", &tj_occupations, tj_contact_get_occupation (contact));
  json_builder_end_object (builder);
  return tj_cli_print (cli, builder, error);
}

const TjCommand tj_command_contact = {
  .name = "contact",
  .usage = "PNR --channel C --outcome O",
  .summary = N_ ("Log a contact or an attempt"),
  .needs_register = TRUE,
  .options = options,
  .run = run,
};
