/* What the tests of imports share: a register to import into, and ways to look at what came out. */

#include "config.h"

#include "import-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static const guint8 key[TJ_STORE_KEY_BYTES] = { 9, 8, 7, 6, 5, 4, 3, 2, 1 };
static const guint8 audit_key[TJ_STORE_KEY_BYTES] = { 4, 2 };

/* One step is ladder enough: what an import needs is that there is one. */
static TjRoutine *
new_routine (void)
{
  TjRoutine *routine = tj_routine_new ("test", "Test");
  TjRoutineTrack *track = tj_routine_add_track (routine, "all");
  TjRoutineStep *step = tj_routine_track_add_step (track, "first-contact");

  track->backgrounds = (1u << TJ_N_BACKGROUNDS) - 1;
  step->anchor = TJ_ANCHOR_REGISTRATION;
  step->offset = (TjPeriod){ .days = 7 };
  step->channels = 1u << TJ_CHANNEL_PHONE;
  return routine;
}

void
fixture_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("tj-import-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "register.db", NULL);
  self->routine = new_routine ();
  self->today = tj_date_new (2026, 11, 18);
  self->store = tj_store_create (path, key, audit_key, &error);
  g_assert_no_error (error);
  tj_store_set_routine (self->store, self->routine, &error);
  g_assert_no_error (error);
}

void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  tj_store_close (self->store, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&self->store));
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_no_errno (g_unlink (path));
    }
  g_assert_no_errno (g_rmdir (self->folder));
  tj_routine_free (self->routine);
  g_free (self->folder);
}

static void
run_test (Fixture *self, gconstpointer test)
{
  ((void (*) (Fixture *))test) (self);
}

void
fixture_add_test (const char *path, void (*test) (Fixture *))
{
  g_test_add (path, Fixture, (gconstpointer)test, fixture_set_up, run_test, fixture_tear_down);
}

/* A list that was read without complaint, still to be applied. */
TjImport *
fixture_read (Fixture *self, const char *source, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  TjImport *import = tj_import_new (self->store, source, self->today);

  tj_import_read_bytes (import, bytes, NULL, &error);
  g_assert_no_error (error);
  return import;
}

static TjImportReport *
apply (TjImport *import)
{
  g_autoptr (GError) error = NULL;
  TjImportReport *report = tj_import_apply (import, FALSE, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (report);
  return report;
}

TjImportReport *
fixture_import (Fixture *self, const char *source, const char *text)
{
  g_autoptr (TjImport) import = fixture_read (self, source, text);

  return apply (import);
}

TjImportReport *
fixture_import_file (Fixture *self, const char *source, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjImport) import = tj_import_new (self->store, source, self->today);
  g_autofree char *path = g_build_filename (g_getenv ("TJ_TEST_FIXTURES"), "imports", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tj_import_read_file (import, file, NULL, &error);
  g_assert_no_error (error);
  return apply (import);
}

TjYouth *
fixture_load (Fixture *self, const char *personal_number)
{
  g_autoptr (GError) error = NULL;
  gint64 id = tj_youths_find (self->store, personal_number, &error);
  TjYouth *youth;

  g_assert_no_error (error);
  youth = tj_youths_load (self->store, id, &error);
  g_assert_no_error (error);
  return youth;
}

TjRegistration *
fixture_load_open (Fixture *self, const char *personal_number)
{
  g_autoptr (TjYouth) youth = fixture_load (self, personal_number);

  return tj_registrations_load_open (self->store, tj_entity_get_id (youth), NULL);
}

void
fixture_deregister (Fixture *self, const char *personal_number, const char *date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjRegistration) registration = fixture_load_open (self, personal_number);
  g_autoptr (TjChange) change = tj_change_begin (self->store, "deregister", &error);

  g_assert_no_error (error);
  tj_registration_set_deregistered_on (registration, tj_date_parse (date));
  tj_registration_set_reason (registration, TJ_DEREGISTRATION_COMPLETED);
  tj_registrations_update (change, registration, &error);
  g_assert_no_error (error);
  tj_change_commit (change, &error);
  g_assert_no_error (error);
}

static gboolean
count_youth (TjYouth *youth, gpointer user_data)
{
  guint *n = user_data;

  (*n)++;
  return TRUE;
}

guint
fixture_count_youths (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  tj_youths_foreach (self->store, count_youth, &n, &error);
  g_assert_no_error (error);
  return n;
}

void
assert_counts (TjImportReport *report, guint n_new, guint changed, guint unchanged, guint gone)
{
  g_assert_cmpuint (tj_import_report_get_count (report, TJ_IMPORT_NEW), ==, n_new);
  g_assert_cmpuint (tj_import_report_get_count (report, TJ_IMPORT_CHANGED), ==, changed);
  g_assert_cmpuint (tj_import_report_get_count (report, TJ_IMPORT_UNCHANGED), ==, unchanged);
  g_assert_cmpuint (tj_import_report_get_count (report, TJ_IMPORT_GONE), ==, gone);
}

static gboolean
has_issue (const TjImportIssue *issues,
           guint n_issues,
           guint row,
           const char *column,
           const char *part)
{
  for (guint i = 0; i < n_issues; i++)
    if (issues[i].row == row && g_str_equal (issues[i].column, column)
        && strstr (issues[i].reason, part) != NULL)
      return TRUE;
  return FALSE;
}

static void
print_issues (const TjImportIssue *issues, guint n_issues)
{
  for (guint i = 0; i < n_issues; i++)
    g_test_message ("%u %s: %s", issues[i].row, issues[i].column, issues[i].reason);
}

void
assert_rejected (TjImportReport *report, guint row, const char *column, const char *part)
{
  guint n;
  const TjImportIssue *issues = tj_import_report_get_rejected (report, &n);

  print_issues (issues, n);
  g_assert_true (has_issue (issues, n, row, column, part));
}

void
assert_warned (TjImportReport *report, guint row, const char *column, const char *part)
{
  guint n;
  const TjImportIssue *issues = tj_import_report_get_warnings (report, &n);

  print_issues (issues, n);
  g_assert_true (has_issue (issues, n, row, column, part));
}

guint
count_rejected (TjImportReport *report)
{
  guint n;

  tj_import_report_get_rejected (report, &n);
  return n;
}

guint
count_warnings (TjImportReport *report)
{
  guint n;

  tj_import_report_get_warnings (report, &n);
  return n;
}
