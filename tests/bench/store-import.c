/* What a change costs over SQLCipher: many youths with a registration each, put in as one change,
 * against the same values put as they are into one table of an encrypted file. Also what a listing
 * and a day's list cost afterwards, and one more contact against a bare durable commit.
 * Use: store-import [PEOPLE [EVENTS-EACH]]; prints milliseconds and ratios. */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <time.h>

#include "tj-agenda.h"
#include "tj-contact-repository.h"
#include "tj-knowledge-repository.h"
#include "tj-registration-repository.h"
#include "tj-youth-repository.h"

#define COMMITS 200

static const guint8 key[TJ_STORE_KEY_BYTES] = { 1, 2, 3 };

static char *folder;

#define MUST(call)                                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) failure = NULL;                                                             \
    GError **error = &failure;                                                                     \
    if (!(call))                                                                                   \
      g_error ("%s: %s", #call, failure != NULL ? failure->message : "failed");                    \
  }                                                                                                \
  G_STMT_END
#define MUST_SQL(call)                                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    int code_ = (call);                                                                            \
    if (code_ != SQLITE_OK && code_ != SQLITE_DONE)                                                \
      g_error ("%s: %s", #call, sqlite3_errstr (code_));                                           \
  }                                                                                                \
  G_STMT_END

/* Serials 980–999 are kept for tests, so none of these is anybody's number. */
static void
make_number (guint i, char number[13])
{
  int year, month, d, sum = 0;

  tj_date_get (tj_date_new (1996, 1, 1) + i / 20, &year, &month, &d);
  g_snprintf (number, 13, "%04d%02d%02d%03u0", year, month, d, 980 + i % 20);
  for (int k = 0; k < 9; k++)
    {
      int product = (number[2 + k] - '0') * (2 - k % 2);

      sum += product / 10 + product % 10;
    }
  number[11] = (char)('0' + (10 - sum % 10) % 10);
}

static const char *const families[]
    = { "Andersson", "Fågelsång", "Öhman", "Järvinen", "Lindahl-Öberg", "Åkerblom" };
static const char *const givens[] = { "Åsa", "Björn", "Hodan", "Elin", "Östen" };

/* Processor time, so that a busy machine does not count; for commits the clock on the wall. */
static double
busy (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec * 1000.0 + (double)time.tv_nsec / 1e6;
}

static double
since (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / 1000.0;
}

static sqlite3 *
open_bare (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  sqlite3 *db;

  MUST_SQL (sqlite3_open (path, &db));
  MUST_SQL (sqlite3_exec (db,
                          "PRAGMA key = \"x'000102030405060708090a0b0c0d0e0f"
                          "101112131415161718191a1b1c1d1e1f'\";"
                          "PRAGMA cipher_page_size = 4096; PRAGMA cache_size = -65536;"
                          "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                          "CREATE TABLE rows (a, b, c, d, e, f, g, h, i, j, k)",
                          NULL, NULL, NULL));
  return db;
}

static void
bind (sqlite3_stmt *insert, int parameter, const char *text)
{
  MUST_SQL (sqlite3_bind_text (insert, parameter, text, -1, SQLITE_TRANSIENT));
}

static double
insert_bare (guint n)
{
  double start = busy ();
  sqlite3 *db = open_bare ("bare.db");
  sqlite3_stmt *insert;
  char number[13];

  MUST_SQL (sqlite3_prepare_v2 (db, "INSERT INTO rows VALUES (?,?,?,?,?,?,?,?,?,?,?)", -1, &insert,
                                NULL));
  MUST_SQL (sqlite3_exec (db, "BEGIN", NULL, NULL, NULL));
  for (guint i = 0; i < n; i++)
    {
      make_number (i, number);
      bind (insert, 1, number);
      bind (insert, 2, families[i % G_N_ELEMENTS (families)]);
      bind (insert, 3, givens[i % G_N_ELEMENTS (givens)]);
      bind (insert, 4, "Häggetorpsvägen 17");
      bind (insert, 5, "54330");
      bind (insert, 6, "Tibro");
      bind (insert, 7, "Fågelviksgymnasiet");
      bind (insert, 8, "EE");
      bind (insert, 9, "Avbrott från nationellt program");
      bind (insert, 10, "2026-11-02");
      bind (insert, 11, "Åtgärdas");
      MUST_SQL (sqlite3_step (insert));
      MUST_SQL (sqlite3_reset (insert));
    }
  sqlite3_finalize (insert);
  MUST_SQL (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL));
  MUST_SQL (sqlite3_close (db));
  return busy () - start;
}

