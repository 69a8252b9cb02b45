/* Writes a finished paper to the file the user chose, and nowhere else: letters are personal data
 * in plain, so the bytes go to a file without a name in the same folder, are synced and then
 * named. A failure leaves what was there before, and a run that is killed no temporary file. */

#define _GNU_SOURCE

#include "config.h"

#include "tj-paper-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define TEMPORARY_PREFIX ".tjugo-"
#define TEMPORARY_SUFFIX ".tmp"

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

/* A file without a name goes away with the process, so that a run cut short leaves nothing to be
 * read. Not every file system has them; there it gets the hidden name `temporary` at once. */
static int
open_temporary (const char *folder, const char *temporary)
{
  int fd = open (folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);

  if (fd < 0)
    fd = open (temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd >= 0)
    (void)flock (fd, LOCK_EX | LOCK_NB);
  return fd;
}

static gboolean
is_temporary_name (const char *name)
{
  return g_str_has_prefix (name, TEMPORARY_PREFIX) && g_str_has_suffix (name, TEMPORARY_SUFFIX)
         && strlen (name) == strlen (TEMPORARY_PREFIX TEMPORARY_SUFFIX) + 8;
}

/* Who writes a file holds its lock, and lets go of it by dying, too. */
static void
remove_if_left (const char *path)
{
  int fd = open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);

  if (fd < 0)
    return;
  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    (void)g_unlink (path);
  close (fd);
}

/* Where files cannot be without a name, a run that was cut short has left a hidden one that can be
 * read: it goes before the next is written. */
static void
remove_leftovers (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_temporary_name (name))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        remove_if_left (path);
      }
}

static gboolean
link_as (int fd, const char *path)
{
  g_autofree char *itself = g_strdup_printf ("/proc/self/fd/%d", fd);

  return linkat (AT_FDCWD, itself, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0;
}

/* A nameless file takes a free name in one step; a name that is taken can only be renamed over. */
static gboolean
give_name (int fd, const char *temporary, const char *path)
{
  struct stat state;

  if (fstat (fd, &state) == 0 && state.st_nlink == 0)
    {
      if (link_as (fd, path))
        return TRUE;
      if (errno != EEXIST || !link_as (fd, temporary))
        return FALSE;
    }
  return g_rename (temporary, path) == 0;
}

/* Keeps errno of what went wrong. */
static gboolean
write_file (GBytes *pdf, const char *folder, const char *temporary, const char *path)
{
  int fd = open_temporary (folder, temporary);
  gboolean written;
  int saved_errno;

  if (fd < 0)
    return FALSE;

  written = write_all (fd, pdf) && give_name (fd, temporary, path);
  saved_errno = errno;
  if (!written)
    (void)g_unlink (temporary);
  if (close (fd) != 0 && written)
    return FALSE;

  errno = saved_errno;
  return written;
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

  g_return_val_if_fail (pdf != NULL && path != NULL, FALSE);

  folder = g_path_get_dirname (path);
  name = g_strdup_printf (TEMPORARY_PREFIX "%08x" TEMPORARY_SUFFIX, g_random_int ());
  temporary = g_build_filename (folder, name, NULL);
  remove_leftovers (folder);
  if (!write_file (pdf, folder, temporary, path))
    return set_errno_error (error, errno);

  sync_folder (folder);
  return TRUE;
}
