/* IB results in August: a diploma counts as a gymnasieexamen, which the national database of grades
 * does not have; one who got none is within the responsibility, as holders of a studiebevis are. */

#include "config.h"

#include "tj-import-terms.h"
#include "tj-leaver.h"

#include <glib/gi18n-lib.h>

/* Points that a diploma takes, where the list gives them in place of yes or no. */
#define DIPLOMA_POINTS 24
#define MOST_POINTS 45

enum
{
  FIELD_SCHOOL = TJ_PERSON_N_FIELDS,
  FIELD_DIPLOMA,
  FIELD_ISSUED_ON,
  N_FIELDS,
};

static const TjImportField fields[N_FIELDS] = {
  TJ_PERSON_NAME_FIELDS,
  TJ_PERSON_ADDRESS_FIELDS,
  TJ_PERSON_DETAIL_FIELDS,
  [FIELD_SCHOOL] = { "school", N_ ("School"), TJ_HEADINGS_SCHOOL, TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_DIPLOMA] = { "diploma", N_ ("Diploma"),
                      "Diplom|IB-diplom|IB Diploma|Diplom erhållet|IB-examen|Resultat|IB-poäng|"
                      "Diploma|Diploma awarded",
                      TJ_CELL_TEXT, TRUE, FALSE },
  [FIELD_ISSUED_ON] = { "issued-on", N_ ("Date of the diploma"),
                        "Datum|Diplomdatum|Utfärdat|Date|Issued on", TJ_CELL_DATE, FALSE, TRUE },
};

static gboolean
has_diploma (const char *text)
{
  guint64 points = g_ascii_strtoull (text, NULL, 10);

  if (points > 1 && points <= MOST_POINTS)
    return points >= DIPLOMA_POINTS;
  return tj_term_read_answer (text) == TJ_ANSWER_YES;
}

static gboolean
apply (TjImportJob *job, const TjImportRow *row, TjImportOutcome *outcome, GError **error)
{
  const TjImportValue *issued_on = &row->values[FIELD_ISSUED_ON];
  TjLeaver leaver = {
    .kind = has_diploma (row->values[FIELD_DIPLOMA].text) ? TJ_CERTIFICATE_IB_DIPLOMA
                                                          : TJ_CERTIFICATE_IB_WITHOUT_DIPLOMA,
    .school = row->values[FIELD_SCHOOL].text,
    .programme = "IB",
    .issued_on = issued_on->text[0] != '\0' ? issued_on->date : TJ_DATE_NONE,
  };

  tj_import_person_gather (&leaver.person, row, TJ_PERSON_N_FIELDS);
  return tj_leaver_take (&leaver, job, row, outcome, error);
}

const TjImportSource tj_import_source_ib = {
  .id = "ib",
  .label = N_ ("IB results"),
  .action = "import-ib",
  .fields = fields,
  .n_fields = N_FIELDS,
  .state_size = sizeof (TjLeaverState),
  .clear_state = tj_leaver_clear_state,
  .begin = tj_leaver_begin,
  .apply = apply,
};
