/* How the admission to upper-secondary school ended (week 27). One who made no choice, got no place
 * or declined is somebody to look for: a registered youth gets a follow-up, another a proposal to
 * register, as many still get a place before the term begins. One who was admitted is followed up
 * when it has begun: to be admitted is not to attend. */

#include "config.h"

#include "tj-admission.h"
#include "tj-enrolment.h"
#include "tj-fact-list.h"
#include "tj-fact-repository.h"
#include "tj-import-follow-up.h"
#include "tj-import-person.h"
#include "tj-import-terms.h"

#include <glib/gi18n-lib.h>

#define ENDS_AT 20

/* When schools know who has come: three days into the autumn term are over everywhere. */
#define TERM_MONTH 9
#define TERM_DAY 1

enum
{
  FIELD_STATE = TJ_PERSON_N_FIELDS,
  FIELD_SCHOOL,
  FIELD_PROGRAMME,
  FIELD_YEAR,
  N_FIELDS,
};

static const TjImportField fields[N_FIELDS] = {
  TJ_PERSON_NAME_FIELDS,
  TJ_PERSON_ADDRESS_FIELDS,
  TJ_PERSON_DETAIL_FIELDS,
  [FIELD_STATE] = { "state", N_ ("Result of the admission"),
                    "Antagningsstatus|Antagning|Antagningsresultat|Antagningsbesked|Resultat|"
                    "Status|Beslut|Admission|Admission status|Result",
                    TJ_CELL_TEXT, TRUE, FALSE },
  [FIELD_SCHOOL]
  = { "school", N_ ("School"), "Antagen till skola|Antagen skola|" TJ_HEADINGS_SCHOOL, TJ_CELL_TEXT,
      FALSE, FALSE },
  [FIELD_PROGRAMME]
  = { "programme", N_ ("Programme"), "Antagen till|Antagen till program|" TJ_HEADINGS_PROGRAMME,
      TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_YEAR]
  = { "year", N_ ("Year of admission"),
      "Antagningsår|Läsår|Antagningsomgång|År|Year|Year of admission", TJ_CELL_TEXT, FALSE, FALSE },
};

typedef struct
{
  TjFactList *admissions;
} State;

static gboolean
is_same (gpointer fact, gpointer other)
{
  return tj_admission_get_year (fact) == tj_admission_get_year (other);
}

static gboolean
begin (TjImportJob *job, GError **error)
{
  State *state = tj_import_job_get_state (job);

  state->admissions = tj_fact_list_new (job, TJ_TYPE_ADMISSION, is_same, error);
  return state->admissions != NULL;
}

static void
clear_state (gpointer data)
{
  State *state = data;

  g_clear_pointer (&state->admissions, tj_fact_list_free);
}

/* That of the list, or the year it came. */
static int
find_year (TjImportJob *job, const char *text)
{
  int year = (int)g_ascii_strtoull (text + strcspn (text, "0123456789"), NULL, 10);
  int this_year;

  tj_date_get (tj_import_job_get_today (job), &this_year, NULL, NULL);
  return year >= this_year - 5 && year <= this_year + 1 ? year : this_year;
}

static TjAdmission *
new_admission (TjImportJob *job,
               const TjImportRow *row,
               const TjImportPerson *person,
               TjAdmissionState result)
{
  TjAdmission *admission = tj_admission_new (person->number->text);

  tj_admission_set_year (admission, find_year (job, row->values[FIELD_YEAR].text));
  tj_admission_set_state (admission, result);
  tj_admission_set_school (admission, row->values[FIELD_SCHOOL].text);
  tj_admission_set_programme (admission, row->values[FIELD_PROGRAMME].text);
  return admission;
}

static const char *
describe (TjAdmissionState result)
{
  switch (result)
    {
    case TJ_ADMISSION_NO_CHOICE:
      return _ ("Made no choice in the admission: talk about what to do");
    case TJ_ADMISSION_NO_PLACE:
      return _ ("Got no place in the admission: talk about what to do");
    case TJ_ADMISSION_DECLINED:
      return _ ("Declined the place in the admission: talk about what to do");
    case TJ_ADMISSION_RESERVE:
      return _ ("Waits for a place in the admission: see how it went");
    case TJ_ADMISSION_ADMITTED:
    default:
      return _ ("Admitted to upper-secondary school: see that they began");
    }
}

/* One without a place is talked to now, one with hopes of it when the term has begun. */
static TjDate
find_due (TjImportJob *job, TjAdmission *admission)
{
  TjDate today = tj_import_job_get_today (job);
  TjDate term = tj_date_new ((int)tj_admission_get_year (admission), TERM_MONTH, TERM_DAY);

  return tj_admission_get_state (admission) <= TJ_ADMISSION_DECLINED ? today : MAX (today, term);
}

static gboolean
follow_up (TjImportJob *job, TjAdmission *admission, TjImportOutcome *outcome, GError **error)
{
  gboolean is_new;

  if (!tj_import_follow_up_add (job, outcome->youth_id, find_due (job, admission),
                                describe (tj_admission_get_state (admission)), &is_new, error))
    return FALSE;
  if (is_new && outcome->result == TJ_IMPORT_UNCHANGED)
    outcome->result = TJ_IMPORT_CHANGED;
  return TRUE;
}

