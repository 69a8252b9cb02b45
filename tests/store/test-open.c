/* Opening a register, and being refused: each refusal has its own reason, and none of them has
 * written anything. */

#include "config.h"

#include "register.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "tj-connection.h"

static gboolean
try_open (Register *self, const guint8 *key, GError **error)
{
  g_autoptr (TjStore) store = tj_store_open (self->path, key, register_audit_key, error);

  return store != NULL;
}

static void
what_is_written_is_read_again (Register *self)
{
  gint64 id = add_youth (self->store, 0);
  g_autoptr (TjYouth) expected = new_youth (0);
  g_autoptr (TjYouth) youth = NULL;
  g_autoptr (GError) error = NULL;

  register_reopen (self);
  youth = tj_youths_load (self->store, id, &error);
  g_assert_no_error (error);
  tj_entity_set_id (expected, id);
  g_assert_true (tj_entity_equal (youth, expected));
  g_assert_cmpint (tj_youths_find (self->store, test_number (0), &error), ==, id);
  g_assert_no_error (error);
}

static void
an_existing_register_is_not_made_again (Register *self)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  register_close (self);
  before = hash_folder (self->folder);
  assert_fails (tj_store_create (self->path, register_key, register_audit_key, error_) != NULL,
                TJ_STORE_ERROR_IO);
  after = hash_folder (self->folder);
  g_assert_cmpstr (before, ==, after);
}

static void
refused_without_a_trace (Register *self, const guint8 *key, int code)
{
  g_autofree char *before = hash_folder (self->folder);
  g_autofree char *after = NULL;

  assert_fails (try_open (self, key, error_), code);
  after = hash_folder (self->folder);
  g_assert_cmpstr (before, ==, after);
}

static void
a_wrong_key_is_refused (Register *self)
{
  guint8 wrong[TJ_STORE_KEY_BYTES] = { 1 };

  add_youth (self->store, 0);
  register_close (self);
  refused_without_a_trace (self, wrong, TJ_STORE_ERROR_WRONG_KEY);
}

static void
a_wrong_key_after_a_crash_is_refused (Register *self)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *kept = NULL;
  guint8 wrong[TJ_STORE_KEY_BYTES] = { 1 };
  gsize n;

  add_youth (self->store, 0);
  g_assert_true (g_file_get_contents (log, &kept, &n, NULL));
  g_assert_cmpuint (n, >, 4096);
  register_close (self);
  g_assert_true (g_file_set_contents (log, kept, (gssize)n, NULL));
  refused_without_a_trace (self, wrong, TJ_STORE_ERROR_WRONG_KEY);
}

static void
set_version (Register *self, const char *pragma)
{
  TjConnection *connection = NULL;
  g_autoptr (GError) error = NULL;

  register_close (self);
  connection = tj_connection_open (self->path, register_key, FALSE, &error);
  g_assert_no_error (error);
  tj_connection_exec (connection, pragma, &error);
  g_assert_no_error (error);
  tj_connection_close (connection, &error);
  g_assert_no_error (error);
}

static void
a_newer_register_is_refused (Register *self)
{
  set_version (self, "PRAGMA user_version = 9999");
  refused_without_a_trace (self, register_key, TJ_STORE_ERROR_NEWER);
}

/* The newer version stands only in the write-ahead log, as after a crash of the newer program. */
static void
a_newer_register_after_a_crash_is_refused (Register *self)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *database = NULL;
  TjConnection *connection = NULL;
  g_autoptr (GError) error = NULL;
  gsize n, n_database;

  register_close (self);
  connection = tj_connection_open (self->path, register_key, FALSE, &error);
  g_assert_no_error (error);
  tj_connection_exec (connection, "PRAGMA user_version = 9999", &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (log, &kept, &n, NULL));
  g_assert_true (g_file_get_contents (self->path, &database, &n_database, NULL));
  tj_connection_close (connection, &error);
  g_assert_no_error (error);

  g_assert_true (g_file_set_contents (self->path, database, (gssize)n_database, NULL));
  register_reopen (self);
  register_close (self);
  g_assert_true (g_file_set_contents (self->path, database, (gssize)n_database, NULL));
  g_assert_true (g_file_set_contents (log, kept, (gssize)n, NULL));
  refused_without_a_trace (self, register_key, TJ_STORE_ERROR_NEWER);
}

