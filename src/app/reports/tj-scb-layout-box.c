/* The layout in use, and how a new one comes to be: from the header row of SCB's own template, whose
 * unknown columns are shown to be given a field or a constant, or to be left empty. Nothing is kept
 * before the user says so. Actions: scb.read-template is the page's. */

#include "config.h"

#include "tj-scb-layout-box.h"

#include "tj-scb-layout-service.h"
#include "tj-scb-template.h"

#include <glib/gi18n.h>

/* The first choices of what a column holds; then come the fields. */
enum
{
  CHOICE_EMPTY,
  CHOICE_CONSTANT,
  N_CHOICES,
};

struct _TjScbLayoutBox
{
  AdwBin parent_instance;

  AdwActionRow *current;
  GtkListBox *columns;
  GtkWidget *making;
  GtkLabel *found;

  TjContext *context;
  TjHalfYear half;
  TjScbTemplate *template;
};

G_DEFINE_FINAL_TYPE (TjScbLayoutBox, tj_scb_layout_box, ADW_TYPE_BIN)

static TjScbColumn *
get_column (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "column");
}

static void
on_constant_changed (GtkEditable *row)
{
  const char *text = gtk_editable_get_text (row);

  tj_scb_column_set_constant (get_column (row), *text != '\0' ? text : NULL);
}

static void
on_chosen (AdwComboRow *row, GParamSpec *pspec, TjScbLayoutBox *self)
{
  guint choice = adw_combo_row_get_selected (row);
  GtkWidget *constant = g_object_get_data (G_OBJECT (row), "constant");

  gtk_widget_set_visible (constant, choice == CHOICE_CONSTANT);
  if (choice == CHOICE_CONSTANT)
    on_constant_changed (GTK_EDITABLE (constant));
  else if (choice == CHOICE_EMPTY)
    tj_scb_column_set_constant (get_column (row), NULL);
  else
    tj_scb_layout_set_field (self->template->layout, get_column (row),
                             (TjScbField)(choice - N_CHOICES));
}

static GListModel *
new_choices (void)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, _ ("Left empty"));
  gtk_string_list_append (choices, _ ("The same in every row"));
  for (guint i = 0; i < TJ_SCB_N_FIELDS; i++)
    gtk_string_list_append (choices, tj_scb_field_label ((TjScbField)i));
  return G_LIST_MODEL (choices);
}

static guint
find_choice (const TjScbColumn *column)
{
  if (column->has_field)
    return N_CHOICES + column->field;
  return column->constant != NULL ? CHOICE_CONSTANT : CHOICE_EMPTY;
}

static void
add_column (TjScbLayoutBox *self, TjScbColumn *column, gboolean is_unknown)
{
  g_autoptr (GListModel) choices = new_choices ();
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "title", column->name, "use-markup", FALSE,
                                 "model", choices, "subtitle",
                                 is_unknown ? _ ("Not known: say what it holds") : "", NULL);
  g_autofree char *name = g_strdup_printf (_ ("%s in every row"), column->name);
  GtkWidget *constant = g_object_new (ADW_TYPE_ENTRY_ROW, "title", name, "use-markup", FALSE, NULL);

  gtk_editable_set_text (GTK_EDITABLE (constant), column->constant != NULL ? column->constant : "");
  g_object_set_data (G_OBJECT (row), "column", column);
  g_object_set_data (G_OBJECT (row), "constant", constant);
  g_object_set_data (G_OBJECT (constant), "column", column);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_choice (column));
  gtk_widget_set_visible (constant, find_choice (column) == CHOICE_CONSTANT);
  if (is_unknown)
    adw_action_row_set_icon_name (ADW_ACTION_ROW (row), "tj-alert-symbolic");
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_chosen), self, 0);
  g_signal_connect (constant, "changed", G_CALLBACK (on_constant_changed), NULL);
  gtk_list_box_append (self->columns, row);
  gtk_list_box_append (self->columns, constant);
}

static gboolean
is_unknown (const TjScbTemplate *template, const TjScbColumn *column)
{
  return g_ptr_array_find (template->unknown, column->name, NULL);
}

