/* The monthly report of adult education. One who studies at upper-secondary level is outside the
 * target group (29 kap. 9 § skollagen): of a registered youth that is knowledge, until the next
 * report is due, and a proposal to deregister. One who has stopped since the last report is to be
 * looked at again. The studies themselves are kept until the next report, for the bus cards too. */

#include "config.h"

#include "tj-adult-study.h"
#include "tj-departure.h"
#include "tj-fact-list.h"
#include "tj-fact-repository.h"
#include "tj-import-follow-up.h"
#include "tj-import-person.h"
#include "tj-import-terms.h"
#include "tj-knowledge-repository.h"
#include "tj-settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* On what day of the month the report comes. */
#define SETTING_REPORT_DAY "vux.report-day"
#define REPORT_DAY 15

#define ENDS_AT 20

enum
{
  FIELD_COURSE = TJ_PERSON_N_NAME_FIELDS,
  FIELD_LEVEL,
  FIELD_STARTS_ON,
  FIELD_ENDS_ON,
  FIELD_STATE,
  N_FIELDS,
};

static const TjImportField fields[N_FIELDS] = {
  TJ_PERSON_NAME_FIELDS,
  [FIELD_COURSE] = { "course", N_ ("Course"),
                     "Kurs|Kursnamn|Kurser|Kurskod|Ämne|Studier|Utbildning|Course|Course name",
                     TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_LEVEL] = { "level", N_ ("Level"),
                    "Nivå|Skolform|Studienivå|Utbildningsnivå|Skolformsnivå|Level|School form",
                    TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_STARTS_ON] = { "starts-on", N_ ("Start"),
                        "Startdatum|Kursstart|Start|Från|Fr.o.m.|Från och med|Start date|From",
                        TJ_CELL_DATE, FALSE, FALSE },
  [FIELD_ENDS_ON]
  = { "ends-on", N_ ("End"), "Slutdatum|Kursslut|Slut|Till|T.o.m.|Till och med|End date|To",
      TJ_CELL_DATE, FALSE, FALSE },
  [FIELD_STATE]
  = { "state", N_ ("State"), "Status|Kursstatus|Studiestatus|Studerandestatus|State|Course status",
      TJ_CELL_TEXT, FALSE, FALSE },
};

/* One who studies now, by all rows about them. */
typedef struct
{
  TjDate starts_on;
  TjDate ends_on; /* TJ_DATE_NONE when any course has no end */
} Studying;

typedef struct
{
  TjFactList *studies;
  GHashTable *before; /* numbers of those who studied by the last report */
  GHashTable *now;    /* number → Studying */
  TjDate valid_until;
} State;

static gboolean
check_columns (const int *columns, const char **missing)
{
  *missing = N_ ("Course or level");
  return columns[FIELD_COURSE] >= 0 || columns[FIELD_LEVEL] >= 0;
}

static gboolean
is_same (gpointer fact, gpointer other)
{
  return strcmp (tj_adult_study_get_course (fact), tj_adult_study_get_course (other)) == 0
         && tj_adult_study_get_starts_on (fact) == tj_adult_study_get_starts_on (other);
}

static gboolean
counts (TjAdultStudy *study)
{
  return tj_adult_study_get_level (study) == TJ_STUDY_LEVEL_UPPER_SECONDARY
         && tj_adult_study_get_state (study) == TJ_STUDY_STATE_ONGOING;
}

static gboolean
note_before (gpointer fact, gpointer user_data)
{
  State *state = user_data;

  if (counts (fact))
    g_hash_table_add (state->before, g_strdup (tj_fact_get_number (fact)));
  return TRUE;
}

/* The day in the month after this one when the next report is due. */
static gboolean
find_next_report (TjImportJob *job, TjDate *next, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *text
      = tj_settings_dup (tj_import_job_get_store (job), SETTING_REPORT_DAY, &problem);
  guint64 report_day = text != NULL ? g_ascii_strtoull (text, NULL, 10) : REPORT_DAY;
  int year, month;

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (report_day < 1 || report_day > 28)
    report_day = REPORT_DAY;
  tj_date_get (tj_import_job_get_today (job), &year, &month, NULL);
  *next = tj_date_add_months (tj_date_new (year, month, (int)report_day), 1);
  return TRUE;
}

