/* The bar below an import: what would happen and what can be done next, or, while a thread works,
 * how far it has come. The actions are the page's. */

#include "config.h"

#include "tj-import-bar.h"

#include "tj-import-words.h"

#include <glib/gi18n.h>

struct _TjImportBar
{
  AdwBin parent_instance;

  GtkStack *bar_state;
  GtkLabel *summary;
  GtkWidget *back;
  GtkWidget *try;
  GtkButton *apply;
  GtkWidget *close;
  GtkLabel *doing;
  GtkProgressBar *progress;
  GtkWidget *cancel;

  gboolean has_choices;
};

G_DEFINE_FINAL_TYPE (TjImportBar, tj_import_bar, ADW_TYPE_BIN)

static gboolean
is_working (TjImportBar *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->bar_state), "progress") == 0;
}

static void
update_visible (TjImportBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), self->has_choices || is_working (self));
}

/* Shows those of the buttons that are there; without a summary there is nothing to choose. */
static void
show_choices (TjImportBar *self,
              const char *summary,
              gboolean back,
              gboolean try,
              gboolean apply,
              gboolean close)
{
  gtk_label_set_text (self->summary, summary != NULL ? summary : "");
  gtk_widget_set_visible (self->back, back);
  gtk_widget_set_visible (self->try, try);
  gtk_widget_set_visible (GTK_WIDGET (self->apply), apply);
  gtk_widget_set_visible (self->close, close);
  self->has_choices = summary != NULL;
  update_visible (self);
}

static void
tj_import_bar_class_init (TjImportBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/import/tj-import-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TjImportBar, bar_state);
  gtk_widget_class_bind_template_child (widget_class, TjImportBar, summary);
  gtk_widget_class_bind_template_child (widget_class, TjImportBar, back);
  gtk_widget_class_bind_template_child (widget_class, TjImportBar, try);
  gtk_widget_class_bind_template_child (widget_class, TjImportBar, apply);
  gtk_widget_class_bind_template_child (widget_class, TjImportBar, close);
  gtk_widget_class_bind_template_child (widget_class, TjImportBar, doing);
  gtk_widget_class_bind_template_child (widget_class, TjImportBar, progress);
  gtk_widget_class_bind_template_child (widget_class, TjImportBar, cancel);
}

static void
tj_import_bar_init (TjImportBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tj_import_bar_show_columns (TjImportBar *self)
{
  g_return_if_fail (TJ_IS_IMPORT_BAR (self));

  show_choices (self, _ ("See to it that each column holds what it says. Nothing is imported yet."),
                FALSE, TRUE, FALSE, FALSE);
}

/* What the list would do, or, once it is in the register, what it did. */
void
tj_import_bar_show_review (TjImportBar *self, TjImportSession *session, gboolean is_applied)
{
  g_autofree char *summary = NULL;
  g_autofree char *apply = NULL;

  g_return_if_fail (TJ_IS_IMPORT_BAR (self));

  summary = tj_import_words_report (tj_import_session_get_report (session));
  apply = tj_import_words_apply (tj_import_session_get_report (session));
  gtk_button_set_label (self->apply, apply);
  show_choices (self, summary, !is_applied, FALSE, !is_applied, is_applied);
}

/* On the other steps the page itself says what can be done. */
void
tj_import_bar_show_nothing (TjImportBar *self)
{
  g_return_if_fail (TJ_IS_IMPORT_BAR (self));

  show_choices (self, NULL, FALSE, FALSE, FALSE, FALSE);
}

void
tj_import_bar_focus_apply (TjImportBar *self)
{
  g_return_if_fail (TJ_IS_IMPORT_BAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->apply));
}

/* Shows progress until tj_import_bar_end(); the way out of it takes the focus. */
void
tj_import_bar_begin (TjImportBar *self, const char *doing)
{
  g_return_if_fail (TJ_IS_IMPORT_BAR (self));

  gtk_label_set_text (self->doing, doing);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_stack_set_visible_child_name (self->bar_state, "progress");
  update_visible (self);
  gtk_widget_grab_focus (self->cancel);
}

/* Below 0: it is not known how far, and the bar moves to and fro. */
void
tj_import_bar_set_fraction (TjImportBar *self, double fraction)
{
  g_return_if_fail (TJ_IS_IMPORT_BAR (self));

  if (fraction < 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (self->progress, fraction);
}

void
tj_import_bar_end (TjImportBar *self)
{
  g_return_if_fail (TJ_IS_IMPORT_BAR (self));

  gtk_stack_set_visible_child_name (self->bar_state, "choices");
  update_visible (self);
}
