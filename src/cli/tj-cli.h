#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "tj-context.h"

G_BEGIN_DECLS

/* What a command ends with (DESIGN § 9). */
typedef enum
{
  TJ_EXIT_DONE = 0,
  TJ_EXIT_FAILED = 1,
  TJ_EXIT_USAGE = 2,
  TJ_EXIT_BAD_INPUT = 3,
  TJ_EXIT_WRONG_KEY = 4,
  TJ_EXIT_BUSY = 5,
} TjExit;

/* One invocation: the parsed common options and what is left on the command line. */
typedef struct
{
  TjContext *context;
  char *register_dir;
  char *today;
  char *format;
  int passphrase_fd;
  GStrv arguments;
} TjCli;

typedef struct
{
  const char *name;
  const char *usage;
  const char *summary;
  gboolean needs_register;
  const GOptionEntry *options;
  TjExit (*run) (TjCli *cli, GError **error);
} TjCommand;

gboolean tj_cli_names_command (int argc, char **argv);
int tj_cli_main (int argc, char **argv);

TjSecret *tj_cli_read_passphrase (TjCli *cli, GError **error);
TjExit tj_cli_usage_error (GError **error, const char *message);
gint64 tj_cli_find_youth (TjCli *cli, const char *text, GError **error);
TjExit tj_cli_print (TjCli *cli, JsonBuilder *builder, GError **error);

extern const TjCommand tj_command_init, tj_command_demo, tj_command_import, tj_command_list,
    tj_command_due, tj_command_show, tj_command_contact, tj_command_letters, tj_command_verify,
    tj_command_key, tj_command_sheet, tj_command_backup, tj_command_restore, tj_command_undo,
    tj_command_redo, tj_command_log, tj_command_purge, tj_command_extract, tj_command_deregister,
    tj_command_twenty, tj_command_merge, tj_command_plan, tj_command_target_group,
    tj_command_reconcile, tj_command_proposals, tj_command_bus_cards, tj_command_report,
    tj_command_scb;

G_END_DECLS
