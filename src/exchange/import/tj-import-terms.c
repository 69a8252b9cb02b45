/* What lists write for our codes, amounts and months. People write freely ("Avbrott anmält av
 * elev"), so a text is known by a part of it, and the part that says more stands before one that is
 * within it ("ej antagen" before "antagen"). */

#include "config.h"

#include "tj-import-terms.h"

#include "tj-headings.h"
#include "tj-import-value.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* No amount of an invoice line is larger, in öre. */
#define LARGEST_AMOUNT G_GINT64_CONSTANT (100000000000)

typedef struct
{
  const char *part;
  int code;
} Term;

/* The code of the first term within the text; -1 when it holds none. */
static int
find_term (const Term *terms, gsize n, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (gsize i = 0; i < n; i++)
    if (strstr (folded, terms[i].part) != NULL)
      return terms[i].code;
  return -1;
}

/* Digits and at most one mark before one or two decimals; other marks part thousands. */
static gboolean
read_digits (const char *text, gint64 *ore)
{
  gsize length = strlen (text);
  gsize end = strcspn (text, ".,");
  const char *decimals = NULL;
  gint64 amount = 0;
  guint n_decimals = 0;

  for (gsize i = end; i < length; i++)
    if ((text[i] == '.' || text[i] == ',') && length - i <= 3 && length - i >= 2)
      decimals = text + i;
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '.' || *p == ',' || *p == ' ')
        continue;
      if (!g_ascii_isdigit (*p) || amount > LARGEST_AMOUNT)
        return FALSE;
      amount = amount * 10 + (*p - '0');
      n_decimals += decimals != NULL && p > decimals;
    }
  for (; n_decimals < 2; n_decimals++)
    amount *= 10;
  *ore = amount;
  return length > 0 && amount <= LARGEST_AMOUNT;
}

/* Takes the unit away that stands behind an amount. */
static void
cut_unit (char *text)
{
  static const char *const units[] = { "kr", "sek", ":-", "kronor" };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gsize length = strlen (text), unit = strlen (units[i]);

      if (length > unit && g_ascii_strcasecmp (text + length - unit, units[i]) == 0)
        text[length - unit] = '\0';
    }
  g_strchomp (text);
}

/**
 * tj_term_read_amount:
 * @ore: (out): the amount; untouched on failure
 *
 * Reads kronor as people and programs write them: `12392,00`, `12 392 kr`, `-500.5`.
 *
 * Returns: whether it is an amount
 */
gboolean
tj_term_read_amount (const char *text, gint64 *ore)
{
  g_autofree char *copy = g_strstrip (g_strdup (text));
  gboolean is_minus = copy[0] == '-' || g_str_has_prefix (copy, "−");
  char *digits = copy + (copy[0] == '-' ? 1 : is_minus ? strlen ("−") : 0);
  gint64 amount;

  cut_unit (digits);
  g_strchug (digits);
  if (!g_ascii_isdigit (digits[0]) || !read_digits (digits, &amount))
    return FALSE;
  *ore = is_minus ? -amount : amount;
  return TRUE;
}

static int
find_month_name (const char *text)
{
  static const Term months[]
      = { { "jan", 1 },  { "feb", 2 },  { "mar", 3 },  { "apr", 4 }, { "maj", 5 },
          { "may", 5 },  { "jun", 6 },  { "jul", 7 },  { "aug", 8 }, { "sep", 9 },
          { "okt", 10 }, { "oct", 10 }, { "nov", 11 }, { "dec", 12 } };

  return find_term (months, G_N_ELEMENTS (months), text);
}

/* The first number of four digits that can be a year. */
static int
find_year (const char *text)
{
  for (; *text != '\0'; text++)
    {
      gsize n = strspn (text, "0123456789");

      if (n == 4 && text[0] == '2' && text[1] == '0')
        return atoi (text);
      text += n > 0 ? n - 1 : 0;
    }
  return 0;
}

static TjDate
first_of_month (int year, int month)
{
  return year >= 2000 && year < 2100 && month >= 1 && month <= 12 ? tj_date_new (year, month, 1)
                                                                  : TJ_DATE_NONE;
}

/**
 * tj_term_read_month:
 *
 * Reads a month as `2026-11`, `202611`, `11/2026`, `november 2026`, or as any date within it.
 *
 * Returns: its first day, or %TJ_DATE_NONE
 */