static void
a_register_in_use_is_refused (Register *self)
{
  g_autofree char *before = hash_folder (self->folder);
  g_autofree char *after = NULL;
  g_autofree char *pid = g_strdup_printf ("%ld", (long)getpid ());
  g_autoptr (GError) error = NULL;

  g_assert_false (try_open (self, register_key, &error));
  g_assert_error (error, TJ_STORE_ERROR, TJ_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, g_get_host_name ()));
  g_assert_nonnull (strstr (error->message, pid));
  after = hash_folder (self->folder);
  g_assert_cmpstr (before, ==, after);
}

static void
the_lock_of_a_dead_program_is_no_hindrance (Register *self)
{
  g_autofree char *lock = g_build_filename (self->folder, "register.lock", NULL);

  register_close (self);
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_set_contents (lock, "elsewhere\n1\n2026-01-01T00:00:00Z\n", -1, NULL));
  register_reopen (self);
}

static void
a_damaged_first_page_is_not_a_wrong_key (Register *self)
{
  register_close (self);
  flip_byte (self->path, 200);
  refused_without_a_trace (self, register_key, TJ_STORE_ERROR_DAMAGED);
}

static void
a_file_of_something_else_is_refused (Register *self)
{
  register_close (self);
  g_assert_true (g_file_set_contents (self->path, "not a register", -1, NULL));
  refused_without_a_trace (self, register_key, TJ_STORE_ERROR_DAMAGED);
}

static void
a_missing_file_is_not_made (Register *self)
{
  register_close (self);
  g_assert_no_errno (g_unlink (self->path));
  refused_without_a_trace (self, register_key, TJ_STORE_ERROR_IO);
}

static void
a_missing_folder_is_an_error (Register *self)
{
  g_autofree char *path = g_build_filename (self->folder, "none", "register.db", NULL);

  assert_fails (tj_store_create (path, register_key, register_audit_key, error_) != NULL,
                TJ_STORE_ERROR_IO);
}

/* Whatever the umask and the folder are, and the journal too. */
static void
only_its_owner_may_read_it (Register *self)
{
  g_autofree char *journal = g_strconcat (self->path, "-wal", NULL);
  GStatBuf file;

  g_assert_no_errno (g_stat (self->path, &file));
  g_assert_cmpuint (file.st_mode & 0777, ==, 0600);
  g_assert_no_errno (g_stat (journal, &file));
  g_assert_cmpuint (file.st_mode & 0777, ==, 0600);
}

static void
a_closed_store_refuses_politely (Register *self)
{
  assert_works (tj_store_close (self->store, error_));
  assert_works (tj_store_close (self->store, error_));
  assert_fails (tj_youths_load (self->store, 1, error_) != NULL, TJ_STORE_ERROR_IO);
  assert_fails (tj_change_begin (self->store, "x", error_) != NULL, TJ_STORE_ERROR_IO);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  register_add_test ("/store/open/what-is-written-is-read-again", what_is_written_is_read_again);
  register_add_test ("/store/open/an-existing-register-is-not-made-again",
                     an_existing_register_is_not_made_again);
  register_add_test ("/store/open/only-its-owner-may-read-it", only_its_owner_may_read_it);
  register_add_test ("/store/open/a-wrong-key-is-refused", a_wrong_key_is_refused);
  register_add_test ("/store/open/a-wrong-key-after-a-crash-is-refused",
                     a_wrong_key_after_a_crash_is_refused);
  register_add_test ("/store/open/a-newer-register-is-refused", a_newer_register_is_refused);
  register_add_test ("/store/open/a-newer-register-after-a-crash-is-refused",
                     a_newer_register_after_a_crash_is_refused);
  register_add_test ("/store/open/a-register-in-use-is-refused", a_register_in_use_is_refused);
  register_add_test ("/store/open/the-lock-of-a-dead-program-is-no-hindrance",
                     the_lock_of_a_dead_program_is_no_hindrance);
  register_add_test ("/store/open/a-damaged-first-page-is-not-a-wrong-key",
                     a_damaged_first_page_is_not_a_wrong_key);
  register_add_test ("/store/open/a-file-of-something-else-is-refused",
                     a_file_of_something_else_is_refused);
  register_add_test ("/store/open/a-missing-file-is-not-made", a_missing_file_is_not_made);
  register_add_test ("/store/open/a-missing-folder-is-an-error", a_missing_folder_is_an_error);
  register_add_test ("/store/open/a-closed-store-refuses-politely",
                     a_closed_store_refuses_politely);
  return g_test_run ();
}
