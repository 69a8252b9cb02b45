/* Who attends which school and programme, from IST or the schools themselves: the school and IKE part
 * of the file, for the target group and for what is paid. A row that the next list no longer has is
 * closed, not taken away: as a change when the pupil stands elsewhere on the list, else as one that
 * nobody explained. What has ended stays, as it holds the degrees. */

#include "config.h"

#include "tj-enrolment.h"
#include "tj-fact-list.h"
#include "tj-fact-repository.h"
#include "tj-import-person.h"
#include "tj-import-terms.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  FIELD_SCHOOL = TJ_PERSON_N_NAME_FIELDS,
  FIELD_ORGANISER,
  FIELD_ORGANISER_KIND,
  FIELD_IN_AREA,
  FIELD_PROGRAMME,
  FIELD_ORIENTATION,
  FIELD_YEAR,
  FIELD_STARTS_ON,
  FIELD_ENDS_ON,
  FIELD_END_REASON,
  FIELD_REDUCED,
  FIELD_PROLONGED,
  FIELD_AGREEMENT,
  N_FIELDS,
};

static const TjImportField fields[N_FIELDS] = {
  TJ_PERSON_NAME_FIELDS,
  [FIELD_SCHOOL]
  = { "school", N_ ("School"), TJ_HEADINGS_SCHOOL "|Skolans namn", TJ_CELL_TEXT, TRUE, TRUE },
  [FIELD_ORGANISER]
  = { "organiser", N_ ("Organiser"), TJ_HEADINGS_ORGANISER, TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_ORGANISER_KIND] = { "organiser-kind", N_ ("Kind of organiser"),
                             "Huvudmannatyp|Typ av huvudman|Huvudman typ|Driftsform|Regi|"
                             "Organiser kind|Organiser type|Kind of organiser",
                             TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_IN_AREA] = { "in-area", N_ ("In the cooperation area"),
                      "I samverkansområdet|Samverkansområde|Inom samverkansområdet|"
                      "Samverkansavtal|Samverkan|In area|In the cooperation area|"
                      "Cooperation area",
                      TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_PROGRAMME]
  = { "programme", N_ ("Programme"), TJ_HEADINGS_PROGRAMME, TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_ORIENTATION] = { "orientation", N_ ("Orientation"),
                          "Inriktning|Studievägskod|Inriktning/studieväg|Profil|Yrkesutgång|"
                          "Orientation|Study path|Track",
                          TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_YEAR] = { "year", N_ ("Year of study"), "Årskurs|År|Åk|Studieår|Year|Year of study|Grade",
                   TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_STARTS_ON] = { "starts-on", N_ ("Start"),
                        "Startdatum|Start|Från|Från och med|Fr.o.m.|Placeringsdatum|"
                        "Inskrivningsdatum|Inskriven|Början|Start date|From|Starts on",
                        TJ_CELL_DATE, FALSE, TRUE },
  [FIELD_ENDS_ON] = { "ends-on", N_ ("End"),
                      "Slutdatum|Slut|Till|Till och med|T.o.m.|Avgångsdatum|Utskrivningsdatum|"
                      "Avslutsdatum|End date|To|Ends on",
                      TJ_CELL_DATE, FALSE, TRUE },
  [FIELD_END_REASON] = { "end-reason", N_ ("Reason of the end"),
                         "Slutorsak|Avgångsorsak|Orsak|Orsak till avslut|Avslutsorsak|Slutbetyg|"
                         "End reason|Reason",
                         TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_REDUCED] = { "reduced", N_ ("Reduced programme"),
                      "Reducerat program|Reducerat|Reducerad|Reducerad studieplan|"
                      "Reduced programme|Reduced",
                      TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_PROLONGED] = { "prolonged", N_ ("Prolonged education"),
                        "Förlängd utbildning|Förlängd|Förlängd undervisning|Förlängning|"
                        "Prolonged education|Prolonged|Extended",
                        TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_AGREEMENT] = { "agreement", N_ ("Agreement on prolonged education"),
                        "Avtal|Överenskommelse|Avtal om förlängd utbildning|Godkänd förlängning|"
                        "Agreement",
                        TJ_CELL_TEXT, FALSE, FALSE },
};

