/* What a trial came to: to the left the kinds of outcome with their numbers, to the right the rows
 * of the chosen one. */

#include "config.h"

#include "tj-import-review.h"

#include "tj-review-line.h"
#include "tj-review-lines.h"
#include "tj-row-view.h"

#include <glib/gi18n.h>

/* In a narrow window; five kinds are seen at once. */
#define KINDS_HEIGHT 190

struct _TjImportReview
{
  AdwBin parent_instance;

  GtkBox *panes;
  GtkScrolledWindow *kinds_scroll;
  GtkListBox *kinds;
  GtkWidget *rows;
  GtkLabel *heading;
  GtkLabel *explanation;
  GtkWidget *save;
  GtkStack *state;
  GtkColumnView *view;

  TjImportSession *session;
};

G_DEFINE_FINAL_TYPE (TjImportReview, tj_import_review, ADW_TYPE_BIN)

#define BIT(column) (1u << TJ_REVIEW_##column)

/* In the order in which they are looked over: what needs her eyes first. */
static const struct
{
  guint review;
  const char *title;
  const char *explanation;
  guint columns;
} kinds[] = {
  { TJ_IMPORT_NEW, NC_ ("outcome", "New"), N_ ("They will be registered."),
    BIT (ROW) | BIT (PERSON) | BIT (NUMBER) | BIT (REASON) },
  { TJ_IMPORT_CHANGED, NC_ ("outcome", "Changed"),
    N_ ("What the register has, and what the list puts there."),
    BIT (ROW) | BIT (PERSON) | BIT (FIELD) | BIT (OLD) | BIT (NEW) },
  { TJ_IMPORT_GONE, NC_ ("outcome", "No longer on the list"),
    N_ ("Open in the register but not in the file. Nobody is deregistered by the import."),
    BIT (PERSON) | BIT (NUMBER) },
  { TJ_IMPORT_CONFLICT, NC_ ("outcome", "Conflicts"),
    N_ ("The list contradicts the register. These rows are left out until you have found out "
        "which is right."),
    BIT (ROW) | BIT (PERSON) | BIT (COLUMN) | BIT (REASON) },
  { TJ_IMPORT_REJECTED, NC_ ("outcome", "Rejected"),
    N_ ("These rows are left out. Mend them in the file and import it again, or save them as a "
        "file of their own."),
    BIT (ROW) | BIT (PERSON) | BIT (COLUMN) | BIT (REASON) },
  { TJ_REVIEW_NOTES, NC_ ("outcome", "To know"),
    N_ ("It does not hinder, but you should know of it."),
    BIT (ROW) | BIT (PERSON) | BIT (COLUMN) | BIT (REASON) },
  { TJ_IMPORT_UNCHANGED, NC_ ("outcome", "Unchanged"), N_ ("The register has this already."),
    BIT (ROW) | BIT (PERSON) | BIT (NUMBER) },
};

static const struct
{
  const char *title;
  int width; /* 0: as wide as there is room */
} column_looks[TJ_N_REVIEW_COLUMNS] = {
  [TJ_REVIEW_ROW] = { N_ ("Row"), 60 },
  [TJ_REVIEW_PERSON] = { N_ ("Person"), 180 },
  [TJ_REVIEW_NUMBER] = { N_ ("Personal number"), 140 },
  [TJ_REVIEW_FIELD] = { N_ ("What"), 118 },
  [TJ_REVIEW_OLD] = { N_ ("In the register"), 0 },
  [TJ_REVIEW_NEW] = { N_ ("In the list"), 0 },
  [TJ_REVIEW_COLUMN] = { N_ ("Column"), 104 },
  [TJ_REVIEW_REASON] = { N_ ("Remark"), 0 },
};

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean is_prose = column_looks[GPOINTER_TO_UINT (column)].width == 0;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (is_prose)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_width_chars (GTK_LABEL (label), 12);
    }
  else
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
    }
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  g_autofree char *text
      = tj_review_line_dup_text (gtk_list_item_get_item (item), GPOINTER_TO_UINT (column));
  GtkWidget *label = gtk_list_item_get_child (item);

  if (GPOINTER_TO_UINT (column) == TJ_REVIEW_PERSON)
    {
      g_autofree char *words = tj_review_line_dup_words (gtk_list_item_get_item (item));

      tj_row_view_name_row (item, words);
    }
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (
      label, column_looks[GPOINTER_TO_UINT (column)].width > 0 && text[0] != '\0' ? text : NULL);
}

static gboolean
is_about_things (TjImportReview *self)
{
  return tj_mapping_get_source (tj_import_session_get_mapping (self->session))->subject != NULL;
}

static void
add_column (TjImportReview *self, guint column, gboolean is_last)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  const char *title = column == TJ_REVIEW_PERSON && is_about_things (self)
                          ? C_ ("import", "About")
                          : _ (column_looks[column].title);
  g_autoptr (GtkColumnViewColumn) view_column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (column));
  gtk_column_view_column_set_resizable (view_column, TRUE);
  if (column_looks[column].width > 0)
    gtk_column_view_column_set_fixed_width (view_column, column_looks[column].width);
  gtk_column_view_column_set_expand (view_column, is_last || column_looks[column].width == 0);
  gtk_column_view_append_column (self->view, view_column);
}

/* A list of things has no personal numbers. */
static void
use_columns (TjImportReview *self, guint columns)
{
  if (is_about_things (self))
    columns &= ~BIT (NUMBER);
  tj_row_view_clear (self->view);
  for (guint i = 0; i < TJ_N_REVIEW_COLUMNS; i++)
    if ((columns >> i) & 1)
      add_column (self, i, columns >> i == 1);
}

