/* School reports as a table, ordered by any of its columns. Emits "chosen" with the report's id. */

#include "config.h"

#include "tj-school-report-list.h"

#include "tj-school-report-item.h"

/* Where the column of schools stands. */
#define SCHOOL_PLACE 3

struct _TjSchoolReportList
{
  AdwBin parent_instance;

  GtkColumnView *view;
  GtkColumnViewColumn *school_column;
  GtkSingleSelection *selection;
  GtkSortListModel *sorted;

  GListStore *items;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjSchoolReportList, tj_school_report_list, ADW_TYPE_BIN)

static void
on_activated (TjSchoolReportList *self, guint position)
{
  g_autoptr (TjSchoolReportItem) item
      = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, tj_school_report_item_get_id (item));
}

static gboolean
tj_school_report_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TJ_SCHOOL_REPORT_LIST (widget)->view));
}

static void
tj_school_report_list_dispose (GObject *object)
{
  TjSchoolReportList *self = TJ_SCHOOL_REPORT_LIST (object);

  g_clear_object (&self->items);
  g_clear_object (&self->school_column);

  G_OBJECT_CLASS (tj_school_report_list_parent_class)->dispose (object);
}

static void
tj_school_report_list_class_init (TjSchoolReportListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_school_report_list_dispose;
  widget_class->grab_focus = tj_school_report_list_grab_focus;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (TJ_TYPE_SCHOOL_REPORT_ITEM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/tjugo/Tjugo/ui/school-reports/tj-school-report-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportList, view);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportList, school_column);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportList, selection);
  gtk_widget_class_bind_template_child (widget_class, TjSchoolReportList, sorted);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
tj_school_report_list_init (TjSchoolReportList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (TJ_TYPE_SCHOOL_REPORT_ITEM);
  g_object_ref (self->school_column);
  gtk_sort_list_model_set_model (self->sorted, G_LIST_MODEL (self->items));
  gtk_sort_list_model_set_sorter (self->sorted, gtk_column_view_get_sorter (self->view));
}

/* Shows the entries of tj_school_report_service_list(). */
void
tj_school_report_list_fill (TjSchoolReportList *self, GPtrArray *entries, TjDate today)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (TJ_IS_SCHOOL_REPORT_LIST (self));

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (items, tj_school_report_item_new (entries->pdata[i], today));
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
}

/* Leaves the school out where there is little room. Taken out rather than hidden: GTK 4.8 keeps room
 * for a hidden column. */
void
tj_school_report_list_set_narrow (TjSchoolReportList *self, gboolean is_narrow)
{
  gboolean has_school;

  g_return_if_fail (TJ_IS_SCHOOL_REPORT_LIST (self));

  has_school = gtk_column_view_column_get_column_view (self->school_column) != NULL;
  if (is_narrow && has_school)
    gtk_column_view_remove_column (self->view, self->school_column);
  else if (!is_narrow && !has_school)
    gtk_column_view_insert_column (self->view, SCHOOL_PLACE, self->school_column);
}
