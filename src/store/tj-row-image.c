/* A row of any table as bytes, for undo: the number of columns, then each value as a sign for its
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

static void
append (GByteArray *image, gconstpointer bytes, gsize n)
{
  g_byte_array_append (image, bytes, (guint)n);
}

static void
append_value (GByteArray *image, char type, gconstpointer bytes, gsize n)
{
  guint32 length = GUINT32_TO_LE ((guint32)n);

  append (image, &type, 1);
  append (image, &length, sizeof length);
  append (image, bytes, n);
}

static void
append_column (GByteArray *image, sqlite3_stmt *row, int column)
{
  gint64 number;

  switch (sqlite3_column_type (row, column))
    {
    case SQLITE_NULL:
      append (image, (char[]){ VALUE_NULL }, 1);
      break;
    case SQLITE_INTEGER:
      number = GINT64_TO_LE (sqlite3_column_int64 (row, column));
      append (image, (char[]){ VALUE_NUMBER }, 1);
      append (image, &number, sizeof number);
      break;
    case SQLITE_TEXT:
      append_value (image, VALUE_TEXT, sqlite3_column_text (row, column),
                    (gsize)sqlite3_column_bytes (row, column));
      break;
    default:
      /* The schema has no column of floating point. */
      append_value (image, VALUE_BYTES, sqlite3_column_blob (row, column),
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
  guint8 n_columns = (guint8)sqlite3_column_count (row->stmt);

  append (image, &n_columns, 1);
  for (int i = 0; i < n_columns; i++)
    append_column (image, row->stmt, i);
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
 * tj_row_image_bind:
 * @image: a row; it must outlive what is bound
 * @statement: a statement with as many parameters as the row has columns, or more
 *
 * Binds the row's values to the parameters from 1 on.
 *
 * Returns: whether @image was a whole row; else %TJ_STORE_ERROR_DAMAGED
 */
gboolean
tj_row_image_bind (GBytes *image, TjStatement *statement, GError **error)
{
  gsize n;
  const guint8 *at = g_bytes_get_data (image, &n);
  const guint8 *end = at + n;
  guint8 n_columns = 0;
  gboolean is_whole = take (&at, end, &n_columns, 1)
                      && n_columns <= sqlite3_bind_parameter_count (statement->stmt);

  for (int i = 1; is_whole && i <= n_columns; i++)
    is_whole = bind_value (statement, i, &at, end);
  if (is_whole && at == end)
    return TRUE;

  g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_DAMAGED,
                       _ ("What is kept for undo is damaged"));
  return FALSE;
}
