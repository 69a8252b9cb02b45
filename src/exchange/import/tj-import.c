/* The one path of every list into the register: decode, table, mapping, typed rows, comparison,
 * change. A dry run takes the same path and is rolled back. After a dry run the real one must come
 * to the same counts, or nothing is kept. */

#include "config.h"

#include "tj-import.h"

#include "tj-import-file.h"
#include "tj-import-job.h"
#include "tj-import-report-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How often progress is told and the cancellable looked at, in rows. */
#define ROWS_BETWEEN_CHECKS 256

struct _TjImport
{
  GObject parent_instance;
  TjStore *store;
  const TjImportSource *source; /* NULL for a source that does not exist */
  TjDate today;
  TjImportTable *table;
  TjMapping *mapping;
  TjImportReport *expected; /* of the dry run */

  TjImportProgressFunc progress; /* may be NULL */
  gpointer progress_data;
  GDestroyNotify progress_destroy;
};

G_DEFINE_FINAL_TYPE (TjImport, tj_import, G_TYPE_OBJECT)

static void
forget_list (TjImport *self)
{
  g_clear_pointer (&self->expected, tj_import_report_unref);
  g_clear_pointer (&self->mapping, tj_mapping_free);
  g_clear_pointer (&self->table, tj_import_table_unref);
}

static void
forget_progress (TjImport *self)
{
  if (self->progress_destroy != NULL)
    self->progress_destroy (self->progress_data);
  self->progress = NULL;
  self->progress_data = NULL;
  self->progress_destroy = NULL;
}

