/* A row of any table as bytes, for undo and to be handed to the writer's thread: the number of columns, then each value as a sign for its
 * type and, little-endian, a number of eight bytes or a length of four and that many bytes. Such
 * bytes are read by the schema that wrote them: a migration that changes a table empties undo. */

#include "config.h"

#include "tj-row-image.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tj-connection-private.h"

#define VALUE_NULL 'n'
#define VALUE_NUMBER 'i'
#define VALUE_TEXT 't'
#define VALUE_BYTES 'b'

/* Room for one more value with `n` bytes after its type; returns where they go. */
static guint8 *
add_value (GByteArray *image, char type, gsize n)
{
  guint8 *at;

  g_byte_array_set_size (image, image->len + 1 + (guint)n);
  image->data[0]++;
  at = image->data + image->len - n;
  at[-1] = (guint8)type;
  return at;
}

static void
add_sized (GByteArray *image, char type, gconstpointer bytes, gsize n)
{
  guint32 length = GUINT32_TO_LE ((guint32)n);
  guint8 *at = add_value (image, type, sizeof length + n);

  memcpy (at, &length, sizeof length);
  memcpy (at + sizeof length, bytes, n);
}

/**
 * tj_row_image_begin:
 *
 * Empties @image for a new row.
 */
void
tj_row_image_begin (GByteArray *image)
{
  g_byte_array_set_size (image, 1);
  image->data[0] = 0;
}

/**
 * tj_row_image_add_null:
 *
 * Adds NULL.
 */
void
tj_row_image_add_null (GByteArray *image)
{
  add_value (image, VALUE_NULL, 0);
}

/**
 * tj_row_image_add_number:
 *
 * Adds a number.
 */
void
tj_row_image_add_number (GByteArray *image, gint64 value)
{
  gint64 little_endian = GINT64_TO_LE (value);

  memcpy (add_value (image, VALUE_NUMBER, sizeof little_endian), &little_endian,
          sizeof little_endian);
}

/**
 * tj_row_image_add_reference:
 * @id: a row's id, 0 for NULL
 *
 * Adds a reference to another row, or none.
 */
void
tj_row_image_add_reference (GByteArray *image, gint64 id)
{
  if (id != 0)
    tj_row_image_add_number (image, id);
  else
    tj_row_image_add_null (image);
}

/**
 * tj_row_image_add_text:
 * @text: (nullable): UTF-8; NULL for NULL
 *
 * Adds text.
 */
void
tj_row_image_add_text (GByteArray *image, const char *text)
{
  if (text != NULL)
    add_sized (image, VALUE_TEXT, text, strlen (text));
  else
    tj_row_image_add_null (image);
}

/**
 * tj_row_image_add_date:
 *
 * Adds a date as ISO text, or NULL for %TJ_DATE_NONE.
 */
void
tj_row_image_add_date (GByteArray *image, TjDate date)
{
  char buffer[TJ_DATE_BUFFER];

  tj_row_image_add_text (image, date != TJ_DATE_NONE ? tj_date_write (date, buffer) : NULL);
}

/**
 * tj_row_image_add_bytes:
 * @bytes: (nullable): NULL for NULL
 *
 * Adds bytes.
 */
void
tj_row_image_add_bytes (GByteArray *image, gconstpointer bytes, gsize n)
{
  if (bytes != NULL)
    add_sized (image, VALUE_BYTES, bytes, n);
  else
    tj_row_image_add_null (image);
}

static void
add_column (GByteArray *image, sqlite3_stmt *row, int column)
{
  switch (sqlite3_column_type (row, column))
    {
    case SQLITE_NULL:
      tj_row_image_add_null (image);
      break;
    case SQLITE_INTEGER:
      tj_row_image_add_number (image, sqlite3_column_int64 (row, column));
      break;
    case SQLITE_TEXT:
      add_sized (image, VALUE_TEXT, sqlite3_column_text (row, column),
                 (gsize)sqlite3_column_bytes (row, column));
      break;
    default:
      /* The schema has no column of floating point. */
      add_sized (image, VALUE_BYTES, sqlite3_column_blob (row, column),
                 (gsize)sqlite3_column_bytes (row, column));
    }
}

