/* `tjugo init` and `tjugo demo`: make a register. The recovery key is printed once, here. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-cli-json.h"
#include "tj-demo.h"

#define DEFAULT_PEOPLE 120
#define DEFAULT_SEED 20
#define EVENTS_PER_PERSON 40
#define MOST_PEOPLE 1000000
#define DEMO_MUNICIPALITY "1472"
#define DEFAULT_ROUTINE "tibro"

static char *municipality, *routine;
static int people = DEFAULT_PEOPLE, seed = DEFAULT_SEED;

static const GOptionEntry init_options[] = {
  { "municipality", 0, 0, G_OPTION_ARG_STRING, &municipality, N_ ("The municipality's four digits"),
    "CODE" },
  { "routine", 0, 0, G_OPTION_ARG_STRING, &routine, N_ ("tibro, lidkoping or nordmaling"), "NAME" },
  { NULL },
};

static const GOptionEntry demo_options[] = {
  { "people", 0, 0, G_OPTION_ARG_INT, &people, N_ ("How many youths"), "N" },
  { "seed", 0, 0, G_OPTION_ARG_INT, &seed, N_ ("The same seed makes the same people"), "N" },
  { NULL },
};

/* Keys first, in memory; then the files. Without a passphrase the session's keyring opens it. */
static TjSecret *
make_register (TjCli *cli, const char *code, const char *routine_id, gboolean demo, GError **error)
{
  g_autoptr (TjSecret) passphrase = NULL;
  g_autoptr (TjSecret) recovery_key = NULL;

  if (cli->passphrase_fd >= 0 && (passphrase = tj_cli_read_passphrase (cli, error)) == NULL)
    return NULL;
  recovery_key = tj_context_prepare (cli->context, passphrase, demo, error);
  if (recovery_key == NULL
      || !tj_context_create (cli->context, code, routine_id, passphrase == NULL, error))
    return NULL;
  return g_steal_pointer (&recovery_key);
}

static TjExit
print_register (TjCli *cli, TjSecret *recovery_key, int n_people, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  tj_json_add_string (builder, "register", tj_context_get_register_dir (cli->context));
  tj_json_add_string (builder, "recovery_key", (const char *)tj_secret_get (recovery_key, NULL));
  if (n_people > 0)
    tj_json_add_int (builder, "people", n_people);
  json_builder_end_object (builder);
  return tj_cli_print (cli, builder, error);
}

static TjExit
run_init (TjCli *cli, GError **error)
{
  g_autoptr (TjSecret) recovery_key = NULL;

  if (municipality == NULL || cli->arguments != NULL)
    return tj_cli_usage_error (error, _ ("Give the municipality with --municipality CODE."));
  recovery_key = make_register (cli, municipality, routine != NULL ? routine : DEFAULT_ROUTINE,
                                FALSE, error);
  return recovery_key != NULL ? print_register (cli, recovery_key, 0, error) : TJ_EXIT_FAILED;
}

static TjExit
run_demo (TjCli *cli, GError **error)
{
  g_autoptr (TjSecret) recovery_key = NULL;

  if (people < 1 || people > MOST_PEOPLE || cli->arguments != NULL)
    return tj_cli_usage_error (error, _ ("--people takes a number from 1 to 1,000,000."));
  recovery_key = make_register (cli, DEMO_MUNICIPALITY, DEFAULT_ROUTINE, TRUE, error);
  if (recovery_key == NULL
      || !tj_demo_fill (cli->context, people, EVENTS_PER_PERSON, (guint32)seed, error))
    return TJ_EXIT_FAILED;
  return print_register (cli, recovery_key, people, error);
}

const TjCommand tj_command_init = {
  .name = "init",
  .usage = "--municipality CODE",
  .summary = N_ ("Make an empty register"),
  .options = init_options,
  .run = run_init,
};

const TjCommand tj_command_demo = {
  .name = "demo",
  .usage = "[--people N] [--seed N]",
  .summary = N_ ("Make a register of made-up people to try the program on"),
  .options = demo_options,
  .run = run_demo,
};
