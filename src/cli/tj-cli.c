/* The command line: finds the command, reads the options every command shares, opens the register
 * when the command needs one, and turns errors into one line on stderr and an exit code. No
 * command prints personal data on stderr. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-exchange-error.h"
#include "tj-vault-error.h"

#define TJ_CLI_ERROR (tj_cli_error_quark ())

static G_DEFINE_QUARK (tj - cli - error - quark, tj_cli_error)

static const TjCommand *const commands[] = {
  &tj_command_init,      &tj_command_demo,      &tj_command_import,       &tj_command_list,
  &tj_command_due,       &tj_command_show,      &tj_command_contact,      &tj_command_letters,
  &tj_command_verify,    &tj_command_key,       &tj_command_deregister,   &tj_command_twenty,
  &tj_command_merge,     &tj_command_undo,      &tj_command_redo,         &tj_command_log,
  &tj_command_extract,   &tj_command_plan,      &tj_command_purge,        &tj_command_sheet,
  &tj_command_backup,    &tj_command_restore,   &tj_command_target_group, &tj_command_proposals,
  &tj_command_bus_cards, &tj_command_reconcile, &tj_command_report,     &tj_command_scb,
};

static const char *const options_with_value[]
    = { "--register", "--today", "--passphrase-fd", "--format", NULL };

/* The place of the first word that is neither an option nor an option's value; 0 when none. */
static int
find_command_word (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      if (argv[i][0] != '-')
        return i;
      if (g_strv_contains (options_with_value, argv[i]))
        i++;
    }
  return 0;
}

static const TjCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];
  return NULL;
}

static void
print_commands (void)
{
  g_print ("%s\n\n", _ ("Usage: tjugo COMMAND [OPTIONS]; without a command the window opens."));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-10s %-32s %s\n", commands[i]->name, commands[i]->usage, _ (commands[i]->summary));
}

static int
exit_code_for (const GError *error)
{
  if (error->domain == TJ_CLI_ERROR || error->domain == G_OPTION_ERROR)
    return TJ_EXIT_USAGE;
  if (error->domain == TJ_VAULT_ERROR
      && (error->code == TJ_VAULT_ERROR_WRONG_KEY || error->code == TJ_VAULT_ERROR_NO_KEYRING))
    return TJ_EXIT_WRONG_KEY;
  if (error->domain == TJ_STORE_ERROR && error->code == TJ_STORE_ERROR_WRONG_KEY)
    return TJ_EXIT_WRONG_KEY;
  if (error->domain == TJ_STORE_ERROR && error->code == TJ_STORE_ERROR_BUSY)
    return TJ_EXIT_BUSY;
  if (error->domain == TJ_STORE_ERROR && error->code == TJ_STORE_ERROR_NOT_FOUND)
    return TJ_EXIT_BAD_INPUT;
  if (error->domain == TJ_EXCHANGE_ERROR && error->code != TJ_EXCHANGE_ERROR_IO)
    return TJ_EXIT_BAD_INPUT;
  if (error->domain == TJ_CONTEXT_ERROR && error->code == TJ_CONTEXT_ERROR_BAD_INPUT)
    return TJ_EXIT_BAD_INPUT;
  return TJ_EXIT_FAILED;
}

static int
report (const GError *error)
{
  g_autofree char *line = g_strdelimit (g_strdup (error->message), "\r\n", ' ');

  g_printerr ("tjugo: %s\n", line);
  return exit_code_for (error);
}

static gboolean
parse_options (TjCli *cli, const TjCommand *command, int argc, char **argv, GError **error)
{
  const GOptionEntry common[] = {
    { "register", 0, 0, G_OPTION_ARG_FILENAME, &cli->register_dir, N_ ("Folder of the register"),
      "DIR" },
    { "today", 0, 0, G_OPTION_ARG_STRING, &cli->today, N_ ("The day it is (YYYY-MM-DD)"), "DATE" },
    { "passphrase-fd", 0, 0, G_OPTION_ARG_INT, &cli->passphrase_fd,
      N_ ("Read the passphrase from this file descriptor"), "N" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &cli->format, N_ ("table, json or csv"), "FORMAT" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &cli->arguments, NULL, NULL },
    { NULL },
  };
  g_autofree char *parameters = g_strdup_printf ("%s %s", command->name, command->usage);
  g_autoptr (GOptionContext) options = g_option_context_new (parameters);

  g_option_context_set_summary (options, _ (command->summary));
  g_option_context_add_main_entries (options, common, GETTEXT_PACKAGE);
  if (command->options != NULL)
    g_option_context_add_main_entries (options, command->options, GETTEXT_PACKAGE);
  return g_option_context_parse (options, &argc, &argv, error);
}

