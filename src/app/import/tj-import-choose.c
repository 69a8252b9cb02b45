/* Asks which file to import. Nobody else is told: it does not end up among the recent files. */

#include "config.h"

#include "tj-import-choose.h"

#include <glib/gi18n.h>

/* One question under way. */
typedef struct
{
  GtkFileChooserNative *chooser;
  TjImportChooseFunc done;
  gpointer user_data;
} Question;

/* The chooser of GTK itself notes the file among the recent ones; whose list was imported is nobody
 * else's business. */
static void
forget_recent (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

static void
on_response (GtkNativeDialog *dialog, int response, Question *question)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    forget_recent (file);
  question->done (file, question->user_data);
  g_object_unref (question->chooser);
  g_free (question);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  if (suffixes == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  for (gsize i = 0; suffixes != NULL && suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
tj_import_choose (GtkWindow *parent, TjImportChooseFunc done, gpointer user_data)
{
  static const char *const suffixes[] = { "csv", "txt", "tsv", "xlsx", "xlsm", NULL };
  Question *question = g_new0 (Question, 1);

  question->done = done;
  question->user_data = user_data;
  question->chooser = gtk_file_chooser_native_new (_ ("Import File"), parent,
                                                   GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  add_filter (GTK_FILE_CHOOSER (question->chooser), _ ("Lists (CSV, Excel)"), suffixes);
  add_filter (GTK_FILE_CHOOSER (question->chooser), _ ("All files"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (question->chooser), TRUE);
  g_signal_connect (question->chooser, "response", G_CALLBACK (on_response), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->chooser));
}
