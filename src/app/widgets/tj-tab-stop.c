/* Makes one stop for Tab of a list: arrows move inside it, Tab leaves it. In GTK 4.8 Tab goes through
 * every row, and in a long list never comes out. Rows have no name there either: the one that takes
 * the focus is given what its labels say. */

#include "config.h"

#include "tj-tab-stop.h"

#include "tj-text-cell.h"

struct _TjTabStop
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TjTabStop, tj_tab_stop, ADW_TYPE_BIN)

static void
append_labels (GtkWidget *widget, GString *text)
{
  GtkWidget *child;

  if (!gtk_widget_get_mapped (widget))
    return;
  if (*tj_text_of (widget) != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", tj_text_of (widget));
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_labels (child, text);
}

static void
on_focus_moved (TjTabStop *self, GParamSpec *pspec, GtkRoot *root)
{
  GtkWidget *focus = gtk_root_get_focus (root);
  g_autoptr (GString) text = NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self))
      || g_strcmp0 (gtk_widget_get_css_name (focus), "row") != 0)
    return;

  text = g_string_new (NULL);
  append_labels (focus, text);
  if (text->len > 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    text->str, -1);
}

static gboolean
tj_tab_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (is_tab && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return GTK_WIDGET_CLASS (tj_tab_stop_parent_class)->focus (widget, direction);
}

static void
tj_tab_stop_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tj_tab_stop_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (on_focus_moved), widget, G_CONNECT_SWAPPED);
}

static void
tj_tab_stop_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), on_focus_moved, widget);
  GTK_WIDGET_CLASS (tj_tab_stop_parent_class)->unroot (widget);
}

static void
tj_tab_stop_class_init (TjTabStopClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = tj_tab_stop_focus;
  widget_class->root = tj_tab_stop_root;
  widget_class->unroot = tj_tab_stop_unroot;
}

static void
tj_tab_stop_init (TjTabStop *self)
{
}
