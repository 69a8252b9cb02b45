/* `tjugo backup`: the register in one encrypted file, read back and counted; without a file name in
 * the folder that was chosen for backups, where older ones are thinned. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-backup-service.h"
#include "tj-cli-json.h"

static gboolean rehearse;

static const GOptionEntry options[] = {
  { "rehearse", 0, 0, G_OPTION_ARG_NONE, &rehearse,
    N_ ("Write nothing: read a backup to its end, open it and count it"), NULL },
  { NULL },
};

static void
add_counts (JsonBuilder *builder, const char *path, const TjBackupCounts *counts)
{
  json_builder_begin_object (builder);
  tj_json_add_string (builder, "backup", path);
  tj_json_add_int (builder, "youths", (gint64)counts->youths);
  tj_json_add_int (builder, "contacts", (gint64)counts->contacts);
  tj_json_add_int (builder, "log_rows", (gint64)counts->log_rows);
  tj_json_add_int (builder, "rows", (gint64)counts->rows);
  json_builder_end_object (builder);
}

static TjExit
run (TjCli *cli, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const guint n = cli->arguments != NULL ? g_strv_length (cli->arguments) : 0;
  const char *path = n == 1 ? cli->arguments[0] : NULL;
  TjBackupCounts counts;
  gboolean is_done;

  if (n > 1 || (rehearse && path == NULL))
    return tj_cli_usage_error (error, _ ("backup takes one file."));
  if (rehearse)
    is_done = tj_backup_service_rehearse (cli->context, path, &counts, error);
  else if (path != NULL)
    is_done = tj_backup_service_write (cli->context, path, &counts, error);
  else
    is_done = tj_backup_service_run (cli->context, &counts, error);
  if (!is_done)
    return TJ_EXIT_FAILED;
  add_counts (builder, path, &counts);
  return tj_cli_print (cli, builder, error);
}

const TjCommand tj_command_backup = {
  .name = "backup",
  .usage = "[--rehearse] [FILE]",
  .summary = N_ ("Back the register up in one encrypted file"),
  .needs_register = TRUE,
  .options = options,
  .run = run,
};
