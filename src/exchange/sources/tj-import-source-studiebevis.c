/* Who left with a studiebevis or a gymnasieintyg, as the head teachers tell in June: they are within
 * the responsibility and are registered. A list that has degrees among them ends those instead. */

#include "config.h"

#include "tj-import-terms.h"
#include "tj-leaver.h"

#include <glib/gi18n-lib.h>

enum
{
  FIELD_SCHOOL = TJ_PERSON_N_FIELDS,
  FIELD_PROGRAMME,
  FIELD_CERTIFICATE,
  FIELD_ISSUED_ON,
  N_FIELDS,
};

static const TjImportField fields[N_FIELDS] = {
  TJ_PERSON_NAME_FIELDS,
  TJ_PERSON_ADDRESS_FIELDS,
  TJ_PERSON_DETAIL_FIELDS,
  [FIELD_SCHOOL] = { "school", N_ ("School"), TJ_HEADINGS_SCHOOL, TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_PROGRAMME]
  = { "programme", N_ ("Programme"), TJ_HEADINGS_PROGRAMME, TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_CERTIFICATE]
  = { "certificate", N_ ("Certificate"),
      "Bevis|Betygsdokument|Typ av bevis|Bevistyp|Studiebevis|Examen|Slutdokument|Certificate|"
      "Kind of certificate",
      TJ_CELL_TEXT, TRUE, FALSE },
  [FIELD_ISSUED_ON]
  = { "issued-on", N_ ("Date of the certificate"),
      "Datum|Utfärdat|Utfärdandedatum|Bevisdatum|Betygsdatum|Examensdatum|Slutdatum|Date|"
      "Issued on|Date of issue",
      TJ_CELL_DATE, FALSE, TRUE },
};

static gboolean
apply (TjImportJob *job, const TjImportRow *row, TjImportOutcome *outcome, GError **error)
{
  const TjImportValue *issued_on = &row->values[FIELD_ISSUED_ON];
  int kind = tj_term_read_certificate (row->values[FIELD_CERTIFICATE].text);
  TjLeaver leaver = {
    .kind = (TjCertificateKind)kind,
    .school = row->values[FIELD_SCHOOL].text,
    .programme = row->values[FIELD_PROGRAMME].text,
    .issued_on = issued_on->text[0] != '\0' ? issued_on->date : TJ_DATE_NONE,
  };

  if (kind < 0)
    {
      tj_import_job_reject (job, row, FIELD_CERTIFICATE, TJ_REASON_CERTIFICATE, outcome);
      return TRUE;
    }
  tj_import_person_gather (&leaver.person, row, TJ_PERSON_N_FIELDS);
  return tj_leaver_take (&leaver, job, row, outcome, error);
}

const TjImportSource tj_import_source_studiebevis = {
  .id = "studiebevis",
  .label = N_ ("Studiebevis"),
  .action = "import-studiebevis",
  .fields = fields,
  .n_fields = N_FIELDS,
  .state_size = sizeof (TjLeaverState),
  .clear_state = tj_leaver_clear_state,
  .begin = tj_leaver_begin,
  .apply = apply,
};
