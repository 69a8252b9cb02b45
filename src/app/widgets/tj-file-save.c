/* Asks where a finished file is to lie and writes it there, readable by its owner alone. Nobody
 * else is told: it does not end up among the recent files. */

#include "config.h"

#include "tj-file-save.h"

#include "tj-paper-file.h"

/* One question under way. */
typedef struct
{
  GtkFileChooserNative *chooser;
  GBytes *bytes;
  TjFileSaveFunc done;
  gpointer user_data;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->chooser);
  g_bytes_unref (question->bytes);
  g_free (question);
}

/* The chooser of GTK itself notes the file among the recent ones. */
static void
forget_recent (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

static void
on_response (GtkNativeDialog *dialog, int response, Question *question)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;
  gboolean saved = FALSE;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    {
      forget_recent (file);
      saved = tj_paper_save (question->bytes, path, &error);
    }
  question->done (saved, error, question->user_data);
  question_free (question);
}

/* Proposes `name`, which names nobody. `done` is called once. */
void
tj_file_save (GtkWindow *parent,
              const char *title,
              const char *name,
              GBytes *bytes,
              TjFileSaveFunc done,
              gpointer user_data)
{
  Question *question = g_new0 (Question, 1);

  question->bytes = g_bytes_ref (bytes);
  question->done = done;
  question->user_data = user_data;
  question->chooser
      = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (question->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (question->chooser), TRUE);
  g_signal_connect (question->chooser, "response", G_CALLBACK (on_response), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->chooser));
}
