/* `tjugo bus-cards`: who has a right to a bus card by the report of adult education. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-bus-card-service.h"
#include "tj-cli-json.h"

static char *output;

static const GOptionEntry options[] = {
  { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write the list to this file"),
    "FILE.csv" },
  { NULL },
};

static TjExit
save (TjCli *cli, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n_cards, n_protected;

  if (!tj_bus_card_service_save (cli->context, output, &n_cards, &n_protected, error))
    return TJ_EXIT_FAILED;
  json_builder_begin_object (builder);
  tj_json_add_int (builder, "cards", n_cards);
  tj_json_add_int (builder, "protected", n_protected);
  json_builder_end_object (builder);
  return tj_cli_print (cli, builder, error);
}

static TjExit
run (TjCli *cli, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) cards = NULL;
  guint n_protected;

  if (cli->arguments != NULL)
    return tj_cli_usage_error (error, _ ("bus-cards takes no arguments."));
  if (output != NULL)
    return save (cli, error);
  cards = tj_bus_card_service_list (cli->context, &n_protected, error);
  if (cards == NULL)
    return TJ_EXIT_FAILED;
  json_builder_begin_object (builder);
  tj_json_begin_list (builder, "cards");
  for (guint i = 0; i < cards->len; i++)
    {
      const TjBusCard *card = cards->pdata[i];

      json_builder_begin_object (builder);
      tj_json_add_string (builder, "personal_number", card->personal_number);
      tj_json_add_string (builder, "name", card->name);
      tj_json_add_string (builder, "courses", card->courses);
      tj_json_add_date (builder, "starts_on", card->starts_on);
      tj_json_add_date (builder, "ends_on", card->ends_on);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  tj_json_add_int (builder, "protected", n_protected);
  json_builder_end_object (builder);
  return tj_cli_print (cli, builder, error);
}

const TjCommand tj_command_bus_cards = {
  .name = "bus-cards",
  .usage = "[--output FILE.csv]",
  .summary = N_ ("List those entitled to a bus card"),
  .needs_register = TRUE,
  .options = options,
  .run = run,
};
