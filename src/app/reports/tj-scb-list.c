/* A heading with a list to work down. Only so many rows are made at once; the rest comes when asked
 * for, so that a half-year with thousands of findings opens as fast as one with ten. */

#include "config.h"

#include "tj-scb-list.h"

#include <glib/gi18n.h>

#define ROWS_AT_ONCE 25

struct _TjScbList
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkListBox *list;
  GtkButton *more;

  TjScbListMake make;
  gpointer user_data;
  guint n_rows;
  guint n_shown;
};

G_DEFINE_FINAL_TYPE (TjScbList, tj_scb_list, ADW_TYPE_BIN)

static void
show_more (TjScbList *self)
{
  guint end = MIN (self->n_rows, self->n_shown + ROWS_AT_ONCE);
  g_autofree char *label = NULL;

  for (; self->n_shown < end; self->n_shown++)
    gtk_list_box_append (self->list, self->make (self->n_shown, self->user_data));
  label = g_strdup_printf (
      ngettext ("Show More (%u left)", "Show More (%u left)", self->n_rows - self->n_shown),
      self->n_rows - self->n_shown);
  gtk_button_set_label (self->more, label);
  gtk_widget_set_visible (GTK_WIDGET (self->more), self->n_shown < self->n_rows);
}

static void
tj_scb_list_class_init (TjScbListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/reports/tj-scb-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TjScbList, title);
  gtk_widget_class_bind_template_child (widget_class, TjScbList, list);
  gtk_widget_class_bind_template_child (widget_class, TjScbList, more);
  gtk_widget_class_bind_template_callback (widget_class, show_more);
}

static void
tj_scb_list_init (TjScbList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows rows in place of those there were; without any the list hides. `make` and its data must last
 * until the next call. */
void
tj_scb_list_show (TjScbList *self,
                  const char *title,
                  guint n_rows,
                  TjScbListMake make,
                  gpointer user_data)
{
  GtkListBoxRow *row;

  g_return_if_fail (TJ_IS_SCB_LIST (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->make = make;
  self->user_data = user_data;
  self->n_rows = n_rows;
  self->n_shown = 0;
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self), n_rows > 0);
  show_more (self);
}
