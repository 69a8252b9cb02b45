/* Personal numbers, coordination numbers (day + 60) and the temporary numbers of schools and
 * authorities (a letter in the serial). The checksum rejects; an impossible date only flags,
 * because issued numbers have them (194 of Skatteverket's 2,264 test coordination numbers have
 * month 00 or a day outside the month). A month of 20 or more is an organisation number, and a
 * serial of 000 is never given out. */

#include "config.h"

#include "tj-personal-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A number taken apart, before its century and birth are decided. */
typedef struct
{
  int century; /* -1 when not written */
  int year;
  int month;
  int day;
  gboolean plus;
  char digits[11]; /* YYMMDDNNNN */
} Parts;

static int
two_digits (const char *text)
{
  return (text[0] - '0') * 10 + (text[1] - '0');
}

static gboolean
all_digits (const char *text, int n)
{
  for (int i = 0; i < n; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

/* TFnn and Tnnn of the schools, and one interim letter with three digits. */
static gboolean
is_temporary_serial (const char *serial)
{
  if (serial[0] == 'T' && serial[1] == 'F')
    return all_digits (serial + 2, 2);
  return strchr ("TRSUWXJKLMN", serial[0]) != NULL && all_digits (serial + 1, 3);
}

/* Word processors make dashes of hyphens. */
static char *
normalize (const char *text)
{
  static const char *const dashes[]
      = { "\xe2\x80\x90", "\xe2\x80\x91", "\xe2\x80\x93", "\xe2\x88\x92" };
  GString *plain = g_string_new (text);

  for (gsize i = 0; i < G_N_ELEMENTS (dashes); i++)
    g_string_replace (plain, dashes[i], "-", 0);
  g_string_ascii_up (plain);
  return g_strstrip (g_string_free (plain, FALSE));
}

static gboolean
take_apart (const char *text, Parts *parts)
{
  gsize n_date = strspn (text, "0123456789");
  const char *serial;

  /* Without a separator the last four digits are the serial. */
  if (text[n_date] == '\0' && n_date >= 4)
    n_date -= 4;
  if (n_date != 6 && n_date != 8)
    return FALSE;

  serial = text + n_date;
  parts->plus = *serial == '+';
  if (*serial == '-' || *serial == '+')
    serial++;
  if (strlen (serial) != 4 || !(all_digits (serial, 4) || is_temporary_serial (serial)))
    return FALSE;

  parts->century = n_date == 8 ? two_digits (text) : -1;
  memcpy (parts->digits, text + n_date - 6, 6);
  memcpy (parts->digits + 6, serial, 5);
  parts->year = two_digits (parts->digits);
  parts->month = two_digits (parts->digits + 2);
  parts->day = two_digits (parts->digits + 4);
  return TRUE;
}

/* The full year. Short numbers: the hyphen becomes a plus from the year the person turns 100
 * (folkbokföringslagen 18 §), so each form leaves one century. */
static int
full_year (const Parts *parts, TjDate today)
{
  int latest;

  if (parts->century >= 0)
    return parts->century * 100 + parts->year;

  tj_date_get (today, &latest, NULL, NULL);
  if (parts->plus)
    latest -= 100;
  return latest - (latest - parts->year) % 100;
}

static gboolean
has_right_checksum (const char *digits)
{
  int sum = 0;

  for (int i = 0; i < 10; i++)
    {
      int product = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);

      sum += product / 10 + product % 10;
    }
  return sum % 10 == 0;
}

static TjDate
nearest_date (int year, int month, int day)
{
  month = CLAMP (month, 1, 12);
  day = CLAMP (day, 1, g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year));
  return tj_date_new (year, month, day);
}

static void
fill_in (TjPersonalNumber *number, const Parts *parts, int year, TjNumberKind kind, TjDate today)
{
  int day = kind == TJ_NUMBER_COORDINATION ? parts->day - 60 : parts->day;

  memset (number, 0, sizeof *number);
  number->kind = kind;
  number->birth = nearest_date (year, parts->month, day);
  number->odd_date = tj_date_new (year, parts->month, day) == TJ_DATE_NONE
                     || (today != TJ_DATE_NONE && number->birth > today);
  if (kind != TJ_NUMBER_TEMPORARY)
    number->sex = (parts->digits[8] - '0') % 2 == 1 ? TJ_SEX_MAN : TJ_SEX_WOMAN;

  number->text[0] = (char)('0' + year / 1000);
  number->text[1] = (char)('0' + year / 100 % 10);
  memcpy (number->text + 2, parts->digits, 11);
}

