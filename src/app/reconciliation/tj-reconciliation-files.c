/* The files of a month's reconciliation, in and out. A spreadsheet that was filled in is read first,
 * and nothing of it is written before the coordinator has seen what it says. */

#include "config.h"

#include "tj-reconciliation-files.h"

#include "tj-contested-service.h"
#include "tj-file-save.h"
#include "tj-reconciliation-paper.h"
#include "tj-reconciliation-reading.h"
#include "tj-sheet-job.h"
#include "tj-work.h"

#include <glib/gi18n.h>

#define MONTH_LETTERS 7 /* 2026-11 */

/* As many rows that cannot be taken as a dialog has room for. */
#define MOST_PROBLEMS 8

static char *
dup_file_name (TjDate month, const char *ending)
{
  char date[TJ_DATE_BUFFER];
  g_autofree char *text = g_strndup (tj_date_write (month, date), MONTH_LETTERS);

  return g_strdup_printf (_ ("Reconciliation %s%s"), text, ending);
}

static GBytes *
draw (TjContext *context, gpointer user_data, GError **error)
{
  return tj_reconciliation_service_draw (context, GPOINTER_TO_UINT (user_data), error);
}

/* Shows the paper, from where it is printed and saved. */
void
tj_reconciliation_files_show (TjPage *page, TjDate month)
{
  g_autofree char *name = dup_file_name (month, ".pdf");

  tj_sheet_job_show (page, _ ("Reconciliation"), name, draw, GUINT_TO_POINTER (month), NULL);
}

/* Whose lines are drawn. */
typedef struct
{
  TjDate month;
  char *organiser;
} ContestedJob;

static void
contested_job_free (gpointer data)
{
  ContestedJob *job = data;

  g_free (job->organiser);
  g_free (job);
}

static ContestedJob *
new_contested_job (TjDate month, const char *organiser)
{
  ContestedJob *job = g_new0 (ContestedJob, 1);

  job->month = month;
  job->organiser = g_strdup (organiser);
  return job;
}

static GBytes *
draw_contested (TjContext *context, gpointer user_data, GError **error)
{
  ContestedJob *job = user_data;

  return tj_contested_service_draw (context, job->month, job->organiser, error);
}

/* Shows the paper for an organiser whose invoice is contested. */
void
tj_reconciliation_files_show_contested (TjPage *page, TjDate month, const char *organiser)
{
  g_autofree char *name = dup_file_name (month, ".pdf");

  tj_sheet_job_show (page, _ ("Contested Invoice"), name, draw_contested,
                     new_contested_job (month, organiser), contested_job_free);
}

static GtkWindow *
window_of (TjPage *page)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
}

static gpointer
write_workbook (TjContext *context, gpointer user_data, GError **error)
{
  return tj_reconciliation_service_write_workbook (context, GPOINTER_TO_UINT (user_data), error);
}

static void
on_saved (gboolean saved, const GError *error, gpointer user_data)
{
  g_autoptr (TjPage) page = user_data;

  if (saved)
    tj_page_toast (page, _ ("The spreadsheet is saved"));
  else if (error != NULL)
    tj_page_show_error (page, _ ("The spreadsheet could not be saved"), error);
}

static void
on_written (TjPage *page, gpointer result, const GError *error, gpointer user_data)
{
  g_autoptr (GBytes) bytes = result;
  g_autofree char *name = dup_file_name (GPOINTER_TO_UINT (user_data), ".xlsx");

  if (bytes == NULL)
    tj_page_show_error (page, _ ("The spreadsheet could not be made"), error);
  else
    tj_file_save (window_of (page), _ ("Save Spreadsheet"), name, bytes, on_saved,
                  g_object_ref (page));
}

/* Makes the spreadsheet and asks where it is to be saved. */
void
tj_reconciliation_files_save (TjPage *page, TjDate month)
{
  tj_work_run (page, write_workbook, on_written, GUINT_TO_POINTER (month), NULL);
}

static gpointer
write_contested (TjContext *context, gpointer user_data, GError **error)
{
  ContestedJob *job = user_data;

  return tj_contested_service_write_workbook (context, job->month, job->organiser, error);
}

static void
on_contested_written (TjPage *page, gpointer result, const GError *error, gpointer user_data)
{
  g_autoptr (GBytes) bytes = result;
  ContestedJob *job = user_data;
  g_autofree char *name = dup_file_name (job->month, ".xlsx");

  if (bytes == NULL)
    tj_page_show_error (page, _ ("The spreadsheet could not be made"), error);
  else
    tj_file_save (window_of (page), _ ("Save Spreadsheet"), name, bytes, on_saved,
                  g_object_ref (page));
}

/* Makes the spreadsheet for an organiser whose invoice is contested and asks where it is to be
 * saved. */
void
tj_reconciliation_files_save_contested (TjPage *page, TjDate month, const char *organiser)
{
  tj_work_run (page, write_contested, on_contested_written, new_contested_job (month, organiser),
               contested_job_free);
}

