/* A connection to one encrypted database file. The file is in the format of SQLCipher 3 (raw key,
 * 4096-byte pages, HMAC-SHA1) whichever version opens it, so that a register moves between
 * machines. Nothing here knows what the register holds. */

#include "config.h"

#include "tj-connection-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <sodium.h>

/* x'…' around the key in hexadecimal: SQLCipher's notation for a key that is not derived. */
#define KEY_TEXT_BYTES (2 * TJ_CONNECTION_KEY_BYTES + 4)

/* secure_delete overwrites what is deleted; temp_store keeps sorting off the disk; the cache
 * (kibibytes) is filled only as it is needed. */
static const char *const settings = "PRAGMA foreign_keys = ON;"
                                    "PRAGMA secure_delete = ON;"
                                    "PRAGMA temp_store = MEMORY;"
                                    "PRAGMA mmap_size = 0;"
                                    "PRAGMA cache_size = -16384;"
                                    "PRAGMA journal_mode = WAL;"
                                    "PRAGMA synchronous = FULL;";

static TjStoreError
store_error_of (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_CONSTRAINT:
      return TJ_STORE_ERROR_CONSTRAINT;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return TJ_STORE_ERROR_BUSY;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return TJ_STORE_ERROR_DAMAGED;
    default:
      return TJ_STORE_ERROR_IO;
    }
}

/* Says what SQLite's result code means. SQLite's own text is left out: it may quote the schema,
 * and with it what somebody typed. Returns FALSE always. */
gboolean
tj_connection_take_error (TjConnection *self, int code, GError **error)
{
  TjStoreError kind = store_error_of (code);

  if (kind == TJ_STORE_ERROR_CONSTRAINT)
    g_set_error_literal (error, TJ_STORE_ERROR, kind,
                         _ ("The change breaks a rule of the register"));
  else if (kind == TJ_STORE_ERROR_BUSY)
    g_set_error_literal (error, TJ_STORE_ERROR, kind, _ ("The register is in use"));
  else if (kind == TJ_STORE_ERROR_DAMAGED)
    g_set_error_literal (error, TJ_STORE_ERROR, kind, _ ("The register is damaged"));
  else
    g_set_error (error, TJ_STORE_ERROR, kind, _ ("The register could not be read or written: %s"),
                 sqlite3_errstr (code));
  return FALSE;
}

/* The key's text lives in locked memory and is wiped; SQLCipher keeps its own copy likewise. */
static int
give_key (sqlite3 *db, const guint8 key[TJ_CONNECTION_KEY_BYTES])
{
  char *text = sodium_malloc (KEY_TEXT_BYTES);
  int code;

  if (text == NULL)
    return SQLITE_NOMEM;

  text[0] = 'x';
  text[1] = '\'';
  sodium_bin2hex (text + 2, KEY_TEXT_BYTES - 2, key, TJ_CONNECTION_KEY_BYTES);
  text[KEY_TEXT_BYTES - 2] = '\'';
  code = sqlite3_key (db, text, KEY_TEXT_BYTES - 1);
  sodium_free (text);
  return code;
}

static int
take_version (gpointer is_four, int n_columns, char **values, char **names)
{
  *(gboolean *)is_four = n_columns > 0 && values[0] != NULL && values[0][0] >= '4';
  return 0;
}

static int
choose_format (sqlite3 *db)
{
  gboolean is_four = FALSE;
  int code = sqlite3_exec (db, "PRAGMA cipher_version", take_version, &is_four, NULL);

  if (code == SQLITE_OK && is_four)
    code = sqlite3_exec (db, "PRAGMA cipher_compatibility = 3", NULL, NULL, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_exec (db, "PRAGMA cipher_page_size = 4096", NULL, NULL, NULL);
  return code;
}

/* SQLite counts its memory under a lock that every allocation takes, and nobody asks. */
static void
stop_counting_memory (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&done, 1);
    }
}

/**
 * tj_connection_open:
 * @path: the database file
 * @key: the raw key of the file
 * @create: whether a missing file is made
 *
 * Opens the file and sets what a register needs: durable commits (WAL, synchronous FULL),
 * enforced references, deleted content overwritten, temporary content in memory only. The
 * caller has made sure that nobody else has it open and that the key is right, as the first read
 * of a file in WAL mode may write. A connection is used by one thread at a time.
 *
 * Returns: (transfer full): a connection, or NULL with a #TjStoreError
 */
