/* A row with free text of several lines. What must not be written stands under it, and words that
 * hint at such (diagnos, LVU, häktad) are marked as one types (förordning 2006:39, 5 §). It warns
 * and never refuses. Ctrl+Enter saves; Enter begins a line. */

#include "config.h"

#include "tj-note-row.h"

#include "tj-note-check.h"

#include <glib/gi18n.h>

struct _TjNoteRow
{
  TjFieldRow parent_instance;

  GtkTextView *view;
  GtkTextBuffer *buffer;
};

static void form_row_init (TjFormRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TjNoteRow,
                               tj_note_row,
                               TJ_TYPE_FIELD_ROW,
                               G_IMPLEMENT_INTERFACE (TJ_TYPE_FORM_ROW, form_row_init))

static char *
dup_text (TjFormRow *row)
{
  return tj_note_row_dup_text (TJ_NOTE_ROW (row));
}

static void
set_text (TjFormRow *row, const char *text)
{
  tj_note_row_set_text (TJ_NOTE_ROW (row), text);
}

static char *
check (TjFormRow *row)
{
  g_autofree char *text = dup_text (row);

  return *text == '\0' && tj_field_row_get_required (TJ_FIELD_ROW (row))
             ? g_strdup (_ ("Must be filled in."))
             : NULL;
}

static void
show_problem (TjFormRow *row, const char *problem)
{
  tj_field_row_show_problem (TJ_FIELD_ROW (row), problem);
}

static void
form_row_init (TjFormRowInterface *iface)
{
  iface->dup_text = dup_text;
  iface->set_text = set_text;
  iface->check = check;
  iface->show_problem = show_problem;
}

static void
mark_word (TjNoteRow *self, const char *text, gsize start, gsize end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &from,
                                      (int)g_utf8_pointer_to_offset (text, text + start));
  gtk_text_buffer_get_iter_at_offset (self->buffer, &to,
                                      (int)g_utf8_pointer_to_offset (text, text + end));
  gtk_text_buffer_apply_tag_by_name (self->buffer, "doubtful", &from, &to);
}

/* Marks every doubtful word and returns the first as it is written, or NULL. */
static char *
mark_words (TjNoteRow *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  char *first = NULL;
  gsize from = 0, to = 0;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (self->buffer, "doubtful", &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
  while (tj_note_check_next (text, &from, &to))
    {
      mark_word (self, text, from, to);
      if (first == NULL)
        first = g_strndup (text + from, to - from);
      from = to;
    }
  return first;
}

static void
on_changed (TjNoteRow *self)
{
  g_autofree char *word = mark_words (self);
  g_autofree char *warning = NULL;

  if (word == NULL)
    {
      tj_field_row_set_hint (TJ_FIELD_ROW (self), _ ("Facts only: nothing about health, belief, "
                                                     "crime or coercive care."));
    }
  else
    {
      warning = g_strdup_printf (_ ("“%s”: nothing about health, belief or crime may be kept here "
                                    "(förordning 2006:39, 5 §)."),
                                 word);
      tj_field_row_set_warning (TJ_FIELD_ROW (self), warning);
    }
  tj_form_row_emit_changed (TJ_FORM_ROW (self));
}

static void
tj_note_row_class_init (TjNoteRowClass *klass)
{
}

static void
tj_note_row_init (TjNoteRow *self)
{
  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  self->buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_create_tag (self->buffer, "doubtful", "underline", PANGO_UNDERLINE_ERROR,
                              "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->view), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "field-note");
  tj_field_row_set_field (TJ_FIELD_ROW (self), GTK_WIDGET (self->view));
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  on_changed (self);
}

GtkWidget *
tj_note_row_new (const char *title)
{
  return g_object_new (TJ_TYPE_NOTE_ROW, "title", title, NULL);
}

/* Without the blanks around it. */
char *
tj_note_row_dup_text (TjNoteRow *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (TJ_IS_NOTE_ROW (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE));
}

void
tj_note_row_set_text (TjNoteRow *self, const char *text)
{
  g_autofree char *former = NULL;

  g_return_if_fail (TJ_IS_NOTE_ROW (self));

  former = tj_note_row_dup_text (self);
  if (g_strcmp0 (former, text) != 0)
    gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
}
