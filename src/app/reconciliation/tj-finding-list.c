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

static gboolean
is_same (TjFindingItem *item, TjReconciliationItem *finding, gboolean is_carried_over)
{
  TjReconciliationItem *shown = tj_finding_item_get_finding (item);

  return tj_entity_get_id (shown) == tj_entity_get_id (finding)
         && tj_reconciliation_item_get_protection (shown)
                == tj_reconciliation_item_get_protection (finding)
         && tj_finding_item_is_carried_over (item) == is_carried_over;
}

/* Takes over what the rows show when they are the same rows, so that what is chosen stays so. */
static gboolean
update_items (TjFindingList *self, TjReconciliationView *view)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint n_carried = view->carried_over->len;

  if (n != n_carried + view->items->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TjFindingItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (!is_same (item,
                    i < n_carried ? view->carried_over->pdata[i]
                                  : view->items->pdata[i - n_carried],
                    i < n_carried))
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TjFindingItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      tj_finding_item_set_finding (item, i < n_carried ? view->carried_over->pdata[i]
                                                       : view->items->pdata[i - n_carried]);
    }
  if (self->undecided_only)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  return TRUE;
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
  g_autoptr (GPtrArray) items = NULL;

  g_return_if_fail (TJ_IS_FINDING_LIST (self));

  if (update_items (self, view))
    return;
  items = g_ptr_array_new_with_free_func (g_object_unref);
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

/* What a section has, decided or not; whatever is shown. */
TjFindingSums
tj_finding_list_sum (TjFindingList *self, int section)
{
  TjFindingSums sums = { 0 };

  g_return_val_if_fail (TJ_IS_FINDING_LIST (self), sums);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (TjFindingItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      TjReconciliationItem *finding = tj_finding_item_get_finding (item);
      gint64 amount = MAX (0, tj_reconciliation_item_get_amount_ore (finding));

      if (!is_in_section (item, section))
        continue;
      sums.n++;
      sums.n_decided += is_decided (item);
      sums.n_waiting += tj_reconciliation_service_is_waiting (finding);
      sums.at_stake_ore += amount;
      if (tj_reconciliation_item_get_decision (finding) == TJ_DECISION_CONTEST)
        sums.contested_ore += amount;
    }
  return sums;
}
