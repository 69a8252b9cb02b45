/* After an import: what it did, what is left to do about it, and the way back. */

#include "config.h"

#include "tj-import-done.h"

#include "tj-import-words.h"
#include "tj-review-lines.h"

#include <glib/gi18n.h>

struct _TjImportDone
{
  AdwBin parent_instance;

  GtkLabel *words;
  AdwActionRow *proposals;
  AdwActionRow *rejected;
  AdwActionRow *notes;
  GtkActionable *undo;
  GtkWidget *today;
};

G_DEFINE_FINAL_TYPE (TjImportDone, tj_import_done, ADW_TYPE_BIN)

static void
show_row (AdwActionRow *row, const char *title, guint n)
{
  gtk_widget_set_visible (GTK_WIDGET (row), n > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
}

static void
tj_import_done_class_init (TjImportDoneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/import/tj-import-done.ui");
  gtk_widget_class_bind_template_child (widget_class, TjImportDone, words);
  gtk_widget_class_bind_template_child (widget_class, TjImportDone, proposals);
  gtk_widget_class_bind_template_child (widget_class, TjImportDone, rejected);
  gtk_widget_class_bind_template_child (widget_class, TjImportDone, notes);
  gtk_widget_class_bind_template_child (widget_class, TjImportDone, undo);
  gtk_widget_class_bind_template_child (widget_class, TjImportDone, today);
}

static void
tj_import_done_init (TjImportDone *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The session's list must have been taken in; `n_proposals` wait for an answer. */
void
tj_import_done_show (TjImportDone *self, TjImportSession *session, guint n_proposals)
{
  TjImportReport *report = tj_import_session_get_report (session);
  guint n_rejected = tj_import_report_get_count (report, TJ_IMPORT_REJECTED)
                     + tj_import_report_get_count (report, TJ_IMPORT_CONFLICT);
  guint n_notes = tj_review_count (report, TJ_REVIEW_NOTES);
  g_autofree char *words = tj_import_words_report (report);
  g_autofree char *rejected = g_strdup_printf (
      ngettext ("%u row was left out", "%u rows were left out", n_rejected), n_rejected);
  g_autofree char *notes
      = g_strdup_printf (ngettext ("%u thing to know", "%u things to know", n_notes), n_notes);

  g_autofree char *proposals = tj_import_words_proposals (n_proposals);

  gtk_label_set_text (self->words, words);
  show_row (self->proposals, proposals, n_proposals);
  /* One thing is suggested at a time. */
  if (n_proposals > 0)
    gtk_widget_remove_css_class (self->today, "suggested-action");
  else
    gtk_widget_add_css_class (self->today, "suggested-action");
  gtk_actionable_set_action_target (self->undo, "x", tj_import_session_get_run_id (session));
  show_row (self->rejected, rejected, n_rejected);
  show_row (self->notes, notes, n_notes);
}
