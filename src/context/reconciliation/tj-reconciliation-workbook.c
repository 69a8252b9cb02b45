/* The month's reconciliation as a spreadsheet: an overview that reckons, and the findings with
 * drop-downs for the decisions, to be filled in at the meeting and read back
 * (tj-reconciliation-reading.c). */

#include "config.h"

#include "tj-reconciliation-workbook.h"

#include <glib/gi18n-lib.h>

#include "tj-audit.h"
#include "tj-workbook.h"

#define ORE_OF_A_KRONA 100.0

static const struct
{
  const char *title;
  TjWorkbookKind kind;
  int width;
} layout[] = {
  [TJ_RECONCILIATION_COLUMN_SECTION] = { N_ ("Section"), TJ_WORKBOOK_LONG_TEXT, 26 },
  [TJ_RECONCILIATION_COLUMN_NUMBER] = { N_ ("Personal number"), TJ_WORKBOOK_TEXT, 15 },
  [TJ_RECONCILIATION_COLUMN_NAME] = { N_ ("Name"), TJ_WORKBOOK_LONG_TEXT, 24 },
  [TJ_RECONCILIATION_COLUMN_SCHOOL] = { N_ ("School"), TJ_WORKBOOK_LONG_TEXT, 24 },
  [TJ_RECONCILIATION_COLUMN_PROGRAMME] = { N_ ("Programme"), TJ_WORKBOOK_TEXT, 10 },
  [TJ_RECONCILIATION_COLUMN_EVIDENCE] = { N_ ("Evidence"), TJ_WORKBOOK_LONG_TEXT, 46 },
  [TJ_RECONCILIATION_COLUMN_AMOUNT] = { N_ ("At stake, kr"), TJ_WORKBOOK_AMOUNT, 13 },
  [TJ_RECONCILIATION_COLUMN_PROPOSAL] = { N_ ("Proposal"), TJ_WORKBOOK_LONG_TEXT, 20 },
  [TJ_RECONCILIATION_COLUMN_DECISION] = { N_ ("Decision"), TJ_WORKBOOK_TEXT, 30 },
  [TJ_RECONCILIATION_COLUMN_REASON] = { N_ ("Reason for leaving KAA"), TJ_WORKBOOK_TEXT, 26 },
  [TJ_RECONCILIATION_COLUMN_IKE_FROM] = { N_ ("IKE from"), TJ_WORKBOOK_DATE, 12 },
  [TJ_RECONCILIATION_COLUMN_FOLLOW_UP] = { N_ ("Follow-up"), TJ_WORKBOOK_DATE, 12 },
  [TJ_RECONCILIATION_COLUMN_KEY] = { N_ ("Key"), TJ_WORKBOOK_KEY, 10 },
};

/* A workbook in the making. */
typedef struct
{
  TjContext *context;
  TjReconciliationView *view;
  TjWorkbook *book;
  TjWorkbookColumn columns[TJ_N_RECONCILIATION_COLUMNS];
  const char **decisions;
  const char **reasons;
  guint first_row;
  guint last_row;
} Draft;

/**
 * tj_reconciliation_column_title: what a column of the findings is called.
 */
const char *
tj_reconciliation_column_title (TjReconciliationColumn column)
{
  return _ (layout[column].title);
}

/**
 * tj_reconciliation_item_dup_key: what an item is known by in a spreadsheet; a new string.
 */
char *
tj_reconciliation_item_dup_key (TjReconciliationItem *item)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT,
                          tj_reconciliation_item_get_reconciliation_id (item),
                          tj_entity_get_id (item));
}

static const char **
new_labels (const TjCodeList *codes)
{
  const char **labels = g_new0 (const char *, (gsize)tj_code_count (codes) + 1);

  for (int i = 0; i < tj_code_count (codes); i++)
    labels[i] = tj_code_label (codes, i);
  return labels;
}

static void
fill_columns (Draft *draft)
{
  for (guint i = 0; i < TJ_N_RECONCILIATION_COLUMNS; i++)
    draft->columns[i] = (TjWorkbookColumn){ .title = _ (layout[i].title),
                                            .kind = layout[i].kind,
                                            .width = layout[i].width };
  draft->decisions = new_labels (&tj_decisions);
  draft->reasons = new_labels (&tj_deregistrations);
  draft->columns[TJ_RECONCILIATION_COLUMN_DECISION].choices = draft->decisions;
  draft->columns[TJ_RECONCILIATION_COLUMN_REASON].choices = draft->reasons;
}

