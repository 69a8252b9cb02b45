/* Dates as lists write them: ISO, the day first with points or strokes, with a time of day after
 * them, eight digits, and the day numbers that spreadsheets keep. What could be two dates is
 * refused rather than guessed, except that the day stands before the month, as in Sweden. */

#include "config.h"

#include "tj-import-value.h"

#include <string.h>

/* Years a list of ours can hold. */
#define FIRST_YEAR 1990
#define LAST_YEAR 2099

/* Day 0 of spreadsheets is 1899-12-30, so that 1 March 1900 is day 61. */
#define SERIAL_ZERO_YEAR 1899

/* Up to three numbers with one kind of separator. */
typedef struct
{
  int numbers[3];
  int digits[3];
  char separator;
} Parts;

/* Reads "18.11.2026" and its like; FALSE when the text has another shape. */
static gboolean
take_apart (const char *text, Parts *parts)
{
  for (int i = 0; i < 3; i++)
    {
      gsize n = strspn (text, "0123456789");

      if (n == 0 || n > 4)
        return FALSE;
      parts->digits[i] = n;
      parts->numbers[i] = atoi (text);
      text += n;
      if (i == 2)
        break;
      if (strchr ("-./", *text) == NULL || *text == '\0' || (i == 1 && *text != parts->separator))
        return FALSE;
      parts->separator = *text++;
    }
  return *text == '\0';
}

static TjImportReason
set_date (TjImportValue *value, int year, int month, int day)
{
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return TJ_REASON_DATE_YEAR;
  value->date = tj_date_new (year, month, day);
  return value->date != TJ_DATE_NONE ? TJ_REASON_NONE : TJ_REASON_DATE;
}

static TjImportReason
read_parts (TjImportValue *value, const Parts *parts)
{
  const int *n = parts->numbers;

  if (parts->digits[0] == 4)
    return set_date (value, n[0], n[1], n[2]);
  if (parts->digits[2] != 4)
    return TJ_REASON_DATE_YEAR;
  if (n[1] > 12 && n[0] <= 12)
    return TJ_REASON_DATE_MONTH_FIRST;
  return set_date (value, n[2], n[1], n[0]);
}

/* A day number, perhaps with the time as a fraction. */
static gboolean
read_serial (TjImportValue *value, const char *text)
{
  gsize n = strspn (text, "0123456789");
  const char *rest = text + n;
  TjDate first = tj_date_new (FIRST_YEAR, 1, 1), last = tj_date_new (LAST_YEAR, 12, 31);
  TjDate date;

  if (n != 5)
    return FALSE;
  if ((*rest == ',' || *rest == '.') && g_ascii_isdigit (rest[1]))
    rest += 1 + strspn (rest + 1, "0123456789");
  date = tj_date_new (SERIAL_ZERO_YEAR, 12, 30) + (TjDate)atoi (text);
  if (*rest != '\0' || date < first || date > last)
    return FALSE;
  value->date = date;
  value->warning = TJ_REASON_DATE_SERIAL;
  return TRUE;
}

/* The length of the date in front of a time of day ("2026-11-18 00:00", "2026-11-18T00:00:00Z"). */
static gsize
date_length (const char *text)
{
  gsize n = strcspn (text, " Tt");

  if (text[n] != '\0' && g_ascii_isdigit (text[n + 1])
      && text[n + 1 + strspn (text + n + 1, "0123456789:.Zz+")] == '\0')
    return n;
  return strlen (text);
}

/**
 * tj_import_date_read:
 * @value: its `text` is read; `date`, `error` and `warning` are set
 *
 * Reads a date in any form that lists have.
 */
void
tj_import_date_read (TjImportValue *value)
{
  char text[32];
  gsize length = date_length (value->text);
  Parts parts = { 0 };
  int number;

  value->error = TJ_REASON_DATE;
  if (length >= sizeof text)
    return;
  g_strlcpy (text, value->text, length + 1);

  if (take_apart (text, &parts))
    value->error = read_parts (value, &parts);
  else if (length == 8 && strspn (text, "0123456789") == 8)
    {
      number = atoi (text);
      value->error = set_date (value, number / 10000, number / 100 % 100, number % 100);
    }
  else if (read_serial (value, text))
    value->error = TJ_REASON_NONE;
}
