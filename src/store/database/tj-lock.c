/* register.lock: who has the register open. The kernel's flock is the lock, and falls with the
 * process that held it; the text in the file (host, process, time) is for the one who is refused.
 * Acquiring leaves an existing file as it is, so that an opening that fails has written nothing. */

#include "config.h"

#include "tj-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

struct _TjLock
{
  char *path;
  int file;
  gboolean is_ours; /* made or signed by us: gone when we let go */
};

static gboolean
fail (GError **error, int number)
{
  g_set_error (error, TJ_STORE_ERROR, TJ_STORE_ERROR_IO,
               _ ("The register's lock could not be taken: %s"), g_strerror (number));
  return FALSE;
}

static gboolean
fail_busy (TjLock *self, GError **error)
{
  char holder[256];
  gssize n = pread (self->file, holder, sizeof holder - 1, 0);

  holder[MAX (n, 0)] = '\0';
  g_strdelimit (holder, "\n", ' ');
  g_strchomp (holder);
  if (*holder == '\0' || !g_utf8_validate (holder, -1, NULL))
    g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_BUSY,
                         _ ("The register is open in another program"));
  else
    g_set_error (error, TJ_STORE_ERROR, TJ_STORE_ERROR_BUSY,
                 /* TRANSLATORS: host name, process number and time */
                 _ ("The register is open in another program (%s)"), holder);
  return FALSE;
}

/* A holder that lets go removes the file: then what we opened is no longer what others open. */
static gboolean
is_still_there (TjLock *self)
{
  struct stat ours, theirs;

  return fstat (self->file, &ours) == 0 && stat (self->path, &theirs) == 0
         && ours.st_ino == theirs.st_ino && ours.st_dev == theirs.st_dev;
}

static gboolean
try_once (TjLock *self, gboolean *taken, GError **error)
{
  self->file = open (self->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  self->is_ours = self->file >= 0;
  if (self->file < 0 && errno == EEXIST)
    {
      self->file = open (self->path, O_RDWR | O_CLOEXEC);
      if (self->file < 0 && errno == ENOENT)
        return TRUE; /* removed in between: try again */
    }
  if (self->file < 0)
    return fail (error, errno);

  if (flock (self->file, LOCK_EX | LOCK_NB) != 0)
    {
      int number = errno;

      self->is_ours = FALSE;
      return number == EWOULDBLOCK ? fail_busy (self, error) : fail (error, number);
    }
  *taken = is_still_there (self);
  return TRUE;
}

/**
 * tj_lock_acquire:
 * @folder: the register's folder
 *
 * Takes the lock without waiting.
 *
 * Returns: (transfer full): the lock, or NULL with %TJ_STORE_ERROR_BUSY, whose message names who
 *   has it, or %TJ_STORE_ERROR_IO
 */
TjLock *
tj_lock_acquire (const char *folder, GError **error)
{
  g_autoptr (TjLock) self = g_new0 (TjLock, 1);
  gboolean taken = FALSE;

  self->path = g_build_filename (folder, "register.lock", NULL);
  self->file = -1;
  while (!taken)
    {
      if (!try_once (self, &taken, error))
        return NULL;
      if (!taken && self->file >= 0)
        {
          close (self->file);
          self->file = -1;
        }
    }
  return g_steal_pointer (&self);
}

/**
 * tj_lock_sign:
 *
 * Writes host, process and time into the file, for whoever comes second.
 *
 * Returns: whether it was written
 */
gboolean
tj_lock_sign (TjLock *self, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *text
      = g_strdup_printf ("%s\n%ld\n%s\n", g_get_host_name (), (long)getpid (), at);
  gsize n = strlen (text);

  self->is_ours = TRUE;
  if (ftruncate (self->file, 0) != 0 || pwrite (self->file, text, n, 0) != (gssize)n)
    return fail (error, errno);
  return TRUE;
}

/**
 * tj_lock_release:
 * @self: (transfer full): the lock
 *
 * Lets go, and removes the file unless it was there before and never signed.
 */
void
tj_lock_release (TjLock *self)
{
  if (self->is_ours)
    unlink (self->path);
  if (self->file >= 0)
    close (self->file);
  g_free (self->path);
  g_free (self);
}
