/* What can be asked for from any screen: reading in a file, undo and redo, filters, duplicates and the
 * palette. While a thread has the register none of it is done. */

#include "config.h"

#include "tj-frame-private.h"

#include "tj-import-page.h"
#include "tj-merge-window.h"
#include "tj-palette-offers.h"
#include "tj-undo-history.h"
#include "tj-undo-keys.h"

#include <glib/gi18n.h>

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjFrame *self = TJ_FRAME (widget);

  if (tj_frame_is_closed (self))
    return;
  tj_frame_show_screen (self, "import");
  gtk_widget_activate_action (GTK_WIDGET (tj_frame_get_page (self)), "import.open", NULL);
}

static void
import_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjFrame *self = TJ_FRAME (widget);
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  if (tj_frame_is_closed (self))
    return;
  tj_frame_show_screen (self, "import");
  tj_import_page_open (TJ_IMPORT_PAGE (tj_frame_get_page (self)), file);
}

static void
replay (TjFrame *self, gboolean is_redo)
{
  gboolean done;
  g_autofree char *text = NULL;

  if (tj_frame_is_closed (self))
    return;
  text = tj_undo_keys_replay (self->context, is_redo, &done);
  if (!done)
    tj_toaster_show (&self->toaster, text, NULL, NULL);
  else if (is_redo)
    tj_toaster_show (&self->toaster, text, _ ("Undo"), "frame.undo");
  else
    tj_toaster_show (&self->toaster, text, _ ("Redo"), "frame.redo");
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  replay (TJ_FRAME (widget), g_str_equal (name, "frame.redo"));
}

static void
undo_key_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gboolean is_redo = g_str_equal (name, "frame.redo-key");

  if (!tj_undo_keys_take (gtk_root_get_focus (gtk_widget_get_root (widget)), is_redo))
    replay (TJ_FRAME (widget), is_redo);
}

static void
undo_history_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  if (tj_frame_is_closed (TJ_FRAME (widget)))
    return;
  gtk_window_present (GTK_WINDOW (tj_undo_history_new (TJ_FRAME (widget)->context, window)));
}

static void
new_filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjFrame *self = TJ_FRAME (widget);

  if (tj_frame_is_closed (self))
    return;
  tj_frame_show_screen (self, "youths");
  gtk_widget_activate_action (GTK_WIDGET (tj_frame_get_page (self)), "youths.filter", NULL);
}

static void
on_merged (TjFrame *self, const char *text)
{
  tj_toaster_show (&self->toaster, text, _ ("Undo"), "frame.undo");
}

static void
duplicates_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjFrame *self = TJ_FRAME (widget);
  GtkWidget *window;

  if (tj_frame_is_closed (self))
    return;
  window = tj_merge_window_new (self->context);
  g_signal_connect_object (window, "saved", G_CALLBACK (on_merged), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_chosen (TjFrame *self, const char *action, const char *target)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, target != NULL ? "s" : NULL, target);
}

static void
palette_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjFrame *self = TJ_FRAME (widget);
  TjPalette *palette;

  if (tj_frame_is_closed (self))
    return;

  palette = TJ_PALETTE (tj_palette_new (self->people));
  tj_palette_offers_add (palette, self->context);
  g_signal_connect_object (palette, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (palette), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (palette));
}

void
tj_frame_install_commands (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "frame.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "frame.import-file", "s", import_file_action);
  gtk_widget_class_install_action (widget_class, "frame.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "frame.redo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "frame.undo-key", NULL, undo_key_action);
  gtk_widget_class_install_action (widget_class, "frame.redo-key", NULL, undo_key_action);
  gtk_widget_class_install_action (widget_class, "frame.undo-history", NULL, undo_history_action);
  gtk_widget_class_install_action (widget_class, "frame.new-filter", NULL, new_filter_action);
  gtk_widget_class_install_action (widget_class, "frame.duplicates", NULL, duplicates_action);
  gtk_widget_class_install_action (widget_class, "frame.palette", NULL, palette_action);
}
