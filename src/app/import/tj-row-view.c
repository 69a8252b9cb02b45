/* What the tables of rows on the import screen have in common: their columns come and go, and each
 * set of rows is a model of its own, as a model that changes has GTK fetch every row of it. */

#include "config.h"

#include "tj-row-view.h"

/* Takes rows and columns away. */
void
tj_row_view_clear (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  gtk_column_view_set_model (view, NULL);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (view, column);
    }
}

/* Shows `rows`, none of them selected. Takes over `rows`. */
void
tj_row_view_set_rows (GtkColumnView *view, GListModel *rows)
{
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (rows);

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_selected (selection, GTK_INVALID_LIST_POSITION);
  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (selection));
}

/* Says what the row of a bound cell is to a screen reader, which in GTK 4.8 knows no other name for
 * it. */
void
tj_row_view_name_row (GtkListItem *item, const char *words)
{
  GtkWidget *cell = gtk_widget_get_parent (gtk_list_item_get_child (item));
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
