/* What the program is, and where the register will live. A folder that holds a register already is
 * not begun anew: "found" is emitted, and that register is opened. */

#include "config.h"

#include "tj-first-run-place.h"

#include "tj-register-place.h"

#include <glib/gi18n.h>

struct _TjFirstRunPlace
{
  TjFirstRunPage parent_instance;

  GtkLabel *folder_label;
  GtkLabel *problem;

  TjContext *context;
  GtkFileChooserNative *chooser;
  gboolean is_chosen;
};

enum
{
  SIGNAL_FOUND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjFirstRunPlace, tj_first_run_place, TJ_TYPE_FIRST_RUN_PAGE)

static void
show_folder (TjFirstRunPlace *self)
{
  g_autofree char *folder = g_filename_display_name (tj_context_get_register_dir (self->context));

  gtk_label_set_label (self->folder_label, folder);
}

static void
show_problem (TjFirstRunPlace *self, const GError *error)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
  if (error != NULL)
    gtk_label_set_label (self->problem, error->message);
}

static void
on_response (GtkNativeDialog *dialog, int response, TjFirstRunPlace *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *folder = file != NULL ? g_file_get_path (file) : NULL;

  g_clear_object (&self->chooser);
  if (response == GTK_RESPONSE_ACCEPT && folder != NULL)
    tj_first_run_place_choose (self, folder);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjFirstRunPlace *self = TJ_FIRST_RUN_PLACE (widget);

  self->chooser = gtk_file_chooser_native_new (_ ("Folder for the Register"),
                                               GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_response), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
tj_first_run_place_dispose (GObject *object)
{
  TjFirstRunPlace *self = TJ_FIRST_RUN_PLACE (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (tj_first_run_place_parent_class)->dispose (object);
}

static void
tj_first_run_place_class_init (TjFirstRunPlaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_first_run_place_dispose;
  signals[SIGNAL_FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/tjugo/Tjugo/ui/first-run/tj-first-run-place.ui");
  gtk_widget_class_bind_template_child (widget_class, TjFirstRunPlace, folder_label);
  gtk_widget_class_bind_template_child (widget_class, TjFirstRunPlace, problem);
  gtk_widget_class_install_action (widget_class, "place.choose", NULL, choose_action);
}

static void
tj_first_run_place_init (TjFirstRunPlace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tj_first_run_page_set_ready (TJ_FIRST_RUN_PAGE (self), TRUE);
}

void
tj_first_run_place_set_context (TjFirstRunPlace *self, TjContext *context)
{
  g_return_if_fail (TJ_IS_FIRST_RUN_PLACE (self));

  g_set_object (&self->context, context);
  show_folder (self);
}

/* Takes the folder, or says beside it why it cannot be taken; what was chosen before stays then. */
void
tj_first_run_place_choose (TjFirstRunPlace *self, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *place = tj_register_place_dup_within (folder, &error);

  g_return_if_fail (TJ_IS_FIRST_RUN_PLACE (self));

  show_problem (self, error);
  if (place == NULL)
    return;
  tj_context_set_register_dir (self->context, place);
  self->is_chosen = TRUE;
  show_folder (self);
  if (tj_context_has_register (self->context))
    g_signal_emit (self, signals[SIGNAL_FOUND], 0);
}

/* Notes the folder for the next start, when it was chosen here. */
gboolean
tj_first_run_place_keep (TjFirstRunPlace *self, GError **error)
{
  g_return_val_if_fail (TJ_IS_FIRST_RUN_PLACE (self), FALSE);

  return !self->is_chosen
         || tj_register_place_keep (tj_context_get_register_dir (self->context), error);
}
