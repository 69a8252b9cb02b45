/* The youths of a list, searched as one types: a lazy GListModel over the rows of an agenda list.
 * An item is made when its row is to be seen, from memory alone. After a search only the span
 * that differs is announced, so that rows on both sides of it stay. */

#include "config.h"

#include "tj-youth-list.h"

#include "tj-search-index.h"
#include "tj-youth-item.h"

struct _TjYouthList
{
  GObject parent_instance;

  TjAgendaList *rows;
  TjDate today;
  TjSearchIndex *index;
  guint index_idle;
  GArray *positions;
  char *search;

  TjYouthRowFunc only;
  gpointer only_data;
  GDestroyNotify only_destroy;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TjYouthList,
                               tj_youth_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static gboolean
belongs_here (TjYouthList *self, guint position)
{
  return self->only == NULL
         || self->only (tj_agenda_list_get_row (self->rows, position), self->only_data);
}

static guint
count_rows (TjYouthList *self)
{
  return self->rows != NULL ? (guint)tj_agenda_list_get_length (self->rows) : 0;
}

/* A protected person is found by number alone. The index counts from 1. */
static void
index_row (TjYouthList *self, guint position)
{
  const TjAgendaRow *row = tj_agenda_list_get_row (self->rows, position);
  gboolean is_protected = row->protection != TJ_PROTECTION_NONE;

  tj_search_index_add (self->index, position + 1, is_protected ? "" : row->given_name,
                       is_protected ? "" : row->family_name, row->personal_number, "", "");
}

static TjSearchIndex *
ensure_index (TjYouthList *self)
{
  guint i;

  if (self->index != NULL)
    return self->index;

  self->index = tj_search_index_new ();
  for (i = 0; i < count_rows (self); i++)
    if (belongs_here (self, i))
      index_row (self, i);

  tj_search_index_prepare (self->index);
  return self->index;
}

/* Made ahead of the first keystroke, once the list has been drawn. */
static gboolean
on_idle (gpointer user_data)
{
  TjYouthList *self = TJ_YOUTH_LIST (user_data);

  self->index_idle = 0;
  ensure_index (self);
  return G_SOURCE_REMOVE;
}

static void
forget_index (TjYouthList *self)
{
  g_clear_handle_id (&self->index_idle, g_source_remove);
  g_clear_pointer (&self->index, tj_search_index_free);
}

static GArray *
all_positions (TjYouthList *self)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));
  guint i;

  for (i = 0; i < count_rows (self); i++)
    if (belongs_here (self, i))
      g_array_append_val (positions, i);

  return positions;
}

/* In the order of the search: the best first. */
static GArray *
found_positions (TjYouthList *self)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gint64 *ids = g_new (gint64, MAX (count_rows (self), 1));
  guint i, n;

  n = tj_search_index_find (ensure_index (self), self->search, ids, count_rows (self), NULL);
  for (i = 0; i < n; i++)
    {
      guint position = (guint)ids[i] - 1;

      g_array_append_val (positions, position);
    }

  return positions;
}

static GArray *
matching_positions (TjYouthList *self)
{
  return *self->search == '\0' ? all_positions (self) : found_positions (self);
}

static guint
position_at (GArray *positions, guint i)
{
  return g_array_index (positions, guint, i);
}

/* Takes the new positions and announces the shortest span that holds all differences. */
static void
take_positions (TjYouthList *self, GArray *positions)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->positions);
  guint shorter = MIN (old->len, positions->len);
  guint start = 0, end = 0;

  while (start < shorter && position_at (old, start) == position_at (positions, start))
    start++;
  while (end < shorter - start
         && position_at (old, old->len - 1 - end)
                == position_at (positions, positions->len - 1 - end))
    end++;

  self->positions = positions;
  if (old->len - start - end > 0 || positions->len - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                                positions->len - start - end);
}

static GType
get_item_type (GListModel *model)
{
  return TJ_TYPE_YOUTH_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return TJ_YOUTH_LIST (model)->positions->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  TjYouthList *self = TJ_YOUTH_LIST (model);

  if (position >= self->positions->len)
    return NULL;

  return tj_youth_item_new (self->rows, position_at (self->positions, position), self->today);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
tj_youth_list_finalize (GObject *object)
{
  TjYouthList *self = TJ_YOUTH_LIST (object);

  forget_index (self);
  g_clear_pointer (&self->rows, tj_agenda_list_unref);
  g_array_unref (self->positions);
  g_free (self->search);
  if (self->only_destroy != NULL)
    self->only_destroy (self->only_data);

  G_OBJECT_CLASS (tj_youth_list_parent_class)->finalize (object);
}

static void
tj_youth_list_class_init (TjYouthListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tj_youth_list_finalize;
}

static void
tj_youth_list_init (TjYouthList *self)
{
  self->positions = g_array_new (FALSE, FALSE, sizeof (guint));
  self->search = g_strdup ("");
}

TjYouthList *
tj_youth_list_new (void)
{
  return g_object_new (TJ_TYPE_YOUTH_LIST, NULL);
}

/* Takes other rows: all that was shown is announced as gone. */
void
tj_youth_list_set_rows (TjYouthList *self, TjAgendaList *rows, TjDate today)
{
  g_return_if_fail (TJ_IS_YOUTH_LIST (self));

  take_positions (self, g_array_new (FALSE, FALSE, sizeof (guint)));
  forget_index (self);
  g_clear_pointer (&self->rows, tj_agenda_list_unref);

  self->rows = tj_agenda_list_ref (rows);
  self->today = today;
  self->index_idle = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
  take_positions (self, matching_positions (self));
}

/* Takes effect with the next rows. */
void
tj_youth_list_set_only (TjYouthList *self,
                        TjYouthRowFunc func,
                        gpointer user_data,
                        GDestroyNotify destroy)
{
  g_return_if_fail (TJ_IS_YOUTH_LIST (self));

  if (self->only_destroy != NULL)
    self->only_destroy (self->only_data);
  self->only = func;
  self->only_data = user_data;
  self->only_destroy = destroy;
}

void
tj_youth_list_set_search (TjYouthList *self, const char *text)
{
  g_autofree char *search = NULL;

  g_return_if_fail (TJ_IS_YOUTH_LIST (self));

  search = g_strstrip (g_strdup (text != NULL ? text : ""));
  if (g_str_equal (search, self->search))
    return;

  g_free (self->search);
  self->search = g_steal_pointer (&search);
  take_positions (self, matching_positions (self));
}

/* Where a youth stands on the list, or G_MAXUINT. */
guint
tj_youth_list_find (TjYouthList *self, gint64 youth_id)
{
  guint i;

  g_return_val_if_fail (TJ_IS_YOUTH_LIST (self), G_MAXUINT);

  for (i = 0; i < self->positions->len; i++)
    if (tj_agenda_list_get_row (self->rows, position_at (self->positions, i))->youth_id == youth_id)
      return i;

  return G_MAXUINT;
}
