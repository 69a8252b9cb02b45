/* What differs between two versions of a text, word by word: the words that the longest common
 * sequence leaves out. */

#include "config.h"

#include "tj-text-diff.h"

#include <string.h>

/* Beyond so many pairs of words all of both is called different: nobody reads such a text by its
 * marks. */
#define MOST_PAIRS (4 * 1000 * 1000)

static GArray *
split_words (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (TjTextSpan));
  const char *c = text;

  while (*c != '\0')
    {
      TjTextSpan word;

      while (g_unichar_isspace (g_utf8_get_char (c)))
        c = g_utf8_next_char (c);
      word.start = (gsize)(c - text);
      while (*c != '\0' && !g_unichar_isspace (g_utf8_get_char (c)))
        c = g_utf8_next_char (c);
      word.end = (gsize)(c - text);
      if (word.end > word.start)
        g_array_append_val (words, word);
    }
  return words;
}

static const TjTextSpan *
word_at (GArray *words, guint place)
{
  return &g_array_index (words, TjTextSpan, place);
}

typedef struct
{
  const char *a, *b;
  GArray *words_a, *words_b;
  guint32 *lengths; /* of the longest common sequence from (i, j) on */
} Comparison;

static gboolean
is_same (const Comparison *comparison, guint i, guint j)
{
  const TjTextSpan *word_a = word_at (comparison->words_a, i);
  const TjTextSpan *word_b = word_at (comparison->words_b, j);

  return word_a->end - word_a->start == word_b->end - word_b->start
         && memcmp (comparison->a + word_a->start, comparison->b + word_b->start,
                    word_a->end - word_a->start)
                == 0;
}

static guint32 *
length_at (const Comparison *comparison, guint i, guint j)
{
  return &comparison->lengths[(gsize)i * (comparison->words_b->len + 1) + j];
}

static void
measure (Comparison *comparison)
{
  for (guint i = comparison->words_a->len; i > 0; i--)
    for (guint j = comparison->words_b->len; j > 0; j--)
      *length_at (comparison, i - 1, j - 1)
          = is_same (comparison, i - 1, j - 1)
                ? *length_at (comparison, i, j) + 1
                : MAX (*length_at (comparison, i, j - 1), *length_at (comparison, i - 1, j));
}

/* Words beside each other are one span. */
static void
add_word (GArray *spans, GArray *words, guint place, guint *latest)
{
  const TjTextSpan *word = word_at (words, place);

  if (spans->len > 0 && *latest + 1 == place)
    g_array_index (spans, TjTextSpan, spans->len - 1).end = word->end;
  else
    g_array_append_vals (spans, word, 1);
  *latest = place;
}

static void
walk (const Comparison *comparison, GArray *only_a, GArray *only_b)
{
  const guint n_a = comparison->words_a->len, n_b = comparison->words_b->len;
  guint latest_a = 0, latest_b = 0;
  guint i = 0, j = 0;

  while (i < n_a || j < n_b)
    if (i < n_a && j < n_b && is_same (comparison, i, j))
      {
        i++;
        j++;
      }
    else if (i < n_a
             && (j == n_b
                 || *length_at (comparison, i + 1, j) >= *length_at (comparison, i, j + 1)))
      add_word (only_a, comparison->words_a, i++, &latest_a);
    else
      add_word (only_b, comparison->words_b, j++, &latest_b);
}

static void
add_all (GArray *spans, const char *text)
{
  const TjTextSpan whole = { 0, strlen (text) };

  if (whole.end > 0)
    g_array_append_val (spans, whole);
}

/**
 * tj_text_diff:
 * @a: a text, UTF-8
 * @b: another
 * @only_a: (element-type TjTextSpan): takes the parts of @a that @b does not have
 * @only_b: (element-type TjTextSpan): takes the parts of @b that @a does not have
 *
 * Compares two texts word by word; how much blank there is between words does not matter.
 */
void
tj_text_diff (const char *a, const char *b, GArray *only_a, GArray *only_b)
{
  g_autoptr (GArray) words_a = NULL;
  g_autoptr (GArray) words_b = NULL;
  g_autofree guint32 *lengths = NULL;
  Comparison comparison;

  g_return_if_fail (a != NULL && b != NULL && only_a != NULL && only_b != NULL);

  words_a = split_words (a);
  words_b = split_words (b);
  if ((guint64)words_a->len * words_b->len > MOST_PAIRS)
    {
      add_all (only_a, a);
      add_all (only_b, b);
      return;
    }
  lengths = g_new0 (guint32, ((gsize)words_a->len + 1) * (words_b->len + 1));
  comparison = (Comparison){ a, b, words_a, words_b, lengths };
  measure (&comparison);
  walk (&comparison, only_a, only_b);
}
