/* Which columns the list of youths has, in which order, and by which it is ordered: what the mouse
 * does in the headings, for the keyboard too. Kept in the settings of the workstation. */

#include "config.h"

#include "tj-column-chooser.h"

#include "tj-view-settings.h"
#include "tj-youth-columns.h"

#include <glib/gi18n.h>

#define COLUMN_KEY "tj-youth-column"

struct _TjColumnChooser
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkListBox *columns;
  GtkDropDown *order;
  GtkToggleButton *descending;

  GtkColumnView *view;
  GSettings *settings;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TjColumnChooser, tj_column_chooser, GTK_TYPE_WIDGET)

static GtkColumnViewColumn *
dup_column (GtkColumnView *view, guint position)
{
  g_autoptr (GtkColumnViewColumn) column
      = g_list_model_get_item (gtk_column_view_get_columns (view), position);

  /* The view holds it. */
  return column;
}

static guint
count_columns (GtkColumnView *view)
{
  return g_list_model_get_n_items (gtk_column_view_get_columns (view));
}

static const TjYouthColumn *
nth_shown (TjColumnChooser *self, guint position)
{
  return tj_youth_column_of (dup_column (self->view, position));
}

static void
save_columns (TjColumnChooser *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  guint i;

  for (i = 0; i < count_columns (self->view); i++)
    g_strv_builder_add (builder, nth_shown (self, i)->id);

  ids = g_strv_builder_end (builder);
  if (self->settings != NULL)
    g_settings_set_strv (self->settings, "youths-columns", (const char *const *)ids);
}

static void
save_order (TjColumnChooser *self)
{
  gboolean descending;
  const TjYouthColumn *column = tj_youth_columns_get_order (self->view, &descending);

  if (self->settings == NULL)
    return;
  g_settings_set_string (self->settings, "youths-order", column != NULL ? column->id : "");
  g_settings_set_boolean (self->settings, "youths-order-descending", descending);
}

static void fill_columns (TjColumnChooser *self);

static const TjYouthColumn *
column_of (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  return g_object_get_data (G_OBJECT (row), COLUMN_KEY);
}

/* Puts the focus back on the row that moved. */
static void
focus_column (TjColumnChooser *self, const TjYouthColumn *column)
{
  GtkListBoxRow *row;
  int i;

  for (i = 0; (row = gtk_list_box_get_row_at_index (self->columns, i)) != NULL; i++)
    if (g_object_get_data (G_OBJECT (row), COLUMN_KEY) == column)
      gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static void
move_column (TjColumnChooser *self, const TjYouthColumn *column, int by)
{
  guint from = tj_youth_columns_find_shown (self->view, column);
  guint to = from + (guint)by;

  if (to >= count_columns (self->view))
    return;
  tj_youth_columns_show (self->view, column, to);
  focus_column (self, column);
}

static void
on_up (TjColumnChooser *self, GtkWidget *button)
{
  move_column (self, column_of (button), -1);
}

static void
on_down (TjColumnChooser *self, GtkWidget *button)
{
  move_column (self, column_of (button), 1);
}

static void
on_toggled (TjColumnChooser *self, GtkCheckButton *check)
{
  const TjYouthColumn *column = column_of (GTK_WIDGET (check));
  guint shown = tj_youth_columns_find_shown (self->view, column);

  if (gtk_check_button_get_active (check))
    tj_youth_columns_show (self->view, column, count_columns (self->view));
  else if (shown != G_MAXUINT)
    gtk_column_view_remove_column (self->view, dup_column (self->view, shown));
  focus_column (self, column);
}

static GtkWidget *
new_button (TjColumnChooser *self, const char *icon_name, const char *name, GCallback on_clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", on_clicked, self);
  return button;
}

static void
append_buttons (TjColumnChooser *self, GtkWidget *box, const TjYouthColumn *column)
{
  const char *title = _ (column->title);
  g_autofree char *left = g_strdup_printf (_ ("Move %s Left"), title);
  g_autofree char *right = g_strdup_printf (_ ("Move %s Right"), title);
  guint position = tj_youth_columns_find_shown (self->view, column);
  GtkWidget *up = new_button (self, "go-up-symbolic", left, G_CALLBACK (on_up));
  GtkWidget *down = new_button (self, "go-down-symbolic", right, G_CALLBACK (on_down));

  gtk_widget_set_sensitive (up, position > 0);
  gtk_widget_set_sensitive (down, position + 1 < count_columns (self->view));
  gtk_box_append (GTK_BOX (box), up);
  gtk_box_append (GTK_BOX (box), down);
}

static void
append_row (TjColumnChooser *self, const TjYouthColumn *column)
{
  gboolean shown = tj_youth_columns_find_shown (self->view, column) != G_MAXUINT;
  GtkWidget *check = gtk_check_button_new_with_label (_ (column->title));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *row = gtk_list_box_row_new ();

  g_object_set_data (G_OBJECT (row), COLUMN_KEY, (gpointer)column);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), shown);
  /* A list without names would be of no use. */
  gtk_widget_set_sensitive (check, column != &tj_youth_columns[0]);
  gtk_widget_set_hexpand (check, TRUE);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (GTK_BOX (box), check);
  if (shown)
    append_buttons (self, box, column);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (column->title), -1);
  gtk_list_box_append (self->columns, row);
}

