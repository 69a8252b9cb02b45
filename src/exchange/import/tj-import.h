#pragma once

#include <gio/gio.h>

#include "tj-date.h"
#include "tj-exchange-error.h"
#include "tj-import-file.h"
#include "tj-import-report.h"
#include "tj-mapping.h"
#include "tj-import-table.h"
#include "tj-types.h"

G_BEGIN_DECLS

#define TJ_TYPE_IMPORT (tj_import_get_type ())
G_DECLARE_FINAL_TYPE (TjImport, tj_import, TJ, IMPORT, GObject)

/* One list on its way into the register: read, look at (a dry run), apply. The same object does
 * all three; it may be used from one thread at a time. */

TjImport *tj_import_new (TjStore *store, const char *source, TjDate today);

/* How far the reading or the applying has come, from 0 to 1. Called often, on the thread that does
 * the work. */
typedef void (*TjImportProgressFunc) (double fraction, gpointer user_data);

void tj_import_set_progress (TjImport *self,
                             TjImportProgressFunc func,
                             gpointer user_data,
                             GDestroyNotify destroy);

gboolean
tj_import_read_bytes (TjImport *self, GBytes *bytes, GCancellable *cancellable, GError **error);
gboolean
tj_import_read_file (TjImport *self, GFile *file, GCancellable *cancellable, GError **error);
void tj_import_take_list (TjImport *self, TjImportTable *table, TjMapping *mapping);

TjImportTable *tj_import_get_table (TjImport *self);
TjMapping *tj_import_get_mapping (TjImport *self);
char *tj_import_dup_text (TjImport *self, guint index, const char *field);

TjImportReport *
tj_import_apply (TjImport *self, gboolean dry_run, GCancellable *cancellable, GError **error);

const char *const *tj_import_list_sources (void);
const char *tj_import_get_source_label (const char *source);

G_END_DECLS
