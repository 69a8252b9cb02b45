#pragma once

#include "tj-context.h"
#include "tj-import.h"

G_BEGIN_DECLS

#define TJ_TYPE_IMPORT_SESSION (tj_import_session_get_type ())
G_DECLARE_FINAL_TYPE (TjImportSession, tj_import_session, TJ, IMPORT_SESSION, GObject)

/* One file on its way into the register: read, recognised, its columns looked over, tried and taken
 * in. Used from one thread at a time. Signal: "mapping-changed". */

TjImportSession *tj_import_session_new (TjContext *context);
TjContext *tj_import_session_get_context (TjImportSession *self);

gboolean tj_import_session_load (TjImportSession *self,
                                 GFile *file,
                                 GCancellable *cancellable,
                                 GError **error);
gboolean tj_import_session_open_sheet (TjImportSession *self,
                                       const char *sheet,
                                       GCancellable *cancellable,
                                       GError **error);
void tj_import_session_set_progress (TjImportSession *self,
                                     TjImportProgressFunc func,
                                     gpointer user_data);

TjImportTable *tj_import_session_get_table (TjImportSession *self);
const char *tj_import_session_get_source (TjImportSession *self);
void tj_import_session_set_source (TjImportSession *self, const char *source);

const TjMapping *tj_import_session_get_mapping (TjImportSession *self);
guint tj_import_session_get_header (TjImportSession *self);
void tj_import_session_set_header (TjImportSession *self, guint row);
void tj_import_session_map (TjImportSession *self, guint column, int field);
char *tj_import_session_dup_trouble (TjImportSession *self);

TjImport *tj_import_session_get_import (TjImportSession *self);
gboolean tj_import_session_use_mapping (TjImportSession *self, const char *name, GError **error);
gboolean tj_import_session_recall (TjImportSession *self, GError **error);
gboolean tj_import_session_remember (TjImportSession *self, GError **error);
gboolean tj_import_session_run (TjImportSession *self,
                                gboolean dry_run,
                                GCancellable *cancellable,
                                GError **error);
gint64 tj_import_session_get_run_id (TjImportSession *self);
TjImportReport *tj_import_session_get_report (TjImportSession *self);

G_END_DECLS
