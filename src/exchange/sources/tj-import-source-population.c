/* The population register, of the ages that the responsibility concerns: 29 kap. 6 § skollagen makes
 * the municipality where somebody is folkbokförd responsible. The list registers nobody. It keeps
 * who lives here, to know whom no other list has; gives those known already their names, addresses
 * and markings; and proposes to deregister those who have moved or turned 20. */

#include "config.h"

#include "tj-fact-list.h"
#include "tj-fact-repository.h"
#include "tj-import-person.h"
#include "tj-resident.h"
#include "tj-settings.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* Kept are those who turn so many years in the year of the list. From 15, as admission and the end
 * of compulsory school concern them; to 20, so that one who just turned is still seen. */
#define YOUNGEST 15
#define OLDEST 20
#define ENDS_AT 20

enum
{
  FIELD_MUNICIPALITY = TJ_PERSON_N_ADDRESS_FIELDS,
  FIELD_MOVED_IN,
  FIELD_MOVED_OUT,
  N_FIELDS,
};

static const TjImportField fields[N_FIELDS] = {
  TJ_PERSON_NAME_FIELDS,
  TJ_PERSON_ADDRESS_FIELDS,
  [FIELD_MUNICIPALITY] = { "municipality", N_ ("Municipality"),
                           "Folkbokföringskommun|Kommunkod|Kommun|Folkbokförd i|"
                           "Folkbokföringskommun kod|Hemkommun|Municipality|Municipality code|"
                           "Home municipality",
                           TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_MOVED_IN] = { "moved-in", N_ ("Moved in"),
                       "Inflyttningsdatum|Inflyttad|Inflyttad datum|Inflyttning|Inflytt|"
                       "Folkbokföringsdatum|Moved in|Move-in date|Date of moving in",
                       TJ_CELL_DATE, FALSE, FALSE },
  [FIELD_MOVED_OUT] = { "moved-out", N_ ("Moved out"),
                        "Utflyttningsdatum|Utflyttad|Utflyttad datum|Utflyttning|Utflytt|"
                        "Avregistreringsdatum|Moved out|Move-out date|Date of moving out",
                        TJ_CELL_DATE, FALSE, FALSE },
};

typedef struct
{
  TjFactList *residents;
  char *municipality; /* our own code, "" when it is not set */
  gboolean has_outsiders;
} State;

/* A list of people, not of pupils: it has their addresses or their municipality. */
static gboolean
check_columns (const int *columns, const char **missing)
{
  *missing = N_ ("Municipality or street address");
  return columns[FIELD_MUNICIPALITY] >= 0
         || (columns[TJ_PERSON_STREET] >= 0 && tj_import_person_has_name_columns (columns));
}

