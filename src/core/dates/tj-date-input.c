/* Dates as people type them: in full with or without hyphens, as day and month, or in a word. Files
 * and the register hold ISO dates only (tj_date_parse ()); this is for fields. */

#include "config.h"

#include "tj-date-input.h"

#include <stdio.h>
#include <string.h>

#define HALF_A_YEAR 183

/* What is typed, in Swedish as the users write. */
static const struct
{
  const char *word;
  int days;
} words[] = {
  { "idag", 0 },    { "i dag", 0 },    { "igår", -1 }, { "i går", -1 },
  { "imorgon", 1 }, { "i morgon", 1 }, { "today", 0 },
};

static gboolean
read_word (const char *text, TjDate today, TjDate *date)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].word, text) == 0)
      {
        *date = today + (TjDate)words[i].days;
        return TRUE;
      }
  return FALSE;
}

/* YYYYMMDD */
static TjDate
read_eight_digits (const char *text)
{
  int year, month, day, end = 0;

  if (strspn (text, "0123456789") != 8 || strlen (text) != 8
      || sscanf (text, "%4d%2d%2d%n", &year, &month, &day, &end) != 3)
    return TJ_DATE_NONE;
  return tj_date_new (year, month, day);
}

/* The day and month of the year that lies nearest. */
static TjDate
nearest (int month, int day, TjDate today)
{
  TjDate best = TJ_DATE_NONE;
  int year, ignored;

  tj_date_get (today, &year, &ignored, &ignored);
  for (int i = -1; i <= 1; i++)
    {
      TjDate date = tj_date_new (year + i, month, day);

      if (date != TJ_DATE_NONE && ABS ((int)date - (int)today) <= HALF_A_YEAR)
        best = date;
    }
  return best != TJ_DATE_NONE ? best : tj_date_new (year, month, day);
}

/* 18/11, 18/11 2026 or 18/11-2026 */
static TjDate
read_day_and_month (const char *text, TjDate today)
{
  gsize length = strlen (text);
  int year, month, day, end = 0, before_year = 0;

  if (strspn (text, "0123456789/ -") != length
      || sscanf (text, "%2d/%2d%n%*1[ -]%n", &day, &month, &end, &before_year) != 2)
    return TJ_DATE_NONE;
  if ((gsize)end == length)
    return nearest (month, day, today);
  if (before_year != end + 1 || length - (gsize)before_year != 4
      || sscanf (text + before_year, "%4d%n", &year, &end) != 1 || end != 4)
    return TJ_DATE_NONE;
  return tj_date_new (year, month, day);
}

/**
 * tj_date_read:
 * @text: what somebody typed: 2026-11-18, 20261118, 18/11, 18/11 2026, idag, igår, imorgon
 * @today: the day the words count from; of a day without a year the nearest is meant
 *
 * Returns: the date, or %TJ_DATE_NONE when @text is none
 */
TjDate
tj_date_read (const char *text, TjDate today)
{
  g_autofree char *folded = NULL;
  TjDate date;

  g_return_val_if_fail (text != NULL, TJ_DATE_NONE);

  folded = g_strstrip (g_utf8_strdown (text, -1));
  if ((date = tj_date_parse (folded)) != TJ_DATE_NONE || read_word (folded, today, &date)
      || (date = read_eight_digits (folded)) != TJ_DATE_NONE)
    return date;
  return read_day_and_month (folded, today);
}
