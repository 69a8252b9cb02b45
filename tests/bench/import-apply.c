/* The whole way of a list into a register, beside bare-insert.c: the file is read, understood,
 * compared and applied to a new encrypted register, which is then closed. The key is raw and
 * nothing is printed, as with the floor.
 * Use: import-apply ROWS.csv REGISTER.db [dry-run | cancel]; with cancel the run is cancelled when
 * it is halfway, and how long it then took to let go is printed, in milliseconds. */

#include "config.h"

#include "tj-import.h"
#include "tj-routine-json.h"
#include "tj-store.h"

#include <glib/gstdio.h>
#include <stdio.h>

static const guint8 key[TJ_STORE_KEY_BYTES] = { 1, 2, 3 };

static void
check (gboolean done, GError *error)
{
  if (!done)
    g_error ("%s", error->message);
}

static void
remove_register (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *shared = g_strconcat (path, "-shm", NULL);

  g_remove (path);
  g_remove (log);
  g_remove (shared);
}

typedef struct
{
  GCancellable *cancellable;
  gint64 cancelled_at;
} Halfway;

static void
cancel_halfway (double fraction, gpointer user_data)
{
  Halfway *halfway = user_data;

  if (fraction < 0.5 || halfway->cancelled_at != 0)
    return;
  halfway->cancelled_at = g_get_monotonic_time ();
  g_cancellable_cancel (halfway->cancellable);
}

static int
cancel_import (TjImport *import)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Halfway halfway = { cancellable, 0 };

  tj_import_set_progress (import, cancel_halfway, &halfway, NULL);
  if (tj_import_apply (import, TRUE, cancellable, &error) != NULL)
    return 1;
  printf ("%.1f\n", (double)(g_get_monotonic_time () - halfway.cancelled_at) / 1e3);
  return 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjRoutine) routine = NULL;
  g_autoptr (TjStore) store = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (TjImport) import = NULL;
  g_autoptr (TjImportReport) report = NULL;

  if (argc < 3)
    return 2;
  remove_register (argv[2]);
  routine = tj_routine_preset_new ("tibro", &error);
  check (routine != NULL, error);
  store = tj_store_create (argv[2], key, key, &error);
  check (store != NULL, error);
  check (tj_store_set_routine (store, routine, &error), error);

  file = g_file_new_for_path (argv[1]);
  import = tj_import_new (store, "ist", tj_date_new (2026, 11, 18));
  check (tj_import_read_file (import, file, NULL, &error), error);
  if (argc > 3 && g_str_equal (argv[3], "cancel"))
    return cancel_import (import);
  report = tj_import_apply (import, argc > 3, NULL, &error);
  check (report != NULL, error);
  check (tj_store_close (store, &error), error);
  return tj_import_report_get_count (report, TJ_IMPORT_NEW) > 0 ? 0 : 1;
}
