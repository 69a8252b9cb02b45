/* Organisers' reports of pupils (skollagen 15:15, 18:15) and what is done with them. A report may be
 * about somebody who is not in the register: a youth at risk is then added without a registration,
 * and stands on no other list. */

#include "config.h"

#include "tj-school-report-service.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tj-case-number.h"
#include "tj-youth-repository.h"

/**
 * tj_school_report_service_check: whether the report can be kept: it has a day that is not ahead,
 * a school and a diary number. `error` says what to change, and `field` (may be NULL) which
 * property it is.
 */
gboolean
tj_school_report_service_check (TjContext *context,
                                TjSchoolReport *report,
                                const char **field,
                                GError **error)
{
  TjDate received_on = tj_school_report_get_received_on (report);

  if (received_on == TJ_DATE_NONE)
    return tj_context_refuse_field (field, "received-on", error,
                                    _ ("Give the day the report came."));
  if (received_on > tj_context_get_today (context))
    return tj_context_refuse_field (field, "received-on", error,
                                    _ ("The day the report came lies ahead."));
  if (*tj_school_report_get_school (report) == '\0')
    return tj_context_refuse_field (field, "school", error, _ ("Give the school that reports."));
  if (*tj_school_report_get_diary_number (report) == '\0')
    return tj_context_refuse_field (field, "diary-number", error,
                                    _ ("Give the report's diary number."));
  return TRUE;
}

/**
 * tj_school_report_service_check_step: whether a step on `date` can be noted: it is not ahead, and
 * the report had come. `error` says what to change.
 */
gboolean
tj_school_report_service_check_step (TjContext *context,
                                     TjSchoolReport *report,
                                     TjDate date,
                                     GError **error)
{
  if (date == TJ_DATE_NONE || date > tj_context_get_today (context))
    return tj_context_refuse (error, _ ("The day of the step lies ahead."));
  if (date < tj_school_report_get_received_on (report))
    return tj_context_refuse (error, _ ("The step is dated before the report came."));
  return TRUE;
}

static gboolean
add_step (TjChange *change,
          TjSchoolReport *report,
          TjReportState state,
          TjDate date,
          const char *note,
          GError **error)
{
  g_autoptr (TjSchoolReportStep) step = g_object_new (
      TJ_TYPE_SCHOOL_REPORT_STEP, "youth-id", tj_school_report_get_youth_id (report), "report-id",
      tj_entity_get_id (report), "date", date, "state", state, "note", note, NULL);

  return tj_school_report_steps_insert (change, step, error) != 0;
}

static gboolean
add_youth_at_risk (TjChange *change, TjSchoolReport *report, TjYouth *at_risk, GError **error)
{
  gint64 id = tj_youths_insert (change, at_risk, error);

  tj_school_report_set_youth_id (report, id);
  return id != 0;
}

/**
 * tj_school_report_service_receive: checks and keeps a new report as received, in one change. With
 * `at_risk`, a youth whose number the register does not have, that youth is added too, without a
 * registration; else the report says whose it is.
 */
gboolean
tj_school_report_service_receive (TjContext *context,
                                  TjSchoolReport *report,
                                  TjYouth *at_risk,
                                  GError **error)
{
  g_autoptr (TjChange) change = NULL;

  if (!tj_school_report_service_check (context, report, NULL, error))
    return FALSE;
  change = tj_change_begin (tj_context_get_store (context), "receive-school-report", error);
  if (change == NULL || (at_risk != NULL && !add_youth_at_risk (change, report, at_risk, error)))
    return FALSE;
  tj_school_report_set_state (report, TJ_REPORT_STATE_RECEIVED);
  return tj_school_reports_insert (change, report, error) != 0
         && add_step (change, report, TJ_REPORT_STATE_RECEIVED,
                      tj_school_report_get_received_on (report), NULL, error)
         && tj_change_commit (change, error);
}

/**
 * tj_school_report_service_save: checks and corrects what a report of the register says. Its state
 * changes by tj_school_report_service_step() only.
 */
gboolean
tj_school_report_service_save (TjContext *context, TjSchoolReport *report, GError **error)
{
  g_autoptr (TjChange) change = NULL;

  if (!tj_school_report_service_check (context, report, NULL, error))
    return FALSE;
  change = tj_change_begin (tj_context_get_store (context), "change-school-report", error);
  return change != NULL && tj_school_reports_update (change, report, error)
         && tj_change_commit (change, error);
}

/**
 * tj_school_report_service_step: notes a step in the handling: the state it led to, its day, and in
 * a few words what was done (may be empty). `report` has the new state afterwards.
 */
