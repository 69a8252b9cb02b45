/* Asks for a new passphrase, typed twice, with its strength; the fields are those of the first run. */

#include "config.h"

#include "tj-passphrase-dialog.h"

#include "tj-first-run-passphrase.h"

#include <glib/gi18n.h>

typedef struct
{
  AdwMessageDialog *dialog;
  TjFirstRunPassphrase *fields;
  TjPassphraseFunc done;
  gpointer user_data;
} Question;

static void
on_ready (Question *question)
{
  adw_message_dialog_set_response_enabled (
      question->dialog, "change",
      tj_first_run_page_get_ready (TJ_FIRST_RUN_PAGE (question->fields)));
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Question *question)
{
  g_autoptr (TjSecret) passphrase = g_str_equal (response, "change")
                                        ? tj_first_run_passphrase_dup_secret (question->fields)
                                        : NULL;

  tj_first_run_passphrase_wipe (question->fields);
  /* GTK 4.8 looks at a password entry that goes away with the focus in it once too often. */
  gtk_window_set_focus (GTK_WINDOW (dialog), NULL);
  question->done (passphrase, question->user_data);
}

static void
free_question (gpointer question, GClosure *closure)
{
  g_free (question);
}

/* `done` is called once. */
void
tj_passphrase_dialog_ask (GtkWindow *parent, TjPassphraseFunc done, gpointer user_data)
{
  Question *question = g_new0 (Question, 1);

  question->dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, NULL, NULL));
  question->fields = g_object_new (TJ_TYPE_FIRST_RUN_PASSPHRASE, NULL);
  question->done = done;
  question->user_data = user_data;
  adw_message_dialog_set_extra_child (question->dialog, GTK_WIDGET (question->fields));
  adw_message_dialog_add_responses (question->dialog, "cancel", _ ("Cancel"), "change",
                                    _ ("Change"), NULL);
  adw_message_dialog_set_response_appearance (question->dialog, "change", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (question->dialog, "change");
  adw_message_dialog_set_close_response (question->dialog, "cancel");
  g_signal_connect_swapped (question->fields, "notify::ready", G_CALLBACK (on_ready), question);
  g_signal_connect_data (question->dialog, "response", G_CALLBACK (on_response), question,
                         free_question, 0);
  on_ready (question);
  gtk_window_present (GTK_WINDOW (question->dialog));
}
