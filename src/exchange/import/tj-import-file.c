/* The bytes of a list, from wherever the user has it. No more is read than a list may hold, and no
 * message names the file: its name may be a person's. */

#include "config.h"

#include "tj-import-file.h"

#include "tj-csv-reader.h"

#include <glib/gi18n-lib.h>

#define READ_CHUNK 65536

/* One byte more than allowed is enough to know. */
static GBytes *
read_stream (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize n;

  do
    {
      guint length = bytes->len;

      g_byte_array_set_size (bytes, length + READ_CHUNK);
      n = g_input_stream_read (stream, bytes->data + length, READ_CHUNK, cancellable, error);
      if (n < 0)
        return NULL;
      g_byte_array_set_size (bytes, length + n);
    }
  while (n > 0 && bytes->len <= TJ_IMPORT_MAX_BYTES);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
set_io_error (GError **error, GError *cause)
{
  const char *message = _ ("The file could not be read.");

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, cause);
      return;
    }
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    message = _ ("The file does not exist.");
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    message = _ ("You may not read the file.");
  g_set_error_literal (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_IO, message);
  g_error_free (cause);
}

/**
 * tj_import_load_file:
 * @cancellable: (nullable): stops the reading
 *
 * Reads @file, of which there is one byte too many when it is larger than a list may be.
 *
 * Returns: (transfer full): its bytes; NULL with IO of #TjExchangeError or CANCELLED of #GIOErrorEnum
 */
GBytes *
tj_import_load_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  GBytes *bytes = NULL;
  GError *cause = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  stream = g_file_read (file, cancellable, &cause);
  if (stream != NULL)
    bytes = read_stream (G_INPUT_STREAM (stream), cancellable, &cause);
  if (bytes == NULL)
    set_io_error (error, cause);
  return bytes;
}