/**
 * tj_personal_number_parse:
 * @text: (nullable): ten or twelve signs, with or without hyphen or plus before the last four
 * @today: the day that decides the century of a ten-digit number (folkbokföringslagen 18 §);
 *   %TJ_DATE_NONE will do when only twelve-digit numbers are to be read
 * @number: (out): the number; untouched when it is not one
 *
 * Reads a personal number, coordination number or temporary number. When the written date is
 * not in the calendar or lies after @today, `odd_date` is set and `birth` is the nearest day that exists: month
 * 00 counts as January and 13–19 as December, day 00 as the first and a day after the month's end
 * as its last. The sex of a temporary number is not known.
 *
 * Returns: %TJ_NUMBER_OK or what is wrong
 */
TjNumberProblem
tj_personal_number_parse (const char *text, TjDate today, TjPersonalNumber *number)
{
  g_autofree char *plain = NULL;
  Parts parts;
  TjNumberKind kind;
  int year;

  g_return_val_if_fail (number != NULL, TJ_NUMBER_MALFORMED);

  plain = normalize (text != NULL ? text : "");
  if (plain[0] == '\0')
    return TJ_NUMBER_EMPTY;
  if (!take_apart (plain, &parts) || (parts.century < 0 && today == TJ_DATE_NONE))
    return TJ_NUMBER_MALFORMED;

  year = full_year (&parts, today);
  if (year < 1800 || year > 2099 || parts.month >= 20 || strncmp (parts.digits + 6, "000", 3) == 0)
    return TJ_NUMBER_MALFORMED;

  kind = !g_ascii_isdigit (parts.digits[6]) ? TJ_NUMBER_TEMPORARY
         : parts.day >= 60                  ? TJ_NUMBER_COORDINATION
                                            : TJ_NUMBER_PERSONAL;
  if (kind != TJ_NUMBER_TEMPORARY && !has_right_checksum (parts.digits))
    return TJ_NUMBER_BAD_CHECKSUM;

  fill_in (number, &parts, year, kind, today);
  return TJ_NUMBER_OK;
}

/**
 * tj_number_problem_message:
 *
 * Returns: (transfer none): one translated sentence without the number itself; empty for
 *   %TJ_NUMBER_OK
 */
const char *
tj_number_problem_message (TjNumberProblem problem)
{
  switch (problem)
    {
    case TJ_NUMBER_OK:
      return "";
    case TJ_NUMBER_EMPTY:
      return _ ("The personal number is missing");
    case TJ_NUMBER_MALFORMED:
      return _ ("This is not a personal number: write YYYYMMDD-NNNN");
    case TJ_NUMBER_BAD_CHECKSUM:
      return _ ("The personal number's check digit is wrong");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * tj_number_kind_to_string:
 *
 * Returns: (transfer none): the stored word: `personal`, `coordination` or `temporary`
 */
const char *
tj_number_kind_to_string (TjNumberKind kind)
{
  static const char *const words[] = { "personal", "coordination", "temporary" };

  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (words), NULL);
  return words[kind];
}

/**
 * tj_personal_number_format:
 * @canonical: twelve signs
 *
 * Returns: (transfer full): YYYYMMDD-NNNN, or a copy of a text that is not canonical
 */
char *
tj_personal_number_format (const char *canonical)
{
  g_return_val_if_fail (canonical != NULL, NULL);

  if (strlen (canonical) != 12)
    return g_strdup (canonical);
  return g_strdup_printf ("%.8s-%s", canonical, canonical + 8);
}

/**
 * tj_personal_number_mask:
 * @canonical: twelve signs
 *
 * For lists and prints that do not need the whole number (dataskyddslagen 2018:218, 3:10).
 *
 * Returns: (transfer full): YYYYMMDD-****
 */
char *
tj_personal_number_mask (const char *canonical)
{
  g_return_val_if_fail (canonical != NULL, NULL);

  return g_strdup_printf ("%.8s-****", canonical);
}