static gboolean
begin (TjImportJob *job, GError **error)
{
  State *state = tj_import_job_get_state (job);
  g_autoptr (GError) problem = NULL;

  state->municipality = tj_settings_dup (tj_import_job_get_store (job), "municipality", &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  state->residents = tj_fact_list_new (job, TJ_TYPE_RESIDENT, NULL, error);
  return state->residents != NULL;
}

static void
clear_state (gpointer data)
{
  State *state = data;

  g_clear_pointer (&state->residents, tj_fact_list_free);
  g_free (state->municipality);
}

static TjDate
get_date (const TjImportValue *value)
{
  return value->text[0] != '\0' ? value->date : TJ_DATE_NONE;
}

/* Whether the responsibility can concern somebody born that year, now or this school year. */
static gboolean
is_of_age (TjImportJob *job, const TjPersonalNumber *number)
{
  int this_year, born = 0;

  tj_date_get (tj_import_job_get_today (job), &this_year, NULL, NULL);
  sscanf (number->text, "%4d", &born);
  return born + YOUNGEST <= this_year && born + OLDEST >= this_year;
}

/* Another code than ours; a name in place of a code is not compared. */
static gboolean
lives_elsewhere (const State *state, const char *municipality)
{
  return state->municipality != NULL && state->municipality[0] != '\0' && strlen (municipality) == 4
         && strspn (municipality, "0123456789") == 4
         && strcmp (municipality, state->municipality) != 0;
}

/* On what day the list says that the person left; one with another municipality and no day left
 * when the list was made. */
static TjDate
find_moved_out (TjImportJob *job, const TjImportRow *row)
{
  State *state = tj_import_job_get_state (job);
  TjDate moved_out = get_date (&row->values[FIELD_MOVED_OUT]);
  TjDate moved_in = get_date (&row->values[FIELD_MOVED_IN]);

  if (moved_out == TJ_DATE_NONE && lives_elsewhere (state, row->values[FIELD_MUNICIPALITY].text))
    return tj_import_job_get_today (job);
  /* Back again. */
  return moved_out != TJ_DATE_NONE && moved_in > moved_out ? TJ_DATE_NONE : moved_out;
}

static TjResident *
new_resident (TjImportJob *job,
              const TjImportRow *row,
              const TjImportPerson *person,
              gboolean is_protected)
{
  TjResident *resident = tj_resident_new (person->number->text);

  tj_resident_set_municipality (resident, row->values[FIELD_MUNICIPALITY].text);
  tj_resident_set_moved_in (resident, get_date (&row->values[FIELD_MOVED_IN]));
  tj_resident_set_moved_out (resident, find_moved_out (job, row));
  tj_resident_set_protection (
      resident, is_protected ? MAX (person->protection, TJ_PROTECTION_MARKED) : TJ_PROTECTION_NONE);
  if (is_protected)
    return resident;
  tj_resident_set_given_name (resident, person->given_name);
  tj_resident_set_family_name (resident, person->family_name);
  tj_resident_set_care_of (resident, row->values[TJ_PERSON_CARE_OF].text);
  tj_resident_set_street (resident, row->values[TJ_PERSON_STREET].text);
  tj_resident_set_extra (resident, row->values[TJ_PERSON_EXTRA].text);
  tj_resident_set_postal_code (resident, row->values[TJ_PERSON_POSTAL_CODE].text);
  tj_resident_set_locality (resident, row->values[TJ_PERSON_LOCALITY].text);
  return resident;
}

static gboolean
keep_resident (TjImportJob *job,
               const TjImportRow *row,
               const TjImportPerson *person,
               TjYouth *known,
               TjImportOutcome *outcome,
               GError **error)
{
  State *state = tj_import_job_get_state (job);
  gboolean is_protected = person->protection != TJ_PROTECTION_NONE
                          || (known != NULL && tj_youth_is_protected (known));
  g_autoptr (TjResident) resident = NULL;

  if (!is_of_age (job, person->number))
    {
      state->has_outsiders = TRUE;
      return TRUE;
    }
  resident = new_resident (job, row, person, is_protected);
  return tj_fact_list_take (state->residents, row, resident, outcome, error);
}

/* What a row says against a registration that is open. */
static gboolean
propose (TjImportJob *job, const TjImportRow *row, TjYouth *known, GError **error)
{
  TjProposalBook *book = tj_import_job_get_proposals (job);
  gint64 id = tj_entity_get_id (known);
  TjRegistration *open = tj_import_job_find_open (job, id);
  TjDate today = tj_import_job_get_today (job);
  TjDate birth = tj_youth_get_birth (known);
  TjDate moved_out = find_moved_out (job, row);
  TjProposalGround ground = { .kind = TJ_PROPOSAL_DEREGISTER };

  if (open == NULL)
    return TRUE;
  if (moved_out != TJ_DATE_NONE && moved_out <= today)
    {
      tj_import_job_warn (job, row, FIELD_MOVED_OUT, TJ_REASON_MOVED_OUT);
      ground.reason = TJ_DEREGISTRATION_MOVED;
      ground.basis = TJ_BASIS_POPULATION;
      ground.date = MAX (moved_out, tj_registration_get_registered_on (open));
    }
  else if (birth != TJ_DATE_NONE && tj_date_age (birth, today) >= ENDS_AT)
    {
      tj_import_job_warn (job, row, TJ_PERSON_NUMBER, TJ_REASON_TURNED_TWENTY);
      ground.reason = TJ_DEREGISTRATION_TWENTY;
      ground.basis = TJ_BASIS_NUMBER;
      ground.date
          = MAX (tj_date_birthday (birth, ENDS_AT), tj_registration_get_registered_on (open));
    }
  else
    return tj_proposal_book_lapse (book, id, error);
  return tj_proposal_book_propose (book, id, &ground, error);
}

/* One who is in the register gets what is new; TRUE also for one who is not. */
static gboolean
update_youth (TjImportJob *job,
              const TjImportRow *row,
              const TjImportPerson *person,
              TjYouth *known,
              TjImportOutcome *outcome,
              GError **error)
{
  g_auto (TjYouthEdit) edit = { 0 };

  if (known == NULL)
    return TRUE;
  if (person->protection != TJ_PROTECTION_NONE)
    tj_import_job_warn (job, row, -1, TJ_REASON_PROTECTED);
  else if (tj_youth_is_protected (known))
    tj_import_job_warn (job, row, -1, TJ_REASON_PROTECTED_KEPT);
  tj_youth_edit_begin (&edit, job, row, known);
  tj_import_person_set (person, &edit, TJ_PERSON_N_ADDRESS_FIELDS);
  if (tj_youth_edit_is_changed (&edit) && outcome->result == TJ_IMPORT_UNCHANGED)
    outcome->result = TJ_IMPORT_CHANGED;
  return tj_youth_edit_save (&edit, &outcome->youth_id, error) && propose (job, row, known, error);
}

static gboolean
apply (TjImportJob *job, const TjImportRow *row, TjImportOutcome *outcome, GError **error)
{
  TjImportPerson person;
  TjYouth *known;

  tj_import_person_gather (&person, row, TJ_PERSON_N_ADDRESS_FIELDS);
  known = tj_import_job_find_youth (job, person.number->text);
  if (known != NULL && tj_import_person_is_somebody_else (&person, known))
    {
      tj_import_job_reject (job, row, TJ_PERSON_NUMBER, TJ_REASON_OTHER_NAME, outcome);
      return TRUE;
    }
  if (known != NULL && !tj_import_job_claim_youth (job, known))
    {
      tj_import_job_reject (job, row, -1, TJ_REASON_DUPLICATE, outcome);
      return TRUE;
    }
  if (person.protection != TJ_PROTECTION_NONE
      && !tj_import_job_shield (job, person.number->text, error))
    return FALSE;
  return keep_resident (job, row, &person, known, outcome, error)
         && update_youth (job, row, &person, known, outcome, error);
}

/* A new list takes the place of the old: who is not on it has moved, grown too old or died. */
static gboolean
forget_resident (gpointer fact, gpointer user_data, GError **error)
{
  return tj_facts_delete (tj_import_job_get_change (user_data), fact, error);
}

typedef struct
{
  TjImportJob *job;
  GError **error;
  gboolean failed;
  gboolean has_missed;
} Sweep;

/* Of those who are registered and were here before, one who is missing has left. A person with
 * protected registration may be missing from such lists and belongs to where they stay. */
static gboolean
propose_missing (Sweep *sweep, TjYouth *youth, GError **error)
{
  TjDate today = tj_import_job_get_today (sweep->job);
  TjProposalGround ground = {
    .kind = TJ_PROPOSAL_DEREGISTER,
    .reason = TJ_DEREGISTRATION_MOVED,
    .basis = TJ_BASIS_POPULATION,
    .date = today,
  };
  TjDate birth = tj_youth_get_birth (youth);
  gint64 id = tj_entity_get_id (youth);

  if (birth != TJ_DATE_NONE && tj_date_age (birth, today) >= ENDS_AT)
    ground.reason = TJ_DEREGISTRATION_TWENTY;
  sweep->has_missed = TRUE;
  return tj_import_job_add_gone (sweep->job, id, error)
         && tj_proposal_book_propose (tj_import_job_get_proposals (sweep->job), id, &ground, error);
}

static void
look_after (TjYouth *youth, gpointer user_data)
{
  Sweep *sweep = user_data;
  State *state = tj_import_job_get_state (sweep->job);

  if (sweep->failed || tj_youth_is_protected (youth) || tj_import_job_is_listed (sweep->job, youth)
      || tj_fact_list_find (state->residents, tj_youth_get_personal_number (youth)) == NULL)
    return;
  sweep->failed = !propose_missing (sweep, youth, sweep->error);
}

static gboolean
finish (TjImportJob *job, GError **error)
{
  State *state = tj_import_job_get_state (job);
  Sweep sweep = { job, error, FALSE, FALSE };

  tj_import_job_foreach_open (job, look_after, &sweep);
  if (sweep.failed || !tj_fact_list_foreach_left (state->residents, forget_resident, job, error))
    return FALSE;
  if (sweep.has_missed)
    tj_import_job_warn_file (job, -1, TJ_REASON_MOVED_AWAY);
  if (state->has_outsiders)
    tj_import_job_warn_file (job, TJ_PERSON_NUMBER, TJ_REASON_OUTSIDE_AGES);
  if (tj_fact_list_is_much_smaller (state->residents))
    tj_import_job_warn_file (job, -1, TJ_REASON_MANY_GONE);
  return TRUE;
}

const TjImportSource tj_import_source_population = {
  .id = "population",
  .label = N_ ("Population register"),
  .action = "import-population",
  .fields = fields,
  .n_fields = N_FIELDS,
  .check_columns = check_columns,
  .state_size = sizeof (State),
  .clear_state = clear_state,
  .begin = begin,
  .apply = apply,
  .finish = finish,
};
