/* A half-year on its way to SCB (förordning 2006:39 § 9): looked at, worked down, written as a file,
 * and, by an act of its own, said to be delivered. Everybody who is or was registered in it is in
 * it, protected persons too: the duty to report knows no exception for them, the file has no names
 * and no addresses, and its only receiver is the authority. */

#include "config.h"

#include "tj-scb-service.h"

#include <glib/gi18n-lib.h>

#include "tj-audit.h"
#include "tj-paper-file.h"
#include "tj-scb-file.h"
#include "tj-scb-keeping.h"
#include "tj-scb-layout-service.h"
#include "tj-setting-keys.h"

/**
 * tj_scb_report_free: frees what tj_scb_service_load() made.
 */
void
tj_scb_report_free (TjScbReport *report)
{
  g_clear_pointer (&report->findings, g_array_unref);
  g_clear_pointer (&report->missing_codes, g_ptr_array_unref);
  g_clear_pointer (&report->differences, g_ptr_array_unref);
  g_clear_pointer (&report->deliveries, g_ptr_array_unref);
  g_clear_pointer (&report->gone, g_ptr_array_unref);
  g_clear_pointer (&report->rows, tj_scb_rows_free);
  g_clear_pointer (&report->book, tj_scb_book_free);
  g_clear_pointer (&report->layout, tj_scb_layout_free);
  g_free (report);
}

static gboolean
is_of_half (const TjDelivery *delivery, TjHalfYear half)
{
  TjHalfYear own;

  return tj_half_year_parse (delivery->half, &own) && tj_half_year_compare (own, half) == 0;
}

/* The latest sent of the latest half-year before this one. */
static const TjDelivery *
find_before (const TjScbReport *report)
{
  const TjDelivery *found = NULL;

  for (guint i = 0; i < report->deliveries->len; i++)
    {
      const TjDelivery *delivery = report->deliveries->pdata[i];
      TjHalfYear half, best;

      if (delivery->delivered_on == TJ_DATE_NONE || !tj_half_year_parse (delivery->half, &half)
          || tj_half_year_compare (half, report->half) >= 0)
        continue;
      if (found == NULL
          || (tj_half_year_parse (found->half, &best) && tj_half_year_compare (half, best) > 0))
        found = delivery;
    }
  return found;
}

/* Latest first, so the first of each kind is the one. */
static void
find_deliveries (TjScbReport *report)
{
  for (guint i = 0; i < report->deliveries->len; i++)
    {
      const TjDelivery *delivery = report->deliveries->pdata[i];

      if (!is_of_half (delivery, report->half))
        continue;
      if (delivery->delivered_on != TJ_DATE_NONE && report->delivered == NULL)
        report->delivered = delivery;
      else if (delivery->delivered_on == TJ_DATE_NONE && report->prepared == NULL)
        report->prepared = delivery;
    }
  report->former = report->delivered != NULL ? report->delivered : find_before (report);
}

typedef struct
{
  TjScbReport *report;
  GHashTable *seen;
  GArray *reported; /* TjScbReported */
} Missing;

static void
take_reported (const TjDelivery *delivery, const TjDeliveryRow *row, gpointer user_data)
{
  Missing *missing = user_data;
  TjScbReported reported = { 0 };

  if (!row->is_open || g_hash_table_contains (missing->seen, row->personal_number))
    return;
  reported.youth_id = tj_scb_book_find_youth (missing->report->book, row->personal_number);
  reported.is_here
      = reported.youth_id != 0 && tj_scb_book_has_youth (missing->report->book, reported.youth_id);
  reported.personal_number = g_strdup (row->personal_number);
  g_ptr_array_add (missing->report->gone, (gpointer)reported.personal_number);
  g_hash_table_add (missing->seen, (gpointer)reported.personal_number);
  g_array_append_val (missing->reported, reported);
}

