/* What is sent to the organisers whose invoices are contested: to each its own pupils and nobody
 * else's, on paper or as a spreadsheet. */

#include "config.h"

#include "tj-contested-service.h"

#include <glib/gi18n-lib.h>

#include "tj-audit.h"
#include "tj-contested-sheet.h"
#include "tj-reconciliation-paper.h"
#include "tj-sheet-sender.h"
#include "tj-workbook.h"

/**
 * tj_contested_free: frees one of tj_contested_service_list().
 */
void
tj_contested_free (TjContested *contested)
{
  g_free (contested->organiser);
  g_free (contested);
}

static gboolean
is_contested (TjReconciliationItem *item, const char *organiser)
{
  return tj_reconciliation_item_get_decision (item) == TJ_DECISION_CONTEST
         && (organiser == NULL
             || g_str_equal (tj_reconciliation_item_get_organiser (item), organiser));
}

static TjContested *
find_or_add (GPtrArray *organisers, const char *organiser)
{
  TjContested *contested;

  for (guint i = 0; i < organisers->len; i++)
    if (g_str_equal (((TjContested *)organisers->pdata[i])->organiser, organiser))
      return organisers->pdata[i];
  contested = g_new0 (TjContested, 1);
  contested->organiser = g_strdup (organiser);
  g_ptr_array_add (organisers, contested);
  return contested;
}

static int
compare_organisers (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(TjContested *const *)a)->organiser,
                         (*(TjContested *const *)b)->organiser);
}

/**
 * tj_contested_service_list: the organisers with contested lines in a month, by name. Returns a new
 * array of TjContested that owns its elements; NULL with `error` set.
 */
GPtrArray *
tj_contested_service_list (TjContext *context, TjDate month, GError **error)
{
  g_autoptr (TjReconciliationView) view = tj_reconciliation_service_load (context, month, error);
  GPtrArray *organisers = NULL;

  if (view == NULL)
    return NULL;
  organisers = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_contested_free);
  for (guint i = 0; i < view->items->len; i++)
    {
      TjReconciliationItem *item = view->items->pdata[i];
      TjContested *contested;

      if (!is_contested (item, NULL))
        continue;
      contested = find_or_add (organisers, tj_reconciliation_item_get_organiser (item));
      contested->n_lines++;
      contested->amount_ore += tj_reconciliation_item_get_amount_ore (item);
    }
  g_ptr_array_sort (organisers, compare_organisers);
  return organisers;
}

/* The contested items of an organiser, once the log has been told. NULL with `error` set, also when
 * there are none. */