TjConnection *
tj_connection_open (const char *path,
                    const guint8 key[TJ_CONNECTION_KEY_BYTES],
                    gboolean create,
                    GError **error)
{
  TjConnection *self = g_new0 (TjConnection, 1);
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (create ? SQLITE_OPEN_CREATE : 0);
  int code;

  stop_counting_memory ();
  self->statements = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_address = g_hash_table_new (NULL, NULL);
  code = sqlite3_open_v2 (path, &self->db, flags, NULL);
  if (code == SQLITE_OK)
    code = give_key (self->db, key);
  if (code == SQLITE_OK)
    code = choose_format (self->db);
  if (code == SQLITE_OK)
    code = sqlite3_exec (self->db, settings, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return self;

  tj_connection_take_error (self, code, error);
  tj_connection_close (self, NULL);
  return NULL;
}

/**
 * tj_connection_open_copy:
 * @path: a file that begins with a whole database, and that nobody changes
 * @key: the raw key of the database
 *
 * Opens a database to look at it: neither it nor its folder is written to.
 *
 * Returns: (transfer full): a connection, or NULL with a #TjStoreError
 */
TjConnection *
tj_connection_open_copy (const char *path,
                         const guint8 key[TJ_CONNECTION_KEY_BYTES],
                         GError **error)
{
  TjConnection *self = g_new0 (TjConnection, 1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *immutable = g_strconcat (uri, "?immutable=1", NULL);
  int code;

  stop_counting_memory ();
  self->statements = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_address = g_hash_table_new (NULL, NULL);
  code = sqlite3_open_v2 (immutable, &self->db,
                          SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
  if (code == SQLITE_OK)
    code = give_key (self->db, key);
  if (code == SQLITE_OK)
    code = choose_format (self->db);
  if (code == SQLITE_OK)
    code
        = sqlite3_exec (self->db, "PRAGMA temp_store = MEMORY; SELECT count (*) FROM sqlite_master",
                        NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return self;

  tj_connection_take_error (self, code, error);
  tj_connection_close (self, NULL);
  return NULL;
}

/**
 * tj_connection_set_writer:
 * @writer: (nullable): who writes on @thread from now on, or NULL for nobody
 *
 * Says with whom the connection is shared.
 */
void
tj_connection_set_writer (TjConnection *self, TjWriter *writer, GThread *thread)
{
  self->writer = writer;
  self->writer_thread = thread;
}

/* Waits until the writer, if there is one, leaves the connection alone. After a failure of its
 * there is nothing to go on with: SQLite may have rolled the transaction back. */
gboolean
tj_connection_settle (TjConnection *self, GError **error)
{
  if (self->writer == NULL || g_thread_self () == self->writer_thread)
    return TRUE;
  tj_writer_settle (self->writer);
  return tj_writer_check (self->writer, error);
}

static void
drop_statements (TjConnection *self)
{
  GHashTableIter iter;
  TjStatement *statement;

  g_hash_table_iter_init (&iter, self->statements);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&statement))
    {
      g_assert (!statement->is_busy);
      sqlite3_finalize (statement->stmt);
      g_free (statement);
    }
  g_hash_table_unref (self->statements);
  g_hash_table_unref (self->by_address);
}

/**
 * tj_connection_close:
 * @self: (transfer full): a connection without statements in use
 *
 * Moves what the write-ahead log holds into the file and closes it. @self is gone either way.
 *
 * Returns: whether all went well
 */
gboolean
tj_connection_close (TjConnection *self, GError **error)
{
  int code;

  drop_statements (self);
  code = sqlite3_close (self->db);
  if (code != SQLITE_OK)
    tj_connection_take_error (self, code, error);
  g_free (self);
  return code == SQLITE_OK;
}

/**
 * tj_connection_exec:
 * @sql: one or more statements without results, of the program's own text
 *
 * Returns: whether all of them ran
 */
gboolean
tj_connection_exec (TjConnection *self, const char *sql, GError **error)
{
  int code;

  if (!tj_connection_settle (self, error))
    return FALSE;
  code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);
  return code == SQLITE_OK || tj_connection_take_error (self, code, error);
}

/**
 * tj_connection_checkpoint:
 *
 * Moves all of the write-ahead log into the file, so that the file alone is the register.
 *
 * Returns: whether it did
 */
gboolean
tj_connection_checkpoint (TjConnection *self, GError **error)
{
  int code = sqlite3_wal_checkpoint_v2 (self->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);

  return code == SQLITE_OK || tj_connection_take_error (self, code, error);
}

/**
 * tj_connection_get_last_id:
 *
 * Returns: the id of the row last inserted
 */
gint64
tj_connection_get_last_id (TjConnection *self)
{
  return sqlite3_last_insert_rowid (self->db);
}
