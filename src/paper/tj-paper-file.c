/* Writes a finished paper to the file the user chose, and nowhere else: letters are personal data
 * in plain, so the bytes go to a temporary name in the same folder, are synced and renamed. A
 * failure leaves what was there before, and no temporary file. */

#include "config.h"

#include "tj-paper-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static gboolean
set_errno_error (GError **error, int saved_errno)
{
  g_set_error (error, TJ_PAPER_ERROR, TJ_PAPER_ERROR_IO, _ ("The file could not be written: %s"),
               g_strerror (saved_errno));
  return FALSE;
}

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      gssize written = write (fd, data, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      data += written;
      size -= (gsize)written;
    }
  return fsync (fd) == 0;
}

/* A rename lasts only when the folder that holds the names is synced too. Some network file
 * systems refuse that; the letters are then written all the same. */
static void
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  (void)fsync (fd);
  close (fd);
}

static gboolean
write_temporary (const char *temporary, GBytes *pdf)
{
  int fd = open (temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  gboolean written;

  if (fd < 0)
    return FALSE;
  written = write_all (fd, pdf);
  return close (fd) == 0 && written;
}

/**
 * tj_paper_save:
 * @pdf: a finished document
 * @path: (type filename): the file the user chose; replaced if it exists
 *
 * Writes @pdf readable by its owner only. On failure an earlier file at @path is untouched.
 *
 * Returns: whether every byte is on the disk
 */
gboolean
tj_paper_save (GBytes *pdf, const char *path, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *temporary = NULL;
  int saved_errno;

  g_return_val_if_fail (pdf != NULL && path != NULL, FALSE);

  folder = g_path_get_dirname (path);
  name = g_strdup_printf (".tjugo-%08x.tmp", g_random_int ());
  temporary = g_build_filename (folder, name, NULL);
  if (write_temporary (temporary, pdf) && g_rename (temporary, path) == 0)
    {
      sync_folder (folder);
      return TRUE;
    }
  saved_errno = errno;
  (void)g_unlink (temporary);
  return set_errno_error (error, saved_errno);
}