static gboolean
check_options (TjCli *cli, TjDate *today, GError **error)
{
  static const char *const formats[] = { "table", "json", "csv", NULL };

  if (cli->format != NULL && !g_strv_contains (formats, cli->format))
    {
      tj_cli_usage_error (error, _ ("--format takes table, json or csv."));
      return FALSE;
    }
  *today = cli->today != NULL ? tj_date_parse (cli->today) : tj_date_today ();
  if (*today == TJ_DATE_NONE)
    {
      tj_cli_usage_error (error, _ ("--today takes a date written YYYY-MM-DD."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
unlock (TjCli *cli, GError **error)
{
  g_autoptr (TjSecret) passphrase = NULL;

  if (cli->passphrase_fd < 0)
    return tj_context_unlock_with_keyring (cli->context, error);
  passphrase = tj_cli_read_passphrase (cli, error);
  return passphrase != NULL && tj_context_unlock_with_passphrase (cli->context, passphrase, error);
}

static int
run_command (TjCli *cli, const TjCommand *command, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  TjDate today;
  TjExit code;

  if (!parse_options (cli, command, argc, argv, &error) || !check_options (cli, &today, &error))
    {
      report (error);
      return TJ_EXIT_USAGE;
    }
  cli->context = tj_context_new (cli->register_dir, today);
  if (command->needs_register && !unlock (cli, &error))
    return report (error);
  code = command->run (cli, &error);
  if (error != NULL)
    return report (error);
  if (!tj_context_close (cli->context, &error))
    return report (error);
  return code;
}

static void
clear_cli (TjCli *cli)
{
  g_clear_object (&cli->context);
  g_free (cli->register_dir);
  g_free (cli->today);
  g_free (cli->format);
  g_strfreev (cli->arguments);
}

/**
 * tj_cli_names_command: whether the command line holds a word, and so is for the commands
 * rather than for the window.
 */
gboolean
tj_cli_names_command (int argc, char **argv)
{
  return find_command_word (argc, argv) > 0;
}

/**
 * tj_cli_main: runs the command that `argv` names and returns the process's exit code.
 */
int
tj_cli_main (int argc, char **argv)
{
  int place = find_command_word (argc, argv);
  const TjCommand *command = place > 0 ? find_command (argv[place]) : NULL;
  TjCli cli = { .passphrase_fd = -1 };
  int code;

  if (command == NULL)
    {
      print_commands ();
      return TJ_EXIT_USAGE;
    }
  memmove (argv + place, argv + place + 1, (argc - place) * sizeof *argv);
  code = run_command (&cli, command, argc - 1, argv);
  clear_cli (&cli);
  return code;
}

/**
 * tj_cli_usage_error: sets `error` to say what is wrong with the command line.
 * Returns TJ_EXIT_USAGE, for the caller to return.
 */
TjExit
tj_cli_usage_error (GError **error, const char *message)
{
  g_set_error_literal (error, TJ_CLI_ERROR, 0, message);
  return TJ_EXIT_USAGE;
}

/**
 * tj_cli_read_passphrase: the passphrase from the descriptor named by --passphrase-fd.
 * Returns a new secret, or NULL with `error` set when none was named or it cannot be read.
 */
TjSecret *
tj_cli_read_passphrase (TjCli *cli, GError **error)
{
  if (cli->passphrase_fd < 0)
    {
      tj_cli_usage_error (error, _ ("Give the passphrase with --passphrase-fd N."));
      return NULL;
    }
  return tj_secret_new_from_fd (cli->passphrase_fd, error);
}
