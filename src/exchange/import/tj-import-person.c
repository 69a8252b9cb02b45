/* What the rows of lists say about a person: whose number, which names, whether protected. A marking
 * may stand where the secret would have stood, and a protected person's address is never taken. */

#include "config.h"

#include "tj-import-person.h"

#include "tj-headings.h"

#include <string.h>

/* The age that ends the responsibility (29 kap. 9 § skollagen), and one below which a number is
 * more likely to be wrong than right: nobody leaves compulsory school so early. */
#define ENDS_AT 20
#define YOUNGEST 15

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

/* Names and address stand first among the fields, the column for the marking among them. */
static int
find_protection (const TjImportRow *row, guint n_fields)
{
  if (row->values[TJ_PERSON_PROTECTED].code != TJ_PROTECTION_NONE)
    return row->values[TJ_PERSON_PROTECTED].code;
  for (guint i = TJ_PERSON_FAMILY_NAME; i < MIN (n_fields, TJ_PERSON_N_ADDRESS_FIELDS); i++)
    if (i != TJ_PERSON_PROTECTED
        && (is_marking (row->values[i].text) || is_marking (row->values[i].family)))
      return TJ_PROTECTION_MARKED;
  return TJ_PROTECTION_NONE;
}

/**
 * tj_import_person_has_name_columns:
 *
 * Returns: whether the columns of a source that begins with those of a person tell the names
 */
gboolean
tj_import_person_has_name_columns (const int *columns)
{
  return columns[TJ_PERSON_NAMES] >= 0 || columns[TJ_PERSON_NAMES_FAMILY_FIRST] >= 0
         || (columns[TJ_PERSON_FAMILY_NAME] >= 0 && columns[TJ_PERSON_GIVEN_NAME] >= 0);
}

/**
 * tj_import_person_gather:
 * @person: (out): borrows from @row
 * @n_fields: which of a person's columns the source has: TJ_PERSON_N_NAME_FIELDS or one of those
 *   that go further
 *
 * Gathers what a row says about a person.
 */
void
tj_import_person_gather (TjImportPerson *person, const TjImportRow *row, guint n_fields)
{
  const TjImportValue *values = row->values;
  const TjImportValue *names = &values[TJ_PERSON_NAMES];

  if (values[TJ_PERSON_NAMES_FAMILY_FIRST].text[0] != '\0')
    names = &values[TJ_PERSON_NAMES_FAMILY_FIRST];
  person->number = &values[TJ_PERSON_NUMBER].number;
  person->given_name = values[TJ_PERSON_GIVEN_NAME].text;
  person->family_name = values[TJ_PERSON_FAMILY_NAME].text;
  person->joined = person->given_name[0] == '\0' && person->family_name[0] == '\0';
  if (person->joined)
    {
      person->given_name = names->text;
      person->family_name = names->family;
    }
  person->protection = find_protection (row, n_fields);
  person->has_address = n_fields >= TJ_PERSON_N_ADDRESS_FIELDS
                        && (values[TJ_PERSON_STREET].text[0] != '\0'
                            || values[TJ_PERSON_POSTAL_CODE].text[0] != '\0'
                            || values[TJ_PERSON_LOCALITY].text[0] != '\0');
}

/**
 * tj_import_person_has_names:
 *
 * Returns: whether the row has both a given name and a family name
 */
gboolean
tj_import_person_has_names (const TjImportPerson *person)
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

/**
 * tj_import_person_is_somebody_else:
 *
 * Returns: whether given and family name are both other than in the register: more likely another
 *   person's number than two new names
 */
gboolean
tj_import_person_is_somebody_else (const TjImportPerson *person, TjYouth *known)
{
  const char *given = tj_youth_get_given_name (known);
  const char *family = tj_youth_get_family_name (known);

  return tj_import_person_has_names (person) && given[0] != '\0' && family[0] != '\0'
         && person->protection == TJ_PROTECTION_NONE && !is_same_name (person->given_name, given)
         && !is_same_name (person->family_name, family)
         && !is_same_name (person->given_name, family)
         && !is_same_name (person->family_name, given);
}

