/* Organisers' reports of their pupils to the home municipality (skollagen 15:15 and 18:15), for the
 * inbox. The pupil need not be in the register: one at risk is added without a registration. A report
 * is known again by its diary number. */

#include "config.h"

#include "tj-import-person.h"
#include "tj-import-terms.h"
#include "tj-note-check.h"
#include "tj-school-report-repository.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  FIELD_DIARY_NUMBER = TJ_PERSON_N_NAME_FIELDS,
  FIELD_RECEIVED_ON,
  FIELD_SCHOOL,
  FIELD_ORGANISER,
  FIELD_CATEGORY,
  FIELD_MESSAGE,
  N_FIELDS,
};

static const TjImportField fields[N_FIELDS] = {
  TJ_PERSON_NAME_FIELDS,
  [FIELD_DIARY_NUMBER] = { "diary-number", N_ ("Diary number"),
                           "Diarienummer|Diarienr|Dnr|Diarium|Ärendenummer|Diary number|"
                           "Case number|Reference",
                           TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_RECEIVED_ON] = { "received-on", N_ ("Received on"),
                          "Inkom|Inkommen|Inkommet|Inkom datum|Ankomstdatum|Mottaget|"
                          "Rapportdatum|Datum|Received|Received on|Date",
                          TJ_CELL_DATE, FALSE, TRUE },
  [FIELD_SCHOOL] = { "school", N_ ("School"), TJ_HEADINGS_SCHOOL, TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_ORGANISER]
  = { "organiser", N_ ("Organiser"), TJ_HEADINGS_ORGANISER, TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_CATEGORY] = { "category", N_ ("Category"),
                       "Kategori|Typ av rapport|Rapporttyp|Ärendetyp|Anmälan avser|Avser|Orsak|"
                       "Category|Kind of report|Reason",
                       TJ_CELL_TEXT, TRUE, TRUE },
  [FIELD_MESSAGE] = { "message", N_ ("Message"),
                      "Meddelande|Kommentar|Anteckning|Beskrivning|Fritext|Övrigt|Message|Comment|"
                      "Note",
                      TJ_CELL_TEXT, FALSE, FALSE },
};

/* Youths at risk whom an earlier row has added. */
typedef struct
{
  GHashTable *added; /* number → id */
} State;

static gboolean
begin (TjImportJob *job, GError **error)
{
  State *state = tj_import_job_get_state (job);

  state->added = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return TRUE;
}

static void
clear_state (gpointer data)
{
  State *state = data;

  g_clear_pointer (&state->added, g_hash_table_unref);
}

static TjDate
find_received_on (TjImportJob *job, const TjImportRow *row)
{
  const TjImportValue *value = &row->values[FIELD_RECEIVED_ON];
  TjDate today = tj_import_job_get_today (job);

  return value->text[0] != '\0' ? MIN (value->date, today) : today;
}

/* The same report comes with every list until it is handled. */
static gboolean
is_known (GPtrArray *reports, const char *diary_number, int category, TjDate received_on)
{
  for (guint i = 0; i < reports->len; i++)
    {
      TjSchoolReport *report = reports->pdata[i];
      const char *other = tj_school_report_get_diary_number (report);

      if (diary_number[0] != '\0' ? strcmp (other, diary_number) == 0
                                  : tj_school_report_get_category (report) == category
                                        && tj_school_report_get_received_on (report) == received_on)
        return TRUE;
    }
  return FALSE;
}

/* The youth of the register, or one whom an earlier row has added; 0 when there is none. */
static gint64
find_youth_id (TjImportJob *job, const TjImportPerson *person, TjYouth *known)
{
  State *state = tj_import_job_get_state (job);
  gint64 *added = g_hash_table_lookup (state->added, person->number->text);

  if (known != NULL)
    return tj_entity_get_id (known);
  return added != NULL ? *added : 0;
}

static gboolean
find_known (TjImportJob *job,
            const TjImportRow *row,
            gint64 youth_id,
            int category,
            gboolean *is,
            GError **error)
{
  g_autoptr (GPtrArray) reports = NULL;

  *is = FALSE;
  if (youth_id == 0)
    return TRUE;
  reports = tj_school_reports_list (tj_import_job_get_store (job), youth_id, error);
  if (reports != NULL)
    *is = is_known (reports, row->values[FIELD_DIARY_NUMBER].text, category,
                    find_received_on (job, row));
  return reports != NULL;
}

/* A pupil at risk is known by what the school says; one of the register keeps what it has. `youth_id`
 * is the one found, and becomes the one added. */
