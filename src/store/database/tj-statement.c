/* Prepared statements, kept by their text so that each is compiled once. The program writes its
 * SQL as constants and binds every value; nothing is pasted into SQL. */

#include "config.h"

#include "tj-connection-private.h"

#include <string.h>

static TjStatement *
compile (TjConnection *connection, const char *sql, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  TjStatement *self;
  int code = sqlite3_prepare_v2 (connection->db, sql, -1, &stmt, NULL);

  if (code != SQLITE_OK)
    {
      tj_connection_take_error (connection, code, error);
      return NULL;
    }

  self = g_new0 (TjStatement, 1);
  self->connection = connection;
  self->stmt = stmt;
  return self;
}

/* Most SQL is a constant and always at the same address: comparing is cheaper than hashing. */
static TjStatement *
find (TjConnection *connection, const char *sql)
{
  TjStatement *self = g_hash_table_lookup (connection->by_address, sql);

  if (self != NULL && strcmp (sqlite3_sql (self->stmt), sql) == 0)
    return self;
  self = g_hash_table_lookup (connection->statements, sql);
  if (self != NULL)
    g_hash_table_insert (connection->by_address, (gpointer)sql, self);
  return self;
}

/**
 * tj_statement_new:
 * @sql: one statement
 *
 * Takes the statement from the connection's cache, or compiles it. One that is in use already
 * (a query that runs inside itself) is compiled a second time.
 *
 * Returns: (transfer full): a statement ready to bind, or NULL with a #TjStoreError
 */
TjStatement *
tj_statement_new (TjConnection *connection, const char *sql, GError **error)
{
  TjStatement *self;

  if (!tj_connection_settle (connection, error))
    return NULL;
  self = find (connection, sql);
  if (self != NULL && self->is_busy)
    return compile (connection, sql, error);
  if (self == NULL)
    {
      self = compile (connection, sql, error);
      if (self == NULL)
        return NULL;
      self->is_cached = TRUE;
      g_hash_table_insert (connection->statements, (gpointer)sqlite3_sql (self->stmt), self);
      g_hash_table_insert (connection->by_address, (gpointer)sql, self);
    }
  self->is_busy = TRUE;
  return self;
}

/**
 * tj_statement_free:
 * @self: (transfer full): a statement
 *
 * Ends it and lets go of what was bound.
 */
void
tj_statement_free (TjStatement *self)
{
  /* A failure of the writer is for the next who wants something. */
  tj_connection_settle (self->connection, NULL);
  if (!self->is_cached)
    {
      sqlite3_finalize (self->stmt);
      g_free (self);
      return;
    }

  /* The result of a reset is the last step's, which its caller has seen. */
  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  self->is_busy = FALSE;
}

/* Binding fails only for a parameter that is not there, or when memory is out: both end here. */
static void
check_bound (int code)
{
  if (G_UNLIKELY (code != SQLITE_OK))
    g_error ("a parameter cannot be bound: %s", sqlite3_errstr (code));
}

/**
 * tj_statement_bind_number:
 *
 * Binds a number.
 */
void
tj_statement_bind_number (TjStatement *self, int parameter, gint64 value)
{
  check_bound (sqlite3_bind_int64 (self->stmt, parameter, value));
}

/**
 * tj_statement_bind_reference:
 * @id: a row's id, 0 for NULL
 *
 * Binds a reference to another row, or none.
 */
void
tj_statement_bind_reference (TjStatement *self, int parameter, gint64 id)
{
  check_bound (id != 0 ? sqlite3_bind_int64 (self->stmt, parameter, id)
                       : sqlite3_bind_null (self->stmt, parameter));
}

/**
 * tj_statement_bind_text:
 * @text: (nullable): UTF-8 that lives until @self is freed; NULL for NULL
 *
 * Binds text.
 */
void
tj_statement_bind_text (TjStatement *self, int parameter, const char *text)
{
  check_bound (sqlite3_bind_text (self->stmt, parameter, text, -1, SQLITE_STATIC));
}

/**
 * tj_statement_bind_date:
 *
 * Binds a date as ISO text, or NULL for %TJ_DATE_NONE.
 */
