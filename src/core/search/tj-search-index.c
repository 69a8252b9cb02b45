/* The keeping half of the search index. People stand in the order of the alphabet, so that a
 * person's place is also their rank; each word that somebody has is kept once, in order, with the
 * places of those who have it. New people wait until the next search: a few are then put in their
 * places, after many the whole is put in order anew. */

#include "config.h"

#include "tj-search-index-private.h"

#include "tj-search-text.h"

#include <string.h>

#define FEW_WAITING 32

static const char *
text_at (const TjSearchIndex *index, guint spoken)
{
  return g_ptr_array_index (index->texts, g_array_index (index->spoken, guint32, spoken));
}

/* As the names compare when written with a space between their words. */
static int
compare_people (const TjSearchIndex *index, const TjSearchPerson *a, const TjSearchPerson *b)
{
  for (guint i = 0; i < a->n_name_words && i < b->n_name_words; i++)
    {
      int order = strcmp (text_at (index, a->words + i), text_at (index, b->words + i));

      if (order != 0)
        return order;
    }
  return a->n_name_words - b->n_name_words;
}

static guint8
count_shared (const char *a, const char *b)
{
  guint8 n = 0;

  while (n < G_MAXUINT8 && a[n] != '\0' && a[n] == b[n])
    n++;
  return n;
}

/* Putting all in order. */

typedef struct
{
  guint64 head; /* the ranks of the first two words of the name, each plus one */
  guint32 person;
} PersonKey;

typedef struct
{
  TjSearchIndex *index;
  guint32 *ranks; /* of words, by their number */
} Order;

static gint
compare_texts (gconstpointer a, gconstpointer b, gpointer texts)
{
  return strcmp (g_ptr_array_index ((GPtrArray *)texts, *(const guint32 *)a),
                 g_ptr_array_index ((GPtrArray *)texts, *(const guint32 *)b));
}

/* The words in order, still without postings; returns their ranks. */
static guint32 *
order_words (TjSearchIndex *index)
{
  guint n = index->texts->len;
  g_autofree guint32 *numbers = g_new (guint32, n + 1);
  guint32 *ranks = g_new (guint32, n + 1);
  const char *before = "";

  for (guint i = 0; i < n; i++)
    numbers[i] = i;
  g_qsort_with_data (numbers, (gint)n, sizeof *numbers, compare_texts, index->texts);
  g_array_set_size (index->words, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const char *text = g_ptr_array_index (index->texts, numbers[i]);

      ranks[numbers[i]] = i;
      g_array_index (index->words, TjSearchWord, i)
          = (TjSearchWord){ text, 0, count_shared (text, before) };
      before = text;
    }
  g_array_index (index->words, TjSearchWord, n) = (TjSearchWord){ "", 0, 0 };
  return ranks;
}

static guint32
rank_at (const Order *order, guint spoken)
{
  return order->ranks[g_array_index (order->index->spoken, guint32, spoken)];
}

static PersonKey
key_of (const Order *order, guint i)
{
  const TjSearchPerson *person = tj_search_person_at (order->index, i);
  guint64 first = person->n_name_words > 0 ? rank_at (order, person->words) + 1 : 0;
  guint64 second = person->n_name_words > 1 ? rank_at (order, person->words + 1) + 1 : 0;

  return (PersonKey){ first << 32 | second, i };
}

static gint
compare_keys (gconstpointer a, gconstpointer b, gpointer index)
{
  const PersonKey *left = a, *right = b;
  int order;

  if (left->head != right->head)
    return left->head < right->head ? -1 : 1;
  order = compare_people (index, tj_search_person_at (index, left->person),
                          tj_search_person_at (index, right->person));
  return order != 0 ? order : (left->person > right->person) - (left->person < right->person);
}