static gboolean
save_youth (TjImportJob *job,
            const TjImportRow *row,
            const TjImportPerson *person,
            TjYouth *known,
            gint64 *youth_id,
            GError **error)
{
  State *state = tj_import_job_get_state (job);
  g_auto (TjYouthEdit) edit = { 0 };

  if (known == NULL && *youth_id != 0)
    return TRUE;
  tj_youth_edit_begin (&edit, job, row, known);
  if (known == NULL)
    {
      tj_youth_set_personal_number (edit.youth, person->number->text);
      tj_import_person_set (person, &edit, TJ_PERSON_N_NAME_FIELDS);
    }
  else
    tj_youth_edit_protect (&edit, person->protection);
  if (!tj_youth_edit_save (&edit, youth_id, error))
    return FALSE;
  if (known == NULL)
    g_hash_table_insert (state->added, g_strdup (person->number->text),
                         g_memdup2 (youth_id, sizeof *youth_id));
  return TRUE;
}

static gboolean
save_report (TjImportJob *job,
             const TjImportRow *row,
             gint64 youth_id,
             int category,
             GError **error)
{
  const TjImportValue *values = row->values;
  TjChange *change = tj_import_job_get_change (job);
  TjDate received_on = find_received_on (job, row);
  g_autoptr (TjSchoolReport) report = tj_school_report_new (youth_id);
  g_autoptr (TjSchoolReportStep) step = NULL;

  tj_school_report_set_received_on (report, received_on);
  tj_school_report_set_category (report, category);
  tj_school_report_set_diary_number (report, values[FIELD_DIARY_NUMBER].text);
  tj_school_report_set_school (report, values[FIELD_SCHOOL].text);
  tj_school_report_set_organiser (report, values[FIELD_ORGANISER].text);
  tj_school_report_set_state (report, TJ_REPORT_STATE_RECEIVED);
  if (tj_school_reports_insert (change, report, error) == 0)
    return FALSE;
  step = g_object_new (TJ_TYPE_SCHOOL_REPORT_STEP, "youth-id", youth_id, "report-id",
                       tj_entity_get_id (report), "date", received_on, "state",
                       TJ_REPORT_STATE_RECEIVED, "note", values[FIELD_MESSAGE].text, NULL);
  return tj_school_report_steps_insert (change, step, error) != 0;
}

static void
warn_about_report (TjImportJob *job, const TjImportRow *row)
{
  gsize start = 0, end;

  if (row->values[FIELD_DIARY_NUMBER].text[0] == '\0')
    tj_import_job_warn (job, row, FIELD_DIARY_NUMBER, TJ_REASON_DIARY_MISSING);
  if (tj_note_check_next (row->values[FIELD_MESSAGE].text, &start, &end))
    tj_import_job_warn (job, row, FIELD_MESSAGE, TJ_REASON_DELICATE);
}

static TjImportReason
find_obstacle (const TjImportPerson *person, TjYouth *known, int category, int *field)
{
  *field = TJ_PERSON_NUMBER;
  if (known != NULL && tj_import_person_is_somebody_else (person, known))
    return TJ_REASON_OTHER_NAME;
  if (known == NULL && !tj_import_person_has_names (person)
      && person->protection == TJ_PROTECTION_NONE)
    return TJ_REASON_NAME_MISSING;
  *field = FIELD_CATEGORY;
  return category < 0 ? TJ_REASON_CATEGORY : TJ_REASON_NONE;
}

static gboolean
apply (TjImportJob *job, const TjImportRow *row, TjImportOutcome *outcome, GError **error)
{
  int category = tj_term_read_report_category (row->values[FIELD_CATEGORY].text);
  TjImportReason obstacle;
  TjImportPerson person;
  gboolean is_there;
  TjYouth *known;
  int field;

  tj_import_person_gather (&person, row, TJ_PERSON_N_NAME_FIELDS);
  known = tj_import_job_find_youth (job, person.number->text);
  obstacle = find_obstacle (&person, known, category, &field);
  if (obstacle != TJ_REASON_NONE)
    {
      tj_import_job_reject (job, row, field, obstacle, outcome);
      return TRUE;
    }
  outcome->youth_id = find_youth_id (job, &person, known);
  if (!find_known (job, row, outcome->youth_id, category, &is_there, error))
    return FALSE;
  if (is_there)
    return TRUE;
  outcome->result = TJ_IMPORT_NEW;
  warn_about_report (job, row);
  return save_youth (job, row, &person, known, &outcome->youth_id, error)
         && save_report (job, row, outcome->youth_id, category, error);
}

const TjImportSource tj_import_source_school_reports = {
  .id = "school-reports",
  .label = N_ ("School reports"),
  .action = "import-school-reports",
  .fields = fields,
  .n_fields = N_FIELDS,
  .has_repeats = TRUE,
  .state_size = sizeof (State),
  .clear_state = clear_state,
  .begin = begin,
  .apply = apply,
};
