/* The keeping half of the search index. People are kept in the order of the alphabet, so that a
 * person's place is also their rank, and each word of a name is an entry of one sorted list, in
 * which tj-search-index-find.c selects. New people wait unsorted until the next search: a few are
 * then put in their places, after many the whole is sorted anew. */

#include "config.h"

#include "tj-search-index-private.h"

#include "tj-search-text.h"

#include <string.h>

#define FEW_PENDING 32

static int
compare_words (const TjSearchIndex *index, guint32 a, guint32 b)
{
  const guchar *left = (const guchar *)index->pool->str + a;
  const guchar *right = (const guchar *)index->pool->str + b;

  while (*left == *right && *left > ' ')
    left++, right++;
  return (*left > ' ' ? *left : 0) - (*right > ' ' ? *right : 0);
}

/* Sorting. The first eight letters go with the record, so that most comparisons need no look into
 * the pool. */

typedef struct
{
  guint64 head;
  guint32 text;
  guint32 index;
} SortKey;

static guint64
head_of (const char *text, char end)
{
  guint64 head = 0;
  gboolean over = FALSE;

  for (int i = 0; i < 8; i++)
    {
      over = over || text[i] == '\0' || text[i] == end;
      head = head << 8 | (over ? 0 : (guchar)text[i]);
    }
  return head;
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer pool)
{
  const SortKey *left = a, *right = b;
  int order;

  if (left->head != right->head)
    return left->head < right->head ? -1 : 1;
  order = strcmp ((const char *)pool + left->text, (const char *)pool + right->text);
  return order != 0 ? order : (left->index > right->index) - (left->index < right->index);
}

static int
compare_entry_keys (gconstpointer a, gconstpointer b, gpointer index)
{
  const SortKey *left = a, *right = b;
  int order;

  if (left->head != right->head)
    return left->head < right->head ? -1 : 1;
  order = compare_words (index, left->text, right->text);
  return order != 0 ? order : (left->index > right->index) - (left->index < right->index);
}

static void
sort_people (TjSearchIndex *index)
{
  guint n = index->people->len;
  g_autofree SortKey *keys = g_new (SortKey, n + 1);
  g_autofree guint32 *places = g_new (guint32, n + 1);
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (TjSearchPerson), n);

  for (guint i = 0; i < n; i++)
    {
      guint32 key = tj_search_person_at (index, i)->key;

      keys[i] = (SortKey){ head_of (index->pool->str + key, '\0'), key, i };
    }
  g_qsort_with_data (keys, (gint)n, sizeof *keys, compare_keys, index->pool->str);
  for (guint i = 0; i < n; i++)
    {
      places[keys[i].index] = i;
      g_array_append_vals (sorted, tj_search_person_at (index, keys[i].index), 1);
    }
  for (guint i = 0; i < index->entries->len; i++)
    {
      TjSearchEntry *entry = &g_array_index (index->entries, TjSearchEntry, i);

      entry->person = places[entry->person];
    }
  g_array_unref (index->people);
  index->people = sorted;
}

static void
sort_entries (TjSearchIndex *index)
{
  guint n = index->entries->len;
  g_autofree SortKey *keys = g_new (SortKey, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const TjSearchEntry *entry = tj_search_entry_at (index, i);

      keys[i]
          = (SortKey){ head_of (index->pool->str + entry->word, ' '), entry->word, entry->person };
    }
  g_qsort_with_data (keys, (gint)n, sizeof *keys, compare_entry_keys, index);
  for (guint i = 0; i < n; i++)
    g_array_index (index->entries, TjSearchEntry, i)
        = (TjSearchEntry){ keys[i].index, keys[i].text };
}

/* Putting a few in their places. */

