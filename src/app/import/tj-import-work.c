/* Reads, tries and takes in a list on the worker thread, which has session and register to itself
 * meanwhile. How far it has come is left where the main thread can look when it likes to. */

#include "config.h"

#include "tj-import-work.h"

/* Fractions are kept as parts of this, in an integer that both threads may touch. */
#define WHOLE 10000

struct _TjImportWork
{
  gatomicrefcount ref_count; /* one is the starter's, one the thread's */
  TjImportSession *session;
  TjImportWorkKind kind;
  GFile *file;
  char *sheet;
  GCancellable *cancellable;
  int progress;
  TjImportWorkFunc done; /* NULL once the starter has let go */
  gpointer user_data;
};

static void
work_unref (TjImportWork *work)
{
  if (!g_atomic_ref_count_dec (&work->ref_count))
    return;
  g_object_unref (work->session);
  g_clear_object (&work->file);
  g_object_unref (work->cancellable);
  g_free (work->sheet);
  g_free (work);
}

static gboolean
needs_register (TjImportWorkKind kind)
{
  return kind == TJ_IMPORT_WORK_TRY || kind == TJ_IMPORT_WORK_APPLY;
}

static void
note_progress (double fraction, gpointer user_data)
{
  TjImportWork *work = user_data;

  g_atomic_int_set (&work->progress, (int)(fraction * WHOLE));
}

static gboolean
do_work (TjImportWork *work, GError **error)
{
  switch (work->kind)
    {
    case TJ_IMPORT_WORK_OPEN:
      return tj_import_session_load (work->session, work->file, work->cancellable, error)
             && tj_import_session_open_sheet (work->session, NULL, work->cancellable, error);
    case TJ_IMPORT_WORK_SHEET:
      return tj_import_session_open_sheet (work->session, work->sheet, work->cancellable, error);
    case TJ_IMPORT_WORK_TRY:
      return tj_import_session_run (work->session, TRUE, work->cancellable, error);
    case TJ_IMPORT_WORK_APPLY:
      return tj_import_session_run (work->session, FALSE, work->cancellable, error);
    default:
      g_assert_not_reached ();
    }
}

static void
work_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  TjImportWork *work = task_data;
  GError *error = NULL;
  gboolean is_done = do_work (work, &error);

  if (needs_register (work->kind))
    tj_context_end_work (tj_import_session_get_context (work->session));
  if (is_done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TjImportWork *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  tj_import_session_set_progress (work->session, NULL, NULL);
  if (work->done != NULL)
    work->done (work->kind, error, work->user_data);
}

/* `file` and `sheet` are for the kinds of work that need them. The session is not to be touched
 * until the work is done. */
TjImportWork *
tj_import_work_start (TjImportSession *session,
                      TjImportWorkKind kind,
                      GFile *file,
                      const char *sheet,
                      TjImportWorkFunc done,
                      gpointer user_data)
{
  TjImportWork *work = g_new0 (TjImportWork, 1);
  g_autoptr (GTask) task = g_task_new (session, NULL, on_done, NULL);

  g_atomic_ref_count_init (&work->ref_count);
  work->session = g_object_ref (session);
  work->kind = kind;
  g_set_object (&work->file, file);
  work->sheet = g_strdup (sheet);
  work->cancellable = g_cancellable_new ();
  work->done = done;
  work->user_data = user_data;

  tj_import_session_set_progress (session, note_progress, work);
  if (needs_register (kind))
    tj_context_begin_work (tj_import_session_get_context (session), work->cancellable);
  g_atomic_ref_count_inc (&work->ref_count);
  g_task_set_task_data (task, work, (GDestroyNotify)work_unref);
  g_task_run_in_thread (task, work_thread);
  return work;
}

/* Work that is still under way is cancelled, and nobody is told of its end. */
void
tj_import_work_free (TjImportWork *work)
{
  work->done = NULL;
  g_cancellable_cancel (work->cancellable);
  work_unref (work);
}

void
tj_import_work_cancel (TjImportWork *work)
{
  g_cancellable_cancel (work->cancellable);
}

/* From 0 to 1. */
double
tj_import_work_get_fraction (TjImportWork *work)
{
  return (double)g_atomic_int_get (&work->progress) / WHOLE;
}
