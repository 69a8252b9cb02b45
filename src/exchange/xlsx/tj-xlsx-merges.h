#pragma once

#include "tj-import-table-private.h"

G_BEGIN_DECLS

/* The merged cells of a sheet that reach over several rows. */
typedef struct _TjXlsxMerges TjXlsxMerges;

gboolean
tj_xlsx_reference_read (const char *text, gsize length, guint *column, guint *row, gsize *n_read);

TjXlsxMerges *tj_xlsx_merges_new (void);
void tj_xlsx_merges_free (TjXlsxMerges *self);
void tj_xlsx_merges_add (TjXlsxMerges *self, const char *reference, gsize length);
gboolean tj_xlsx_merges_is_empty (const TjXlsxMerges *self);
void tj_xlsx_merges_fill (TjXlsxMerges *self, TjImportTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjXlsxMerges, tj_xlsx_merges_free)

G_END_DECLS