static gboolean
is_same_when_joined (const TjImportPerson *person, TjYouth *known)
{
  g_autofree char *ours = tj_youth_dup_name (known);
  g_autofree char *theirs = g_strdup_printf ("%s %s", person->given_name, person->family_name);

  return strcmp (ours, theirs) == 0;
}

static void
set_names (TjYouthEdit *edit, const TjImportPerson *person)
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
    { TJ_PERSON_STREET, TJ_YOUTH_EDIT_STREET },
    { TJ_PERSON_POSTAL_CODE, TJ_YOUTH_EDIT_POSTAL_CODE },
    { TJ_PERSON_LOCALITY, TJ_YOUTH_EDIT_LOCALITY },
    { TJ_PERSON_CARE_OF, TJ_YOUTH_EDIT_CARE_OF },
    { TJ_PERSON_EXTRA, TJ_YOUTH_EDIT_EXTRA },
  };
  gboolean moved = strcmp (tj_youth_edit_get (edit, TJ_YOUTH_EDIT_STREET),
                           edit->row->values[TJ_PERSON_STREET].text)
                   != 0;

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (moved || tj_import_job_has_column (edit->job, lines[i].field))
      tj_youth_edit_set (edit, lines[i].target, edit->row->values[lines[i].field].text);
}

static void
set_details (TjYouthEdit *edit)
{
  const char *phone = edit->row->values[TJ_PERSON_PHONE].text;
  const char *email = edit->row->values[TJ_PERSON_EMAIL].text;

  if (phone[0] != '\0')
    tj_youth_edit_set (edit, TJ_YOUTH_EDIT_PHONE, phone);
  if (email[0] != '\0')
    tj_youth_edit_set (edit, TJ_YOUTH_EDIT_EMAIL, email);
}

/**
 * tj_import_person_set:
 * @n_fields: as for tj_import_person_gather()
 *
 * Brings names, marking, address and details into a youth's record. A protected person's address is
 * not taken, and what is known is not overwritten.
 */
void
tj_import_person_set (const TjImportPerson *person, TjYouthEdit *edit, guint n_fields)
{
  gboolean was_protected = edit->known != NULL && tj_youth_is_protected (edit->known);

  set_names (edit, person);
  if (n_fields >= TJ_PERSON_N_FIELDS)
    set_details (edit);
  tj_youth_edit_protect (edit, person->protection);
  if (person->protection == TJ_PROTECTION_NONE && !was_protected && person->has_address)
    set_address (edit);
}

/**
 * tj_import_person_warn:
 * @known: (nullable): the youth of the register
 *
 * Tells of an age, a marking or an address that the coordinator should know of.
 */
void
tj_import_person_warn (const TjImportPerson *person,
                       TjImportJob *job,
                       const TjImportRow *row,
                       TjYouth *known)
{
  int age = tj_date_age (person->number->birth, tj_import_job_get_today (job));
  gboolean was_protected = known != NULL && tj_youth_is_protected (known);

  if (age >= ENDS_AT)
    tj_import_job_warn (job, row, TJ_PERSON_NUMBER, TJ_REASON_TURNED_TWENTY);
  else if (age < YOUNGEST)
    tj_import_job_warn (job, row, TJ_PERSON_NUMBER, TJ_REASON_TOO_YOUNG);

  if (person->protection != TJ_PROTECTION_NONE)
    tj_import_job_warn (job, row, -1, TJ_REASON_PROTECTED);
  else if (was_protected)
    tj_import_job_warn (job, row, -1, TJ_REASON_PROTECTED_KEPT);
  else if (!person->has_address && (known == NULL || !tj_youth_has_address (known)))
    tj_import_job_warn (job, row, TJ_PERSON_STREET, TJ_REASON_NO_ADDRESS);
}
