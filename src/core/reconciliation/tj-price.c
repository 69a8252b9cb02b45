/* What a pupil costs the home municipality: the line of the price list that fits best, and the
 * twelfth of it that a month costs (WORK.md § 6). */

#include "config.h"

#include "tj-price.h"

#include <string.h>

/* Programmes begun after 30 June 2025 carry the year behind their code: BA25 (WORK.md § 6). */
#define SUFFIX "25"

#define KRONA 100
#define MONTHS 12

static gboolean
has_suffix (const char *programme)
{
  gsize length = strlen (programme);

  return length > strlen (SUFFIX) && g_str_has_suffix (programme, SUFFIX)
         && g_ascii_isalpha (programme[length - strlen (SUFFIX) - 1]);
}

/**
 * tj_programme_base:
 * @programme: a programme's code as a school writes it, such as "ba25"
 *
 * Returns: (transfer full): the code in capitals without blanks and without the suffix of 2025
 */
char *
tj_programme_base (const char *programme)
{
  char *base = g_strstrip (g_ascii_strup (programme, -1));

  if (has_suffix (base))
    base[strlen (base) - strlen (SUFFIX)] = '\0';
  return base;
}

/**
 * tj_programme_is_same:
 *
 * A list that leaves out the suffix of 2025 means the same programme as one that has it.
 *
 * Returns: whether both codes name one programme
 */
gboolean
tj_programme_is_same (const char *one, const char *other)
{
  g_autofree char *base = tj_programme_base (one);
  g_autofree char *other_base = tj_programme_base (other);

  return g_str_equal (base, other_base);
}

static gboolean
text_fits (const char *wanted, const char *text)
{
  return wanted == NULL || *wanted == '\0'
         || (text != NULL && g_ascii_strcasecmp (wanted, text) == 0);
}

static gboolean
date_fits (TjDate from, TjDate to, TjDate date)
{
  return (from == TJ_DATE_NONE || date >= from) && (to == TJ_DATE_NONE || date <= to);
}

/* The code says when the programme was begun, more surely than a date of enrolment, which may be
 * that of another school. */
static TjDate
begun_on (const TjPriceQuery *query)
{
  g_autofree char *code = g_strstrip (g_ascii_strup (query->programme, -1));

  if (has_suffix (code))
    return MAX (query->begun_on, TJ_PROGRAMMES_RENEWED);
  return query->begun_on;
}

static gboolean
price_fits (const TjPrice *price, const TjPriceQuery *query, const char *base, TjDate begun)
{
  return g_ascii_strcasecmp (price->programme, base) == 0
         && text_fits (price->orientation, query->orientation)
         && text_fits (price->organiser, query->organiser)
         && date_fits (price->valid_from, price->valid_to, query->month)
         && date_fits (price->begun_from, price->begun_to, begun);
}

/* The more a line asks for, the more it is meant for this very pupil. */
static guint
precision (const TjPrice *price)
{
  guint points = 0;

  if (price->organiser != NULL && *price->organiser != '\0')
    points += 4;
  if (price->orientation != NULL && *price->orientation != '\0')
    points += 2;
  if (price->begun_from != TJ_DATE_NONE)
    points += 1;
  return points;
}

/**
 * tj_price_find:
 * @prices: a price list, in any order
 *
 * A price agreed with the organiser goes before one for the orientation, and that before the one
 * for the programme; of two equal ones the later in force. A pupil whose beginning is not known
 * is taken to have begun before the change of 1 July 2025 unless the code says otherwise.
 *
 * Returns: (nullable): the line that fits best, of @prices; %NULL when none does
 */
const TjPrice *
tj_price_find (const TjPrice *prices, gsize n_prices, const TjPriceQuery *query)
{
  g_autofree char *base = tj_programme_base (query->programme);
  TjDate begun = begun_on (query);
  const TjPrice *best = NULL;
  gsize i;

  if (begun == TJ_DATE_NONE)
    begun = TJ_PROGRAMMES_RENEWED - 1;

  for (i = 0; i < n_prices; i++)
    {
      const TjPrice *price = &prices[i];

      if (!price_fits (price, query, base, begun))
        continue;
      if (best == NULL || precision (price) > precision (best)
          || (precision (price) == precision (best) && price->valid_from > best->valid_from))
        best = price;
    }
  return best;
}

/**
 * tj_price_month:
 *
 * Returns: a twelfth of the year's price, in öre, rounded to whole kronor as schools invoice it
 */
gint64
tj_price_month (const TjPrice *price)
{
  gint64 twelfth = (price->year_ore * 2 + MONTHS) / (MONTHS * 2);

  return (twelfth + KRONA / 2) / KRONA * KRONA;
}
