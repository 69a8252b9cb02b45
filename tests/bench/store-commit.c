/* What it costs to log a contact the way the window does: checked, with its row, the log's, what undo
 * needs and the agenda, in one durable commit, set against a bare commit of one row on the same disk.
 * Prints both medians in milliseconds and their ratio. Use: bench-store-commit FOLDER */

#include "config.h"

#include "tj-connection.h"
#include "tj-contact-service.h"
#include "tj-contact.h"
#include "tj-registration-repository.h"
#include "tj-statement.h"
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
commit_contact (TjContext *context, gint64 youth_id, int i)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjContact) contact = tj_contact_new (youth_id);

  tj_contact_set_date (contact, tj_context_get_today (context) - (TjDate)i % 10);
  tj_contact_set_outcome (contact, TJ_OUTCOME_NO_ANSWER);
  check (tj_contact_service_log (context, contact, TJ_DATE_NONE, &error), error);
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
  tj_youth_set_birth (youth, tj_date_new (2007, 6, 1));
  check (tj_youths_insert (change, youth, &error) != 0, error);
  registration = tj_registration_new (tj_entity_get_id (youth));
  tj_registration_set_registered_on (registration, tj_date_new (2026, 11, 2));
  check (tj_registrations_insert (change, registration, &error) != 0, error);
  check (tj_change_commit (change, &error), error);
  return tj_entity_get_id (youth);
}

static TjContext *
create_register (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "register", NULL);
  g_autoptr (TjSecret) passphrase = tj_secret_new_from_string ("sju sorters kakor");
  g_autoptr (TjSecret) recovery_key = NULL;
  TjContext *context = tj_context_new (path, tj_date_new (2026, 11, 18));

  recovery_key = tj_context_prepare (context, passphrase, TRUE, &error);
  check (recovery_key != NULL, error);
  check (tj_context_create (context, "1472", "tibro", FALSE, &error), error);
  return context;
}

static TjConnection *
create_bare (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "bare.db", NULL);
  TjConnection *connection = tj_connection_open (path, key, TRUE, &error);

  check (connection != NULL, error);
  check (tj_connection_exec (connection, "CREATE TABLE bare (id INTEGER PRIMARY KEY, number, text)",
                             &error),
         error);
  return connection;
}

int
main (int argc, char **argv)
{
  static gint64 bare[ROUNDS], whole[ROUNDS], ids[ROUNDS / 10];
  g_autoptr (TjContext) context = NULL;
  TjConnection *connection;
  double bare_time, whole_time;

  if (argc != 2)
    return 2;
  context = create_register (argv[1]);
  connection = create_bare (argv[1]);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = add_youth (tj_context_get_store (context), i);

  /* In turn, so that both meet the same disk. */
  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      commit_bare (connection, i);
      bare[i] = g_get_monotonic_time () - start;
      start = g_get_monotonic_time ();
      commit_contact (context, ids[(gsize)i % G_N_ELEMENTS (ids)], i);
      whole[i] = g_get_monotonic_time () - start;
    }
  bare_time = median (bare);
  whole_time = median (whole);
  printf ("bare %.3f ms, contact %.3f ms, ratio %.2f\n", bare_time, whole_time,
          whole_time / bare_time);
  return tj_connection_close (connection, NULL) && tj_context_close (context, NULL) ? 0 : 1;
}
