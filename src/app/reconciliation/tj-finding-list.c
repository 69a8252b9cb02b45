/* The findings of a month, of which one section, or what is undecided in it, is shown at a time. */

#include "config.h"

#include "tj-finding-list.h"

struct _TjFindingList
{
  GObject parent_instance;

  GListStore *items;
  GtkFilterListModel *shown;
  GtkCustomFilter *filter;
  int section;
  gboolean undecided_only;
};

G_DEFINE_FINAL_TYPE (TjFindingList, tj_finding_list, G_TYPE_OBJECT)

static gboolean
is_in_section (TjFindingItem *item, int section)
{
  if (section == TJ_SECTION_CARRIED_OVER)
    return tj_finding_item_is_carried_over (item);
  if (tj_finding_item_is_carried_over (item))
    return FALSE;
  return section == TJ_SECTION_ALL
         || tj_reconciliation_item_get_kind (tj_finding_item_get_finding (item)) == section;
}

static gboolean
is_decided (TjFindingItem *item)
{
  return tj_reconciliation_item_get_decision (tj_finding_item_get_finding (item)) >= 0;
}

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  TjFindingList *self = user_data;

  return is_in_section (item, self->section) && !(self->undecided_only && is_decided (item));
}

static void
tj_finding_list_dispose (GObject *object)
{
  TjFindingList *self = TJ_FINDING_LIST (object);

  g_clear_object (&self->shown);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (tj_finding_list_parent_class)->dispose (object);
}

static void
tj_finding_list_class_init (TjFindingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tj_finding_list_dispose;
}

static void
tj_finding_list_init (TjFindingList *self)
{
  self->section = TJ_SECTION_ALL;
  self->items = g_list_store_new (TJ_TYPE_FINDING_ITEM);
  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  self->shown = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                           GTK_FILTER (self->filter));
}

TjFindingList *
tj_finding_list_new (void)
{
  return g_object_new (TJ_TYPE_FINDING_LIST, NULL);
}

static void
add_items (GPtrArray *items, TjContext *context, GPtrArray *findings, gboolean is_carried_over)
{
  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (items, tj_finding_item_new (context, findings->pdata[i], is_carried_over));
}

void
tj_finding_list_fill (TjFindingList *self, TjContext *context, TjReconciliationView *view)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (TJ_IS_FINDING_LIST (self));

  add_items (items, context, view->carried_over, TRUE);
  add_items (items, context, view->items, FALSE);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
}

/* A kind of finding, or one of TJ_SECTION_…. */
void
tj_finding_list_set_section (TjFindingList *self, int section)
{
  g_return_if_fail (TJ_IS_FINDING_LIST (self));

  self->section = section;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

void
tj_finding_list_set_undecided_only (TjFindingList *self, gboolean undecided_only)
{
  g_return_if_fail (TJ_IS_FINDING_LIST (self));

  self->undecided_only = undecided_only;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

GListModel *
tj_finding_list_get_model (TjFindingList *self)
{
  g_return_val_if_fail (TJ_IS_FINDING_LIST (self), NULL);

  return G_LIST_MODEL (self->shown);
}

/* How many a section has, decided or not; whatever is shown. */
guint
tj_finding_list_count (TjFindingList *self, int section, guint *n_decided)
{
  guint n = 0;

  g_return_val_if_fail (TJ_IS_FINDING_LIST (self), 0);

  *n_decided = 0;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (TjFindingItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (!is_in_section (item, section))
        continue;
      n++;
      *n_decided += is_decided (item);
    }
  return n;
}

/* What might not have to be paid, in öre, of those that are shown. */
gint64
tj_finding_list_get_at_stake (TjFindingList *self)
{
  gint64 sum = 0;

  g_return_val_if_fail (TJ_IS_FINDING_LIST (self), 0);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++)
    {
      g_autoptr (TjFindingItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      sum += MAX (0, tj_reconciliation_item_get_amount_ore (tj_finding_item_get_finding (item)));
    }
  return sum;
}
