/* How long a passphrase would hold against somebody who knows how people choose them. The text is
 * cut into the pieces that are cheapest to guess (dynamic programming over its characters): common
 * words, words by their letters (Shannon: some 1.6 bits for each letter after the first), years and
 * dates, walks along the alphabet or the keyboard, repetitions, and single characters as the dear
 * way out. No rules of composition: length of the unpredictable kind is all that counts. It errs on
 * the low side. */

#include "config.h"

#include "tj-passphrase-strength.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <sodium.h>
#include <string.h>

#include "tj-passphrase-words.h"

#define MAX_CHARS 256
#define FIRST_LETTER_BITS 4.9 /* 29 letters */
#define NEXT_LETTER_BITS 1.6
#define DIGIT_BITS 3.3
#define SPACE_BITS 1.5
#define SYMBOL_BITS 5.0
#define CAPITAL_BITS 1.0
#define YEAR_BITS 7.0
#define DATE_BITS 15.0
#define WALK_BITS 4.0
#define AGAIN_BITS 1.5

#define MINUTE 60.0
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
#define YEAR (365.25 * DAY)

/* The characters of a passphrase, as typed and as words are looked up. */
typedef struct
{
  gsize n;
  gunichar typed[MAX_CHARS];
  gunichar plain[MAX_CHARS]; /* lower case, with digits and signs that stand for letters replaced */
  double best[MAX_CHARS + 1]; /* bits of the cheapest way to the first i characters */
} Text;

static gunichar
unmask (gunichar c)
{
  static const char MASKS[] = "0o1i3e4a5s7t@a$s!i";

  for (const char *mask = MASKS; *mask != '\0'; mask += 2)
    if (c == (gunichar)mask[0])
      return mask[1];
  return g_unichar_tolower (c);
}

static void
read_text (Text *text, const char *passphrase)
{
  for (const char *c = passphrase; *c != '\0' && text->n < MAX_CHARS; c = g_utf8_next_char (c))
    {
      text->typed[text->n] = g_utf8_get_char (c);
      text->plain[text->n] = unmask (text->typed[text->n]);
      text->n++;
    }
}

static double
bits_of_char (gunichar c)
{
  if (g_unichar_isdigit (c))
    return DIGIT_BITS;
  if (g_unichar_isalpha (c))
    return FIRST_LETTER_BITS + (g_unichar_isupper (c) ? CAPITAL_BITS : 0);
  return g_unichar_isspace (c) ? SPACE_BITS : SYMBOL_BITS;
}

/* One bit for a capital first or for capitals throughout, one for each otherwise. */
static double
bits_of_capitals (const gunichar *typed, gsize n)
{
  gsize n_upper = 0;

  for (gsize i = 0; i < n; i++)
    n_upper += g_unichar_isupper (typed[i]);
  if (n_upper == 0)
    return 0;
  if (n_upper == n || (n_upper == 1 && g_unichar_isupper (typed[0])))
    return CAPITAL_BITS;
  return n_upper * CAPITAL_BITS;
}

/* Whether letters could be a word: vowels among them, and no heap of consonants. */
static gboolean
is_pronounceable (const gunichar *typed, gsize n)
{
  gsize n_vowels = 0, run = 0;

  for (gsize i = 0; i < n; i++)
    {
      gunichar c = g_unichar_tolower (typed[i]);
      gboolean vowel = c != 0 && g_utf8_strchr ("aeiouyåäöéü", -1, c) != NULL;

      if (!g_unichar_isalpha (c))
        return FALSE;
      n_vowels += vowel;
      run = vowel ? 0 : run + 1;
      if (run > 4)
        return FALSE;
    }
  return n_vowels * 5 >= n && n_vowels * 10 <= n * 7;
}

static gboolean
is_masked (const Text *text, gsize from, gsize n)
{
  for (gsize i = from; i < from + n; i++)
    if (g_unichar_tolower (text->typed[i]) != text->plain[i])
      return TRUE;
  return FALSE;
}

/* A word of the list, or of any list; INFINITY for what is no word. */
static double
bits_of_word (const Text *text, gsize from, gsize n)
{
  double capitals = bits_of_capitals (text->typed + from, n);
  guint place = tj_passphrase_find_word (text->plain + from, n);

  if (place > 0)
    return log2 (place) + 1 + capitals + (is_masked (text, from, n) ? 1 : 0);
  if (n >= 4 && is_pronounceable (text->typed + from, n))
    return FIRST_LETTER_BITS + NEXT_LETTER_BITS * (n - 1) + capitals;
  return INFINITY;
}

static int
read_number (const gunichar *digits, gsize n)
{
  int number = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (digits[i] < '0' || digits[i] > '9')
        return -1;
      number = number * 10 + (int)(digits[i] - '0');
    }
  return number;
}

static gboolean
is_month_and_day (int number)
{
  return number / 100 >= 1 && number / 100 <= 12 && number % 100 >= 1 && number % 100 <= 31;
}

/* A year, or a date as people write their birthday. */
static double
bits_of_date (const gunichar *typed, gsize n)
{
  int number = n == 4 || n == 6 || n == 8 ? read_number (typed, n) : -1;
  int year = n == 8 ? number / 10000 : number;

  if (number < 0)
    return INFINITY;
  if (n == 6)
    return is_month_and_day (number % 10000) ? DATE_BITS : INFINITY;
  if (year < 1900 || year > 2059)
    return INFINITY;
  if (n == 4)
    return YEAR_BITS;
  return is_month_and_day (number % 10000) ? DATE_BITS : INFINITY;
}

