/* A register that is open: the lock on its folder, the connection, and the keys it verifies
 * itself with. Opening looks before it touches: whether somebody else has it, whether the key
 * fits and whether the file is newer are known before anything is written. */

#include "config.h"

#include "tj-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

#include "tj-audit.h"
#include "tj-migrations.h"
#include "tj-pages.h"
#include "tj-planner.h"
#include "tj-statement.h"
#include "tj-store-private.h"

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (TjStore, tj_store, G_TYPE_OBJECT)

/* Ends everything that open() began. */
static gboolean
shut (TjStore *self, GError **error)
{
  gboolean is_closed = self->connection == NULL
                       || tj_connection_close (g_steal_pointer (&self->connection), error);

  g_clear_pointer (&self->keys, sodium_free);
  g_clear_pointer (&self->lock, tj_lock_release);
  self->routine = NULL;
  return is_closed;
}

static void
tj_store_finalize (GObject *object)
{
  TjStore *self = TJ_STORE (object);

  /* Nobody is left to tell; the write-ahead log keeps what could not be moved. */
  shut (self, NULL);
  g_free (self->path);

  G_OBJECT_CLASS (tj_store_parent_class)->finalize (object);
}

static void
tj_store_class_init (TjStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tj_store_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
tj_store_init (TjStore *self)
{
}

static TjStore *
new_store (const char *path,
           const guint8 key[TJ_STORE_KEY_BYTES],
           const guint8 audit_key[TJ_STORE_KEY_BYTES],
           GError **error)
{
  g_autoptr (TjStore) self = g_object_new (TJ_TYPE_STORE, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  self->path = g_strdup (path);
  if (sodium_init () < 0 || (self->keys = sodium_malloc (2 * TJ_STORE_KEY_BYTES)) == NULL)
    {
      g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_IO,
                           _ ("There is no protected memory for the key"));
      return NULL;
    }
  memcpy (self->keys, key, TJ_STORE_KEY_BYTES);
  memcpy (self->keys + TJ_STORE_KEY_BYTES, audit_key, TJ_STORE_KEY_BYTES);

  self->lock = tj_lock_acquire (folder, error);
  return self->lock != NULL ? g_steal_pointer (&self) : NULL;
}

/* From here on the folder is written to. */
static gboolean
connect_store (TjStore *self, guint version, gboolean create, GError **error)
{
  if (!tj_lock_sign (self->lock, error))
    return FALSE;
  self->connection = tj_connection_open (self->path, self->keys, create, error);
  return self->connection != NULL && tj_migrations_run (self->connection, version, error);
}

/* The database's own file, for its owner alone; its journal takes over the mode. */
static gboolean
make_private_file (const char *path, GError **error)
{
  int file = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (file >= 0)
    return g_close (file, error);
  if (errno == EEXIST)
    g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_IO,
                         _ ("There is a register already"));
  else
    g_set_error (error, TJ_STORE_ERROR, TJ_STORE_ERROR_IO, _ ("The register cannot be made: %s"),
                 g_strerror (errno));
  return FALSE;
}

/**
 * tj_store_create:
 * @path: where the database file is to be; its folder exists
 * @key: the register's key, 32 random bytes
 * @audit_key: the subkey of the audit's chain
 *
 * Makes an empty register and opens it. The keys are copied into locked memory.
 *
 * Returns: (transfer full): the open register, or NULL with a #TjStoreError; an existing file is
 *   %TJ_STORE_ERROR_IO and left alone
 */
