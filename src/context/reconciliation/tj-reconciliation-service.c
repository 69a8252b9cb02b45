/* The month-20 reconciliation: made from the month's lists, worked on until the meeting is over,
 * and closed with how everything stood (WORK.md § 6). */

#include "config.h"

#include "tj-reconciliation-service.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tj-holidays.h"
#include "tj-price-service.h"
#include "tj-reconciliation-input.h"
#include "tj-reconciliation-repository.h"
#include "tj-reconciliation-update.h"
#include "tj-setting-keys.h"

#define MEETING_DAY 20
#define MONTH_LETTERS 7 /* 2026-11 */

/**
 * tj_reconciliation_view_free: frees a month that was loaded.
 */
void
tj_reconciliation_view_free (TjReconciliationView *self)
{
  g_clear_object (&self->month);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->carried_over, g_ptr_array_unref);
  g_free (self);
}

/**
 * tj_reconciliation_service_meeting_date: the 20th of the month, given by its first day, or the
 * nearest working day.
 */
TjDate
tj_reconciliation_service_meeting_date (TjDate month)
{
  return tj_holidays_nearest_working_day (month + MEETING_DAY - 1);
}

/**
 * tj_reconciliation_service_parse_month: reads a month such as "2026-11" as its first day.
 */
gboolean
tj_reconciliation_service_parse_month (const char *text, TjDate *month)
{
  g_autofree char *first = NULL;

  if (text == NULL || strlen (text) != MONTH_LETTERS)
    return FALSE;
  first = g_strconcat (text, "-01", NULL);
  *month = tj_date_parse (first);
  return *month != TJ_DATE_NONE;
}

static TjReconciliation *
find_month (GPtrArray *months, TjDate month)
{
  for (guint i = 0; i < months->len; i++)
    if (tj_reconciliation_get_month (months->pdata[i]) == month)
      return g_object_ref (months->pdata[i]);
  return NULL;
}

static void
read_figures (TjReconciliationFigures *figures, TjReconciliation *month)
{
  if (month == NULL
      || !tj_reconciliation_figures_read (figures, tj_reconciliation_get_figures (month)))
    tj_reconciliation_figures_read (figures, "{}");
}

/**
 * tj_reconciliation_service_load: a month that has been made, given by its first day. Returns a new
 * view; NULL with `error` set, also when the month has not been made.
 */
TjReconciliationView *
tj_reconciliation_service_load (TjContext *context, TjDate month, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  g_autoptr (GPtrArray) months = tj_reconciliations_list (store, error);
  g_autoptr (TjReconciliationView) view = g_new0 (TjReconciliationView, 1);
  g_autoptr (TjReconciliation) last = NULL;

  if (months == NULL)
    return NULL;
  view->month = find_month (months, month);
  if (view->month == NULL)
    {
      tj_context_refuse (error, _ ("The month has not been reconciled yet."));
      return NULL;
    }

  view->items = tj_reconciliation_items_list (store, tj_entity_get_id (view->month), error);
  if (view->items == NULL)
    return NULL;
  view->carried_over = tj_reconciliation_items_list_open (store, month, error);
  if (view->carried_over == NULL)
    return NULL;

  last = find_month (months, tj_date_add_months (month, -1));
  read_figures (&view->now, view->month);
  read_figures (&view->before, last);
  return g_steal_pointer (&view);
}

/**
 * tj_reconciliation_service_list: all months that have been made, the earliest first. Returns a new
 * array of TjReconciliation that owns its elements; NULL with `error` set.
 */
GPtrArray *
tj_reconciliation_service_list (TjContext *context, GError **error)
{
  return tj_reconciliations_list (tj_context_get_store (context), error);
}

static TjReconciliation *
new_month (TjContext *context, TjDate month)
{
  TjReconciliation *self = tj_reconciliation_new (month);
  g_autofree char *participants
      = tj_context_dup_setting (context, TJ_SETTING_IKE_PARTICIPANTS, NULL);

  tj_reconciliation_set_meeting_on (self, tj_reconciliation_service_meeting_date (month));
  tj_reconciliation_set_participants (self, participants != NULL ? participants : "");
  return self;
}

static gboolean
check_open (TjReconciliation *month, GError **error)
{
  if (tj_reconciliation_get_closed_on (month) == TJ_DATE_NONE)
    return TRUE;
  return tj_context_refuse (error,
                            _ ("The month is closed. Reopen it first if it is to be changed."));
}