TjDate
tj_term_read_month (const char *text)
{
  TjImportValue value = { .text = text };
  gsize length = strlen (text);
  int year, month, number;
  char end;

  if (sscanf (text, "%4d%*[-/.]%2d%c", &year, &month, &end) == 2 && year > 1000)
    return first_of_month (year, month);
  if (sscanf (text, "%2d%*[-/.]%4d%c", &month, &year, &end) == 2 && year > 1000)
    return first_of_month (year, month);
  if (length == 6 && strspn (text, "0123456789") == 6)
    {
      number = atoi (text);
      return first_of_month (number / 100, number % 100);
    }
  month = find_month_name (text);
  if (month > 0)
    return first_of_month (find_year (text), month);
  tj_import_date_read (&value);
  if (value.error != TJ_REASON_NONE)
    return TJ_DATE_NONE;
  tj_date_get (value.date, &year, &month, NULL);
  return first_of_month (year, month);
}

/**
 * tj_term_read_year:
 * @first: (out): its first day; untouched on failure, as @last
 *
 * Reads a calendar year, as `2026`. A school year is none: it has two.
 *
 * Returns: whether it is one
 */
gboolean
tj_term_read_year (const char *text, TjDate *first, TjDate *last)
{
  int year = strlen (text) == 4 ? find_year (text) : 0;

  if (year == 0)
    return FALSE;
  *first = tj_date_new (year, 1, 1);
  *last = tj_date_new (year, 12, 31);
  return TRUE;
}

/* What is left of "före 1 juli 2025" behind its first word, folded. */
static gboolean
is_renewal (const char *text)
{
  static const char *const days[]
      = { "",           "1juli2025",    "30juni2025", "20250701",      "20250630", "1july2025",
          "30june2025", "den1juli2025", "202507",     "den30juni2025", NULL };

  return g_strv_contains (days, text);
}

/**
 * tj_term_read_begun:
 * @begun: (out): untouched on failure
 *
 * Reads for whom a price holds: "före 1 juli 2025", "fr.o.m. 2025-07-01", "Gy25", "alla" or
 * nothing. Another day than the renewal's is not understood.
 *
 * Returns: whether it says so
 */
gboolean
tj_term_read_begun (const char *text, TjBegun *begun)
{
  static const struct
  {
    const char *word; /* folded; the longer one first */
    TjBegun begun;
  } words[] = {
    { "alla", TJ_BEGUN_ANY },          { "samtliga", TJ_BEGUN_ANY }, { "gy11", TJ_BEGUN_BEFORE },
    { "gy2011", TJ_BEGUN_BEFORE },     { "gy25", TJ_BEGUN_SINCE },   { "gy2025", TJ_BEGUN_SINCE },
    { "fore", TJ_BEGUN_BEFORE },       { "innan", TJ_BEGUN_BEFORE }, { "before", TJ_BEGUN_BEFORE },
    { "tillochmed", TJ_BEGUN_BEFORE }, { "tom", TJ_BEGUN_BEFORE },   { "senast", TJ_BEGUN_BEFORE },
    { "until", TJ_BEGUN_BEFORE },      { "efter", TJ_BEGUN_SINCE },  { "after", TJ_BEGUN_SINCE },
    { "franochmed", TJ_BEGUN_SINCE },  { "fran", TJ_BEGUN_SINCE },   { "from", TJ_BEGUN_SINCE },
    { "since", TJ_BEGUN_SINCE },
  };
  g_autofree char *folded = tj_heading_fold (text, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (folded, words[i].word) && is_renewal (folded + strlen (words[i].word)))
      {
        *begun = words[i].begun;
        return TRUE;
      }
  if (folded[0] != '\0')
    return FALSE;
  *begun = TJ_BEGUN_ANY;
  return TRUE;
}

/**
 * tj_term_read_answer:
 *
 * Returns: yes for any mark but the forms of no; unknown when there is nothing
 */
TjAnswer
tj_term_read_answer (const char *text)
{
  static const char *const no[] = { "nej", "n", "no", "0", "false", "falskt", "ej", "inte", NULL };
  g_autofree char *folded = g_utf8_casefold (text, -1);

  if (folded[0] == '\0')
    return TJ_ANSWER_UNKNOWN;
  return g_strv_contains (no, folded) || g_str_has_prefix (folded, "nej")
                 || g_str_has_prefix (folded, "ej ")
             ? TJ_ANSWER_NO
             : TJ_ANSWER_YES;
}

/**
 * tj_term_read_organiser_kind:
 *
 * Returns: the kind, unknown when the text says none
 */
TjOrganiserKind
tj_term_read_organiser_kind (const char *text)
{
  static const Term terms[] = {
    { "fristående", TJ_ORGANISER_INDEPENDENT },
    { "friskola", TJ_ORGANISER_INDEPENDENT },
    { "enskild", TJ_ORGANISER_INDEPENDENT },
    { "privat", TJ_ORGANISER_INDEPENDENT },
    { "independent", TJ_ORGANISER_INDEPENDENT },
    { "region", TJ_ORGANISER_REGION },
    { "landsting", TJ_ORGANISER_REGION },
    { "kommun", TJ_ORGANISER_MUNICIPAL },
    { "municipal", TJ_ORGANISER_MUNICIPAL },
    { "statlig", TJ_ORGANISER_STATE },
    { "staten", TJ_ORGANISER_STATE },
    { "state", TJ_ORGANISER_STATE },
  };
  int kind = find_term (terms, G_N_ELEMENTS (terms), text);

  return kind >= 0 ? (TjOrganiserKind)kind : TJ_ORGANISER_UNKNOWN;
}

