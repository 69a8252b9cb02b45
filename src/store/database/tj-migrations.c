/* Brings a register up to this program's schema. The steps are resources/sql/NNNN-*.sql; a file's
 * user_version is the number of the last step it has seen, set in the transaction of the step, so
 * that a step is either whole or not there. */

#include "config.h"

#include "tj-migrations.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define FOLDER "/se/tjugo/Tjugo/sql"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

/* The steps in order. The resource is part of the program: it cannot be missing. */
static GStrv
list_steps (void)
{
  GStrv names = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (names != NULL);
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  return names;
}

static guint
number_of (const char *name)
{
  return (guint)g_ascii_strtoull (name, NULL, 10);
}

static gboolean
run_step (TjConnection *connection, const char *name, GError **error)
{
  g_autofree char *path = g_build_path ("/", FOLDER, name, NULL);
  g_autoptr (GBytes) sql = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %u", number_of (name));

  return tj_connection_exec (connection, "BEGIN IMMEDIATE", error)
         && tj_connection_exec (connection, g_bytes_get_data (sql, NULL), error)
         && tj_connection_exec (connection, version, error)
         && tj_connection_exec (connection, "COMMIT", error);
}

/**
 * tj_migrations_get_latest:
 *
 * Returns: the newest schema that this program knows
 */
guint
tj_migrations_get_latest (void)
{
  g_auto (GStrv) names = list_steps ();

  return number_of (names[g_strv_length (names) - 1]);
}

/**
 * tj_migrations_run:
 * @from: the schema that the file has, 0 for an empty one
 *
 * Runs the steps after @from, each in a transaction of its own.
 *
 * Returns: whether the file now has the latest schema; a step that failed has left nothing
 */
gboolean
tj_migrations_run (TjConnection *connection, guint from, GError **error)
{
  g_auto (GStrv) names = list_steps ();

  for (char **name = names; *name != NULL; name++)
    if (number_of (*name) > from && !run_step (connection, *name, error))
      {
        /* The error of the step is the one to tell. */
        tj_connection_exec (connection, "ROLLBACK", NULL);
        return FALSE;
      }
  return TRUE;
}
