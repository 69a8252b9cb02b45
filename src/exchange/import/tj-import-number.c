/* Personal numbers as lists write them. The rules of the number are core's; here is what happens
 * to it on the way: spreadsheets count with it, cut its leading zeros and show it as 7,09E+11. */

#include "config.h"

#include "tj-import-value.h"

#include <string.h>

/* Between which ages a number that lost its zeros is believed when its checksum fits. */
#define YOUNGEST 14
#define OLDEST 21

/* "2,00709E+11": the digits after the first few are lost. */
static gboolean
has_exponent (const char *text)
{
  gsize n = strspn (text, "0123456789.,");

  return n > 0 && g_ascii_toupper (text[n]) == 'E';
}

/* 200709000000: what is left when such a number is taken for the value of the cell. No personal
 * number ends so: there is no birth number 000. */
static gboolean
is_rounded (const char *plain)
{
  gsize n = strlen (plain);

  return n >= 9 && n <= 12 && strspn (plain, "0123456789") == n
         && strcmp (plain + n - 5, "00000") == 0;
}

/* The digits and the separator, without spaces and without the ",00" of a counted number. */
static gboolean
squeeze (const char *text, char *plain, gsize size)
{
  gsize n = 0;

  for (; *text != '\0' && *text != ',' && *text != '.'; text++)
    if (*text != ' ')
      {
        if (n + 1 >= size)
          return FALSE;
        plain[n++] = *text;
      }
  plain[n] = '\0';
  return *text == '\0' || text[1 + strspn (text + 1, "0")] == '\0';
}

/* Whether zeros may be missing in front: fewer digits than a short number has, and nothing else
 * but perhaps its separator. */
static gboolean
lacks_zeros (const char *plain, gsize *n_lacking)
{
  gsize n = strspn (plain, "0123456789");
  gboolean separated = plain[n] == '-';
  gsize wanted = separated ? 6 : 10;

  if (separated ? strspn (plain + n + 1, "0123456789") != 4 || plain[n + 5] != '\0'
                : plain[n] != '\0')
    return FALSE;
  /* Born in 2000 the year is all zeros; a day or month never is. */
  *n_lacking = wanted - n;
  return n < wanted && wanted - n <= 3;
}

/* Puts the zeros back when that gives a valid number of somebody of the age in question. */
static TjImportReason
restore_zeros (const char *plain, gsize n_lacking, TjDate today, TjPersonalNumber *number)
{
  char padded[16] = "000";
  TjPersonalNumber found;
  int age;

  g_strlcpy (padded + n_lacking, plain, sizeof padded - n_lacking);
  if (tj_personal_number_parse (padded, today, &found) != TJ_NUMBER_OK || found.odd_date)
    return TJ_REASON_NUMBER_ZEROS_LOST;
  age = tj_date_age (found.birth, today);
  if (age < YOUNGEST || age > OLDEST)
    return TJ_REASON_NUMBER_ZEROS_LOST;
  *number = found;
  return TJ_REASON_NONE;
}

static TjImportReason
reason_of (TjNumberProblem problem)
{
  switch (problem)
    {
    case TJ_NUMBER_OK:
      return TJ_REASON_NONE;
    case TJ_NUMBER_EMPTY:
      return TJ_REASON_NUMBER_MISSING;
    case TJ_NUMBER_BAD_CHECKSUM:
      return TJ_REASON_NUMBER_CHECKSUM;
    case TJ_NUMBER_MALFORMED:
    default:
      return TJ_REASON_NUMBER_MALFORMED;
    }
}

/**
 * tj_import_number_read:
 * @value: its `text` is read; `number`, `error` and `warning` are set
 * @today: decides the century of ten-digit numbers
 *
 * Reads a personal number in any form that lists have, and names what a spreadsheet did to it.
 */
void
tj_import_number_read (TjImportValue *value, TjDate today)
{
  char plain[24];
  gsize n_lacking;

  if (has_exponent (value->text))
    {
      value->error = TJ_REASON_NUMBER_EXPONENT;
      return;
    }
  if (!squeeze (value->text, plain, sizeof plain))
    {
      value->error = TJ_REASON_NUMBER_MALFORMED;
      return;
    }
  if (is_rounded (plain))
    {
      value->error = TJ_REASON_NUMBER_EXPONENT;
      return;
    }
  if (lacks_zeros (plain, &n_lacking))
    {
      value->error = restore_zeros (plain, n_lacking, today, &value->number);
      value->warning = TJ_REASON_ZEROS_RESTORED;
      return;
    }
  value->error = reason_of (tj_personal_number_parse (plain, today, &value->number));
  if (value->error != TJ_REASON_NONE)
    return;
  if (value->number.kind == TJ_NUMBER_TEMPORARY)
    value->warning = TJ_REASON_NUMBER_TEMPORARY;
  else if (value->number.odd_date)
    value->warning = TJ_REASON_NUMBER_ODD_DATE;
}
