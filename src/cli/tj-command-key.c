/* `tjugo key`: the ways a register can be opened. Each change is logged and written to the key
 * file at once. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-audit.h"
#include "tj-cli-json.h"

static int new_passphrase_fd = -1;

static const GOptionEntry options[] = {
  { "new-passphrase-fd", 0, 0, G_OPTION_ARG_INT, &new_passphrase_fd,
    N_ ("Read the new passphrase from this file descriptor"), "N" },
  { NULL },
};

typedef struct
{
  const char *name;
  TjExit (*run) (TjCli *cli, JsonBuilder *builder, GError **error);
} KeyAction;

/* Keeps the changed key file, and says in the log what was done to it. */
static gboolean
keep (TjCli *cli, const char *action, GError **error)
{
  return tj_audit_log (tj_context_get_store (cli->context), action, 0, NULL, error)
         && tj_context_save_key_file (cli->context, error);
}

static void
add_slot (JsonBuilder *builder, const TjKeySlot *slot)
{
  g_autoptr (GDateTime) created = g_date_time_new_from_unix_utc (tj_key_slot_get_created_at (slot));
  g_autofree char *instant = g_date_time_format_iso8601 (created);

  json_builder_begin_object (builder);
  tj_json_add_int (builder, "id", tj_key_slot_get_id (slot));
  tj_json_add_string (builder, "kind", tj_key_slot_kind_to_word (tj_key_slot_get_kind (slot)));
  tj_json_add_string (builder, "kind_label",
                      tj_key_slot_kind_get_label (tj_key_slot_get_kind (slot)));
  tj_json_add_string (builder, "created_at", instant);
  json_builder_end_object (builder);
}

static TjExit
list (TjCli *cli, JsonBuilder *builder, GError **error)
{
  TjKeyFile *keys = tj_context_get_key_file (cli->context);

  json_builder_begin_array (builder);
  for (guint i = 0; i < tj_key_file_get_n_slots (keys); i++)
    add_slot (builder, tj_key_file_get_slot (keys, i));
  json_builder_end_array (builder);
  return TJ_EXIT_DONE;
}

static TjExit
print_added (JsonBuilder *builder, guint slot)
{
  json_builder_begin_object (builder);
  tj_json_add_int (builder, "id", slot);
  json_builder_end_object (builder);
  return TJ_EXIT_DONE;
}

static TjExit
add_passphrase (TjCli *cli, JsonBuilder *builder, GError **error)
{
  g_autoptr (TjSecret) passphrase = NULL;
  guint slot;

  if (new_passphrase_fd < 0)
    return tj_cli_usage_error (error, _ ("Give the new passphrase with --new-passphrase-fd N."));
  passphrase = tj_secret_new_from_fd (new_passphrase_fd, error);
  if (passphrase == NULL)
    return TJ_EXIT_FAILED;
  slot = tj_key_file_add_passphrase (tj_context_get_key_file (cli->context),
                                     tj_context_get_data_key (cli->context), passphrase, "", NULL,
                                     error);
  if (slot == 0 || !keep (cli, "add-passphrase", error))
    return TJ_EXIT_FAILED;
  return print_added (builder, slot);
}

static TjExit
add_keyring (TjCli *cli, JsonBuilder *builder, GError **error)
{
  const guint slot
      = tj_key_file_add_keyring (tj_context_get_key_file (cli->context),
                                 tj_context_get_data_key (cli->context), "", NULL, error);

  if (slot == 0 || !keep (cli, "add-keyring", error))
    return TJ_EXIT_FAILED;
  return print_added (builder, slot);
}

static TjExit
add_recovery_key (TjCli *cli, JsonBuilder *builder, GError **error)
{
  g_autoptr (TjSecret) recovery_key = tj_key_file_add_recovery_key (
      tj_context_get_key_file (cli->context), tj_context_get_data_key (cli->context), "", error);

  if (recovery_key == NULL || !keep (cli, "add-recovery-key", error))
    return TJ_EXIT_FAILED;
  json_builder_begin_object (builder);
  tj_json_add_string (builder, "recovery_key", (const char *)tj_secret_get (recovery_key, NULL));
  json_builder_end_object (builder);
  return TJ_EXIT_DONE;
}

static TjExit
remove_slot (TjCli *cli, JsonBuilder *builder, GError **error)
{
  guint64 slot = 0;

  if (g_strv_length (cli->arguments) != 2
      || !g_ascii_string_to_unsigned (cli->arguments[1], 10, 1, G_MAXUINT32, &slot, NULL))
    return tj_cli_usage_error (error,
                               _ ("Give the number of the key, as “tjugo key list” shows it."));
  if (!tj_key_file_remove_slot (tj_context_get_key_file (cli->context),
                                tj_context_get_data_key (cli->context), (guint)slot, error)
      || !keep (cli, "remove-key", error))
    return TJ_EXIT_FAILED;
  return print_added (builder, (guint)slot);
}

static const KeyAction actions[] = {
  { "list", list },
  { "add-passphrase", add_passphrase },
  { "add-keyring", add_keyring },
  { "recovery", add_recovery_key },
  { "remove", remove_slot },
};

static TjExit
run (TjCli *cli, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const char *name = cli->arguments != NULL ? cli->arguments[0] : "";

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      {
        const TjExit code = actions[i].run (cli, builder, error);

        return code == TJ_EXIT_DONE ? tj_cli_print (cli, builder, error) : code;
      }
  return tj_cli_usage_error (
      error, _ ("key takes one of: list, add-passphrase, add-keyring, recovery, remove."));
}

const TjCommand tj_command_key = {
  .name = "key",
  .usage = "list|add-…|recovery|remove",
  .summary = N_ ("Show and change the ways the register can be opened"),
  .needs_register = TRUE,
  .options = options,
  .run = run,
};
