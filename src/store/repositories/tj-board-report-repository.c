/* The reports to the board. A draft is written over; an approved report is not: what was given to
 * the board stays as it was, and a change is a new version that says which one it replaces. */

#include "config.h"

#include "tj-board-report-repository.h"

#include <glib/gi18n-lib.h>

#include "tj-change-private.h"

#define TABLE "board_report"

/**
 * tj_board_report_new:
 *
 * Returns: (transfer full): a draft without texts, the first version of its half-year
 */
TjBoardReport *
tj_board_report_new (TjHalfYear half)
{
  TjBoardReport *self = g_new0 (TjBoardReport, 1);

  self->half = half;
  self->version = 1;
  self->organisation = g_strdup ("");
  self->analysis = g_strdup ("");
  self->decision = g_strdup ("");
  self->digest = g_strdup ("");
  return self;
}

/* Returns: (transfer full): the same report */
TjBoardReport *
tj_board_report_copy (const TjBoardReport *self)
{
  TjBoardReport *copy = g_new (TjBoardReport, 1);

  *copy = *self;
  copy->organisation = g_strdup (self->organisation);
  copy->analysis = g_strdup (self->analysis);
  copy->decision = g_strdup (self->decision);
  copy->digest = g_strdup (self->digest);
  return copy;
}

/* Frees the report. */
void
tj_board_report_free (TjBoardReport *self)
{
  g_free (self->organisation);
  g_free (self->analysis);
  g_free (self->decision);
  g_free (self->digest);
  g_free (self);
}

static TjBoardReport *
read_report (TjStatement *row)
{
  TjBoardReport *report = g_new0 (TjBoardReport, 1);

  report->id = tj_statement_get_number (row, 0);
  tj_half_year_parse (tj_statement_get_text (row, 1), &report->half);
  report->version = (guint)tj_statement_get_number (row, 2);
  report->organisation = g_strdup (tj_statement_get_text (row, 3));
  report->analysis = g_strdup (tj_statement_get_text (row, 4));
  report->decision = g_strdup (tj_statement_get_text (row, 5));
  report->threshold = (guint)tj_statement_get_number (row, 6);
  report->approved_on = tj_statement_get_date (row, 7);
  report->digest = g_strdup (tj_statement_get_text (row, 8));
  return report;
}

/**
 * tj_board_reports_list:
 *
 * Returns: (transfer full) (element-type TjBoardReport): all reports, by half-year and version;
 *   NULL with a #TjStoreError
 */
GPtrArray *
tj_board_reports_list (TjStore *store, GError **error)
{
  g_autoptr (GPtrArray) reports
      = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_board_report_free);
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  select
      = tj_statement_new (store->connection,
                          "SELECT id, half, version, organisation, analysis, decision,"
                          " threshold, approved_on, digest FROM " TABLE " ORDER BY half, version",
                          error);
  if (select == NULL)
    return NULL;
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    g_ptr_array_add (reports, read_report (select));
  return step == TJ_STATEMENT_END ? g_steal_pointer (&reports) : NULL;
}

static void
bind_texts (TjStatement *statement, const TjBoardReport *report)
{
  tj_statement_bind_text (statement, 1, report->organisation);
  tj_statement_bind_text (statement, 2, report->analysis);
  tj_statement_bind_text (statement, 3, report->decision);
  tj_statement_bind_number (statement, 4, report->threshold);
}

static gboolean
insert (TjChange *change, TjBoardReport *report, GError **error)
{
  TjConnection *connection = tj_change_get_connection (change);
  char half[TJ_HALF_YEAR_BUFFER];
  g_autoptr (TjStatement) statement
      = tj_statement_new (connection,
                          "INSERT INTO " TABLE " (organisation, analysis, decision, threshold,"
                          " half, version, tables, digest) VALUES (?, ?, ?, ?, ?, ?, '', '')",
                          error);

  if (statement == NULL)
    return FALSE;
  bind_texts (statement, report);
  tj_statement_bind_text (statement, 5, tj_half_year_write (report->half, half));
  tj_statement_bind_number (statement, 6, report->version);
  if (!tj_statement_run (statement, error))
    return FALSE;
  report->id = tj_connection_get_last_id (connection);
  return tj_change_record_insert (change, TABLE, report->id, error);
}

/* Whether the report can still be changed. */
static gboolean
check_draft (TjChange *change, gint64 id, GError **error)
{
  g_autoptr (TjStatement) select
      = tj_statement_new (tj_change_get_connection (change),
                          "SELECT 1 FROM " TABLE " WHERE id = ? AND approved_on IS NULL", error);
  TjStatementStep step;

  if (select == NULL)
    return FALSE;
  tj_statement_bind_number (select, 1, id);
  step = tj_statement_step (select, error);
  if (step == TJ_STATEMENT_END)
    g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_CONSTRAINT,
                         _ ("The report is approved and is no longer changed."));
  return step == TJ_STATEMENT_ROW;
}

static gboolean
update (TjChange *change, const TjBoardReport *report, GError **error)
{
  g_autoptr (TjStatement) statement = NULL;

  if (!check_draft (change, report->id, error)
      || !tj_change_record_row (change, TJ_ROW_UPDATED, TABLE, report->id, error))
    return FALSE;
  statement = tj_statement_new (tj_change_get_connection (change),
                                "UPDATE " TABLE " SET organisation = ?, analysis = ?,"
                                " decision = ?, threshold = ? WHERE id = ?",
                                error);
  if (statement == NULL)
    return FALSE;
  bind_texts (statement, report);
  tj_statement_bind_number (statement, 5, report->id);
  return tj_statement_run (statement, error);
}

