/* Organisers' reports and the steps of their handling. */

#include "config.h"

#include "tj-school-report-repository.h"

#include "tj-change-private.h"

/**
 * tj_school_reports_insert:
 * @report: a new one; it is told its id
 *
 * Adds a report to the register.
 *
 * Returns: its id, or 0 with a #TjStoreError
 */
gint64
tj_school_reports_insert (TjChange *change, TjSchoolReport *report, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_SCHOOL_REPORT (report), 0);

  return tj_change_insert (change, &tj_table_school_report, report, error)
             ? tj_entity_get_id (report)
             : 0;
}

/**
 * tj_school_reports_update:
 * @report: one of the register, as it is to be
 *
 * Writes what differs.
 *
 * Returns: whether the register has it so; %TJ_STORE_ERROR_NOT_FOUND when it is not there
 */
gboolean
tj_school_reports_update (TjChange *change, TjSchoolReport *report, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_SCHOOL_REPORT (report), FALSE);

  return tj_change_update (change, &tj_table_school_report, report, error);
}

/**
 * tj_school_reports_load:
 *
 * Returns: (transfer full): the one with this id, or NULL with %TJ_STORE_ERROR_NOT_FOUND or
 *   another #TjStoreError
 */
TjSchoolReport *
tj_school_reports_load (TjStore *store, gint64 id, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  return tj_table_load (&tj_table_school_report, store->connection, id, error);
}

/**
 * tj_school_reports_list:
 *
 * Returns: (transfer container) (element-type TjSchoolReport): all of a youth, in order of day; NULL
 *   with a #TjStoreError
 */
GPtrArray *
tj_school_reports_list (TjStore *store, gint64 youth_id, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  return tj_table_list (&tj_table_school_report, store->connection, youth_id, error);
}

/**
 * tj_school_reports_list_by_state:
 * @state: a #TjReportState, or -1 for all that are not done
 *
 * Returns: (transfer container) (element-type TjSchoolReport): everybody's reports in that state,
 *   those that have waited longest first; NULL with a #TjStoreError
 */
GPtrArray *
tj_school_reports_list_by_state (TjStore *store, int state, GError **error)
{
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TjStatement) select = NULL;
  g_autofree char *sql = NULL;

  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  sql = g_strdup_printf ("SELECT %s FROM school_report WHERE state %s ? ORDER BY received_on, id",
                         tj_table_prepare (&tj_table_school_report)->columns,
                         state < 0 ? "<>" : "=");
  select = tj_statement_new (store->connection, sql, error);
  if (select == NULL)
    return NULL;
  tj_statement_bind_text (
      select, 1, tj_code_word (&tj_report_states, state < 0 ? TJ_REPORT_STATE_DONE : state));
  return tj_table_read_all (&tj_table_school_report, select, reports, error)
             ? g_steal_pointer (&reports)
             : NULL;
}

/**
 * tj_school_report_entry_free:
 * @entry: (transfer full): an entry
 *
 * Frees it.
 */
void
tj_school_report_entry_free (TjSchoolReportEntry *entry)
{
  g_clear_object (&entry->report);
  g_free (entry->given_name);
  g_free (entry->family_name);
  g_free (entry);
}

/* The columns behind the report's own: names, protection, whether a registration is open. */
static TjSchoolReportEntry *
read_entry (TjStatement *row, GError **error)
{
  g_autoptr (TjSchoolReportEntry) entry = g_new0 (TjSchoolReportEntry, 1);
  int protection = TJ_PROTECTION_MARKED;
  int column;

  entry->report = tj_table_read (&tj_table_school_report, row, error);
  if (entry->report == NULL)
    return NULL;
  column = (int)TJ_ENTITY_GET_CLASS (entry->report)->n_fields + 1;
  entry->given_name = g_strdup (tj_statement_get_text (row, column));
  entry->family_name = g_strdup (tj_statement_get_text (row, column + 1));
  /* A word that is not known hides the name: better one too many. */
  tj_code_parse (&tj_protections, tj_statement_get_text (row, column + 2), &protection);
  entry->protection = (TjProtection)protection;
  entry->is_registered = tj_statement_get_number (row, column + 3) != 0;
  return g_steal_pointer (&entry);
}

/**
 * tj_school_reports_list_all:
 *
 * Returns: (transfer container) (element-type TjSchoolReportEntry): everybody's reports, the oldest
 *   first; NULL with a #TjStoreError
 */
GPtrArray *
tj_school_reports_list_all (TjStore *store, GError **error)
{
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_school_report_entry_free);
  g_autoptr (TjStatement) select = NULL;
  g_autofree char *sql = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  sql = g_strdup_printf (
      "SELECT %s, given_name, family_name, protection, is_open FROM school_report"
      " JOIN (SELECT id AS person, given_name, family_name, protection FROM youth)"
      "   ON person = youth_id"
      " LEFT JOIN (SELECT youth_id AS planned, is_open FROM agenda) ON planned = youth_id"
      " ORDER BY received_on, id",
      tj_table_prepare (&tj_table_school_report)->columns);
  select = tj_statement_new (store->connection, sql, error);
  if (select == NULL)
    return NULL;
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      TjSchoolReportEntry *entry = read_entry (select, error);

      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }
  return step == TJ_STATEMENT_END ? g_steal_pointer (&entries) : NULL;
}

static gboolean
delete_steps (TjChange *change, TjSchoolReport *report, GError **error)
{
  g_autoptr (GPtrArray) steps
      = tj_table_list (&tj_table_school_report_step, tj_change_get_connection (change),
                       tj_school_report_get_youth_id (report), error);

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    if (tj_school_report_step_get_report_id (steps->pdata[i]) == tj_entity_get_id (report)
        && !tj_change_delete (change, &tj_table_school_report_step,
                              tj_entity_get_id (steps->pdata[i]), error))
      return FALSE;
  return steps != NULL;
}

/**
 * tj_school_reports_delete:
 * @id: the row
 *
 * Takes a report that should not have been written out of the register, with its steps.
 *
 * Returns: whether it is gone; %TJ_STORE_ERROR_NOT_FOUND when it was not there
 */
gboolean
tj_school_reports_delete (TjChange *change, gint64 id, GError **error)
{
  g_autoptr (TjSchoolReport) report = NULL;

  g_return_val_if_fail (change != NULL, FALSE);

  report = tj_table_load (&tj_table_school_report, tj_change_get_connection (change), id, error);
  return report != NULL && delete_steps (change, report, error)
         && tj_change_delete (change, &tj_table_school_report, id, error);
}

/**
 * tj_school_report_steps_insert:
 * @step: a new one; it is told its id
 *
 * Adds a step to the register.
 *
 * Returns: its id, or 0 with a #TjStoreError
 */
gint64
tj_school_report_steps_insert (TjChange *change, TjSchoolReportStep *step, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_SCHOOL_REPORT_STEP (step), 0);

  return tj_change_insert (change, &tj_table_school_report_step, step, error)
             ? tj_entity_get_id (step)
             : 0;
}

/**
 * tj_school_report_steps_list:
 *
 * Returns: (transfer container) (element-type TjSchoolReportStep): all of a youth, by report and day; NULL
 *   with a #TjStoreError
 */
GPtrArray *
tj_school_report_steps_list (TjStore *store, gint64 youth_id, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  return tj_table_list (&tj_table_school_report_step, store->connection, youth_id, error);
}
