/* Dates and personal numbers in the forms that layouts name: YYYYMMDD, YYYY-MM-DD, YYMMDD and the
 * like; numbers of 12 or 10 digits, with a hyphen (13, 11) or without. */

#include "config.h"

#include "tj-scb-code.h"

#include <string.h>

static const char *const number_formats[] = { "10", "11", "12", "13", NULL };
static const char *const encodings[]
    = { "utf-8", "utf-8-bom", "windows-1252", "iso-8859-1", "iso-8859-15", NULL };

/* The part of a date that the format goes on with; 0 for a letter of its own. */
static int
find_part (const char *format, int *n)
{
  *n = (int)strspn (format, "Y");
  if (*n == 4 || *n == 2)
    return 'Y';
  *n = (int)strspn (format, "M");
  if (*n == 2)
    return 'M';
  *n = (int)strspn (format, "D");
  if (*n == 2)
    return 'D';
  *n = 1;
  return 0;
}

/**
 * tj_scb_date_format_holds:
 * @format: of a layout
 *
 * Returns: whether it has a year, a month and a day, once each, and beside them only - . / and space
 */
gboolean
tj_scb_date_format_holds (const char *format)
{
  int years = 0, months = 0, days = 0, n;

  if (g_str_equal (format, TJ_SCB_SPREADSHEET_DATE))
    return TRUE;
  if (strlen (format) >= TJ_SCB_CELL_BUFFER)
    return FALSE;
  for (; *format != '\0'; format += n)
    switch (find_part (format, &n))
      {
      case 'Y':
        years++;
        break;
      case 'M':
        months++;
        break;
      case 'D':
        days++;
        break;
      default:
        if (strchr ("-./ ", *format) == NULL)
          return FALSE;
      }
  return years == 1 && months == 1 && days == 1;
}

static void
write_digits (char *place, int value, int n)
{
  for (int i = n - 1; i >= 0; i--, value /= 10)
    place[i] = (char)('0' + value % 10);
}

/**
 * tj_scb_date_write:
 * @date: a date or none
 * @format: one that holds
 *
 * Returns: (transfer none): @buffer with the date; "" for none
 */
const char *
tj_scb_date_write (TjDate date, const char *format, char buffer[TJ_SCB_CELL_BUFFER])
{
  int year, month, day, n;
  char *end = buffer;

  *buffer = '\0';
  if (date == TJ_DATE_NONE)
    return buffer;
  if (g_str_equal (format, TJ_SCB_SPREADSHEET_DATE))
    format = "YYYY-MM-DD";
  tj_date_get (date, &year, &month, &day);
  for (; *format != '\0'; format += n, end += n)
    {
      int part = find_part (format, &n);

      if (part == 0)
        *end = *format;
      else
        write_digits (end, part == 'Y' ? year : part == 'M' ? month : day, n);
    }
  *end = '\0';
  return buffer;
}

/**
 * tj_scb_number_format_holds:
 *
 * Returns: whether a number can be written so
 */
gboolean
tj_scb_number_format_holds (const char *format)
{
  return g_strv_contains (number_formats, format);
}

/**
 * tj_scb_number_write:
 * @canonical: twelve letters
 * @format: one that holds
 *
 * Returns: (transfer none): @buffer with the number
 */
const char *
tj_scb_number_write (const char *canonical, const char *format, char buffer[TJ_SCB_CELL_BUFFER])
{
  gboolean is_short = format[1] <= '1';
  gboolean has_hyphen = format[1] == '1' || format[1] == '3';
  gsize length = strlen (canonical);
  gsize skipped = is_short && length > 2 ? 2 : 0;
  char *end = buffer;

  g_return_val_if_fail (length < TJ_SCB_CELL_BUFFER - 2, "");

  for (gsize i = skipped; i < length; i++)
    {
      if (has_hyphen && i + 4 == length)
        *end++ = '-';
      *end++ = canonical[i];
    }
  *end = '\0';
  return buffer;
}

/**
 * tj_scb_encoding_holds:
 *
 * Returns: whether a text file can be written in @encoding
 */
gboolean
tj_scb_encoding_holds (const char *encoding)
{
  return g_strv_contains (encodings, encoding);
}