static void
add_code (TjWorkbook *book, const TjCodeList *codes, int code)
{
  tj_workbook_add_text (book, code >= 0 ? tj_code_label (codes, code) : NULL);
}

/* In the order of the columns. Of a protected person there is the case number and what is at
 * stake. */
static void
add_item (Draft *draft, TjReconciliationItem *item)
{
  gboolean is_protected = tj_reconciliation_item_get_protection (item) != TJ_PROTECTION_NONE;
  g_autofree char *number = tj_reconciliation_item_dup_number (item);
  g_autofree char *name = tj_reconciliation_item_dup_name (draft->context, item);
  g_autofree char *key = tj_reconciliation_item_dup_key (item);
  TjWorkbook *book = draft->book;

  add_code (book, &tj_finding_kinds, tj_reconciliation_item_get_kind (item));
  tj_workbook_add_text (book, number);
  tj_workbook_add_text (book, name);
  tj_workbook_add_text (book, is_protected ? NULL : tj_reconciliation_item_get_school (item));
  tj_workbook_add_text (book, is_protected ? NULL : tj_reconciliation_item_get_programme (item));
  tj_workbook_add_text (book, is_protected ? NULL : tj_reconciliation_item_get_evidence (item));
  tj_workbook_add_amount (book, tj_reconciliation_item_get_amount_ore (item));
  add_code (book, &tj_decisions, tj_reconciliation_item_get_proposal (item));
  add_code (book, &tj_decisions, tj_reconciliation_item_get_decision (item));
  add_code (book, &tj_deregistrations, tj_reconciliation_item_get_reason (item));
  tj_workbook_add_date (book, tj_reconciliation_item_get_ike_from (item));
  tj_workbook_add_date (book, tj_reconciliation_item_get_follow_up_on (item));
  tj_workbook_add_text (book, key);
  tj_workbook_end_row (book);
}

static void
add_findings (Draft *draft)
{
  tj_workbook_begin_sheet (draft->book, _ ("Findings"));
  tj_workbook_begin_table (draft->book, draft->columns, TJ_N_RECONCILIATION_COLUMNS);
  draft->first_row = tj_workbook_get_row (draft->book);
  for (guint i = 0; i < draft->view->carried_over->len; i++)
    add_item (draft, draft->view->carried_over->pdata[i]);
  for (guint i = 0; i < draft->view->items->len; i++)
    add_item (draft, draft->view->items->pdata[i]);
  draft->last_row = MAX (draft->first_row, tj_workbook_get_row (draft->book) - 1);
  tj_workbook_end_table (draft->book);
}

/* Of all together only what might not have to be paid is at stake. */
typedef struct
{
  guint n;
  guint n_undecided;
  gint64 amount_ore;
} Sums;

static void
sum_kind (Sums *sums, const GPtrArray *items, int kind)
{
  for (guint i = 0; i < items->len; i++)
    {
      gint64 amount = tj_reconciliation_item_get_amount_ore (items->pdata[i]);

      if (kind >= 0 && tj_reconciliation_item_get_kind (items->pdata[i]) != kind)
        continue;
      sums->n++;
      sums->n_undecided += tj_reconciliation_item_get_decision (items->pdata[i]) < 0;
      sums->amount_ore += kind < 0 ? MAX (0, amount) : amount;
    }
}

/* The columns of the overview. */
typedef enum
{
  OVERVIEW_FINDING,
  OVERVIEW_NUMBER,
  OVERVIEW_AMOUNT,
  OVERVIEW_UNDECIDED,
  N_OVERVIEW_COLUMNS,
} OverviewColumn;

static char *
dup_findings_range (const Draft *draft, TjReconciliationColumn column)
{
  return tj_workbook_dup_range (_ ("Findings"), column, draft->first_row, draft->last_row);
}

/* The sums of a section, or of all for -1, reckoned by the spreadsheet from the findings, so that
 * they follow what is filled in. */
