/* One heading of a file, an example of what stands below it, and the field that it is read as. */

#include "config.h"

#include "tj-column-row.h"

#include "tj-file-row.h"

#include <glib/gi18n.h>

/* So far down an example is looked for. */
#define SAMPLE_ROWS 200

struct _TjColumnRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *heading;
  GtkLabel *example;
  GtkDropDown *field;

  TjImportSession *session;
  guint column;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (TjColumnRow, tj_column_row, GTK_TYPE_LIST_BOX_ROW)

/* The choices begin with "not read". */
static void
on_field_chosen (TjColumnRow *self)
{
  guint chosen = gtk_drop_down_get_selected (self->field);

  if (!self->updating && chosen != GTK_INVALID_LIST_POSITION)
    tj_import_session_map (self->session, self->column, (int)chosen - 1);
}

/* What stands in the first row that has anything here and whose person may be shown. */
static char *
dup_example (TjColumnRow *self)
{
  TjImportTable *table = tj_import_session_get_table (self->session);
  guint first = tj_import_session_get_header (self->session) + 1;
  guint end = MIN (tj_import_table_get_n_rows (table), first + SAMPLE_ROWS);

  for (guint i = first; i < end; i++)
    {
      g_autoptr (TjFileRow) row = NULL;

      if (tj_import_table_get_cell (table, i, self->column).length == 0)
        continue;
      row = tj_file_row_new (self->session, i);
      if (!tj_file_row_is_hidden (row))
        return tj_file_row_dup_cell (row, self->column);
    }
  return g_strdup (_ ("empty"));
}

static void
tj_column_row_dispose (GObject *object)
{
  g_clear_object (&TJ_COLUMN_ROW (object)->session);
  G_OBJECT_CLASS (tj_column_row_parent_class)->dispose (object);
}

static void
tj_column_row_class_init (TjColumnRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_column_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/import/tj-column-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TjColumnRow, heading);
  gtk_widget_class_bind_template_child (widget_class, TjColumnRow, example);
  gtk_widget_class_bind_template_child (widget_class, TjColumnRow, field);
  gtk_widget_class_bind_template_callback (widget_class, on_field_chosen);
}

static void
tj_column_row_init (TjColumnRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* `fields`: the choices in words, "not read" first. */
GtkWidget *
tj_column_row_new (TjImportSession *session, guint column, GListModel *fields)
{
  TjColumnRow *self = g_object_new (TJ_TYPE_COLUMN_ROW, NULL);
  g_autofree char *name
      = tj_mapping_dup_column_name (tj_import_session_get_mapping (session), column);
  g_autofree char *example = NULL;
  g_autofree char *label = g_strdup_printf (_ ("What %s holds"), name);

  self->session = g_object_ref (session);
  self->column = column;
  gtk_label_set_text (self->heading, name);
  example = dup_example (self);
  gtk_label_set_text (self->example, example);
  /* The focus goes to the button within. */
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->field))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  self->updating = TRUE;
  gtk_drop_down_set_model (self->field, fields);
  tj_column_row_update (self);
  return GTK_WIDGET (self);
}

/* Follows the mapping, which another row may have changed. */
void
tj_column_row_update (TjColumnRow *self)
{
  const TjMapping *mapping = tj_import_session_get_mapping (self->session);
  int field = tj_mapping_find_field (mapping, self->column);

  self->updating = TRUE;
  gtk_drop_down_set_selected (self->field, (guint)(field + 1));
  self->updating = FALSE;
  if (field < 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "not-read");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "not-read");
}
