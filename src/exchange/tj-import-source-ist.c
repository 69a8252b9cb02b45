/* The "Åtgärdas" list of IST: whom the municipality believes to be outside upper-secondary school.
 * Each youth on it is registered; one who is registered already gets what is new about them. Those
 * registered but no longer on the list are told of, and nobody is deregistered here. */

#include "config.h"

#include "tj-import-headings.h"
#include "tj-registration-edit.h"
#include "tj-youth-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The age that ends the responsibility (29 kap. 9 § skollagen), and one below which a number is
 * more likely to be wrong than right: nobody leaves compulsory school so early. */
#define ENDS_AT 20
#define YOUNGEST 15

enum
{
  FIELD_NUMBER,
  FIELD_FAMILY_NAME,
  FIELD_GIVEN_NAME,
  FIELD_NAMES,
  FIELD_NAMES_FAMILY_FIRST,
  FIELD_CARE_OF,
  FIELD_STREET,
  FIELD_EXTRA,
  FIELD_POSTAL_CODE,
  FIELD_LOCALITY,
  FIELD_PHONE,
  FIELD_EMAIL,
  FIELD_SCHOOL,
  FIELD_PROGRAMME,
  FIELD_REASON,
  FIELD_REGISTERED_ON,
  FIELD_PROTECTED,
  N_FIELDS,
};

static const TjImportField fields[N_FIELDS] = {
  [FIELD_NUMBER]
  = { "personal-number", N_ ("Personal number"), TJ_HEADINGS_NUMBER, TJ_CELL_NUMBER, TRUE, TRUE },
  [FIELD_FAMILY_NAME]
  = { "family-name", N_ ("Family name"), TJ_HEADINGS_FAMILY_NAME, TJ_CELL_NAME, FALSE, TRUE },
  [FIELD_GIVEN_NAME]
  = { "given-name", N_ ("Given name"), TJ_HEADINGS_GIVEN_NAME, TJ_CELL_NAME, FALSE, TRUE },
  [FIELD_NAMES] = { "name", N_ ("Name"), TJ_HEADINGS_NAMES, TJ_CELL_NAMES, FALSE, TRUE },
  [FIELD_NAMES_FAMILY_FIRST] = { "name-family-first", N_ ("Name"), TJ_HEADINGS_NAMES_FAMILY_FIRST,
                                 TJ_CELL_NAMES_FAMILY_FIRST, FALSE, TRUE },
  [FIELD_CARE_OF] = { "care-of", N_ ("Care of"), TJ_HEADINGS_CARE_OF, TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_STREET]
  = { "street", N_ ("Street address"), TJ_HEADINGS_STREET, TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_EXTRA] = { "extra", N_ ("Address line 2"), TJ_HEADINGS_EXTRA, TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_POSTAL_CODE] = { "postal-code", N_ ("Postal code"), TJ_HEADINGS_POSTAL_CODE,
                          TJ_CELL_POSTAL_CODE, FALSE, FALSE },
  [FIELD_LOCALITY]
  = { "locality", N_ ("Locality"), TJ_HEADINGS_LOCALITY, TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_PHONE] = { "phone", N_ ("Phone"), TJ_HEADINGS_MOBILE "|" TJ_HEADINGS_PHONE, TJ_CELL_PHONE,
                    FALSE, FALSE },
  [FIELD_EMAIL] = { "email", N_ ("E-mail"), TJ_HEADINGS_EMAIL, TJ_CELL_EMAIL, FALSE, FALSE },
  [FIELD_SCHOOL] = { "school", N_ ("Latest school"), "Senaste skola|" TJ_HEADINGS_SCHOOL,
                     TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_PROGRAMME] = { "programme", N_ ("Latest programme"),
                        "Senaste program|" TJ_HEADINGS_PROGRAMME, TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_REASON] = { "reason", N_ ("Reason"),
                     "Orsak|Bakgrund|Avgångsorsak|Avgångsorsak senaste|Anledning|Slutorsak|"
                     "Status orsak|Reason|Background|Cause",
                     TJ_CELL_BACKGROUND, FALSE, FALSE },
  [FIELD_REGISTERED_ON]
  = { "registered-on", N_ ("Registration date"),
      "Registreringsdatum|Registrerad|Registrerad datum|Reg.datum|Datum registrerad|"
      "Registreringsdag|KAA-registrering|Aktualiseringsdatum|Aktuell från|Från och med|Fr.o.m.|"
      "Från datum|Startdatum|Datum|Registration date|Registered|Registered on|From date|"
      "Start date|Date",
      TJ_CELL_DATE, FALSE, TRUE },
  [FIELD_PROTECTED]
  = { "protected", N_ ("Protection"), TJ_HEADINGS_PROTECTED, TJ_CELL_PROTECTION, FALSE, FALSE },
};