/* Nothing but the day is another when nothing else is: that is not written. */
static gboolean
write_month (TjContext *context,
             TjChange *change,
             TjReconciliation *month,
             TjReconciliationInput *input,
             const GArray *findings,
             GError **error)
{
  guint n_pupils;
  const TjIkePupil *pupils = tj_reconciliation_input_get_pupils (input, &n_pupils);
  TjReconciliationFigures now = tj_reconciliation_figures_count (
      pupils, n_pupils, tj_reconciliation_input_get_rules (input), findings);
  g_autofree char *figures = tj_reconciliation_figures_write (&now);
  gboolean is_new = tj_entity_get_id (month) == 0;
  gboolean has_other_figures = !g_str_equal (figures, tj_reconciliation_get_figures (month));
  gboolean is_changed;

  if (is_new)
    tj_reconciliation_set_made_on (month, tj_context_get_today (context));
  tj_reconciliation_set_figures (month, figures);
  if (is_new && tj_reconciliations_insert (change, month, error) == 0)
    return FALSE;
  if (!tj_reconciliation_update (context, change, month, input, findings, &is_changed, error))
    return FALSE;
  if (is_new || !(is_changed || has_other_figures))
    return TRUE;
  tj_reconciliation_set_made_on (month, tj_context_get_today (context));
  return tj_reconciliations_update (change, month, error);
}

static gboolean
make (TjContext *context, TjChange *change, TjReconciliation *month, GError **error)
{
  g_autoptr (TjReconciliationInput) input = NULL;
  g_autoptr (GArray) findings = NULL;
  const TjIkePupil *pupils;
  guint n_pupils;

  if (!tj_price_service_fill (context, change, error))
    return FALSE;
  input = tj_reconciliation_input_load (context, tj_reconciliation_get_month (month), error);
  if (input == NULL)
    return FALSE;
  pupils = tj_reconciliation_input_get_pupils (input, &n_pupils);
  findings = tj_reconcile (pupils, n_pupils, tj_reconciliation_input_get_rules (input));
  tj_reconciliation_drop_asked (input, findings);
  return write_month (context, change, month, input, findings, error);
}

/**
 * tj_reconciliation_service_make: finds what the month's lists give and keeps it, or brings a month
 * that was made before up to date. What has been decided stays, and what is as it was is no change.
 * Returns the month as it then lies; NULL with `error` set, also when the month is closed.
 */
TjReconciliationView *
tj_reconciliation_service_make (TjContext *context, TjDate month, GError **error)
{
  g_autoptr (GPtrArray) months = tj_reconciliation_service_list (context, error);
  g_autoptr (TjReconciliation) row = NULL;
  g_autoptr (TjChange) change = NULL;

  if (months == NULL)
    return NULL;
  row = find_month (months, month);
  if (row == NULL)
    row = new_month (context, month);
  if (!check_open (row, error))
    return NULL;
  change = tj_change_begin (tj_context_get_store (context), "make-reconciliation", error);
  if (change == NULL || !make (context, change, row, error) || !tj_change_commit (change, error))
    return NULL;
  return tj_reconciliation_service_load (context, month, error);
}

static TjReconciliation *
load_month (TjContext *context, TjDate month, GError **error)
{
  g_autoptr (TjReconciliationView) view = tj_reconciliation_service_load (context, month, error);

  return view != NULL ? g_object_ref (view->month) : NULL;
}

/**
 * tj_reconciliation_service_close: ends a month, given by its first day. Where everyone goes to
 * school is kept, for the next month to compare with. Returns FALSE with `error` set.
 */
gboolean
tj_reconciliation_service_close (TjContext *context, TjDate month, GError **error)
{
  g_autoptr (TjReconciliation) row = load_month (context, month, error);
  g_autoptr (TjChange) change = NULL;

  if (row == NULL || !check_open (row, error))
    return FALSE;
  change = tj_change_begin (tj_context_get_store (context), "close-reconciliation", error);
  if (change == NULL)
    return FALSE;
  tj_reconciliation_set_closed_on (row, tj_context_get_today (context));
  return tj_reconciliations_update (change, row, error)
         && tj_enrolments_before_keep (change, month, tj_date_add_months (month, 1) - 1, error)
         && tj_change_commit (change, error);
}

/**
 * tj_reconciliation_service_reopen: opens a closed month again; the log tells who did and when.
 * Returns FALSE with `error` set.
 */
gboolean
tj_reconciliation_service_reopen (TjContext *context, TjDate month, GError **error)
{
  g_autoptr (TjReconciliation) row = load_month (context, month, error);
  g_autoptr (TjChange) change = NULL;

  if (row == NULL)
    return FALSE;
  if (tj_reconciliation_get_closed_on (row) == TJ_DATE_NONE)
    return tj_context_refuse (error, _ ("The month is open already."));
  change = tj_change_begin (tj_context_get_store (context), "reopen-reconciliation", error);
  if (change == NULL)
    return FALSE;
  tj_reconciliation_set_closed_on (row, TJ_DATE_NONE);
  return tj_reconciliations_update (change, row, error) && tj_change_commit (change, error);
}