typedef struct
{
  TjFactList *enrolments;
} State;

/* Of a start, an end or a year at least one: else it is a list of something else. */
static gboolean
check_columns (const int *columns, const char **missing)
{
  *missing = N_ ("Start or end");
  return columns[FIELD_STARTS_ON] >= 0 || columns[FIELD_ENDS_ON] >= 0 || columns[FIELD_YEAR] >= 0;
}

/* A pupil's time at a school and on a programme is told by where, what and since when. */
static gboolean
is_same (gpointer fact, gpointer other)
{
  return strcmp (tj_enrolment_get_school (fact), tj_enrolment_get_school (other)) == 0
         && strcmp (tj_enrolment_get_programme (fact), tj_enrolment_get_programme (other)) == 0
         && tj_enrolment_get_starts_on (fact) == tj_enrolment_get_starts_on (other);
}

static gboolean
begin (TjImportJob *job, GError **error)
{
  State *state = tj_import_job_get_state (job);

  state->enrolments = tj_fact_list_new (job, TJ_TYPE_ENROLMENT, is_same, error);
  return state->enrolments != NULL;
}

static void
clear_state (gpointer data)
{
  State *state = data;

  g_clear_pointer (&state->enrolments, tj_fact_list_free);
}

static TjDate
get_date (const TjImportValue *value)
{
  return value->text[0] != '\0' ? value->date : TJ_DATE_NONE;
}

/* "3", "Åk 3" */
static int
read_year (const char *text)
{
  text += strcspn (text, "0123456789");
  return g_ascii_isdigit (text[0]) && !g_ascii_isdigit (text[1]) ? text[0] - '0' : 0;
}

static void
set_names (TjImportJob *job, TjEnrolment *enrolment, const TjImportPerson *person)
{
  gboolean is_protected = person->protection != TJ_PROTECTION_NONE
                          || tj_import_job_is_protected (job, person->number->text);

  tj_enrolment_set_protection (enrolment, is_protected
                                              ? MAX (person->protection, TJ_PROTECTION_MARKED)
                                              : TJ_PROTECTION_NONE);
  if (is_protected)
    return;
  tj_enrolment_set_given_name (enrolment, person->given_name);
  tj_enrolment_set_family_name (enrolment, person->family_name);
}

/* A reason without a day ends it on the day of the list; a day ahead has not come yet. */
static void
set_end (TjImportJob *job, TjEnrolment *enrolment, const TjImportRow *row)
{
  TjDate ends_on = get_date (&row->values[FIELD_ENDS_ON]);
  int reason = tj_term_read_enrolment_end (row->values[FIELD_END_REASON].text);

  if (reason >= 0 && ends_on == TJ_DATE_NONE)
    ends_on = tj_import_job_get_today (job);
  if (reason < 0 && ends_on != TJ_DATE_NONE && ends_on <= tj_import_job_get_today (job))
    reason = TJ_ENROLMENT_END_OTHER;
  tj_enrolment_set_ends_on (enrolment, ends_on);
  tj_enrolment_set_end_reason (enrolment, reason);
  if (ends_on != TJ_DATE_NONE && ends_on < tj_enrolment_get_starts_on (enrolment))
    tj_import_job_warn (job, row, FIELD_ENDS_ON, TJ_REASON_ENDS_BEFORE_START);
}

