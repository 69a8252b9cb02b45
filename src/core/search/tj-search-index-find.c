/* The searching half of the index. A typed word selects ranges of the sorted words: itself, then å
 * or ä for a and ö for o and the other way round, then words nearly like it
 * (tj-search-near.c). Words become bits, one for each person; several typed words are the
 * intersection. */

#include "config.h"

#include "tj-search-index-private.h"

#include "tj-search-text.h"

#include <string.h>

#define MAX_WORDS 8

/* Typed words shorter than this mean what they say; from MANY_LETTERS on two slips are forgiven. */
#define SOME_LETTERS 3
#define MANY_LETTERS 8

/* How well a person matches, best first. A search keeps a bit set for each, the later ones
 * containing the earlier. */
enum
{
  WHOLE_WORDS,
  AS_WRITTEN,
  SECOND_CHOICE,
  IN_TEXT, /* not in the name */
  ONE_SLIP,
  TWO_SLIPS,
  N_TIERS,
};

/* One bit a person. */
typedef struct
{
  const TjSearchIndex *index;
  guint64 *tiers[N_TIERS];
  gsize n_words;
} Hits;

static guint
first_with_letter (const TjSearchIndex *index, guint low, guint high, gsize depth, guint letter)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if ((guchar)tj_search_word_at (index, middle)->text[depth] < letter)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static inline void
mark (guint64 *bits, guint32 place)
{
  bits[place / 64] |= G_GUINT64_CONSTANT (1) << (place % 64);
}

/* Whoever has one of the words from `low` up to `high`. */
static void
mark_words (Hits *hits, guint low, guint high, int tier)
{
  const TjSearchIndex *index = hits->index;
  const guint32 *postings = (const guint32 *)(gpointer)index->postings->data;
  guint end = tj_search_word_at (index, high)->first;

  for (guint i = tj_search_word_at (index, low)->first; i < end; i++)
    if (postings[i] & TJ_SEARCH_IN_TEXT)
      mark (hits->tiers[MAX (tier, IN_TEXT)], postings[i] & ~TJ_SEARCH_IN_TEXT);
    else
      mark (hits->tiers[tier], postings[i]);
}

/* The words of a range begin with what was typed; the first may be just that. */
static void
mark_range (Hits *hits, guint low, guint high, gsize depth, int tier)
{
  guint end = tier == AS_WRITTEN ? first_with_letter (hits->index, low, high, depth, 1) : low;

  mark_words (hits, low, end, WHOLE_WORDS);
  mark_words (hits, end, high, tier);
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

/* Goes down the sorted words letter by letter; ranges that run empty end the search there. Returns
 * whether there was any such word. */
static gboolean
select_word (Hits *hits, const char *word, guint low, guint high, gsize depth, int tier)
{
  const char *choices = choices_for (word[depth]);
  char own[2] = { word[depth], '\0' };
  gboolean is_any = FALSE;

  if (low == high)
    return FALSE;
  if (word[depth] == '\0')
    {
      mark_range (hits, low, high, depth, tier);
      return TRUE;
    }

  choices = choices != NULL ? choices : own;
  for (int i = 0; choices[i] != '\0'; i++)
    {
      guint letter = (guchar)choices[i];
      guint from = first_with_letter (hits->index, low, high, depth, letter);
      guint to = first_with_letter (hits->index, from, high, depth, letter + 1);

      is_any |= select_word (hits, word, from, to, depth + 1, i == 0 ? tier : SECOND_CHOICE);
    }
  return is_any;
}

static void
mark_near (guint word, guint slips, gpointer user_data)
{
  mark_words (user_data, word, word + 1, slips <= 1 ? ONE_SLIP : TWO_SLIPS);
}

/* When somebody is found as it was typed, only what is nearly the same word is added: a slip is
 * then less likely, and whoever is looked for may spell the name otherwise. */
static void
select_near_words (Hits *hits, const char *word, gboolean is_found)
{
  gsize n = strlen (word);
  TjSearchNearness nearness = {
    .most_slips = n >= MANY_LETTERS ? 2 : 1,
    .whole = is_found || n <= SOME_LETTERS,
    .any_letter = !is_found && n > SOME_LETTERS,
  };

  if (n >= SOME_LETTERS)
    tj_search_near (hits->index, word, &nearness, mark_near, hits);
}

static void
select_number (Hits *hits, const char *number)
{
  const TjSearchIndex *index = hits->index;

  tj_search_number_find ((const TjSearchNumbers *)(gpointer)index->numbers->data,
                         index->numbers->len, number, hits->tiers[AS_WRITTEN],
                         hits->tiers[SECOND_CHOICE]);
}

static void
hits_init (Hits *hits, const TjSearchIndex *index)
{
  hits->index = index;
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
  for (int tier = 0; tier < N_TIERS; tier++)
    for (gsize i = 0; i < hits->n_words; i++)
      {
        if (tier > 0)
          others->tiers[tier][i] |= others->tiers[tier - 1][i];
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
select_and_narrow (Hits *hits, const char *word, gboolean is_number)
{
  guint n_words = tj_search_count_words (hits->index);
  Hits others;

  hits_init (&others, hits->index);
  if (is_number)
    select_number (&others, word);
  else
    select_near_words (&others, word, select_word (&others, word, 0, n_words, 0, AS_WRITTEN));
  hits_narrow (hits, &others);
  hits_clear (&others);
}

/* Folds the text and narrows @hits by each of its words; FALSE when it has none. */
static gboolean
select_text (Hits *hits, const char *text)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  if (tj_search_text_is_number (text))
    {
      g_autofree char *number = tj_search_text_number (text);

      select_and_narrow (hits, number, TRUE);
      return TRUE;
    }

  folded = tj_search_text_fold (text);
  words = g_strsplit (folded, " ", MAX_WORDS + 1);
  for (int i = 0; words[i] != NULL && i < MAX_WORDS; i++)
    select_and_narrow (hits, words[i], g_ascii_isdigit (words[i][0]));
  return words[0] != NULL;
}

static guint
collect (const Hits *hits, gint64 *ids, guint max_ids, guint *n_matches)
{
  const TjSearchIndex *index = hits->index;
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
 *   written, then å and ä for a and ö for o, then what is no name, then other spellings; by family
 *   and given name in the Swedish alphabet within each
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
  if (select_text (&hits, text))
    n = collect (&hits, ids, max_ids, n_matches);
  hits_clear (&hits);
  return n;
}
