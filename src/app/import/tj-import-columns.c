/* What the file was taken for, and what each of its columns holds; all of it can be changed. What is
 * changed here changes the session, and everybody who shows it follows that. */

#include "config.h"

#include "tj-import-columns.h"

#include "tj-column-row.h"
#include "tj-file-row.h"

#include <glib/gi18n.h>
#include <string.h>

/* The headings may stand so far down (tj-headings.c looks no further by itself). */
#define HEADER_ROWS 25

struct _TjImportColumns
{
  AdwBin parent_instance;

  AdwComboRow *source;
  AdwComboRow *sheet;
  AdwComboRow *header;
  AdwActionRow *format;
  GtkWidget *trouble;
  GtkLabel *trouble_text;
  GtkWidget *columns_group;
  GtkListBox *columns;

  TjImportSession *session;
  gulong mapping_handler;
  gboolean asks_source; /* the first choice is a question */
  gboolean updating;
};

enum
{
  SHEET_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjImportColumns, tj_import_columns, ADW_TYPE_BIN)

static void
set_choices (AdwComboRow *row, GtkStringList *choices, guint selected)
{
  adw_combo_row_set_model (row, G_LIST_MODEL (choices));
  adw_combo_row_set_selected (row, selected);
  g_object_unref (choices);
}

/* While the kind is not known the first choice asks for it. */
static void
show_sources (TjImportColumns *self)
{
  GtkStringList *choices = gtk_string_list_new (NULL);
  const char *const *ids = tj_import_list_sources ();
  const char *source = tj_import_session_get_source (self->session);
  guint selected = 0;

  self->asks_source = source == NULL;
  if (self->asks_source)
    gtk_string_list_append (choices, _ ("Choose…"));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      gtk_string_list_append (choices, tj_import_get_source_label (ids[i]));
      if (g_strcmp0 (ids[i], source) == 0)
        selected = i;
    }
  set_choices (self->source, choices, selected);
}

static void
show_sheets (TjImportColumns *self)
{
  TjImportTable *table = tj_import_session_get_table (self->session);
  const char *const *sheets = tj_import_table_get_sheets (table);
  guint n = sheets != NULL ? g_strv_length ((char **)sheets) : 0;
  guint selected = 0;

  gtk_widget_set_visible (GTK_WIDGET (self->sheet), n > 1);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (sheets[i], tj_import_table_get_sheet (table)) == 0)
      selected = i;
  set_choices (self->sheet, gtk_string_list_new (sheets), selected);
}

/* The headings themselves may hold the word that marks a protected row. */
static char *
dup_header_choice (TjImportColumns *self, guint row)
{
  g_autoptr (TjFileRow) file_row = tj_file_row_new (self->session, row);

  if (row == tj_import_session_get_header (self->session))
    tj_file_row_show_always (file_row);
  return tj_file_row_dup_words (file_row);
}

static void
show_headers (TjImportColumns *self)
{
  TjImportTable *table = tj_import_session_get_table (self->session);
  guint header = tj_import_session_get_header (self->session);
  guint n = MIN (tj_import_table_get_n_rows (table), MAX (header + 1, HEADER_ROWS));
  GtkStringList *choices = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = dup_header_choice (self, i);

      gtk_string_list_append (choices, words);
    }
  set_choices (self->header, choices, header);
  gtk_widget_set_sensitive (GTK_WIDGET (self->header),
                            tj_import_session_get_mapping (self->session) != NULL);
}

static const char *
delimiter_words (char delimiter)
{
  switch (delimiter)
    {
    case ';':
      return _ ("semicolons between the cells");
    case ',':
      return _ ("commas between the cells");
    case '\t':
      return _ ("tabs between the cells");
    default:
      return NULL;
    }
}

static void
show_format (TjImportColumns *self)
{
  TjImportTable *table = tj_import_session_get_table (self->session);
  const char *delimiter = delimiter_words (tj_import_table_get_delimiter (table));
  g_autofree char *text = NULL;

  if (tj_import_table_get_sheet (table) != NULL)
    text = g_strdup (_ ("Excel workbook"));
  else if (delimiter != NULL)
    text = g_strdup_printf (
        "%s · %s", tj_encoding_name (tj_import_table_get_text_info (table)->encoding), delimiter);
  else
    text = g_strdup (tj_encoding_name (tj_import_table_get_text_info (table)->encoding));
  adw_action_row_set_subtitle (self->format, text);
}

/* Two fields may have the same name and be written otherwise; their usual heading parts them. */
static char *
dup_field_words (const TjMapping *mapping, guint field)
{
  const TjImportSource *source = tj_mapping_get_source (mapping);
  const char *label = tj_mapping_get_field_label (mapping, field);

  for (guint i = 0; i < source->n_fields; i++)
    if (i != field && g_str_equal (tj_mapping_get_field_label (mapping, i), label))
      {
        const char *headings = source->fields[field].headings;
        g_autofree char *first = g_strndup (headings, strcspn (headings, "|"));

        return g_strdup_printf ("%s (%s)", label, first);
      }
  return g_strdup (label);
}

