/* The file as it stands: every row of it, under its own headings. Columns that are not read are
 * dimmed, and follow when that is changed. */

#include "config.h"

#include "tj-import-preview.h"

#include "tj-file-row.h"
#include "tj-file-rows.h"
#include "tj-row-view.h"

#include <glib/gi18n.h>

/* Wider files exist by mistake only; a column each would make the window slow. */
#define MOST_COLUMNS 60

/* A column is as wide as what stands in its first rows, within these bounds. */
#define SAMPLE_ROWS 40
#define CHAR_WIDTH 9
#define CELL_PADDING 24
#define NARROWEST 72
#define WIDEST 260

#define NUMBER_WIDTH 76

struct _TjImportPreview
{
  AdwBin parent_instance;

  GtkColumnView *view;
  GtkLabel *caption;

  TjImportSession *session;
  guint header;
};

G_DEFINE_FINAL_TYPE (TjImportPreview, tj_import_preview, ADW_TYPE_BIN)

static gboolean
is_read (TjImportPreview *self, guint column)
{
  const TjMapping *mapping = tj_import_session_get_mapping (self->session);

  return mapping == NULL || tj_mapping_find_field (mapping, column) >= 0;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer dimmed)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_add_css_class (cell, "numeric");
  if (GPOINTER_TO_INT (dimmed))
    gtk_widget_add_css_class (cell, "dim-label");
  gtk_list_item_set_child (item, cell);
}

static void
on_bind_number (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  TjFileRow *row = gtk_list_item_get_item (item);
  g_autofree char *text = tj_file_row_dup_number (row);
  g_autofree char *words = tj_file_row_dup_words (row);

  tj_row_view_name_row (item, words);
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)), text);
}

static void
on_bind_cell (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  g_autofree char *text
      = tj_file_row_dup_cell (gtk_list_item_get_item (item), GPOINTER_TO_UINT (column));

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)), text);
}

static GtkListItemFactory *
new_factory (gboolean dimmed, GCallback bind, gpointer bind_data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GINT_TO_POINTER (dimmed));
  g_signal_connect (factory, "bind", bind, bind_data);
  return factory;
}

static glong
count_chars (TjCell cell)
{
  return g_utf8_strlen (cell.text, MIN (cell.length, WIDEST));
}

static int
measure_column (TjImportPreview *self, guint column, const char *title)
{
  TjImportTable *table = tj_import_session_get_table (self->session);
  guint end = MIN (tj_import_table_get_n_rows (table), self->header + 1 + SAMPLE_ROWS);
  glong longest = g_utf8_strlen (title, -1);

  for (guint i = self->header + 1; i < end; i++)
    longest = MAX (longest, count_chars (tj_import_table_get_cell (table, i, column)));
  return CLAMP ((int)longest * CHAR_WIDTH + CELL_PADDING, NARROWEST, WIDEST);
}

static char *
dup_title (TjImportPreview *self, guint column)
{
  const TjMapping *mapping = tj_import_session_get_mapping (self->session);

  if (mapping != NULL)
    return tj_mapping_dup_column_name (mapping, column);
  return tj_cell_dup_shown (
      tj_import_table_get_cell (tj_import_session_get_table (self->session), self->header, column));
}

/* The last column takes what room is left. */
static void
add_column (TjImportPreview *self,
            const char *title,
            GtkListItemFactory *factory,
            int width,
            gboolean is_last)
{
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, width);
  gtk_column_view_column_set_expand (column, is_last);
  gtk_column_view_append_column (self->view, column);
}

static void
add_columns (TjImportPreview *self)
{
  TjImportTable *table = tj_import_session_get_table (self->session);
  guint n_columns = MIN (tj_import_table_get_n_cells (table, self->header), MOST_COLUMNS);

  add_column (self, _ ("Row"), new_factory (TRUE, G_CALLBACK (on_bind_number), NULL), NUMBER_WIDTH,
              n_columns == 0);
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *title = dup_title (self, i);

      add_column (self, title,
                  new_factory (!is_read (self, i), G_CALLBACK (on_bind_cell), GUINT_TO_POINTER (i)),
                  measure_column (self, i, title), i + 1 == n_columns);
    }
}

static void
show_caption (TjImportPreview *self, guint n_rows, guint n_columns)
{
  g_autofree char *rows = g_strdup_printf (ngettext ("%u row", "%u rows", n_rows), n_rows);
  g_autofree char *columns
      = g_strdup_printf (ngettext ("%u column", "%u columns", n_columns), n_columns);
  g_autofree char *text = g_strdup_printf ("%s · %s", rows, columns);

  gtk_label_set_text (self->caption, text);
}

static void
rebuild (TjImportPreview *self)
{
  GListModel *rows;

  tj_row_view_clear (self->view);
  self->header = tj_import_session_get_header (self->session);
  add_columns (self);

  rows = G_LIST_MODEL (tj_file_rows_new (self->session));
  show_caption (
      self, g_list_model_get_n_items (rows),
      tj_import_table_get_n_cells (tj_import_session_get_table (self->session), self->header));
  tj_row_view_set_rows (self->view, rows);
}

static void
tj_import_preview_dispose (GObject *object)
{
  g_clear_object (&TJ_IMPORT_PREVIEW (object)->session);
  G_OBJECT_CLASS (tj_import_preview_parent_class)->dispose (object);
}

static void
tj_import_preview_class_init (TjImportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_import_preview_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/import/tj-import-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, TjImportPreview, view);
  gtk_widget_class_bind_template_child (widget_class, TjImportPreview, caption);
}

static void
tj_import_preview_init (TjImportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows a file, or with NULL none. Called anew when its columns are mapped otherwise. */
void
tj_import_preview_show (TjImportPreview *self, TjImportSession *session)
{
  g_return_if_fail (TJ_IS_IMPORT_PREVIEW (self));

  g_set_object (&self->session, session);
  if (session != NULL)
    rebuild (self);
  else
    gtk_column_view_set_model (self->view, NULL);
}