/**
 * tj_row_image_take:
 * @row: a statement at a row with all columns of a table
 *
 * Returns: (transfer full): the row
 */
GBytes *
tj_row_image_take (TjStatement *row)
{
  GByteArray *image = g_byte_array_new ();

  tj_row_image_begin (image);
  for (int i = 0; i < sqlite3_column_count (row->stmt); i++)
    add_column (image, row->stmt, i);
  return g_byte_array_free_to_bytes (image);
}

static gboolean
take (const guint8 **at, const guint8 *end, gpointer bytes, gsize n)
{
  if ((gsize)(end - *at) < n)
    return FALSE;
  memcpy (bytes, *at, n);
  *at += n;
  return TRUE;
}

static gboolean
bind_sized (TjStatement *statement, int parameter, char type, const guint8 **at, const guint8 *end)
{
  guint32 length;

  if (!take (at, end, &length, sizeof length))
    return FALSE;
  length = GUINT32_FROM_LE (length);
  if ((gsize)(end - *at) < length)
    return FALSE;

  if (type == VALUE_TEXT)
    sqlite3_bind_text (statement->stmt, parameter, (const char *)*at, (int)length, SQLITE_STATIC);
  else
    sqlite3_bind_blob (statement->stmt, parameter, *at, (int)length, SQLITE_STATIC);
  *at += length;
  return TRUE;
}

static gboolean
bind_value (TjStatement *statement, int parameter, const guint8 **at, const guint8 *end)
{
  char type;
  gint64 number;

  if (!take (at, end, &type, 1))
    return FALSE;
  switch (type)
    {
    case VALUE_NULL:
      sqlite3_bind_null (statement->stmt, parameter);
      return TRUE;
    case VALUE_NUMBER:
      if (!take (at, end, &number, sizeof number))
        return FALSE;
      sqlite3_bind_int64 (statement->stmt, parameter, GINT64_FROM_LE (number));
      return TRUE;
    case VALUE_TEXT:
    case VALUE_BYTES:
      return bind_sized (statement, parameter, type, at, end);
    default:
      return FALSE;
    }
}

/**
 * tj_row_image_bind_from:
 * @image: a row; it must outlive what is bound
 * @n: how many bytes it takes
 * @first: the parameter that takes the first value
 * @next: (out): the parameter after the last one bound
 *
 * Binds the row's values to the parameters from @first on.
 *
 * Returns: whether @image was a whole row; else %TJ_STORE_ERROR_DAMAGED
 */
gboolean
tj_row_image_bind_from (const guint8 *image,
                        gsize n,
                        TjStatement *statement,
                        int first,
                        int *next,
                        GError **error)
{
  const guint8 *at = image;
  const guint8 *end = at + n;
  guint8 n_columns = 0;
  gboolean is_whole = take (&at, end, &n_columns, 1)
                      && first + n_columns - 1 <= sqlite3_bind_parameter_count (statement->stmt);

  *next = first + n_columns;
  for (int i = first; is_whole && i < *next; i++)
    is_whole = bind_value (statement, i, &at, end);
  if (is_whole && at == end)
    return TRUE;

  g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_DAMAGED,
                       _ ("What is kept for undo is damaged"));
  return FALSE;
}

/**
 * tj_row_image_bind:
 * @image: a row; it must outlive what is bound
 * @n: how many bytes it takes
 * @statement: a statement with as many parameters as the row has columns, or more
 *
 * Binds the row's values to the parameters from 1 on.
 *
 * Returns: whether @image was a whole row; else %TJ_STORE_ERROR_DAMAGED
 */
gboolean
tj_row_image_bind (const guint8 *image, gsize n, TjStatement *statement, GError **error)
{
  int next;

  return tj_row_image_bind_from (image, n, statement, 1, &next, error);
}

/**
 * tj_row_image_run:
 * @sql: a statement that gives no rows
 *
 * Runs @sql with the row's values as its parameters.
 *
 * Returns: whether it ran
 */
gboolean
tj_row_image_run (const GByteArray *image,
                  TjConnection *connection,
                  const char *sql,
                  GError **error)
{
  g_autoptr (TjStatement) statement = tj_statement_new (connection, sql, error);

  return statement != NULL && tj_row_image_bind (image->data, image->len, statement, error)
         && tj_statement_run (statement, error);
}