/* Which way one goes from a character to the next along the alphabet or the digits: 1, -1, or 0
 * when they are not neighbours. */
static int
step_in_alphabet (gunichar a, gunichar b)
{
  return g_unichar_isalnum (a) && ABS ((int)a - (int)b) == 1 ? (int)b - (int)a : 0;
}

/* The same along a row of keys. */
static int
step_on_keyboard (gunichar a, gunichar b)
{
  static const char *const ROWS[] = { "qwertyuiopå", "asdfghjklöä", "zxcvbnm", "1234567890" };

  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      const char *at = a != 0 ? g_utf8_strchr (ROWS[i], -1, a) : NULL;

      if (at != NULL && g_utf8_get_char (g_utf8_next_char (at)) == b)
        return 1;
      if (at != NULL && at > ROWS[i] && g_utf8_get_char (g_utf8_prev_char (at)) == b)
        return -1;
    }
  return 0;
}

static gboolean
is_walk (const gunichar *typed, gsize n, int (*step_between) (gunichar a, gunichar b))
{
  int direction = 0;

  for (gsize i = 1; i < n; i++)
    {
      int step = step_between (g_unichar_tolower (typed[i - 1]), g_unichar_tolower (typed[i]));

      if (step == 0 || (i > 1 && step != direction))
        return FALSE;
      direction = step;
    }
  return n >= 3;
}

static double
bits_of_walk (const gunichar *typed, gsize n)
{
  if (!is_walk (typed, n, step_in_alphabet) && !is_walk (typed, n, step_on_keyboard))
    return INFINITY;
  return WALK_BITS + log2 (n) + bits_of_capitals (typed, n);
}

/* The same characters as just before, or as anywhere before when there are three or more. */
static double
bits_of_repetition (const Text *text, gsize from, gsize n)
{
  const gunichar *piece = text->plain + from;
  gsize size = n * sizeof (gunichar);

  if (n <= from && memcmp (piece, piece - n, size) == 0)
    return AGAIN_BITS;
  for (gsize at = 0; n >= 3 && at + n <= from; at++)
    if (memcmp (piece, text->plain + at, size) == 0)
      return AGAIN_BITS + log2 (from);
  return INFINITY;
}

/* The cheapest way to the first @end characters, when shorter ones are known. */
static double
bits_until (const Text *text, gsize end)
{
  double best = text->best[end - 1] + bits_of_char (text->typed[end - 1]);

  for (gsize n = 1; n <= end; n++)
    {
      gsize from = end - n;
      const gunichar *typed = text->typed + from;
      double piece = MIN (bits_of_word (text, from, n), bits_of_date (typed, n));

      piece = MIN (piece, bits_of_walk (typed, n));
      piece = MIN (piece, bits_of_repetition (text, from, n));
      best = MIN (best, text->best[from] + piece);
    }
  return best;
}

/**
 * tj_passphrase_estimate:
 * @passphrase: UTF-8; what follows its 256th character is not counted
 *
 * Returns: how long it would hold
 */
TjPassphraseStrength
tj_passphrase_estimate (const char *passphrase)
{
  TjPassphraseStrength strength;
  Text *text;

  g_return_val_if_fail (passphrase != NULL, ((TjPassphraseStrength){ 0, 0 }));

  text = g_new0 (Text, 1);
  if (g_utf8_validate (passphrase, -1, NULL))
    read_text (text, passphrase);
  for (gsize end = 1; end <= text->n; end++)
    text->best[end] = bits_until (text, end);
  strength.bits = text->best[text->n];
  strength.seconds = exp2 (strength.bits) / TJ_PASSPHRASE_GUESSES_PER_SECOND;
  sodium_memzero (text, sizeof *text);
  g_free (text);
  return strength;
}

/**
 * tj_passphrase_strength_to_text:
 * @strength: an estimate
 *
 * Returns: (transfer full): the time in words, rounded down ("3 hours")
 */
char *
tj_passphrase_strength_to_text (const TjPassphraseStrength *strength)
{
  double s;
  gulong n;

  g_return_val_if_fail (strength != NULL, NULL);

  s = strength->seconds;
  if (s < 1)
    return g_strdup (_ ("less than a second"));
  if (s < MINUTE)
    {
      n = (gulong)(s);
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu second", "%lu seconds", n), n);
    }
  if (s < HOUR)
    {
      n = (gulong)(s / MINUTE);
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu minute", "%lu minutes", n), n);
    }
  if (s < DAY)
    {
      n = (gulong)(s / HOUR);
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu hour", "%lu hours", n), n);
    }
  if (s < YEAR)
    {
      n = (gulong)(s / DAY);
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu day", "%lu days", n), n);
    }
  if (s < 1000 * YEAR)
    {
      n = (gulong)(s / YEAR);
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu year", "%lu years", n), n);
    }
  return g_strdup (_ ("more than a thousand years"));
}

/**
 * tj_passphrase_strength_to_fraction:
 * @strength: an estimate
 *
 * Returns: from 0 (a second or less) to 1 (a thousand years or more), by its logarithm, for a bar
 */
double
tj_passphrase_strength_to_fraction (const TjPassphraseStrength *strength)
{
  g_return_val_if_fail (strength != NULL, 0);

  return CLAMP (log2 (strength->seconds) / log2 (1000 * YEAR), 0, 1);
}