static TjEnrolment *
new_enrolment (TjImportJob *job, const TjImportRow *row, const TjImportPerson *person)
{
  const TjImportValue *values = row->values;
  TjEnrolment *enrolment = tj_enrolment_new (person->number->text);

  set_names (job, enrolment, person);
  tj_enrolment_set_school (enrolment, values[FIELD_SCHOOL].text);
  tj_enrolment_set_organiser (enrolment, values[FIELD_ORGANISER].text);
  tj_enrolment_set_organiser_kind (enrolment,
                                   tj_term_read_organiser_kind (values[FIELD_ORGANISER_KIND].text));
  tj_enrolment_set_in_area (enrolment, tj_term_read_answer (values[FIELD_IN_AREA].text));
  tj_enrolment_set_programme (enrolment, values[FIELD_PROGRAMME].text);
  tj_enrolment_set_orientation (enrolment, values[FIELD_ORIENTATION].text);
  tj_enrolment_set_year (enrolment, read_year (values[FIELD_YEAR].text));
  tj_enrolment_set_starts_on (enrolment, get_date (&values[FIELD_STARTS_ON]));
  tj_enrolment_set_reduced (enrolment, tj_term_read_answer (values[FIELD_REDUCED].text));
  tj_enrolment_set_prolonged (enrolment, tj_term_read_answer (values[FIELD_PROLONGED].text));
  tj_enrolment_set_agreement (enrolment, tj_term_read_answer (values[FIELD_AGREEMENT].text));
  set_end (job, enrolment, row);
  return enrolment;
}

/* A list that gives the reason alone says the same each month: the day stays that of the first. */
static void
keep_day_of_end (State *state, TjEnrolment *enrolment, const TjImportRow *row)
{
  TjEnrolment *before = NULL;

  if (row->values[FIELD_ENDS_ON].text[0] == '\0' && tj_enrolment_get_end_reason (enrolment) >= 0)
    before = tj_fact_list_find_same (state->enrolments, enrolment);
  if (before != NULL
      && tj_enrolment_get_end_reason (before) == tj_enrolment_get_end_reason (enrolment))
    tj_enrolment_set_ends_on (enrolment, tj_enrolment_get_ends_on (before));
}

static gboolean
apply (TjImportJob *job, const TjImportRow *row, TjImportOutcome *outcome, GError **error)
{
  State *state = tj_import_job_get_state (job);
  TjImportPerson person;
  g_autoptr (TjEnrolment) enrolment = NULL;
  TjYouth *known;

  tj_import_person_gather (&person, row, TJ_PERSON_N_NAME_FIELDS);
  known = tj_import_job_find_youth (job, person.number->text);
  outcome->youth_id = known != NULL ? tj_entity_get_id (known) : 0;
  enrolment = new_enrolment (job, row, &person);
  keep_day_of_end (state, enrolment, row);
  return tj_fact_list_take (state->enrolments, row, enrolment, outcome, error);
}

static gboolean
close_missing (gpointer fact, gpointer user_data, GError **error)
{
  TjImportJob *job = user_data;
  State *state = tj_import_job_get_state (job);
  TjDate today = tj_import_job_get_today (job);
  const char *number = tj_fact_get_number (fact);
  TjYouth *known = tj_import_job_find_youth (job, number);
  g_autoptr (TjEnrolment) closed = NULL;

  if (tj_enrolment_get_ends_on (fact) != TJ_DATE_NONE && tj_enrolment_get_ends_on (fact) <= today)
    return TRUE;
  closed = tj_entity_copy (fact);
  tj_enrolment_set_ends_on (closed, today);
  tj_enrolment_set_end_reason (closed, tj_fact_list_has_taken (state->enrolments, number)
                                           ? TJ_ENROLMENT_END_CHANGE
                                           : TJ_ENROLMENT_END_UNLISTED);
  return tj_import_job_add_gone (job, known != NULL ? tj_entity_get_id (known) : 0, error)
         && tj_facts_update (tj_import_job_get_change (job), closed, error);
}

static gboolean
finish (TjImportJob *job, GError **error)
{
  State *state = tj_import_job_get_state (job);

  if (tj_fact_list_is_much_smaller (state->enrolments))
    tj_import_job_warn_file (job, -1, TJ_REASON_MANY_GONE);
  return tj_fact_list_foreach_left (state->enrolments, close_missing, job, error);
}

const TjImportSource tj_import_source_enrolments = {
  .id = "enrolments",
  .label = N_ ("Enrolments"),
  .action = "import-enrolments",
  .fields = fields,
  .n_fields = N_FIELDS,
  .check_columns = check_columns,
  .has_repeats = TRUE,
  .has_loose_names = TRUE,
  .state_size = sizeof (State),
  .clear_state = clear_state,
  .begin = begin,
  .apply = apply,
  .finish = finish,
};
