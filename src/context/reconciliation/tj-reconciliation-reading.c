/* Reads the decisions back from the spreadsheet that the meeting filled in. Nothing is guessed: a
 * row that is unknown, that says two things, that no longer says who or what it was about, or that
 * cannot be decided so, is told of and not taken. */

#include "config.h"

#include "tj-reconciliation-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tj-import-table.h"
#include "tj-reconciliation-conflicts.h"
#include "tj-reconciliation-workbook.h"

#define NO_COLUMN G_MAXUINT

/* A spreadsheet being read. */
typedef struct
{
  TjContext *context;
  TjImportTable *table;
  guint header;
  guint columns[TJ_N_RECONCILIATION_COLUMNS];
  GHashTable *items; /* key → TjReconciliationItem */
  TjReconciliationConflicts *conflicts;
  GPtrArray *reads;
} Reading;

static void
read_free (gpointer data)
{
  TjReconciliationRead *read = data;

  g_clear_object (&read->item);
  g_free (read->problem);
  g_free (read);
}

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->table, tj_import_table_unref);
  g_clear_pointer (&reading->items, g_hash_table_unref);
  g_clear_pointer (&reading->conflicts, tj_reconciliation_conflicts_free);
  g_clear_pointer (&reading->reads, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static char *
dup_cell (const Reading *reading, guint row, guint column)
{
  TjCell cell;
  g_autofree char *text = NULL;

  if (column == NO_COLUMN || column >= tj_import_table_get_n_cells (reading->table, row))
    return g_strdup ("");
  cell = tj_import_table_get_cell (reading->table, row, column);
  text = g_strndup (cell.text, cell.length);
  return g_strdup (g_strstrip (text));
}

static char *
dup_field (const Reading *reading, guint row, TjReconciliationColumn column)
{
  return dup_cell (reading, row, reading->columns[column]);
}

static guint
find_column (const Reading *reading, guint row, const char *title)
{
  for (guint i = 0; i < tj_import_table_get_n_cells (reading->table, row); i++)
    {
      g_autofree char *text = dup_cell (reading, row, i);

      if (g_str_equal (text, title))
        return i;
    }
  return NO_COLUMN;
}

/* The header is the first row that has both the key and the decision. */
static gboolean
find_header (Reading *reading)
{
  const char *key = tj_reconciliation_column_title (TJ_RECONCILIATION_COLUMN_KEY);
  const char *decision = tj_reconciliation_column_title (TJ_RECONCILIATION_COLUMN_DECISION);

  for (guint row = 0; row < tj_import_table_get_n_rows (reading->table); row++)
    if (find_column (reading, row, key) != NO_COLUMN
        && find_column (reading, row, decision) != NO_COLUMN)
      {
        reading->header = row;
        for (guint i = 0; i < TJ_N_RECONCILIATION_COLUMNS; i++)
          reading->columns[i] = find_column (reading, row, tj_reconciliation_column_title (i));
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_label (const TjCodeList *codes, const char *text, int *code)
{
  for (*code = 0; *code < tj_code_count (codes); (*code)++)
    if (g_utf8_collate (text, tj_code_label (codes, *code)) == 0)
      return TRUE;
  *code = -1;
  return *text == '\0';
}

/* The text may be a date with a time, as some programs write it. */
static gboolean
read_date (const char *text, TjDate *date)
{
  g_autofree char *day = g_strndup (text, TJ_DATE_BUFFER - 1);

  *date = *text != '\0' ? tj_date_parse (day) : TJ_DATE_NONE;
  return *text == '\0' || *date != TJ_DATE_NONE;
}

/* The number and the amount are what a decision is about: who changes them means something else. */
static void
check_unaltered (const Reading *reading, guint row, TjReconciliationRead *read)
{
  g_autofree char *number = dup_field (reading, row, TJ_RECONCILIATION_COLUMN_NUMBER);
  g_autofree char *expected = tj_reconciliation_item_dup_number (read->item);
  g_autofree char *section = dup_field (reading, row, TJ_RECONCILIATION_COLUMN_SECTION);
  g_autofree char *amount = dup_field (reading, row, TJ_RECONCILIATION_COLUMN_AMOUNT);
  double kronor;

  g_strdelimit (amount, ",", '.');
  kronor = g_ascii_strtod (amount, NULL);
  if (!g_str_equal (number, expected)
      || !g_str_equal (
          section, tj_code_label (&tj_finding_kinds, tj_reconciliation_item_get_kind (read->item)))
      || (gint64)(kronor * 100 + (kronor < 0 ? -0.5 : 0.5))
             != tj_reconciliation_item_get_amount_ore (read->item))
    tj_reconciliation_read_refuse (
        read, _ ("The row has been altered: number, section or amount is not as it was "
                 "written. Make the sheet anew and fill it in again."));
}

/* A day to ask again that nobody wrote is the one that stands, or the usual one. */
static void
settle_follow_up (const Reading *reading, TjReconciliationRead *read, gboolean is_blank)
{
  TjReconciliationDecision usual;

  if (!is_blank)
    return;
  tj_reconciliation_service_suggest (reading->context, read->item, read->decision.decision, &usual);
  read->decision.follow_up_on
      = tj_reconciliation_item_get_decision (read->item) == (int)read->decision.decision
            ? tj_reconciliation_item_get_follow_up_on (read->item)
            : usual.follow_up_on;
}

static void
read_decision (const Reading *reading, guint row, TjReconciliationRead *read)
{
  g_autofree char *decision = dup_field (reading, row, TJ_RECONCILIATION_COLUMN_DECISION);
  g_autofree char *reason = dup_field (reading, row, TJ_RECONCILIATION_COLUMN_REASON);
  g_autofree char *ike_from = dup_field (reading, row, TJ_RECONCILIATION_COLUMN_IKE_FROM);
  g_autofree char *follow_up = dup_field (reading, row, TJ_RECONCILIATION_COLUMN_FOLLOW_UP);
  int code;

  if (!read_label (&tj_decisions, decision, &code))
    tj_reconciliation_read_refuse (
        read, _ ("The decision is none of the list. Choose one of the drop-down."));
  else if (code < 0)
    tj_reconciliation_read_refuse (read, _ ("A reason or a day is given, but no decision."));
  if (!read_label (&tj_deregistrations, reason, &read->decision.reason))
    tj_reconciliation_read_refuse (
        read, _ ("The reason is none of the list. Choose one of the drop-down."));
  if (!read_date (ike_from, &read->decision.ike_from)
      || !read_date (follow_up, &read->decision.follow_up_on))
    tj_reconciliation_read_refuse (read, _ ("A date cannot be read. Write it as 2026-11-20."));
  if (read->problem != NULL)
    return;
  read->decision.decision = (TjDecision)code;
  read->decision.decided_on = tj_context_get_today (reading->context);
  settle_follow_up (reading, read, *follow_up == '\0');
}

static gboolean
is_decided_so (TjReconciliationItem *item, const TjReconciliationDecision *decision)
{
  return tj_reconciliation_item_get_decision (item) == (int)decision->decision
         && tj_reconciliation_item_get_reason (item) == decision->reason
         && tj_reconciliation_item_get_ike_from (item) == decision->ike_from
         && tj_reconciliation_item_get_follow_up_on (item) == decision->follow_up_on;
}

static void
check_decision (Reading *reading, TjReconciliationRead *read)
{
  g_autoptr (GError) error = NULL;

  if (read->problem == NULL && !is_decided_so (read->item, &read->decision)
      && !tj_reconciliation_service_check (reading->context, read->item, &read->decision, &error))
    tj_reconciliation_read_refuse (read, error->message);
}

/* A blank decision is none, unless something else of one is there that was not there before. */
static gboolean
says_nothing (const Reading *reading, guint row, TjReconciliationItem *item)
{
  static const TjReconciliationColumn parts[]
      = { TJ_RECONCILIATION_COLUMN_REASON, TJ_RECONCILIATION_COLUMN_IKE_FROM,
          TJ_RECONCILIATION_COLUMN_FOLLOW_UP };
  g_autofree char *decision = dup_field (reading, row, TJ_RECONCILIATION_COLUMN_DECISION);

  if (*decision != '\0')
    return FALSE;
  if (item == NULL || tj_reconciliation_item_get_decision (item) >= 0)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *text = dup_field (reading, row, parts[i]);

      if (*text != '\0')
        return FALSE;
    }
  return TRUE;
}

static void
read_row (Reading *reading, guint row)
{
  g_autofree char *key = dup_field (reading, row, TJ_RECONCILIATION_COLUMN_KEY);
  TjReconciliationItem *item = g_hash_table_lookup (reading->items, key);
  TjReconciliationRead *read;

  if (says_nothing (reading, row, item))
    return;
  read = g_new0 (TjReconciliationRead, 1);
  read->row = tj_import_table_get_row_number (reading->table, row);
  g_ptr_array_add (reading->reads, read);
  if (item == NULL)
    {
      tj_reconciliation_read_refuse (
          read, _ ("The finding is unknown: it is of another month or register, or the "
                   "lists no longer give it."));
      return;
    }

  read->item = g_object_ref (item);
  check_unaltered (reading, row, read);
  read_decision (reading, row, read);
  if (read->problem == NULL)
    {
      tj_reconciliation_conflicts_take (reading->conflicts, key, read);
    }
  check_decision (reading, read);
}

/* What is decided so already is no news; it has only been there to contradict. */
static void
drop_known (Reading *reading)
{
  for (guint i = reading->reads->len; i > 0; i--)
    {
      const TjReconciliationRead *read = reading->reads->pdata[i - 1];

      if (read->problem == NULL && is_decided_so (read->item, &read->decision))
        g_ptr_array_remove_index (reading->reads, i - 1);
    }
}

static void
index_items (Reading *reading, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (reading->items, tj_reconciliation_item_dup_key (items->pdata[i]),
                         g_object_ref (items->pdata[i]));
}

/**
 * tj_reconciliation_reading_load: reads the decisions in a spreadsheet of the month. Rows without a
 * decision, and those decided so already, are passed over. Returns a new array of
 * TjReconciliationRead that owns its elements; NULL with `error` set when it is no such spreadsheet.
 */
GPtrArray *
tj_reconciliation_reading_load (TjContext *context, TjDate month, GBytes *bytes, GError **error)
{
  g_autoptr (TjReconciliationView) view = tj_reconciliation_service_load (context, month, error);
  g_auto (Reading) reading = { .context = context };

  if (view == NULL)
    return NULL;
  if (tj_reconciliation_get_closed_on (view->month) != TJ_DATE_NONE)
    {
      tj_context_refuse (error, _ ("The month is closed. Reopen it first if it is to be changed."));
      return NULL;
    }
  reading.table = tj_import_table_read (bytes, NULL, NULL, error);
  if (reading.table == NULL)
    return NULL;
  if (!find_header (&reading))
    {
      tj_context_refuse (error, _ ("This is not the spreadsheet of findings: there is no column "
                                   "for the key and the decision."));
      return NULL;
    }

  reading.reads = g_ptr_array_new_with_free_func (read_free);
  reading.conflicts = tj_reconciliation_conflicts_new ();
  reading.items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  index_items (&reading, view->items);
  index_items (&reading, view->carried_over);
  for (guint row = reading.header + 1; row < tj_import_table_get_n_rows (reading.table); row++)
    read_row (&reading, row);
  drop_known (&reading);
  return g_steal_pointer (&reading.reads);
}

/**
 * tj_reconciliation_reading_count_problems: how many rows cannot be applied.
 */
guint
tj_reconciliation_reading_count_problems (GPtrArray *reading)
{
  guint n = 0;

  for (guint i = 0; i < reading->len; i++)
    n += ((TjReconciliationRead *)reading->pdata[i])->problem != NULL;
  return n;
}

/**
 * tj_reconciliation_reading_apply: writes the decisions of all rows without a problem, in one
 * change. Returns FALSE with `error` set.
 */
gboolean
tj_reconciliation_reading_apply (TjContext *context, GPtrArray *reading, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GArray) decisions = g_array_new (FALSE, FALSE, sizeof (TjReconciliationDecision));

  for (guint i = 0; i < reading->len; i++)
    {
      TjReconciliationRead *read = reading->pdata[i];

      if (read->problem != NULL)
        continue;
      g_ptr_array_add (items, read->item);
      g_array_append_val (decisions, read->decision);
    }
  if (items->len == 0)
    return TRUE;
  return tj_reconciliation_service_decide (
      context, items, (const TjReconciliationDecision *)decisions->data, error);
}
