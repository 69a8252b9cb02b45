/* The file of a backup: the database as it is encrypted on the disk, then the key file, then where
 * each of them ends and a MAC over all of it. It begins as the database does, so that it can be
 * opened and counted where it lies; nothing is deciphered on the way. It is written without a name
 * where the file system can, then named in one step: a run cut short leaves nothing, or a hidden
 * file that is as encrypted as the rest. */

#define _GNU_SOURCE

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tj-backup-private.h"

#define MAGIC "tjugo-backup-1\n"
#define MAGIC_BYTES 16
#define TRAILER_BYTES (MAGIC_BYTES + 16 + TJ_BACKUP_MAC_BYTES)
#define MAX_KEYS_BYTES 65536
#define CHUNK 65536

/* A file being written. */
typedef struct
{
  int file;
  crypto_generichash_state mac;
} Writer;

static gboolean
fail_write (GError **error, int number)
{
  const gboolean is_full = number == ENOSPC || number == EDQUOT || number == EFBIG;

  g_set_error (error, TJ_STORE_ERROR, TJ_STORE_ERROR_IO, _ ("The backup could not be written: %s"),
               is_full ? _ ("the disk is full") : g_strerror (number));
  return FALSE;
}

static gboolean
fail_read (GError **error, int number)
{
  g_set_error (error, TJ_STORE_ERROR, TJ_STORE_ERROR_IO, _ ("The backup could not be read: %s"),
               g_strerror (number));
  return FALSE;
}

static gboolean
fail_damaged (GError **error)
{
  g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_DAMAGED,
                       _ ("The backup is damaged or cut off"));
  return FALSE;
}

static gboolean
write_all (int file, const guint8 *bytes, gsize n)
{
  while (n > 0)
    {
      const gssize written = write (file, bytes, n);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      bytes += written;
      n -= (gsize)written;
    }
  return TRUE;
}

static gboolean
append (Writer *writer, const void *bytes, gsize n)
{
  crypto_generichash_update (&writer->mac, bytes, n);
  return write_all (writer->file, bytes, n);
}

/* Copies the database as it lies; `n_bytes` takes how long it is. */
static gboolean
append_database (Writer *writer, const char *path, guint64 *n_bytes)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  int file = open (path, O_RDONLY | O_CLOEXEC);
  gboolean is_good = file >= 0;
  gssize got = 0;
  int number;

  *n_bytes = 0;
  while (is_good && (got = read (file, chunk, CHUNK)) != 0)
    {
      if (got < 0 && errno == EINTR)
        continue;
      is_good = got > 0 && append (writer, chunk, (gsize)got);
      *n_bytes += (guint64)MAX (got, 0);
    }
  number = errno;
  if (file >= 0)
    close (file);
  errno = number;
  return is_good;
}

static gboolean
append_trailer (Writer *writer, guint64 database_bytes, guint64 keys_bytes)
{
  const guint64 lengths[] = { GUINT64_TO_LE (database_bytes), GUINT64_TO_LE (keys_bytes) };
  guint8 magic[MAGIC_BYTES] = MAGIC;
  guint8 mac[TJ_BACKUP_MAC_BYTES];

  if (!append (writer, magic, sizeof magic) || !append (writer, lengths, sizeof lengths))
    return FALSE;
  crypto_generichash_final (&writer->mac, mac, sizeof mac);
  return write_all (writer->file, mac, sizeof mac);
}

static gboolean
write_parts (int file,
             const char *database_path,
             GBytes *keys,
             const guint8 mac_key[TJ_STORE_KEY_BYTES])
{
  Writer writer = { .file = file };
  guint64 database_bytes;
  gboolean is_good;
  gsize n;
  const void *key_bytes = g_bytes_get_data (keys, &n);

  crypto_generichash_init (&writer.mac, mac_key, TJ_STORE_KEY_BYTES, TJ_BACKUP_MAC_BYTES);
  is_good = append_database (&writer, database_path, &database_bytes)
            && append (&writer, key_bytes, n) && append_trailer (&writer, database_bytes, n)
            && fsync (file) == 0;
  sodium_memzero (&writer.mac, sizeof writer.mac);
  return is_good;
}