/* Those that are shown, in their order, then the others. */
static void
fill_columns (TjColumnChooser *self)
{
  GtkListBoxRow *row;
  guint i;
  gsize j;

  while ((row = gtk_list_box_get_row_at_index (self->columns, 0)) != NULL)
    gtk_list_box_remove (self->columns, GTK_WIDGET (row));
  for (i = 0; i < count_columns (self->view); i++)
    append_row (self, nth_shown (self, i));
  for (j = 0; j < tj_n_youth_columns; j++)
    if (tj_youth_columns_find_shown (self->view, &tj_youth_columns[j]) == G_MAXUINT)
      append_row (self, &tj_youth_columns[j]);
}

/* The columns that one can order by, in the order of the table. */
static const TjYouthColumn *
nth_sortable (guint n)
{
  gsize i;

  for (i = 0; i < tj_n_youth_columns; i++)
    if ((i == 0 || tj_youth_columns[i].compare != NULL) && n-- == 0)
      return &tj_youth_columns[i];

  return NULL;
}

static void
fill_order (TjColumnChooser *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint i;

  for (i = 0; nth_sortable (i) != NULL; i++)
    gtk_string_list_append (titles, _ (nth_sortable (i)->title));
  gtk_drop_down_set_model (self->order, G_LIST_MODEL (titles));
}

static void
show_order (TjColumnChooser *self)
{
  gboolean descending;
  const TjYouthColumn *column = tj_youth_columns_get_order (self->view, &descending);
  guint i, selected = 0;

  for (i = 0; nth_sortable (i) != NULL; i++)
    if (nth_sortable (i) == column)
      selected = i;

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->order, selected);
  gtk_toggle_button_set_active (self->descending, descending);
  self->filling = FALSE;
}

/* A list in an order that one does not see is a riddle: the column is shown. */
static void
order_by (TjColumnChooser *self, const TjYouthColumn *column, gboolean descending)
{
  if (tj_youth_columns_find_shown (self->view, column) == G_MAXUINT)
    tj_youth_columns_show (self->view, column, count_columns (self->view));
  gtk_column_view_sort_by_column (
      self->view, dup_column (self->view, tj_youth_columns_find_shown (self->view, column)),
      descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static void
on_order_chosen (TjColumnChooser *self)
{
  const TjYouthColumn *column = nth_sortable (gtk_drop_down_get_selected (self->order));
  gboolean descending = gtk_toggle_button_get_active (self->descending);

  if (self->filling || self->view == NULL || column == NULL)
    return;
  order_by (self, column, descending);
}

static void
on_view_ordered (TjColumnChooser *self)
{
  save_order (self);
  show_order (self);
}

static void
show_usual (TjColumnChooser *self)
{
  gsize i;

  for (i = 0; i < tj_n_youth_columns; i++)
    if (tj_youth_columns[i].is_usual)
      tj_youth_columns_show (self->view, &tj_youth_columns[i], count_columns (self->view));
}

/* Those that were kept, in their order; the name whatever was kept. */
static void
restore_columns (TjColumnChooser *self)
{
  g_auto (GStrv) ids
      = self->settings != NULL ? g_settings_get_strv (self->settings, "youths-columns") : NULL;
  guint i;

  if (ids == NULL || !g_strv_contains ((const char *const *)ids, tj_youth_columns[0].id))
    {
      show_usual (self);
      return;
    }
  for (i = 0; ids[i] != NULL; i++)
    if (tj_youth_column_find (ids[i]) != NULL)
      tj_youth_columns_show (self->view, tj_youth_column_find (ids[i]), count_columns (self->view));
}

static void
restore_order (TjColumnChooser *self)
{
  g_autofree char *id
      = self->settings != NULL ? g_settings_get_string (self->settings, "youths-order") : NULL;
  const TjYouthColumn *column = tj_youth_column_find (id);

  if (column != NULL && tj_youth_columns_find_shown (self->view, column) != G_MAXUINT)
    order_by (self, column, g_settings_get_boolean (self->settings, "youths-order-descending"));
}

/* Columns are dragged in their headings too. */
static void
on_columns_changed (TjColumnChooser *self)
{
  fill_columns (self);
  save_columns (self);
}

static void
tj_column_chooser_map (GtkWidget *widget)
{
  TjColumnChooser *self = TJ_COLUMN_CHOOSER (widget);

  if (self->view != NULL)
    fill_columns (self);
  GTK_WIDGET_CLASS (tj_column_chooser_parent_class)->map (widget);
}

static void
tj_column_chooser_dispose (GObject *object)
{
  TjColumnChooser *self = TJ_COLUMN_CHOOSER (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->view);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (tj_column_chooser_parent_class)->dispose (object);
}

static void
tj_column_chooser_class_init (TjColumnChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_column_chooser_dispose;
  widget_class->map = tj_column_chooser_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youths/tj-column-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, TjColumnChooser, content);
  gtk_widget_class_bind_template_child (widget_class, TjColumnChooser, columns);
  gtk_widget_class_bind_template_child (widget_class, TjColumnChooser, order);
  gtk_widget_class_bind_template_child (widget_class, TjColumnChooser, descending);
  gtk_widget_class_bind_template_callback (widget_class, on_order_chosen);
}

static void
tj_column_chooser_init (TjColumnChooser *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_order (self);
  self->filling = FALSE;
  self->settings = tj_view_settings_new ();
}

/* Gives `view` its columns, as they were left the last time, and takes charge of them. */
void
tj_column_chooser_set_view (TjColumnChooser *self, GtkColumnView *view)
{
  g_return_if_fail (TJ_IS_COLUMN_CHOOSER (self) && self->view == NULL);

  self->view = g_object_ref (view);
  restore_columns (self);
  restore_order (self);
  show_order (self);
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed",
                           G_CALLBACK (on_view_ordered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_columns (view), "items-changed",
                           G_CALLBACK (on_columns_changed), self, G_CONNECT_SWAPPED);
}