/**
 * tj_term_read_enrolment_end:
 *
 * Returns: a #TjEnrolmentEnd, -1 when there is no text
 */
int
tj_term_read_enrolment_end (const char *text)
{
  static const Term terms[] = {
    { "utan examen", TJ_ENROLMENT_END_STUDIEBEVIS },
    { "ej examen", TJ_ENROLMENT_END_STUDIEBEVIS },
    { "studiebevis", TJ_ENROLMENT_END_STUDIEBEVIS },
    { "gymnasiebevis", TJ_ENROLMENT_END_SPECIAL_CERTIFICATE },
    { "special-certificate", TJ_ENROLMENT_END_SPECIAL_CERTIFICATE },
    { "examen", TJ_ENROLMENT_END_DEGREE },
    { "degree", TJ_ENROLMENT_END_DEGREE },
    { "diplom", TJ_ENROLMENT_END_DEGREE },
    { "avbr", TJ_ENROLMENT_END_BREAK },
    { "slutat", TJ_ENROLMENT_END_BREAK },
    { "hoppat", TJ_ENROLMENT_END_BREAK },
    { "break", TJ_ENROLMENT_END_BREAK },
    { "dropped", TJ_ENROLMENT_END_BREAK },
    { "byt", TJ_ENROLMENT_END_CHANGE },
    { "change", TJ_ENROLMENT_END_CHANGE },
    { "flytt", TJ_ENROLMENT_END_MOVED },
    { "moved", TJ_ENROLMENT_END_MOVED },
  };
  int end = find_term (terms, G_N_ELEMENTS (terms), text);

  if (text[0] == '\0')
    return -1;
  return end >= 0 ? end : TJ_ENROLMENT_END_OTHER;
}

/**
 * tj_term_read_certificate:
 *
 * Returns: a #TjCertificateKind, -1 when the text says none
 */
int
tj_term_read_certificate (const char *text)
{
  static const Term terms[] = {
    { "studiebevis", TJ_CERTIFICATE_STUDIEBEVIS },
    { "gymnasieintyg", TJ_CERTIFICATE_INTYG },
    { "intyg", TJ_CERTIFICATE_INTYG },
    { "gymnasiebevis", TJ_CERTIFICATE_SPECIAL },
    { "likvärdig", TJ_CERTIFICATE_EQUIVALENT },
    { "examen", TJ_CERTIFICATE_DEGREE },
    { "degree", TJ_CERTIFICATE_DEGREE },
    { "diplom", TJ_CERTIFICATE_IB_DIPLOMA },
    { "study certificate", TJ_CERTIFICATE_STUDIEBEVIS },
  };

  return find_term (terms, G_N_ELEMENTS (terms), text);
}

/**
 * tj_term_read_study_level:
 *
 * Returns: the level, unknown when the text says none
 */
TjStudyLevel
tj_term_read_study_level (const char *text)
{
  static const Term terms[] = {
    { "grund", TJ_STUDY_LEVEL_BASIC },
    { "basic", TJ_STUDY_LEVEL_BASIC },
    { "sfi", TJ_STUDY_LEVEL_SFI },
    { "svenska för invandrare", TJ_STUDY_LEVEL_SFI },
    { "gymn", TJ_STUDY_LEVEL_UPPER_SECONDARY },
    { "upper", TJ_STUDY_LEVEL_UPPER_SECONDARY },
  };
  int level = find_term (terms, G_N_ELEMENTS (terms), text);

  return level >= 0 ? (TjStudyLevel)level : TJ_STUDY_LEVEL_UNKNOWN;
}

/**
 * tj_term_read_study_state:
 *
 * Returns: a #TjStudyState, -1 when the text says none
 */