static GtkWidget *
new_kind_row (const char *title, guint count)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);
  g_autofree char *text = g_strdup_printf ("%'u", count);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, text);
  GtkWidget *number = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (row, count > 0 ? "some" : "none");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
show_kinds (TjImportReview *self)
{
  TjImportReport *report = tj_import_session_get_report (self->session);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->kinds, 0)) != NULL)
    gtk_list_box_remove (self->kinds, GTK_WIDGET (row));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_list_box_append (self->kinds, new_kind_row (g_dpgettext2 (NULL, "outcome", kinds[i].title),
                                                    tj_review_count (report, kinds[i].review)));
}

static void
show_lines (TjImportReview *self, guint kind)
{
  GListModel *lines = G_LIST_MODEL (tj_review_lines_new (self->session, kinds[kind].review));
  gboolean is_empty = g_list_model_get_n_items (lines) == 0;

  use_columns (self, kinds[kind].columns);
  tj_row_view_set_rows (self->view, lines);
  gtk_stack_set_visible_child_name (self->state, is_empty ? "none" : "lines");
}

static gboolean
is_left_out (guint review)
{
  return review == TJ_IMPORT_REJECTED || review == TJ_IMPORT_CONFLICT;
}

static void
on_kind_selected (TjImportReview *self, GtkListBoxRow *row)
{
  guint kind;

  if (row == NULL || self->session == NULL)
    return;
  kind = (guint)gtk_list_box_row_get_index (row);
  gtk_label_set_text (self->heading, g_dpgettext2 (NULL, "outcome", kinds[kind].title));
  gtk_label_set_text (self->explanation, _ (kinds[kind].explanation));
  gtk_widget_set_visible (
      self->save,
      is_left_out (kinds[kind].review)
          && tj_review_count (tj_import_session_get_report (self->session), kinds[kind].review)
                 > 0);
  show_lines (self, kind);
}

/* The first kind that has anything, so that one never meets an empty list. */
static guint
first_with_rows (TjImportReport *report)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (tj_review_count (report, kinds[i].review) > 0)
      return kinds[i].review;
  return kinds[0].review;
}

static gboolean
focus_kinds (TjImportReview *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->kinds);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* The kinds are one stop for Tab: arrows move among them, and Tab leaves the chosen one as it is. */
static gboolean
tj_import_review_focus (GtkWidget *widget, GtkDirectionType direction)
{
  TjImportReview *self = TJ_IMPORT_REVIEW (widget);
  gboolean is_in_kinds = gtk_widget_get_focus_child (GTK_WIDGET (self->kinds)) != NULL;
  gboolean is_inside = gtk_widget_get_focus_child (widget) != NULL;

  if (direction == GTK_DIR_TAB_FORWARD && !is_inside)
    return focus_kinds (self);
  if (direction == GTK_DIR_TAB_FORWARD)
    return gtk_widget_child_focus (self->rows, direction);
  if (direction == GTK_DIR_TAB_BACKWARD && is_in_kinds)
    return FALSE;
  if (direction == GTK_DIR_TAB_BACKWARD)
    return gtk_widget_child_focus (self->rows, direction) || focus_kinds (self);
  return GTK_WIDGET_CLASS (tj_import_review_parent_class)->focus (widget, direction);
}

static void
tj_import_review_dispose (GObject *object)
{
  g_clear_object (&TJ_IMPORT_REVIEW (object)->session);
  G_OBJECT_CLASS (tj_import_review_parent_class)->dispose (object);
}

static void
tj_import_review_class_init (TjImportReviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_import_review_dispose;
  widget_class->focus = tj_import_review_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/import/tj-import-review.ui");
  gtk_widget_class_bind_template_child (widget_class, TjImportReview, panes);
  gtk_widget_class_bind_template_child (widget_class, TjImportReview, kinds_scroll);
  gtk_widget_class_bind_template_child (widget_class, TjImportReview, kinds);
  gtk_widget_class_bind_template_child (widget_class, TjImportReview, rows);
  gtk_widget_class_bind_template_child (widget_class, TjImportReview, heading);
  gtk_widget_class_bind_template_child (widget_class, TjImportReview, explanation);
  gtk_widget_class_bind_template_child (widget_class, TjImportReview, save);
  gtk_widget_class_bind_template_child (widget_class, TjImportReview, state);
  gtk_widget_class_bind_template_child (widget_class, TjImportReview, view);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_selected);
}

static void
tj_import_review_init (TjImportReview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows what the session's latest run came to; with NULL nothing. */
void
tj_import_review_show (TjImportReview *self, TjImportSession *session)
{
  g_return_if_fail (TJ_IS_IMPORT_REVIEW (self));

  gtk_column_view_set_model (self->view, NULL);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  show_kinds (self);
  tj_import_review_choose (self, first_with_rows (tj_import_session_get_report (session)));
}

/* Goes to one kind of outcome: a TjImportResult or TJ_REVIEW_NOTES. */
void
tj_import_review_choose (TjImportReview *self, guint review)
{
  g_return_if_fail (TJ_IS_IMPORT_REVIEW (self));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].review == review)
      gtk_list_box_select_row (self->kinds, gtk_list_box_get_row_at_index (self->kinds, (int)i));
}

/* In a narrow window the kinds stand above the rows. */
void
tj_import_review_set_folded (TjImportReview *self, gboolean folded)
{
  g_return_if_fail (TJ_IS_IMPORT_REVIEW (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->panes),
                                  folded ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_scrolled_window_set_min_content_height (self->kinds_scroll, folded ? KINDS_HEIGHT : -1);
}
