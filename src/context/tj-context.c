/* The register as commands and window see it: finds its folder, opens it with one of its keys,
 * hands out the store, the settings, the routine and the day, and closes it with the log's head
 * kept in the key file. Holds no rule of its own. The clock is read once, here, and nowhere else. */

#include "config.h"

#include "tj-context-private.h"

#include "tj-audit.h"
#include "tj-data-key.h"
#include "tj-register-place.h"
#include "tj-routine-json.h"
#include "tj-setting-keys.h"
#include "tj-settings.h"

enum
{
  SETTINGS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjContext, tj_context, G_TYPE_OBJECT)

static void
tj_context_finalize (GObject *object)
{
  TjContext *self = TJ_CONTEXT (object);

  tj_context_forget (self);
  g_free (self->register_dir);
  g_mutex_clear (&self->work_lock);
  g_cond_clear (&self->work_ended);
  G_OBJECT_CLASS (tj_context_parent_class)->finalize (object);
}

static void
tj_context_class_init (TjContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tj_context_finalize;
  signals[SETTINGS_CHANGED] = g_signal_new ("settings-changed", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tj_context_init (TjContext *self)
{
  g_mutex_init (&self->work_lock);
  g_cond_init (&self->work_ended);
}

/**
 * tj_context_dup_path: the path of a file of the register's folder. Returns a new string.
 */
char *
tj_context_dup_path (TjContext *self, const char *name)
{
  return g_build_filename (self->register_dir, name, NULL);
}

/**
 * tj_context_open_store: opens, or with `create` makes, the database with the keys the context holds.
 */
TjStore *
tj_context_open_store (TjContext *self, gboolean create, GError **error)
{
  g_autofree char *path = tj_context_dup_path (self, TJ_STORE_FILE_NAME);
  g_autoptr (TjSecret) key = tj_data_key_derive (self->data_key, TJ_SUBKEY_DATABASE);
  g_autoptr (TjSecret) audit_key = tj_data_key_derive (self->data_key, TJ_SUBKEY_AUDIT);
  const guint8 *key_bytes = tj_secret_get (key, NULL);
  const guint8 *audit_bytes = tj_secret_get (audit_key, NULL);

  return create ? tj_store_create (path, key_bytes, audit_bytes, error)
                : tj_store_open (path, key_bytes, audit_bytes, error);
}

/**
 * tj_context_forget: lets go of store, keys and routine; the keys are wiped.
 */
void
tj_context_forget (TjContext *self)
{
  g_clear_object (&self->store);
  g_clear_object (&self->key_file);
  g_clear_pointer (&self->data_key, tj_secret_unref);
  g_clear_pointer (&self->routine, tj_routine_free);
}

/**
 * tj_context_use_routine: plans by the routine in `json` without keeping it as a setting.
 */
gboolean
tj_context_use_routine (TjContext *self, const char *json, GError **error)
{
  g_autoptr (TjRoutine) routine = tj_routine_json_read (json, -1, error);

  if (routine == NULL || !tj_store_set_routine (self->store, routine, error))
    return FALSE;
  g_clear_pointer (&self->routine, tj_routine_free);
  self->routine = g_steal_pointer (&routine);
  return TRUE;
}

/**
 * tj_context_check_log_head: whether the log still holds the head that the key file kept at the last
 * closing.
 */
gboolean
tj_context_check_log_head (TjContext *self, GError **error)
{
  guint8 head[TJ_AUDIT_HEAD_BYTES];
  const guint64 count = tj_key_file_get_audit_head (self->key_file, head);

  return count == 0 || tj_audit_check_head (self->store, head, count, error);
}

/**
 * tj_context_new: a locked context for the register in `register_dir` (NULL: where the user's
 * register lives) on the day `today` (TJ_DATE_NONE: the machine's date). Reads nothing yet.
 */
TjContext *
tj_context_new (const char *register_dir, TjDate today)
{
  TjContext *self = g_object_new (TJ_TYPE_CONTEXT, NULL);

  self->register_dir = register_dir != NULL ? g_strdup (register_dir) : tj_register_place_dup ();
  self->today = today != TJ_DATE_NONE ? today : tj_date_today ();
  return self;
}

/**
 * tj_context_get_register_dir: the folder of the register, in file name encoding.
 */
const char *
tj_context_get_register_dir (TjContext *self)
{
  g_return_val_if_fail (TJ_IS_CONTEXT (self), NULL);
  return self->register_dir;
}

/**
 * tj_context_set_register_dir: takes another folder, in file name encoding, before a register is
 * made or opened.
 */
void
tj_context_set_register_dir (TjContext *self, const char *register_dir)
{
  g_return_if_fail (TJ_IS_CONTEXT (self) && self->store == NULL);

  g_free (self->register_dir);
  self->register_dir = g_strdup (register_dir);
}

/**
 * tj_context_has_register: whether the folder holds a key file.
 */
gboolean
tj_context_has_register (TjContext *self)
{
  g_autofree char *path = tj_context_dup_path (self, TJ_KEY_FILE_NAME);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/**
 * tj_context_get_today: the day every rule counts from.
 */
TjDate
tj_context_get_today (TjContext *self)
{
  g_return_val_if_fail (TJ_IS_CONTEXT (self), TJ_DATE_NONE);
  return self->today;
}

/**
 * tj_context_is_unlocked: whether the register is open.
 */
gboolean
tj_context_is_unlocked (TjContext *self)
{
  g_return_val_if_fail (TJ_IS_CONTEXT (self), FALSE);
  return self->store != NULL;
}

/**
 * tj_context_save_key_file: writes the key file with the log's present head in it.
 */
gboolean
tj_context_save_key_file (TjContext *self, GError **error)
{
  g_autofree char *path = tj_context_dup_path (self, TJ_KEY_FILE_NAME);
  guint8 head[TJ_AUDIT_HEAD_BYTES];
  guint64 count;

  g_return_val_if_fail (self->store != NULL, FALSE);
  return tj_audit_head (self->store, head, &count, error)
         && tj_key_file_set_audit_head (self->key_file, self->data_key, head, count, error)
         && tj_key_file_save (self->key_file, path, error);
}

/**
 * tj_context_close: keeps the log's head in the key file, closes the register and wipes its keys.
 * Work on another thread is cancelled first. A locked context closes at once. The context is locked afterwards even when this fails.
 */
gboolean
tj_context_close (TjContext *self, GError **error)
{
  gboolean done;

  g_return_val_if_fail (TJ_IS_CONTEXT (self), FALSE);
  if (self->store == NULL)
    return TRUE;
  tj_context_stop_work (self);
  done = tj_context_save_key_file (self, error);
  done = tj_store_close (self->store, done ? error : NULL) && done;
  tj_context_forget (self);
  return done;
}

/**
 * tj_context_verify: reads every page of the register and follows the log's chain to the head in
 * the key file; `error` says what does not hold.
 */
gboolean
tj_context_verify (TjContext *self, GError **error)
{
  g_return_val_if_fail (self->store != NULL, FALSE);
  return tj_context_check_log_head (self, error) && tj_store_verify (self->store, error);
}

/**
 * tj_context_get_key_file: the open register's key file, for the key commands.
 */
TjKeyFile *
tj_context_get_key_file (TjContext *self)
{
  g_return_val_if_fail (TJ_IS_CONTEXT (self), NULL);
  return self->key_file;
}

/**
 * tj_context_get_data_key: the open register's data key; NULL when locked.
 */
TjSecret *
tj_context_get_data_key (TjContext *self)
{
  g_return_val_if_fail (TJ_IS_CONTEXT (self), NULL);
  return self->data_key;
}

/**
 * tj_context_get_store: the open register; NULL when locked.
 */
TjStore *
tj_context_get_store (TjContext *self)
{
  g_return_val_if_fail (TJ_IS_CONTEXT (self), NULL);
  return self->store;
}

/**
 * tj_context_get_routine: the municipality's outreach routine; NULL when locked.
 */
const TjRoutine *
tj_context_get_routine (TjContext *self)
{
  g_return_val_if_fail (TJ_IS_CONTEXT (self), NULL);
  return self->routine;
}

/**
 * tj_context_set_routine: makes the routine in `json` the register's own and plans every ladder
 * anew. A routine that does not read is refused and nothing changes.
 */
gboolean
tj_context_set_routine (TjContext *self, const char *json, GError **error)
{
  g_autoptr (TjRoutine) routine = NULL;

  g_return_val_if_fail (self->store != NULL, FALSE);
  routine = tj_routine_json_read (json, -1, error);
  return routine != NULL && tj_context_set_setting (self, TJ_SETTING_ROUTINE, json, error)
         && tj_context_use_routine (self, json, error);
}

/**
 * tj_context_set_preset_routine: as tj_context_set_routine() with a routine the program ships.
 */
gboolean
tj_context_set_preset_routine (TjContext *self, const char *routine_id, GError **error)
{
  g_autofree char *json = tj_routine_preset_dup_json (routine_id, error);

  return json != NULL && tj_context_set_routine (self, json, error);
}

/**
 * tj_context_is_demo: whether the register holds made-up people, and paper and window must say so.
 */
gboolean
tj_context_is_demo (TjContext *self)
{
  g_return_val_if_fail (TJ_IS_CONTEXT (self), FALSE);
  return self->key_file != NULL && tj_key_file_is_demo (self->key_file);
}

/**
 * tj_context_dup_setting: a setting's text, or NULL when it was never set or, with `error` set,
 * cannot be read.
 */
char *
tj_context_dup_setting (TjContext *self, const char *key, GError **error)
{
  g_return_val_if_fail (self->store != NULL, NULL);
  return tj_settings_dup (self->store, key, error);
}

/**
 * tj_context_set_setting: keeps `value` (NULL: removes it) and tells those who listen.
 */
gboolean
tj_context_set_setting (TjContext *self, const char *key, const char *value, GError **error)
{
  g_autoptr (TjChange) change = NULL;

  g_return_val_if_fail (self->store != NULL, FALSE);
  change = tj_change_begin (self->store, "settings", error);
  if (change == NULL || !tj_settings_set (change, key, value, error)
      || !tj_change_commit (change, error))
    return FALSE;
  g_signal_emit (self, signals[SETTINGS_CHANGED], 0);
  return TRUE;
}

/**
 * tj_context_verify_log: follows the log's chain from its first row to the head in the key file and
 * on; `error` says that it was altered.
 */
gboolean
tj_context_verify_log (TjContext *self, GError **error)
{
  guint8 head[TJ_AUDIT_HEAD_BYTES];
  guint64 count;

  g_return_val_if_fail (self->store != NULL, FALSE);
  count = tj_key_file_get_audit_head (self->key_file, head);
  return tj_audit_verify (self->store, count > 0 ? head : NULL, count, error);
}

/**
 * tj_context_reload_settings: takes up settings that changed in the register by other ways than
 * this context, as by undo, and tells those who listen.
 */
gboolean
tj_context_reload_settings (TjContext *self, GError **error)
{
  g_return_val_if_fail (self->store != NULL, FALSE);
  if (!tj_context_load_routine (self, error))
    return FALSE;
  g_signal_emit (self, signals[SETTINGS_CHANGED], 0);
  return TRUE;
}
