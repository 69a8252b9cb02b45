/* From a button to a paper: it is made on the worker thread, which has the register to itself
 * meanwhile, and shown in a window of its own. */

#include "config.h"

#include "tj-sheet-job.h"

#include "tj-pdf-window.h"

#include <glib/gi18n.h>

typedef struct
{
  TjContext *context;
  char *title;
  char *file_name;
  TjSheetFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
} Job;

static void
job_free (Job *job)
{
  if (job->destroy != NULL)
    job->destroy (job->user_data);
  g_object_unref (job->context);
  g_free (job->title);
  g_free (job->file_name);
  g_free (job);
}

static void
make (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  GBytes *pdf = job->func (job->context, job->user_data, &error);

  if (pdf != NULL)
    g_task_return_pointer (task, pdf, (GDestroyNotify)g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TjPage *page = TJ_PAGE (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = g_task_propagate_pointer (G_TASK (result), &error);

  gtk_widget_activate_action (GTK_WIDGET (page), "frame.busy", "b", FALSE);
  if (pdf == NULL)
    tj_page_show_error (page, _ ("The paper could not be made"), error);
  else if (GTK_IS_WINDOW (root))
    gtk_window_present (
        GTK_WINDOW (tj_pdf_window_new (GTK_WINDOW (root), job->title, job->file_name, pdf)));
}

/* `title` and `file_name` name nobody. Takes over `user_data`. */
void
tj_sheet_job_show (TjPage *page,
                   const char *title,
                   const char *file_name,
                   TjSheetFunc func,
                   gpointer user_data,
                   GDestroyNotify destroy)
{
  g_autoptr (GTask) task = g_task_new (page, NULL, on_made, NULL);
  Job *job = g_new0 (Job, 1);

  job->context = g_object_ref (tj_page_get_context (page));
  job->title = g_strdup (title);
  job->file_name = g_strdup (file_name);
  job->func = func;
  job->user_data = user_data;
  job->destroy = destroy;
  g_task_set_task_data (task, job, (GDestroyNotify)job_free);

  gtk_widget_activate_action (GTK_WIDGET (page), "frame.busy", "b", TRUE);
  g_task_run_in_thread (task, make);
}