static void
tj_import_finalize (GObject *object)
{
  TjImport *self = TJ_IMPORT (object);

  forget_list (self);
  forget_progress (self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (tj_import_parent_class)->finalize (object);
}

static void
tj_import_class_init (TjImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tj_import_finalize;
}

static void
tj_import_init (TjImport *self)
{
}

/**
 * tj_import_new:
 * @source: one of tj_import_list_sources(); another one is refused when a list is read
 * @today: the context's day
 *
 * Returns: (transfer full): an import that waits for its list
 */
TjImport *
tj_import_new (TjStore *store, const char *source, TjDate today)
{
  TjImport *self;

  g_return_val_if_fail (TJ_IS_STORE (store), NULL);
  g_return_val_if_fail (today != TJ_DATE_NONE, NULL);

  self = g_object_new (TJ_TYPE_IMPORT, NULL);
  self->store = g_object_ref (store);
  self->source = tj_import_source_find (source);
  self->today = today;
  return self;
}

/**
 * tj_import_set_progress:
 * @func: (nullable): told how far a reading or an applying has come, until another is set
 * @destroy: (nullable): frees @user_data
 *
 * Says who wants to know of progress. @func is called on the thread that reads or applies.
 */
void
tj_import_set_progress (TjImport *self,
                        TjImportProgressFunc func,
                        gpointer user_data,
                        GDestroyNotify destroy)
{
  g_return_if_fail (TJ_IS_IMPORT (self));

  forget_progress (self);
  self->progress = func;
  self->progress_data = user_data;
  self->progress_destroy = destroy;
}

/* Between two steps of the work: tells of progress, and FALSE when it was cancelled. */
static gboolean
go_on (TjImport *self, double fraction, GCancellable *cancellable, GError **error)
{
  if (self->progress != NULL)
    self->progress (fraction, self->progress_data);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
refuse_source (GError **error)
{
  g_set_error_literal (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_UNKNOWN_SOURCE,
                       _ ("There is no such kind of list."));
  return FALSE;
}

/**
 * tj_import_read_bytes:
 * @bytes: the whole file
 * @cancellable: (nullable): stops the reading
 *
 * Reads a list and finds its columns. A list read before is forgotten, also on failure.
 *
 * Returns: FALSE with a #TjExchangeError, or CANCELLED of #GIOErrorEnum
 */
gboolean
tj_import_read_bytes (TjImport *self, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (TjImportTable) table = NULL;
  g_autoptr (TjMapping) mapping = NULL;

  g_return_val_if_fail (TJ_IS_IMPORT (self), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  forget_list (self);
  if (self->source == NULL)
    return refuse_source (error);
  if (!go_on (self, 0, cancellable, error))
    return FALSE;
  table = tj_import_table_read (bytes, NULL, cancellable, error);
  if (table == NULL || !go_on (self, 1, cancellable, error)
      || (mapping = tj_mapping_new (self->source, table, error)) == NULL)
    return FALSE;
  tj_import_take_list (self, table, g_steal_pointer (&mapping));
  return TRUE;
}

/**
 * tj_import_read_file:
 * @cancellable: (nullable): stops the reading
 *
 * As tj_import_read_bytes(), from a file. No more than the allowed size is ever read.
 *
 * Returns: FALSE with a #TjExchangeError, or CANCELLED of #GIOErrorEnum
 */
gboolean
tj_import_read_file (TjImport *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (TJ_IS_IMPORT (self), FALSE);

  bytes = tj_import_load_file (file, cancellable, error);
  return bytes != NULL && tj_import_read_bytes (self, bytes, cancellable, error);
}

/**
 * tj_import_take_list:
 * @table: a list that was read already
 * @mapping: (transfer full): which of its columns holds what, for the source of @self
 *
 * Takes a list whose columns somebody has looked at, in place of reading it here.
 */
void
tj_import_take_list (TjImport *self, TjImportTable *table, TjMapping *mapping)
{
  g_return_if_fail (TJ_IS_IMPORT (self) && table != NULL);
  g_return_if_fail (mapping != NULL && tj_mapping_get_source (mapping) == self->source);

  tj_import_table_ref (table);
  forget_list (self);
  self->table = table;
  self->mapping = mapping;
}

/**
 * tj_import_get_table:
 *
 * Returns: (transfer none) (nullable): the list that was read
 */
TjImportTable *
tj_import_get_table (TjImport *self)
{
  g_return_val_if_fail (TJ_IS_IMPORT (self), NULL);
  return self->table;
}

/**
 * tj_import_get_mapping:
 *
 * Returns: (transfer none) (nullable): which column holds what
 */
TjMapping *
tj_import_get_mapping (TjImport *self)
{
  g_return_val_if_fail (TJ_IS_IMPORT (self), NULL);
  return self->mapping;
}

/**
 * tj_import_dup_text:
 * @index: a row of the table, as outcomes give it
 * @field: id of a field of the source
 *
 * Returns: (transfer full): the cell as the list has it, "" when the list has no such column
 */
char *
tj_import_dup_text (TjImport *self, guint index, const char *field)
{
  TjCell cell;

  g_return_val_if_fail (TJ_IS_IMPORT (self) && self->mapping != NULL, NULL);

  for (guint i = 0; i < self->source->n_fields; i++)
    if (strcmp (self->source->fields[i].id, field) == 0
        && tj_mapping_get_column (self->mapping, i) >= 0)
      {
        cell = tj_import_table_get_cell (self->table, index,
                                         tj_mapping_get_column (self->mapping, i));
        return g_strndup (cell.text, cell.length);
      }
  return g_strdup ("");
}

static gboolean
take_rows (TjImport *self, TjImportJob *job, GCancellable *cancellable, GError **error)
{
  guint n_rows = tj_import_table_get_n_rows (self->table);

  for (guint i = tj_mapping_get_header (self->mapping) + 1; i < n_rows; i++)
    {
      if (i % ROWS_BETWEEN_CHECKS == 0 && !go_on (self, (double)i / n_rows, cancellable, error))
        return FALSE;
      if (!tj_import_job_take_row (job, i, error))
        return FALSE;
    }
  return go_on (self, 1, cancellable, error);
}

/* What was shown in the preview is what is done. */
static gboolean
is_as_expected (TjImport *self, TjImportReport *report, GError **error)
{
  if (self->expected == NULL || tj_import_report_has_equal_counts (self->expected, report))
    return TRUE;
  g_set_error_literal (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_CHANGED,
                       _ ("The register has changed since the preview. Nothing was imported; "
                          "look at the preview again."));
  return FALSE;
}

/**
 * tj_import_apply:
 * @dry_run: whether to undo everything in the end; the report is then the preview
 * @cancellable: (nullable): stops the run, with nothing kept
 *
 * Brings the list into the register in one change that can be undone. Rows that cannot be taken
 * are reported and leave no trace.
 *
 * Returns: (transfer full): what was done; NULL with an error of the store, CANCELLED, HEADER when
 *   the mapping lacks a column, or CHANGED when a dry run before came to other counts
 */
TjImportReport *
tj_import_apply (TjImport *self, gboolean dry_run, GCancellable *cancellable, GError **error)
{
  g_autoptr (TjImportJob) job = NULL;
  TjImportReport *report;

  g_return_val_if_fail (TJ_IS_IMPORT (self), NULL);
  g_return_val_if_fail (self->mapping != NULL, NULL);

  if (!tj_mapping_check (self->mapping, error))
    return NULL;
  job = tj_import_job_begin (self->store, self->table, self->mapping, self->today, cancellable,
                             error);
  if (job == NULL || !take_rows (self, job, cancellable, error)
      || !tj_import_job_close (job, error))
    return NULL;
  report = tj_import_job_get_report (job);
  if (!dry_run && !is_as_expected (self, report, error))
    return NULL;
  if (!tj_import_job_end (job, !dry_run, error))
    return NULL;

  g_clear_pointer (&self->expected, tj_import_report_unref);
  if (dry_run)
    self->expected = tj_import_report_ref (report);
  return tj_import_report_ref (report);
}

/**
 * tj_import_list_sources:
 *
 * Returns: (transfer none): the ids of the lists that can be imported, NULL-terminated
 */
const char *const *
tj_import_list_sources (void)
{
  return tj_import_source_list_ids ();
}

/**
 * tj_import_get_source_label:
 *
 * Returns: (transfer none) (nullable): the translated name of a list, NULL when there is none
 */
const char *
tj_import_get_source_label (const char *source)
{
  const TjImportSource *found = tj_import_source_find (source);

  return found != NULL ? _ (found->label) : NULL;
}