static gboolean
check_columns (const int *columns, const char **missing)
{
  *missing = N_ ("Name");
  return columns[FIELD_NAMES] >= 0 || columns[FIELD_NAMES_FAMILY_FIRST] >= 0
         || (columns[FIELD_FAMILY_NAME] >= 0 && columns[FIELD_GIVEN_NAME] >= 0);
}

static void
begin (TjImportJob *job)
{
  if (!tj_import_job_has_column (job, FIELD_REGISTERED_ON))
    tj_import_job_warn_file (job, FIELD_REGISTERED_ON, TJ_REASON_DATE_ABSENT);
}

/* What a row says about a person, gathered from its columns. */
typedef struct
{
  const char *given_name;
  const char *family_name;
  gboolean joined; /* both came from one cell, so where they part is not sure */
  int protection;
  gboolean has_address;
} Person;

/* Registers write the marking where the secret would stand. */
static gboolean
is_marking (const char *text)
{
  static const char *const words[] = { "skyddad", "skyddat", "sekretess", "kvarskriv" };

  for (; *text != '\0'; text++)
    if (g_ascii_tolower (*text) == 's' || g_ascii_tolower (*text) == 'k')
      for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
        if (g_ascii_strncasecmp (text, words[i], strlen (words[i])) == 0)
          return TRUE;
  return FALSE;
}

static int
find_protection (const TjImportRow *row)
{
  static const guint places[]
      = { FIELD_CARE_OF,    FIELD_STREET,      FIELD_EXTRA, FIELD_POSTAL_CODE,       FIELD_LOCALITY,
          FIELD_GIVEN_NAME, FIELD_FAMILY_NAME, FIELD_NAMES, FIELD_NAMES_FAMILY_FIRST };

  if (row->values[FIELD_PROTECTED].code != TJ_PROTECTION_NONE)
    return row->values[FIELD_PROTECTED].code;
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (is_marking (row->values[places[i]].text) || is_marking (row->values[places[i]].family))
      return TJ_PROTECTION_MARKED;
  return TJ_PROTECTION_NONE;
}

static void
gather_person (Person *person, const TjImportRow *row)
{
  const TjImportValue *values = row->values;
  const TjImportValue *names = &values[FIELD_NAMES];

  if (values[FIELD_NAMES_FAMILY_FIRST].text[0] != '\0')
    names = &values[FIELD_NAMES_FAMILY_FIRST];
  person->given_name = values[FIELD_GIVEN_NAME].text;
  person->family_name = values[FIELD_FAMILY_NAME].text;
  person->joined = person->given_name[0] == '\0' && person->family_name[0] == '\0';
  if (person->joined)
    {
      person->given_name = names->text;
      person->family_name = names->family;
    }
  person->protection = find_protection (row);
  person->has_address = values[FIELD_STREET].text[0] != '\0'
                        || values[FIELD_POSTAL_CODE].text[0] != '\0'
                        || values[FIELD_LOCALITY].text[0] != '\0';
}

static gboolean
has_names (const Person *person)
{
  return person->given_name[0] != '\0' && person->family_name[0] != '\0';
}

/* The first word without case and accents, by which two spellings of a name are compared. */
static char *
fold_first_word (const char *name)
{
  g_auto (GStrv) words = g_strsplit_set (name, " -", 2);

  return tj_heading_fold (words[0] != NULL ? words[0] : "", -1);
}

static gboolean
is_same_name (const char *a, const char *b)
{
  g_autofree char *folded_a = NULL;
  g_autofree char *folded_b = NULL;

  if (strcmp (a, b) == 0)
    return TRUE;
  folded_a = fold_first_word (a);
  folded_b = fold_first_word (b);
  return strcmp (folded_a, folded_b) == 0;
}

/* Given and family name both other than in the register: more likely another person's number
 * than two new names. */
static gboolean
is_somebody_else (const Person *person, TjYouth *known)
{
  const char *given = tj_youth_get_given_name (known);
  const char *family = tj_youth_get_family_name (known);

  return has_names (person) && given[0] != '\0' && family[0] != '\0'
         && person->protection == TJ_PROTECTION_NONE && !is_same_name (person->given_name, given)
         && !is_same_name (person->family_name, family)
         && !is_same_name (person->given_name, family)
         && !is_same_name (person->family_name, given);
}