static void
add_person (TjChange *change, guint i)
{
  g_autoptr (TjYouth) youth = tj_youth_new ();
  g_autoptr (TjRegistration) registration = NULL;
  char number[13];

  make_number (i, number);
  tj_youth_set_personal_number (youth, number);
  tj_youth_set_given_name (youth, givens[i % G_N_ELEMENTS (givens)]);
  tj_youth_set_family_name (youth, families[i % G_N_ELEMENTS (families)]);
  tj_youth_set_street (youth, "Häggetorpsvägen 17");
  tj_youth_set_postal_code (youth, "54330");
  tj_youth_set_locality (youth, "Tibro");
  MUST (tj_youths_insert (change, youth, error));

  registration = tj_registration_new (tj_entity_get_id (youth));
  tj_registration_set_registered_on (registration, tj_date_new (2026, 11, 2));
  tj_registration_set_background (registration, TJ_BACKGROUND_BREAK);
  tj_registration_set_latest_education (registration, "Fågelviksgymnasiet, EE");
  MUST (tj_registrations_insert (change, registration, error));
}

static double
insert_people (TjStore *store, guint n)
{
  double start = busy ();
  g_autoptr (GError) begun = NULL;
  g_autoptr (TjChange) change = tj_change_begin (store, "bench", &begun);

  for (guint i = 0; i < n; i++)
    add_person (change, i);
  MUST (tj_change_commit (change, error));
  return busy () - start;
}

static TjRoutine *
new_routine (void)
{
  static const struct
  {
    const char *id;
    TjPeriod offset;
  } steps[] = { { "first-contact", { 0, 7 } },
                { "brev1", { 0, 14 } },
                { "brev2", { 1, 0 } },
                { "home-visit", { 2, 0 } },
                { "concern-report", { 3, 0 } } };
  TjRoutine *routine = tj_routine_new ("bench", "Bench");
  TjRoutineTrack *track = tj_routine_add_track (routine, "all");

  track->backgrounds = ~0u;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      TjRoutineStep *step = tj_routine_track_add_step (track, steps[i].id);

      step->offset = steps[i].offset;
      step->channels = 1u << (i == 0 ? TJ_CHANNEL_SMS : TJ_CHANNEL_LETTER);
      step->letter = i == 0 ? NULL : g_strdup (steps[i].id);
    }
  return routine;
}

static gboolean
count_one (const TjAgendaEntry *entry, gpointer count)
{
  (*(guint *)count)++;
  return TRUE;
}

static void
add_events (TjStore *store, guint n, guint events)
{
  g_autoptr (GError) begun = NULL;
  g_autoptr (TjChange) change = tj_change_begin (store, "bench", &begun);

  for (guint i = 1; i <= n; i++)
    for (guint k = 0; k < events; k++)
      {
        g_autoptr (TjContact) contact = tj_contact_new (i);

        tj_contact_set_date (contact, tj_date_new (2026, 11, 3) + k % 14);
        tj_contact_set_channel (contact, TJ_CHANNEL_PHONE);
        tj_contact_set_outcome (contact, TJ_OUTCOME_NO_ANSWER);
        MUST (tj_contacts_insert (change, contact, error));
      }
  MUST (tj_change_commit (change, error));
}