static GPtrArray *
take_items (TjContext *context,
            TjDate month,
            const char *organiser,
            const char *action,
            GError **error)
{
  g_autoptr (TjReconciliationView) view = tj_reconciliation_service_load (context, month, error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  char date[TJ_DATE_BUFFER];

  if (view == NULL)
    return NULL;
  for (guint i = 0; i < view->items->len; i++)
    if (is_contested (view->items->pdata[i], organiser))
      g_ptr_array_add (items, g_object_ref (view->items->pdata[i]));
  if (items->len == 0)
    {
      tj_context_refuse (error, _ ("Nothing that this organiser has invoiced is contested."));
      return NULL;
    }
  return tj_audit_log (tj_context_get_store (context), action, 0, tj_date_write (month, date),
                       error)
             ? g_steal_pointer (&items)
             : NULL;
}

static gboolean
is_protected (TjReconciliationItem *item)
{
  return tj_reconciliation_item_get_protection (item) != TJ_PROTECTION_NONE;
}

/* An organiser knows no case numbers. */
static char *
dup_name (TjContext *context, TjReconciliationItem *item)
{
  return is_protected (item) ? g_strdup (_ ("Protected person"))
                             : tj_reconciliation_item_dup_name (context, item);
}

static void
add_row (TjContext *context, GArray *rows, GStringChunk *texts, TjReconciliationItem *item)
{
  g_autofree char *name = dup_name (context, item);
  g_autofree char *number = tj_reconciliation_item_dup_number (item);
  TjContestedRow row
      = { .name = g_string_chunk_insert (texts, name),
          .personal_number = g_string_chunk_insert (texts, number),
          .school = tj_reconciliation_item_get_school (item),
          .programme = tj_reconciliation_item_get_programme (item),
          .invoice_number = tj_reconciliation_item_get_invoice_number (item),
          .evidence = is_protected (item) ? "" : tj_reconciliation_item_get_evidence (item),
          .amount_ore = tj_reconciliation_item_get_amount_ore (item) };

  g_array_append_val (rows, row);
}

/**
 * tj_contested_service_draw: the paper for an organiser: its contested lines of a month. The log
 * gets "print-contested". Returns a new PDF, or NULL with `error` set.
 */
GBytes *
tj_contested_service_draw (TjContext *context, TjDate month, const char *organiser, GError **error)
{
  g_autoptr (TjSheetSender) sender = tj_sheet_sender_load (context, error);
  g_autoptr (GPtrArray) items
      = sender != NULL ? take_items (context, month, organiser, "print-contested", error) : NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (TjContestedRow));
  g_autoptr (GStringChunk) texts = g_string_chunk_new (1024);
  g_autofree char *text = tj_reconciliation_month_format (month);
  TjContestedSheet sheet = { .organiser = organiser, .month = text };

  if (items == NULL)
    return NULL;
  for (guint i = 0; i < items->len; i++)
    add_row (context, rows, texts, items->pdata[i]);
  sheet.contact = sender->contact != NULL ? sender->contact : "";
  sheet.rows = (const TjContestedRow *)rows->data;
  sheet.n_rows = rows->len;
  return tj_contested_sheet_draw (&sheet, &sender->head, error);
}

static void
write_item (TjContext *context, TjWorkbook *book, TjReconciliationItem *item)
{
  g_autofree char *name = dup_name (context, item);
  g_autofree char *number = tj_reconciliation_item_dup_number (item);

  tj_workbook_add_text (book, tj_reconciliation_item_get_invoice_number (item));
  tj_workbook_add_text (book, number);
  tj_workbook_add_text (book, name);
  tj_workbook_add_text (book, tj_reconciliation_item_get_school (item));
  tj_workbook_add_text (book, tj_reconciliation_item_get_programme (item));
  tj_workbook_add_text (book,
                        is_protected (item) ? "" : tj_reconciliation_item_get_evidence (item));
  tj_workbook_add_amount (book, tj_reconciliation_item_get_amount_ore (item));
  tj_workbook_end_row (book);
}

/**
 * tj_contested_service_write_workbook: the same as a spreadsheet (.xlsx). The log gets
 * "export-contested". Returns the bytes, or NULL with `error` set.
 */
GBytes *
tj_contested_service_write_workbook (TjContext *context,
                                     TjDate month,
                                     const char *organiser,
                                     GError **error)
{
  g_autoptr (GPtrArray) items = take_items (context, month, organiser, "export-contested", error);
  const TjWorkbookColumn columns[] = {
    { .title = _ ("Invoice"), .kind = TJ_WORKBOOK_TEXT, .width = 14 },
    { .title = _ ("Personal number"), .kind = TJ_WORKBOOK_TEXT, .width = 15 },
    { .title = _ ("Name"), .kind = TJ_WORKBOOK_LONG_TEXT, .width = 26 },
    { .title = _ ("School"), .kind = TJ_WORKBOOK_LONG_TEXT, .width = 28 },
    { .title = _ ("Programme"), .kind = TJ_WORKBOOK_TEXT, .width = 12 },
    { .title = _ ("What our lists say"), .kind = TJ_WORKBOOK_LONG_TEXT, .width = 52 },
    { .title = _ ("Contested, kr"), .kind = TJ_WORKBOOK_AMOUNT, .width = 16 },
  };
  TjWorkbook *book;

  if (items == NULL)
    return NULL;
  book = tj_workbook_new (_ ("Contested invoice"));
  tj_workbook_begin_sheet (book, _ ("Contested invoice"));
  tj_workbook_begin_table (book, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < items->len; i++)
    write_item (context, book, items->pdata[i]);
  tj_workbook_end_table (book);
  return tj_workbook_finish (book, error);
}