static gboolean
check_missing (TjContext *context, TjScbReport *report, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) reported = g_array_new (FALSE, TRUE, sizeof (TjScbReported));
  Missing missing = { report, seen, reported };
  const TjDelivery *before = find_before (report);

  if (before != NULL
      && !tj_deliveries_foreach_row (tj_context_get_store (context), before, take_reported,
                                     &missing, error))
    return FALSE;
  tj_scb_check_missing ((const TjScbReported *)reported->data, reported->len, report->findings);
  return TRUE;
}

static gboolean
check (TjContext *context, TjScbReport *report, GError **error)
{
  guint n_records;
  const TjScbRecord *records = tj_scb_book_get_records (report->book, &n_records);
  TjScbTerms terms = { .half = report->half,
                       .today = tj_context_get_today (context),
                       .earliest = report->layout->earliest,
                       .youngest_months = report->layout->youngest_months,
                       .oldest_years = report->layout->oldest_years };

  report->findings = tj_scb_check (records, n_records, &terms);
  if (!check_missing (context, report, error))
    return FALSE;
  for (guint i = 0; i < report->findings->len; i++)
    if (tj_scb_rule_severity (g_array_index (report->findings, TjScbFinding, i).rule)
        == TJ_SCB_ERROR)
      report->n_errors++;
    else
      report->n_warnings++;
  return TRUE;
}

