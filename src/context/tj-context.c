/* The register as commands and window see it: finds its folder, opens it with one of its keys,
 * hands out the store, the settings, the routine and the day, and closes it with the log's head
 * kept in the key file. Holds no rule of its own. The clock is read once, here, and nowhere else.
 *
 * A new register is made in two steps, so that nothing is on disk before the recovery key has been
 * shown: tj_context_prepare() makes the keys in memory, tj_context_create() writes. */

#include "config.h"

#include "tj-context.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tj-audit.h"
#include "tj-catalogue-service.h"
#include "tj-data-key.h"
#include "tj-municipalities.h"
#include "tj-routine-json.h"
#include "tj-setting-keys.h"
#include "tj-settings.h"
#include "tj-undo.h"
#include "tj-vault-error.h"

struct _TjContext
{
  GObject parent_instance;

  char *register_dir;
  TjDate today;
  TjKeyFile *key_file;
  TjSecret *data_key;
  TjStore *store;
  TjRoutine *routine;
  guint failed_openings;
};

enum
{
  PROP_0,
  PROP_TODAY,
  PROP_UNLOCKED,
  N_PROPS
};

enum
{
  SETTINGS_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjContext, tj_context, G_TYPE_OBJECT)

static char *
dup_path (TjContext *self, const char *name)
{
  return g_build_filename (self->register_dir, name, NULL);
}

static TjStore *
open_store (TjContext *self, gboolean create, GError **error)
{
  g_autofree char *path = dup_path (self, TJ_STORE_FILE_NAME);
  g_autoptr (TjSecret) key = tj_data_key_derive (self->data_key, TJ_SUBKEY_DATABASE);
  g_autoptr (TjSecret) audit_key = tj_data_key_derive (self->data_key, TJ_SUBKEY_AUDIT);
  const guint8 *key_bytes = tj_secret_get (key, NULL);
  const guint8 *audit_bytes = tj_secret_get (audit_key, NULL);

  return create ? tj_store_create (path, key_bytes, audit_bytes, error)
                : tj_store_open (path, key_bytes, audit_bytes, error);
}

static void
forget (TjContext *self)
{
  g_clear_object (&self->store);
  g_clear_object (&self->key_file);
  g_clear_pointer (&self->data_key, tj_secret_unref);
  g_clear_pointer (&self->routine, tj_routine_free);
}

static gboolean
use_routine (TjContext *self, const char *json, GError **error)
{
  g_autoptr (TjRoutine) routine = tj_routine_json_read (json, -1, error);

  if (routine == NULL || !tj_store_set_routine (self->store, routine, error))
    return FALSE;
  g_clear_pointer (&self->routine, tj_routine_free);
  self->routine = g_steal_pointer (&routine);
  return TRUE;
}

static gboolean
load_routine (TjContext *self, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *json = tj_settings_dup (self->store, TJ_SETTING_ROUTINE, &problem);

  if (json != NULL)
    return use_routine (self, json, error);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  g_set_error_literal (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT,
                       _ ("The register has no outreach routine."));
  return FALSE;
}

/* The log in the database must still hold the head that the key file kept at the last closing. */
static gboolean
check_log_head (TjContext *self, GError **error)
{
  guint8 head[TJ_AUDIT_HEAD_BYTES];
  const guint64 count = tj_key_file_get_audit_head (self->key_file, head);

  return count == 0 || tj_audit_check_head (self->store, head, count, error);
}

static gboolean
log_opening (TjContext *self, GError **error)
{
  g_autofree char *details = NULL;

  if (self->failed_openings > 0)
    details = g_strdup_printf ("failed-openings=%u", self->failed_openings);
  self->failed_openings = 0;
  return tj_audit_log (self->store, "open", 0, details, error);
}

static gboolean
finish_unlocking (TjContext *self, GError **error)
{
  self->store = open_store (self, FALSE, error);
  if (self->store == NULL || !check_log_head (self, error) || !load_routine (self, error)
      || !log_opening (self, error))
    {
      forget (self);
      return FALSE;
    }
  return TRUE;
}

static gboolean
load_key_file (TjContext *self, GError **error)
{
  g_autofree char *path = dup_path (self, TJ_KEY_FILE_NAME);

  forget (self);
  if (!tj_context_has_register (self))
    {
      g_set_error_literal (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_NO_REGISTER,
                           _ ("There is no register in this folder. Make one with “tjugo init”."));
      return FALSE;
    }
  self->key_file = tj_key_file_load (path, error);
  return self->key_file != NULL;
}

