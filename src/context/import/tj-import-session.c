/* What the import screen and `tjugo import` share: from a file to what it did to the register. A
 * session reads without asking the register; only running, and recalling how a list was mapped last
 * time, does. */

#include "config.h"

#include "tj-import-session.h"

#include <glib/gi18n-lib.h>

#include "tj-import-file.h"
#include "tj-import-recognise.h"
#include "tj-import-repository.h"
#include "tj-mapping-service.h"

struct _TjImportSession
{
  GObject parent_instance;

  TjContext *context;
  GBytes *bytes;
  TjImportTable *table;
  TjImport *import; /* NULL while the kind of list is not known */
  const TjImportSource *source;
  TjImportReport *report;
  gint64 run_id; /* 0 until the list is in the register */
  TjImportProgressFunc progress;
  gpointer progress_data;
};

enum
{
  MAPPING_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjImportSession, tj_import_session, G_TYPE_OBJECT)

static void
forget_list (TjImportSession *self)
{
  g_clear_pointer (&self->report, tj_import_report_unref);
  g_clear_object (&self->import);
  self->source = NULL;
  g_clear_pointer (&self->table, tj_import_table_unref);
}

static void
tj_import_session_finalize (GObject *object)
{
  TjImportSession *self = TJ_IMPORT_SESSION (object);

  forget_list (self);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (tj_import_session_parent_class)->finalize (object);
}

