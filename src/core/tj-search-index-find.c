/* The searching half of the index: a typed word selects a few ranges of the sorted words, itself
 * first, and the ranges with å or ä for a and ö for o (and the other way) as second choice. Ranges
 * become bits, one for each person; several words are the intersection. Numbers are few bytes a
 * person and are simply scanned. */

#include "config.h"

#include "tj-search-index-private.h"

#include "tj-search-text.h"

#include <string.h>

#define MAX_WORDS 8

/* How well a person matches, best first. A search keeps a bit set for each, the later ones
 * containing the earlier. */
enum
{
  WHOLE_WORDS,
  AS_WRITTEN,
  SECOND_CHOICE,
  N_TIERS,
};

/* One bit a person. */
typedef struct
{
  guint64 *tiers[N_TIERS];
  gsize n_words;
} Hits;

static inline guchar
letter_at (const TjSearchIndex *index, const TjSearchEntry *entry, gsize depth)
{
  guchar letter = (guchar)index->pool->str[entry->word + depth];

  return letter == ' ' ? '\0' : letter;
}

static gsize
first_with_letter (const TjSearchIndex *index, gsize low, gsize high, gsize depth, guint letter)
{
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (letter_at (index, tj_search_entry_at (index, (guint)middle), depth) < letter)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static inline void
mark (guint64 *bits, guint32 person)
{
  bits[person / 64] |= G_GUINT64_CONSTANT (1) << (person % 64);
}

static void
mark_range (const TjSearchIndex *index, Hits *hits, gsize low, gsize high, gsize depth, int tier)
{
  gsize end = tier == AS_WRITTEN ? first_with_letter (index, low, high, depth, 1) : low;

  for (gsize i = low; i < high; i++)
    mark (hits->tiers[i < end ? WHOLE_WORDS : tier], tj_search_entry_at (index, (guint)i)->person);
}

/* The letters that may stand for a typed one, itself first. */
static const char *
choices_for (char letter)
{
  switch (letter)
    {
    case 'a':
      return "a{|";
    case TJ_SEARCH_AA:
      return "{a";
    case TJ_SEARCH_AE:
      return "|a";
    case 'o':
      return "o}";
    case TJ_SEARCH_OE:
      return "}o";
    default:
      return NULL;
    }
}

/* Goes down the sorted list letter by letter; ranges that run empty end the search there. */
static void
select_word (const TjSearchIndex *index,
             Hits *hits,
             const char *word,
             gsize low,
             gsize high,
             gsize depth,
             int tier)
{
  const char *choices = choices_for (word[depth]);
  char own[2] = { word[depth], '\0' };

  if (low == high)
    return;
  if (word[depth] == '\0')
    {
      mark_range (index, hits, low, high, depth, tier);
      return;
    }

  choices = choices != NULL ? choices : own;
  for (int i = 0; choices[i] != '\0'; i++)
    {
      guint letter = (guchar)choices[i];
      gsize from = first_with_letter (index, low, high, depth, letter);
      gsize to = first_with_letter (index, from, high, depth, letter + 1);

      select_word (index, hits, word, from, to, depth + 1, i == 0 ? tier : SECOND_CHOICE);
    }
}

/* A personal number from its start, with or without century, or its last four; a phone number
 * from its start. */
static void
select_number (const TjSearchIndex *index, Hits *hits, const char *number)
{
  gsize n = strlen (number);

  for (guint i = 0; i < index->people->len && n > 0; i++)
    {
      const TjSearchPerson *person = tj_search_person_at (index, i);

      if ((n <= 12 && memcmp (person->number, number, n) == 0)
          || (n <= 10 && memcmp (person->number + 2, number, n) == 0))
        mark (hits->tiers[n < 10 ? AS_WRITTEN : WHOLE_WORDS], i);
      else if ((n == 4 && memcmp (person->number + 8, number, n) == 0)
               || (n >= 2 && n <= sizeof person->phone && memcmp (person->phone, number, n) == 0))
        mark (hits->tiers[SECOND_CHOICE], i);
    }
}

static void
hits_init (Hits *hits, const TjSearchIndex *index)
{
  hits->n_words = (index->people->len + 63) / 64;
  for (int tier = 0; tier < N_TIERS; tier++)
    hits->tiers[tier] = g_new0 (guint64, hits->n_words + 1);
}

static void
hits_clear (Hits *hits)
{
  for (int tier = 0; tier < N_TIERS; tier++)
    g_clear_pointer (&hits->tiers[tier], g_free);
}

/* Makes each tier contain the better ones, and keeps who is in @others too. */
static void
hits_narrow (Hits *hits, Hits *others)
{
  for (gsize i = 0; i < hits->n_words; i++)
    {
      others->tiers[AS_WRITTEN][i] |= others->tiers[WHOLE_WORDS][i];
      others->tiers[SECOND_CHOICE][i] |= others->tiers[AS_WRITTEN][i];
      for (int tier = 0; tier < N_TIERS; tier++)
        hits->tiers[tier][i] &= others->tiers[tier][i];
    }
}

static void
hits_fill (Hits *hits)
{
  for (int tier = 0; tier < N_TIERS; tier++)
    memset (hits->tiers[tier], 0xff, hits->n_words * sizeof (guint64));
}

static void
select_and_narrow (const TjSearchIndex *index, Hits *hits, const char *word, gboolean is_number)
{
  Hits others;

  hits_init (&others, index);
  if (is_number)
    select_number (index, &others, word);
  else
    select_word (index, &others, word, 0, index->entries->len, 0, AS_WRITTEN);
  hits_narrow (hits, &others);
  hits_clear (&others);
}

/* Folds the text and narrows @hits by each of its words; FALSE when it has none. */
static gboolean
select_text (const TjSearchIndex *index, Hits *hits, const char *text)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  if (tj_search_text_is_number (text))
    {
      g_autofree char *number = tj_search_text_number (text);

      select_and_narrow (index, hits, number, TRUE);
      return TRUE;
    }

  folded = tj_search_text_fold (text);
  words = g_strsplit (folded, " ", MAX_WORDS + 1);
  for (int i = 0; words[i] != NULL && i < MAX_WORDS; i++)
    select_and_narrow (index, hits, words[i], g_ascii_isdigit (words[i][0]));
  return words[0] != NULL;
}