static void
add_sums (Draft *draft, int kind)
{
  Sums sums = { 0 };
  g_autofree char *sections = dup_findings_range (draft, TJ_RECONCILIATION_COLUMN_SECTION);
  g_autofree char *amounts = dup_findings_range (draft, TJ_RECONCILIATION_COLUMN_AMOUNT);
  g_autofree char *decisions = dup_findings_range (draft, TJ_RECONCILIATION_COLUMN_DECISION);
  g_autofree char *name
      = tj_workbook_dup_cell (OVERVIEW_FINDING, tj_workbook_get_row (draft->book));
  g_autofree char *one = kind < 0 ? g_strdup ("\"?*\"") : g_steal_pointer (&name);
  g_autofree char *count = g_strdup_printf ("=COUNTIF(%s,%s)", sections, one);
  g_autofree char *total = kind < 0 ? g_strdup_printf ("=SUMIF(%s,\">0\")", amounts)
                                    : g_strdup_printf ("=SUMIF(%s,%s,%s)", sections, one, amounts);
  g_autofree char *undecided
      = g_strdup_printf ("=COUNTIFS(%s,%s,%s,\"\")", sections, one, decisions);

  sum_kind (&sums, draft->view->carried_over, kind);
  sum_kind (&sums, draft->view->items, kind);
  tj_workbook_add_text (draft->book,
                        kind < 0 ? _ ("Total") : tj_code_label (&tj_finding_kinds, kind));
  tj_workbook_add_formula (draft->book, count, sums.n);
  tj_workbook_add_formula (draft->book, total, (double)sums.amount_ore / ORE_OF_A_KRONA);
  tj_workbook_add_formula (draft->book, undecided, sums.n_undecided);
  tj_workbook_end_row (draft->book);
}

static void
add_overview (Draft *draft)
{
  const TjWorkbookColumn columns[N_OVERVIEW_COLUMNS] = {
    [OVERVIEW_FINDING] = { .title = _ ("Finding"), .kind = TJ_WORKBOOK_TEXT, .width = 52 },
    [OVERVIEW_NUMBER] = { .title = _ ("Number"), .kind = TJ_WORKBOOK_NUMBER, .width = 10 },
    [OVERVIEW_AMOUNT] = { .title = _ ("At stake, kr"), .kind = TJ_WORKBOOK_AMOUNT, .width = 16 },
    [OVERVIEW_UNDECIDED] = { .title = _ ("Undecided"), .kind = TJ_WORKBOOK_NUMBER, .width = 12 },
  };
  char date[TJ_DATE_BUFFER];
  g_autofree char *month
      = tj_reconciliation_month_format (tj_reconciliation_get_month (draft->view->month));
  g_autofree char *title = g_strdup_printf (_ ("KAA/IKE reconciliation, %s"), month);
  g_autofree char *meeting = g_strdup_printf (
      "%s %s", _ ("Meeting"),
      tj_date_write (tj_reconciliation_get_meeting_on (draft->view->month), date));

  tj_workbook_begin_sheet (draft->book, _ ("Overview"));
  tj_workbook_add_line (draft->book, title, TRUE);
  tj_workbook_add_line (draft->book, meeting, FALSE);
  tj_workbook_begin_table (draft->book, columns, G_N_ELEMENTS (columns));
  for (int kind = 0; kind < TJ_N_FINDING_KINDS; kind++)
    add_sums (draft, kind);
  add_sums (draft, -1);
}

/**
 * tj_reconciliation_service_write_workbook: a month that has been made as a spreadsheet (.xlsx).
 * The log gets "export-reconciliation" with the month. Returns the bytes, or NULL with `error` set.
 */
GBytes *
tj_reconciliation_service_write_workbook (TjContext *context, TjDate month, GError **error)
{
  g_autoptr (TjReconciliationView) view = tj_reconciliation_service_load (context, month, error);
  Draft draft = { .context = context, .view = view };
  char date[TJ_DATE_BUFFER];
  GBytes *bytes;

  if (view == NULL
      || !tj_audit_log (tj_context_get_store (context), "export-reconciliation", 0,
                        tj_date_write (month, date), error))
    return NULL;

  draft.book = tj_workbook_new (_ ("KAA/IKE reconciliation"));
  fill_columns (&draft);
  add_findings (&draft);
  add_overview (&draft);
  bytes = tj_workbook_finish (draft.book, error);
  g_free (draft.decisions);
  g_free (draft.reasons);
  return bytes;
}
