/* Printing: Poppler draws the pages of the very bytes that were previewed onto the printer. The
 * job's title tells the print queue nothing about whom the pages are for. */

#include "config.h"

#include "tj-pdf-print.h"

#include "tj-pdf-document.h"

#include <glib/gi18n.h>

#define POINTS_PER_INCH 72

/* One print operation under way. */
typedef struct
{
  TjPdfDocument *document;
  TjPdfPrintFunc done;
  gpointer user_data;
  gboolean only_previewed;
} Job;

static void
job_free (gpointer data, GClosure *closure)
{
  Job *job = data;

  g_clear_object (&job->document);
  g_free (job);
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int number, Job *job)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height;

  tj_pdf_document_get_page_size (job->document, number, &width, &height);
  cairo_scale (cr, gtk_print_context_get_width (context) / width,
               gtk_print_context_get_height (context) / height);
  tj_pdf_document_render (job->document, number, cr, TRUE);
}

static void
on_preview_ready (GtkPrintOperationPreview *preview)
{
  gtk_print_operation_preview_end_preview (preview);
}

/* GTK's own preview would leave the pages in a file for another program to show. The page is on
 * screen already: a preview to nowhere leads back to it. */
static gboolean
on_preview (GtkPrintOperation *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext *context,
            GtkWindow *parent,
            Job *job)
{
  cairo_surface_t *nowhere = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (nowhere);

  gtk_print_context_set_cairo_context (context, cr, POINTS_PER_INCH, POINTS_PER_INCH);
  cairo_destroy (cr);
  cairo_surface_destroy (nowhere);

  job->only_previewed = TRUE;
  g_signal_connect (preview, "ready", G_CALLBACK (on_preview_ready), NULL);
  return TRUE;
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *job)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  job->done (result == GTK_PRINT_OPERATION_RESULT_APPLY && !job->only_previewed, error,
             job->user_data);
}

/* The paper's own size, without margins: what is set on the page is what is printed. */
static GtkPageSetup *
whole_a4 (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, a4);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_POINTS);
  return setup;
}

static GtkPrintOperation *
new_operation (TjPdfDocument *document, const char *job_name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = whole_a4 ();

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, tj_pdf_document_get_n_pages (document));
  gtk_print_operation_set_job_name (operation, job_name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  return operation;
}

/* Asks for a printer and prints `pdf`. The print queue shows `job_name`, which names nobody.
 * `done` is called once. */
void
tj_pdf_print (GtkWindow *parent,
              GBytes *pdf,
              const char *job_name,
              TjPdfPrintFunc done,
              gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  TjPdfDocument *document = tj_pdf_document_new (pdf, &error);
  g_autoptr (GtkPrintOperation) operation = NULL;
  Job *job;

  if (document == NULL)
    {
      done (FALSE, error, user_data);
      return;
    }

  job = g_new0 (Job, 1);
  job->document = document;
  job->done = done;
  job->user_data = user_data;

  operation = new_operation (document, job_name);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), job);
  g_signal_connect (operation, "preview", G_CALLBACK (on_preview), job);
  g_signal_connect_data (operation, "done", G_CALLBACK (on_done), job, job_free, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
