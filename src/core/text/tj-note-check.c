/* Words in a note that hint at what the register may not hold: health, crime, coercive measures
 * (förordning 2006:39, 5 §). It warns the one who writes and never decides. The words are Swedish
 * because the notes are. */

#include "config.h"

#include "tj-note-check.h"

#include <string.h>

#define BETWEEN_WORDS " \t\n.,;:!?()/\"-"

/* Beginnings of words; an entry ending in "$" is a whole word. */
static const char *const doubtful[] = {
  "adhd",     "anorexi",   "anhållen", "autis",  "beroende", "bup$",     "deprim",  "depress",
  "diagnos",  "dom$",      "dömd",     "droger", "etnisk",   "fängelse", "gravid",  "häkta",
  "kriminal", "lsu$",      "lvm$",     "lvu$",   "läkar",    "lpt$",     "medicin", "missbruk",
  "muslim",   "narkotik",  "npf$",     "psykia", "psykisk",  "psykolog", "relig",   "sis$",
  "sjuk",     "självmord", "straff",   "suicid", "terapi",   "åtala",    "ätstörn", "övergrepp",
};

static gboolean
word_is (const char *word, const char *pattern)
{
  gsize length = strlen (pattern);

  if (pattern[length - 1] == '$')
    return strlen (word) == length - 1 && strncmp (word, pattern, length - 1) == 0;

  return strncmp (word, pattern, length) == 0;
}

static gboolean
is_doubtful (const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (doubtful); i++)
    if (word_is (folded, doubtful[i]))
      return TRUE;

  return FALSE;
}

/**
 * tj_note_check_next:
 * @start: (inout): where to begin, in bytes; then where the word begins
 * @end: (out): where it ends; to go on, set @start to it
 *
 * Looks for the next doubtful word of @note (förordning 2006:39 § 5).
 *
 * Returns: whether there is one; both are untouched when there is none
 */
gboolean
tj_note_check_next (const char *note, gsize *start, gsize *end)
{
  gsize from = *start;

  g_return_val_if_fail (note != NULL, FALSE);

  while (note[from] != '\0')
    {
      gsize length = strcspn (note + from, BETWEEN_WORDS);
      g_autofree char *word = g_strndup (note + from, length);

      if (length > 0 && is_doubtful (word))
        {
          *start = from;
          *end = from + length;
          return TRUE;
        }
      from += length;
      from += strspn (note + from, BETWEEN_WORDS);
    }

  return FALSE;
}
