/* Key file and disk. Reading never writes. Writing replaces the file as a whole (temporary file in
 * the same folder, fsync, rename, fsync of the folder), so that a stop at any moment leaves the old
 * or the new one. The folder is locked meanwhile, and a file that somebody else has replaced since
 * it was read is left alone. */

#include "config.h"

#include "tj-key-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* Longer ones are read so far only, and their checksum does not hold. */
#define MAX_FILE_BYTES 65536

static GBytes *
read_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &local);
  g_autofree guint8 *buffer = g_malloc (MAX_FILE_BYTES);
  gsize size;

  if (stream != NULL
      && g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, MAX_FILE_BYTES, &size, NULL,
                                  &local))
    return g_bytes_new (buffer, size);
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error_literal (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_MISSING,
                         _ ("The key file is missing. Restore it from a backup"));
  else
    g_set_error_literal (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_IO,
                         _ ("The key file could not be read"));
  return NULL;
}

/* Whether the file at @path is the one that @self was read from; one that is gone may be written
 * again. */
static gboolean
is_unchanged (TjKeyFile *self, const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) now = read_file (path, &local);

  if (g_error_matches (local, TJ_VAULT_ERROR, TJ_VAULT_ERROR_MISSING))
    return TRUE;
  if (now == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (self->on_disk != NULL && g_bytes_equal (self->on_disk, now))
    return TRUE;
  g_set_error_literal (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_CHANGED,
                       _ ("The key file was changed by another program and is left as it is"));
  return FALSE;
}

static gboolean
replace_file (GBytes *bytes, const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  /* GLib from 2.80 on keeps the mode that the file has. */
  (void)g_chmod (path, 0600);
  if (g_file_set_contents_full (path, data, size,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &local))
    return TRUE;
  /* GLib's own message names the path, and with it the user. */
  g_set_error_literal (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_IO,
                       g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOSPC)
                           ? _ ("The disk is full: the key file was not changed")
                           : _ ("The key file could not be written"));
  return FALSE;
}

/**
 * tj_key_file_load:
 * @path: the key file
 * @error: %TJ_VAULT_ERROR_MISSING, %TJ_VAULT_ERROR_DAMAGED, %TJ_VAULT_ERROR_NEWER or
 *   %TJ_VAULT_ERROR_IO
 *
 * Returns: (transfer full): the key file, not yet opened, or %NULL
 */
TjKeyFile *
tj_key_file_load (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  TjKeyFile *self;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = read_file (path, error);
  if (bytes == NULL)
    return NULL;
  self = tj_key_file_parse (bytes, error);
  if (self != NULL)
    self->on_disk = g_steal_pointer (&bytes);
  return self;
}

/**
 * tj_key_file_save:
 * @self: a key file
 * @path: where to; readable by the owner alone
 * @error: %TJ_VAULT_ERROR_CHANGED when there is a file that is not the one loaded,
 *   %TJ_VAULT_ERROR_IO when the system refuses
 *
 * Returns: whether the file is on the disk; if not, what was there is still there
 */
gboolean
tj_key_file_save (TjKeyFile *self, const char *path, GError **error)
{
  g_autofree char *folder = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gboolean saved;
  int fd;

  g_return_val_if_fail (TJ_IS_KEY_FILE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  folder = g_path_get_dirname (path);
  bytes = tj_key_file_serialize (self);
  fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  /* A file system without locks (some network ones) is no reason not to save: register.lock keeps
   * other instances away already. */
  if (fd >= 0 && flock (fd, LOCK_EX) != 0)
    g_debug ("the folder cannot be locked: %s", g_strerror (errno));
  saved = is_unchanged (self, path, error) && replace_file (bytes, path, error);
  if (fd >= 0)
    close (fd);
  if (saved)
    {
      g_clear_pointer (&self->on_disk, g_bytes_unref);
      self->on_disk = g_steal_pointer (&bytes);
    }
  return saved;
}
