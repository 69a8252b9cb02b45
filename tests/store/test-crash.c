/* Kills a writer in the middle, again and again, and looks whether everything it had said was
 * written is there, whole, and the register fit for use. */

#include "config.h"

#include "register.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tj-audit.h"
#include "tj-connection.h"
#include "tj-migrations.h"
#include "tj-pages.h"
#include "tj-settings.h"
#include "tj-statement.h"

#define ROUNDS 200
#define CREATIONS 40

typedef struct
{
  GPid pid;
  int output;
  guint first; /* what it said first */
} Child;

/* Begun when the child has said its first word, so that every round interrupts real work. */
static Child
begin_child (const char *path, const char *what)
{
  const char *argv[] = { g_getenv ("TJ_TEST_CRASH_CHILD"), path, what, NULL };
  g_autoptr (GError) error = NULL;
  Child child;

  g_spawn_async_with_pipes (NULL, (char **)argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &child.pid, NULL, &child.output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (child.output, &child.first, sizeof child.first), ==, sizeof child.first);
  return child;
}

/* The last number it told. */
static guint
kill_child (Child child)
{
  guint last = child.first, number;

  g_assert_no_errno (kill (child.pid, SIGKILL));
  while (read (child.output, &number, sizeof number) == sizeof number)
    last = number;
  close (child.output);
  g_assert_cmpint (waitpid (child.pid, NULL, 0), ==, child.pid);
  return last;
}

static guint
read_counter (TjStore *store)
{
  g_autofree char *value = tj_settings_dup (store, "counter", NULL);

  return value != NULL ? (guint)g_ascii_strtoull (value, NULL, 10) : 0;
}

static void
no_acknowledged_change_is_lost (Register *self)
{
  gint64 youth_id = add_youth (self->store, 0);
  guint total = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GPtrArray) contacts = NULL;
      guint acknowledged, counter;
      Child child;

      register_close (self);
      child = begin_child (self->path, "write");
      g_usleep (g_random_int_range (0, 20000));
      acknowledged = kill_child (child);
      register_reopen (self);

      counter = read_counter (self->store);
      g_assert_cmpuint (counter, >=, acknowledged);
      g_assert_cmpuint (counter, <=, acknowledged + 1);
      contacts = tj_contacts_list (self->store, youth_id, NULL);
      g_assert_cmpuint (contacts->len, ==, counter);
      assert_works (tj_audit_verify (self->store, NULL, 0, error_));
      total = counter;
    }
  g_test_message ("%u changes in %u rounds", total, ROUNDS);
  g_assert_cmpuint (total, >=, ROUNDS);
  assert_works (tj_store_verify (self->store, error_));
}

static gint64
count_tables (const char *path)
{
  g_autoptr (GError) error = NULL;
  TjConnection *connection = tj_connection_open (path, register_key, FALSE, &error);
  TjStatement *select = tj_statement_new (
      connection, "SELECT count (*) FROM sqlite_master WHERE name IN ('youth', 'contact', 'audit')",
      &error);
  gint64 n;

  g_assert_no_error (error);
  g_assert_cmpint (tj_statement_step (select, &error), ==, TJ_STATEMENT_ROW);
  n = tj_statement_get_number (select, 0);
  tj_statement_free (select);
  tj_connection_close (connection, NULL);
  return n;
}

static void
remove_all (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
}

/* How long it takes to make a register, in microseconds. */
static gint64
time_creation (const char *path)
{
  Child child = begin_child (path, "create");
  gint64 start = g_get_monotonic_time (), took;
  guint number;

  g_assert_cmpint (read (child.output, &number, sizeof number), ==, sizeof number);
  took = g_get_monotonic_time () - start;
  kill_child (child);
  return took;
}

/* Each of the first three steps brings one of three tables: as many as the version says once the
 * file has been opened, which takes back a step that was being written. */
static gboolean
check_schema (Register *self, const char *path, guint seen[4])
{
  guint version = 0;
  gint64 n_tables;

  if (!tj_pages_check_key (path, register_key, &version, NULL))
    return FALSE;
  g_assert_cmpuint (version, <=, tj_migrations_get_latest ());
  n_tables = count_tables (path);
  g_assert_true (tj_pages_check_key (path, register_key, &version, NULL));
  g_assert_cmpint (n_tables, ==, MIN (version, 3));
  seen[MIN (version, 3)]++;

  self->store = tj_store_open (path, register_key, register_audit_key, NULL);
  g_assert_nonnull (self->store);
  assert_works (tj_store_verify (self->store, error_));
  register_close (self);
  return TRUE;
}

static void
a_schema_step_is_whole_or_not_there (Register *self)
{
  g_autofree char *path = g_build_filename (self->folder, "new.db", NULL);
  guint seen[4] = { 0 }, n_checked = 0;
  gint64 whole;

  register_close (self);
  whole = time_creation (path);
  g_assert_true (check_schema (self, path, seen));
  g_assert_cmpuint (seen[3], ==, 1);
  remove_all (path);

  for (guint i = 0; i < CREATIONS; i++)
    {
      Child child = begin_child (path, "create");

      g_usleep ((gulong)(whole * i / CREATIONS));
      kill_child (child);
      n_checked += check_schema (self, path, seen);
      remove_all (path);
    }
  g_test_message ("killed at version 0: %u, 1: %u, 2: %u, later: %u", seen[0], seen[1], seen[2],
                  seen[3]);
  g_assert_cmpuint (n_checked, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  register_add_test ("/store/crash/no-acknowledged-change-is-lost", no_acknowledged_change_is_lost);
  register_add_test ("/store/crash/a-schema-step-is-whole-or-not-there",
                     a_schema_step_is_whole_or_not_there);
  return g_test_run ();
}