static gboolean
make_rows (TjContext *context, TjScbReport *report, GError **error)
{
  guint n_records;
  const TjScbRecord *records = tj_scb_book_get_records (report->book, &n_records);
  g_autoptr (GError) problem = NULL;
  g_autofree char *municipality
      = tj_context_dup_setting (context, TJ_SETTING_MUNICIPALITY, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  report->rows = tj_scb_rows_new (report->layout, report->half,
                                  municipality != NULL ? municipality : "", records, n_records);
  report->missing_codes = tj_scb_rows_list_missing_codes (report->rows);
  return TRUE;
}

/**
 * tj_scb_service_load: looks at a half-year. Returns a new report; NULL with `error` set.
 */
TjScbReport *
tj_scb_service_load (TjContext *context, TjHalfYear half, GError **error)
{
  g_autoptr (TjScbReport) report = g_new0 (TjScbReport, 1);

  report->half = half;
  report->deadline = tj_half_year_deadline (half);
  report->gone = g_ptr_array_new_with_free_func (g_free);
  report->layout = tj_scb_layout_service_load (context, half, error);
  if (report->layout == NULL
      || (report->book = tj_scb_book_load (context, half, report->layout, error)) == NULL
      || (report->deliveries = tj_deliveries_list (tj_context_get_store (context), error)) == NULL)
    return NULL;
  find_deliveries (report);
  if (!check (context, report, error) || !make_rows (context, report, error))
    return NULL;
  if (report->former != NULL)
    report->differences = tj_scb_differences_list (context, report->former, report->book,
                                                   report->rows, half, error);
  return report->former == NULL || report->differences != NULL ? g_steal_pointer (&report) : NULL;
}

/**
 * tj_scb_report_is_ready: whether the file is one for SCB: it has rows, no error is left, and every
 * code in use is filled in. Warnings do not matter.
 */
gboolean
tj_scb_report_is_ready (const TjScbReport *report)
{
  return report->n_errors == 0 && report->missing_codes->len == 0
         && tj_scb_rows_count (report->rows) > 0;
}

/**
 * tj_scb_report_write: the file's bytes; one that is not ready says so. NULL with `error` set.
 */
GBytes *
tj_scb_report_write (const TjScbReport *report, TjScbFormat format, GError **error)
{
  return format == TJ_SCB_TEXT
             ? tj_scb_file_write_text (report->rows, error)
             : tj_scb_file_write_workbook (report->rows, !tj_scb_report_is_ready (report), error);
}

/**
 * tj_scb_service_export: writes the file whole or not at all. One that is ready is kept in the
 * register until it is said to be delivered or the next is written; one that is not is a check file
 * and only noted in the log. Returns FALSE with `error` set.
 */
gboolean
tj_scb_service_export (TjContext *context,
                       const TjScbReport *report,
                       TjScbFormat format,
                       const char *path,
                       GError **error)
{
  TjStore *store = tj_context_get_store (context);
  g_autoptr (GBytes) bytes = tj_scb_report_write (report, format, error);
  g_autoptr (TjChange) change = NULL;
  g_autofree char *details = NULL;
  char half[TJ_HALF_YEAR_BUFFER];

  if (bytes == NULL)
    return FALSE;
  details = g_strdup_printf ("%s rows=%u", tj_half_year_write (report->half, half),
                             tj_scb_rows_count (report->rows));
  if (!tj_scb_report_is_ready (report))
    return tj_audit_log (store, "export-scb-check", 0, details, error)
           && tj_paper_save (bytes, path, error);

  change = tj_scb_keeping_begin (store, report, format == TJ_SCB_TEXT ? "csv" : "xlsx", details,
                                 bytes, error);
  return change != NULL && tj_paper_save (bytes, path, error) && tj_change_commit (change, error);
}

/* What was written for a half-year and not yet said to be sent; 0 for nothing. */
static gint64
find_prepared (GPtrArray *deliveries, TjHalfYear half)
{
  for (guint i = 0; i < deliveries->len; i++)
    {
      const TjDelivery *delivery = deliveries->pdata[i];

      if (is_of_half (delivery, half) && delivery->delivered_on == TJ_DATE_NONE)
        return delivery->id;
    }
  return 0;
}

/**
 * tj_scb_service_mark_delivered: says that the file that was written last for a half-year has been
 * sent. Returns FALSE with `error` set, also when none was written since the last delivery.
 */
gboolean
tj_scb_service_mark_delivered (TjContext *context, TjHalfYear half, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  g_autoptr (GPtrArray) deliveries = tj_deliveries_list (store, error);
  g_autoptr (TjChange) change = NULL;
  gint64 id;

  if (deliveries == NULL)
    return FALSE;
  id = find_prepared (deliveries, half);
  if (id == 0)
    return tj_context_refuse (error,
                              _ ("No file that is ready for SCB has been saved since the last "
                                 "delivery. Save the file first."));
  change = tj_change_begin (store, "deliver-scb", error);
  return change != NULL
         && tj_deliveries_set_delivered (change, id, tj_context_get_today (context), error)
         && tj_change_commit (change, error);
}

/**
 * tj_scb_service_propose_half: the half-year one most likely works on: the one before today's until
 * its last day to report has passed, and then today's.
 */
TjHalfYear
tj_scb_service_propose_half (TjContext *context)
{
  TjDate today = tj_context_get_today (context);
  TjHalfYear half = tj_half_year_of (today);
  TjHalfYear before = tj_half_year_add (half, -1);

  return today <= tj_half_year_deadline (before) ? before : half;
}

/**
 * tj_scb_service_find_due: whether it is time to be reminded of a half-year, and of which: from six
 * weeks before its last day until it is delivered. Once the day has passed only a register that has
 * delivered anything reminds: another may have been begun since. Returns FALSE with `error` set.
 */
gboolean
tj_scb_service_find_due (TjContext *context, TjHalfYear *half, gboolean *is_due, GError **error)
{
  TjDate today = tj_context_get_today (context);
  g_autoptr (GPtrArray) deliveries = tj_deliveries_list (tj_context_get_store (context), error);
  gboolean has_delivered = FALSE, is_delivered = FALSE;

  if (deliveries == NULL)
    return FALSE;
  *half = tj_half_year_of (today);
  if (today < tj_half_year_reminder (*half))
    *half = tj_half_year_add (*half, -1);
  for (guint i = 0; i < deliveries->len; i++)
    {
      const TjDelivery *delivery = deliveries->pdata[i];

      if (delivery->delivered_on == TJ_DATE_NONE)
        continue;
      has_delivered = TRUE;
      is_delivered |= is_of_half (delivery, *half);
    }
  *is_due = !is_delivered && today >= tj_half_year_reminder (*half)
            && (has_delivered || today <= tj_half_year_deadline (*half));
  return TRUE;
}
