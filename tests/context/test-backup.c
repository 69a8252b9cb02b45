/* Backups in a chosen folder: one a day, under this register's name, thinned without touching what
 * is not ours. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "context-fixture.h"
#include "tj-backup-service.h"
#include "tj-setting-keys.h"

static char *
choose_folder (ContextFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_build_filename (fixture->scratch, "backups", NULL);

  g_mkdir (folder, 0700);
  tj_context_set_setting (fixture->context, TJ_SETTING_BACKUP_FOLDER, folder, &error);
  g_assert_no_error (error);
  return folder;
}

static void
back_up (ContextFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TjBackupCounts counts;

  tj_backup_service_run (fixture->context, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.log_rows, >, 0);
}

static GPtrArray *
list (ContextFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *files = tj_backup_service_list (fixture->context, &error);

  g_assert_no_error (error);
  return files;
}

/* A copy of the latest backup under the name of another day. */
static char *
pretend (ContextFixture *fixture, const char *day)
{
  g_autoptr (GPtrArray) files = list (fixture);
  const TjBackupFile *latest = g_ptr_array_index (files, files->len - 1);
  g_autofree char *bytes = NULL;
  gsize n;
  char *path = g_strdup (latest->path);

  memcpy (strstr (path, "2026-11-18"), day, 10);
  g_assert_true (g_file_get_contents (latest->path, &bytes, &n, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize)n, NULL));
  return path;
}

static void
test_due (ContextFixture *fixture, gconstpointer unused)
{
  g_autofree char *folder = NULL;
  g_autoptr (GPtrArray) files = NULL;

  g_assert_false (tj_backup_service_is_due (fixture->context));
  folder = choose_folder (fixture);
  g_assert_true (tj_backup_service_is_due (fixture->context));
  back_up (fixture);
  g_assert_false (tj_backup_service_is_due (fixture->context));
  files = list (fixture);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_cmpuint (((TjBackupFile *)files->pdata[0])->date, ==, context_fixture_today ());
}

static void
test_thinning (ContextFixture *fixture, gconstpointer unused)
{
  g_autofree char *folder = choose_folder (fixture);
  g_autofree char *note = g_build_filename (folder, "läs mig.txt", NULL);
  g_autofree char *other = NULL;
  g_autofree char *old = NULL;
  g_autofree char *recent = NULL;

  back_up (fixture);
  g_assert_true (g_file_set_contents (note, "min", -1, NULL));
  old = pretend (fixture, "2025-01-01");
  recent = pretend (fixture, "2026-11-17");
  other = g_build_filename (folder, "tjugo-00000000-2020-01-01-120000" TJ_BACKUP_SUFFIX, NULL);
  g_assert_true (g_file_set_contents (other, "annans", -1, NULL));
  g_usleep (G_USEC_PER_SEC); /* a name has its second */
  back_up (fixture);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (recent, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (note, G_FILE_TEST_EXISTS));
}

static void
test_missing_folder (ContextFixture *fixture, gconstpointer unused)
{
  g_autofree char *folder = choose_folder (fixture);
  g_autoptr (GError) error = NULL;
  TjBackupCounts counts;

  g_rmdir (folder);
  g_assert_true (tj_backup_service_is_due (fixture->context));
  g_assert_false (tj_backup_service_run (fixture->context, &counts, &error));
  g_assert_nonnull (error);
  g_assert_true (tj_context_verify (fixture->context, NULL));
}

static void
add (const char *path, void (*test) (ContextFixture *fixture, gconstpointer unused))
{
  g_test_add (path, ContextFixture, NULL, context_fixture_set_up, test, context_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/context/backup/one-a-day-is-due", test_due);
  add ("/context/backup/thinning-takes-only-its-own", test_thinning);
  add ("/context/backup/a-folder-that-is-gone-is-told", test_missing_folder);
  return g_test_run ();
}