static gboolean
is_same_when_joined (const Person *person, TjYouth *known)
{
  g_autofree char *ours = tj_youth_dup_name (known);
  g_autofree char *theirs = g_strdup_printf ("%s %s", person->given_name, person->family_name);

  return strcmp (ours, theirs) == 0;
}

static void
set_names (TjYouthEdit *edit, const Person *person)
{
  if (edit->known != NULL
      && (is_marking (person->given_name) || is_marking (person->family_name)
          || (person->joined && is_same_when_joined (person, edit->known))))
    return;
  if (person->given_name[0] != '\0')
    tj_youth_edit_set (edit, TJ_YOUTH_EDIT_GIVEN_NAME, person->given_name);
  if (person->family_name[0] != '\0')
    tj_youth_edit_set (edit, TJ_YOUTH_EDIT_FAMILY_NAME, person->family_name);
}

/* An address is taken as a whole: lines that the list does not have go with a street that
 * changes, and stay with one that does not. */
static void
set_address (TjYouthEdit *edit)
{
  static const struct
  {
    guint field;
    TjYouthEditField target;
  } lines[] = {
    { FIELD_STREET, TJ_YOUTH_EDIT_STREET },     { FIELD_POSTAL_CODE, TJ_YOUTH_EDIT_POSTAL_CODE },
    { FIELD_LOCALITY, TJ_YOUTH_EDIT_LOCALITY }, { FIELD_CARE_OF, TJ_YOUTH_EDIT_CARE_OF },
    { FIELD_EXTRA, TJ_YOUTH_EDIT_EXTRA },
  };
  gboolean moved = strcmp (tj_youth_edit_get (edit, TJ_YOUTH_EDIT_STREET),
                           edit->row->values[FIELD_STREET].text)
                   != 0;

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (moved || tj_import_job_has_column (edit->job, lines[i].field))
      tj_youth_edit_set (edit, lines[i].target, edit->row->values[lines[i].field].text);
}

static void
set_details (TjYouthEdit *edit)
{
  const char *phone = edit->row->values[FIELD_PHONE].text;
  const char *email = edit->row->values[FIELD_EMAIL].text;

  if (phone[0] != '\0')
    tj_youth_edit_set (edit, TJ_YOUTH_EDIT_PHONE, phone);
  if (email[0] != '\0')
    tj_youth_edit_set (edit, TJ_YOUTH_EDIT_EMAIL, email);
}

/* A protected person's address is not taken, and what is known is not overwritten. */
static void
set_person (TjYouthEdit *edit, const Person *person)
{
  gboolean was_protected = edit->known != NULL && tj_youth_is_protected (edit->known);

  set_names (edit, person);
  set_details (edit);
  tj_youth_edit_protect (edit, person->protection);
  if (person->protection == TJ_PROTECTION_NONE && !was_protected && person->has_address)
    set_address (edit);
}

static void
warn_about_person (TjImportJob *job, const TjImportRow *row, const Person *person, TjYouth *known)
{
  const TjPersonalNumber *number = &row->values[FIELD_NUMBER].number;
  int age = tj_date_age (number->birth, tj_import_job_get_today (job));
  gboolean was_protected = known != NULL && tj_youth_is_protected (known);

  if (age >= ENDS_AT)
    tj_import_job_warn (job, row, FIELD_NUMBER, TJ_REASON_TURNED_TWENTY);
  else if (age < YOUNGEST)
    tj_import_job_warn (job, row, FIELD_NUMBER, TJ_REASON_TOO_YOUNG);

  if (person->protection != TJ_PROTECTION_NONE)
    tj_import_job_warn (job, row, -1, TJ_REASON_PROTECTED);
  else if (was_protected)
    tj_import_job_warn (job, row, -1, TJ_REASON_PROTECTED_KEPT);
  else if (!person->has_address && (known == NULL || !tj_youth_has_address (known)))
    tj_import_job_warn (job, row, FIELD_STREET, TJ_REASON_NO_ADDRESS);
}

/* "NTI Gymnasiet Skövde, EE" */
static char *
dup_latest_education (const TjImportRow *row)
{
  const char *school = row->values[FIELD_SCHOOL].text;
  const char *programme = row->values[FIELD_PROGRAMME].text;

  if (school[0] == '\0' || programme[0] == '\0')
    return g_strdup (school[0] != '\0' ? school : programme);
  return g_strdup_printf ("%s, %s", school, programme);
}

