/* From a button to a paper: it is made on the worker thread and shown in a window of its own. */

#include "config.h"

#include "tj-sheet-job.h"

#include "tj-pdf-window.h"
#include "tj-work.h"

#include <glib/gi18n.h>

typedef struct
{
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
  g_free (job->title);
  g_free (job->file_name);
  g_free (job);
}

static gpointer
make (TjContext *context, gpointer user_data, GError **error)
{
  Job *job = user_data;

  return job->func (context, job->user_data, error);
}

static void
show (TjPage *page, gpointer result, const GError *error, gpointer user_data)
{
  g_autoptr (GBytes) pdf = result;
  Job *job = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

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
  Job *job = g_new0 (Job, 1);

  job->title = g_strdup (title);
  job->file_name = g_strdup (file_name);
  job->func = func;
  job->user_data = user_data;
  job->destroy = destroy;
  tj_work_run (page, make, show, job, (GDestroyNotify)job_free);
}
