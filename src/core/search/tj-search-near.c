/* Words near the one typed: with a letter dropped, doubled or added, two neighbours in the wrong
 * order, or one letter for another that sounds alike. The words of the index are walked in order
 * with the table of Damerau's distance (optimal string alignment) by rows, one for each letter;
 * words that begin alike share the rows of what they share, and those that have gone too far are
 * passed over together. å, ä and a are one letter here, as are ö and o. */

#include "config.h"

#include "tj-search-index-private.h"

#include "tj-search-text.h"

#include <string.h>

#define LONGEST_TYPED 32
#define LONGEST_WORD 64

typedef struct
{
  char typed[LONGEST_TYPED + 1];
  guint n_typed;
  const TjSearchNearness *nearness;
  guint8 rows[LONGEST_WORD + 1][LONGEST_TYPED + 1];
  guint8 best[LONGEST_WORD + 1]; /* slips between all that was typed and a beginning so long */
  char letters[LONGEST_WORD + 1];
  guint8 costs[LONGEST_TYPED + 1][G_MAXUINT8 + 1];
} Walk;

static char
plain (char letter)
{
  return letter == TJ_SEARCH_AA || letter == TJ_SEARCH_AE ? 'a'
         : letter == TJ_SEARCH_OE                         ? 'o'
                                                          : letter;
}

/* Letters that names are spelt with one way or the other. */
static const char *const alike[] = { "ckq", "sz", "vw", "ijy", "ae" };

/* What each letter of a word costs in the place of one that was typed. */
static void
set_costs (guint8 costs[G_MAXUINT8 + 1], char typed, guint8 other_letter)
{
  memset (costs, other_letter, G_MAXUINT8 + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (alike); i++)
    if (strchr (alike[i], typed) != NULL)
      for (const char *letter = alike[i]; *letter != '\0'; letter++)
        costs[(guchar)*letter] = 1;
  costs[(guchar)typed] = 0;
}

/* Fills the row of a beginning of `depth` letters from the rows before it, and returns its least. */
static guint8
fill_row (Walk *walk, guint depth)
{
  const guint8 *before = walk->rows[depth - 1];
  const char letter = walk->letters[depth - 1];
  guint8 *row = walk->rows[depth];
  guint8 least = row[0] = (guint8)depth;

  for (guint i = 1; i <= walk->n_typed; i++)
    {
      const char typed = walk->typed[i - 1];
      guint8 slips = MIN (before[i], row[i - 1]) + 1;

      slips = MIN (slips, before[i - 1] + walk->costs[i - 1][(guchar)letter]);
      if (depth > 1 && i > 1 && typed == walk->letters[depth - 2] && walk->typed[i - 2] == letter)
        slips = MIN (slips, walk->rows[depth - 2][i - 2] + 1);
      row[i] = slips;
      least = MIN (least, slips);
    }
  walk->best[depth] = MIN (walk->best[depth - 1], row[walk->n_typed]);
  return least;
}

/* Goes on along a word from the letters it shares with the one before. Returns how deep it came: to
 * its end, or to where it had gone too far. */
static guint
follow (Walk *walk, const char *word, guint depth, gboolean *is_too_far)
{
  *is_too_far = FALSE;
  while (word[depth] != '\0' && depth < LONGEST_WORD && !*is_too_far)
    {
      walk->letters[depth] = plain (word[depth]);
      depth++;
      *is_too_far = fill_row (walk, depth) > walk->nearness->most_slips;
    }
  return depth;
}

/* Where any letter will not do, the first must be right or sound right. */
static gboolean
begins_well (const Walk *walk)
{
  return walk->nearness->any_letter || walk->costs[0][(guchar)walk->letters[0]] <= 1;
}

static guint
judge (const Walk *walk, guint depth, gboolean is_too_far)
{
  if (depth == 0 || !begins_well (walk))
    return G_MAXUINT8;
  if (!walk->nearness->whole)
    return walk->best[depth];
  return is_too_far ? G_MAXUINT8 : walk->rows[depth][walk->n_typed];
}

static gboolean
begin (Walk *walk, const char *typed, const TjSearchNearness *nearness)
{
  walk->n_typed = (guint)strlen (typed);
  if (walk->n_typed > LONGEST_TYPED)
    return FALSE;

  walk->nearness = nearness;
  for (guint i = 0; i <= walk->n_typed; i++)
    {
      walk->typed[i] = plain (typed[i]);
      walk->rows[0][i] = (guint8)i;
      set_costs (walk->costs[i], walk->typed[i], nearness->any_letter ? 1 : 2);
    }
  walk->best[0] = (guint8)walk->n_typed;
  return TRUE;
}

/**
 * tj_search_near:
 * @typed: a folded word
 * @nearness: how near is near
 * @func: called for each word near it, in order
 *
 * Finds the words that differ from @typed, or whose beginnings do, by no more than so many slips.
 */
void
tj_search_near (const TjSearchIndex *index,
                const char *typed,
                const TjSearchNearness *nearness,
                TjSearchNearFunc func,
                gpointer user_data)
{
  Walk walk;
  guint depth = 0;
  gboolean is_too_far = FALSE;

  if (!begin (&walk, typed, nearness))
    return;
  for (guint i = 0; i < tj_search_count_words (index); i++)
    {
      const TjSearchWord *word = tj_search_word_at (index, i);
      guint slips;

      /* As far gone as the one before. */
      if (!is_too_far || word->shared < depth)
        depth = follow (&walk, word->text, MIN (word->shared, depth), &is_too_far);
      slips = judge (&walk, depth, is_too_far);
      if (slips <= nearness->most_slips)
        func (i, slips, user_data);
    }
}
