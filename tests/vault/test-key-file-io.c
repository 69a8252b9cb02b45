/* Key files on a real disk: whole or not at all, one writer at a time, and not a byte written by
 * opening. */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "vault-test.h"

static TjKeyFile *
saved_key_file (Folder *self, TjSecret **key)
{
  TjKeyFile *file = new_key_file (key, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (tj_key_file_save (file, self->path, &error));
  g_assert_no_error (error);
  return file;
}

static TjKeyFile *
load (Folder *self)
{
  g_autoptr (GError) error = NULL;
  TjKeyFile *file = tj_key_file_load (self->path, &error);

  g_assert_no_error (error);
  return file;
}

static void
set_head (TjKeyFile *file, const TjSecret *key, guint64 count)
{
  guint8 head[TJ_AUDIT_HEAD_BYTES];

  memset (head, (int)count, sizeof head);
  g_assert_true (tj_key_file_set_audit_head (file, key, head, count, NULL));
}

static void
overwrite (Folder *self, const guint8 *data, gsize size)
{
  g_assert_true (g_file_set_contents (self->path, (const char *)data, size, NULL));
}

static void
test_saved_and_read_again (Folder *self, gconstpointer data)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = saved_key_file (self, &key);
  g_autoptr (TjKeyFile) again = load (self);
  g_autoptr (TjSecret) opened = open_with (again, PASSPHRASE, NULL);

  g_assert_nonnull (opened);
  g_assert_true (tj_secret_equal (key, opened));
  g_assert_cmpuint (folder_count (self), ==, 1);
}

static void
test_only_the_owner_reads (Folder *self, gconstpointer data)
{
  g_autoptr (TjSecret) key = NULL;
  mode_t before = umask (0);
  g_autoptr (TjKeyFile) file = saved_key_file (self, &key);
  struct stat status;

  g_assert_no_errno (g_stat (self->path, &status));
  g_assert_cmpint (status.st_mode & 07777, ==, 0600);
  g_assert_no_errno (g_chmod (self->path, 0644));
  set_head (file, key, 1);
  g_assert_true (tj_key_file_save (file, self->path, NULL));
  g_assert_no_errno (g_stat (self->path, &status));
  g_assert_cmpint (status.st_mode & 07777, ==, 0600);
  umask (before);
}

static void
test_a_missing_file (Folder *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tj_key_file_load (self->path, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_MISSING);
  g_assert_cmpuint (folder_count (self), ==, 0);
}

static void
test_what_is_no_file (Folder *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree guint8 *large = g_malloc0 (1024 * 1024);

  g_assert_null (tj_key_file_load (self->folder, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_IO);
  g_clear_error (&error);
  overwrite (self, large, 1024 * 1024);
  g_assert_null (tj_key_file_load (self->path, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_DAMAGED);
}

/* Opening with @passphrase must leave content, time and folder as they were. */
static void
open_and_compare (Folder *self, const char *passphrase, gboolean succeeds)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;
  struct stat first, second;
  g_autoptr (TjKeyFile) file = NULL;
  g_autoptr (TjSecret) opened = NULL;

  g_assert_true (g_file_get_contents (self->path, &before, &n_before, NULL));
  g_assert_no_errno (g_stat (self->path, &first));
  file = tj_key_file_load (self->path, NULL);
  opened = file != NULL ? open_with (file, passphrase, NULL) : NULL;
  g_assert_true ((opened != NULL) == succeeds);
  g_assert_true (g_file_get_contents (self->path, &after, &n_after, NULL));
  g_assert_no_errno (g_stat (self->path, &second));
  g_assert_cmpmem (before, n_before, after, n_after);
  g_assert_cmpint (first.st_mtim.tv_sec, ==, second.st_mtim.tv_sec);
  g_assert_cmpint (first.st_mtim.tv_nsec, ==, second.st_mtim.tv_nsec);
  g_assert_cmpuint (first.st_ino, ==, second.st_ino);
  g_assert_cmpuint (folder_count (self), ==, 1);
}

static void
test_opening_writes_nothing (Folder *self, gconstpointer data)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = saved_key_file (self, &key);
  g_autoptr (GBytes) bytes = tj_key_file_serialize (file);
  gsize size;
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, &size), g_bytes_get_size (bytes));

  open_and_compare (self, PASSPHRASE, TRUE);
  open_and_compare (self, "fel", FALSE);
  for (gsize i = 0; i < size; i += 7)
    {
      copy[i] ^= 0x20;
      overwrite (self, copy, size);
      open_and_compare (self, PASSPHRASE, FALSE);
      copy[i] ^= 0x20;
    }
}

static void
test_a_new_file_replaces_none (Folder *self, gconstpointer data)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjSecret) other_key = NULL;
  g_autoptr (TjKeyFile) file = saved_key_file (self, &key);
  g_autoptr (TjKeyFile) other = new_key_file (&other_key, NULL);
  g_autoptr (TjKeyFile) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (tj_key_file_save (other, self->path, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_CHANGED);
  again = load (self);
  g_assert_cmpstr (tj_key_file_get_register_id (again), ==, tj_key_file_get_register_id (file));
}