/* Whether somebody has to be looked for at all: of age, and at no school by the list of them. */
static gboolean
is_to_be_sought (TjImportJob *job, const TjImportPerson *person, gboolean *is, GError **error)
{
  TjDate today = tj_import_job_get_today (job);
  g_autoptr (GPtrArray) enrolments = NULL;

  *is = person->number->birth == TJ_DATE_NONE
        || tj_date_age (person->number->birth, today) < ENDS_AT;
  enrolments = tj_facts_list (tj_import_job_get_store (job), TJ_TYPE_ENROLMENT,
                              person->number->text, error);
  for (guint i = 0; enrolments != NULL && i < enrolments->len; i++)
    {
      TjDate ends_on = tj_enrolment_get_ends_on (enrolments->pdata[i]);

      *is &= ends_on != TJ_DATE_NONE && ends_on <= today;
    }
  return enrolments != NULL;
}

/* A youth is added without a registration, which waits for the coordinator's word. */
static gboolean
propose_to_register (TjImportJob *job,
                     const TjImportRow *row,
                     const TjImportPerson *person,
                     TjYouth *known,
                     TjImportOutcome *outcome,
                     GError **error)
{
  TjProposalGround ground
      = { TJ_PROPOSAL_REGISTER, -1, TJ_BASIS_ADMISSION, tj_import_job_get_today (job) };
  g_auto (TjYouthEdit) edit = { 0 };

  tj_youth_edit_begin (&edit, job, row, known);
  if (known == NULL)
    tj_youth_set_personal_number (edit.youth, person->number->text);
  tj_import_person_set (person, &edit, TJ_PERSON_N_FIELDS);
  tj_import_job_warn (job, row, -1, TJ_REASON_NOT_REGISTERED);
  return tj_youth_edit_save (&edit, &outcome->youth_id, error)
         && tj_proposal_book_propose (tj_import_job_get_proposals (job), outcome->youth_id, &ground,
                                      error);
}

static gboolean
act (TjImportJob *job,
     const TjImportRow *row,
     const TjImportPerson *person,
     TjYouth *known,
     TjAdmission *admission,
     TjImportOutcome *outcome,
     GError **error)
{
  gboolean is_sought;

  if (known != NULL && tj_import_job_find_open (job, tj_entity_get_id (known)) != NULL)
    return follow_up (job, admission, outcome, error);
  if (tj_admission_get_state (admission) > TJ_ADMISSION_DECLINED
      || outcome->result == TJ_IMPORT_UNCHANGED)
    return TRUE;
  if (!is_to_be_sought (job, person, &is_sought, error))
    return FALSE;
  return !is_sought || propose_to_register (job, row, person, known, outcome, error);
}

static TjImportReason
find_obstacle (TjImportJob *job, const TjImportPerson *person, TjYouth *known, int *field)
{
  *field = TJ_PERSON_NUMBER;
  if (known != NULL && tj_import_person_is_somebody_else (person, known))
    return TJ_REASON_OTHER_NAME;
  if (known == NULL && !tj_import_person_has_names (person)
      && person->protection == TJ_PROTECTION_NONE)
    return TJ_REASON_NAME_MISSING;
  if (known != NULL && !tj_import_job_claim_youth (job, known))
    return TJ_REASON_DUPLICATE;
  return TJ_REASON_NONE;
}

static gboolean
apply (TjImportJob *job, const TjImportRow *row, TjImportOutcome *outcome, GError **error)
{
  State *state = tj_import_job_get_state (job);
  int result = tj_term_read_admission (row->values[FIELD_STATE].text);
  g_autoptr (TjAdmission) admission = NULL;
  TjImportReason obstacle;
  TjImportPerson person;
  TjYouth *known;
  int field;

  tj_import_person_gather (&person, row, TJ_PERSON_N_FIELDS);
  known = tj_import_job_find_youth (job, person.number->text);
  obstacle = find_obstacle (job, &person, known, &field);
  if (obstacle == TJ_REASON_NONE && result < 0)
    {
      field = FIELD_STATE;
      obstacle = TJ_REASON_ADMISSION;
    }
  if (obstacle != TJ_REASON_NONE)
    {
      tj_import_job_reject (job, row, field, obstacle, outcome);
      return TRUE;
    }
  outcome->youth_id = known != NULL ? tj_entity_get_id (known) : 0;
  admission = new_admission (job, row, &person, (TjAdmissionState)result);
  return tj_fact_list_take (state->admissions, row, admission, outcome, error)
         && act (job, row, &person, known, admission, outcome, error);
}

const TjImportSource tj_import_source_admission = {
  .id = "admission",
  .label = N_ ("Admission"),
  .action = "import-admission",
  .fields = fields,
  .n_fields = N_FIELDS,
  .state_size = sizeof (State),
  .clear_state = clear_state,
  .begin = begin,
  .apply = apply,
};
