/* Before a file is open: where to drop it, what was wrong with the last one, and the earlier
 * imports. */

#include "config.h"

#include "tj-import-start.h"

#include "tj-date-text.h"
#include "tj-import-repository.h"
#include "tj-import-words.h"

#include <glib/gi18n.h>

/* Older ones are in the log. */
#define MOST_RUNS 40

struct _TjImportStart
{
  AdwBin parent_instance;

  GtkLabel *kinds;
  GtkWidget *trouble;
  GtkLabel *trouble_text;
  GtkWidget *proposals_box;
  AdwActionRow *proposals;
  GtkWidget *runs_group;
  GtkListBox *runs;
};

typedef struct
{
  TjImportStart *start;
  TjDate today;
  guint n;
} Listing;

G_DEFINE_FINAL_TYPE (TjImportStart, tj_import_start, ADW_TYPE_BIN)

static gboolean
add_run (const TjImportRun *run, gpointer user_data)
{
  Listing *listing = user_data;
  GtkWidget *row = adw_action_row_new ();
  const char *label = tj_import_get_source_label (run->source);
  g_autofree char *date = tj_date_text_short (run->date, listing->today);
  g_autofree char *title = g_strdup_printf ("%s · %s", label != NULL ? label : run->source, date);
  g_autofree char *words = tj_import_words_run (run);
  g_autofree char *undo = g_strdup_printf (_ ("Undo %s"), title);
  GtkWidget *button = gtk_button_new_with_label (_ ("Undo"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_widget_add_css_class (row, "numeric");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "import.undo");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", run->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, undo, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (listing->start->runs, row);
  return ++listing->n < MOST_RUNS;
}

static void
show_kinds (TjImportStart *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (const char *const *id = tj_import_list_sources (); *id != NULL; id++)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "",
                            tj_import_get_source_label (*id));
  gtk_label_set_text (self->kinds, words->str);
}

static void
tj_import_start_class_init (TjImportStartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/import/tj-import-start.ui");
  gtk_widget_class_bind_template_child (widget_class, TjImportStart, kinds);
  gtk_widget_class_bind_template_child (widget_class, TjImportStart, trouble);
  gtk_widget_class_bind_template_child (widget_class, TjImportStart, trouble_text);
  gtk_widget_class_bind_template_child (widget_class, TjImportStart, proposals_box);
  gtk_widget_class_bind_template_child (widget_class, TjImportStart, proposals);
  gtk_widget_class_bind_template_child (widget_class, TjImportStart, runs_group);
  gtk_widget_class_bind_template_child (widget_class, TjImportStart, runs);
}

static void
tj_import_start_init (TjImportStart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_kinds (self);
}

/* Reads the earlier imports anew. */
void
tj_import_start_refresh (TjImportStart *self, TjContext *context)
{
  Listing listing = { .start = self, .today = tj_context_get_today (context) };
  g_autoptr (GError) error = NULL;
  GtkListBoxRow *row;

  g_return_if_fail (TJ_IS_IMPORT_START (self));

  while ((row = gtk_list_box_get_row_at_index (self->runs, 0)) != NULL)
    gtk_list_box_remove (self->runs, GTK_WIDGET (row));
  if (!tj_imports_foreach (tj_context_get_store (context), add_run, &listing, &error))
    tj_import_start_set_trouble (self, error->message);
  gtk_widget_set_visible (self->runs_group, listing.n > 0);
}

/* Says why the last file was not opened; NULL takes it away. */
void
tj_import_start_set_trouble (TjImportStart *self, const char *trouble)
{
  g_return_if_fail (TJ_IS_IMPORT_START (self));

  gtk_widget_set_visible (self->trouble, trouble != NULL);
  gtk_label_set_text (self->trouble_text, trouble != NULL ? trouble : "");
}

/* How many proposals wait for an answer. */
void
tj_import_start_set_proposals (TjImportStart *self, guint n)
{
  g_autofree char *words = tj_import_words_proposals (n);

  g_return_if_fail (TJ_IS_IMPORT_START (self));

  gtk_widget_set_visible (self->proposals_box, n > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->proposals), words);
}
