/* Names for parts that GTK 4.8 gives the focus and no name: the button inside a drop-down. It is
 * called as the drop-down is. */

#include "config.h"

#include "tj-focus-names.h"

static void
on_focus_moved (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *parent = focus != NULL ? gtk_widget_get_parent (focus) : NULL;

  if (GTK_IS_TOGGLE_BUTTON (focus) && GTK_IS_DROP_DOWN (parent))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    parent, NULL, -1);
}

/* Sees to the names in `window` for as long as it lives. */
void
tj_focus_names_follow (GtkWindow *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (on_focus_moved), NULL);
}
