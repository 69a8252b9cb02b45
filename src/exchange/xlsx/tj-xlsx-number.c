/* Numbers of a workbook as the text a list would have: whole ones with every digit, dates as ISO.
 * Whether a number is a date stands in its format alone; the day it counts from in the workbook. */

#include "config.h"

#include "tj-xlsx-number.h"

#include "tj-date.h"

#include <math.h>
#include <string.h>

/* Whole numbers that a double holds exactly. */
#define MAX_WHOLE 9007199254740992.0

/* The last day a spreadsheet knows: 9999-12-31. */
#define LAST_SERIAL 2958465

/* Between the two systems of counting days: 1904-01-01 is day 0 of one and day 1462 of the other. */
#define DAYS_TO_1904 1462

#define SECONDS_A_DAY 86400

/* The parts of a format's code that tell what it shows. */
typedef struct
{
  gboolean has_day; /* or year */
  gboolean has_month;
  gboolean has_time;
} Parts;

/* What follows an opened mark: the closing one, or the code's end. */
static const char *
skip_to (const char *p, char mark)
{
  p = strchr (p + 1, mark);
  return p != NULL ? p + 1 : NULL;
}

/* [h], [mm] and [ss] count beyond a day; other words in brackets are colours, conditions, currencies. */
static void
read_bracket (Parts *parts, const char *p)
{
  if (strchr ("hHmMsS", p[1]) != NULL && p[1] != '\0' && (p[2] == p[1] || p[2] == ']'))
    parts->has_time = TRUE;
}

static void
read_letter (Parts *parts, char letter)
{
  parts->has_day |= letter == 'd' || letter == 'y';
  parts->has_month |= letter == 'm';
  parts->has_time |= letter == 'h' || letter == 's';
}

/* Only the first section counts, which is the one for positive numbers. */
static Parts
read_code (const char *p)
{
  Parts parts = { 0 };

  while (p != NULL && *p != '\0' && *p != ';')
    switch (*p)
      {
      case '"':
        p = skip_to (p, '"');
        break;
      case '[':
        read_bracket (&parts, p);
        p = skip_to (p, ']');
        break;
      case '\\':
      case '_':
      case '*':
        p += p[1] != '\0' ? 2 : 1;
        break;
      default:
        read_letter (&parts, g_ascii_tolower (*p++));
      }
  return parts;
}

/* The formats that every spreadsheet has without writing their codes down (ECMA-376 part 1, 18.8.30),
 * with those that East Asian versions have in the gaps. */
static TjXlsxNumberKind
builtin_kind (guint id)
{
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
    return TJ_XLSX_DATE;
  if (id == 22)
    return TJ_XLSX_DATE_TIME;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47))
    return TJ_XLSX_TIME;
  return TJ_XLSX_PLAIN;
}

/**
 * tj_xlsx_format_kind:
 * @id: of the format
 * @code: (nullable): its code when the workbook gives one
 *
 * Returns: what a number of that format is shown as
 */
TjXlsxNumberKind
tj_xlsx_format_kind (guint id, const char *code)
{
  Parts parts;

  if (code == NULL)
    return builtin_kind (id);
  if (g_ascii_strncasecmp (code, "general", 7) == 0)
    return TJ_XLSX_PLAIN;
  parts = read_code (code);
  if (parts.has_day)
    return parts.has_time ? TJ_XLSX_DATE_TIME : TJ_XLSX_DATE;
  if (parts.has_time)
    return TJ_XLSX_TIME;
  return parts.has_month ? TJ_XLSX_DATE : TJ_XLSX_PLAIN;
}

/* Day 1 of a spreadsheet is 1900-01-01 and its day 60 does not exist: 1900 was no leap year. */
static TjDate
date_of_serial (gint64 serial, gboolean is_1904)
{
  if (is_1904)
    serial += DAYS_TO_1904;
  if (serial < 1 || serial > LAST_SERIAL || serial == 60)
    return TJ_DATE_NONE;
  return tj_date_new (1899, 12, 30) + (TjDate)serial + (serial < 60 ? 1 : 0);
}

/* " 14:30" behind a date, "14:30:05" alone; seconds only when there are any. */
static void
append_time (char *buffer, int seconds)
{
  gsize n = strlen (buffer);

  if (seconds % 60 == 0)
    g_snprintf (buffer + n, TJ_XLSX_NUMBER_BUFFER - n, "%s%02d:%02d", n > 0 ? " " : "",
                seconds / 3600, seconds / 60 % 60);
  else
    g_snprintf (buffer + n, TJ_XLSX_NUMBER_BUFFER - n, "%s%02d:%02d:%02d", n > 0 ? " " : "",
                seconds / 3600, seconds / 60 % 60, seconds % 60);
}

/* FALSE when the number is no date that could be shown. */
static gboolean
write_date (double number, TjXlsxNumberKind kind, gboolean is_1904, char *buffer)
{
  gint64 seconds;
  TjDate date;

  if (!(number >= 0 && number < LAST_SERIAL + 1.0))
    return FALSE;
  /* A time of day is a fraction, so it is not exact; no list is finer than seconds. */
  seconds = (gint64)floor (number * SECONDS_A_DAY + 0.5);
  buffer[0] = '\0';
  if (kind != TJ_XLSX_TIME || seconds >= SECONDS_A_DAY)
    {
      date = date_of_serial (seconds / SECONDS_A_DAY, is_1904);
      if (date == TJ_DATE_NONE)
        return FALSE;
      tj_date_write (date, buffer);
    }
  if (kind == TJ_XLSX_TIME || seconds % SECONDS_A_DAY != 0)
    append_time (buffer, seconds % SECONDS_A_DAY);
  return TRUE;
}

static gboolean
is_whole_text (const char *text)
{
  gsize n = strspn (text, "0123456789");

  return n > 0 && text[n] == '\0' && (text[0] != '0' || n == 1);
}

/**
 * tj_xlsx_number_write:
 * @text: the number as the file has it, as "2.00701032385E11"
 * @kind: what it is shown as
 * @is_1904: whether the workbook counts its days from 1904
 * @buffer: room for the text that is made
 *
 * Writes a number as a list would have it. A whole number keeps all its digits; another one has the
 * fifteen that a spreadsheet shows.
 *
 * Returns: (transfer none): @buffer, or @text when there is nothing to change or it is no number
 */
const char *
tj_xlsx_number_write (const char *text,
                      TjXlsxNumberKind kind,
                      gboolean is_1904,
                      char buffer[TJ_XLSX_NUMBER_BUFFER])
{
  char *end;
  double number;

  if (kind == TJ_XLSX_PLAIN && is_whole_text (text))
    return text;
  number = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !isfinite (number))
    return text;
  if (kind != TJ_XLSX_PLAIN && write_date (number, kind, is_1904, buffer))
    return buffer;
  if (number == floor (number) && fabs (number) < MAX_WHOLE)
    g_snprintf (buffer, TJ_XLSX_NUMBER_BUFFER, "%" G_GINT64_FORMAT, (gint64)number);
  else
    g_ascii_formatd (buffer, TJ_XLSX_NUMBER_BUFFER, "%.15g", number);
  return buffer;
}
