/* One entry of the sidebar: a screen, or one of the lists under Youths (without an icon, with the
 * number of youths on it). */

#include "config.h"

#include "tj-sidebar-row.h"

#include <glib/gi18n.h>

struct _TjSidebarRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *count;

  char *screen;
};

G_DEFINE_FINAL_TYPE (TjSidebarRow, tj_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
tj_sidebar_row_finalize (GObject *object)
{
  g_free (TJ_SIDEBAR_ROW (object)->screen);
  G_OBJECT_CLASS (tj_sidebar_row_parent_class)->finalize (object);
}

static void
tj_sidebar_row_class_init (TjSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tj_sidebar_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/window/tj-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TjSidebarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TjSidebarRow, title);
  gtk_widget_class_bind_template_child (widget_class, TjSidebarRow, count);
}

static void
tj_sidebar_row_init (TjSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tj_sidebar_row_new (const char *screen, const char *title, const char *icon_name)
{
  TjSidebarRow *self = g_object_new (TJ_TYPE_SIDEBAR_ROW, NULL);

  self->screen = g_strdup (screen);
  gtk_label_set_label (self->title, title);
  gtk_image_set_from_icon_name (self->icon, icon_name);
  if (icon_name == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "below");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return GTK_WIDGET (self);
}

/* The name of the screen it leads to. */
const char *
tj_sidebar_row_get_screen (TjSidebarRow *self)
{
  g_return_val_if_fail (TJ_IS_SIDEBAR_ROW (self), NULL);

  return self->screen;
}

/* A screen reader says the number with the title: it skips what only describes. */
void
tj_sidebar_row_set_count (TjSidebarRow *self, guint count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);
  g_autofree char *youths = g_strdup_printf (ngettext ("%u youth", "%u youths", count), count);
  g_autofree char *name = NULL;

  g_return_if_fail (TJ_IS_SIDEBAR_ROW (self));

  name = g_strdup_printf ("%s, %s", gtk_label_get_label (self->title), youths);
  gtk_label_set_label (self->count, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
