/* Makes one stop for Tab of a list: arrows move inside it, Tab leaves it. In GTK 4.8 Tab goes through
 * every row, and in a long list never comes out. */

#include "config.h"

#include "tj-tab-stop.h"

struct _TjTabStop
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TjTabStop, tj_tab_stop, ADW_TYPE_BIN)

static gboolean
tj_tab_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (is_tab && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return GTK_WIDGET_CLASS (tj_tab_stop_parent_class)->focus (widget, direction);
}

static void
tj_tab_stop_class_init (TjTabStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = tj_tab_stop_focus;
}

static void
tj_tab_stop_init (TjTabStop *self)
{
}
