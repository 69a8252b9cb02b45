#pragma once

#include "tj-import-headings.h"
#include "tj-youth-edit.h"

G_BEGIN_DECLS

/* The columns by which lists name a person. A source that has them puts them first, in this order:
 * the names, then perhaps the address, then perhaps phone and e-mail. */
enum
{
  TJ_PERSON_NUMBER,
  TJ_PERSON_FAMILY_NAME,
  TJ_PERSON_GIVEN_NAME,
  TJ_PERSON_NAMES,
  TJ_PERSON_NAMES_FAMILY_FIRST,
  TJ_PERSON_PROTECTED,
  TJ_PERSON_N_NAME_FIELDS,

  TJ_PERSON_CARE_OF = TJ_PERSON_N_NAME_FIELDS,
  TJ_PERSON_STREET,
  TJ_PERSON_EXTRA,
  TJ_PERSON_POSTAL_CODE,
  TJ_PERSON_LOCALITY,
  TJ_PERSON_N_ADDRESS_FIELDS,

  TJ_PERSON_PHONE = TJ_PERSON_N_ADDRESS_FIELDS,
  TJ_PERSON_EMAIL,
  TJ_PERSON_N_FIELDS,
};

#define TJ_PERSON_NAME_FIELDS                                                                      \
  [TJ_PERSON_NUMBER] = { "personal-number",                                                        \
                         N_ ("Personal number"),                                                   \
                         TJ_HEADINGS_NUMBER,                                                       \
                         TJ_CELL_NUMBER,                                                           \
                         TRUE,                                                                     \
                         TRUE },                                                                   \
  [TJ_PERSON_FAMILY_NAME]                                                                          \
      = { "family-name", N_ ("Family name"), TJ_HEADINGS_FAMILY_NAME, TJ_CELL_NAME, FALSE, TRUE }, \
  [TJ_PERSON_GIVEN_NAME]                                                                           \
      = { "given-name", N_ ("Given name"), TJ_HEADINGS_GIVEN_NAME, TJ_CELL_NAME, FALSE, TRUE },    \
  [TJ_PERSON_NAMES] = { "name", N_ ("Name"), TJ_HEADINGS_NAMES, TJ_CELL_NAMES, FALSE, TRUE },      \
  [TJ_PERSON_NAMES_FAMILY_FIRST]                                                                   \
      = { "name-family-first",        N_ ("Name"), TJ_HEADINGS_NAMES_FAMILY_FIRST,                 \
          TJ_CELL_NAMES_FAMILY_FIRST, FALSE,       TRUE },                                         \
  [TJ_PERSON_PROTECTED] = {                                                                        \
    "protected", N_ ("Protection"), TJ_HEADINGS_PROTECTED, TJ_CELL_PROTECTION, FALSE, FALSE        \
  }

#define TJ_PERSON_ADDRESS_FIELDS                                                                   \
  [TJ_PERSON_CARE_OF]                                                                              \
      = { "care-of", N_ ("Care of"), TJ_HEADINGS_CARE_OF, TJ_CELL_TEXT, FALSE, FALSE },            \
      [TJ_PERSON_STREET]                                                                           \
      = { "street", N_ ("Street address"), TJ_HEADINGS_STREET, TJ_CELL_TEXT, FALSE, FALSE },       \
      [TJ_PERSON_EXTRA]                                                                            \
      = { "extra", N_ ("Address line 2"), TJ_HEADINGS_EXTRA, TJ_CELL_TEXT, FALSE, FALSE },         \
      [TJ_PERSON_POSTAL_CODE]                                                                      \
      = { "postal-code", N_ ("Postal code"), TJ_HEADINGS_POSTAL_CODE, TJ_CELL_POSTAL_CODE, FALSE,  \
          FALSE },                                                                                 \
      [TJ_PERSON_LOCALITY]                                                                         \
      = { "locality", N_ ("Locality"), TJ_HEADINGS_LOCALITY, TJ_CELL_TEXT, FALSE, FALSE }

#define TJ_PERSON_DETAIL_FIELDS                                                                    \
  [TJ_PERSON_PHONE] = { "phone",       N_ ("Phone"), TJ_HEADINGS_MOBILE "|" TJ_HEADINGS_PHONE,     \
                        TJ_CELL_PHONE, FALSE,        FALSE },                                      \
  [TJ_PERSON_EMAIL] = { "email", N_ ("E-mail"), TJ_HEADINGS_EMAIL, TJ_CELL_EMAIL, FALSE, FALSE }

/* What a row says about a person, gathered from its columns. */
typedef struct
{
  const TjPersonalNumber *number;
  const char *given_name;
  const char *family_name;
  gboolean joined; /* both came from one cell, so where they part is not sure */
  int protection;
  gboolean has_address;
} TjImportPerson;

gboolean tj_import_person_has_name_columns (const int *columns);
void tj_import_person_gather (TjImportPerson *person, const TjImportRow *row, guint n_fields);
gboolean tj_import_person_has_names (const TjImportPerson *person);
gboolean tj_import_person_is_somebody_else (const TjImportPerson *person, TjYouth *known);
void tj_import_person_set (const TjImportPerson *person, TjYouthEdit *edit, guint n_fields);
void tj_import_person_warn (const TjImportPerson *person,
                            TjImportJob *job,
                            const TjImportRow *row,
                            TjYouth *known);

G_END_DECLS