static void
test_a_change_by_another_is_not_lost (Folder *self, gconstpointer data)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) mine = saved_key_file (self, &key);
  g_autoptr (TjKeyFile) theirs = load (self);
  g_autoptr (TjKeyFile) again = NULL;
  g_autoptr (GError) error = NULL;

  set_head (theirs, key, 2);
  g_assert_true (tj_key_file_save (theirs, self->path, &error));
  set_head (mine, key, 3);
  g_assert_false (tj_key_file_save (mine, self->path, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_CHANGED);
  again = load (self);
  g_assert_cmpuint (tj_key_file_get_audit_head (again, NULL), ==, 2);
}

static void
test_a_copy_can_be_saved_elsewhere (Folder *self, gconstpointer data)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = saved_key_file (self, &key);
  g_autofree char *elsewhere = g_build_filename (self->folder, "copy.keys", NULL);
  g_autoptr (TjKeyFile) copy = NULL;

  g_assert_true (tj_key_file_save (file, elsewhere, NULL));
  copy = tj_key_file_load (elsewhere, NULL);
  g_assert_nonnull (copy);
}

static void
test_a_folder_that_is_gone (Folder *self, gconstpointer data)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) file = new_key_file (&key, NULL);
  g_autofree char *path = g_build_filename (self->folder, "no", "such", TJ_KEY_FILE_NAME, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (tj_key_file_save (file, path, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_IO);
  g_assert_null (strstr (error->message, self->folder));
}

/* In a child: as many changes as possible, each saved, until killed. */
static G_GNUC_NORETURN void
write_for_ever (Folder *self, const TjSecret *key)
{
  g_autoptr (TjKeyFile) file = load (self);

  for (guint64 count = 1;; count++)
    {
      set_head (file, key, count);
      g_assert_true (tj_key_file_save (file, self->path, NULL));
    }
}

static void
test_a_killed_writer_leaves_a_readable_file (Folder *self, gconstpointer data)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) first = saved_key_file (self, &key);
  guint64 n_saved = 0;

  for (int round = 0; round < 200; round++)
    {
      g_autoptr (TjKeyFile) left = NULL;
      g_autoptr (TjSecret) opened = NULL;
      pid_t child = fork ();

      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        write_for_ever (self, key);
      g_usleep (g_test_rand_int_range (0, 8000));
      g_assert_no_errno (kill (child, SIGKILL));
      g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
      left = load (self);
      opened = open_with (left, PASSPHRASE, NULL);
      g_assert_nonnull (opened);
      n_saved += tj_key_file_get_audit_head (left, NULL);
    }
  /* Some were killed while writing, not before. */
  g_assert_cmpuint (n_saved, >, 0);
}

/* In a child: @n changes on top of whatever is there, each tried until it is in. */
static G_GNUC_NORETURN void
add_changes (Folder *self, const TjSecret *key, int n)
{
  while (n > 0)
    {
      g_autoptr (TjKeyFile) file = load (self);
      g_autoptr (GError) error = NULL;

      set_head (file, key, tj_key_file_get_audit_head (file, NULL) + 1);
      if (tj_key_file_save (file, self->path, &error))
        n--;
      else
        g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_CHANGED);
    }
  _exit (0);
}

static void
test_two_writers_lose_nothing (Folder *self, gconstpointer data)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjKeyFile) first = saved_key_file (self, &key);
  g_autoptr (TjKeyFile) last = NULL;
  pid_t children[2];

  for (int i = 0; i < 2; i++)
    {
      children[i] = fork ();
      if (children[i] == 0)
        add_changes (self, key, 100);
    }
  for (int i = 0; i < 2; i++)
    {
      int status;

      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_cmpint (status, ==, 0);
    }
  last = load (self);
  g_assert_cmpuint (tj_key_file_get_audit_head (last, NULL), ==, 200);
  g_assert_cmpuint (folder_count (self), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/vault/key-file/" name, Folder, NULL, folder_set_up, function, folder_tear_down)
  ADD ("is-saved-and-read-again", test_saved_and_read_again);
  ADD ("only-the-owner-reads-it", test_only_the_owner_reads);
  ADD ("a-missing-one-is-told", test_a_missing_file);
  ADD ("what-is-no-key-file-is-told", test_what_is_no_file);
  ADD ("opening-writes-nothing", test_opening_writes_nothing);
  ADD ("a-new-one-replaces-none", test_a_new_file_replaces_none);
  ADD ("a-change-by-another-is-not-lost", test_a_change_by_another_is_not_lost);
  ADD ("a-copy-can-be-saved-elsewhere", test_a_copy_can_be_saved_elsewhere);
  ADD ("a-folder-that-is-gone-is-told", test_a_folder_that_is_gone);
  ADD ("a-killed-writer-leaves-a-readable-file", test_a_killed_writer_leaves_a_readable_file);
  ADD ("two-writers-lose-nothing", test_two_writers_lose_nothing);
#undef ADD
  return g_test_run ();
}