/**
 * tj_board_reports_save:
 * @report: a draft; one without an id is told its own
 *
 * Writes a draft's texts and threshold.
 *
 * Returns: whether the register has it so; %TJ_STORE_ERROR_CONSTRAINT when it is approved
 */
gboolean
tj_board_reports_save (TjChange *change, TjBoardReport *report, GError **error)
{
  g_return_val_if_fail (change != NULL && report != NULL, FALSE);

  return report->id == 0 ? insert (change, report, error) : update (change, report, error);
}

static void
bind_bytes (TjStatement *statement, int parameter, GBytes *bytes)
{
  gsize n;
  gconstpointer data = g_bytes_get_data (bytes, &n);

  tj_statement_bind_bytes (statement, parameter, data, n);
}

/**
 * tj_board_reports_approve:
 * @report: a draft of the register; is told that it is approved
 * @day: the day it is approved
 * @files: the report as it goes to the board
 *
 * Freezes a report with its files.
 *
 * Returns: whether it is approved; %TJ_STORE_ERROR_CONSTRAINT when it was before
 */
gboolean
tj_board_reports_approve (TjChange *change,
                          TjBoardReport *report,
                          TjDate day,
                          const TjBoardReportFiles *files,
                          GError **error)
{
  g_autofree char *digest = NULL;
  g_autoptr (TjStatement) statement = NULL;

  g_return_val_if_fail (change != NULL && report != NULL && report->id != 0, FALSE);

  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, files->pdf);
  if (!check_draft (change, report->id, error)
      || !tj_change_record_row (change, TJ_ROW_UPDATED, TABLE, report->id, error))
    return FALSE;
  statement = tj_statement_new (tj_change_get_connection (change),
                                "UPDATE " TABLE " SET approved_on = ?, tables = ?, digest = ?,"
                                " pdf = ?, workbook = ? WHERE id = ?",
                                error);
  if (statement == NULL)
    return FALSE;
  tj_statement_bind_date (statement, 1, day);
  tj_statement_bind_text (statement, 2, files->tables);
  tj_statement_bind_text (statement, 3, digest);
  bind_bytes (statement, 4, files->pdf);
  bind_bytes (statement, 5, files->workbook);
  tj_statement_bind_number (statement, 6, report->id);
  if (!tj_statement_run (statement, error))
    return FALSE;
  report->approved_on = day;
  g_free (report->digest);
  report->digest = g_steal_pointer (&digest);
  return TRUE;
}

static TjStatement *
select_one (TjStore *store, const char *sql, gint64 id, GError **error)
{
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  if (!tj_store_check_open (store, error))
    return NULL;
  select = tj_statement_new (store->connection, sql, error);
  if (select == NULL)
    return NULL;
  tj_statement_bind_number (select, 1, id);
  step = tj_statement_step (select, error);
  if (step == TJ_STATEMENT_ROW && !tj_statement_is_null (select, 0))
    return g_steal_pointer (&select);
  if (step != TJ_STATEMENT_FAILED)
    g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_NOT_FOUND,
                         _ ("The report is not approved."));
  return NULL;
}

static GBytes *
dup_bytes (TjStore *store, const char *sql, gint64 id, GError **error)
{
  g_autoptr (TjStatement) row = select_one (store, sql, id, error);
  const guint8 *bytes;
  gsize n;

  if (row == NULL)
    return NULL;
  bytes = tj_statement_get_bytes (row, 0, &n);
  return g_bytes_new (bytes, n);
}

/**
 * tj_board_reports_dup_pdf:
 * @id: an approved report
 *
 * Returns: (transfer full): the PDF as it was approved, or NULL with %TJ_STORE_ERROR_NOT_FOUND
 */
GBytes *
tj_board_reports_dup_pdf (TjStore *store, gint64 id, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  return dup_bytes (store, "SELECT pdf FROM " TABLE " WHERE id = ?", id, error);
}

/**
 * tj_board_reports_dup_workbook:
 * @id: an approved report
 *
 * Returns: (transfer full): the tables as a spreadsheet as they were approved, or NULL with
 *   %TJ_STORE_ERROR_NOT_FOUND
 */
GBytes *
tj_board_reports_dup_workbook (TjStore *store, gint64 id, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  return dup_bytes (store, "SELECT workbook FROM " TABLE " WHERE id = ?", id, error);
}

/**
 * tj_board_reports_dup_tables:
 * @id: an approved report
 *
 * Returns: (transfer full): the tables as they were published, as JSON, or NULL with
 *   %TJ_STORE_ERROR_NOT_FOUND
 */
char *
tj_board_reports_dup_tables (TjStore *store, gint64 id, GError **error)
{
  g_autoptr (TjStatement) row = NULL;

  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  row = select_one (store,
                    "SELECT CASE WHEN approved_on IS NULL THEN NULL ELSE tables END FROM " TABLE
                    " WHERE id = ?",
                    id, error);
  return row != NULL ? g_strdup (tj_statement_get_text (row, 0)) : NULL;
}
