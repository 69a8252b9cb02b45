/* The one question after printing: were all of them printed? Only what is answered with yes is
 * logged as sent; a paper jam in the middle is answered letter by letter. */

#include "config.h"

#include "tj-letter-question.h"

#include "tj-case-number.h"
#include "tj-letter-service.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  GtkWindow *parent;
  GPtrArray *drafts;
  GPtrArray *ticks;
  TjLetterQuestionFunc answered;
  gpointer user_data;
} Question;

static void
question_free (Question *question)
{
  g_ptr_array_unref (question->drafts);
  g_clear_pointer (&question->ticks, g_ptr_array_unref);
  g_free (question);
}

static void
answer (Question *question, GPtrArray *printed)
{
  question->answered (printed, question->user_data);
  question_free (question);
}

static void
on_some_answered (AdwMessageDialog *dialog, const char *response, Question *question)
{
  g_autoptr (GPtrArray) printed = g_ptr_array_new ();
  guint i;

  if (!g_str_equal (response, "log"))
    {
      answer (question, NULL);
      return;
    }

  for (i = 0; i < question->drafts->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (question->ticks, i)))
      g_ptr_array_add (printed, g_ptr_array_index (question->drafts, i));

  answer (question, printed->len > 0 ? printed : NULL);
}

static GtkWidget *
new_tick_list (Question *question)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  guint i;

  question->ticks = g_ptr_array_new ();
  for (i = 0; i < question->drafts->len; i++)
    {
      const TjLetterDraft *draft = g_ptr_array_index (question->drafts, i);
      g_autofree char *number = tj_case_number_format (draft->youth_id);
      g_autofree char *name = g_strdup_printf ("%s · %s", draft->name, number);
      GtkWidget *tick = gtk_check_button_new_with_label (name);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), TRUE);
      gtk_box_append (GTK_BOX (box), tick);
      g_ptr_array_add (question->ticks, tick);
    }

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  return scroller;
}

static void
ask_which (Question *question)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      question->parent, _ ("Which Were Printed?"),
      _ ("Take the tick from those that were not. They stay on the list.")));

  adw_message_dialog_set_extra_child (dialog, new_tick_list (question));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "log", _ ("Log the Ticked"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "log", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "log");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_some_answered), question);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_answered (AdwMessageDialog *dialog, const char *response, Question *question)
{
  if (g_str_equal (response, "all"))
    answer (question, question->drafts);
  else if (g_str_equal (response, "some"))
    ask_which (question);
  else
    answer (question, NULL);
}

/* Asks about `drafts`, which must live until the answer. `answered` is called once. */
void
tj_letter_question_ask (GtkWindow *parent,
                        GPtrArray *drafts,
                        TjLetterQuestionFunc answered,
                        gpointer user_data)
{
  Question *question = g_new0 (Question, 1);
  g_autofree char *heading = g_strdup_printf (
      ngettext ("Was the Letter Printed?", "Were All %u Letters Printed?", drafts->len),
      drafts->len);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      parent, heading,
      _ ("Those that were are logged as sent today, with a copy of each letter.")));

  question->parent = parent;
  question->drafts = g_ptr_array_ref (drafts);
  question->answered = answered;
  question->user_data = user_data;

  adw_message_dialog_add_responses (dialog, "none", _ ("No"), NULL);
  if (drafts->len > 1)
    adw_message_dialog_add_responses (dialog, "some", _ ("Some Are Missing…"), NULL);
  adw_message_dialog_add_responses (dialog, "all",
                                    drafts->len > 1 ? _ ("Yes, Log All") : _ ("Yes, Log It"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "all", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "all");
  adw_message_dialog_set_close_response (dialog, "none");
  g_signal_connect (dialog, "response", G_CALLBACK (on_answered), question);
  gtk_window_present (GTK_WINDOW (dialog));
}