void
tj_statement_bind_date (TjStatement *self, int parameter, TjDate date)
{
  char buffer[TJ_DATE_BUFFER];

  if (date == TJ_DATE_NONE)
    check_bound (sqlite3_bind_null (self->stmt, parameter));
  else
    check_bound (sqlite3_bind_text (self->stmt, parameter, tj_date_write (date, buffer),
                                    TJ_DATE_BUFFER - 1, SQLITE_TRANSIENT));
}

/**
 * tj_statement_bind_bytes:
 * @bytes: (nullable): what lives until @self is freed; NULL for NULL
 *
 * Binds bytes.
 */
void
tj_statement_bind_bytes (TjStatement *self, int parameter, gconstpointer bytes, gsize n)
{
  check_bound (sqlite3_bind_blob64 (self->stmt, parameter, bytes, n, SQLITE_STATIC));
}

/**
 * tj_statement_step:
 *
 * Goes to the next row.
 *
 * Returns: whether there is one, none any more, or @error
 */
TjStatementStep
tj_statement_step (TjStatement *self, GError **error)
{
  int code;

  if (!tj_connection_settle (self->connection, error))
    return TJ_STATEMENT_FAILED;
  code = sqlite3_step (self->stmt);
  if (code == SQLITE_ROW)
    return TJ_STATEMENT_ROW;
  if (code == SQLITE_DONE)
    return TJ_STATEMENT_END;
  tj_connection_take_error (self->connection, code, error);
  return TJ_STATEMENT_FAILED;
}

/**
 * tj_statement_run:
 *
 * Runs a statement that gives no rows and makes it ready for the next values.
 *
 * Returns: whether it ran
 */
gboolean
tj_statement_run (TjStatement *self, GError **error)
{
  TjStatementStep step = tj_statement_step (self, error);

  sqlite3_reset (self->stmt);
  return step != TJ_STATEMENT_FAILED;
}

/**
 * tj_statement_reset:
 *
 * Goes back to before the first row. What is bound stays.
 */
void
tj_statement_reset (TjStatement *self)
{
  sqlite3_reset (self->stmt);
}

/**
 * tj_statement_get_number:
 *
 * Returns: the number in @column, 0 for NULL
 */
gint64
tj_statement_get_number (TjStatement *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

/**
 * tj_statement_get_text:
 *
 * Returns: (transfer none): the text in @column, "" for NULL
 */
const char *
tj_statement_get_text (TjStatement *self, int column)
{
  const char *text = (const char *)sqlite3_column_text (self->stmt, column);

  return text != NULL ? text : "";
}

/**
 * tj_statement_get_date:
 *
 * Returns: the date in @column, %TJ_DATE_NONE for NULL
 */
TjDate
tj_statement_get_date (TjStatement *self, int column)
{
  return tj_statement_is_null (self, column) ? TJ_DATE_NONE
                                             : tj_date_parse (tj_statement_get_text (self, column));
}

/**
 * tj_statement_get_bytes:
 * @n: (out): how many
 *
 * Returns: (transfer none) (nullable): the bytes in @column, NULL for NULL or none
 */
const guint8 *
tj_statement_get_bytes (TjStatement *self, int column, gsize *n)
{
  const guint8 *bytes = sqlite3_column_blob (self->stmt, column);

  *n = (gsize)sqlite3_column_bytes (self->stmt, column);
  return bytes;
}

/**
 * tj_statement_is_null:
 *
 * Returns: whether @column is NULL
 */
gboolean
tj_statement_is_null (TjStatement *self, int column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

/**
 * tj_statement_count_parameters:
 *
 * Returns: how many values it takes
 */
int
tj_statement_count_parameters (TjStatement *self)
{
  return sqlite3_bind_parameter_count (self->stmt);
}

/**
 * tj_statement_count_columns:
 *
 * Returns: how many columns its rows have
 */
int
tj_statement_count_columns (TjStatement *self)
{
  return sqlite3_column_count (self->stmt);
}

/**
 * tj_statement_get_column_name:
 *
 * Returns: (transfer none): what @column is called
 */
const char *
tj_statement_get_column_name (TjStatement *self, int column)
{
  return sqlite3_column_name (self->stmt, column);
}

/**
 * tj_statement_find_column:
 *
 * Returns: the column that is called @name, -1 for none
 */
int
tj_statement_find_column (TjStatement *self, const char *name)
{
  for (int i = 0; i < sqlite3_column_count (self->stmt); i++)
    if (g_str_equal (sqlite3_column_name (self->stmt, i), name))
      return i;
  return -1;
}
