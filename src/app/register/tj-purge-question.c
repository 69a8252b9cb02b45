/* The last question before a purge: what goes, counted, and that it goes for good. It takes the year,
 * typed, to answer yes. */

#include "config.h"

#include "tj-purge-question.h"

#include <glib/gi18n.h>

typedef struct
{
  AdwMessageDialog *dialog;
  guint year;
  TjPurgeQuestionFunc done;
  gpointer user_data;
} Question;

static void
on_typed (GtkEditable *entry, Question *question)
{
  g_autofree char *year = g_strdup_printf ("%u", question->year);
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (question->dialog, "purge", g_str_equal (typed, year));
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Question *question)
{
  question->done (g_str_equal (response, "purge"), question->user_data);
}

static void
free_question (gpointer question, GClosure *closure)
{
  g_free (question);
}

static char *
dup_body (const TjPurgeProtocol *preview, guint n_registered)
{
  g_autoptr (GString) text = g_string_new (_ ("This goes for good and cannot be undone, nor can "
                                              "anything that was done before:"));

  g_string_append_c (text, '\n');
  for (guint i = 0; i < preview->counts->len; i++)
    {
      const TjPurgeCount *count = &g_array_index (preview->counts, TjPurgeCount, i);

      g_string_append_printf (text, "\n%u · %s", count->rows,
                              tj_purge_service_kind_label (count->table));
    }
  if (n_registered > 0)
    g_string_append_printf (
        text,
        ngettext ("\n\n%u of them is still registered. Deregister first whom the half-year's file "
                  "is to tell of.",
                  "\n\n%u of them are still registered. Deregister first whom the half-year's file "
                  "is to tell of.",
                  n_registered),
        n_registered);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
new_field (Question *question)
{
  g_autofree char *prompt = g_strdup_printf (_ ("Type %u to confirm"), question->year);
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), prompt);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, prompt,
                                  -1);
  g_signal_connect (entry, "changed", G_CALLBACK (on_typed), question);
  return entry;
}

/* `done` is called once. */
void
tj_purge_question_ask (GtkWindow *parent,
                       const TjPurgeProtocol *preview,
                       guint n_registered,
                       TjPurgeQuestionFunc done,
                       gpointer user_data)
{
  g_autofree char *heading = g_strdup_printf (
      ngettext ("Purge %u Youth?", "Purge %u Youths?", preview->youths), preview->youths);
  g_autofree char *body = dup_body (preview, n_registered);
  Question *question = g_new0 (Question, 1);

  question->dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  question->year = preview->year;
  question->done = done;
  question->user_data = user_data;
  adw_message_dialog_add_responses (question->dialog, "cancel", _ ("Cancel"), "purge",
                                    C_ ("button", "Purge"), NULL);
  adw_message_dialog_set_response_appearance (question->dialog, "purge", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_enabled (question->dialog, "purge", FALSE);
  adw_message_dialog_set_default_response (question->dialog, "purge");
  adw_message_dialog_set_close_response (question->dialog, "cancel");
  adw_message_dialog_set_extra_child (question->dialog, new_field (question));
  g_signal_connect_data (question->dialog, "response", G_CALLBACK (on_response), question,
                         free_question, 0);
  gtk_window_present (GTK_WINDOW (question->dialog));
}