static gboolean
begin (TjImportJob *job, GError **error)
{
  State *state = tj_import_job_get_state (job);

  if (!tj_import_job_has_column (job, FIELD_LEVEL))
    tj_import_job_warn_file (job, FIELD_LEVEL, TJ_REASON_LEVEL_UNKNOWN);
  state->before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  state->now = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  state->studies = tj_fact_list_new (job, TJ_TYPE_ADULT_STUDY, is_same, error);
  return state->studies != NULL
         && tj_facts_foreach (tj_import_job_get_store (job), TJ_TYPE_ADULT_STUDY, note_before,
                              state, error)
         && find_next_report (job, &state->valid_until, error);
}

static void
clear_state (gpointer data)
{
  State *state = data;

  g_clear_pointer (&state->studies, tj_fact_list_free);
  g_clear_pointer (&state->before, g_hash_table_unref);
  g_clear_pointer (&state->now, g_hash_table_unref);
}

static TjDate
get_date (const TjImportValue *value)
{
  return value->text[0] != '\0' ? value->date : TJ_DATE_NONE;
}

/* The dates overrule a status that was true once, and stand for one that is not given. */
static TjStudyState
find_state (TjImportJob *job, const TjImportRow *row)
{
  int said = tj_term_read_study_state (row->values[FIELD_STATE].text);
  TjDate starts_on = get_date (&row->values[FIELD_STARTS_ON]);
  TjDate ends_on = get_date (&row->values[FIELD_ENDS_ON]);
  TjDate today = tj_import_job_get_today (job);

  if (said == TJ_STUDY_STATE_BROKEN || said == TJ_STUDY_STATE_FINISHED)
    return (TjStudyState)said;
  if (ends_on != TJ_DATE_NONE && ends_on < today)
    return TJ_STUDY_STATE_FINISHED;
  if (starts_on > today)
    return TJ_STUDY_STATE_PLANNED;
  return said >= 0 && starts_on == TJ_DATE_NONE ? (TjStudyState)said : TJ_STUDY_STATE_ONGOING;
}

static TjStudyLevel
find_level (TjImportJob *job, const TjImportRow *row)
{
  TjStudyLevel level = tj_term_read_study_level (row->values[FIELD_LEVEL].text);

  if (level != TJ_STUDY_LEVEL_UNKNOWN)
    return level;
  if (tj_import_job_has_column (job, FIELD_LEVEL))
    tj_import_job_warn (job, row, FIELD_LEVEL, TJ_REASON_LEVEL_UNKNOWN);
  return TJ_STUDY_LEVEL_UPPER_SECONDARY;
}

static TjAdultStudy *
new_study (TjImportJob *job, const TjImportRow *row, const TjImportPerson *person)
{
  TjAdultStudy *study = tj_adult_study_new (person->number->text);
  gboolean is_protected = person->protection != TJ_PROTECTION_NONE
                          || tj_import_job_is_protected (job, person->number->text);

  tj_adult_study_set_protection (
      study, is_protected ? MAX (person->protection, TJ_PROTECTION_MARKED) : TJ_PROTECTION_NONE);
  if (!is_protected)
    {
      tj_adult_study_set_given_name (study, person->given_name);
      tj_adult_study_set_family_name (study, person->family_name);
    }
  tj_adult_study_set_course (study, row->values[FIELD_COURSE].text);
  tj_adult_study_set_level (study, find_level (job, row));
  tj_adult_study_set_starts_on (study, get_date (&row->values[FIELD_STARTS_ON]));
  tj_adult_study_set_ends_on (study, get_date (&row->values[FIELD_ENDS_ON]));
  tj_adult_study_set_state (study, find_state (job, row));
  return study;
}

