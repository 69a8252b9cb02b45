/* What Ctrl+Z and Ctrl+Shift+Z do: a text that is being written takes back its own typing first;
 * only when it has none left does the key reach the register. */

#include "config.h"

#include "tj-undo-keys.h"

#include "tj-undo-service.h"

#include <glib/gi18n.h>

/* GtkText does not tell whether it has anything to undo: what it did tells. */
static gboolean
take_in_entry (GtkWidget *text, gboolean is_redo)
{
  g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (text)));

  gtk_widget_activate_action (text, is_redo ? "text.redo" : "text.undo", NULL);
  return !g_str_equal (before, gtk_editable_get_text (GTK_EDITABLE (text)));
}

static gboolean
take_in_buffer (GtkTextBuffer *buffer, gboolean is_redo)
{
  if (is_redo ? !gtk_text_buffer_get_can_redo (buffer) : !gtk_text_buffer_get_can_undo (buffer))
    return FALSE;

  if (is_redo)
    gtk_text_buffer_redo (buffer);
  else
    gtk_text_buffer_undo (buffer);
  return TRUE;
}

/* Whether the text that has the focus had typing of its own to take back, or to bring back. */
gboolean
tj_undo_keys_take (GtkWidget *focus, gboolean is_redo)
{
  if (GTK_IS_TEXT_VIEW (focus))
    return take_in_buffer (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), is_redo);

  return GTK_IS_TEXT (focus) && take_in_entry (focus, is_redo);
}

/* Undoes or redoes the next change of the register. Returns what to say of it; `done` tells whether
 * anything was. */
char *
tj_undo_keys_replay (TjContext *context, gboolean is_redo, gboolean *done)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjUndoStep) step
      = is_redo ? tj_undo_service_redo (context, &error) : tj_undo_service_undo (context, &error);

  *done = step != NULL;
  if (step == NULL)
    return g_strdup (error->message);

  return g_strdup_printf (is_redo ? _ ("Redone · %s") : _ ("Undone · %s"), step->what);
}