static double
commit_contacts (TjStore *store)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 1; i <= COMMITS; i++)
    {
      g_autoptr (GError) begun = NULL;
      g_autoptr (TjChange) change = tj_change_begin (store, "contact", &begun);
      g_autoptr (TjContact) contact = tj_contact_new (i);

      tj_contact_set_date (contact, tj_date_new (2026, 11, 17));
      tj_contact_set_outcome (contact, TJ_OUTCOME_NO_ANSWER);
      MUST (tj_contacts_insert (change, contact, error));
      MUST (tj_change_commit (change, error));
    }
  return since (start) / COMMITS;
}

static double
commit_bare (void)
{
  sqlite3 *db = open_bare ("commits.db");
  gint64 start = g_get_monotonic_time ();

  for (guint i = 1; i <= COMMITS; i++)
    MUST_SQL (sqlite3_exec (db,
                            "INSERT INTO rows (a, b, c, d, e) VALUES (1, '2026-11-17', 'phone',"
                            " 'out', 'no-answer')",
                            NULL, NULL, NULL));
  MUST_SQL (sqlite3_close (db));
  return since (start) / COMMITS;
}

static void
report_reading (TjStore *store, guint n)
{
  double start = busy ();
  g_autoptr (TjAgendaList) list = NULL;
  guint counts[TJ_N_STATUSES];
  guint due = 0;

  MUST (tj_agenda_due (store, tj_date_new (2026, 11, 18), count_one, &due, error));
  g_print ("due            %8.1f ms  (%u youths)\n", busy () - start, due);
  start = busy ();
  MUST ((list = tj_agenda_list (store, -1, tj_date_new (2026, 11, 18), error)) != NULL);
  g_print ("list           %8.1f ms  (%zu rows)\n", busy () - start,
           tj_agenda_list_get_length (list));
  start = busy ();
  MUST (tj_agenda_counts (store, tj_date_new (2026, 11, 18), counts, error));
  g_print ("counts         %8.1f ms\n", busy () - start);
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint)atoi (argv[1]) : 200000;
  guint events = argc > 2 ? (guint)atoi (argv[2]) : 5;
  TjRoutine *routine = new_routine ();
  g_autofree char *path = NULL;
  g_autofree char *remove = NULL;
  TjStore *store = NULL;
  double bare, ours, bare_commit, our_commit;
  double start;

  folder = g_dir_make_tmp ("tj-bench-XXXXXX", NULL);
  path = g_build_filename (folder, "register.db", NULL);
  bare = insert_bare (n);
  MUST ((store = tj_store_create (path, key, key, error)) != NULL);
  MUST (tj_store_set_routine (store, routine, error));
  ours = insert_people (store, n);
  g_print ("bare insert    %8.1f ms\nimport         %8.1f ms  ratio %.2f\n", bare, ours,
           ours / bare);

  report_reading (store, n);
  start = busy ();
  add_events (store, n, events);
  g_print ("events         %8.1f ms\n", busy () - start);
  MUST (tj_store_close (store, error));
  g_object_unref (store);
  MUST ((store = tj_store_open (path, key, key, error)) != NULL);
  MUST (tj_store_set_routine (store, routine, error));
  report_reading (store, n);

  our_commit = commit_contacts (store);
  bare_commit = commit_bare ();
  g_print ("bare commit    %8.3f ms\ncontact        %8.3f ms  ratio %.2f\n", bare_commit,
           our_commit, our_commit / bare_commit);
  start = busy ();
  routine->id[0] = 'x';
  MUST (tj_store_set_routine (store, routine, error));
  g_print ("plan all       %8.1f ms\n", busy () - start);
  start = busy ();
  MUST (tj_store_verify (store, error));
  g_print ("verify         %8.1f ms\n", busy () - start);
  MUST (tj_store_close (store, error));
  g_object_unref (store);
  tj_routine_free (routine);
  remove = g_strdup_printf ("rm -r '%s'", folder);
  return g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL) ? 0 : 1;
}