/* From the first start to the last end of what somebody studies. */
static void
note_studying (State *state, TjAdultStudy *study)
{
  const char *number = tj_fact_get_number (study);
  TjDate starts_on = tj_adult_study_get_starts_on (study);
  TjDate ends_on = tj_adult_study_get_ends_on (study);
  Studying *studying = g_hash_table_lookup (state->now, number);

  if (studying == NULL)
    {
      studying = g_new (Studying, 1);
      *studying = (Studying){ starts_on, ends_on };
      g_hash_table_insert (state->now, g_strdup (number), studying);
      return;
    }
  if (starts_on != TJ_DATE_NONE && starts_on < studying->starts_on)
    studying->starts_on = starts_on;
  if (ends_on == TJ_DATE_NONE || studying->ends_on == TJ_DATE_NONE)
    studying->ends_on = TJ_DATE_NONE;
  else
    studying->ends_on = MAX (studying->ends_on, ends_on);
}

static gboolean
apply (TjImportJob *job, const TjImportRow *row, TjImportOutcome *outcome, GError **error)
{
  State *state = tj_import_job_get_state (job);
  TjImportPerson person;
  g_autoptr (TjAdultStudy) study = NULL;
  TjYouth *known;

  tj_import_person_gather (&person, row, TJ_PERSON_N_NAME_FIELDS);
  known = tj_import_job_find_youth (job, person.number->text);
  if (known != NULL && tj_import_person_is_somebody_else (&person, known))
    {
      tj_import_job_reject (job, row, TJ_PERSON_NUMBER, TJ_REASON_OTHER_NAME, outcome);
      return TRUE;
    }
  study = new_study (job, row, &person);
  if (known != NULL)
    {
      outcome->youth_id = tj_entity_get_id (known);
      tj_import_job_claim_youth (job, known);
    }
  if (counts (study))
    note_studying (state, study);
  return tj_fact_list_take (state->studies, row, study, outcome, error);
}

static TjDate
holds_until (const State *state, const Studying *studying)
{
  return studying->ends_on != TJ_DATE_NONE ? MIN (studying->ends_on, state->valid_until)
                                           : state->valid_until;
}

static gboolean
is_of_report (TjKnowledge *knowledge)
{
  return tj_knowledge_get_source (knowledge) == TJ_SOURCE_ADULT_EDUCATION
         && tj_knowledge_get_occupation (knowledge) == TJ_OCCUPATION_OTHER_STUDIES;
}

/* Unless an earlier reading of the report has said it already. */
static gboolean
add_knowledge (TjImportJob *job, gint64 youth_id, TjDate valid_until, GError **error)
{
  g_autoptr (GPtrArray) known = tj_knowledge_list (tj_import_job_get_store (job), youth_id, error);
  g_autoptr (TjKnowledge) knowledge = NULL;

  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < known->len; i++)
    if (is_of_report (known->pdata[i])
        && tj_knowledge_get_valid_until (known->pdata[i]) >= valid_until)
      return TRUE;
  knowledge = tj_knowledge_new (youth_id);
  tj_knowledge_set_date (knowledge, tj_import_job_get_today (job));
  tj_knowledge_set_source (knowledge, TJ_SOURCE_ADULT_EDUCATION);
  tj_knowledge_set_occupation (knowledge, TJ_OCCUPATION_OTHER_STUDIES);
  tj_knowledge_set_valid_until (knowledge, valid_until);
  return tj_knowledge_insert (tj_import_job_get_change (job), knowledge, error) != 0;
}

static gboolean
keep_studying (TjImportJob *job, TjYouth *youth, const Studying *studying, GError **error)
{
  State *state = tj_import_job_get_state (job);
  gint64 id = tj_entity_get_id (youth);
  TjProposalGround ground = {
    .kind = TJ_PROPOSAL_DEREGISTER,
    .reason = TJ_DEREGISTRATION_NATIONAL_PROGRAMME,
    .basis = TJ_BASIS_VUX,
    .date = tj_departure_clamp_date (job, youth, studying->starts_on),
  };

  return add_knowledge (job, id, holds_until (state, studying), error)
         && tj_proposal_book_propose (tj_import_job_get_proposals (job), id, &ground, error);
}