/* Those who are gone are left out for good. */
static void
order_people (const Order *order)
{
  TjSearchIndex *index = order->index;
  g_autofree PersonKey *keys = g_new (PersonKey, index->people->len + 1);
  GArray *people = g_array_sized_new (FALSE, FALSE, sizeof (TjSearchPerson), index->people->len);
  GArray *numbers = g_array_sized_new (FALSE, FALSE, sizeof (TjSearchNumbers), index->people->len);
  guint n = 0;

  for (guint i = 0; i < index->people->len; i++)
    if (tj_search_person_at (index, i)->id != 0)
      keys[n++] = key_of (order, i);
  g_qsort_with_data (keys, (gint)n, sizeof *keys, compare_keys, index);
  for (guint i = 0; i < n; i++)
    {
      g_array_append_vals (people, tj_search_person_at (index, keys[i].person), 1);
      g_array_append_vals (numbers,
                           &g_array_index (index->numbers, TjSearchNumbers, keys[i].person), 1);
    }
  g_array_unref (index->people);
  g_array_unref (index->numbers);
  index->people = people;
  index->numbers = numbers;
}

/* Counts how often each word is said, then deals the places out, which so come in order. */
static void
post_words (const Order *order)
{
  TjSearchIndex *index = order->index;
  guint n_words = index->texts->len, total = 0;
  g_autofree guint32 *next = g_new0 (guint32, n_words + 1);

  for (guint i = 0; i < index->people->len; i++)
    for (guint w = 0; w < tj_search_person_at (index, i)->n_words; w++)
      next[rank_at (order, tj_search_person_at (index, i)->words + w)]++;
  for (guint i = 0; i <= n_words; i++)
    {
      guint n = next[i];

      g_array_index (index->words, TjSearchWord, i).first = next[i] = total;
      total += n;
    }
  g_array_set_size (index->postings, total);
  for (guint i = 0; i < index->people->len; i++)
    {
      const TjSearchPerson *person = tj_search_person_at (index, i);

      for (guint w = 0; w < person->n_words; w++)
        g_array_index (index->postings, guint32, next[rank_at (order, person->words + w)]++)
            = i | (w < person->n_name_words ? 0 : TJ_SEARCH_IN_TEXT);
    }
}

static void
order_all (TjSearchIndex *index)
{
  g_autofree guint32 *ranks = order_words (index);
  Order order = { index, ranks };

  order_people (&order);
  post_words (&order);
}

/* Putting a few in their places. */