static void
gather_registration (TjRegistrationFacts *facts, const TjImportRow *row)
{
  const TjImportValue *date = &row->values[FIELD_REGISTERED_ON];

  facts->registered_on = date->text[0] != '\0' ? date->date : TJ_DATE_NONE;
  facts->background = row->values[FIELD_REASON].code;
  facts->education = dup_latest_education (row);
}

static void
warn_about_date (const TjRegistrationEdit *edit)
{
  TjDate said = edit->facts.registered_on;

  if (said != TJ_DATE_NONE && said > tj_import_job_get_today (edit->job))
    tj_import_job_warn (edit->job, edit->row, FIELD_REGISTERED_ON, TJ_REASON_DATE_FUTURE);
  if (said == TJ_DATE_NONE && edit->open == NULL
      && tj_import_job_has_column (edit->job, FIELD_REGISTERED_ON))
    tj_import_job_warn (edit->job, edit->row, FIELD_REGISTERED_ON, TJ_REASON_DATE_ABSENT);
  if (edit->warning != TJ_REASON_NONE)
    tj_import_job_warn (edit->job, edit->row, FIELD_REGISTERED_ON, edit->warning);
}

/* Why a row that reads well cannot be taken; `field` is where. */
static TjImportReason
find_obstacle (const TjRegistrationEdit *edit, const Person *person, TjYouth *known, int *field)
{
  *field = FIELD_NUMBER;
  if (known != NULL && is_somebody_else (person, known))
    return TJ_REASON_OTHER_NAME;
  if (known == NULL && !has_names (person) && person->protection == TJ_PROTECTION_NONE)
    {
      *field = person->given_name[0] == '\0' ? FIELD_GIVEN_NAME : FIELD_FAMILY_NAME;
      return TJ_REASON_NAME_MISSING;
    }
  if (edit->problem != TJ_REASON_NONE)
    {
      *field = FIELD_REGISTERED_ON;
      return edit->problem;
    }
  if (known != NULL && !tj_import_job_claim_youth (edit->job, known))
    return TJ_REASON_DUPLICATE;
  return TJ_REASON_NONE;
}

static gboolean
save (TjYouthEdit *youth,
      TjRegistrationEdit *registration,
      TjImportOutcome *outcome,
      GError **error)
{
  if (registration->open == NULL)
    outcome->result = TJ_IMPORT_NEW;
  else if (tj_registration_edit_is_changed (registration) || tj_youth_edit_is_changed (youth))
    outcome->result = TJ_IMPORT_CHANGED;
  return tj_youth_edit_save (youth, &outcome->youth_id, error)
         && tj_registration_edit_save (registration, outcome->youth_id, error);
}

static gboolean
apply (TjImportJob *job, const TjImportRow *row, TjImportOutcome *outcome, GError **error)
{
  g_auto (TjYouthEdit) youth = { 0 };
  g_auto (TjRegistrationEdit) registration = { 0 };
  const char *number = row->values[FIELD_NUMBER].number.text;
  TjImportReason obstacle;
  TjYouth *known;
  Person person;
  int field;

  if (!tj_import_job_find_youth (job, number, &known, error))
    return FALSE;
  gather_person (&person, row);
  gather_registration (&registration.facts, row);
  if (!tj_registration_edit_plan (&registration, job, row, known, error))
    return FALSE;
  obstacle = find_obstacle (&registration, &person, known, &field);
  if (obstacle != TJ_REASON_NONE)
    {
      tj_import_job_reject (job, row, field, obstacle, outcome);
      return TRUE;
    }

  warn_about_person (job, row, &person, known);
  warn_about_date (&registration);
  tj_youth_edit_begin (&youth, job, row, known);
  if (known == NULL)
    tj_youth_set_personal_number (youth.youth, number);
  set_person (&youth, &person);
  return save (&youth, &registration, outcome, error);
}

static void
finish (TjImportJob *job)
{
  tj_import_job_add_gone (job);
}

const TjImportSource tj_import_source_ist = {
  .id = "ist",
  .label = N_ ("IST: youths to act on"),
  .action = "import-ist",
  .fields = fields,
  .n_fields = N_FIELDS,
  .check_columns = check_columns,
  .begin = begin,
  .apply = apply,
  .finish = finish,
};