static void
show_template (TjScbLayoutBox *self)
{
  const GPtrArray *columns = self->template != NULL ? self->template->layout->columns : NULL;
  g_autofree char *text = NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->columns, 0)) != NULL)
    gtk_list_box_remove (self->columns, GTK_WIDGET (row));
  gtk_widget_set_visible (self->making, columns != NULL);
  if (columns == NULL)
    return;
  for (guint i = 0; i < columns->len; i++)
    add_column (self, columns->pdata[i], is_unknown (self->template, columns->pdata[i]));
  text = g_strdup_printf (ngettext ("%u column in row %u of the template, %u of them not known.",
                                    "%u columns in row %u of the template, %u of them not known.",
                                    columns->len),
                          columns->len, self->template->header_row, self->template->unknown->len);
  gtk_label_set_label (self->found, text);
}

static void
drop_template (TjScbLayoutBox *self)
{
  TjScbTemplate *template = g_steal_pointer (&self->template);

  show_template (self);
  g_clear_pointer (&template, tj_scb_template_free);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  drop_template (TJ_SCB_LAYOUT_BOX (widget));
}

static void
keep_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjScbLayoutBox *self = TJ_SCB_LAYOUT_BOX (widget);
  g_autoptr (GError) error = NULL;

  if (self->template == NULL)
    return;
  if (!tj_scb_layout_service_save (self->context, self->template->layout, &error))
    {
      gtk_widget_activate_action (widget, "frame.toast", "s", error->message);
      return;
    }
  drop_template (self);
  gtk_widget_activate_action (widget, "frame.toast-undo", "s", _ ("Layout kept"));
}

static void
tj_scb_layout_box_dispose (GObject *object)
{
  TjScbLayoutBox *self = TJ_SCB_LAYOUT_BOX (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->template, tj_scb_template_free);
  G_OBJECT_CLASS (tj_scb_layout_box_parent_class)->dispose (object);
}

static void
tj_scb_layout_box_class_init (TjScbLayoutBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_scb_layout_box_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/reports/tj-scb-layout-box.ui");
  gtk_widget_class_bind_template_child (widget_class, TjScbLayoutBox, current);
  gtk_widget_class_bind_template_child (widget_class, TjScbLayoutBox, columns);
  gtk_widget_class_bind_template_child (widget_class, TjScbLayoutBox, making);
  gtk_widget_class_bind_template_child (widget_class, TjScbLayoutBox, found);
  gtk_widget_class_install_action (widget_class, "layout.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "layout.keep", NULL, keep_action);
}

static void
tj_scb_layout_box_init (TjScbLayoutBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows which layout a half-year is written by. */
void
tj_scb_layout_box_show (TjScbLayoutBox *self, TjContext *context, const TjScbReport *report)
{
  char half[TJ_HALF_YEAR_BUFFER];
  g_autofree char *text = NULL;

  g_return_if_fail (TJ_IS_SCB_LAYOUT_BOX (self));

  if (tj_half_year_compare (self->half, report->half) != 0)
    drop_template (self);
  g_set_object (&self->context, context);
  self->half = report->half;
  text = g_strdup_printf (
      ngettext ("%u column, from %s on", "%u columns, from %s on", report->layout->columns->len),
      report->layout->columns->len, tj_half_year_write (report->layout->valid_from, half));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->current), report->layout->title);
  adw_action_row_set_subtitle (self->current, text);
}

/* Makes a layout of a template, to be looked at and kept. */
gboolean
tj_scb_layout_box_read (TjScbLayoutBox *self, GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);
  g_autoptr (TjScbLayout) former = NULL;
  g_autofree char *name = NULL;
  char half[TJ_HALF_YEAR_BUFFER];
  TjScbTemplate *template;

  g_return_val_if_fail (TJ_IS_SCB_LAYOUT_BOX (self), FALSE);

  if (bytes == NULL
      || (former = tj_scb_layout_service_load (self->context, self->half, error)) == NULL)
    return FALSE;
  name = g_strdup_printf ("SCB %s", tj_half_year_write (self->half, half));
  template = tj_scb_template_read (bytes, name, self->half, former, error);
  if (template == NULL)
    return FALSE;
  drop_template (self);
  self->template = template;
  show_template (self);
  gtk_widget_child_focus (GTK_WIDGET (self->columns), GTK_DIR_TAB_FORWARD);
  return TRUE;
}