static guint
place_of_person (const TjSearchIndex *index, const TjSearchPerson *person)
{
  guint low = 0, high = index->people->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_people (index, tj_search_person_at (index, middle), person) <= 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Where the word stands, or is to stand. */
static guint
place_of_word (const TjSearchIndex *index, const char *text)
{
  guint low = 0, high = tj_search_count_words (index);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (tj_search_word_at (index, middle)->text, text) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static guint
ensure_word (TjSearchIndex *index, const char *text)
{
  guint place = place_of_word (index, text);
  TjSearchWord word = { text, tj_search_word_at (index, place)->first, 0 };

  if (place < tj_search_count_words (index)
      && g_str_equal (tj_search_word_at (index, place)->text, text))
    return place;
  if (place > 0)
    word.shared = count_shared (text, tj_search_word_at (index, place - 1)->text);
  g_array_insert_vals (index->words, place, &word, 1);
  if (place + 1 < tj_search_count_words (index))
    g_array_index (index->words, TjSearchWord, place + 1).shared
        = count_shared (tj_search_word_at (index, place + 1)->text, text);
  return place;
}

static void
post_word (TjSearchIndex *index, const char *text, guint32 posting)
{
  guint word = ensure_word (index, text);
  guint at = tj_search_word_at (index, word)->first;

  g_array_insert_vals (index->postings, at, &posting, 1);
  for (guint i = word + 1; i < index->words->len; i++)
    g_array_index (index->words, TjSearchWord, i).first++;
}

static void
make_room (TjSearchIndex *index, guint place)
{
  for (guint i = 0; i < index->postings->len; i++)
    {
      guint32 *posting = &g_array_index (index->postings, guint32, i);

      *posting += (*posting & ~TJ_SEARCH_IN_TEXT) >= place;
    }
}

static void
insert_person (TjSearchIndex *index, const TjSearchPerson *person, const TjSearchNumbers *numbers)
{
  guint place = place_of_person (index, person);

  make_room (index, place);
  g_array_insert_vals (index->people, place, person, 1);
  g_array_insert_vals (index->numbers, place, numbers, 1);
  for (guint i = 0; i < person->n_words; i++)
    post_word (index, text_at (index, person->words + i),
               place | (i < person->n_name_words ? 0 : TJ_SEARCH_IN_TEXT));
}

static void
insert_waiting (TjSearchIndex *index)
{
  guint first = index->n_sorted, n = index->people->len - first;
  g_autofree TjSearchPerson *people
      = g_memdup2 (tj_search_person_at (index, first), n * sizeof *people);
  g_autofree TjSearchNumbers *numbers
      = g_memdup2 (&g_array_index (index->numbers, TjSearchNumbers, first), n * sizeof *numbers);

  g_array_set_size (index->people, first);
  g_array_set_size (index->numbers, first);
  for (guint i = 0; i < n; i++)
    if (people[i].id != 0)
      insert_person (index, &people[i], &numbers[i]);
}

/* Taking people in. */

static guint32
number_of_word (TjSearchIndex *index, const char *word)
{
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (index->known, word));

  if (number == 0)
    {
      char *text = g_string_chunk_insert (index->pool, word);

      g_ptr_array_add (index->texts, text);
      number = index->texts->len;
      g_hash_table_insert (index->known, text, GUINT_TO_POINTER (number));
    }
  return number - 1;
}

/* Takes the words of a text apart, and returns how many there were. */
static guint16
add_words (TjSearchIndex *index, const char *text)
{
  g_autofree char *folded = tj_search_text_fold (text != NULL ? text : "");
  guint16 n = 0;

  for (char *word = folded, *end; *word != '\0' && n < G_MAXUINT8; word = end)
    {
      guint32 number;

      end = word + strcspn (word, " ");
      if (*end == ' ')
        *end++ = '\0';
      number = number_of_word (index, word);
      g_array_append_val (index->spoken, number);
      n++;
    }
  return n;
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
  TjSearchWord end = { "", 0, 0 };

  index->people = g_array_new (FALSE, FALSE, sizeof (TjSearchPerson));
  index->numbers = g_array_new (FALSE, FALSE, sizeof (TjSearchNumbers));
  index->spoken = g_array_new (FALSE, FALSE, sizeof (guint32));
  index->words = g_array_new (FALSE, FALSE, sizeof (TjSearchWord));
  index->postings = g_array_new (FALSE, FALSE, sizeof (guint32));
  index->known = g_hash_table_new (g_str_hash, g_str_equal);
  index->texts = g_ptr_array_new ();
  index->pool = g_string_chunk_new (4096);
  g_array_append_val (index->words, end);
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
  g_array_unref (index->numbers);
  g_array_unref (index->spoken);
  g_array_unref (index->words);
  g_array_unref (index->postings);
  g_hash_table_unref (index->known);
  g_ptr_array_unref (index->texts);
  g_string_chunk_free (index->pool);
  g_free (index);
}

/**
 * tj_search_index_add:
 * @id: the youth's id, over 0; must not be in the index, see tj_search_index_remove()
 * @given_name: (nullable): UTF-8
 * @family_name: (nullable): UTF-8
 * @personal_number: (nullable): twelve signs
 * @phone: (nullable): as it is written
 * @text: (nullable): what else the person is found by, as a school; after those whose name matches
 *
 * Adds a person. After a change of any of it, remove and add. To leave a person out of all
 * suggestions, do not add them.
 */
void
tj_search_index_add (TjSearchIndex *index,
                     gint64 id,
                     const char *given_name,
                     const char *family_name,
                     const char *personal_number,
                     const char *phone,
                     const char *text)
{
  g_autofree char *number = NULL, *digits = NULL;
  TjSearchPerson person = { .id = id };
  TjSearchNumbers numbers;

  g_return_if_fail (index != NULL && id > 0);

  number = tj_search_text_number (personal_number != NULL ? personal_number : "");
  digits = tj_search_text_number (phone != NULL ? phone : "");
  numbers = tj_search_numbers_read (number, digits);
  person.words = index->spoken->len;
  person.n_name_words = add_words (index, family_name);
  person.n_name_words += add_words (index, given_name);
  person.n_words = person.n_name_words + add_words (index, text);
  g_array_append_val (index->people, person);
  g_array_append_val (index->numbers, numbers);
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
  guint n_waiting;

  g_return_if_fail (index != NULL);

  n_waiting = index->people->len - index->n_sorted;
  if (n_waiting == 0)
    return;

  if (n_waiting <= FEW_WAITING && index->n_sorted > FEW_WAITING)
    insert_waiting (index);
  else
    order_all (index);
  index->n_sorted = index->people->len;
}
