/* The log, or a part of it, as a file: the words that are read on screen. A protected person stands
 * there by case number alone, and that it was written is logged first. */

#include "config.h"

#include "tj-log-export.h"

#include <glib/gi18n-lib.h>

#include "tj-action.h"
#include "tj-csv-writer.h"
#include "tj-log-list-sheet.h"
#include "tj-log-text.h"
#include "tj-sheet-sender.h"

/* Rows on their way; persons are looked up once each. */
typedef struct
{
  TjContext *context;
  GStringChunk *strings;
  GHashTable *persons;
  GArray *rows;
} Export;

static void
export_clear (Export *export)
{
  g_string_chunk_free (export->strings);
  g_hash_table_unref (export->persons);
  g_array_unref (export->rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Export, export_clear)

static void
export_init (Export *export, TjContext *context)
{
  export->context = context;
  export->strings = g_string_chunk_new (4096);
  export->persons = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  export->rows = g_array_new (FALSE, FALSE, sizeof (TjLogListRow));
}

static const char *
get_person (Export *export, gint64 youth_id)
{
  gpointer key = GSIZE_TO_POINTER ((gsize)youth_id);

  if (!g_hash_table_contains (export->persons, key))
    g_hash_table_insert (export->persons, key, tj_log_text_person (export->context, youth_id));
  return g_hash_table_lookup (export->persons, key);
}

static gboolean
collect (const TjAuditEntry *entry, gpointer user_data)
{
  Export *export = user_data;
  g_autofree char *time = tj_log_text_time (entry->at);
  g_autofree char *details = tj_log_text_details (entry);
  const char *label = tj_action_label (entry->action);
  g_autofree char *action
      = *details != '\0' ? g_strdup_printf ("%s: %s", label, details) : g_strdup (label);
  const TjLogListRow row = { g_string_chunk_insert (export->strings, time),
                             g_string_chunk_insert_const (export->strings, entry->actor),
                             g_string_chunk_insert_const (export->strings, action),
                             get_person (export, entry->youth_id) };

  g_array_append_val (export->rows, row);
  return TRUE;
}

static gboolean
load (Export *export, const TjLogFilter *filter, const char *kind, GError **error)
{
  g_autofree char *details = NULL;

  if (!tj_log_service_foreach (export->context, filter, collect, export, error))
    return FALSE;
  details = g_strdup_printf ("%s rows=%u", kind, export->rows->len);
  return tj_audit_log (tj_context_get_store (export->context), "export-log", 0, details, error);
}

/**
 * tj_log_export_csv: the rows that `filter` lets through as a table for a spreadsheet, latest first.
 * The log gets "export-log". Returns new bytes, or NULL with `error` set.
 */
GBytes *
tj_log_export_csv (TjContext *context, const TjLogFilter *filter, GError **error)
{
  const char *const titles[] = { _ ("When"), _ ("Who"), _ ("What"), _ ("Whom") };
  g_auto (Export) export = { 0 };
  TjCsvWriter *writer;

  g_return_val_if_fail (tj_context_is_unlocked (context), NULL);

  export_init (&export, context);
  if (!load (&export, filter, "csv", error))
    return NULL;
  writer = tj_csv_writer_new ();
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    tj_csv_writer_add (writer, titles[i], -1);
  tj_csv_writer_end_row (writer);
  for (guint i = 0; i < export.rows->len; i++)
    {
      const TjLogListRow *row = &g_array_index (export.rows, TjLogListRow, i);

      tj_csv_writer_add (writer, row->time, -1);
      tj_csv_writer_add (writer, row->actor, -1);
      tj_csv_writer_add (writer, row->action, -1);
      tj_csv_writer_add (writer, row->person, -1);
      tj_csv_writer_end_row (writer);
    }
  return tj_csv_writer_free_to_bytes (writer);
}

static gboolean
refuse_many (TjContext *context, const TjLogFilter *filter, GError **error)
{
  g_autoptr (GArray) numbers = tj_log_service_find (context, filter, error);

  if (numbers == NULL || numbers->len <= TJ_LOG_EXPORT_MAX_PDF_ROWS)
    return numbers != NULL;
  tj_context_refuse (error,
                     _ ("That is too many rows for paper. Choose fewer days, or the table."));
  return FALSE;
}

/**
 * tj_log_export_pdf: as tj_log_export_csv() on paper, at most TJ_LOG_EXPORT_MAX_PDF_ROWS of them.
 */
GBytes *
tj_log_export_pdf (TjContext *context, const TjLogFilter *filter, GError **error)
{
  g_autoptr (TjSheetSender) sender = NULL;
  g_auto (Export) export = { 0 };

  g_return_val_if_fail (tj_context_is_unlocked (context), NULL);

  export_init (&export, context);
  sender = tj_sheet_sender_load (context, error);
  if (sender == NULL || !refuse_many (context, filter, error)
      || !load (&export, filter, "pdf", error))
    return NULL;
  return tj_log_list_sheet_draw ((const TjLogListRow *)export.rows->data, export.rows->len,
                                 &sender->head, error);
}
