/* The log as a lazy list model: it holds the numbers of the rows that a filter lets through, and
 * makes an item when its row is to be seen. */

#include "config.h"

#include "tj-log-list.h"

struct _TjLogList
{
  GObject parent_instance;

  TjContext *context;
  GArray *numbers;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TjLogList,
                               tj_log_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return TJ_TYPE_LOG_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return TJ_LOG_LIST (model)->numbers->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  TjLogList *self = TJ_LOG_LIST (model);

  if (position >= self->numbers->len)
    return NULL;
  return tj_log_item_new (self->context, g_array_index (self->numbers, gint64, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
tj_log_list_finalize (GObject *object)
{
  TjLogList *self = TJ_LOG_LIST (object);

  g_clear_object (&self->context);
  g_array_unref (self->numbers);
  G_OBJECT_CLASS (tj_log_list_parent_class)->finalize (object);
}

static void
tj_log_list_class_init (TjLogListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tj_log_list_finalize;
}

static void
tj_log_list_init (TjLogList *self)
{
  self->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
}

TjLogList *
tj_log_list_new (void)
{
  return g_object_new (TJ_TYPE_LOG_LIST, NULL);
}

/* Which numbers are at the end of both, when a list has only got newer rows in front. */
static guint
count_common_end (const GArray *one, const GArray *other)
{
  const guint shorter = MIN (one->len, other->len);
  guint n = 0;

  while (n < shorter
         && g_array_index (one, gint64, one->len - 1 - n)
                == g_array_index (other, gint64, other->len - 1 - n))
    n++;
  return n;
}

/* Takes the rows that `filter` lets through. Rows that were there before stay, so that the list does
 * not jump when somebody has only added to the log. */
gboolean
tj_log_list_load (TjLogList *self, TjContext *context, const TjLogFilter *filter, GError **error)
{
  g_autoptr (GArray) former = NULL;
  GArray *numbers;
  guint n_kept;

  g_return_val_if_fail (TJ_IS_LOG_LIST (self), FALSE);

  numbers = tj_log_service_find (context, filter, error);
  if (numbers == NULL)
    return FALSE;
  g_set_object (&self->context, context);
  former = self->numbers;
  self->numbers = numbers;
  n_kept = count_common_end (former, numbers);
  if (former->len > n_kept || numbers->len > n_kept)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, former->len - n_kept,
                                numbers->len - n_kept);
  return TRUE;
}