/* A spreadsheet between being read and being applied. */
typedef struct
{
  TjPage *page;
  GPtrArray *reading;
} Answer;

static void
answer_free (Answer *answer)
{
  g_object_unref (answer->page);
  g_ptr_array_unref (answer->reading);
  g_free (answer);
}

static void
on_answered (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Answer *answer = user_data;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "apply"))
    {
      if (tj_reconciliation_reading_apply (tj_page_get_context (answer->page), answer->reading,
                                           &error))
        gtk_widget_activate_action (GTK_WIDGET (answer->page), "frame.toast-undo", "s",
                                    _ ("The decisions are in the register"));
      else
        tj_page_show_error (answer->page, _ ("Nothing was decided"), error);
    }
  answer_free (answer);
}

static char *
describe_problems (GPtrArray *reading)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < reading->len; i++)
    {
      const TjReconciliationRead *read = reading->pdata[i];

      if (read->problem != NULL && n++ < MOST_PROBLEMS)
        g_string_append_printf (text, _ ("Row %u: %s\n"), read->row, read->problem);
    }
  if (n > MOST_PROBLEMS)
    g_string_append_printf (text, _ ("… and %u more."), n - MOST_PROBLEMS);
  return g_string_free (text, FALSE);
}

static char *
describe_decisions (GPtrArray *reading)
{
  GString *text = g_string_new (NULL);
  guint counts[TJ_N_DECISIONS] = { 0 };

  for (guint i = 0; i < reading->len; i++)
    counts[((const TjReconciliationRead *)reading->pdata[i])->decision.decision]++;
  for (int i = 0; i < TJ_N_DECISIONS; i++)
    if (counts[i] > 0)
      g_string_append_printf (text, "%s: %u\n", tj_code_label (&tj_decisions, i), counts[i]);
  return g_string_free (text, FALSE);
}

static void
ask (TjPage *page, GPtrArray *reading)
{
  guint n_problems = tj_reconciliation_reading_count_problems (reading);
  g_autofree char *text
      = n_problems > 0 ? describe_problems (reading) : describe_decisions (reading);
  g_autofree char *heading
      = n_problems > 0 ? g_strdup_printf (
            g_dngettext (NULL, "%u row cannot be taken", "%u rows cannot be taken", n_problems),
            n_problems)
                       : g_strdup_printf (g_dngettext (NULL, "Take over %u decision?",
                                                       "Take over %u decisions?", reading->len),
                                          reading->len);
  GtkWidget *dialog = adw_message_dialog_new (window_of (page), heading, text);
  Answer *answer = g_new0 (Answer, 1);

  answer->page = g_object_ref (page);
  answer->reading = g_ptr_array_ref (reading);
  if (n_problems > 0)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
    }
  else
    {
      adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"),
                                        "apply", _ ("Take Over"), NULL);
      adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "apply");
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "apply",
                                                  ADW_RESPONSE_SUGGESTED);
    }
  g_signal_connect (dialog, "response", G_CALLBACK (on_answered), answer);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A file to be read. */
typedef struct
{
  TjDate month;
  GFile *file;
} ReadJob;

static void
read_job_free (gpointer data)
{
  ReadJob *job = data;

  g_object_unref (job->file);
  g_free (job);
}

static gpointer
read_decisions (TjContext *context, gpointer user_data, GError **error)
{
  ReadJob *job = user_data;
  g_autoptr (GBytes) bytes = g_file_load_bytes (job->file, NULL, NULL, error);

  return bytes != NULL ? tj_reconciliation_reading_load (context, job->month, bytes, error) : NULL;
}

static void
on_read (TjPage *page, gpointer result, const GError *error, gpointer user_data)
{
  g_autoptr (GPtrArray) reading = result;

  if (reading == NULL)
    tj_page_show_error (page, _ ("The spreadsheet could not be read"), error);
  else if (reading->len == 0)
    tj_page_toast (page, _ ("There is nothing new in the spreadsheet"));
  else
    ask (page, reading);
}

/* Reads a spreadsheet that was filled in, and shows what it says. */
void
tj_reconciliation_files_read_file (TjPage *page, TjDate month, GFile *file)
{
  ReadJob *job = g_new0 (ReadJob, 1);

  job->month = month;
  job->file = g_object_ref (file);
  tj_work_run (page, read_decisions, on_read, job, read_job_free);
}

static void
on_chosen (GtkNativeDialog *dialog, int response, TjPage *page)
{
  TjDate month = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (dialog), "month"));
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    tj_reconciliation_files_read_file (page, month, file);
  g_object_unref (dialog);
}

/* Asks for the spreadsheet that the meeting filled in, and shows what it says. */
void
tj_reconciliation_files_read (TjPage *page, TjDate month)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Read Decisions"), window_of (page), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  g_object_set_data (G_OBJECT (dialog), "month", GUINT_TO_POINTER (month));
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_chosen), page, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