static void
tj_import_session_class_init (TjImportSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tj_import_session_finalize;
  signals[MAPPING_CHANGED] = g_signal_new ("mapping-changed", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tj_import_session_init (TjImportSession *self)
{
}

/**
 * tj_import_session_new:
 *
 * Returns: (transfer full): a session without a file
 */
TjImportSession *
tj_import_session_new (TjContext *context)
{
  TjImportSession *self;

  g_return_val_if_fail (TJ_IS_CONTEXT (context), NULL);

  self = g_object_new (TJ_TYPE_IMPORT_SESSION, NULL);
  self->context = g_object_ref (context);
  return self;
}

/**
 * tj_import_session_get_context:
 *
 * Returns: (transfer none): whose register the file is for
 */
TjContext *
tj_import_session_get_context (TjImportSession *self)
{
  g_return_val_if_fail (TJ_IS_IMPORT_SESSION (self), NULL);
  return self->context;
}

/* A new list or another kind of it: what was tried before says nothing any more. */
static void
use_source (TjImportSession *self, const TjImportSource *source)
{
  g_clear_pointer (&self->report, tj_import_report_unref);
  g_clear_object (&self->import);
  self->source = source;
  if (source == NULL)
    return;
  self->import = tj_import_new (tj_context_get_store (self->context), source->id,
                                tj_context_get_today (self->context));
  tj_import_set_progress (self->import, self->progress, self->progress_data, NULL);
  tj_import_take_list (self->import, self->table, tj_mapping_propose (source, self->table));
}

/**
 * tj_import_session_load:
 * @cancellable: (nullable): stops the reading
 *
 * Takes the bytes of a file into memory. Does not ask the register, so it may run on any thread.
 *
 * Returns: FALSE with a #TjExchangeError, or CANCELLED of #GIOErrorEnum
 */
gboolean
tj_import_session_load (TjImportSession *self,
                        GFile *file,
                        GCancellable *cancellable,
                        GError **error)
{
  GBytes *bytes;

  g_return_val_if_fail (TJ_IS_IMPORT_SESSION (self), FALSE);

  bytes = tj_import_load_file (file, cancellable, error);
  if (bytes == NULL)
    return FALSE;
  forget_list (self);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = bytes;
  return TRUE;
}

/**
 * tj_import_session_open_sheet:
 * @sheet: (nullable): one of the sheets of the file that was loaded; NULL for the first
 * @cancellable: (nullable): stops the reading
 *
 * Reads a workbook's sheet, or a text of any encoding and delimiter, and finds out which kind of
 * list it is. A table that is no known list opens too; its kind is then to be set. Does not ask the
 * register, as tj_import_session_load().
 *
 * Returns: FALSE with a #TjExchangeError, or CANCELLED of #GIOErrorEnum; there is then no list
 */
gboolean
tj_import_session_open_sheet (TjImportSession *self,
                              const char *sheet,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autofree char *name = g_strdup (sheet);

  g_return_val_if_fail (TJ_IS_IMPORT_SESSION (self) && self->bytes != NULL, FALSE);

  forget_list (self);
  self->table = tj_import_table_read (self->bytes, name, cancellable, error);
  if (self->table == NULL)
    return FALSE;
  use_source (self, tj_import_source_recognise (self->table, NULL));
  return TRUE;
}

/**
 * tj_import_session_set_progress:
 * @func: (nullable): told how far a run has come, from 0 to 1, on the thread that runs
 */
void
tj_import_session_set_progress (TjImportSession *self,
                                TjImportProgressFunc func,
                                gpointer user_data)
{
  g_return_if_fail (TJ_IS_IMPORT_SESSION (self));

  self->progress = func;
  self->progress_data = user_data;
  if (self->import != NULL)
    tj_import_set_progress (self->import, func, user_data, NULL);
}

/**
 * tj_import_session_get_table:
 *
 * Returns: (transfer none) (nullable): the list as it stands in the file
 */
TjImportTable *
tj_import_session_get_table (TjImportSession *self)
{
  g_return_val_if_fail (TJ_IS_IMPORT_SESSION (self), NULL);
  return self->table;
}

/**
 * tj_import_session_get_import:
 *
 * Returns: (transfer none) (nullable): the import of the list; NULL while its kind is not known
 */
TjImport *
tj_import_session_get_import (TjImportSession *self)
{
  g_return_val_if_fail (TJ_IS_IMPORT_SESSION (self), NULL);
  return self->import;
}

/**
 * tj_import_session_get_source:
 *
 * Returns: (transfer none) (nullable): the kind of list; NULL while it is not known
 */
const char *
tj_import_session_get_source (TjImportSession *self)
{
  g_return_val_if_fail (TJ_IS_IMPORT_SESSION (self), NULL);
  return self->source != NULL ? self->source->id : NULL;
}

static void
tell_mapping (TjImportSession *self)
{
  g_clear_pointer (&self->report, tj_import_report_unref);
  g_signal_emit (self, signals[MAPPING_CHANGED], 0);
}

/**
 * tj_import_session_set_source:
 * @source: one of tj_import_list_sources()
 *
 * Takes the list for another kind, with the columns that its headings propose.
 */
void
tj_import_session_set_source (TjImportSession *self, const char *source)
{
  g_return_if_fail (TJ_IS_IMPORT_SESSION (self) && self->table != NULL);

  use_source (self, tj_import_source_find (source));
  tell_mapping (self);
}

/* A list whose headings nobody but the user understood may have come before. */
static gboolean
recall_source (TjImportSession *self, GError **error)
{
  const TjImportSource *source;

  if (!tj_mapping_service_recognise (self->context, self->table, &source, error))
    return FALSE;
  if (source != NULL)
    use_source (self, source);
  return TRUE;
}

/**
 * tj_import_session_recall:
 *
 * Maps the columns as they were the last time a list of this kind had these headings; a list that
 * was not recognised is taken for what such a list was then.
 *
 * Returns: FALSE with an error of the store
 */
gboolean
tj_import_session_recall (TjImportSession *self, GError **error)
{
  gboolean is_recalled;

  g_return_val_if_fail (TJ_IS_IMPORT_SESSION (self), FALSE);

  if (self->table != NULL && self->import == NULL && !recall_source (self, error))
    return FALSE;
  if (self->import == NULL)
    return TRUE;
  if (!tj_mapping_service_recall (self->context, tj_import_get_mapping (self->import), &is_recalled,
                                  error))
    return FALSE;
  if (is_recalled)
    tell_mapping (self);
  return TRUE;
}

/**
 * tj_import_session_use_mapping:
 * @name: under which a mapping was saved for this kind of list
 *
 * Maps the columns as a saved mapping says.
 *
 * Returns: FALSE with an error as from tj_mapping_service_use()
 */
gboolean
tj_import_session_use_mapping (TjImportSession *self, const char *name, GError **error)
{
  g_return_val_if_fail (TJ_IS_IMPORT_SESSION (self) && self->import != NULL, FALSE);

  if (!tj_mapping_service_use (self->context, tj_import_get_mapping (self->import), name, error))
    return FALSE;
  tell_mapping (self);
  return TRUE;
}

/**
 * tj_import_session_get_mapping:
 *
 * Returns: (transfer none) (nullable): which column holds what; NULL while the kind is not known
 */
const TjMapping *
tj_import_session_get_mapping (TjImportSession *self)
{
  g_return_val_if_fail (TJ_IS_IMPORT_SESSION (self), NULL);
  return self->import != NULL ? tj_import_get_mapping (self->import) : NULL;
}

/**
 * tj_import_session_get_header:
 *
 * Returns: the row of the table, from 0, that holds the headings
 */
guint
tj_import_session_get_header (TjImportSession *self)
{
  const TjMapping *mapping = tj_import_session_get_mapping (self);

  return mapping != NULL ? tj_mapping_get_header (mapping) : 0;
}

/**
 * tj_import_session_set_header:
 * @row: of the table, from 0
 *
 * Takes another row for the headings.
 */
void
tj_import_session_set_header (TjImportSession *self, guint row)
{
  g_return_if_fail (TJ_IS_IMPORT_SESSION (self) && self->import != NULL);

  tj_mapping_set_header (tj_import_get_mapping (self->import), row);
  tell_mapping (self);
}

/**
 * tj_import_session_map:
 * @column: from 0
 * @field: of the source, or -1: the column is not read
 *
 * Says what a column holds. The field is read from no other column then.
 */
void
tj_import_session_map (TjImportSession *self, guint column, int field)
{
  TjMapping *mapping;
  int before;

  g_return_if_fail (TJ_IS_IMPORT_SESSION (self) && self->import != NULL);

  mapping = tj_import_get_mapping (self->import);
  before = tj_mapping_find_field (mapping, column);
  if (before == field)
    return;
  if (field >= 0)
    tj_mapping_set_column (mapping, field, (int)column);
  else
    tj_mapping_set_column (mapping, before, -1);
  tell_mapping (self);
}

/**
 * tj_import_session_dup_trouble:
 *
 * Returns: (transfer full) (nullable): what hinders the list from being tried, in a sentence; NULL
 *   when nothing does
 */
char *
tj_import_session_dup_trouble (TjImportSession *self)
{
  const TjMapping *mapping = tj_import_session_get_mapping (self);
  g_autoptr (GError) error = NULL;

  if (mapping == NULL)
    return g_strdup (_ ("The headings fit no list that Tjugo knows. Choose the kind of list, or "
                        "look for the right file."));
  if (!tj_mapping_check (mapping, &error))
    return g_strdup (error->message);
  if (tj_import_table_get_n_rows (self->table) == tj_mapping_get_header (mapping) + 1)
    return g_strdup (_ ("There are no rows below the headings."));
  return NULL;
}

/**
 * tj_import_session_remember:
 *
 * Keeps how the columns were mapped for the next list with the same headings. To be called before
 * the run that takes the list in.
 *
 * Returns: FALSE with an error of the store
 */
gboolean
tj_import_session_remember (TjImportSession *self, GError **error)
{
  g_return_val_if_fail (TJ_IS_IMPORT_SESSION (self) && self->import != NULL, FALSE);
  return tj_mapping_service_remember (self->context, tj_import_get_mapping (self->import), error);
}

static gboolean
take_latest (const TjImportRun *run, gpointer run_id)
{
  *(gint64 *)run_id = run->id;
  return FALSE;
}

/**
 * tj_import_session_run:
 * @dry_run: whether to take everything back in the end; the report is then the preview
 * @cancellable: (nullable): stops the run, with nothing kept
 *
 * Tries the list, or takes it in. After a trial the real run must come to the same counts.
 *
 * Returns: FALSE with an error as from tj_import_apply(); the report of the trial is then kept
 */
gboolean
tj_import_session_run (TjImportSession *self,
                       gboolean dry_run,
                       GCancellable *cancellable,
                       GError **error)
{
  TjImportReport *report;

  g_return_val_if_fail (TJ_IS_IMPORT_SESSION (self) && self->import != NULL, FALSE);

  report = tj_import_apply (self->import, dry_run, cancellable, error);
  if (report == NULL)
    return FALSE;
  g_clear_pointer (&self->report, tj_import_report_unref);
  self->report = report;
  return dry_run
         || tj_imports_foreach (tj_context_get_store (self->context), take_latest, &self->run_id,
                                error);
}

/**
 * tj_import_session_get_run_id:
 *
 * Returns: under which number the register keeps what the run did, 0 before it
 */
gint64
tj_import_session_get_run_id (TjImportSession *self)
{
  g_return_val_if_fail (TJ_IS_IMPORT_SESSION (self), 0);
  return self->run_id;
}

/**
 * tj_import_session_get_report:
 *
 * Returns: (transfer none) (nullable): what the latest run did, or in a trial would do
 */
TjImportReport *
tj_import_session_get_report (TjImportSession *self)
{
  g_return_val_if_fail (TJ_IS_IMPORT_SESSION (self), NULL);
  return self->report;
}