static guint
place_of_person (const TjSearchIndex *index, const char *key)
{
  guint low = 0, high = index->people->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (index->pool->str + tj_search_person_at (index, middle)->key, key) <= 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static guint
place_of_word (const TjSearchIndex *index, guint32 word)
{
  guint low = 0, high = index->entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_words (index, tj_search_entry_at (index, middle)->word, word) <= 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
insert_person (TjSearchIndex *index,
               const TjSearchPerson *person,
               const TjSearchEntry *entries,
               guint n_entries)
{
  guint place = place_of_person (index, index->pool->str + person->key);

  for (guint i = 0; i < index->entries->len; i++)
    g_array_index (index->entries, TjSearchEntry, i).person
        += tj_search_entry_at (index, i)->person >= place;
  g_array_insert_vals (index->people, place, person, 1);
  for (guint i = 0; i < n_entries; i++)
    {
      TjSearchEntry entry = { place, entries[i].word };

      g_array_insert_vals (index->entries, place_of_word (index, entry.word), &entry, 1);
    }
}

static void
insert_pending (TjSearchIndex *index)
{
  guint first = index->n_sorted_people, first_entry = index->n_sorted_entries;
  guint n = index->people->len - first, n_entries = index->entries->len - first_entry;
  g_autofree TjSearchPerson *people
      = g_memdup2 (tj_search_person_at (index, first), n * sizeof (TjSearchPerson));
  g_autofree TjSearchEntry *entries
      = g_memdup2 (tj_search_entry_at (index, first_entry), n_entries * sizeof (TjSearchEntry));

  g_array_set_size (index->people, first);
  g_array_set_size (index->entries, first_entry);
  for (guint i = 0, from = 0, to = 0; i < n; i++, from = to)
    {
      while (to < n_entries && entries[to].person == first + i)
        to++;
      insert_person (index, &people[i], entries != NULL ? entries + from : NULL, to - from);
    }
}

static guint32
add_to_pool (TjSearchIndex *index, const char *family, const char *given)
{
  guint32 start = (guint32)index->pool->len;

  g_string_append (index->pool, family);
  if (family[0] != '\0' && given[0] != '\0')
    g_string_append_c (index->pool, ' ');
  g_string_append (index->pool, given);
  g_string_append_c (index->pool, '\0');
  return start;
}

static void
add_words (TjSearchIndex *index, guint32 person, guint32 key)
{
  const char *pool = index->pool->str;

  for (guint32 at = key; pool[at] != '\0';)
    {
      TjSearchEntry entry = { person, at };

      g_array_append_val (index->entries, entry);
      while (pool[at] != '\0' && pool[at] != ' ')
        at++;
      at += pool[at] == ' ';
    }
}

/**
 * tj_search_index_new:
 *
 * Returns: (transfer full): an index without people
 */
TjSearchIndex *
tj_search_index_new (void)
{
  TjSearchIndex *index = g_new0 (TjSearchIndex, 1);

  index->people = g_array_new (FALSE, FALSE, sizeof (TjSearchPerson));
  index->entries = g_array_new (FALSE, FALSE, sizeof (TjSearchEntry));
  index->pool = g_string_new (NULL);
  return index;
}

/**
 * tj_search_index_free:
 *
 * Frees the index and what it holds.
 */
void
tj_search_index_free (TjSearchIndex *index)
{
  if (index == NULL)
    return;

  g_array_unref (index->people);
  g_array_unref (index->entries);
  g_string_free (index->pool, TRUE);
  g_free (index);
}

/**
 * tj_search_index_add:
 * @id: the youth's id, over 0; must not be in the index, see tj_search_index_remove()
 * @personal_number: twelve signs
 * @phone: as it is written, or empty
 *
 * Adds a person. After a change of name or number, remove and add. To leave a person out of all
 * suggestions, do not add them.
 */
void
tj_search_index_add (TjSearchIndex *index,
                     gint64 id,
                     const char *given_name,
                     const char *family_name,
                     const char *personal_number,
                     const char *phone)
{
  g_autofree char *family = NULL, *given = NULL, *number = NULL, *digits = NULL;
  TjSearchPerson person = { .id = id };

  g_return_if_fail (index != NULL && id > 0);

  family = tj_search_text_fold (family_name != NULL ? family_name : "");
  given = tj_search_text_fold (given_name != NULL ? given_name : "");
  number = tj_search_text_number (personal_number != NULL ? personal_number : "");
  digits = tj_search_text_number (phone != NULL ? phone : "");
  memcpy (person.number, number, MIN (strlen (number), sizeof person.number));
  memcpy (person.phone, digits, MIN (strlen (digits), sizeof person.phone));
  person.key = add_to_pool (index, family, given);
  add_words (index, index->people->len, person.key);
  g_array_append_val (index->people, person);
}

/**
 * tj_search_index_remove:
 *
 * Returns: whether there was a person with that @id; they are found no more
 */
gboolean
tj_search_index_remove (TjSearchIndex *index, gint64 id)
{
  g_return_val_if_fail (index != NULL && id > 0, FALSE);

  for (guint i = 0; i < index->people->len; i++)
    {
      TjSearchPerson *person = &g_array_index (index->people, TjSearchPerson, i);

      if (person->id == id)
        {
          person->id = 0;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * tj_search_index_prepare:
 *
 * Puts in order who was added since the last search, which the next search would do otherwise:
 * worth doing once after filling the index, where it disturbs nobody.
 */
void
tj_search_index_prepare (TjSearchIndex *index)
{
  guint n_pending;

  g_return_if_fail (index != NULL);

  n_pending = index->people->len - index->n_sorted_people;
  if (n_pending == 0)
    return;

  if (n_pending <= FEW_PENDING && index->n_sorted_people > FEW_PENDING)
    insert_pending (index);
  else
    {
      sort_people (index);
      sort_entries (index);
    }
  index->n_sorted_people = index->people->len;
  index->n_sorted_entries = index->entries->len;
}
