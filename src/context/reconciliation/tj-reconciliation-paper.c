/* The month's reconciliation on paper: values are read, the printing is logged, and src/paper
 * draws. */

#include "config.h"

#include "tj-reconciliation-paper.h"

#include <glib/gi18n-lib.h>

#include "tj-audit.h"
#include "tj-case-number.h"
#include "tj-date-words.h"
#include "tj-import-repository.h"
#include "tj-reconciliation-sheet.h"
#include "tj-sheet-sender.h"
#include "tj-youth-repository.h"

/* The lists that the findings rest on, in the order of the sheet. */
static const struct
{
  const char *source;
  const char *label;
} lists[] = {
  { "ist", N_ ("Åtgärdas, from IST") },
  { "enrolments", N_ ("Enrolments") },
  { "invoices", N_ ("Invoices") },
  { "vux", N_ ("Adult education") },
  { "school-reports", N_ ("Organisers’ reports") },
  { "population", N_ ("Population register") },
};

/* What is borrowed by the sheet. */
typedef struct
{
  TjContext *context;
  GStringChunk *texts;
  GArray *sections; /* TjReconciliationSection */
  GPtrArray *rows;  /* GArray of TjReconciliationRow, one a section */
  TjReconciliationSource sources[G_N_ELEMENTS (lists)];
} Draft;

static void
draft_clear (Draft *draft)
{
  g_clear_pointer (&draft->texts, g_string_chunk_free);
  g_clear_pointer (&draft->sections, g_array_unref);
  g_clear_pointer (&draft->rows, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, draft_clear)

/**
 * tj_reconciliation_item_dup_name: how a finding's person is named, "Skyddad person · KAA-0012" for
 * a protected one. A new string.
 */
char *
tj_reconciliation_item_dup_name (TjContext *context, TjReconciliationItem *item)
{
  gint64 youth_id;
  g_autofree char *case_number = NULL;

  if (tj_reconciliation_item_get_protection (item) == TJ_PROTECTION_NONE)
    return g_strdup_printf ("%s %s", tj_reconciliation_item_get_given_name (item),
                            tj_reconciliation_item_get_family_name (item));

  youth_id = tj_youths_find (tj_context_get_store (context),
                             tj_reconciliation_item_get_personal_number (item), NULL);
  if (youth_id == 0)
    return g_strdup (_ ("Protected person"));
  case_number = tj_case_number_format (youth_id);
  return g_strdup_printf ("%s · %s", _ ("Protected person"), case_number);
}

/**
 * tj_reconciliation_item_dup_number: the personal number as people write it, "" for a protected
 * person. A new string.
 */
char *
tj_reconciliation_item_dup_number (TjReconciliationItem *item)
{
  if (tj_reconciliation_item_get_protection (item) != TJ_PROTECTION_NONE)
    return g_strdup ("");
  return tj_personal_number_format (tj_reconciliation_item_get_personal_number (item));
}

/**
 * tj_reconciliation_month_format: a month in words, "november 2026"; a new string.
 */
char *
tj_reconciliation_month_format (TjDate month)
{
  int year, number, day;

  tj_date_get (month, &year, &number, &day);
  return g_strdup_printf ("%s %d", tj_month_name (number), year);
}

static const char *
keep (Draft *draft, char *text)
{
  const char *kept = g_string_chunk_insert (draft->texts, text);

  g_free (text);
  return kept;
}

static char *
describe_decision (TjReconciliationItem *item)
{
  int decision = tj_reconciliation_item_get_decision (item);
  char date[TJ_DATE_BUFFER];

  if (decision < 0)
    return g_strdup (tj_code_label (&tj_decisions, tj_reconciliation_item_get_proposal (item)));
  return g_strdup_printf ("%s\n%s", tj_code_label (&tj_decisions, decision),
                          tj_date_write (tj_reconciliation_item_get_decided_on (item), date));
}

static void
add_row (Draft *draft, GArray *rows, TjReconciliationItem *item)
{
  gint64 youth_id = tj_youths_find (tj_context_get_store (draft->context),
                                    tj_reconciliation_item_get_personal_number (item), NULL);
  TjReconciliationRow row
      = { .is_protected = tj_reconciliation_item_get_protection (item) != TJ_PROTECTION_NONE,
          .name = keep (draft, tj_reconciliation_item_dup_name (draft->context, item)),
          .personal_number = keep (draft, tj_reconciliation_item_dup_number (item)),
          .reference = youth_id != 0 ? keep (draft, tj_case_number_format (youth_id)) : "",
          .evidence = tj_reconciliation_item_get_evidence (item),
          .amount_ore = tj_reconciliation_item_get_amount_ore (item),
          .proposal = keep (draft, describe_decision (item)),
          .decision = keep (draft, describe_decision (item)) };

  g_array_append_val (rows, row);
}

static GArray *
new_rows (Draft *draft)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (TjReconciliationRow));

  g_ptr_array_add (draft->rows, rows);
  return rows;
}

