/* A file may be dropped anywhere on the window: it goes to the import screen. */

#include "config.h"

#include "tj-import-drop.h"

/* Of several files the first is taken; a list is looked over one at a time. */
static GFile *
first_file (const GValue *value)
{
  GSList *files;

  if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    return g_value_get_object (value);
  files = g_value_get_boxed (value);
  return files != NULL ? files->data : NULL;
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *widget)
{
  GFile *file = first_file (value);
  g_autofree char *uri = NULL;

  if (file == NULL)
    return FALSE;
  uri = g_file_get_uri (file);
  gtk_widget_activate_action (widget, "frame.import-file", "s", uri);
  return TRUE;
}

/* `widget` has the frame above it, or is it. */
void
tj_import_drop_add (GtkWidget *widget)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), widget);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
  gtk_widget_add_css_class (widget, "takes-files");
}