TjStore *
tj_store_create (const char *path,
                 const guint8 key[TJ_STORE_KEY_BYTES],
                 const guint8 audit_key[TJ_STORE_KEY_BYTES],
                 GError **error)
{
  g_autoptr (TjStore) self = NULL;

  g_return_val_if_fail (path != NULL && key != NULL && audit_key != NULL, NULL);

  self = new_store (path, key, audit_key, error);
  if (self == NULL)
    return NULL;
  if (!make_private_file (path, error))
    return NULL;
  return connect_store (self, 0, TRUE, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tj_store_open:
 * @path: the database file
 * @key: the register's key
 * @audit_key: the subkey of the audit's chain
 *
 * Opens a register, and brings an older one up to this program's schema. When it fails, nothing
 * in the folder has changed. The keys are copied into locked memory.
 *
 * Returns: (transfer full): the open register, or NULL with %TJ_STORE_ERROR_BUSY,
 *   %TJ_STORE_ERROR_WRONG_KEY, %TJ_STORE_ERROR_NEWER, %TJ_STORE_ERROR_DAMAGED or
 *   %TJ_STORE_ERROR_IO
 */
TjStore *
tj_store_open (const char *path,
               const guint8 key[TJ_STORE_KEY_BYTES],
               const guint8 audit_key[TJ_STORE_KEY_BYTES],
               GError **error)
{
  g_autoptr (TjStore) self = NULL;
  guint version;

  g_return_val_if_fail (path != NULL && key != NULL && audit_key != NULL, NULL);

  self = new_store (path, key, audit_key, error);
  if (self == NULL || !tj_pages_check_key (path, self->keys, &version, error))
    return NULL;
  if (version > tj_migrations_get_latest ())
    {
      g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_NEWER,
                           _ ("The register was written by a newer version of the program"));
      return NULL;
    }
  return connect_store (self, version, FALSE, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tj_store_close:
 *
 * Closes the register, wipes its keys and lets others have it. Closing twice is nothing.
 *
 * Returns: whether all is in the file; %TJ_STORE_ERROR_BUSY within a change, and then it is still
 *   open
 */
gboolean
tj_store_close (TjStore *self, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (self), FALSE);

  if (self->change != NULL)
    {
      g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_BUSY,
                           _ ("Another change is under way"));
      return FALSE;
    }
  return shut (self, error);
}

/* SQLite's own checks answer with rows: "ok" or what is wrong, or nothing when nothing is. */
static gboolean
check_answer (TjStore *self, const char *pragma, const char *good, GError **error)
{
  g_autoptr (TjStatement) statement = tj_statement_new (self->connection, pragma, error);
  TjStatementStep step;

  if (statement == NULL)
    return FALSE;
  step = tj_statement_step (statement, error);
  if (step == TJ_STATEMENT_FAILED)
    return FALSE;
  if (g_strcmp0 (step == TJ_STATEMENT_ROW ? tj_statement_get_text (statement, 0) : NULL, good) == 0)
    return TRUE;

  g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_DAMAGED,
                       _ ("The register is damaged"));
  return FALSE;
}

/**
 * tj_store_verify:
 *
 * Verifies the HMAC of every page in the file, the structure of the tables, the references
 * between them, and the audit's chain. It reads the whole file.
 *
 * Returns: whether all is well; else %TJ_STORE_ERROR_DAMAGED
 */
gboolean
tj_store_verify (TjStore *self, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (self), FALSE);

  return tj_store_check_open (self, error) && tj_connection_checkpoint (self->connection, error)
         && tj_pages_verify (self->path, self->keys, error)
         && check_answer (self, "PRAGMA integrity_check", "ok", error)
         && check_answer (self, "PRAGMA foreign_key_check", NULL, error)
         && tj_audit_verify (self, NULL, 0, error);
}

/**
 * tj_store_get_path:
 *
 * Returns: (transfer none): the database file
 */
const char *
tj_store_get_path (TjStore *self)
{
  g_return_val_if_fail (TJ_IS_STORE (self), NULL);

  return self->path;
}

/**
 * tj_store_set_routine:
 * @routine: (transfer none): the municipality's routine; it must live until another is set or the
 *   store is closed
 *
 * Says by which routine ladders are planned. When it differs from the one the agenda was planned
 * by, everybody is planned anew.
 *
 * Returns: whether the agenda is up to date
 */
gboolean
tj_store_set_routine (TjStore *self, const TjRoutine *routine, GError **error)
{
  const TjRoutine *before;

  g_return_val_if_fail (TJ_IS_STORE (self) && routine != NULL, FALSE);

  if (!tj_store_check_open (self, error))
    return FALSE;
  before = self->routine;
  self->routine = routine;
  if (tj_planner_plan_all_if_new (self, error))
    return TRUE;
  self->routine = before;
  return FALSE;
}

/**
 * tj_store_get_routine:
 *
 * Returns: (transfer none) (nullable): the routine
 */
const TjRoutine *
tj_store_get_routine (TjStore *self)
{
  g_return_val_if_fail (TJ_IS_STORE (self), NULL);

  return self->routine;
}

/* Begins a transaction. */
gboolean
tj_store_begin (TjStore *self, GError **error)
{
  return tj_connection_exec (self->connection, "BEGIN IMMEDIATE", error);
}

/* Ends it; what is not kept, or cannot be, is rolled back. */
gboolean
tj_store_finish (TjStore *self, gboolean keep, GError **error)
{
  if (keep && tj_connection_exec (self->connection, "COMMIT", error))
    return TRUE;
  /* After some errors SQLite has rolled back by itself and says so: no harm. */
  return tj_connection_exec (self->connection, "ROLLBACK", keep ? NULL : error) && !keep;
}

/* Reports a store that has been closed. */
gboolean
tj_store_check_open (TjStore *self, GError **error)
{
  if (self->connection != NULL)
    return TRUE;
  g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_IO, _ ("The register is closed"));
  return FALSE;
}

/* Tells listeners whose data changed; 0: many or nobody's. */
void
tj_store_emit_changed (TjStore *self, gint64 youth_id)
{
  g_signal_emit (self, signals[CHANGED], 0, youth_id);
}

/* Now, in UTC. The only use of the machine's clock in the store: the audit tells when something
 * was really done, whatever day --today names. */
char *
tj_store_get_instant (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}