int
tj_term_read_study_state (const char *text)
{
  static const Term terms[] = {
    { "ej påbörj", TJ_STUDY_STATE_PLANNED },  { "inte påbörj", TJ_STUDY_STATE_PLANNED },
    { "ej start", TJ_STUDY_STATE_PLANNED },   { "antagen", TJ_STUDY_STATE_PLANNED },
    { "planer", TJ_STUDY_STATE_PLANNED },     { "kommande", TJ_STUDY_STATE_PLANNED },
    { "planned", TJ_STUDY_STATE_PLANNED },    { "avbr", TJ_STUDY_STATE_BROKEN },
    { "slutat", TJ_STUDY_STATE_BROKEN },      { "hoppat", TJ_STUDY_STATE_BROKEN },
    { "utskriven", TJ_STUDY_STATE_BROKEN },   { "broken", TJ_STUDY_STATE_BROKEN },
    { "avslut", TJ_STUDY_STATE_FINISHED },    { "klar", TJ_STUDY_STATE_FINISHED },
    { "godkän", TJ_STUDY_STATE_FINISHED },    { "fullfölj", TJ_STUDY_STATE_FINISHED },
    { "betyg", TJ_STUDY_STATE_FINISHED },     { "finished", TJ_STUDY_STATE_FINISHED },
    { "completed", TJ_STUDY_STATE_FINISHED }, { "pågå", TJ_STUDY_STATE_ONGOING },
    { "läser", TJ_STUDY_STATE_ONGOING },      { "studerar", TJ_STUDY_STATE_ONGOING },
    { "aktiv", TJ_STUDY_STATE_ONGOING },      { "påbörj", TJ_STUDY_STATE_ONGOING },
    { "ongoing", TJ_STUDY_STATE_ONGOING },    { "active", TJ_STUDY_STATE_ONGOING },
  };

  return find_term (terms, G_N_ELEMENTS (terms), text);
}

/**
 * tj_term_read_admission:
 *
 * Returns: a #TjAdmissionState, -1 when the text says none
 */
int
tj_term_read_admission (const char *text)
{
  static const Term terms[] = {
    { "ej sökt", TJ_ADMISSION_NO_CHOICE },       { "inte sökt", TJ_ADMISSION_NO_CHOICE },
    { "ingen ansökan", TJ_ADMISSION_NO_CHOICE }, { "ej gjort", TJ_ADMISSION_NO_CHOICE },
    { "inget val", TJ_ADMISSION_NO_CHOICE },     { "no choice", TJ_ADMISSION_NO_CHOICE },
    { "not applied", TJ_ADMISSION_NO_CHOICE },   { "tackat nej", TJ_ADMISSION_DECLINED },
    { "avböj", TJ_ADMISSION_DECLINED },          { "avsagt", TJ_ADMISSION_DECLINED },
    { "återtag", TJ_ADMISSION_DECLINED },        { "declined", TJ_ADMISSION_DECLINED },
    { "reserv", TJ_ADMISSION_RESERVE },          { "ej antagen", TJ_ADMISSION_NO_PLACE },
    { "inte antagen", TJ_ADMISSION_NO_PLACE },   { "struken", TJ_ADMISSION_NO_PLACE },
    { "ej behörig", TJ_ADMISSION_NO_PLACE },     { "obehörig", TJ_ADMISSION_NO_PLACE },
    { "ingen plats", TJ_ADMISSION_NO_PLACE },    { "not admitted", TJ_ADMISSION_NO_PLACE },
    { "no place", TJ_ADMISSION_NO_PLACE },       { "antagen", TJ_ADMISSION_ADMITTED },
    { "tackat ja", TJ_ADMISSION_ADMITTED },      { "admitted", TJ_ADMISSION_ADMITTED },
  };

  return find_term (terms, G_N_ELEMENTS (terms), text);
}

/**
 * tj_term_read_report_category:
 *
 * Returns: a #TjReportCategory (skollagen 15:15 and 18:15), -1 when the text says none
 */
int
tj_term_read_report_category (const char *text)
{
  static const Term terms[] = {
    { "utebl", TJ_REPORT_NEVER_CAME },
    { "inte börjat", TJ_REPORT_NEVER_CAME },
    { "ej börjat", TJ_REPORT_NEVER_CAME },
    { "ej påbörjat", TJ_REPORT_NEVER_CAME },
    { "never came", TJ_REPORT_NEVER_CAME },
    { "avbr", TJ_REPORT_BREAK },
    { "break", TJ_REPORT_BREAK },
    { "månad", TJ_REPORT_MONTH_ABSENT },
    { "month", TJ_REPORT_MONTH_ABSENT },
    { "frånvaro", TJ_REPORT_ABSENCE },
    { "absence", TJ_REPORT_ABSENCE },
    { "reducer", TJ_REPORT_REDUCED },
    { "reviderad", TJ_REPORT_REDUCED },
    { "reduced", TJ_REPORT_REDUCED },
    { "byt", TJ_REPORT_CHANGE },
    { "change", TJ_REPORT_CHANGE },
    { "tre år", TJ_REPORT_PROLONGED },
    { "tre läsår", TJ_REPORT_PROLONGED },
    { "förläng", TJ_REPORT_PROLONGED },
    { "three years", TJ_REPORT_PROLONGED },
    { "examen", TJ_REPORT_DEGREE_AT_RISK },
    { "degree", TJ_REPORT_DEGREE_AT_RISK },
  };

  return find_term (terms, G_N_ELEMENTS (terms), text);
}
