/* The file that the user chose, and nothing beside it. */

#include "config.h"

#include "tj-paper-file.h"

#include <gio/gio.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

/* A folder of its own with a file in it. */
typedef struct
{
  char *folder;
  char *path;
  GBytes *pdf;
} Fixture;

static void
set_up (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("tj-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "brev.pdf", NULL);
  fixture->pdf = g_bytes_new_static ("%PDF-new", 8);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_bytes_unref (fixture->pdf);
}

static void
assert_holds (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_it_holds_the_bytes_for_its_owner_alone (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  g_assert_true (tj_paper_save (fixture->pdf, fixture->path, &error));
  g_assert_no_error (error);
  assert_holds (fixture->path, "%PDF-new");
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* As a run leaves them that was killed where files cannot be without a name. */
static void
test_it_removes_what_a_killed_run_left (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *left = g_build_filename (fixture->folder, ".tjugo-0123abcd.tmp", NULL);
  g_autofree char *written = g_build_filename (fixture->folder, ".tjugo-99999999.tmp", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, ".tjugo-notes.tmp", NULL);
  int fd;

  g_assert_true (g_file_set_contents (left, "%PDF-left", -1, NULL));
  g_assert_true (g_file_set_contents (written, "%PDF-half", -1, NULL));
  g_assert_true (g_file_set_contents (other, "mine", -1, NULL));
  fd = g_open (written, O_RDWR, 0);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  g_assert_true (tj_paper_save (fixture->pdf, fixture->path, NULL));
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (written, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  close (fd);
  g_remove (written);
  g_remove (other);
}

static void
test_it_replaces_an_earlier_one (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_assert_true (tj_paper_save (fixture->pdf, fixture->path, NULL));
  assert_holds (fixture->path, "%PDF-new");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_a_missing_folder_is_an_error (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none", "brev.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (tj_paper_save (fixture->pdf, path, &error));
  g_assert_error (error, TJ_PAPER_ERROR, TJ_PAPER_ERROR_IO);
  g_assert_null (strstr (error->message, "brev.pdf"));
}

/* A folder stands where the file should be: the rename fails after the bytes are written. */
static void
test_a_failure_leaves_nothing_behind (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  g_assert_false (tj_paper_save (fixture->pdf, fixture->path, &error));
  g_assert_error (error, TJ_PAPER_ERROR, TJ_PAPER_ERROR_IO);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/paper/file/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("it-removes-what-a-killed-run-left", test_it_removes_what_a_killed_run_left);
  ADD ("it-holds-the-bytes-for-its-owner-alone", test_it_holds_the_bytes_for_its_owner_alone);
  ADD ("it-replaces-an-earlier-one", test_it_replaces_an_earlier_one);
  ADD ("a-missing-folder-is-an-error", test_a_missing_folder_is_an_error);
  ADD ("a-failure-leaves-nothing-behind", test_a_failure_leaves_nothing_behind);
  return g_test_run ();
}
