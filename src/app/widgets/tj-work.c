/* Work that takes longer than one notices: a thread has the register to itself, and the window waits
 * without freezing. */

#include "config.h"

#include "tj-work.h"

typedef struct
{
  TjContext *context;
  TjWorkFunc func;
  TjWorkDone done;
  gpointer user_data;
  GDestroyNotify destroy;
} Work;

static void
work_free (Work *work)
{
  if (work->destroy != NULL)
    work->destroy (work->user_data);
  g_object_unref (work->context);
  g_free (work);
}

static void
work_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  gpointer result = work->func (work->context, work->user_data, &error);

  tj_context_end_work (work->context);
  if (error == NULL)
    g_task_return_pointer (task, result, NULL);
  else
    g_task_return_error (task, error);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gpointer outcome = g_task_propagate_pointer (G_TASK (result), &error);

  gtk_widget_activate_action (GTK_WIDGET (source), "frame.busy", "b", FALSE);
  work->done (TJ_PAGE (source), outcome, error, work->user_data);
}

/* Nothing else may ask for the register before `done` is called. Takes over `user_data`. */
void
tj_work_run (TjPage *page,
             TjWorkFunc func,
             TjWorkDone done,
             gpointer user_data,
             GDestroyNotify destroy)
{
  g_autoptr (GTask) task = g_task_new (page, NULL, on_done, NULL);
  Work *work = g_new0 (Work, 1);

  g_return_if_fail (TJ_IS_PAGE (page));

  work->context = g_object_ref (tj_page_get_context (page));
  work->func = func;
  work->done = done;
  work->user_data = user_data;
  work->destroy = destroy;
  g_task_set_task_data (task, work, (GDestroyNotify)work_free);

  gtk_widget_activate_action (GTK_WIDGET (page), "frame.busy", "b", TRUE);
  tj_context_begin_work (work->context, NULL);
  g_task_run_in_thread (task, work_thread);
}
