/* `tjugo restore`: a register from a backup, in a folder that has none, opened by the passphrase or
 * the recovery key that the register had when it was backed up. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-backup-restore.h"
#include "tj-cli-json.h"

static int recovery_key_fd = -1;

static const GOptionEntry options[] = {
  { "recovery-key-fd", 0, 0, G_OPTION_ARG_INT, &recovery_key_fd,
    N_ ("Read the recovery key, instead of a passphrase, from this file descriptor"), "N" },
  { NULL },
};

static TjExit
run (TjCli *cli, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (TjSecret) passphrase = NULL;
  g_autoptr (TjSecret) recovery_key = NULL;
  TjBackupCounts counts;

  if (cli->arguments == NULL || cli->arguments[1] != NULL || cli->register_dir == NULL)
    return tj_cli_usage_error (error, _ ("Give the backup's file and --register NEWDIR."));
  if (recovery_key_fd >= 0)
    recovery_key = tj_secret_new_from_fd (recovery_key_fd, error);
  else
    passphrase = tj_cli_read_passphrase (cli, error);
  if ((recovery_key == NULL && passphrase == NULL)
      || !tj_backup_restore (cli->context, cli->arguments[0], passphrase, recovery_key, &counts,
                             error))
    return TJ_EXIT_FAILED;
  json_builder_begin_object (builder);
  tj_json_add_boolean (builder, "restored", TRUE);
  tj_json_add_int (builder, "youths", (gint64)counts.youths);
  tj_json_add_int (builder, "contacts", (gint64)counts.contacts);
  tj_json_add_int (builder, "rows", (gint64)counts.rows);
  json_builder_end_object (builder);
  return tj_cli_print (cli, builder, error);
}

const TjCommand tj_command_restore = {
  .name = "restore",
  .usage = "FILE --register NEWDIR",
  .summary = N_ ("Make a register from a backup, in a folder that has none"),
  .needs_register = FALSE,
  .options = options,
  .run = run,
};