/* What the report said before holds no longer than today. */
static gboolean
end_knowledge (TjImportJob *job, gint64 youth_id, GError **error)
{
  TjDate today = tj_import_job_get_today (job);
  g_autoptr (GPtrArray) known = tj_knowledge_list (tj_import_job_get_store (job), youth_id, error);

  for (guint i = 0; known != NULL && i < known->len; i++)
    {
      TjKnowledge *knowledge = known->pdata[i];

      if (!is_of_report (knowledge) || tj_knowledge_get_valid_until (knowledge) <= today)
        continue;
      tj_knowledge_set_valid_until (knowledge, MAX (today, tj_knowledge_get_date (knowledge)));
      if (!tj_knowledge_update (tj_import_job_get_change (job), knowledge, error))
        return FALSE;
    }
  return known != NULL;
}

/* One who was deregistered for these studies may have to come back. */
static gboolean
propose_to_register (TjImportJob *job, TjYouth *youth, GError **error)
{
  TjDate today = tj_import_job_get_today (job);
  TjDate birth = tj_youth_get_birth (youth);
  TjProposalGround ground = { TJ_PROPOSAL_REGISTER, -1, TJ_BASIS_VUX, today };

  return (birth != TJ_DATE_NONE && tj_date_age (birth, today) >= ENDS_AT)
         || tj_proposal_book_propose (tj_import_job_get_proposals (job), tj_entity_get_id (youth),
                                      &ground, error);
}

static gboolean
note_stopped (TjImportJob *job, TjYouth *youth, GError **error)
{
  gint64 id = tj_entity_get_id (youth);
  gboolean is_new;

  tj_import_job_warn_file (job, -1,
                           tj_import_job_is_listed (job, youth) ? TJ_REASON_STUDY_STOPPED
                                                                : TJ_REASON_STUDY_ABSENT);
  if (!tj_import_job_is_listed (job, youth) && !tj_import_job_add_gone (job, id, error))
    return FALSE;
  if (tj_import_job_find_open (job, id) == NULL)
    return propose_to_register (job, youth, error);
  return tj_proposal_book_lapse (tj_import_job_get_proposals (job), id, error)
         && end_knowledge (job, id, error)
         && tj_import_follow_up_add (job, id, tj_import_job_get_today (job),
                                     _ ("No longer in adult education: find out what they do"),
                                     &is_new, error);
}

static gboolean
forget_study (gpointer fact, gpointer user_data, GError **error)
{
  return tj_facts_delete (tj_import_job_get_change (user_data), fact, error);
}

/* In the order of numbers, so that two runs do the same. */
static GList *
sort_numbers (GHashTable *by_number)
{
  return g_list_sort (g_hash_table_get_keys (by_number), (GCompareFunc)strcmp);
}

static gboolean
finish (TjImportJob *job, GError **error)
{
  State *state = tj_import_job_get_state (job);
  g_autoptr (GList) now = sort_numbers (state->now);
  g_autoptr (GList) before = sort_numbers (state->before);

  for (GList *l = now; l != NULL; l = l->next)
    {
      TjYouth *youth = tj_import_job_find_youth (job, l->data);

      if (youth != NULL && tj_import_job_find_open (job, tj_entity_get_id (youth)) != NULL
          && !keep_studying (job, youth, g_hash_table_lookup (state->now, l->data), error))
        return FALSE;
    }
  for (GList *l = before; l != NULL; l = l->next)
    {
      TjYouth *youth = tj_import_job_find_youth (job, l->data);

      if (youth != NULL && !g_hash_table_contains (state->now, l->data)
          && !note_stopped (job, youth, error))
        return FALSE;
    }
  return tj_fact_list_foreach_left (state->studies, forget_study, job, error);
}

const TjImportSource tj_import_source_vux = {
  .id = "vux",
  .label = N_ ("Report of adult education"),
  .action = "import-vux",
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
