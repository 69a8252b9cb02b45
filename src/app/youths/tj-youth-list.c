/* The youths of a list, searched as one types: a lazy GListModel over the rows of an agenda list.
 * An item is made when its row is to be seen, from memory alone. After a search only the span
 * that differs is announced, so that rows on both sides of it stay. */

#include "config.h"

#include "tj-youth-list.h"

#include "tj-youth-item.h"

#include <string.h>

struct _TjYouthList
{
  GObject parent_instance;

  TjAgendaList *rows;
  TjDate today;
  GPtrArray *haystacks;
  GArray *order;
  GArray *positions;

  TjYouthRowFunc only;
  gpointer only_data;
  GDestroyNotify only_destroy;
  GStrv words;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TjYouthList,
                               tj_youth_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* What is searched in: names and number, folded. A protected person is found by number alone. */
static char *
haystack_of (const TjAgendaRow *row)
{
  g_autofree char *text = row->protection != TJ_PROTECTION_NONE
                              ? g_strdup_printf (" %s", row->personal_number)
                              : g_strdup_printf (" %s %s %s %s", row->given_name, row->family_name,
                                                 row->given_name, row->personal_number);

  return g_utf8_casefold (text, -1);
}

/* Each word typed begins a name, or stands within the number. */
static gboolean
word_matches (const char *haystack, const char *word)
{
  g_autofree char *start = NULL;

  if (g_ascii_isdigit (*word))
    return strstr (haystack, word) != NULL;

  start = g_strconcat (" ", word, NULL);
  return strstr (haystack, start) != NULL;
}

static const char *
ensure_haystack (TjYouthList *self, guint position)
{
  char **slot = (char **)&g_ptr_array_index (self->haystacks, position);

  if (*slot == NULL)
    *slot = haystack_of (tj_agenda_list_get_row (self->rows, position));
  return *slot;
}

static gboolean
row_matches (TjYouthList *self, guint position)
{
  gsize i;

  if (self->only != NULL
      && !self->only (tj_agenda_list_get_row (self->rows, position), self->only_data))
    return FALSE;

  for (i = 0; self->words != NULL && self->words[i] != NULL; i++)
    if (*self->words[i] != '\0' && !word_matches (ensure_haystack (self, position), self->words[i]))
      return FALSE;

  return TRUE;
}

static int
compare_positions (gconstpointer a, gconstpointer b, gpointer rows)
{
  return tj_youth_row_compare (tj_agenda_list_get_row (rows, *(const guint *)a),
                               tj_agenda_list_get_row (rows, *(const guint *)b));
}

/* The rows come sorted by name. A protected person among them would tell the first letter of a
 * name, so they are put last. */
static void
move_protected_last (TjYouthList *self)
{
  guint i;

  for (i = 0; i < self->order->len; i++)
    g_array_index (self->order, guint, i) = i;

  g_array_sort_with_data (self->order, compare_positions, self->rows);
}

static GArray *
matching_positions (TjYouthList *self)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));
  guint i;

  for (i = 0; i < self->order->len; i++)
    {
      guint position = g_array_index (self->order, guint, i);

      if (row_matches (self, position))
        g_array_append_val (positions, position);
    }

  return positions;
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

  g_clear_pointer (&self->rows, tj_agenda_list_unref);
  g_clear_pointer (&self->haystacks, g_ptr_array_unref);
  g_array_unref (self->order);
  g_array_unref (self->positions);
  g_strfreev (self->words);
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
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->positions = g_array_new (FALSE, FALSE, sizeof (guint));
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
  g_clear_pointer (&self->rows, tj_agenda_list_unref);
  g_clear_pointer (&self->haystacks, g_ptr_array_unref);

  self->rows = tj_agenda_list_ref (rows);
  self->today = today;
  self->haystacks = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (self->haystacks, (int)tj_agenda_list_get_length (rows));
  g_array_set_size (self->order, (guint)tj_agenda_list_get_length (rows));
  move_protected_last (self);
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
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  g_return_if_fail (TJ_IS_YOUTH_LIST (self));

  folded = g_utf8_casefold (text != NULL ? text : "", -1);
  g_strdelimit (folded, "-+,", ' ');
  words = g_strsplit (folded, " ", -1);

  g_strfreev (self->words);
  self->words = g_steal_pointer (&words);
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
