/* The "Åtgärdas" list of IST: whom the municipality believes to be outside upper-secondary school.
 * Each youth on it is registered; one who is registered already gets what is new about them. Those
 * who were on such a list before and are not on this one are proposed to be deregistered, with the
 * likeliest reason; nobody is deregistered here. */

#include "config.h"

#include "tj-departure.h"
#include "tj-import-person.h"
#include "tj-import-repository.h"
#include "tj-registration-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  FIELD_SCHOOL = TJ_PERSON_N_FIELDS,
  FIELD_PROGRAMME,
  FIELD_REASON,
  FIELD_REGISTERED_ON,
  N_FIELDS,
};

static const TjImportField fields[N_FIELDS] = {
  TJ_PERSON_NAME_FIELDS,
  TJ_PERSON_ADDRESS_FIELDS,
  TJ_PERSON_DETAIL_FIELDS,
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
};

static gboolean
check_columns (const int *columns, const char **missing)
{
  *missing = N_ ("Name");
  return tj_import_person_has_name_columns (columns);
}

/* Youths that any list of this kind has named: whom the next is expected to name. */
typedef struct
{
  GHashTable *listed;
} State;

static gboolean
add_listed_youth (guint row, const char *result, gint64 youth_id, gpointer user_data)
{
  State *state = user_data;

  if (youth_id != 0 && strcmp (result, tj_import_result_word (TJ_IMPORT_GONE)) != 0)
    g_hash_table_add (state->listed, GSIZE_TO_POINTER ((gsize)youth_id));
  return TRUE;
}

typedef struct
{
  TjImportJob *job;
  GArray *runs;
} RunSearch;

static gboolean
add_run (const TjImportRun *run, gpointer user_data)
{
  RunSearch *search = user_data;

  if (strcmp (run->source, tj_import_job_get_source (search->job)->id) == 0
      && run->id != tj_import_job_get_run_id (search->job))
    g_array_append_val (search->runs, run->id);
  return TRUE;
}

static gboolean
load_listed (TjImportJob *job, State *state, GError **error)
{
  TjStore *store = tj_import_job_get_store (job);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (gint64));
  RunSearch search = { job, runs };

  if (!tj_imports_foreach (store, add_run, &search, error))
    return FALSE;
  for (guint i = 0; i < runs->len; i++)
    if (!tj_imports_foreach_row (store, g_array_index (runs, gint64, i), add_listed_youth, state,
                                 error))
      return FALSE;
  return TRUE;
}

static gboolean
begin (TjImportJob *job, GError **error)
{
  State *state = tj_import_job_get_state (job);

  if (!tj_import_job_has_column (job, FIELD_REGISTERED_ON))
    tj_import_job_warn_file (job, FIELD_REGISTERED_ON, TJ_REASON_DATE_ABSENT);
  state->listed = g_hash_table_new (NULL, NULL);
  return load_listed (job, state, error);
}

static void
clear_state (gpointer data)
{
  State *state = data;

  g_clear_pointer (&state->listed, g_hash_table_unref);
}

/* "NTI Gymnasiet Skövde, EE". That nothing is known is something the list can say ("Uppgift saknas"):
 * kept, it tells a block 1 that was looked at from one that nobody filled in. */
static char *
dup_latest_education (const TjImportRow *row)
{
  const TjImportValue *reason = &row->values[FIELD_REASON];
  const char *school = row->values[FIELD_SCHOOL].text;
  const char *programme = row->values[FIELD_PROGRAMME].text;

  if (school[0] == '\0' && programme[0] == '\0' && reason->code == TJ_BACKGROUND_UNKNOWN)
    return g_strdup (reason->text);
  if (school[0] == '\0' || programme[0] == '\0')
    return g_strdup (school[0] != '\0' ? school : programme);
  return g_strconcat (school, ", ", programme, NULL);
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
find_obstacle (const TjRegistrationEdit *edit,
               const TjImportPerson *person,
               TjYouth *known,
               int *field)
{
  *field = TJ_PERSON_NUMBER;
  if (known != NULL && tj_import_person_is_somebody_else (person, known))
    return TJ_REASON_OTHER_NAME;
  if (known == NULL && !tj_import_person_has_names (person)
      && person->protection == TJ_PROTECTION_NONE)
    {
      *field = person->given_name[0] == '\0' ? TJ_PERSON_GIVEN_NAME : TJ_PERSON_FAMILY_NAME;
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
  TjImportReason obstacle;
  TjImportPerson person;
  TjYouth *known;
  int field;

  tj_import_person_gather (&person, row, TJ_PERSON_N_FIELDS);
  known = tj_import_job_find_youth (job, person.number->text);
  gather_registration (&registration.facts, row);
  if (!tj_registration_edit_plan (&registration, job, row, known, error))
    return FALSE;
  obstacle = find_obstacle (&registration, &person, known, &field);
  if (obstacle != TJ_REASON_NONE)
    {
      tj_import_job_reject (job, row, field, obstacle, outcome);
      outcome->youth_id = known != NULL ? tj_entity_get_id (known) : 0;
      return TRUE;
    }

  tj_import_person_warn (&person, job, row, known);
  warn_about_date (&registration);
  tj_youth_edit_begin (&youth, job, row, known);
  if (known == NULL)
    tj_youth_set_personal_number (youth.youth, person.number->text);
  tj_import_person_set (&person, &youth, TJ_PERSON_N_FIELDS);
  return save (&youth, &registration, outcome, error);
}

typedef struct
{
  TjImportJob *job;
  State *state;
  GError **error;
  gboolean failed;
} Sweep;

/* One who came some other way than by this list need not be on it. */
static gboolean
propose_to_end (Sweep *sweep, TjYouth *youth, GError **error)
{
  TjProposalGround ground;

  return tj_import_job_add_gone (sweep->job, tj_entity_get_id (youth), error)
         && tj_departure_find_ground (sweep->job, youth, &ground, error)
         && tj_proposal_book_propose (tj_import_job_get_proposals (sweep->job),
                                      tj_entity_get_id (youth), &ground, error);
}

static void
look_after (TjYouth *youth, gpointer user_data)
{
  Sweep *sweep = user_data;
  gint64 id = tj_entity_get_id (youth);

  if (sweep->failed)
    return;
  if (tj_import_job_is_listed (sweep->job, youth))
    sweep->failed
        = !tj_proposal_book_lapse (tj_import_job_get_proposals (sweep->job), id, sweep->error);
  else if (g_hash_table_contains (sweep->state->listed, GSIZE_TO_POINTER ((gsize)id)))
    sweep->failed = !propose_to_end (sweep, youth, sweep->error);
}

static gboolean
finish (TjImportJob *job, GError **error)
{
  Sweep sweep = { job, tj_import_job_get_state (job), error, FALSE };

  tj_import_job_foreach_open (job, look_after, &sweep);
  return !sweep.failed;
}

const TjImportSource tj_import_source_ist = {
  .id = "ist",
  .label = N_ ("IST: youths to act on"),
  .action = "import-ist",
  .fields = fields,
  .n_fields = N_FIELDS,
  .check_columns = check_columns,
  .is_roll = TRUE,
  .state_size = sizeof (State),
  .clear_state = clear_state,
  .begin = begin,
  .apply = apply,
  .finish = finish,
};
