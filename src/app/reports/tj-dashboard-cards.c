/* A section of the figures as cards: each table under its title, with its charts above it. */

#include "config.h"

#include "tj-dashboard-cards.h"

#include "tj-chart-view.h"
#include "tj-report-charts.h"

#include <glib/gi18n.h>

/* The numbers begin with how they came about: a line that belongs to the comparison. */
#define NUMBERS "numbers"
#define OVER_TIME "comparison-numbers"

static void
on_copy (GtkButton *button, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), text);
  gtk_widget_activate_action (GTK_WIDGET (button), "frame.toast", "s", _ ("The table was copied"));
}

static GtkWidget *
new_copy_button (const TjFigureTable *table)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  g_autofree char *name
      = g_strdup_printf (_ ("Copy the table “%s”"), tj_figure_table_get_title (table));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("Copy the table"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_copy), tj_figure_grid_dup_text (table),
                         (GClosureNotify)(void (*) (void))g_free, 0);
  return button;
}

static GtkWidget *
new_head (const TjFigureTable *table)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (tj_figure_table_get_title (table));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "title-4");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), new_copy_button (table));
  return head;
}

static gboolean
is_borrowed (const TjFigureTable *table, const char *section)
{
  return g_str_equal (section, NUMBERS) && g_str_equal (tj_figure_table_get_id (table), OVER_TIME);
}

static void
append_charts (GtkBox *card, const TjFigureTable *table, const char *section, GtkWidget *grid)
{
  g_autoptr (GPtrArray) charts = tj_report_charts_new (table);

  while (charts->len > 0)
    {
      TjChart *chart = g_ptr_array_steal_index (charts, 0);

      if (is_borrowed (table, section) && tj_chart_get_kind (chart) != TJ_CHART_LINE)
        tj_chart_free (chart);
      else
        gtk_box_append (card, tj_chart_view_new (chart, grid));
    }
}

static void
append_note (GtkBox *card, const TjFigureTable *table)
{
  const char *note = tj_figure_table_get_note (table);
  GtkWidget *label;

  if (note == NULL)
    return;
  label = gtk_label_new (note);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (card, label);
}

static GtkWidget *
new_card (const TjFigureTable *table,
          const char *section,
          gboolean opens_lists,
          GCallback on_opened,
          gpointer page)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *grid = tj_figure_grid_new (table, opens_lists);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "figures");
  g_signal_connect_object (grid, "opened", on_opened, page, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (card), new_head (table));
  append_charts (GTK_BOX (card), table, section, grid);
  gtk_box_append (GTK_BOX (card), grid);
  append_note (GTK_BOX (card), table);
  return card;
}

/* Fills the box with the section's tables instead of what it held. Numbers open their lists, when
 * they may, by the signal of TjFigureGrid. */
void
tj_dashboard_cards_fill (GtkBox *box,
                         const TjStatistics *statistics,
                         const char *section,
                         gboolean opens_lists,
                         GCallback on_opened,
                         gpointer page)
{
  const GPtrArray *tables = tj_statistics_tables (statistics);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; i < tables->len; i++)
    if (is_borrowed (tables->pdata[i], section))
      gtk_box_append (box, new_card (tables->pdata[i], section, opens_lists, on_opened, page));
  for (guint i = 0; i < tables->len; i++)
    if (g_str_equal (tj_figure_table_get_section (tables->pdata[i]), section))
      gtk_box_append (box, new_card (tables->pdata[i], section, opens_lists, on_opened, page));
}
