/* The lines beside the screens: arrows move over them, Enter or space opens one, and Tab goes past
 * them all. What is marked is the screen that is shown, wherever the focus may be. */

#include "config.h"

#include "tj-sidebar.h"

#include "tj-sidebar-row.h"

#include <string.h>

struct _TjSidebar
{
  AdwBin parent_instance;

  GtkListBox *rows;

  TjSidebarRow *shown;
};

enum
{
  SIGNAL_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjSidebar, tj_sidebar, ADW_TYPE_BIN)

static TjSidebarRow *
nth_row (TjSidebar *self, int i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, i);

  return row != NULL ? TJ_SIDEBAR_ROW (row) : NULL;
}

static TjSidebarRow *
find_line (TjSidebar *self, const char *screen)
{
  TjSidebarRow *row;
  int i;

  for (i = 0; (row = nth_row (self, i)) != NULL; i++)
    if (g_str_equal (tj_sidebar_row_get_screen (row), screen))
      return row;

  return NULL;
}

/* A part without a line of its own ("register:log") stands under the line of its screen. */
static TjSidebarRow *
find_row (TjSidebar *self, const char *screen)
{
  TjSidebarRow *row = find_line (self, screen);
  g_autofree char *whole = g_strndup (screen, strcspn (screen, ":"));

  return row != NULL ? row : find_line (self, whole);
}

static void
mark (TjSidebarRow *row, gboolean is_shown)
{
  if (row == NULL)
    return;

  if (is_shown)
    gtk_widget_set_state_flags (GTK_WIDGET (row), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (row), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, is_shown, -1);
}

static void
on_row_activated (TjSidebar *self, TjSidebarRow *row)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, tj_sidebar_row_get_screen (row));
}

/* One stop for Tab: the line of the screen that is shown. */
static gboolean
tj_sidebar_focus (GtkWidget *widget, GtkDirectionType direction)
{
  TjSidebar *self = TJ_SIDEBAR (widget);
  TjSidebarRow *row = self->shown != NULL ? self->shown : nth_row (self, 0);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (tj_sidebar_parent_class)->focus (widget, direction);
  if (gtk_widget_get_focus_child (widget) != NULL || row == NULL)
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
tj_sidebar_class_init (TjSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = tj_sidebar_focus;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/window/tj-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, TjSidebar, rows);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
tj_sidebar_init (TjSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tj_sidebar_append (TjSidebar *self, const char *screen, const char *title, const char *icon)
{
  g_return_if_fail (TJ_IS_SIDEBAR (self));

  gtk_list_box_append (self->rows, tj_sidebar_row_new (screen, title, icon));
}

/* Puts a line right under that of the screen `above`. */
void
tj_sidebar_insert_below (TjSidebar *self,
                         const char *above,
                         const char *screen,
                         const char *title,
                         const char *icon)
{
  TjSidebarRow *row;

  g_return_if_fail (TJ_IS_SIDEBAR (self));

  row = find_line (self, above);
  g_return_if_fail (row != NULL);
  gtk_list_box_insert (self->rows, tj_sidebar_row_new (screen, title, icon),
                       gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);
}

/* Takes away the lines of the screens whose names begin so. */
void
tj_sidebar_remove_like (TjSidebar *self, const char *prefix)
{
  TjSidebarRow *row;
  int i = 0;

  g_return_if_fail (TJ_IS_SIDEBAR (self));

  while ((row = nth_row (self, i)) != NULL)
    {
      if (!g_str_has_prefix (tj_sidebar_row_get_screen (row), prefix))
        {
          i++;
          continue;
        }
      if (row == self->shown)
        self->shown = NULL;
      gtk_list_box_remove (self->rows, GTK_WIDGET (row));
    }
}

void
tj_sidebar_set_count (TjSidebar *self, const char *screen, guint count)
{
  TjSidebarRow *row;

  g_return_if_fail (TJ_IS_SIDEBAR (self));

  row = find_line (self, screen);
  if (row != NULL)
    tj_sidebar_row_set_count (row, count);
}

/* Marks the line of a screen; one that has none leaves the mark where it was. */
void
tj_sidebar_show_screen (TjSidebar *self, const char *screen)
{
  TjSidebarRow *row;

  g_return_if_fail (TJ_IS_SIDEBAR (self));

  row = find_row (self, screen);
  if (row == NULL)
    return;

  mark (self->shown, FALSE);
  self->shown = row;
  mark (row, TRUE);
}
