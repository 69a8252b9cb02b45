/* The letters that are due, as a list model: a heading for each kind and the drafts under it. */

#include "config.h"

#include "tj-letter-list.h"

#include "tj-letter-template.h"

#include <glib/gi18n.h>

struct _TjLetterList
{
  GObject parent_instance;

  GListStore *items;
};

enum
{
  SIGNAL_CHOSEN_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TjLetterList,
                               tj_letter_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return TJ_TYPE_LETTER_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (TJ_LETTER_LIST (model)->items));
}

static gpointer
get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (TJ_LETTER_LIST (model)->items), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
on_items_changed (TjLetterList *self, guint position, guint removed, guint added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
on_chosen (TjLetterList *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN_CHANGED], 0);
}

/* By kind, then name: the order in which they are printed. */
static int
compare_drafts (gconstpointer a, gconstpointer b)
{
  const TjLetterDraft *draft_a = *(TjLetterDraft *const *)a;
  const TjLetterDraft *draft_b = *(TjLetterDraft *const *)b;
  int by_kind = g_strcmp0 (draft_a->kind, draft_b->kind);

  return by_kind != 0 ? by_kind : g_utf8_collate (draft_a->name, draft_b->name);
}

static char *
dup_heading (GPtrArray *drafts, guint first)
{
  const char *kind = ((TjLetterDraft *)g_ptr_array_index (drafts, first))->kind;
  g_autoptr (TjLetterTemplate) template = tj_letter_template_load (kind, "sv", NULL);
  const char *title = template != NULL ? tj_letter_template_get_title (template) : kind;
  guint n = 0;

  while (first + n < drafts->len
         && g_strcmp0 (((TjLetterDraft *)g_ptr_array_index (drafts, first + n))->kind, kind) == 0)
    n++;

  return g_strdup_printf ("%s · %u", title, n);
}

static void
append_draft (TjLetterList *self, GPtrArray *items, TjLetterDraft *draft, TjDate today)
{
  TjLetterItem *item = tj_letter_item_new (draft, today);

  g_signal_connect_object (item, "notify::chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (items, item);
}

static void
tj_letter_list_finalize (GObject *object)
{
  g_object_unref (TJ_LETTER_LIST (object)->items);
  G_OBJECT_CLASS (tj_letter_list_parent_class)->finalize (object);
}

static void
tj_letter_list_class_init (TjLetterListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tj_letter_list_finalize;
  signals[SIGNAL_CHOSEN_CHANGED]
      = g_signal_new ("chosen-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
}

static void
tj_letter_list_init (TjLetterList *self)
{
  self->items = g_list_store_new (TJ_TYPE_LETTER_ITEM);
  g_signal_connect_object (self->items, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
}

TjLetterList *
tj_letter_list_new (void)
{
  return g_object_new (TJ_TYPE_LETTER_LIST, NULL);
}

/* Shows `drafts`, which are taken, in place of what the list held. */
static void
show_drafts (TjLetterList *self, GPtrArray *drafts, TjDate today)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const char *kind = NULL;
  guint i;

  g_ptr_array_sort (drafts, compare_drafts);
  for (i = 0; i < drafts->len; i++)
    {
      TjLetterDraft *draft = g_ptr_array_index (drafts, i);

      if (g_strcmp0 (draft->kind, kind) != 0)
        {
          g_autofree char *heading = dup_heading (drafts, i);

          g_ptr_array_add (items, tj_letter_item_new_heading (heading));
          kind = draft->kind;
        }
      append_draft (self, items, draft, today);
    }

  /* The items own the drafts now. */
  g_ptr_array_set_free_func (drafts, NULL);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
}

/* Reads what is due today. */
gboolean
tj_letter_list_load (TjLetterList *self, TjContext *context, GError **error)
{
  g_autoptr (GPtrArray) drafts = tj_letter_service_list_due (context, NULL, error);

  if (drafts == NULL)
    return FALSE;

  show_drafts (self, drafts, tj_context_get_today (context));
  return TRUE;
}

/* Letters of one kind to these youths, due or not. */
gboolean
tj_letter_list_load_for (TjLetterList *self,
                         TjContext *context,
                         const char *kind,
                         GArray *youth_ids,
                         GError **error)
{
  g_autoptr (GPtrArray) drafts
      = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_letter_draft_free);
  guint i;

  for (i = 0; i < youth_ids->len; i++)
    {
      TjLetterDraft *draft = tj_letter_service_draft_for (
          context, g_array_index (youth_ids, gint64, i), kind, error);

      if (draft == NULL)
        return FALSE;
      g_ptr_array_add (drafts, draft);
    }

  show_drafts (self, drafts, tj_context_get_today (context));
  return TRUE;
}

/* The ticked items in order, referenced. */
GPtrArray *
tj_letter_list_dup_chosen (TjLetterList *self)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);
  guint i, n;

  g_return_val_if_fail (TJ_IS_LETTER_LIST (self), NULL);

  n = get_n_items (G_LIST_MODEL (self));
  for (i = 0; i < n; i++)
    {
      g_autoptr (TjLetterItem) item = get_item (G_LIST_MODEL (self), i);

      if (tj_letter_item_get_chosen (item))
        g_ptr_array_add (chosen, g_steal_pointer (&item));
    }

  return chosen;
}

/* How many can be ticked. */
guint
tj_letter_list_count_letters (TjLetterList *self)
{
  guint i, n, letters = 0;

  g_return_val_if_fail (TJ_IS_LETTER_LIST (self), 0);

  n = get_n_items (G_LIST_MODEL (self));
  for (i = 0; i < n; i++)
    {
      g_autoptr (TjLetterItem) item = get_item (G_LIST_MODEL (self), i);
      const TjLetterDraft *draft = tj_letter_item_get_draft (item);

      if (draft != NULL && draft->skip_reason == NULL)
        letters++;
    }

  return letters;
}

void
tj_letter_list_choose_all (TjLetterList *self, gboolean chosen)
{
  guint i, n;

  g_return_if_fail (TJ_IS_LETTER_LIST (self));

  n = get_n_items (G_LIST_MODEL (self));
  for (i = 0; i < n; i++)
    {
      g_autoptr (TjLetterItem) item = get_item (G_LIST_MODEL (self), i);

      tj_letter_item_set_chosen (item, chosen);
    }
}

static gboolean
is_among (GArray *youth_ids, gint64 youth_id)
{
  guint i;

  for (i = 0; i < youth_ids->len; i++)
    if (g_array_index (youth_ids, gint64, i) == youth_id)
      return TRUE;

  return FALSE;
}

/* Ticks the letters to these youths and no other. Returns how many are ticked. */
guint
tj_letter_list_choose_only (TjLetterList *self, GArray *youth_ids)
{
  guint i, n, n_chosen = 0;

  g_return_val_if_fail (TJ_IS_LETTER_LIST (self), 0);

  n = get_n_items (G_LIST_MODEL (self));
  for (i = 0; i < n; i++)
    {
      g_autoptr (TjLetterItem) item = get_item (G_LIST_MODEL (self), i);
      const TjLetterDraft *draft = tj_letter_item_get_draft (item);

      if (draft == NULL)
        continue;
      tj_letter_item_set_chosen (item, is_among (youth_ids, draft->youth_id));
      n_chosen += tj_letter_item_get_chosen (item) ? 1 : 0;
    }

  return n_chosen;
}