static gboolean
link_as (int file, const char *path)
{
  g_autofree char *itself = g_strdup_printf ("/proc/self/fd/%d", file);

  return linkat (AT_FDCWD, itself, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0;
}

/* An earlier backup is never written over. */
static gboolean
give_name (int file, const char *temporary, const char *path)
{
  struct stat state;

  if (fstat (file, &state) != 0)
    return FALSE;
  if (state.st_nlink == 0)
    return link_as (file, path);
  if (link (temporary, path) == 0)
    return unlink (temporary) == 0;
  /* Some file systems of memory sticks have no second names. */
  return errno != EEXIST && access (path, F_OK) != 0 && g_rename (temporary, path) == 0;
}

static void
sync_folder (const char *folder)
{
  int file = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  /* Some network file systems refuse; the backup is there all the same. */
  if (file >= 0)
    {
      (void)fsync (file);
      close (file);
    }
}

/* Writes a backup of the database, which holds still meanwhile. */
gboolean
tj_backup_file_write (const char *database_path,
                      const char *path,
                      GBytes *keys,
                      const guint8 mac_key[TJ_STORE_KEY_BYTES],
                      GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_strdup_printf (".tjugo-%08x.tmp", g_random_int ());
  g_autofree char *temporary = g_build_filename (folder, name, NULL);
  int file = open (folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
  gboolean is_good;
  int number;

  if (file < 0)
    file = open (temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0)
    return fail_write (error, errno);
  /* Whoever tidies up here leaves alone what somebody writes. */
  (void)flock (file, LOCK_EX | LOCK_NB);

  is_good = write_parts (file, database_path, keys, mac_key) && give_name (file, temporary, path);
  number = errno;
  if (!is_good)
    (void)g_unlink (temporary);
  close (file);
  if (!is_good)
    return fail_write (error, number);
  sync_folder (folder);
  return TRUE;
}

static gboolean
read_at (int file, void *bytes, gsize n, goffset offset)
{
  gsize done = 0;

  while (done < n)
    {
      const gssize got = pread (file, (guint8 *)bytes + done, n - done, offset + (goffset)done);

      if (got < 0 && errno == EINTR)
        continue;
      if (got <= 0)
        return FALSE;
      done += (gsize)got;
    }
  return TRUE;
}

/* Reads where the parts lie; what it says is proved only by the MAC. */
gboolean
tj_backup_file_read_layout (int file, TjBackupLayout *layout, GError **error)
{
  guint8 trailer[TRAILER_BYTES];
  guint64 lengths[2];
  struct stat state;

  if (fstat (file, &state) != 0)
    return fail_read (error, errno);
  if (state.st_size < TRAILER_BYTES
      || !read_at (file, trailer, sizeof trailer, state.st_size - TRAILER_BYTES)
      || memcmp (trailer, MAGIC, sizeof MAGIC) != 0)
    {
      g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_DAMAGED,
                           _ ("The file is no backup, or it is cut off"));
      return FALSE;
    }
  memcpy (lengths, trailer + MAGIC_BYTES, sizeof lengths);
  layout->database_bytes = GUINT64_FROM_LE (lengths[0]);
  layout->keys_bytes = GUINT64_FROM_LE (lengths[1]);
  memcpy (layout->mac, trailer + MAGIC_BYTES + sizeof lengths, sizeof layout->mac);
  if (layout->keys_bytes > MAX_KEYS_BYTES || layout->database_bytes > (guint64)state.st_size
      || layout->database_bytes + layout->keys_bytes + TRAILER_BYTES != (guint64)state.st_size)
    return fail_damaged (error);
  return TRUE;
}

static gboolean
check_mac (int file, const guint8 mac_key[TJ_STORE_KEY_BYTES], GError **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  crypto_generichash_state state;
  TjBackupLayout layout;
  guint8 mac[TJ_BACKUP_MAC_BYTES];
  goffset end, offset = 0;

  if (!tj_backup_file_read_layout (file, &layout, error))
    return FALSE;
  end = (goffset)(layout.database_bytes + layout.keys_bytes + MAGIC_BYTES + 16);
  crypto_generichash_init (&state, mac_key, TJ_STORE_KEY_BYTES, sizeof mac);
  while (offset < end)
    {
      const gsize n = MIN (CHUNK, (gsize)(end - offset));

      if (!read_at (file, chunk, n, offset))
        return fail_damaged (error);
      crypto_generichash_update (&state, chunk, n);
      offset += (goffset)n;
    }
  crypto_generichash_final (&state, mac, sizeof mac);
  return sodium_memcmp (mac, layout.mac, sizeof mac) == 0 || fail_damaged (error);
}

/* Reads every byte, past what the system remembers of the file where it lets us. */
gboolean
tj_backup_file_check_mac (const char *path,
                          const guint8 mac_key[TJ_STORE_KEY_BYTES],
                          GError **error)
{
  int file = open (path, O_RDONLY | O_CLOEXEC);
  gboolean is_good;

  if (file < 0)
    return fail_read (error, errno);
  (void)posix_fadvise (file, 0, 0, POSIX_FADV_DONTNEED);
  is_good = check_mac (file, mac_key, error);
  close (file);
  return is_good;
}

/**
 * tj_backup_read_keys:
 * @path: a backup
 *
 * Returns: (transfer full): its key file, not yet proved to be as it was written; NULL with
 *   %TJ_STORE_ERROR_DAMAGED or %TJ_STORE_ERROR_IO
 */
GBytes *
tj_backup_read_keys (const char *path, GError **error)
{
  int file = open (path, O_RDONLY | O_CLOEXEC);
  g_autofree guint8 *bytes = NULL;
  TjBackupLayout layout;
  gboolean is_read = FALSE;

  if (file < 0)
    {
      fail_read (error, errno);
      return NULL;
    }
  if (tj_backup_file_read_layout (file, &layout, error))
    {
      bytes = g_malloc (layout.keys_bytes);
      is_read = read_at (file, bytes, layout.keys_bytes, (goffset)layout.database_bytes)
                || fail_damaged (error);
    }
  close (file);
  return is_read ? g_bytes_new_take (g_steal_pointer (&bytes), layout.keys_bytes) : NULL;
}

static gboolean
copy_part (int from, int to, guint64 n_bytes, GError **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK);

  for (guint64 offset = 0; offset < n_bytes; offset += CHUNK)
    {
      const gsize n = MIN (CHUNK, (gsize)(n_bytes - offset));

      if (!read_at (from, chunk, n, (goffset)offset))
        return fail_damaged (error);
      if (!write_all (to, chunk, n))
        return fail_write (error, errno);
    }
  return fsync (to) == 0 || fail_write (error, errno);
}

/**
 * tj_backup_extract:
 * @path: a backup
 * @database_path: where its database goes; no file is there
 *
 * Returns: whether the database is on the disk; if not, nothing is
 */
gboolean
tj_backup_extract (const char *path, const char *database_path, GError **error)
{
  int from = open (path, O_RDONLY | O_CLOEXEC);
  TjBackupLayout layout;
  gboolean is_good;
  int to;

  if (from < 0)
    return fail_read (error, errno);
  to = open (database_path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (to < 0)
    {
      fail_write (error, errno);
      close (from);
      return FALSE;
    }
  is_good = tj_backup_file_read_layout (from, &layout, error)
            && copy_part (from, to, layout.database_bytes, error);
  close (from);
  close (to);
  if (!is_good)
    (void)g_unlink (database_path);
  return is_good;
}
