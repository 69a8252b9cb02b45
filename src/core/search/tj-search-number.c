/* Personal and phone numbers in a search. A number is kept as one integer whose leading places are
 * its first signs, so that "begins with what was typed" is a range, and looking through everybody
 * is a comparison or two each. */

#include "config.h"

#include "tj-search-number.h"

#include <string.h>

/* A personal number may have letters in it (temporary numbers); zero stands for no sign. */
#define SIGNS 37
#define PERSONAL_PLACES 12
#define DIGITS 11
#define PHONE_PLACES 16

/* Of the personal number: what follows the century, and the last four. */
#define WITHOUT_CENTURY G_GUINT64_CONSTANT (4808584372417849) /* 37 to the 10th */
#define LAST_FOUR 1874161                                     /* 37 to the 4th */

static guint
value_of_sign (char sign)
{
  if (g_ascii_isdigit (sign))
    return 1 + (guint)(sign - '0');
  return g_ascii_islower (sign) ? 11 + (guint)(sign - 'a') : 0;
}

static guint
value_of_digit (char sign)
{
  return g_ascii_isdigit (sign) ? 1 + (guint)(sign - '0') : 0;
}

/* The signs as the leading places of a number of so many; what does not fit is left out. */
static guint64
read_places (const char *text, guint places, guint base, guint (*value_of) (char))
{
  guint64 number = 0;

  for (guint i = 0; i < places; i++)
    {
      number = number * base + (*text != '\0' ? value_of (*text) : 0);
      text += *text != '\0';
    }
  return number;
}

/**
 * tj_search_numbers_read:
 * @personal: signs of a personal number as tj_search_text_number() gives them, or empty
 * @phone: the same of a phone number
 *
 * Returns: both, made for searching
 */
TjSearchNumbers
tj_search_numbers_read (const char *personal, const char *phone)
{
  return (TjSearchNumbers){
    .personal = read_places (personal, PERSONAL_PLACES, SIGNS, value_of_sign),
    .phone = read_places (phone, PHONE_PLACES, DIGITS, value_of_digit),
  };
}

/* The numbers that begin with a text: from `first`, so many. */
typedef struct
{
  guint64 first;
  guint64 n;
} Range;

static Range
make_range (const char *text, guint places, guint base, guint (*value_of) (char))
{
  Range range = { read_places (text, places, base, value_of), 1 };
  gsize n_typed = strlen (text);

  if (n_typed > places)
    return (Range){ 0, 0 };
  for (gsize i = 0; i < n_typed; i++)
    if (value_of (text[i]) == 0)
      return (Range){ 0, 0 };
  for (gsize i = n_typed; i < places; i++)
    range.n *= base;
  return range;
}

static inline guint64
is_within (Range range, guint64 number)
{
  return number - range.first < range.n;
}

/* What was typed, as everything it may be the beginning of; an empty range when it cannot be. */
typedef struct
{
  Range whole;
  Range without_century;
  Range last_four;
  Range phone;
} Typed;

static Typed
read_typed (const char *text)
{
  const gsize n = strlen (text);
  Typed typed = {
    .whole = make_range (text, PERSONAL_PLACES, SIGNS, value_of_sign),
    .without_century = make_range (text, PERSONAL_PLACES - 2, SIGNS, value_of_sign),
  };

  if (n == 4)
    typed.last_four = make_range (text, 4, SIGNS, value_of_sign);
  if (n >= 2)
    typed.phone = make_range (text, PHONE_PLACES, DIGITS, value_of_digit);
  return typed;
}

/* Sixty-four people at a time, without a branch for each. */
static void
match (const Typed *typed,
       const TjSearchNumbers *numbers,
       guint n,
       guint64 *certain,
       guint64 *likely)
{
  for (guint i = 0; i < n; i++)
    {
      const guint64 personal = numbers[i].personal;

      *certain |= (is_within (typed->whole, personal)
                   | is_within (typed->without_century, personal % WITHOUT_CENTURY))
                  << i;
      *likely |= (is_within (typed->last_four, personal % LAST_FOUR)
                  | is_within (typed->phone, numbers[i].phone))
                 << i;
    }
}

/**
 * tj_search_number_find:
 * @numbers: (array length=n): of everybody
 * @text: what was typed, as tj_search_text_number() gives it
 * @certain: (inout): a bit for each place, set for those whose personal number begins so, with or
 *   without century
 * @likely: (inout): likewise for those whose last four signs they are, or whose phone number
 *   begins so
 *
 * Finds everybody with such a number.
 */
void
tj_search_number_find (const TjSearchNumbers *numbers,
                       guint n,
                       const char *text,
                       guint64 *certain,
                       guint64 *likely)
{
  const Typed typed = read_typed (text);

  for (guint i = 0; i < n && *text != '\0'; i += 64)
    match (&typed, numbers + i, MIN (n - i, 64), &certain[i / 64], &likely[i / 64]);
}
