/* A table of figures, each number a button to the youths behind it. What is hidden, and what is not
 * a number of youths, is only text. */

#include "config.h"

#include "tj-figure-grid.h"

#include <glib/gi18n.h>

struct _TjFigureGrid
{
  AdwBin parent_instance;

  GtkGrid *grid;
};

enum
{
  SIGNAL_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjFigureGrid, tj_figure_grid, ADW_TYPE_BIN)

static void
tj_figure_grid_class_init (TjFigureGridClass *klass)
{
  signals[SIGNAL_OPENED]
      = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "figuregrid");
}

static void
tj_figure_grid_init (TjFigureGrid *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 6);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}

static GtkWidget *
new_label (const char *text, float xalign, gboolean is_total)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), xalign > 0 ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  if (is_total)
    gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
on_clicked (GtkButton *button, TjFigureGrid *self)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0,
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "quantity")),
                 g_object_get_data (G_OBJECT (button), "what"));
}

static gboolean
has_list (const TjFigure *figure)
{
  return figure->kind == TJ_FIGURE_COUNT && !figure->hidden && figure->value > 0
         && figure->quantity != TJ_NO_QUANTITY;
}

/* "Work, Women": what a number counts. */
static char *
dup_what (const TjFigureTable *table, guint row, guint column)
{
  return g_strdup_printf ("%s, %s", tj_figure_table_row (table, row)->label,
                          tj_figure_table_column (table, column)->label);
}

static GtkWidget *
new_button (TjFigureGrid *self,
            const TjFigureTable *table,
            guint row,
            guint column,
            const char *text)
{
  const TjFigure *figure = tj_figure_table_get (table, row, column);
  GtkWidget *button = gtk_button_new_with_label (text);
  char *what = dup_what (table, row, column);
  g_autofree char *name = g_strdup_printf ("%s: %s", what, text);

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Show these youths"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "quantity", GUINT_TO_POINTER (figure->quantity));
  g_object_set_data_full (G_OBJECT (button), "what", what, g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, 0);
  return button;
}

static GtkWidget *
new_text (const TjFigureTable *table, guint row, guint column, const char *text)
{
  const TjFigure *figure = tj_figure_table_get (table, row, column);
  GtkWidget *label = new_label (text, 1, FALSE);
  g_autofree char *what = dup_what (table, row, column);
  g_autofree char *name = g_strdup_printf ("%s: %s", what, figure->hidden ? _ ("not shown") : text);

  gtk_widget_add_css_class (label, "figure");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return label;
}

static void
add_row (TjFigureGrid *self, const TjFigureTable *table, guint row, gboolean opens_lists)
{
  const TjFigureLine *line = tj_figure_table_row (table, row);
  GtkWidget *name = new_label (line->label, 0, line->is_total);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_grid_attach (self->grid, name, 0, (int)row + 1, 1, 1);
  for (guint column = 0; column < tj_figure_table_n_columns (table); column++)
    {
      const TjFigure *figure = tj_figure_table_get (table, row, column);
      g_autofree char *text = tj_figure_format (figure);
      GtkWidget *cell = opens_lists && has_list (figure)
                            ? new_button (self, table, row, column, text)
                            : new_text (table, row, column, text);

      gtk_widget_add_css_class (cell, "numeric");
      if (line->is_total || tj_figure_table_column (table, column)->is_total)
        gtk_widget_add_css_class (cell, "heading");
      gtk_grid_attach (self->grid, cell, (int)column + 1, (int)row + 1, 1, 1);
    }
}

/* A table as it stands; numbers are buttons when `opens_lists`. */
GtkWidget *
tj_figure_grid_new (const TjFigureTable *table, gboolean opens_lists)
{
  TjFigureGrid *self = g_object_new (TJ_TYPE_FIGURE_GRID, NULL);

  for (guint column = 0; column < tj_figure_table_n_columns (table); column++)
    {
      GtkWidget *head = new_label (tj_figure_table_column (table, column)->label, 1, FALSE);

      gtk_label_set_width_chars (GTK_LABEL (head), 8);
      gtk_widget_set_valign (head, GTK_ALIGN_END);
      gtk_widget_add_css_class (head, "figure");
      gtk_widget_add_css_class (head, "caption-heading");
      gtk_grid_attach (self->grid, head, (int)column + 1, 0, 1, 1);
    }
  for (guint row = 0; row < tj_figure_table_n_rows (table); row++)
    add_row (self, table, row, opens_lists);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tj_figure_table_get_title (table), -1);
  return GTK_WIDGET (self);
}

/* The table as text with tabs between its columns, as a spreadsheet takes it. */
char *
tj_figure_grid_dup_text (const TjFigureTable *table)
{
  GString *text = g_string_new (tj_figure_table_get_title (table));

  for (guint column = 0; column < tj_figure_table_n_columns (table); column++)
    g_string_append_printf (text, "\t%s", tj_figure_table_column (table, column)->label);
  g_string_append_c (text, '\n');
  for (guint row = 0; row < tj_figure_table_n_rows (table); row++)
    {
      g_string_append (text, tj_figure_table_row (table, row)->label);
      for (guint column = 0; column < tj_figure_table_n_columns (table); column++)
        {
          g_autofree char *cell = tj_figure_format (tj_figure_table_get (table, row, column));

          g_string_append_printf (text, "\t%s", cell);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