static GtkStringList *
list_fields (const TjMapping *mapping)
{
  GtkStringList *fields = gtk_string_list_new (NULL);

  gtk_string_list_append (fields, _ ("Not read"));
  for (guint i = 0; i < tj_mapping_get_source (mapping)->n_fields; i++)
    {
      g_autofree char *words = dup_field_words (mapping, i);

      gtk_string_list_append (fields, words);
    }
  return fields;
}

static void
show_columns (TjImportColumns *self)
{
  const TjMapping *mapping = tj_import_session_get_mapping (self->session);
  g_autoptr (GtkStringList) fields = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->columns))) != NULL)
    gtk_list_box_remove (self->columns, row);
  gtk_widget_set_visible (self->columns_group, mapping != NULL);
  if (mapping == NULL)
    return;
  fields = list_fields (mapping);
  for (guint i = 0; i < tj_mapping_get_n_columns (mapping); i++)
    gtk_list_box_append (self->columns,
                         tj_column_row_new (self->session, i, G_LIST_MODEL (fields)));
}

static void
show_trouble (TjImportColumns *self)
{
  g_autofree char *trouble = tj_import_session_dup_trouble (self->session);

  gtk_widget_set_visible (self->trouble, trouble != NULL);
  gtk_label_set_text (self->trouble_text, trouble != NULL ? trouble : "");
}

/* What follows from the kind of list. */
static void
show_mapping (TjImportColumns *self)
{
  self->updating = TRUE;
  show_headers (self);
  self->updating = FALSE;
  show_columns (self);
  show_trouble (self);
}

static void
show_all (TjImportColumns *self)
{
  self->updating = TRUE;
  show_sources (self);
  show_sheets (self);
  show_format (self);
  show_mapping (self);
}

/* A column was given another field: the rows are the same. */
static void
on_mapping_changed (TjImportColumns *self)
{
  GtkWidget *row;

  if (self->updating)
    return;
  for (row = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    tj_column_row_update (TJ_COLUMN_ROW (row));
  show_trouble (self);
}

static void
on_source_chosen (TjImportColumns *self)
{
  guint chosen = adw_combo_row_get_selected (self->source);

  if (self->updating || chosen == GTK_INVALID_LIST_POSITION || (self->asks_source && chosen == 0))
    return;
  self->updating = TRUE;
  tj_import_session_set_source (self->session,
                                tj_import_list_sources ()[chosen - self->asks_source]);
  show_mapping (self);
}

static void
on_header_chosen (TjImportColumns *self)
{
  guint chosen = adw_combo_row_get_selected (self->header);

  if (self->updating || chosen == GTK_INVALID_LIST_POSITION)
    return;
  self->updating = TRUE;
  tj_import_session_set_header (self->session, chosen);
  self->updating = FALSE;
  show_columns (self);
  show_trouble (self);
}

static void
on_sheet_chosen (TjImportColumns *self)
{
  GtkStringObject *sheet = adw_combo_row_get_selected_item (self->sheet);

  if (!self->updating && sheet != NULL)
    g_signal_emit (self, signals[SHEET_CHOSEN], 0, gtk_string_object_get_string (sheet));
}

static void
forget_session (TjImportColumns *self)
{
  if (self->session != NULL)
    g_clear_signal_handler (&self->mapping_handler, self->session);
  g_clear_object (&self->session);
}

static void
tj_import_columns_dispose (GObject *object)
{
  forget_session (TJ_IMPORT_COLUMNS (object));
  G_OBJECT_CLASS (tj_import_columns_parent_class)->dispose (object);
}

static void
tj_import_columns_class_init (TjImportColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_import_columns_dispose;
  signals[SHEET_CHOSEN]
      = g_signal_new ("sheet-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/import/tj-import-columns.ui");
  gtk_widget_class_bind_template_child (widget_class, TjImportColumns, source);
  gtk_widget_class_bind_template_child (widget_class, TjImportColumns, sheet);
  gtk_widget_class_bind_template_child (widget_class, TjImportColumns, header);
  gtk_widget_class_bind_template_child (widget_class, TjImportColumns, format);
  gtk_widget_class_bind_template_child (widget_class, TjImportColumns, trouble);
  gtk_widget_class_bind_template_child (widget_class, TjImportColumns, trouble_text);
  gtk_widget_class_bind_template_child (widget_class, TjImportColumns, columns_group);
  gtk_widget_class_bind_template_child (widget_class, TjImportColumns, columns);
  gtk_widget_class_bind_template_callback (widget_class, on_source_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_sheet_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_header_chosen);
}

static void
tj_import_columns_init (TjImportColumns *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tj_import_columns_show (TjImportColumns *self, TjImportSession *session)
{
  g_return_if_fail (TJ_IS_IMPORT_COLUMNS (self));

  forget_session (self);
  if (session == NULL)
    return;
  self->session = g_object_ref (session);
  self->mapping_handler = g_signal_connect_swapped (session, "mapping-changed",
                                                    G_CALLBACK (on_mapping_changed), self);
  show_all (self);
}
