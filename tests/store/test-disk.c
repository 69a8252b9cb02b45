/* What lies on the disk: nothing readable, in the format of SQLCipher 3, and every damage found. */

#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "register.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "tj-letter-repository.h"
#include "tj-settings.h"

#define PAGE 4096

static gboolean
holds (const char *bytes, gsize n, const char *needle)
{
  return memmem (bytes, n, needle, strlen (needle)) != NULL;
}

static void
assert_unreadable (const char *path)
{
  g_autofree char *bytes = NULL;
  g_autofree char *key = g_malloc (2 * TJ_STORE_KEY_BYTES + 1);
  gsize n;

  for (gsize i = 0; i < TJ_STORE_KEY_BYTES; i++)
    g_snprintf (key + 2 * i, 3, "%02x", register_key[i]);
  g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
  g_assert_false (holds (bytes, n, CANARY));
  g_assert_false (holds (bytes, n, "Kanarief"));
  g_assert_false (holds (bytes, n, "kanarief"));
  g_assert_false (holds (bytes, n, test_number (0)));
  g_assert_false (holds (bytes, n, "SQLite format 3"));
  g_assert_false (holds (bytes, n, key));
  g_assert_null (memmem (bytes, n, register_key, 16));
}

/* Every file that is there, while it is open: database, log, index of the log, lock. */
static void
assert_folder_unreadable (Register *self, guint at_least)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;
  guint n = 0;

  for (; (name = g_dir_read_name (dir)) != NULL; n++)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      assert_unreadable (path);
    }
  g_assert_cmpuint (n, >=, at_least);
}

static void
no_name_is_readable_on_the_disk (Register *self)
{
  gint64 id = add_youth (self->store, 0);
  g_autoptr (TjChange) change = tj_change_begin (self->store, "letter", NULL);
  g_autoptr (TjLetter) letter = tj_letter_new (id);
  g_autoptr (GBytes) pdf = g_bytes_new (CANARY, strlen (CANARY));

  tj_letter_set_date (letter, day ("2026-11-17"));
  assert_works (tj_letters_insert (change, letter, pdf, error_));
  assert_works (tj_settings_set (change, "letterhead", CANARY, error_));
  assert_folder_unreadable (self, 3);
  assert_works (tj_change_commit (change, error_));
  assert_folder_unreadable (self, 3);
  register_close (self);
  assert_folder_unreadable (self, 1);
}

/* By the program of the distribution, so that the format is not only what we say it is. */
static void
the_format_is_that_of_sqlcipher_3 (Register *self)
{
  g_autoptr (GString) script = g_string_new ("PRAGMA key = \"x'");
  g_autofree char *program = g_find_program_in_path ("sqlcipher");
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  const char *argv[] = { program, self->path, NULL, NULL };
  g_autofree char *version = NULL;
  const char *show[] = { program, ":memory:", "PRAGMA cipher_version;", NULL };

  g_assert_nonnull (program);
  add_youth (self->store, 0);
  register_close (self);

  g_spawn_sync (NULL, (char **)show, NULL, 0, NULL, NULL, &version, NULL, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < TJ_STORE_KEY_BYTES; i++)
    g_string_append_printf (script, "%02x", register_key[i]);
  g_string_append (script, "'\";");
  if (version[0] != '3')
    g_string_append (script, "PRAGMA cipher_compatibility = 3;");
  g_string_append (script, "PRAGMA cipher_page_size = 4096; PRAGMA page_size;"
                           "SELECT family_name FROM youth; PRAGMA journal_mode;");
  argv[2] = script->str;
  g_spawn_sync (NULL, (char **)argv, NULL, 0, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (output, "4096\n" CANARY "\nwal\n"));
}

static void
a_whole_register_verifies (Register *self)
{
  for (guint i = 0; i < 50; i++)
    add_youth (self->store, i);
  assert_works (tj_store_verify (self->store, error_));
  register_reopen (self);
  assert_works (tj_store_verify (self->store, error_));
}

static goffset
get_size (const char *path)
{
  GStatBuf status;

  g_assert_no_errno (g_stat (path, &status));
  return status.st_size;
}

/* One bit in the middle of each page in turn. */
static void
a_damaged_page_is_found_and_named (Register *self)
{
  goffset n_pages;

  for (guint i = 0; i < 50; i++)
    add_youth (self->store, i);
  assert_works (tj_store_verify (self->store, error_));
  n_pages = get_size (self->path) / PAGE;
  g_assert_cmpint (n_pages, >, 20);

  for (goffset page = 1; page <= n_pages; page++)
    {
      g_autofree char *named = g_strdup_printf ("%d", (int)page);
      g_autoptr (GError) error = NULL;

      flip_byte (self->path, (page - 1) * PAGE + PAGE / 2);
      g_assert_false (tj_store_verify (self->store, &error));
      g_assert_error (error, TJ_STORE_ERROR, TJ_STORE_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, named));
      flip_byte (self->path, (page - 1) * PAGE + PAGE / 2);
    }
  assert_works (tj_store_verify (self->store, error_));
}

static void
pages_that_changed_places_are_found (Register *self)
{
  g_autofree char *bytes = NULL;
  g_autofree char *page = g_malloc (PAGE);
  gsize n;

  for (guint i = 0; i < 50; i++)
    add_youth (self->store, i);
  assert_works (tj_store_verify (self->store, error_));
  g_assert_true (g_file_get_contents (self->path, &bytes, &n, NULL));
  memcpy (page, bytes + 4 * PAGE, PAGE);
  memcpy (bytes + 4 * PAGE, bytes + 5 * PAGE, PAGE);
  memcpy (bytes + 5 * PAGE, page, PAGE);
  register_close (self);
  g_assert_true (g_file_set_contents (self->path, bytes, (gssize)n, NULL));
  self->store = tj_store_open (self->path, register_key, register_audit_key, NULL);
  g_assert_nonnull (self->store);
  assert_fails (tj_store_verify (self->store, error_), TJ_STORE_ERROR_DAMAGED);
}

static void
a_file_cut_short_is_found (Register *self)
{
  for (guint i = 0; i < 50; i++)
    add_youth (self->store, i);
  register_close (self);
  g_assert_no_errno (truncate (self->path, get_size (self->path) - PAGE));
  assert_fails (tj_store_open (self->path, register_key, register_audit_key, error_) != NULL,
                TJ_STORE_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  register_add_test ("/store/disk/no-name-is-readable", no_name_is_readable_on_the_disk);
  register_add_test ("/store/disk/the-format-is-that-of-sqlcipher-3",
                     the_format_is_that_of_sqlcipher_3);
  register_add_test ("/store/verify/a-whole-register-verifies", a_whole_register_verifies);
  register_add_test ("/store/verify/a-damaged-page-is-found-and-named",
                     a_damaged_page_is_found_and_named);
  register_add_test ("/store/verify/pages-that-changed-places-are-found",
                     pages_that_changed_places_are_found);
  register_add_test ("/store/verify/a-file-cut-short-is-found", a_file_cut_short_is_found);
  return g_test_run ();
}
