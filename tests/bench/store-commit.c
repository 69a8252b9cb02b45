/* What it costs to keep a contact: its row, the log's, what undo needs and the agenda, in one durable
 * commit, set against a bare commit of one row on the same disk. Prints both medians in
 * milliseconds and their ratio. Use: bench-store-commit FOLDER */

#include "config.h"

#include "tj-connection.h"
#include "tj-contact-repository.h"
#include "tj-registration-repository.h"
#include "tj-routine.h"
#include "tj-statement.h"
#include "tj-store.h"
#include "tj-youth-repository.h"

#include <glib/gstdio.h>
#include <stdio.h>

#define ROUNDS 400

static const guint8 key[TJ_STORE_KEY_BYTES] = { 1 };

static int
compare (gconstpointer a, gconstpointer b)
{
  const gint64 x = *(const gint64 *)a, y = *(const gint64 *)b;

  return (x > y) - (x < y);
}

static double
median (gint64 *times)
{
  qsort (times, ROUNDS, sizeof *times, compare);
  return (double)times[ROUNDS / 2] / 1e3;
}

static void
check (gboolean done, GError *error)
{
  if (!done)
    g_error ("%s", error->message);
}

static void
commit_bare (TjConnection *connection, int i)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjStatement) insert = NULL;

  check (tj_connection_exec (connection, "BEGIN IMMEDIATE", &error), error);
  insert = tj_statement_new (connection, "INSERT INTO bare (number, text) VALUES (?, ?)", &error);
  check (insert != NULL, error);
  tj_statement_bind_number (insert, 1, i);
  tj_statement_bind_text (insert, 2, "2026-11-18 phone out no-answer unknown");
  check (tj_statement_run (insert, &error), error);
  check (tj_connection_exec (connection, "COMMIT", &error), error);
}

static void
commit_contact (TjStore *store, gint64 youth_id, int i)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjContact) contact = tj_contact_new (youth_id);
  g_autoptr (TjChange) change = tj_change_begin (store, "log-contact", &error);

  check (change != NULL, error);
  tj_contact_set_date (contact, tj_date_new (2026, 11, 18) + (TjDate)i % 30);
  tj_contact_set_outcome (contact, TJ_OUTCOME_NO_ANSWER);
  check (tj_contacts_insert (change, contact, &error) != 0, error);
  check (tj_change_commit (change, &error), error);
}

static gint64
add_youth (TjStore *store, guint i)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *number = g_strdup_printf ("2007%08u", i);
  g_autoptr (TjYouth) youth
      = g_object_new (TJ_TYPE_YOUTH, "given-name", "Kim", "family-name", "Ek", NULL);
  g_autoptr (TjRegistration) registration = NULL;
  g_autoptr (TjChange) change = tj_change_begin (store, "register", &error);

  check (change != NULL, error);
  tj_youth_set_personal_number (youth, number);
  check (tj_youths_insert (change, youth, &error) != 0, error);
  registration = tj_registration_new (tj_entity_get_id (youth));
  tj_registration_set_registered_on (registration, tj_date_new (2026, 11, 2));
  check (tj_registrations_insert (change, registration, &error) != 0, error);
  check (tj_change_commit (change, &error), error);
  return tj_entity_get_id (youth);
}

int
main (int argc, char **argv)
{
  static gint64 bare[ROUNDS], whole[ROUNDS], ids[ROUNDS / 10];
  g_autoptr (GError) error = NULL;
  g_autofree char *bare_path = NULL;
  g_autofree char *path = NULL;
  TjRoutine *routine = tj_routine_new ("bench", "Bench");
  TjConnection *connection;
  TjStore *store;
  double bare_time, whole_time;

  if (argc != 2)
    return 2;
  tj_routine_add_track (routine, "all")->backgrounds = (1u << TJ_N_BACKGROUNDS) - 1;
  bare_path = g_build_filename (argv[1], "bare.db", NULL);
  path = g_build_filename (argv[1], "register.db", NULL);
  connection = tj_connection_open (bare_path, key, TRUE, &error);
  check (connection != NULL, error);
  check (tj_connection_exec (connection, "CREATE TABLE bare (id INTEGER PRIMARY KEY, number, text)",
                             &error),
         error);
  store = tj_store_create (path, key, key, &error);
  check (store != NULL, error);
  check (tj_store_set_routine (store, routine, &error), error);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = add_youth (store, i);

  /* In turn, so that both meet the same disk. */
  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      commit_bare (connection, i);
      bare[i] = g_get_monotonic_time () - start;
      start = g_get_monotonic_time ();
      commit_contact (store, ids[(gsize)i % G_N_ELEMENTS (ids)], i);
      whole[i] = g_get_monotonic_time () - start;
    }
  bare_time = median (bare);
  whole_time = median (whole);
  printf ("bare %.3f ms, contact %.3f ms, ratio %.2f\n", bare_time, whole_time,
          whole_time / bare_time);
  tj_connection_close (connection, NULL);
  tj_store_close (store, NULL);
  g_object_unref (store);
  tj_routine_free (routine);
  return 0;
}