/* Takes `data_key`, which is NULL when no slot opened. */
static gboolean
unlock_with (TjContext *self, TjSecret *data_key, GError **error)
{
  self->data_key = data_key;
  if (data_key == NULL)
    self->failed_openings++;
  return data_key != NULL && finish_unlocking (self, error);
}

static gboolean
refuse_existing (TjContext *self, GError **error)
{
  g_autofree char *database = dup_path (self, TJ_STORE_FILE_NAME);

  if (!tj_context_has_register (self) && !g_file_test (database, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error_literal (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_EXISTS,
                       _ ("The folder holds a register already. Choose another folder."));
  return FALSE;
}

static gboolean
make_folder (TjContext *self, GError **error)
{
  if (g_mkdir_with_parents (self->register_dir, 0700) == 0)
    return TRUE;
  g_set_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT,
               _ ("The folder of the register cannot be made: %s."), g_strerror (errno));
  return FALSE;
}

static gboolean
write_first_settings (TjContext *self,
                      const char *municipality_code,
                      const char *routine_json,
                      GError **error)
{
  g_autofree char *name = tj_municipalities_dup_name (municipality_code);

  return tj_context_set_setting (self, TJ_SETTING_MUNICIPALITY, municipality_code, error)
         && tj_context_set_setting (self, TJ_SETTING_LETTERHEAD "municipality", name, error)
         && tj_context_set_routine (self, routine_json, error)
         && tj_catalogue_service_fill (self, self->routine->id, error)
         /* What a register is made with is not to be undone. */
         && tj_undo_clear (self->store, error);
}

static gboolean
write_register (TjContext *self,
                const char *municipality_code,
                const char *routine_json,
                GError **error)
{
  if (!make_folder (self, error))
    return FALSE;
  self->store = open_store (self, TRUE, error);
  return self->store != NULL && write_first_settings (self, municipality_code, routine_json, error)
         && tj_context_save_key_file (self, error);
}

/* A register that could not be made whole leaves nothing behind. */
static void
remove_half_made (TjContext *self)
{
  g_autofree char *database = dup_path (self, TJ_STORE_FILE_NAME);
  g_autofree char *keys = dup_path (self, TJ_KEY_FILE_NAME);

  if (self->store != NULL)
    tj_store_close (self->store, NULL);
  g_unlink (database);
  g_unlink (keys);
  forget (self);
}

static gboolean
check_municipality (const char *code, GError **error)
{
  g_autofree char *name = tj_municipalities_dup_name (code);

  if (name != NULL)
    return TRUE;
  g_set_error_literal (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT,
                       _ ("No municipality has this code. Give the four digits of SCB, "
                          "such as 1472."));
  return FALSE;
}

static void
tj_context_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TjContext *self = TJ_CONTEXT (object);

  switch (id)
    {
    case PROP_TODAY:
      g_value_set_uint (value, self->today);
      break;
    case PROP_UNLOCKED:
      g_value_set_boolean (value, tj_context_is_unlocked (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tj_context_finalize (GObject *object)
{
  TjContext *self = TJ_CONTEXT (object);

  forget (self);
  g_free (self->register_dir);
  G_OBJECT_CLASS (tj_context_parent_class)->finalize (object);
}

static void
tj_context_class_init (TjContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tj_context_get_property;
  object_class->finalize = tj_context_finalize;
  properties[PROP_TODAY] = g_param_spec_uint ("today", NULL, NULL, 0, G_MAXUINT32, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNLOCKED] = g_param_spec_boolean ("unlocked", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SETTINGS_CHANGED] = g_signal_new ("settings-changed", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tj_context_init (TjContext *self)
{
}

/**
 * tj_context_new: a locked context for the register in `register_dir` (NULL: the user's data
 * folder) on the day `today` (TJ_DATE_NONE: the machine's date). Reads nothing yet.
 */
TjContext *
tj_context_new (const char *register_dir, TjDate today)
{
  TjContext *self = g_object_new (TJ_TYPE_CONTEXT, NULL);

  self->register_dir = register_dir != NULL
                           ? g_strdup (register_dir)
                           : g_build_filename (g_get_user_data_dir (), "tjugo", NULL);
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
 * tj_context_has_register: whether the folder holds a key file.
 */
gboolean
tj_context_has_register (TjContext *self)
{
  g_autofree char *path = dup_path (self, TJ_KEY_FILE_NAME);

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
 * tj_context_prepare: makes the keys of a new register, in memory only. `passphrase` may be NULL
 * when the keyring is to be used. Returns the recovery key as it is to be printed, or NULL with
 * `error` set. The next step is tj_context_create().
 */
TjSecret *
tj_context_prepare (TjContext *self, const TjSecret *passphrase, gboolean demo, GError **error)
{
  g_autoptr (TjSecret) recovery_key = NULL;

  g_return_val_if_fail (TJ_IS_CONTEXT (self), NULL);
  if (!refuse_existing (self, error))
    return NULL;
  forget (self);
  self->key_file = tj_key_file_new (demo, &self->data_key);
  if (passphrase != NULL
      && tj_key_file_add_passphrase (self->key_file, self->data_key, passphrase, "", NULL, error)
             == 0)
    return NULL;
  recovery_key = tj_key_file_add_recovery_key (self->key_file, self->data_key, "", error);
  return g_steal_pointer (&recovery_key);
}

/**
 * tj_context_create: writes the register that tj_context_prepare() made the keys of, for a
 * municipality (SCB's four digits) and a preset routine (tibro, lidkoping, nordmaling), and
 * leaves it unlocked. With `with_keyring` the session's keyring gets a key of its own. On failure
 * nothing is left on disk and the keys are forgotten.
 */
gboolean
tj_context_create (TjContext *self,
                   const char *municipality_code,
                   const char *routine_id,
                   gboolean with_keyring,
                   GError **error)
{
  g_autofree char *routine_json = NULL;

  g_return_val_if_fail (TJ_IS_CONTEXT (self), FALSE);
  g_return_val_if_fail (self->key_file != NULL && self->store == NULL, FALSE);
  routine_json = tj_routine_preset_dup_json (routine_id, error);
  if (routine_json == NULL || !check_municipality (municipality_code, error)
      || !refuse_existing (self, error))
    return FALSE;
  if (with_keyring
      && tj_key_file_add_keyring (self->key_file, self->data_key, "", NULL, error) == 0)
    return FALSE;
  if (!write_register (self, municipality_code, routine_json, error))
    {
      remove_half_made (self);
      return FALSE;
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNLOCKED]);
  return TRUE;
}

/**
 * tj_context_unlock_with_passphrase: opens the register. A wrong passphrase, a damaged key file,
 * a newer version and a register in use are told apart by the error; none writes a byte. Takes
 * about a second on purpose (Argon2id), so a window calls it from a worker thread.
 */
gboolean
tj_context_unlock_with_passphrase (TjContext *self, const TjSecret *passphrase, GError **error)
{
  g_return_val_if_fail (TJ_IS_CONTEXT (self), FALSE);
  return load_key_file (self, error)
         && unlock_with (self, tj_key_file_open_with_passphrase (self->key_file, passphrase, error),
                         error);
}

/**
 * tj_context_unlock_with_keyring: as with a passphrase, with the key that the session's Secret
 * Service keeps.
 */
gboolean
tj_context_unlock_with_keyring (TjContext *self, GError **error)
{
  g_return_val_if_fail (TJ_IS_CONTEXT (self), FALSE);
  return load_key_file (self, error)
         && unlock_with (self, tj_key_file_open_with_keyring (self->key_file, NULL, error), error);
}

/**
 * tj_context_unlock_with_recovery_key: as with a passphrase, with the key on the recovery sheet.
 */
gboolean
tj_context_unlock_with_recovery_key (TjContext *self, const TjSecret *text, GError **error)
{
  g_return_val_if_fail (TJ_IS_CONTEXT (self), FALSE);
  return load_key_file (self, error)
         && unlock_with (self, tj_key_file_open_with_recovery_key (self->key_file, text, error),
                         error);
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
  g_autofree char *path = dup_path (self, TJ_KEY_FILE_NAME);
  guint8 head[TJ_AUDIT_HEAD_BYTES];
  guint64 count;

  g_return_val_if_fail (self->store != NULL, FALSE);
  return tj_audit_head (self->store, head, &count, error)
         && tj_key_file_set_audit_head (self->key_file, self->data_key, head, count, error)
         && tj_key_file_save (self->key_file, path, error);
}

/**
 * tj_context_close: keeps the log's head in the key file, closes the register and wipes its keys.
 * A locked context closes at once. The context is locked afterwards even when this fails.
 */
gboolean
tj_context_close (TjContext *self, GError **error)
{
  gboolean done;

  g_return_val_if_fail (TJ_IS_CONTEXT (self), FALSE);
  if (self->store == NULL)
    return TRUE;
  done = tj_context_save_key_file (self, error);
  done = tj_store_close (self->store, done ? error : NULL) && done;
  forget (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNLOCKED]);
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
  return check_log_head (self, error) && tj_store_verify (self->store, error);
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
         && use_routine (self, json, error);
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
