/* The youths of a list, searched as one types: a lazy GListModel over the rows of an agenda list.
 * An item is made when its row is to be seen, from memory alone: order, filter and search move
 * numbers of rows, so that 200,000 people cost no more than a screen of them. After a search only
 * the span that differs is announced, so that rows on both sides of it stay. */

#include "config.h"

#include "tj-youth-list.h"

#include "tj-youth-item.h"

struct _TjYouthList
{
  GObject parent_instance;

  TjPeople *people;
  TjAgendaList *rows;
  GArray *positions;
  char *search;

  TjYouthRowFunc only;
  gpointer only_data;
  GDestroyNotify only_destroy;

  TjYouthCompareFunc compare;
  gboolean descending;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TjYouthList,
                               tj_youth_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static guint
position_at (GArray *positions, guint i)
{
  return g_array_index (positions, guint, i);
}

static gboolean
belongs_here (TjYouthList *self, guint position)
{
  return self->only == NULL || self->only (self->people, position, self->only_data);
}

static guint
count_rows (TjYouthList *self)
{
  return self->rows != NULL ? (guint)tj_agenda_list_get_length (self->rows) : 0;
}

/* A place among others would tell of a protected person: they stand last, whatever the order. What
 * is equal stays in the order of names. */
static int
compare_positions (gconstpointer a, gconstpointer b, gpointer user_data)
{
  TjYouthList *self = user_data;
  guint position_a = *(const guint *)a, position_b = *(const guint *)b;
  const TjAgendaRow *row_a = tj_agenda_list_get_row (self->rows, position_a);
  const TjAgendaRow *row_b = tj_agenda_list_get_row (self->rows, position_b);
  gboolean hidden_a = row_a->protection != TJ_PROTECTION_NONE;
  gboolean hidden_b = row_b->protection != TJ_PROTECTION_NONE;
  int by_name = position_a < position_b ? -1 : position_a > position_b;
  int order;

  if (hidden_a || hidden_b)
    return hidden_a && hidden_b ? by_name : hidden_a - hidden_b;

  order = self->compare != NULL ? self->compare (row_a, row_b) : by_name;
  if (order == 0)
    return by_name;
  return self->descending ? -order : order;
}

/* The rows come in the order of names. */
static GArray *
all_positions (TjYouthList *self)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));
  guint i;

  for (i = 0; i < count_rows (self); i++)
    if (belongs_here (self, i))
      g_array_append_val (positions, i);

  if (self->compare != NULL || self->descending)
    g_array_sort_with_data (positions, compare_positions, self);
  return positions;
}

/* In the order of the search: the best first. */
static GArray *
found_positions (TjYouthList *self)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_rows = MAX (count_rows (self), 1);
  g_autofree guint *found = g_new (guint, n_rows);
  guint n = tj_people_find (self->people, self->search, found, n_rows);
  guint i;

  for (i = 0; i < n; i++)
    if (belongs_here (self, found[i]))
      g_array_append_val (positions, found[i]);

  return positions;
}

static GArray *
matching_positions (TjYouthList *self)
{
  return *self->search == '\0' ? all_positions (self) : found_positions (self);
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

  return tj_youth_item_new (self->people, self->rows, position_at (self->positions, position));
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

  g_clear_pointer (&self->rows, tj_agenda_list_unref);
  g_array_unref (self->positions);
  g_free (self->search);
  if (self->only_destroy != NULL)
    self->only_destroy (self->only_data);
  g_object_unref (self->people);

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

/* Empty until reloaded. */
TjYouthList *
tj_youth_list_new (TjPeople *people)
{
  TjYouthList *self = g_object_new (TJ_TYPE_YOUTH_LIST, NULL);

  self->people = g_object_ref (people);
  return self;
}

/* Takes up other people, or other rows of them: all that was shown is announced as gone when the
 * register has changed. */
gboolean
tj_youth_list_reload (TjYouthList *self, GError **error)
{
  TjAgendaList *rows;

  g_return_val_if_fail (TJ_IS_YOUTH_LIST (self), FALSE);

  rows = tj_people_load (self->people, error);
  if (rows == NULL)
    return FALSE;

  if (rows != self->rows)
    {
      take_positions (self, g_array_new (FALSE, FALSE, sizeof (guint)));
      g_clear_pointer (&self->rows, tj_agenda_list_unref);
      self->rows = tj_agenda_list_ref (rows);
    }
  tj_people_prepare_search (self->people);
  take_positions (self, matching_positions (self));
  return TRUE;
}

/* Takes effect with the next reload. */
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

/* By `compare`, or by name when it is NULL. A search has an order of its own. */
void
tj_youth_list_set_order (TjYouthList *self, TjYouthCompareFunc compare, gboolean descending)
{
  g_return_if_fail (TJ_IS_YOUTH_LIST (self));

  if (compare == self->compare && descending == self->descending)
    return;

  self->compare = compare;
  self->descending = descending;
  take_positions (self, matching_positions (self));
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
    if (tj_youth_list_get_row (self, i)->youth_id == youth_id)
      return i;

  return G_MAXUINT;
}

/* The row at place `i`, without an item for it. */
const TjAgendaRow *
tj_youth_list_get_row (TjYouthList *self, guint i)
{
  g_return_val_if_fail (TJ_IS_YOUTH_LIST (self) && i < self->positions->len, NULL);

  return tj_agenda_list_get_row (self->rows, position_at (self->positions, i));
}