gboolean
tj_school_report_service_step (TjContext *context,
                               TjSchoolReport *report,
                               TjReportState state,
                               TjDate date,
                               const char *note,
                               GError **error)
{
  g_autoptr (TjSchoolReport) next = tj_entity_copy (report);
  g_autoptr (TjChange) change = NULL;

  if (!tj_school_report_service_check_step (context, report, date, error))
    return FALSE;
  tj_school_report_set_state (next, state);
  change = tj_change_begin (tj_context_get_store (context), "handle-school-report", error);
  if (change == NULL || !tj_school_reports_update (change, next, error)
      || !add_step (change, report, state, date, note, error) || !tj_change_commit (change, error))
    return FALSE;
  tj_school_report_set_state (report, state);
  return TRUE;
}

/**
 * tj_school_report_service_remove: takes a report that was written by mistake away, with its steps.
 * A youth at risk who came with it stays.
 */
gboolean
tj_school_report_service_remove (TjContext *context, gint64 id, GError **error)
{
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (context), "remove-school-report", error);

  return change != NULL && tj_school_reports_delete (change, id, error)
         && tj_change_commit (change, error);
}

static gboolean
is_done (const TjSchoolReportEntry *entry)
{
  return tj_school_report_get_state (entry->report) == TJ_REPORT_STATE_DONE;
}

static gboolean
belongs_to (const TjSchoolReportEntry *entry, TjReportFilter filter)
{
  switch (filter)
    {
    case TJ_REPORT_FILTER_OPEN:
      return !is_done (entry);
    case TJ_REPORT_FILTER_PREVENTIVE:
      return !entry->is_registered;
    default:
      return TRUE;
    }
}

/* What is not done comes first, what must be reported before what should be, the oldest first;
 * what is done, the latest first. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const TjSchoolReportEntry *one = *(TjSchoolReportEntry *const *)a;
  const TjSchoolReportEntry *other = *(TjSchoolReportEntry *const *)b;
  const gboolean one_is_must
      = tj_report_category_is_must ((TjReportCategory)tj_school_report_get_category (one->report));
  const gboolean other_is_must = tj_report_category_is_must (
      (TjReportCategory)tj_school_report_get_category (other->report));
  const int older = (int)tj_school_report_get_received_on (one->report)
                    - (int)tj_school_report_get_received_on (other->report);

  if (is_done (one) != is_done (other))
    return is_done (one) ? 1 : -1;
  if (is_done (one))
    return -older;
  if (one_is_must != other_is_must)
    return one_is_must ? -1 : 1;
  return older;
}

/**
 * tj_school_report_service_list: the reports of a list in the order they are to be handled. Returns
 * a new array of TjSchoolReportEntry that owns its elements; NULL with `error` set. Names in it are
 * for tj_school_report_entry_dup_name() only.
 */
GPtrArray *
tj_school_report_service_list (TjContext *context, TjReportFilter filter, GError **error)
{
  GPtrArray *entries = tj_school_reports_list_all (tj_context_get_store (context), error);

  for (guint i = entries != NULL ? entries->len : 0; i > 0; i--)
    if (!belongs_to (entries->pdata[i - 1], filter))
      g_ptr_array_remove_index (entries, i - 1);
  if (entries != NULL)
    g_ptr_array_sort (entries, compare_entries);
  return entries;
}

/**
 * tj_school_report_service_count: how many reports of each list are not done. `counts` is untouched
 * when `error` is set.
 */
gboolean
tj_school_report_service_count (TjContext *context,
                                guint counts[TJ_N_REPORT_FILTERS],
                                GError **error)
{
  g_autoptr (GPtrArray) entries
      = tj_school_reports_list_all (tj_context_get_store (context), error);

  if (entries == NULL)
    return FALSE;
  memset (counts, 0, TJ_N_REPORT_FILTERS * sizeof *counts);
  for (guint i = 0; i < entries->len; i++)
    for (int filter = 0; filter < TJ_N_REPORT_FILTERS; filter++)
      if (!is_done (entries->pdata[i]) && belongs_to (entries->pdata[i], (TjReportFilter)filter))
        counts[filter]++;
  return TRUE;
}

/**
 * tj_school_report_entry_dup_name: "Family, Given" as lists have it; a protected person by case
 * number alone. Returns a new string.
 */
char *
tj_school_report_entry_dup_name (const TjSchoolReportEntry *entry)
{
  g_autofree char *number = NULL;

  if (entry->protection == TJ_PROTECTION_NONE)
    return *entry->given_name != '\0'
               ? g_strdup_printf ("%s, %s", entry->family_name, entry->given_name)
               : g_strdup (entry->family_name);
  number = tj_case_number_format (tj_school_report_get_youth_id (entry->report));
  return g_strdup_printf (_ ("Protected person · %s"), number);
}