static void
add_section (Draft *draft, GPtrArray *items, int kind)
{
  GArray *rows = new_rows (draft);
  TjReconciliationSection section = { .title = tj_code_label (&tj_finding_kinds, kind) };

  for (guint i = 0; i < items->len; i++)
    if (tj_reconciliation_item_get_kind (items->pdata[i]) == kind)
      add_row (draft, rows, items->pdata[i]);
  section.rows = (const TjReconciliationRow *)rows->data;
  section.n_rows = rows->len;
  g_array_append_val (draft->sections, section);
}

static gboolean
take_run (const TjImportRun *run, gpointer user_data)
{
  Draft *draft = user_data;

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (run->source, lists[i].source))
      {
        draft->sources[i].date = run->date;
        draft->sources[i].n_rows = run->rows;
      }
  return TRUE;
}

static gboolean
read_sources (Draft *draft, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    draft->sources[i].name = _ (lists[i].label);
  return tj_imports_foreach (tj_context_get_store (draft->context), take_run, draft, error);
}

static GBytes *
draw (Draft *draft, TjReconciliationView *view, const TjSheetHead *head, GError **error)
{
  const TjReconciliationFigure figures[] = {
    { _ ("Youths on Åtgärdas"), view->now.listed, view->before.listed },
    { _ ("Enrolled pupils"), view->now.enrolled, view->before.enrolled },
    { _ ("Invoiced pupils"), view->now.invoiced, view->before.invoiced },
    { _ ("Invoiced, kr"), view->now.invoiced_ore, view->before.invoiced_ore, TRUE },
    { _ ("Findings"), view->now.findings, view->before.findings },
    { _ ("At stake, kr"), view->now.at_stake_ore, view->before.at_stake_ore, TRUE },
  };
  GArray *carried_over = new_rows (draft);
  g_autofree char *month
      = tj_reconciliation_month_format (tj_reconciliation_get_month (view->month));
  const char *participants = tj_reconciliation_get_participants (view->month);
  TjReconciliationSheet sheet
      = { .month = month,
          .meeting = tj_reconciliation_get_meeting_on (view->month),
          .participants
          = *participants != '\0' ? participants : _ ("Coordinator, head of IKE, economist"),
          .sources = draft->sources,
          .n_sources = G_N_ELEMENTS (draft->sources),
          .figures = figures,
          .n_figures = G_N_ELEMENTS (figures) };

  for (guint i = 0; i < view->carried_over->len; i++)
    add_row (draft, carried_over, view->carried_over->pdata[i]);
  for (int kind = 0; kind < TJ_N_FINDING_KINDS; kind++)
    add_section (draft, view->items, kind);
  sheet.carried_over = (const TjReconciliationRow *)carried_over->data;
  sheet.n_carried_over = carried_over->len;
  sheet.sections = (const TjReconciliationSection *)draft->sections->data;
  sheet.n_sections = draft->sections->len;
  return tj_reconciliation_sheet_draw (&sheet, head, error);
}

/**
 * tj_reconciliation_service_draw: the sheet of a month that has been made. The log gets
 * "print-reconciliation" with the month. Returns a new PDF, or NULL with `error` set.
 */
GBytes *
tj_reconciliation_service_draw (TjContext *context, TjDate month, GError **error)
{
  g_autoptr (TjReconciliationView) view = tj_reconciliation_service_load (context, month, error);
  g_autoptr (TjSheetSender) sender = view != NULL ? tj_sheet_sender_load (context, error) : NULL;
  g_auto (Draft) draft = { .context = context };
  char date[TJ_DATE_BUFFER];

  if (sender == NULL)
    return NULL;
  draft.texts = g_string_chunk_new (4096);
  draft.sections = g_array_new (FALSE, FALSE, sizeof (TjReconciliationSection));
  draft.rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  if (!read_sources (&draft, error)
      || !tj_audit_log (tj_context_get_store (context), "print-reconciliation", 0,
                        tj_date_write (month, date), error))
    return NULL;
  return draw (&draft, view, &sender->head, error);
}