static guint
collect (const TjSearchIndex *index, const Hits *hits, gint64 *ids, guint max_ids, guint *n_matches)
{
  guint n = 0;

  for (int tier = 0; tier < N_TIERS; tier++)
    for (gsize i = 0; i < hits->n_words; i++)
      {
        guint64 bits = hits->tiers[tier][i] & ~(tier > 0 ? hits->tiers[tier - 1][i] : 0);

        for (; bits != 0; bits &= bits - 1)
          {
            guint place = (guint)(i * 64 + (gsize)__builtin_ctzll (bits));

            if (place >= index->people->len || tj_search_person_at (index, place)->id == 0)
              continue;
            if (n < max_ids)
              ids[n] = tj_search_person_at (index, place)->id;
            n++;
          }
      }
  if (n_matches != NULL)
    *n_matches = n;
  return MIN (n, max_ids);
}

/**
 * tj_search_index_find:
 * @text: what has been typed: beginnings of names, in any order, or of a personal or phone number,
 *   as it is usually written
 * @ids: (array length=max_ids): takes the best matches, best first: whole words, then letters as
 *   written, then å and ä for a and ö for o; by family and given name in the Swedish alphabet
 *   within each
 * @n_matches: (out) (optional): how many there are in all
 *
 * Returns: how many @ids were written; none for a text without letters and digits
 */
guint
tj_search_index_find (TjSearchIndex *index,
                      const char *text,
                      gint64 *ids,
                      guint max_ids,
                      guint *n_matches)
{
  Hits hits;
  guint n = 0;

  g_return_val_if_fail (index != NULL && text != NULL, 0);

  if (n_matches != NULL)
    *n_matches = 0;
  tj_search_index_prepare (index);
  hits_init (&hits, index);
  hits_fill (&hits);
  if (select_text (index, &hits, text))
    n = collect (index, &hits, ids, max_ids, n_matches);
  hits_clear (&hits);
  return n;
}
